// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>
/// Received files that cannot be read back from the archive: each is one open task for whoever runs the system, until
/// it is there again.
/// </summary>
internal sealed class LostFiles
{
    public const string Module = "intake";
    public const string ObjectKind = "received-file";
    private const int MaxKnown = 500;

    private readonly IConnections _connections;
    private readonly ITasks _tasks;
    private readonly HashSet<string> _known;

    public LostFiles(IConnections connections, ITasks tasks)
    {
        _connections = connections;
        _tasks = tasks;
        _known = tasks.ListOpen([Role.Administrator], MaxKnown)
            .Where(task => task is { Module: Module, ObjectKind: ObjectKind }).Select(task => task.ObjectId)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Opens the task for the file, once however often it is asked.</summary>
    public async Task Report(ReceivedFile file)
    {
        var id = IdOf(file);
        if (!_known.Add(id))
            return;
        await Write(
            (connection, transaction) => _tasks.IsOpen(connection, transaction, Module, ObjectKind, id)
                ? 0
                : _tasks.Open(connection, transaction, new TaskRequest(
                    Module, "restore-file", Role.Administrator, "keep-records", ObjectKind, id, file.Name)))
            .ConfigureAwait(false);
    }

    /// <summary>The file can be read again: its task is done.</summary>
    public async Task Found(ReceivedFile file)
    {
        var id = IdOf(file);
        if (!_known.Remove(id))
            return;
        await Write((connection, transaction) => _tasks.Close(connection, transaction, Module, ObjectKind, id))
            .ConfigureAwait(false);
    }

    private async Task Write(Func<System.Data.Common.DbConnection, System.Data.Common.DbTransaction, long> work)
    {
        try
        {
            await _connections.Write(work).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            // The store takes nothing now; the file is met again at the next start.
        }
    }

    private static string IdOf(ReceivedFile file) => file.Id.ToString(CultureInfo.InvariantCulture);
}

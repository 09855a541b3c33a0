// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Platform;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>Something in a store that is not as promised.</summary>
/// <param name="Promise">Name of the promise.</param>
/// <param name="Sentence">What is wrong and where.</param>
public sealed record VerificationFault(string Promise, string Sentence);

/// <summary>
/// Checks every promise of a store: the rows by queries, the archive by its hashes, the audit trail by its chain, and
/// the
/// decisions by replay: each message is read again, under the edition and on the day it was decided with, and must give
/// the
/// same lines, amounts and outcomes.
/// </summary>
public sealed class Verification(
    IConnections connections, Store store, ITariff tariff, IKeys keys, IDeclarations declarations,
    ISelections selections, IReceivedFiles files, IAuditTrail trail, IMessageVersions versions)
{
    private const int MaxFaults = 200;
    private List<VerificationFault> _faults = [];
    private (long Id, FileContent? Content) _opened;

    /// <param name="replay">How many of the newest accepted declarations are replayed.</param>
    /// <param name="report">Gets (done, total, name of the promise).</param>
    public IReadOnlyList<VerificationFault> Run(long replay, Action<int, int, string> report)
    {
        _faults = [];
        _opened = default;
        var steps = new List<(string Name, Action<DbConnection> Check)> { ("engine", CheckEngine) };
        steps.AddRange(VerificationStore.Promises.Select(promise =>
            (promise.Name, (Action<DbConnection>)(connection => CheckPromise(connection, promise)))));
        steps.Add(("local-reference-numbers", CheckLrns));
        steps.Add(("archive", CheckArchive));
        steps.Add(("trail", _ => CheckTrail()));
        steps.Add(("replay", connection => CheckReplay(connection, replay)));
        for (var i = 0; i < steps.Count && _faults.Count < MaxFaults; i++)
        {
            report(i, steps.Count, steps[i].Name);
            using var connection = connections.OpenRead();
            steps[i].Check(connection);
        }

        return _faults;
    }

    private void CheckEngine(DbConnection connection)
    {
        foreach (var line in VerificationStore.EngineFaults(connection))
            Add("engine", line);
    }

    private void CheckPromise(DbConnection connection, StorePromise promise)
    {
        var broken = VerificationStore.Broken(connection, promise);
        if (broken.Count > 0)
            Add(promise.Name, $"{promise.Sentence} Broken at {string.Join(", ", broken)}.");
    }

    private void CheckLrns(DbConnection connection)
    {
        foreach (var week in VerificationStore.Weeks(connection))
        {
            var broken = VerificationStore.BrokenLrns(connection, week);
            if (broken.Count > 0)
                Add("local-reference-numbers", $"Week {week}: numbers lead nowhere at {string.Join(", ", broken)}.");
        }

        var (registered, accepted) = VerificationStore.AcceptedLrns(connection);
        if (registered != accepted)
        {
            Add("local-reference-numbers", string.Create(
                CultureInfo.InvariantCulture,
                $"{accepted} declarations are accepted and {registered} numbers of accepted ones are registered."));
        }
    }

    private void CheckArchive(DbConnection connection)
    {
        foreach (var (id, receivedAt, hash) in VerificationStore.Files(connection))
        {
            var path = Archive.PathOf(store.Folder.ArchivePath, id, receivedAt);
            if (!File.Exists(path))
            {
                Add("archive", $"Received file {id} is missing: {path}.");
                continue;
            }

            using var stream = File.OpenRead(path);
            if (!SHA256.HashData(stream).AsSpan().SequenceEqual(hash))
                Add("archive", $"Received file {id} is not as it was received: {path}.");
        }
    }

    private void CheckTrail()
    {
        foreach (var fault in trail.Verify())
            Add("trail", string.Create(CultureInfo.InvariantCulture, $"{fault.Kind} {fault.Number}: {fault.Sentence}"));
    }

    private void CheckReplay(DbConnection connection, long limit)
    {
        var replay = new Replay(tariff, keys, versions);
        foreach (var id in VerificationStore.ToReplay(connection, limit))
        {
            var row = declarations.Find(id)!;
            var raw = RawOf(row);
            if (raw is null)
            {
                Add("replay", $"The message of declaration {row.Mrn} cannot be read back.");
                continue;
            }

            if (!Hash16(raw).AsSpan().SequenceEqual(VerificationStore.ContentHash(connection, id)))
                Add("replay", $"The message of declaration {row.Mrn} is not the one that was decided on.");
            foreach (var difference in replay.Differences(
                row, declarations.Lines(row), selections.Of(row), raw))
                Add("replay", $"Declaration {row.Mrn}: {difference}");
            if (_faults.Count >= MaxFaults)
                break;
        }

        _opened = default;
    }

    private byte[]? RawOf(DeclarationRow row)
    {
        try
        {
            if (row.RawFileId == 0)
                return files.RawMessage(0, row.RawEntry);
            // Neighbours stand in the same file: it is opened once for all of them.
            if (_opened.Id != row.RawFileId)
                _opened = (row.RawFileId, ContentOf(row.RawFileId));
            if (_opened.Content is not { } content || row.RawEntry < 0 || row.RawEntry >= content.Count)
                return null;
            var buffer = new byte[16 * 1024];
            var (length, problem) = content.Read((int)row.RawEntry, ref buffer);
            return problem is null ? buffer[..length] : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private FileContent? ContentOf(long fileId)
    {
        if (files.Find(fileId) is not { } file)
            return null;
        var path = Archive.PathOf(store.Folder.ArchivePath, file.Id, file.ReceivedAt);
        return File.Exists(path) ? FileContent.Open(File.ReadAllBytes(path)).Content : null;
    }

    private static byte[] Hash16(byte[] raw) => SHA256.HashData(raw)[..16];

    private void Add(string promise, string sentence)
    {
        if (_faults.Count < MaxFaults)
            _faults.Add(new VerificationFault(promise, sentence));
    }
}

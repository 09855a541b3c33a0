// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;

namespace Tolhuis.Platform;

/// <summary>
/// Copies the write-ahead log into the database on a thread and connection of its own, so that no batch waits for it. A
/// passive checkpoint never blocks the writer; what is left after it is little, and the writer itself then starts the
/// log anew,
/// which under steady load would otherwise never happen.
/// </summary>
internal sealed class Checkpointer : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly string _connectionString;
    private readonly string _walPath;
    private readonly long _walBytes;
    private readonly StoreWriter _writer;
    private readonly Timer _timer;
    private readonly Lock _running = new();

    public Checkpointer(string connectionString, string databasePath, long walBytes, StoreWriter writer)
    {
        _writer = writer;
        _connectionString = connectionString;
        _walPath = databasePath + "-wal";
        _walBytes = walBytes;
        _timer = new Timer(_ => CheckpointIfLarge(), null, Pause, Pause);
    }

    public void Dispose()
    {
        _timer.Dispose();
        using (_running.EnterScope())
        {
        }
    }

    private void CheckpointIfLarge()
    {
        if (!_running.TryEnter())
            return;
        try
        {
            var file = new FileInfo(_walPath);
            if (!file.Exists || file.Length < _walBytes)
                return;
            using var connection = new SqliteConnection(_connectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(PASSIVE);";
            command.ExecuteNonQuery();
            _writer.RequestTruncate();
        }
        catch (SqliteException)
        {
            // The log keeps all that was committed; the next turn tries again, and a full disk is met by the writer
            // itself.
        }
        finally
        {
            _running.Exit();
        }
    }
}

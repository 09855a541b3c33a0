// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Tolhuis.Platform;

/// <summary>
/// A SQLite store: write-ahead log, every commit synced (synchronous=FULL). Holds the folder's lock, the schema of this
/// program, the one writer and the readers.
/// </summary>
public sealed class Store : IConnections, IDisposable
{
    /// <summary>
    /// Size of the write-ahead log at which it is copied into the database in the background, in bytes.
    /// </summary>
    private const long CheckpointBytes = 64L << 20;

    private readonly string _readString;
    private bool _disposed;

    private Store(StoreFolder folder, long checkpointBytes)
    {
        Folder = folder;
        var write = new SqliteConnectionStringBuilder
        {
            DataSource = folder.DatabasePath,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        };
        SchemaUpgrade.Run(Prepare(write.ConnectionString));
        _readString = new SqliteConnectionStringBuilder
        {
            DataSource = folder.DatabasePath,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = true,
        }.ConnectionString;
        WriteConnection = new SqliteConnection(write.ConnectionString);
        WriteConnection.Open();
        Execute(WriteConnection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            + "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=0;");
        Writer = new StoreWriter(WriteConnection);
        Checkpoints = new Checkpointer(write.ConnectionString, folder.DatabasePath, checkpointBytes, Writer);
    }

    public StoreFolder Folder { get; }

    /// <summary>The one thread that writes.</summary>
    public StoreWriter Writer { get; }

    internal SqliteConnection WriteConnection { get; }

    private Checkpointer Checkpoints { get; }

    /// <param name="checkpointBytes">Size of the log at which it is copied into the database.</param>
    /// <exception cref="StoreInUseException">Another process holds the store.</exception>
    /// <exception cref="StoreUnavailableException">The disk is full: a store needs a little space to be opened, even to
    /// be read.</exception>
    public static Store Open(
        string path, TimeProvider time, bool demo = false, string? holder = null,
            long checkpointBytes = CheckpointBytes)
    {
        var folder = StoreFolder.Open(path, demo, holder ?? $"process {Environment.ProcessId}");
        try
        {
            return new Store(folder, checkpointBytes);
        }
        catch (Exception exception) when (
            (StoreWriter.FaultOf(exception) ?? StoreWriter.FaultOf(
                exception.InnerException ?? exception)) == StoreFault.Full)
        {
            folder.Dispose();
            throw new StoreUnavailableException(StoreFault.Full, exception);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public DbConnection OpenRead()
    {
        var connection = new SqliteConnection(_readString);
        connection.Open();
        Execute(connection, "PRAGMA query_only=ON; PRAGMA cache_size=-16384;");
        return connection;
    }

    public Task<T> Write<T>(Func<DbConnection, DbTransaction, T> work) => Writer.Write(work);

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Checkpoints.Dispose();
        Writer.Dispose();
        using (var read = new SqliteConnection(_readString))
            SqliteConnection.ClearPool(read);
        WriteConnection.Dispose();
        Folder.Dispose();
    }

    private static string Prepare(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(connection, "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        return connectionString;
    }

    private static void Execute(SqliteConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }
}

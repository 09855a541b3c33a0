// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tolhuis.Platform;

/// <summary>Work that comes in batches: the decider. Called on the writer's thread only.</summary>
public interface IBatchSource
{
    /// <summary>Takes and commits one batch; false if there was nothing to do.</summary>
    bool TryRunBatch();

    /// <summary>The writer stops, or takes no more writes: everything that waits is answered with the fault.</summary>
    void Refuse(StoreFault fault);
}

/// <summary>
/// The one thread that writes to a store. Invariants: every transaction is committed (and synced) before its caller
/// hears of it; after a failed sync nothing is written any more until a restart, because what the system still holds in
/// memory may not be what is on disk; after a full disk the next work tries again.
/// </summary>
public sealed class StoreWriter : IDisposable
{
    /// <summary>Writes that may wait at once; more are refused as busy.</summary>
    public const int MaxWaiting = 10_000;

    private readonly SqliteConnection _connection;
    private readonly ConcurrentQueue<Job> _jobs = new();
    private readonly SemaphoreSlim _signal = new(0);
    private readonly Thread _thread;
    private IBatchSource? _source;
    private int _waiting;
    private int _truncate;
    private volatile bool _stopping;
    private volatile bool _stopped;
    private int _fault;

    internal StoreWriter(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Run) { IsBackground = true, Name = "Store writer" };
        _thread.Start();
    }

    /// <summary>Why no writes are taken now; null if they are.</summary>
    public StoreFault? Fault => Volatile.Read(ref _fault) is var fault and not 0 ? (StoreFault)(fault - 1) : null;

    /// <summary>True once only a restart can help; a full disk is tried again.</summary>
    internal bool IsStuck => Fault is StoreFault.SyncFailed or StoreFault.PromiseBroken;

    internal SqliteConnection Connection => _connection;

    public void Attach(IBatchSource source)
    {
        _source = source;
        Wake();
    }

    /// <summary>Tells the writer that its batch source has work.</summary>
    public void Wake()
    {
        // More than a few signals say no more than one; unbounded they would keep the thread spinning.
        if (_signal.CurrentCount < 4)
            _signal.Release();
    }

    public async Task<T> Write<T>(Func<DbConnection, DbTransaction, T> work)
    {
        if (_stopping)
            throw new StoreUnavailableException(StoreFault.Stopping);
        if (IsStuck)
            throw new StoreUnavailableException(Fault!.Value);
        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new StoreUnavailableException(StoreFault.Busy);
        }

        var job = new Job<T>(work);
        _jobs.Enqueue(job);
        // It may have come after the thread's last look into the queue: then no one but we can answer it.
        if (_stopped)
            RefuseJobs();
        _signal.Release();
        return await job.Completion.Task.ConfigureAwait(false);
    }

    /// <summary>
    /// The log has been copied as far as it goes without the writer; at its next pause the writer starts it anew.
    /// </summary>
    internal void RequestTruncate()
    {
        Volatile.Write(ref _truncate, 1);
        Wake();
    }

    /// <summary>
    /// Says what an error of the engine means for the store; null if it is an error of the work itself.
    /// </summary>
    public static StoreFault? FaultOf(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => StoreFault.Full,
        // The index of the log could not grow; nothing was written.
        SqliteException { SqliteExtendedErrorCode: raw.SQLITE_IOERR_SHMSIZE } => StoreFault.Full,
        SqliteException
        {
            SqliteErrorCode: raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_CORRUPT
            or raw.SQLITE_READONLY
        } => StoreFault.SyncFailed,
        StoreUnavailableException unavailable => unavailable.Fault,
        IOException full when IsFull(full) => StoreFault.Full,
        // Too many open files, of the system or of this process: later there is room again.
        IOException { HResult: 23 or 24 } => StoreFault.Busy,
        // Any other file may be anyone's, a key for instance: where a write or a sync of the store itself fails, it is
        // said there, by DiskFailure.
        _ => null,
    };

    /// <summary>What a failed write or sync of spool or archive means for the store: at least a failed sync.</summary>
    public static StoreUnavailableException DiskFailure(IOException exception) =>
        new(FaultOf(exception) ?? StoreFault.SyncFailed, exception);

    /// <summary>
    /// No space left on the device, or none left to this user: the numbers of Linux, and as the runtime may map them.
    /// </summary>
    internal static bool IsFull(IOException exception) => exception.HResult is 28 or 122 or unchecked((int)0x80070070);

    /// <summary>
    /// The store takes no writes; once it is stuck, the writer tells all that waits for the batch source. From any
    /// thread; what only a restart can help is never replaced by what passes.
    /// </summary>
    internal void Report(StoreFault fault)
    {
        var seen = Volatile.Read(ref _fault);
        if (!IsStuck)
            Interlocked.CompareExchange(ref _fault, (int)fault + 1, seen);
        Wake();
    }

    internal void ReportHealthy()
    {
        var seen = Volatile.Read(ref _fault);
        if (seen != 0 && !IsStuck)
            Interlocked.CompareExchange(ref _fault, 0, seen);
    }

    public void Dispose()
    {
        if (_stopping)
            return;
        _stopping = true;
        _signal.Release();
        _thread.Join();
    }

    private void Run()
    {
        while (!_stopping)
        {
            _signal.Wait();
            RunAll();
        }

        _stopped = true;
        _source?.Refuse(StoreFault.Stopping);
        RefuseJobs();
    }

    private void RefuseJobs()
    {
        while (_jobs.TryDequeue(out var job))
            job.Fail(new StoreUnavailableException(StoreFault.Stopping));
    }

    private void RunAll()
    {
        var hasMore = true;
        while (hasMore && !_stopping)
        {
            for (var i = 0; i < 100 && _jobs.TryDequeue(out var job); i++)
                RunJob(job);
            hasMore = !IsStuck && _source is { } source && source.TryRunBatch();
            if (!IsStuck && Interlocked.Exchange(ref _truncate, 0) == 1)
                TruncateLog();
            // Whoever met the fault, those who wait for the decider must hear of it too.
            if (IsStuck)
                _source?.Refuse(Fault!.Value);
            hasMore |= !_jobs.IsEmpty;
        }
    }

    private void RunJob(Job job)
    {
        Interlocked.Decrement(ref _waiting);
        if (IsStuck)
        {
            job.Fail(new StoreUnavailableException(Fault!.Value));
            return;
        }

        try
        {
            using var transaction = _connection.BeginTransaction();
            job.Work(_connection, transaction);
            transaction.Commit();
            ReportHealthy();
            job.Succeed();
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            Report(fault);
            job.Fail(new StoreUnavailableException(fault, exception));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            job.Fail(exception);
        }
    }

    private void TruncateLog()
    {
        try
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.CommandTimeout = 1;
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            if (FaultOf(exception) is { } fault)
                Report(fault);
        }
    }

    private abstract class Job
    {
        public abstract void Work(DbConnection connection, DbTransaction transaction);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class Job<T>(Func<DbConnection, DbTransaction, T> work) : Job
    {
        private T? _result;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Work(DbConnection connection, DbTransaction transaction) =>
            _result = work(connection, transaction);

        public override void Succeed() => Completion.SetResult(_result!);

        public override void Fail(Exception exception) => Completion.SetException(exception);
    }
}

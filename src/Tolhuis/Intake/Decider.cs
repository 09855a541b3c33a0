// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>
/// The decider: the one place that gives decisions their order. It runs on the writer's thread, a batch per
/// transaction: at
/// most 1,000 lines or 20 ms, single messages first. Invariants: nothing is answered before its batch is on disk; a
/// batch
/// that throws is halved until the one message that does it is alone, and that one goes to quarantine; after a full
/// disk or
/// a failed sync nothing of the batch is kept and entries of files are decided again later.
/// </summary>
internal sealed partial class Decider : IBatchSource, IDisposable
{
    private const int MaxBatchLines = 1_000;
    private const int MaxWaitingSingles = 10_000;
    private const long MaxWaitingBytes = 256L << 20;
    private const int MaxWaitingChunks = 8;
    private static readonly TimeSpan MaxBatchTime = TimeSpan.FromMilliseconds(20);

    private readonly StoreWriter _writer;
    private readonly SqliteConnection _connection;
    private readonly DecisionStatements _sql;
    private readonly DeciderState _state;
    private readonly Spool _spool;
    private readonly TimeProvider _time;
    private readonly IKeys _keys;
    private readonly IAuditTrail _trail;
    private readonly ConcurrentQueue<PreparedMessage> _singles = new();
    private readonly ConcurrentQueue<PreparedChunk> _chunks = new();
    private readonly SemaphoreSlim _roomForChunks = new(MaxWaitingChunks);
    private readonly List<BatchItem> _batch = [];
    private readonly List<MessageAnswer> _answers = [];
    private PreparedChunk? _chunk;
    private int _nextInChunk;
    private volatile int _feeding;
    private volatile StoreUnavailableException? _refusing;
    private int _waitingSingles;
    private long _waitingBytes;
    private bool _isDisposed;

    public Decider(
        StoreWriter writer,
        DeciderState state,
        Spool spool,
        TimeProvider time,
        IntakePulse pulse,
        IKeys keys,
        IAuditTrail trail)
    {
        _writer = writer;
        _connection = writer.Connection;
        _sql = new DecisionStatements(_connection);
        _state = state;
        _spool = spool;
        _time = time;
        Pulse = pulse;
        _keys = keys;
        _trail = trail;
        writer.Attach(this);
    }

    public IntakePulse Pulse { get; }

    /// <summary>
    /// Called on the writer's thread after each batch with the counts of each file in it; must be quick.
    /// </summary>
    public Action<OpenFile, int, IntakeCounts>? FileProgressed { get; set; }

    /// <summary>
    /// Number of the present feeding of files. It ascends when the store takes nothing: chunks of an earlier feeding
    /// are
    /// dropped wherever they are, because their file is fed again from its next entry.
    /// </summary>
    public int Feeding => _feeding;

    /// <summary>
    /// For tests: thrown inside the transaction for messages that match, as a fault of the program would be.
    /// </summary>
    internal Func<PreparedMessage, Exception?>? Sabotage { get; set; }

    /// <summary>For tests: called once a batch is on disk and before anyone hears of it.</summary>
    internal Action? SabotageAfterCommit { get; set; }

    /// <summary>Decides one message; ends when its batch is on disk.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of the message was kept; send it again later.</exception>
    public Task<MessageAnswer> Decide(PreparedMessage message)
    {
        var waiter = message.Waiter ?? throw new ArgumentException("A single message has a waiter.", nameof(message));
        if (_refusing is { } refused)
            throw new StoreUnavailableException(refused.Fault);
        if (Interlocked.Increment(ref _waitingSingles) > MaxWaitingSingles
            | Interlocked.Add(ref _waitingBytes, message.Raw.Length) > MaxWaitingBytes)
        {
            NoLongerWaits(message);
            throw new StoreUnavailableException(StoreFault.Busy);
        }

        _singles.Enqueue(message);
        // It may have come after the last look into the queue: then no one but we can answer it.
        if (_refusing is { } since)
            waiter.TrySetException(new StoreUnavailableException(since.Fault));
        _writer.Wake();
        return waiter.Task;
    }

    /// <summary>
    /// Hands over the next entries of a file; waits while enough lies ready (back-pressure instead of memory).
    /// </summary>
    public async Task Decide(PreparedChunk chunk, CancellationToken stop)
    {
        await _roomForChunks.WaitAsync(stop).ConfigureAwait(false);
        _chunks.Enqueue(chunk);
        _writer.Wake();
    }

    /// <summary>
    /// A promise of the program is broken outside a batch: nothing more is written, and all who wait are told.
    /// </summary>
    public void Break()
    {
        _writer.Report(StoreFault.PromiseBroken);
        _writer.Wake();
    }

    public bool TryRunBatch()
    {
        var hasActed = RunActs();
        if (hasActed && _refusing is not null)
            return false;
        Collect();
        if (_batch.Count == 0)
            return hasActed;
        try
        {
            for (var from = 0; from < _batch.Count;)
            {
                if (from > 0)
                    TakeSinglesBefore(from);
                from = RunOrHalve(from, _batch.Count);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // What even quarantine cannot take breaks a promise of the program itself: nothing more is written.
            GiveUp(StoreWriter.FaultOf(exception) ?? StoreFault.PromiseBroken, exception);
        }

        _batch.Clear();
        return true;
    }

    public void Refuse(StoreFault fault)
    {
        var isFirst = _refusing is null;
        _refusing ??= new StoreUnavailableException(fault);
        while (_singles.TryDequeue(out var message))
        {
            NoLongerWaits(message);
            message.Waiter!.TrySetException(new StoreUnavailableException(fault));
        }

        RefuseActs(fault);
        _chunks.Clear();
        if (isFirst)
            Refused?.Invoke(fault);
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        _sql.Dispose();
        _spool.Dispose();
        _roomForChunks.Dispose();
    }

    private void Collect()
    {
        var started = _time.GetTimestamp();
        var lines = 0;
        while (lines < MaxBatchLines && _singles.TryDequeue(out var message))
        {
            NoLongerWaits(message);
            _batch.Add(new BatchItem(message, null, 0));
            lines += message.Weight;
        }

        while (lines < MaxBatchLines && _time.GetElapsedTime(started) < MaxBatchTime
            && TryNextEntry(lines, out var item))
        {
            _batch.Add(item);
            lines += item.Message.Weight;
        }
    }

    /// <summary>
    /// The next entry of the files, if it fits into the batch; a message larger than a batch is one alone.
    /// </summary>
    private bool TryNextEntry(int lines, out BatchItem item)
    {
        item = default;
        while (_chunk is not null || _chunks.TryDequeue(out _chunk))
        {
            if (_chunk.File.Feeding == _feeding && _nextInChunk < _chunk.Messages.Length)
            {
                var message = _chunk.Messages[_nextInChunk];
                if (_batch.Count > 0 && lines + message.Weight > MaxBatchLines)
                    return false;
                item = new BatchItem(message, _chunk.File, _chunk.EntryFrom + _nextInChunk);
                _nextInChunk++;
                return true;
            }

            _chunk = null;
            _nextInChunk = 0;
            _roomForChunks.Release();
        }

        return false;
    }

    private void NoLongerWaits(PreparedMessage message)
    {
        Interlocked.Decrement(ref _waitingSingles);
        Interlocked.Add(ref _waitingBytes, -message.Raw.Length);
    }

    /// <summary>After a transaction that ended early the single messages that came since go before the rest.</summary>
    private void TakeSinglesBefore(int next)
    {
        for (var lines = 0; lines < MaxBatchLines && _singles.TryDequeue(out var message); next++)
        {
            NoLongerWaits(message);
            _batch.Insert(next, new BatchItem(message, null, 0));
            lines += message.Weight;
        }
    }

    /// <returns>The first one that is not decided yet.</returns>
    private int RunOrHalve(int from, int until)
    {
        try
        {
            return Run(from, until, quarantine: false);
        }
        catch (Exception exception) when (StoreWriter.FaultOf(exception) is null
            && exception is not OutOfMemoryException)
        {
            if (until - from == 1)
                return Run(from, until, quarantine: true);
            // The other half comes next, as what is left of the batch.
            return RunOrHalve(from, from + (until - from) / 2);
        }
    }

    private int Run(int from, int until, bool quarantine)
    {
        var spoolStart = (_spool.Number, _spool.Length);
        var started = _time.GetTimestamp();
        var now = _time.NowMicroseconds();
        _answers.Clear();
        using var transaction = _connection.BeginTransaction(deferred: false);
        DecisionBatch batch;
        try
        {
            batch = NewBatch(transaction, now);
            Spool(from, until);
            SealDrawKeys(from, until, transaction);
            for (var i = from; i < until; i++)
            {
                var item = _batch[i];
                var failure = item.Message.Failure ?? Sabotage?.Invoke(item.Message);
                if (failure is not null && !quarantine && item.Message.Failure is null)
                    throw failure;
                _answers.Add(failure is not null || quarantine ? batch.Quarantine(item) : batch.Decide(item));
                if (i + 1 < until && IsEnough(item, _batch[i + 1], started))
                    until = i + 1;
            }

            batch.WriteTotals();
            WriteFiles(from, until, batch.Numbers, now);
            RecordBatch(transaction, batch.Numbers, until - from);
            WriteNumbers(batch.Numbers);
            transaction.Commit();
        }
        catch
        {
            _state.Lrns.Rollback();
            _sql.Rollback();
            _spool.ReturnTo(spoolStart.Number, spoolStart.Length);
            throw;
        }

        Complete(batch, from, until, now);
        return until;
    }

    /// <summary>
    /// What a message about an earlier declaration costs shows only when it is decided. Single messages are in the
    /// spool by then, so the transaction never ends among them.
    /// </summary>
    private bool IsEnough(in BatchItem item, in BatchItem next, long started) => next.File is not null
        && DeclarationTypes.IsAboutEarlier(item.Message.Checked.Kind)
        && _time.GetElapsedTime(started) >= MaxBatchTime;

    /// <summary>
    /// The batch is on disk: it is never undone and never run again. What fails now is the program itself; those who
    /// wait still get their answers, because they hold.
    /// </summary>
    private void Complete(DecisionBatch batch, int from, int until, long now)
    {
        try
        {
            SabotageAfterCommit?.Invoke();
            batch.Commit();
            _writer.ReportHealthy();
            Tell(from, until, now);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Answer(from, until);
            throw new StoreUnavailableException(StoreFault.PromiseBroken, exception);
        }
    }

    /// <summary>The hash of a day's key is in the trail before the first draw with it.</summary>
    private void SealDrawKeys(int from, int until, SqliteTransaction transaction)
    {
        var last = default(DateOnly);
        for (var i = from; i < until; i++)
        {
            if (_batch[i].Message.Assessment is not { } assessment || assessment.DrawDay == last)
                continue;
            last = assessment.DrawDay;
            // Everyone can see later that the draws of the day were fixed before its first one.
            EnsureCommitted(transaction, last);
        }
    }

    private void EnsureCommitted(SqliteTransaction transaction, DateOnly day)
    {
        try
        {
            _keys.EnsureCommitted(_connection, transaction, day);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A key that cannot be read now says nothing about the store, nor about the message: it is tried again.
            throw new StoreUnavailableException(StoreFault.Busy, exception);
        }
    }

    /// <summary>
    /// One record of the audit trail covers the batch: which sequences the system decided on, never one per line.
    /// </summary>
    private void RecordBatch(SqliteTransaction transaction, DeciderNumbers after, int messages)
    {
        var sequences = string.Create(
            CultureInfo.InvariantCulture, $"{_state.Numbers.NextSequence}-{after.NextSequence - 1}");
        _trail.Record(_connection, transaction, new TrailEntry(
            Actor.System, "intake:decide", "sequences", sequences,
            Details: string.Create(CultureInfo.InvariantCulture, $"{messages} messages")));
    }

    private void Spool(int from, int until)
    {
        for (var i = from; i < until; i++)
        {
            var item = _batch[i];
            if (item.File is null)
                item.Message.Place = new RawPlace(0, _spool.Append(item.Message.Raw.Span));
        }

        _spool.Flush();
    }

    /// <summary>One progress row and one range row for each run of entries of the same file.</summary>
    private void WriteFiles(int from, int until, DeciderNumbers numbers, long now)
    {
        for (var i = from; i < until;)
        {
            var first = _batch[i];
            var end = i + 1;
            while (end < until && ReferenceEquals(_batch[end].File, first.File))
                end++;
            if (first.File is { } file)
                WriteFile(file, first.Entry, _batch[end - 1].Entry + 1, CountsOf(i, end, from),
                    SequencesOf(i, end, from, numbers), now);
            i = end;
        }
    }

    private void WriteFile(
        OpenFile file, int entryFrom, int entryUntil, IntakeCounts counts, (long From, long Until) sequences, long now)
    {
        _sql.Batch.Add(file.Id).Add(entryFrom).Add(entryUntil).Add(sequences.From).Add(sequences.Until).Add(now).Run();
        _sql.FileProgress.Add(file.Id).Add(entryUntil).Add(counts.Accepted).Add(counts.Rejected).Add(counts.Unreadable)
            .Add(counts.Duplicates).Add(counts.Quarantined).Add(counts.Lines).Add(counts.Released).Add(counts.Selected)
            .Add(counts.Undecided).Add(now).Add(entryFrom).Run();
        Invariant.Holds(_sql.FileProgress.RowsChanged == 1, "The entries of a file are decided once and in order.");
    }

    private IntakeCounts CountsOf(int first, int end, int from)
    {
        var counts = default(IntakeCounts);
        for (var i = first; i < end; i++)
            counts.Add(_answers[i - from]);
        return counts;
    }

    /// <summary>
    /// The sequences that a run of entries was given: empty (equal) if none became a declaration or request.
    /// </summary>
    private (long From, long Until) SequencesOf(int first, int end, int from, DeciderNumbers numbers)
    {
        long low = numbers.NextSequence, high = numbers.NextSequence;
        var isSet = false;
        for (var i = first; i < end; i++)
        {
            var answer = _answers[i - from];
            if (answer.Outcome is not (MessageOutcome.Accepted or MessageOutcome.Rejected))
                continue;
            var sequence = answer.RequestId != 0 ? answer.RequestId : answer.DeclarationId;
            low = isSet ? low : sequence;
            high = sequence + 1;
            isSet = true;
        }

        return (low, isSet ? high : low);
    }

    private void Tell(int from, int until, long now)
    {
        // First: who waits for a file may look at the sums as soon as he hears that it is decided.
        Pulse.Add(CountsOf(from, until, from), now);
        for (var i = from; i < until;)
        {
            var file = _batch[i].File;
            var end = i + 1;
            while (end < until && ReferenceEquals(_batch[end].File, file))
                end++;
            if (file is not null)
                FileProgressed?.Invoke(file, _batch[end - 1].Entry + 1, CountsOf(i, end, from));
            i = end;
        }

        Answer(from, until);
    }

    private void Answer(int from, int until)
    {
        for (var i = from; i < until; i++)
            _batch[i].Message.Waiter?.TrySetResult(_answers[i - from]);
    }

    /// <summary>
    /// The store took nothing of this batch. Those who wait are told; entries of files are on disk and lose nothing:
    /// their
    /// file goes on from its last decided entry once the store takes writes again.
    /// </summary>
    private void GiveUp(StoreFault fault, Exception cause)
    {
        _writer.Report(fault);
        foreach (var item in _batch)
            item.Message.Waiter?.TrySetException(new StoreUnavailableException(fault, cause));
        if (fault is not (StoreFault.Full or StoreFault.Busy))
        {
            Refuse(fault);
            return;
        }

        _feeding++;
        FilesInterrupted?.Invoke();
    }

    /// <summary>Called once, on the writer's thread, when nothing more is taken until a restart.</summary>
    public Action<StoreFault>? Refused { get; set; }

    /// <summary>
    /// Called on the writer's thread when chunks were dropped undecided: their files must be fed again.
    /// </summary>
    public Action? FilesInterrupted { get; set; }
}

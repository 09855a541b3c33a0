// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>What people decide and terms do: each is a transaction of its own in the decider's order, before messages.
/// </summary>
internal sealed partial class Decider
{
    private const int MaxWaitingActs = 1_000;
    private const int ActsAtOnce = 20;
    private readonly ConcurrentQueue<Act> _acts = new();
    private int _waitingActs;

    /// <summary>Runs an act on the decider's thread; ends when it is on disk.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of it was kept; try again later.</exception>
    public Task<T> Run<T>(Func<DecisionBatch, DbConnection, DbTransaction, long, T> work)
    {
        if (_refusing is { } refused)
            throw new StoreUnavailableException(refused.Fault);
        if (Interlocked.Increment(ref _waitingActs) > MaxWaitingActs)
        {
            Interlocked.Decrement(ref _waitingActs);
            throw new StoreUnavailableException(StoreFault.Busy);
        }

        var act = new Act<T>(work);
        _acts.Enqueue(act);
        // It may have come after the last look into the queue: then no one but we can answer it.
        if (_refusing is { } since)
            act.Fail(new StoreUnavailableException(since.Fault));
        _writer.Wake();
        return act.Completion.Task;
    }

    /// <returns>False if there was none.</returns>
    private bool RunActs()
    {
        var ran = 0;
        for (; ran < ActsAtOnce && _refusing is null && _acts.TryDequeue(out var act); ran++)
        {
            Interlocked.Decrement(ref _waitingActs);
            try
            {
                RunAct(act);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                if (StoreWriter.FaultOf(exception) is not { } fault)
                {
                    act.Fail(exception);
                    continue;
                }

                act.Fail(new StoreUnavailableException(fault, exception));
                GiveUp(fault, exception);
            }
        }

        return ran > 0;
    }

    private void RunAct(Act act)
    {
        var now = _time.NowMicroseconds();
        using var transaction = _connection.BeginTransaction(deferred: false);
        DecisionBatch batch;
        try
        {
            batch = NewBatch(transaction, now);
            act.Work(batch, _connection, transaction, now);
            batch.WriteTotals();
            WriteNumbers(batch.Numbers);
            transaction.Commit();
        }
        catch
        {
            _state.Lrns.Rollback();
            _sql.Rollback();
            throw;
        }

        try
        {
            batch.Commit();
            _writer.ReportHealthy();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // It holds, as it is on disk; but what the decider knows is no longer what is there.
            act.Succeed();
            throw new StoreUnavailableException(StoreFault.PromiseBroken, exception);
        }

        act.Succeed();
    }

    private DecisionBatch NewBatch(SqliteTransaction transaction, long now) => new(new DecisionRows(
        _state, _sql, _connection, transaction, now, day => EnsureCommitted(transaction, day)));

    private void WriteNumbers(DeciderNumbers numbers) =>
        _sql.Numbers.Add(numbers.NextSequence).Add(numbers.NextLine).Add(numbers.NextHistory)
            .Add(_spool.Number).Add(_spool.Length).Run();

    private void RefuseActs(StoreFault fault)
    {
        while (_acts.TryDequeue(out var act))
        {
            Interlocked.Decrement(ref _waitingActs);
            act.Fail(new StoreUnavailableException(fault));
        }
    }

    private abstract class Act
    {
        public abstract void Work(
            DecisionBatch batch, DbConnection connection, DbTransaction transaction, long now);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class Act<T>(Func<DecisionBatch, DbConnection, DbTransaction, long, T> work) : Act
    {
        private T? _result;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Work(
            DecisionBatch batch, DbConnection connection, DbTransaction transaction, long now) =>
            _result = work(batch, connection, transaction, now);

        public override void Succeed() => Completion.TrySetResult(_result!);

        public override void Fail(Exception exception) => Completion.TrySetException(exception);
    }
}

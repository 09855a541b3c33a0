// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;

namespace Tolhuis.Platform;

/// <summary>
/// The way of every module to its tables. Any number of readers; one writer, on its own thread, so that no two
/// transactions ever wait for each other's lock.
/// </summary>
public interface IConnections
{
    /// <summary>A read-only connection; the caller disposes it and holds a snapshot for at most five seconds.</summary>
    DbConnection OpenRead();

    /// <summary>
    /// Runs the work in a transaction of its own on the writer's thread, between two batches of the decider, and
    /// returns
    /// after the commit is on disk. The work must be short and must not wait for anything.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store takes no writes now (disk full, failed sync,
    /// stopping).</exception>
    Task<T> Write<T>(Func<DbConnection, DbTransaction, T> work);
}

/// <summary>
/// The store takes no writes now; what it has can still be read. Nothing of the refused work was kept.
/// </summary>
public sealed class StoreUnavailableException(StoreFault fault, Exception? inner = null)
    : Exception($"The store takes no writes: {fault}.", inner)
{
    public StoreFault Fault { get; } = fault;
}

/// <summary>Why a store takes no writes.</summary>
public enum StoreFault
{
    /// <summary>The disk is full, or the stated bound of the store is reached.</summary>
    Full,

    /// <summary>
    /// A write or sync failed. What the system still holds in memory cannot be trusted: restart after repair.
    /// </summary>
    SyncFailed,

    /// <summary>The program is stopping.</summary>
    Stopping,

    /// <summary>
    /// A promise of the program itself is broken: nothing more is written. Run verify, restart, report it.
    /// </summary>
    PromiseBroken,

    /// <summary>More work waits than may wait; come back later.</summary>
    Busy,
}

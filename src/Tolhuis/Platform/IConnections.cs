// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;

namespace Tolhuis.Platform;

/// <summary>
/// The store's connections. Reading takes a connection of one's own, for at most five seconds; all writing goes through one
/// writer in one order, so that no two transactions ever wait for each other.
/// </summary>
public interface IConnections
{
    /// <summary>An open connection for reading; the caller disposes of it.</summary>
    DbConnection OpenRead();

    /// <summary>
    /// Runs the work in a transaction of the writer and commits. The task ends once the result is on disk. The work must use
    /// the connection and transaction it is given and nothing else of the store; if it throws, nothing is saved.
    /// </summary>
    Task<T> Write<T>(Func<DbConnection, DbTransaction, T> work);
}

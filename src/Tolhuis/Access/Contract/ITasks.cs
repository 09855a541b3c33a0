// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;

namespace Tolhuis.Access.Contract;

/// <summary>What a module asks to be done: for whom, under which purpose, about what, before when.</summary>
/// <param name="Module">Word of the module that opens it, e.g. <c>controls</c>.</param>
/// <param name="Kind">e.g. <c>control</c>; with the module it finds the page and the words for it.</param>
/// <param name="Purpose">Legal purpose under which one looks, e.g. <c>control-before-release</c>.</param>
/// <param name="DueAt">Microseconds since 1970 UTC; null without a term.</param>
public sealed record TaskRequest(
    string Module, string Kind, Role For, string Purpose, string ObjectKind, string ObjectId, string Subject,
    long? DueAt = null);

/// <summary>A task as it stands.</summary>
public sealed record TaskRow(
    long Id,
    string Module,
    string Kind,
    Role For,
    string Purpose,
    string ObjectKind,
    string ObjectId,
    string Subject,
    long OpenedAt,
    long? DueAt,
    long? TakenBy,
    string? TakenByName);

/// <summary>An open task as it stands within a transaction.</summary>
/// <param name="TakenAt">Microseconds since 1970 UTC; null while no one has it.</param>
/// <param name="IsSimulated">Who has it is an actor of the demo's simulation.</param>
public sealed record OpenTask(long Id, long? DueAt, long? TakenBy, long? TakenAt, bool IsSimulated);

/// <summary>
/// Tasks and the purposes under which people look. A lower module opens and closes them in its own transaction, so that
/// no work exists without a task and no task without work.
/// </summary>
public interface ITasks
{
    long Open(DbConnection connection, DbTransaction transaction, TaskRequest request);

    /// <summary>Closes every open task about that object; returns how many.</summary>
    int Close(DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId);

    /// <summary>Gives every open task about that object its term, unless an earlier one runs; returns how many.
    /// </summary>
    /// <param name="dueAt">Microseconds since 1970 UTC.</param>
    int SetDue(
        DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId,
        long dueAt);

    /// <summary>Gives every open task about that object this term and no other; returns how many.</summary>
    /// <param name="dueAt">Microseconds since 1970 UTC; null for none.</param>
    int PutDue(
        DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId,
        long? dueAt);

    /// <summary>The open task about that object as the transaction sees it; null if there is none.</summary>
    OpenTask? FindOpen(
        DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId);

    /// <summary>Takes a task within the transaction of what is done with it; false if another has it or it was closed.
    /// </summary>
    bool Take(DbConnection connection, DbTransaction transaction, long taskId, Actor by);

    /// <summary>True if a task about that object is open.</summary>
    bool IsOpen(DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId);

    /// <summary>Open tasks of the roles, those with the nearest term first; at most <paramref name="limit"/>.</summary>
    IReadOnlyList<TaskRow> ListOpen(IReadOnlyCollection<Role> roles, int limit = 50);

    /// <summary>
    /// The open task about each of these objects, by the object's id; at most 500 of them. One that has no open task is
    /// absent.
    /// </summary>
    IReadOnlyDictionary<string, TaskRow> FindOpen(
        string module, string objectKind, IReadOnlyCollection<string> objectIds);

    /// <summary>How many open tasks each role has.</summary>
    IReadOnlyDictionary<Role, long> CountOpen();

    /// <summary>Takes a task for one person; false if another had it first or it was closed.</summary>
    Task<bool> Take(long taskId, Actor by);

    /// <summary>
    /// Gives a task that was taken back to all. One's own without more; that of another, who may be ill or away, with a
    /// reason that stands in the trail. False if no one has it, it was closed, or the reason is missing.
    /// </summary>
    /// <param name="reason">At most 500 characters; longer is cut.</param>
    Task<bool> GiveBack(long taskId, Actor by, string reason = "");
}

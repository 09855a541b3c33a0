// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;

namespace Tolhuis.Access.Contract;

/// <summary>
/// Who acts: a person of the house, a submitter by his token, or the system itself. Kept as its number.
/// </summary>
public enum ActorKind : byte
{
    System = 0,
    Person = 1,
    Submitter = 2,
}

/// <summary>Who did or saw something.</summary>
public sealed record Actor(ActorKind Kind, long Id, string Name)
{
    public static Actor System { get; } = new(ActorKind.System, 0, "tolhuis");
}

/// <summary>
/// One record of the audit trail: action, object, result, origin, actor and time (BIO 8.15). Texts are cut at 400
/// characters, details at 4,000.
/// </summary>
/// <param name="Action">Word of the module and verb, e.g. <c>access:sign-in</c>, <c>declarations:view</c>.</param>
/// <param name="ObjectKind">e.g. <c>declaration</c>, <c>token</c>, <c>batch</c>.</param>
/// <param name="Outcome">e.g. <c>done</c>, <c>refused</c>.</param>
/// <param name="Origin">Network address or command from which it came.</param>
/// <param name="TaskId">The task under which it was done; null where there is none, which is itself telling.</param>
public sealed record TrailEntry(
    Actor Actor,
    string Action,
    string ObjectKind = "",
    string ObjectId = "",
    string Outcome = "done",
    string Origin = "",
    long? TaskId = null,
    string Details = "");

/// <summary>A record as read back. Its content is null once retention has destroyed it; the hash stays.</summary>
public sealed record TrailRow(
    long Id,
    long At,
    int ActorKind,
    long ActorId,
    string? ActorName,
    string Action,
    string? ObjectKind,
    string? ObjectId,
    string? Outcome,
    string? Origin,
    long? TaskId,
    string? Details);

/// <summary>Something that does not fit in the trail: what, and at which record, seal or head.</summary>
public sealed record TrailFault(string Kind, long Number, string Sentence);

/// <summary>
/// The audit trail: append-only, sealed in a chain per batch; the head of the chain is signed every minute to a file
/// outside the store. On the hot path one record covers a batch (from sequence to sequence), never one per line.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Records in the caller's own transaction, so that act and record stand or fall together.</summary>
    void Record(DbConnection connection, DbTransaction transaction, TrailEntry entry);

    /// <summary>
    /// Records by itself; ends once the record is on disk. What is looked at is shown after that, never before.
    /// </summary>
    Task Record(TrailEntry entry);

    /// <summary>Newest first; at most <paramref name="limit"/> records older than the given id.</summary>
    IReadOnlyList<TrailRow> List(int limit = 100, long? before = null);

    /// <summary>Seals every record that is not sealed yet; returns how many.</summary>
    Task<int> Seal();

    /// <summary>Signs the head of the chain to the file outside the store, if it moved.</summary>
    Task SignHead();

    /// <summary>
    /// Recomputes the chain and compares it with the signed heads; empty if all is well. At most 100 faults.
    /// </summary>
    IReadOnlyList<TrailFault> Verify();
}

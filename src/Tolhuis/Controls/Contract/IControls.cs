// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Controls.Contract;

/// <summary>State of a control order. Numbers are stored and never change.</summary>
public enum ControlState : byte
{
    Ordered = 1,
    InProgress = 2,
    Finished = 3,
}

/// <summary>An order to control one line.</summary>
/// <param name="Kind">The first reason's kind, see Risk: 1 mandatory, 2 sample, 3 profile.</param>
public sealed record ControlOrder(long Id, long DeclarationId, long LineId, int Kind, ControlState State,
    long OrderedAt)
{
    /// <summary>When someone first took the control; null while no one did.</summary>
    public long? TakenAt { get; init; }

    /// <summary>When the finding was saved or the order ended without one.</summary>
    public long? FinishedAt { get; init; }
}

/// <summary>Where the control of a declaration stands.</summary>
public enum ControlStage : byte
{
    /// <summary>Lines are still to be examined.</summary>
    ToExamine = 1,

    /// <summary>The declarant must correct.</summary>
    AwaitsCorrection = 2,

    /// <summary>The declarant corrected; a person looks.</summary>
    CorrectionCame = 3,

    /// <summary>An intended decision was told; the term to be heard runs.</summary>
    AwaitsView = 4,

    /// <summary>Heard, or the term is over: a person decides.</summary>
    ToDecide = 5,
}

/// <summary>The control of one declaration on the worklist.</summary>
/// <param name="Lines">Lines under control.</param>
/// <param name="Examined">Of these, with a finding.</param>
/// <param name="DueAt">The term of the present stage; null without.</param>
/// <param name="IsBlind">At least one order that is not yet examined is blind: its reasons and kind are hidden.</param>
/// <param name="HeldBy">Number of the person who took it; null if no one has it.</param>
public sealed record ControlCase(
    long DeclarationId, ControlStage Stage, int Lines, int Examined, int Kind, long OrderedAt, long? DueAt,
    bool IsBlind, long TaskId, long? HeldBy, string? HeldByName);

/// <summary>How many declarations are under control, by who has them.</summary>
/// <param name="Mine">Taken by the person who asks.</param>
/// <param name="Free">Taken by no one.</param>
/// <param name="Overdue">Their term is over, whoever has them.</param>
public sealed record HeldCounts(long Mine, long Free, long Overdue);

/// <summary>Which controls to list; all conditions hold together.</summary>
/// <param name="HeldBy">Taken by this person.</param>
/// <param name="IsFree">Taken by no one.</param>
/// <param name="IsOverdue">Its term is over.</param>
/// <param name="After">Key of the next page: the task number of the last row.</param>
public sealed record ControlFilter(
    ControlStage? Stage = null, int? Kind = null, DataSet? DataSet = null, long? HeldBy = null, bool IsFree = false,
    bool IsOverdue = false, long? After = null, int Limit = 50);

/// <summary>Questions about controls. Every answer is bounded.</summary>
public interface IControls
{
    IReadOnlyList<ControlOrder> Of(DeclarationRow declaration);

    /// <summary>Oldest first; at most 200.</summary>
    IReadOnlyList<ControlOrder> Open(int limit = 50, long after = 0);

    long CountOpen();

    ControlOrder? Find(long orderId);

    /// <summary>
    /// Declarations under control as a worklist: those with the nearest term first, then the oldest; at most 200. With
    /// a kind in the filter those that are examined blind are left out, and 2,000 are looked at.
    /// </summary>
    IReadOnlyList<ControlCase> Cases(ControlFilter filter);

    /// <summary>How many there are of each stage; counting stops at 10,000.</summary>
    IReadOnlyDictionary<ControlStage, long> CountCases();

    /// <summary>How many there are by who has them; counting stops at 200.</summary>
    HeldCounts CountHeld(long personId);

    /// <summary>The control of a declaration that is under control; null otherwise.</summary>
    ControlCase? CaseOf(long declarationId);

    /// <summary>
    /// The first declaration of a filter whose control no one has and that waits for a person, as the decider's own
    /// transaction sees it; null if there is none. With a kind in the filter 60 are looked at.
    /// </summary>
    long? NextFree(DbConnection connection, DbTransaction transaction, ControlFilter filter);

    /// <summary>
    /// True while the reasons of the order are hidden from whoever examines: until its finding is saved, where the
    /// dated share of its kind says so.
    /// </summary>
    bool IsBlind(ControlOrder order);

    /// <summary>Findings about a declaration, oldest first; at most 500.</summary>
    IReadOnlyList<Finding> Findings(long declarationId);

    /// <summary>Intended decisions about a held declaration, oldest first; at most 100.</summary>
    IReadOnlyList<Hearing> Hearings(long declarationId);

    /// <summary>
    /// Intended decisions on held declarations of these declarants on which a view can still be given and none was, the
    /// nearest end first; at most 200.
    /// </summary>
    IReadOnlyList<Hearing> HearingsOpen(IReadOnlyList<long> declarantIds, int limit = 50);

    /// <summary>The intended decision on a held declaration that is neither decided nor withdrawn; null if none is.
    /// </summary>
    Hearing? OpenHearing(DeclarationRow declaration);

    /// <summary>Results of the lines of a declaration, once it is decided what becomes of them; at most 500.</summary>
    IReadOnlyList<ControlOutcome> Outcomes(long declarationId);

    /// <summary>Results by the instant they ended, newest first; at most 200.</summary>
    IReadOnlyList<ControlOutcome> Outcomes(OutcomeFilter filter);

    /// <summary>What controls brought that ended in a period of Dutch days.</summary>
    /// <param name="last">Last day of the period.</param>
    ControlEffect Effect(DateOnly from, DateOnly last, bool withSimulated = true);

    /// <summary>The same for each of these days on which a control ended with a result, oldest first.</summary>
    IReadOnlyList<DayEffect> EffectByDay(DateOnly from, DateOnly last, bool withSimulated = true);
}

/// <summary>Which results to list; all conditions hold together.</summary>
/// <param name="DeclarantId">Of declarations of this declarant.</param>
/// <param name="EndedFrom">Ended on this Dutch day or later.</param>
/// <param name="EndedLast">Ended on this Dutch day or earlier.</param>
/// <param name="Before">Only orders with a lower number: the key of the next page.</param>
/// <param name="IsReal">Without what an actor of the demo's simulation found.</param>
public sealed record OutcomeFilter(
    string? Result = null, string? ErrorKind = null, int? Kind = null, long? DeclarantId = null,
    DateOnly? EndedFrom = null, DateOnly? EndedLast = null, long? Before = null, int Limit = 50, bool IsReal = false);

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Contract;

/// <summary>
/// A declaration as it stands, without its lines: of an amended one the present version. Amounts in euro cents,
/// instants in microseconds UTC.
/// </summary>
/// <param name="RawFileId">Received file that holds the message; 0 for the spool.</param>
/// <param name="Relodgings">1 if its consignment was lodged before.</param>
public sealed record DeclarationRow(
    long Id,
    Mrn Mrn,
    long SubmitterId,
    long DeclarantId,
    DataSet DataSet,
    string Lrn,
    int Attempt,
    long ReceivedAt,
    DeclarationState State,
    long RawFileId,
    long RawEntry,
    int Edition,
    int Relodgings,
    DateOnly DrawDay,
    long FirstLine,
    int LineCount,
    long ValueCents,
    long DutyCents,
    long VatCents)
{
    /// <summary>11 02 001 000; NUL where the data set has none.</summary>
    public char AdditionalType { get; init; } = 'A';

    /// <summary>
    /// Date whose law counts (UCC 77, 85, 172): of acceptance, or of entry in the records; null while not accepted.
    /// </summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>Version that stands: 1 as lodged, then one more for every amendment or correction.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Last day on which the goods can be presented; only while they are not.</summary>
    public DateOnly? LapsesOn { get; init; }

    /// <summary>Last day for the supplementary declaration; only while it is not lodged.</summary>
    public DateOnly? SupplementDueOn { get; init; }

    /// <summary>The simplified declaration or entry that this one supplements; null for any other.</summary>
    public long? SupplementsId { get; init; }

    /// <summary>Version of the message model that its content is written in: the major version of the EUCDM.</summary>
    public int MessageVersion { get; init; } = 6;
}

/// <summary>What a declaration said at one time: as lodged, presented, amended or corrected. Never changes.</summary>
/// <param name="Version">From 1.</param>
/// <param name="RequestId">The request that made it; null for the version as lodged.</param>
/// <param name="LawDay">Day whose law it was decided on.</param>
public sealed record VersionRow(
    long DeclarationId,
    int Version,
    MessageKind Kind,
    long? RequestId,
    long RecordedAt,
    int Edition,
    DateOnly LawDay,
    DateOnly DrawDay,
    long RawFileId,
    long RawEntry,
    long FirstLine,
    int LineCount,
    long ValueCents,
    long DutyCents,
    long VatCents)
{
    /// <summary>11 02 001 000 as it was decided: D while only received, A for the same once presented.</summary>
    public char DecidedAs { get; init; } = 'A';

    /// <summary>Version of the message model that its content is written in: the major version of the EUCDM.</summary>
    public int MessageVersion { get; init; } = 6;
}

/// <summary>
/// A message about an earlier declaration, and what became of it. Its number is of the same series as those of
/// declarations, so that <see cref="IDeclarations.Problems"/> knows it too.
/// </summary>
/// <param name="DeclarationId">0 if the declaration was not found.</param>
/// <param name="VersionMade">Version that it made; 0 if none.</param>
/// <param name="DecidedBy">Name of the person who decided; null for the decider and while undecided. Never outward.
/// </param>
/// <param name="Reason">Reason of the decision in that person's words; empty where the law decided.</param>
public sealed record RequestRow(
    long Id,
    long DeclarationId,
    MessageKind Kind,
    long SubmitterId,
    string Lrn,
    int Attempt,
    long ReceivedAt,
    RequestState State,
    string ReasonCode,
    string ReasonText,
    Claim? Claim,
    int VersionMade,
    long RawFileId,
    long RawEntry,
    long? DecidedAt,
    string? DecidedBy,
    string Reason)
{
    /// <summary>Version of the message model that it is written in: the major version of the EUCDM.</summary>
    public int MessageVersion { get; init; } = 6;
}

/// <summary>What customs asks of a declarant: to correct his declaration (after a control or a doubt).</summary>
/// <param name="AnsweredBy">Request that answered it; null while it did not come.</param>
public sealed record CorrectionAsked(
    long Id, long DeclarationId, long AskedAt, string AskedBy, string Reason, DateOnly DueOn, long? AnsweredBy)
{
    /// <summary>When customs asked it no more, without an answer; null otherwise.</summary>
    public long? ClosedAt { get; init; }

    /// <summary>The declarant is still asked to correct.</summary>
    public bool IsOpen => AnsweredBy is null && ClosedAt is null;

    /// <summary>It is open and its term runs: until then customs waits for it.</summary>
    public bool IsAwaited(DateOnly today) => IsOpen && today <= DueOn;
}

/// <summary>A goods item as decided. Masses in millionths of a kilogram.</summary>
public sealed record LineRow(
    long Id,
    int Item,
    CommodityCode Code,
    CountryCode Country,
    string Description,
    Money Value,
    long ValueCents,
    long GrossMass,
    long NetMass,
    string AdditionalProcedures,
    long DutyCents,
    long VatCents,
    LineOutcome Outcome);

/// <summary>A history row; outward it is a notification.</summary>
/// <param name="Seq">Ascending over all declarations: the cursor of the pull box.</param>
public sealed record HistoryRow(long Seq, long DeclarationId, HistoryKind Kind, long At, string? Detail);

/// <summary>Which declarations to list. All given conditions hold together.</summary>
/// <param name="Search">MRN, or the beginning of nothing else: a whole local reference number.</param>
/// <param name="Before">Only those with a lower own number: the key of the next page.</param>
public sealed record DeclarationFilter(
    string Search = "",
    DeclarationState? State = null,
    DataSet? DataSet = null,
    long? DeclarantId = null,
    long? SubmitterId = null,
    DateOnly? ReceivedFrom = null,
    DateOnly? ReceivedUntil = null,
    long? Before = null,
    int Limit = 50)
{
    /// <summary>Only those of one of these declarants; of none if it is empty. At most 1,001.</summary>
    public IReadOnlyList<long>? DeclarantIds { get; init; }

    /// <summary>Only those with a term of this kind that still runs or was not met.</summary>
    public DeclarationTerm? Term { get; init; }

    /// <summary>With <see cref="Term"/>: its last day is not before this one.</summary>
    public DateOnly? LastDayFrom { get; init; }

    /// <summary>With <see cref="Term"/>: its last day is before this one.</summary>
    public DateOnly? LastDayBefore { get; init; }
}

/// <summary>Terms that run for a declaration. Numbers are stored and never change.</summary>
public enum DeclarationTerm : byte
{
    /// <summary>Presentation of pre-lodged goods (UCC 171).</summary>
    Presentation = 1,

    /// <summary>The supplementary declaration (Delegated Regulation 2015/2446, art. 146).</summary>
    Supplement = 2,
}

/// <summary>Terms that run on a day; each count stops at <see cref="Most"/>.</summary>
/// <param name="AwaitPresentation">Pre-lodged declarations of which the goods are not presented.</param>
/// <param name="LapseSoon">Of these, those whose last day is within the days asked.</param>
/// <param name="SupplementsOverdue">Supplementary declarations that should have come before the day.</param>
public sealed record TermCounts(long AwaitPresentation, long LapseSoon, long SupplementsOverdue)
{
    public const int Most = 10_000;
}

/// <summary>
/// Totals of Dutch days, summed over what was not asked for: rejected ones on the day of receipt, accepted ones with
/// their lines and amounts on that of acceptance.
/// </summary>
public sealed record DayRow(
    DateOnly Day,
    long DeclarantId,
    DataSet DataSet,
    long Accepted,
    long Rejected,
    long Lines,
    long Released,
    long Selected,
    long Undecided,
    long Relodged,
    long ValueCents,
    long DutyCents,
    long VatCents)
{
    /// <summary>Pre-lodged ones received that day, whatever became of them.</summary>
    public long Received { get; init; }
}

/// <summary>What a declarant lodged in a period, and what of it waits now. Amounts in euro cents.</summary>
/// <param name="Declarations">Accepted and rejected ones.</param>
/// <param name="UnderControl">Declarations under control at this moment, whenever they came.</param>
/// <param name="DebtCents">Duty and VAT of accepted ones.</param>
public sealed record DeclarantTotals(
    long DeclarantId, long Declarations, long Rejected, long Lines, long DebtCents, long UnderControl)
{
    /// <summary>Rejected ones as a share of all, 0 to 1; null without any.</summary>
    public double? RejectedShare => Declarations == 0 ? null : (double)Rejected / Declarations;
}

/// <summary>Questions about declarations. Every answer is bounded.</summary>
public interface IDeclarations
{
    DeclarationRow? Find(long id);

    DeclarationRow? Find(Mrn mrn);

    /// <summary>Newest first; at most 200.</summary>
    IReadOnlyList<DeclarationRow> List(DeclarationFilter filter);

    IReadOnlyList<LineRow> Lines(DeclarationRow declaration, int limit = 9_999);

    IReadOnlyList<Problem> Problems(long declarationId);

    /// <summary>Problems of all declarations with own numbers from the first up to, not including, the last.</summary>
    ILookup<long, Problem> ProblemsBetween(long from, long until);

    /// <summary>Oldest first.</summary>
    IReadOnlyList<HistoryRow> History(long declarationId);

    /// <summary>
    /// Pull box: rows of one submitter after a cursor, oldest first, at most 500, not older than 30 days.
    /// </summary>
    IReadOnlyList<HistoryRow> Notifications(long submitterId, long after, int limit, long now);

    /// <summary>One row per day, declarant and data set in the period.</summary>
    IReadOnlyList<DayRow> Days(DateOnly from, DateOnly until);

    /// <summary>The same of one declarant; at most 400 days.</summary>
    IReadOnlyList<DayRow> DaysOf(long declarantId, DateOnly from, DateOnly until);

    /// <summary>Every declarant who lodged in the period or has something under control, most lines first.</summary>
    IReadOnlyList<DeclarantTotals> Declarants(DateOnly from, DateOnly until);

    /// <summary>
    /// Requests about declarations of a declarant, newest first; found among the newest 5,000 of all; at most 50.
    /// </summary>
    IReadOnlyList<RequestRow> RequestsOf(long declarantId, int limit = 10);

    /// <summary>
    /// All versions, oldest first; empty for a declaration that has only the version as lodged, which is the row
    /// itself.
    /// </summary>
    IReadOnlyList<VersionRow> Versions(long declarationId);

    /// <summary>Lines of an earlier version.</summary>
    IReadOnlyList<LineRow> Lines(VersionRow version, int limit = 9_999);

    RequestRow? Request(long requestId);

    /// <summary>The request that changed (<see cref="HistoryKind.Corrected"/>) or ended (<see
    /// cref="HistoryKind.Invalidated"/>) a declaration at an instant; null for other kinds.</summary>
    RequestRow? RequestBehind(HistoryRow row);

    /// <summary>Requests about a declaration, oldest first; at most 500.</summary>
    IReadOnlyList<RequestRow> Requests(long declarationId);

    /// <summary>Requests that wait for a person, oldest first, with a higher number than given; at most 200.</summary>
    IReadOnlyList<RequestRow> PendingRequests(long after = 0, int limit = 50);

    /// <summary>Corrections that customs asked of the declarant, oldest first; at most 500.</summary>
    IReadOnlyList<CorrectionAsked> CorrectionsAsked(long declarationId);

    /// <summary>
    /// Corrections asked of one of these declarants that are not answered, the nearest last day first; at most 200.
    /// </summary>
    IReadOnlyList<CorrectionAsked> CorrectionsOpen(IReadOnlyList<long> declarantIds, int limit = 200);

    /// <summary>What people did with a request before and with its decision, oldest first; at most 100.</summary>
    IReadOnlyList<RequestAct> RequestActs(long requestId);

    /// <summary>Terms that run, as they stand on a day.</summary>
    /// <param name="soonDays">How many days ahead is soon; the day itself counts.</param>
    TermCounts CountTerms(DateOnly day, int soonDays);

    /// <summary>How many wait for a person now, per state.</summary>
    IReadOnlyDictionary<DeclarationState, long> CountWaiting();
}

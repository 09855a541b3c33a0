// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Contract;

/// <summary>
/// A declaration as it stands, without its lines. Amounts in euro cents, instants in microseconds UTC.
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
    long VatCents);

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
    int Limit = 50);

/// <summary>Totals of Dutch days of receipt, summed over what was not asked for.</summary>
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
    long VatCents);

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

    /// <summary>How many wait for a person now, per state.</summary>
    IReadOnlyDictionary<DeclarationState, long> CountWaiting();
}

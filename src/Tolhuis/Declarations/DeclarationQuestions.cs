// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations;

/// <summary>Answers questions about declarations, each on a connection of its own.</summary>
public sealed class DeclarationQuestions(IConnections connections, ITariff tariff) : IDeclarations
{
    public DeclarationRow? Find(long id)
    {
        using var connection = connections.OpenRead();
        return DeclarationsStore.Find(connection, id);
    }

    public DeclarationRow? Find(Mrn mrn)
    {
        if (!mrn.TryGetSequence(out var id))
            return null;
        var row = Find(id);
        // The year stands in the number too: only the very number that was given out finds its declaration.
        return row is not null && row.Mrn == mrn ? row : null;
    }

    public IReadOnlyList<DeclarationRow> List(DeclarationFilter filter)
    {
        if (filter.DeclarantIds is { Count: 0 })
            return [];
        using var connection = connections.OpenRead();
        List<long>? ids = null;
        if (filter.Search.Trim() is { Length: > 0 } search)
        {
            ids = IdsOf(connection, search, filter);
            if (ids.Count == 0)
                return [];
        }

        (long First, long Last)? range = null;
        if (filter.ReceivedFrom is not null || filter.ReceivedUntil is not null)
        {
            range = DeclarationsStore.IdsOf(
                connection, filter.ReceivedFrom?.DayNumber ?? 0, filter.ReceivedUntil?.DayNumber ?? int.MaxValue);
            if (range is null)
                return [];
        }

        return ids is null && filter.DeclarantIds is { } declarants && IsByDeclarant(filter)
            ? OfEach(connection, filter, declarants, range)
            : DeclarationsStore.List(connection, filter, ids, range).ToList();
    }

    // Those that wait or ended otherwise are few and have an index of their own; of the others a declarant may have
    // millions, and his index gives the newest first.
    private static bool IsByDeclarant(DeclarationFilter filter) =>
        filter.Term is null && filter.State is null or DeclarationState.Released or DeclarationState.Rejected;

    // Each declarant by his own index: asked for at once, the newest of all would be found by sorting all of them.
    private static List<DeclarationRow> OfEach(
        DbConnection connection, DeclarationFilter filter, IReadOnlyList<long> declarants,
        (long First, long Last)? range) =>
        declarants.Distinct()
            .SelectMany(id => DeclarationsStore.List(
                connection, filter with { DeclarantId = id, DeclarantIds = null }, null, range))
            .OrderByDescending(row => row.Id).Take(Math.Clamp(filter.Limit, 1, 201)).ToList();

    public IReadOnlyList<LineRow> Lines(DeclarationRow declaration, int limit = 9_999)
    {
        using var connection = connections.OpenRead();
        var until = declaration.FirstLine + Math.Min(declaration.LineCount, limit);
        return DeclarationsStore.Lines(connection, declaration.FirstLine, until).ToList();
    }

    public IReadOnlyList<Problem> Problems(long declarationId)
    {
        using var connection = connections.OpenRead();
        return DeclarationsStore.Problems(connection, declarationId).ToList();
    }

    public ILookup<long, Problem> ProblemsBetween(long from, long until)
    {
        using var connection = connections.OpenRead();
        return DeclarationsStore.ProblemsBetween(connection, from, until)
            .ToLookup(row => row.DeclarationId, row => row.Problem);
    }

    public IReadOnlyList<HistoryRow> History(long declarationId)
    {
        using var connection = connections.OpenRead();
        return DeclarationsStore.History(connection, declarationId).ToList();
    }

    public IReadOnlyList<HistoryRow> Notifications(long submitterId, long after, int limit, long now)
    {
        using var connection = connections.OpenRead();
        // How long notifications can be read again is a dated setting, like every term.
        var days = tariff.Current.On(DutchTime.DateOf(now)).Setting("pull-box-days");
        var notBefore = now - (long)TimeSpan.FromDays(days).TotalMicroseconds;
        return DeclarationsStore.Notifications(connection, submitterId, after, Math.Clamp(limit, 1, 500), notBefore)
            .ToList();
    }

    public IReadOnlyList<DayRow> Days(DateOnly from, DateOnly until)
    {
        using var connection = connections.OpenRead();
        return DeclarationsStore.Days(connection, from.DayNumber, until.DayNumber).ToList();
    }

    public IReadOnlyList<DayRow> DaysOf(long declarantId, DateOnly from, DateOnly until)
    {
        using var connection = connections.OpenRead();
        return DeclarantsStore.DaysOf(
            connection, declarantId, Math.Max(from.DayNumber, until.DayNumber - 400), until.DayNumber).ToList();
    }

    public IReadOnlyList<DeclarantTotals> Declarants(DateOnly from, DateOnly until)
    {
        using var connection = connections.OpenRead();
        return DeclarantsStore.Totals(connection, from.DayNumber, until.DayNumber).ToList();
    }

    public IReadOnlyList<RequestRow> RequestsOf(long declarantId, int limit = 10)
    {
        using var connection = connections.OpenRead();
        return RequestsStore.OfDeclarant(connection, declarantId, Math.Clamp(limit, 1, 50)).ToList();
    }

    public IReadOnlyList<VersionRow> Versions(long declarationId)
    {
        using var connection = connections.OpenRead();
        return RequestsStore.Versions(connection, declarationId).ToList();
    }

    public IReadOnlyList<LineRow> Lines(VersionRow version, int limit = 9_999)
    {
        using var connection = connections.OpenRead();
        var until = version.FirstLine + Math.Min(version.LineCount, limit);
        return DeclarationsStore.Lines(connection, version.FirstLine, until).ToList();
    }

    public RequestRow? Request(long requestId)
    {
        using var connection = connections.OpenRead();
        return RequestsStore.Find(connection, requestId);
    }

    public RequestRow? RequestBehind(HistoryRow row)
    {
        if (row.Kind is not (HistoryKind.Corrected or HistoryKind.Invalidated))
            return null;
        using var connection = connections.OpenRead();
        return RequestsStore.Behind(
            connection, row.DeclarationId, row.At, isInvalidation: row.Kind == HistoryKind.Invalidated);
    }

    public IReadOnlyList<RequestRow> Requests(long declarationId)
    {
        using var connection = connections.OpenRead();
        return RequestsStore.Of(connection, declarationId).ToList();
    }

    public IReadOnlyList<RequestRow> PendingRequests(long after = 0, int limit = 50)
    {
        using var connection = connections.OpenRead();
        return RequestsStore.Pending(connection, after, Math.Clamp(limit, 1, 200)).ToList();
    }

    public IReadOnlyList<CorrectionAsked> CorrectionsAsked(long declarationId)
    {
        using var connection = connections.OpenRead();
        return RequestsStore.CorrectionsAsked(connection, declarationId).ToList();
    }

    public IReadOnlyList<CorrectionAsked> CorrectionsOpen(IReadOnlyList<long> declarantIds, int limit = 200)
    {
        if (declarantIds.Count == 0)
            return [];
        using var connection = connections.OpenRead();
        return RequestsStore.CorrectionsOpen(connection, declarantIds, Math.Clamp(limit, 1, 200)).ToList();
    }

    public IReadOnlyList<RequestAct> RequestActs(long requestId)
    {
        using var connection = connections.OpenRead();
        return RequestActsStore.Of(connection, requestId).ToList();
    }

    public TermCounts CountTerms(DateOnly day, int soonDays)
    {
        using var connection = connections.OpenRead();
        return DeclarationsStore.CountTerms(connection, day.DayNumber, day.DayNumber + soonDays);
    }

    public IReadOnlyDictionary<DeclarationState, long> CountWaiting()
    {
        using var connection = connections.OpenRead();
        return DeclarationsStore.CountWaiting(connection).ToDictionary(row => row.State, row => row.Count);
    }

    private static List<long> IdsOf(DbConnection connection, string search, DeclarationFilter filter)
    {
        // People paste numbers with blanks and in lower case.
        var compact = search.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (Mrn.TryParse(compact.AsSpan(), out var mrn, out _) && mrn.TryGetSequence(out var id))
            return DeclarationsStore.Find(connection, id) is { } row && row.Mrn == mrn ? [id] : [];
        return DeclarationsStore.FindByLrn(connection, search.Trim(), filter.SubmitterId, filter.DeclarantIds);
    }
}

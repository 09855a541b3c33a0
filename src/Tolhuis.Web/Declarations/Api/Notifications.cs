// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>All that a notification says, before it takes the form of JSON or XML.</summary>
/// <param name="Request">The request that it is about, without words if it is of another submitter; null if it is about
/// the declaration itself.</param>
/// <param name="RequestState">What became of that request with this notification.</param>
/// <param name="Lrn">Of the declaration; of the request where the declaration is of another submitter.</param>
/// <param name="Attempt">With that reference.</param>
/// <param name="Explanation">Words of a person for the declarant; null where no one said anything.</param>
/// <param name="DueOn">Last day of what is asked, or of what was not done.</param>
/// <param name="DueAt">First instant after a term that is counted in hours; null for a term in days.</param>
internal sealed record Notification(
    HistoryRow Row,
    DeclarationRow Declaration,
    RequestRow? Request,
    RequestState? RequestState,
    string Lrn,
    int Attempt,
    string? Explanation,
    DateOnly? DueOn,
    long? DueAt,
    IReadOnlyList<ProblemItem> Problems);

/// <summary>Puts history rows together with what they are about.</summary>
internal sealed class Notifications(IDeclarations declarations, TraderEdition edition, ProblemTexts texts)
{
    /// <summary>Null for a row inside the house, or about nothing that can be found.</summary>
    public Notification? Of(HistoryRow row, long submitterId, string language)
    {
        if (!TraderEdition.IsVisible(row.Kind) || declarations.Find(row.DeclarationId) is not { } declaration)
            return null;
        var decided = row.Kind == HistoryKind.RequestDecided ? RequestDecided.Parse(row.Detail) : null;
        var intended = row.Kind == HistoryKind.IntendedDecision ? IntendedDecision.Parse(row.Detail) : null;
        var held = row.Kind == HistoryKind.IntendedDetermination ? IntendedDetermination.Parse(row.Detail) : null;
        var request = (decided?.RequestId ?? intended?.RequestId) is { } about
            ? declarations.Request(about)
            : RequestOf(row);
        // Two may act for one declarant; what one of them writes and is answered is not for the other.
        var isOwnRequest = request is null || request.SubmitterId == submitterId;
        if (!isOwnRequest)
            request = TraderEdition.WithoutWords(request!);
        var (lrn, attempt) = declaration.SubmitterId == submitterId
            ? (declaration.Lrn, declaration.Attempt) : (request?.Lrn ?? "", request?.Attempt ?? 1);
        return new Notification(
            row, declaration, request,
            intended is not null ? RequestState.Pending : StateToldBy(row, decided, request), lrn, attempt,
            isOwnRequest ? intended?.Grounds ?? held?.Grounds ?? ExplanationOf(row, decided) : null,
            // A term in hours is over within its last day; what is left of that day is too late.
            intended?.HearUntil ?? (held is null ? DueOn(row, declaration) : DutchTime.DateOf(held.EndsAt - 1)),
            held?.EndsAt,
            isOwnRequest ? ProblemsOf(row, declaration, request, language) : []);
    }

    public NotificationBody Body(Notification notification)
    {
        var (row, declaration, request, state, lrn, attempt, explanation, dueOn, dueAt, problems) = notification;
        var (kind, message) = TraderWords.Of(row.Kind);
        return new NotificationBody(
            row.Seq, kind, ((int)row.Kind).ToString("00", CultureInfo.InvariantCulture), message, ApiTime.Of(row.At),
            TraderEdition.MrnOf(declaration), lrn, attempt, request?.Id,
            request is { Lrn.Length: > 0 } ? request.Lrn : null,
            state is { } known && request is not null ? edition.StateOf(request.DeclarationId, known) : null,
            explanation, dueOn, problems)
        {
            HearUntil = dueAt is { } end ? ApiTime.Of(end) : null,
        };
    }

    // That it was received is told while it waits, and stays so when it is read again.
    private static RequestState? StateToldBy(HistoryRow row, RequestDecided? decided, RequestRow? request) =>
        request is null ? null
        : row.Kind == HistoryKind.Received ? RequestState.Pending
        : decided?.State ?? request.State;

    private static string? ExplanationOf(HistoryRow row, RequestDecided? decided)
    {
        // Of amounts and particulars that customs determined the reason stands with the row; no one else gives one.
        var text = row.Kind is HistoryKind.DocumentsRequested or HistoryKind.DebtDetermined or HistoryKind.Corrected
            or HistoryKind.IntentWithdrawn or HistoryKind.NotReleased ? row.Detail : decided?.Reason;
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private DateOnly? DueOn(HistoryRow row, DeclarationRow declaration) => row.Kind switch
    {
        HistoryKind.DocumentsRequested => declarations.CorrectionsAsked(declaration.Id)
            .LastOrDefault(asked => asked.AskedAt == row.At)?.DueOn,
        HistoryKind.SupplementDue or HistoryKind.Lapsed or HistoryKind.CorrectionOverdue
            or HistoryKind.CorrectionReminder when DateOnly.TryParseExact(
            row.Detail, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };

    private RequestRow? RequestOf(HistoryRow row) => row.Kind switch
    {
        // A message about a declaration has its number there; a declaration itself has none.
        HistoryKind.Rejected or HistoryKind.Received => long.TryParse(
            row.Detail, CultureInfo.InvariantCulture, out var id) ? declarations.Request(id) : null,
        _ => declarations.RequestBehind(row),
    };

    private IReadOnlyList<ProblemItem> ProblemsOf(
        HistoryRow row, DeclarationRow declaration, RequestRow? request, string language)
    {
        if (row.Kind != HistoryKind.Rejected)
            return [];
        var (id, receivedAt) = request is not null
            ? (request.Id, request.ReceivedAt) : (declaration.Id, declaration.ReceivedAt);
        return texts.ForTrader(declarations.Problems(id), receivedAt, language);
    }
}

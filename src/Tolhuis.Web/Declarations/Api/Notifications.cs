// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>All that a notification says, before it takes the form of JSON or XML.</summary>
/// <param name="Declaration">Null for a request about a declaration that was not found.</param>
/// <param name="Request">The request that it is about; null if it is about the declaration itself.</param>
/// <param name="RequestState">What became of that request with this notification.</param>
/// <param name="Lrn">Of the declaration; of the request where the declaration is of another submitter.</param>
/// <param name="Explanation">Words of a person for the declarant; null where no one said anything.</param>
/// <param name="DueOn">Last day of what is asked, or of what was not done.</param>
internal sealed record Notification(
    HistoryRow Row,
    DeclarationRow? Declaration,
    RequestRow? Request,
    RequestState? RequestState,
    string Lrn,
    string? Explanation,
    DateOnly? DueOn,
    IReadOnlyList<ProblemItem> Problems);

/// <summary>Puts history rows together with what they are about.</summary>
internal sealed class Notifications(IDeclarations declarations, TraderEdition edition, ProblemTexts texts)
{
    /// <summary>Null for a row inside the house, or about nothing that can be found.</summary>
    public Notification? Of(HistoryRow row, long submitterId, string language)
    {
        if (!TraderEdition.IsVisible(row.Kind))
            return null;
        var declaration = declarations.Find(row.DeclarationId);
        var decided = row.Kind == HistoryKind.RequestDecided ? RequestDecided.Parse(row.Detail) : null;
        // A rejected request stands in the box under its own number.
        var request = declaration is null ? declarations.Request(row.DeclarationId)
            : decided is not null ? declarations.Request(decided.RequestId) : declarations.RequestBehind(row);
        if (declaration is null && request is null)
            return null;
        declaration ??= declarations.Find(request!.DeclarationId);
        var isOwn = declaration?.SubmitterId == submitterId;
        return new Notification(
            row, declaration, request, decided?.State ?? request?.State,
            (isOwn ? declaration?.Lrn : request?.Lrn) ?? "", ExplanationOf(row, decided),
            DueOn(row, declaration), ProblemsOf(row, declaration, request, language));
    }

    public NotificationBody Body(Notification notification)
    {
        var (row, declaration, request, state, lrn, explanation, dueOn, problems) = notification;
        var (kind, message) = TraderWords.Of(row.Kind);
        return new NotificationBody(
            row.Seq, kind, ((int)row.Kind).ToString("00", CultureInfo.InvariantCulture), message, ApiTime.Of(row.At),
            declaration is null ? null : TraderEdition.MrnOf(declaration), lrn,
            declaration?.Attempt ?? request?.Attempt ?? 1, request?.Id, request?.Lrn,
            state is { } known && request is not null ? edition.StateOf(request.DeclarationId, known) : null,
            explanation, dueOn, problems);
    }

    private static string? ExplanationOf(HistoryRow row, RequestDecided? decided)
    {
        var text = row.Kind == HistoryKind.DocumentsRequested ? row.Detail : decided?.Reason;
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private DateOnly? DueOn(HistoryRow row, DeclarationRow? declaration) => row.Kind switch
    {
        HistoryKind.DocumentsRequested when declaration is not null => declarations.CorrectionsAsked(declaration.Id)
            .LastOrDefault(asked => asked.AskedAt == row.At)?.DueOn,
        HistoryKind.SupplementDue or HistoryKind.Lapsed when DateOnly.TryParseExact(
            row.Detail, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };

    private IReadOnlyList<ProblemItem> ProblemsOf(
        HistoryRow row, DeclarationRow? declaration, RequestRow? request, string language)
    {
        if (row.Kind != HistoryKind.Rejected)
            return [];
        var (id, receivedAt) = request is not null
            ? (request.Id, request.ReceivedAt) : (declaration!.Id, declaration.ReceivedAt);
        return texts.ForTrader(declarations.Problems(id), receivedAt, language);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>All that a notification says, before it takes the form of JSON or XML.</summary>
/// <param name="Declaration">Null for a request about a declaration that was not found.</param>
/// <param name="Request">The request that it is about; null if it is about the declaration itself.</param>
/// <param name="Asked">The correction that customs asks with it.</param>
internal sealed record Notification(
    HistoryRow Row,
    DeclarationRow? Declaration,
    RequestRow? Request,
    CorrectionAsked? Asked,
    IReadOnlyList<ProblemItem> Problems);

/// <summary>Puts history rows together with what they are about.</summary>
internal sealed class Notifications(IDeclarations declarations, TraderEdition edition, ProblemTexts texts)
{
    /// <summary>Null for a row inside the house.</summary>
    public Notification? Of(HistoryRow row, string language) =>
        TraderEdition.IsVisible(row.Kind) ? Of(row, declarations.Find(row.DeclarationId), language) : null;

    public NotificationBody Body(Notification notification)
    {
        var (row, declaration, request, asked, problems) = notification;
        var (kind, message) = TraderWords.Of(row.Kind);
        return new NotificationBody(
            row.Seq, kind, ((int)row.Kind).ToString("00", CultureInfo.InvariantCulture), message, ApiTime.Of(row.At),
            declaration is null ? null : TraderEdition.MrnOf(declaration),
            declaration?.Lrn ?? request?.Lrn ?? "", declaration?.Attempt ?? request?.Attempt ?? 1,
            request?.Id, request?.Lrn,
            request is null ? null : edition.StateOf(request.DeclarationId, request.State),
            ReasonOf(notification), asked?.DueOn ?? DueOn(row, declaration), problems);
    }

    /// <summary>What a person said for the declarant; null where no one decided.</summary>
    public static string? ReasonOf(Notification notification)
    {
        var reason = notification.Asked?.Reason ?? notification.Request?.Reason ?? "";
        return reason.Length == 0 ? null : reason;
    }

    private static DateOnly? DueOn(HistoryRow row, DeclarationRow? declaration) =>
        row.Kind == HistoryKind.SupplementDue ? declaration?.SupplementDueOn : null;

    private Notification Of(HistoryRow row, DeclarationRow? declaration, string language)
    {
        var request = RequestOf(row, declaration);
        var asked = row.Kind == HistoryKind.DocumentsRequested && declaration is not null
            ? declarations.CorrectionsAsked(declaration.Id).LastOrDefault(one => one.AskedAt == row.At) : null;
        IReadOnlyList<ProblemItem> problems = row.Kind != HistoryKind.Rejected ? []
            : request is not null
                ? texts.ForTrader(declarations.Problems(request.Id), request.ReceivedAt, language)
                : declaration is not null
                    ? texts.ForTrader(declarations.Problems(declaration.Id), declaration.ReceivedAt, language) : [];
        return new Notification(row, declaration, request, asked, problems);
    }

    // A row about a request names it in its detail; one about a declaration that was not found stands at the request.
    private RequestRow? RequestOf(HistoryRow row, DeclarationRow? declaration)
    {
        if (declaration is null)
            return declarations.Request(row.DeclarationId);
        return row.Detail is { } detail && OwnDeclarations.TryNumber(detail, out var id)
            && declarations.Request(id) is { } request && request.DeclarationId == declaration.Id ? request : null;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>The pull box: every notification is a history row, and can be read again as long as the law says.</summary>
internal static class NotificationEndpoints
{
    private const string Tag = "notifications";

    private static readonly NumberParameter Limit = new("limit", "Hoogstens zoveel berichten.", 1, 500, 100);
    private static readonly NumberParameter After = new("after", "Alleen berichten met een hoger nummer.", 0,
        long.MaxValue, 0);
    private static readonly ChoiceParameter Kind = new("kind", "Alleen berichten van deze soort.",
        [.. TraderWords.NotificationKinds]);
    private static readonly MrnParameter OfMrn = new("mrn", "Alleen berichten over deze aangifte.");
    private static readonly InstantParameter Since = new("since",
        "Alleen berichten van of na dit ogenblik; iedere afstand tot UTC is goed.");

    public static void Map(IEndpointRouteBuilder read)
    {
        read.MapGet("/declarations/{mrn}/notifications", OfDeclaration).WithName("listNotificationsOfDeclaration")
            .WithTags("declarations").WithSummary("De berichten over een aangifte").Produces<NotificationList>();
        read.MapGet("/notifications", List).WithName("listNotifications").WithTags(Tag)
            .WithSummary("Postbus: nieuwe berichten over al uw aangiften").Produces<NotificationPage>()
            .WithDescription(
                "Ieder bericht komt minstens één keer: vraag steeds met het hoogste nummer dat u hebt verwerkt. "
                + "Berichten blijven 30 dagen opnieuw te lezen. Met Prefer: wait=N komt het antwoord zodra er iets "
                + "nieuws is, uiterlijk na N seconden (hoogstens 60). Hoogstens vier verzoeken van u tegelijk wachten "
                + "zo; een volgend krijgt meteen antwoord, zonder Preference-Applied.")
            .WithMetadata(new QueryParameters(After, Kind, OfMrn, Since, Limit), RequestHeaders.Wait);
        read.MapGet("/notifications/{seq}", Read).WithName("readNotification").WithTags(Tag)
            .WithSummary("Eén bericht").Produces<NotificationBody>()
            .WithDescription("Met Accept: application/xml als WCO Response, in de vorm van de berichtenfamilie.")
            .WithMetadata(new OtherForm(ResponseXml.ContentType, ApiExamples.ResponseMessage));
    }

    private static IResult OfDeclaration(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition, [FromServices] Notifications notifications)
    {
        if (OwnDeclarations.Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        var language = ApiLanguage.Of(context);
        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(new NotificationList(
            Bodies(edition.History(row.Id), notifications, row.SubmitterId, language)));
    }

    private static async Task<IResult> List(
        HttpContext context, [FromServices] IDeclarations declarations, [FromServices] Notifications notifications,
        [FromServices] PullBoxWaiters waiters, [FromServices] ApiSettings settings, [FromServices] TimeProvider time)
    {
        var query = new QueryReading(context);
        var after = query.Number(After) ?? 0;
        var limit = (int)(query.Number(Limit) ?? 0);
        var submitter = context.Submitter().Id;
        var kind = TraderWords.FindNotification(query.Word(Kind));
        var mrn = query.Mrn(OfMrn);
        var since = query.Instant(Since) ?? 0;
        if (query.Refusal is { } refusal)
            return refusal;

        long? declarationId = mrn is not { } number ? null
            : declarations.Find(number) is { } own && own.SubmitterId == submitter ? own.Id : 0;
        var box = new PullBox(declarations, submitter, time)
        {
            Accepts = row => TraderEdition.IsVisible(row.Kind) && row.At >= since
                && (kind is null || row.Kind == kind)
                && (declarationId is null || row.DeclarationId == declarationId),
            IsFiltered = kind is not null || declarationId is not null || since > 0,
        };
        var piece = box.Take(after, limit);
        var prefer = PreferHeader.Read(context.Request, settings.MaxWaitSeconds);
        if (piece.Rows.Count == 0 && prefer.WaitSeconds is { } seconds
            && await waiters.Wait(submitter, seconds, HasNews, context.RequestAborted).ConfigureAwait(false))
            PreferHeader.SetApplied(context.Response, string.Create(CultureInfo.InvariantCulture, $"wait={seconds}"));

        var language = ApiLanguage.Of(context);
        context.Response.Headers.ContentLanguage = language;
        var next = piece.HasMore ? piece.After.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new NotificationPage(
            Bodies(piece.Rows, notifications, submitter, language), piece.After, PageLinks.Next(context, After, next)));

        bool HasNews()
        {
            piece = box.Take(piece.After, limit);
            return piece.Rows.Count > 0;
        }
    }

    private static IResult Read(
        string seq, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] Notifications notifications, [FromServices] ResponseXml xml, [FromServices] TimeProvider time)
    {
        if (!OwnDeclarations.TryNumber(seq, out var number))
            return new ApiProblem(ApiFaults.PathInvalid, OwnDeclarations.Echo(seq), "1, 2, 3");
        var language = ApiLanguage.Of(context);
        var submitter = context.Submitter().Id;
        var rows = declarations.Notifications(submitter, number - 1, 1, time.NowMicroseconds());
        if (rows is not [var row] || row.Seq != number
            || notifications.Of(row, submitter, language) is not { } notification)
            return new ApiProblem(ApiFaults.NotificationNotFound, OwnDeclarations.Echo(seq));
        context.Response.Headers.ContentLanguage = language;
        context.Response.Headers.Append("Vary", "Accept, Accept-Language");
        return AcceptHeader.Prefers(context.Request, ResponseXml.ContentType)
            ? TypedResults.Bytes(xml.Write(notification), ResponseXml.ContentType)
            : TypedResults.Ok(notifications.Body(notification));
    }

    private static List<NotificationBody> Bodies(
        IReadOnlyList<HistoryRow> rows, Notifications notifications, long submitterId, string language) =>
        rows.Select(row => notifications.Of(row, submitterId, language)).OfType<Notification>()
            .Select(notifications.Body).ToList();
}

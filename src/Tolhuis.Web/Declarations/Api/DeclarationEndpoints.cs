// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>Own declarations, their lines and their notifications. Those of others do not exist here.</summary>
internal static class DeclarationEndpoints
{
    private static readonly NumberParameter Limit = new("limit", "Hoogstens zoveel op een bladzijde.", 1, 200, 50);
    private static readonly NumberParameter NotificationLimit = new("limit", "Hoogstens zoveel berichten.", 1, 500,
        100);
    private static readonly NumberParameter Cursor = new("cursor", "Uit next van de vorige bladzijde.", 1,
        long.MaxValue);
    private static readonly NumberParameter After = new("after", "Alleen berichten met een hoger nummer.", 0,
        long.MaxValue, 0);
    private static readonly ChoiceParameter State = new("state", "Alleen aangiften in deze staat.",
        [.. TraderEdition.States]);
    private static readonly ChoiceParameter Set = new("dataSet", "Alleen deze gegevensset.", "H1", "H2", "H3", "H4",
        "H5", "H6", "H7", "I1", "I2");
    private static readonly TextParameter LrnText = new("lrn", "Alleen aangiften met dit LRN.", Lrn.MaxLength);
    private static readonly DayParameter ReceivedFrom = new("receivedFrom",
        "Ontvangen op of na deze dag (Nederlandse tijd).");
    private static readonly DayParameter ReceivedUntil = new("receivedUntil",
        "Ontvangen voor deze dag (Nederlandse tijd).");

    public static void Map(IEndpointRouteBuilder read)
    {
        read.MapGet("/declarations", List).WithName("listDeclarations").WithTags("declarations")
            .WithSummary("Uw aangiften, nieuwste eerst").Produces<DeclarationPage>()
            .WithMetadata(new QueryParameters(State, Set, LrnText, ReceivedFrom, ReceivedUntil, Cursor, Limit));
        read.MapGet("/declarations/{mrn}", Read).WithName("readDeclaration").WithTags("declarations")
            .WithSummary("Eén aangifte").Produces<DeclarationBody>()
            .WithDescription("Met ETag; stuur If-None-Match mee en u krijgt 304 zolang er niets veranderd is.")
            .WithMetadata(AnswerHeaders.ETag, RequestHeaders.IfNoneMatch);
        read.MapGet("/declarations/{mrn}/lines", Lines).WithName("listLines").WithTags("declarations")
            .WithSummary("De artikelen van een aangifte").Produces<LineList>();
        read.MapGet("/declarations/{mrn}/notifications", NotificationsOf).WithName("listNotificationsOfDeclaration")
            .WithTags("declarations").WithSummary("De berichten over een aangifte").Produces<NotificationList>();
        read.MapGet("/notifications", Notifications).WithName("listNotifications").WithTags("notifications")
            .WithSummary("Postbus: nieuwe berichten over al uw aangiften").Produces<NotificationPage>()
            .WithDescription(
                "Ieder bericht komt minstens één keer: vraag steeds met het hoogste nummer dat u hebt verwerkt. "
                + "Berichten blijven 30 dagen opnieuw te lezen.")
            .WithMetadata(new QueryParameters(After, NotificationLimit));
    }

    private static IResult List(
        HttpContext context, [FromServices] IDeclarations declarations, [FromServices] TraderEdition edition)
    {
        var query = new QueryReading(context);
        var limit = (int)(query.Number(Limit) ?? 0);
        var set = query.Word(Set);
        var filter = new DeclarationFilter(
            Search: query.Text(LrnText) ?? "",
            State: TraderEdition.FindState(query.Word(State)),
            DataSet: set is null ? null : Enum.Parse<DataSet>(set),
            SubmitterId: context.Submitter().Id,
            ReceivedFrom: query.Day(ReceivedFrom),
            ReceivedUntil: query.Day(ReceivedUntil),
            Before: query.Number(Cursor),
            Limit: limit);
        if (query.Refusal is { } refusal)
            return refusal;
        var rows = declarations.List(filter);
        var language = ApiLanguage.Of(context);
        context.Response.Headers.ContentLanguage = language;
        var next = rows.Count == limit ? rows[^1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new DeclarationPage(
            rows.Select(row => edition.Declaration(row, language)).ToList(), PageLinks.Next(context, Cursor, next)));
    }

    private static IResult Read(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition)
    {
        if (Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        var language = ApiLanguage.Of(context);
        var tag = new EntityTagHeaderValue(edition.TagOf(row, language));
        context.Response.GetTypedHeaders().ETag = tag;
        foreach (var known in context.Request.GetTypedHeaders().IfNoneMatch.Take(50))
        {
            if (known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(edition.Declaration(row, language));
    }

    private static IResult Lines(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition)
    {
        if (Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        var lines = declarations.Lines(row).Select(line => TraderEdition.Line(row, line)).ToList();
        return TypedResults.Ok(new LineList(row.Mrn.ToString(), edition.StateOf(row.Id, row.State), lines));
    }

    private static IResult NotificationsOf(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition)
    {
        if (Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        var language = ApiLanguage.Of(context);
        return TypedResults.Ok(new NotificationList(
            edition.History(row.Id).ConvertAll(one => edition.Notification(one, row, language))));
    }

    private static IResult Notifications(
        HttpContext context, [FromServices] IDeclarations declarations, [FromServices] TraderEdition edition,
        [FromServices] TimeProvider time)
    {
        var query = new QueryReading(context);
        var after = query.Number(After) ?? 0;
        var limit = (int)(query.Number(NotificationLimit) ?? 0);
        if (query.Refusal is { } refusal)
            return refusal;
        var rows = declarations.Notifications(context.Submitter().Id, after, limit, time.NowMicroseconds());
        var language = ApiLanguage.Of(context);
        var declarationById = rows.Select(row => row.DeclarationId).Distinct()
            .ToDictionary(id => id, id => declarations.Find(id));
        var notifications = new List<NotificationBody>(rows.Count);
        foreach (var row in rows)
        {
            if (TraderEdition.IsVisible(row.Kind) && declarationById[row.DeclarationId] is { } declaration)
                notifications.Add(edition.Notification(row, declaration, language));
        }

        var last = rows.Count == 0 ? after : rows[^1].Seq;
        var cursor = rows.Count == limit ? last.ToString(CultureInfo.InvariantCulture) : null;
        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(new NotificationPage(notifications, last, PageLinks.Next(context, After, cursor)));
    }

    // The refusal if the number has no form or is not one of the caller's own; null if the row was found.
    private static ApiProblem? Find(string mrn, HttpContext context, IDeclarations declarations, out DeclarationRow row)
    {
        row = null!;
        var text = mrn.Length <= 40 ? mrn : mrn[..40];
        if (!Mrn.TryParse(mrn.AsSpan(), out var number, out _))
            return new ApiProblem(ApiFaults.PathInvalid, text, "MRN");
        if (declarations.Find(number) is not { } found || found.SubmitterId != context.Submitter().Id)
            return new ApiProblem(ApiFaults.DeclarationNotFound, text);
        row = found;
        return null;
    }
}

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

/// <summary>Own declarations and their lines. Those of others do not exist here.</summary>
internal static class DeclarationEndpoints
{
    private static readonly NumberParameter Limit = new("limit", "Hoogstens zoveel op een bladzijde.", 1, 200, 50);
    private static readonly NumberParameter Cursor = new("cursor", "Uit next van de vorige bladzijde.", 1,
        long.MaxValue);
    private static readonly ChoiceParameter State = new("state", "Alleen aangiften in deze staat.",
        [.. TraderWords.States]);
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
            .WithSummary("De artikelen van een aangifte zoals zij nu is").Produces<LineList>();
    }

    private static IResult List(
        HttpContext context, [FromServices] IDeclarations declarations, [FromServices] TraderEdition edition)
    {
        var query = new QueryReading(context);
        var limit = (int)(query.Number(Limit) ?? 0);
        var set = query.Word(Set);
        var word = query.Word(State);
        var filter = new DeclarationFilter(
            Search: query.Text(LrnText) ?? "",
            State: TraderWords.FindState(word),
            DataSet: set is null ? null : Enum.Parse<DataSet>(set),
            SubmitterId: context.Submitter().Id,
            ReceivedFrom: query.Day(ReceivedFrom),
            ReceivedUntil: query.Day(ReceivedUntil),
            Before: query.Number(Cursor),
            Limit: limit);
        if (query.Refusal is { } refusal)
            return refusal;
        var rows = Rows(declarations, filter);
        var language = ApiLanguage.Of(context);
        context.Response.Headers.ContentLanguage = language;
        var next = rows.Count == limit ? rows[^1].Id.ToString(CultureInfo.InvariantCulture) : null;
        var bodies = rows.Select(row => edition.Declaration(row, language))
            .Where(body => word is null || body.State == word).ToList();
        return TypedResults.Ok(new DeclarationPage(bodies, PageLinks.Next(context, Cursor, next)));
    }

    // What is held and not yet announced reads as accepted, in lists and filters too: so "accepted" looks at both.
    private static IReadOnlyList<DeclarationRow> Rows(IDeclarations declarations, DeclarationFilter filter)
    {
        var rows = declarations.List(filter);
        return filter.State != DeclarationState.Accepted ? rows
            : rows.Concat(declarations.List(filter with { State = DeclarationState.UnderControl }))
                .OrderByDescending(row => row.Id).Take(filter.Limit).ToList();
    }

    private static IResult Read(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition)
    {
        if (OwnDeclarations.Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        var language = ApiLanguage.Of(context);
        if (OwnDeclarations.Unchanged(context, edition.TagOf(row, language)) is { } unchanged)
            return unchanged;
        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(edition.Declaration(row, language));
    }

    private static IResult Lines(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition)
    {
        if (OwnDeclarations.Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        var lines = declarations.Lines(row).Select(line => TraderEdition.Line(
            row, line, TraderEdition.IsAccepted(row))).ToList();
        return TypedResults.Ok(new LineList(row.Mrn.ToString(), edition.StateOf(row.Id, row.State), lines));
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>What happened to a declaration after it was lodged: requests, versions, corrections that customs asked.
/// </summary>
internal static class LifeEndpoints
{
    private const string Tag = "declarations";

    public static void Map(IEndpointRouteBuilder read)
    {
        read.MapGet("/declarations/{mrn}/requests", Requests).WithName("listRequests").WithTags(Tag)
            .WithSummary("De verzoeken over een aangifte").Produces<RequestList>()
            .WithDescription("Alles wat na de indiening over deze aangifte kwam: aanbrengen, wijzigen, corrigeren, "
                + "ongeldig maken, aanvullen, terugvragen. Ook wat is afgewezen staat erbij.");
        read.MapGet("/declarations/{mrn}/requests/{requestId}", ReadRequest).WithName("readRequest").WithTags(Tag)
            .WithSummary("Eén verzoek over een aangifte").Produces<DeclarationRequest>()
            .WithDescription("Met ETag; stuur If-None-Match mee en u krijgt 304 zolang er niets veranderd is.")
            .WithMetadata(AnswerHeaders.ETag, RequestHeaders.IfNoneMatch);
        read.MapGet("/declarations/{mrn}/versions", Versions).WithName("listVersions").WithTags(Tag)
            .WithSummary("De versies van een aangifte").Produces<VersionList>();
        read.MapGet("/declarations/{mrn}/versions/{version}/lines", VersionLines).WithName("listLinesOfVersion")
            .WithTags(Tag).WithSummary("De artikelen van een versie van een aangifte").Produces<LineList>();
        read.MapGet("/declarations/{mrn}/corrections-asked", CorrectionsAsked).WithName("listCorrectionsAsked")
            .WithTags(Tag).WithSummary("De correcties waar de douane om vraagt").Produces<CorrectionAskedList>();
    }

    private static IResult Requests(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition)
    {
        if (OwnDeclarations.Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        var language = ApiLanguage.Of(context);
        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(new RequestList(
            declarations.Requests(row.Id).Select(one => edition.Request(one, row.SubmitterId, language)).ToList()));
    }

    private static IResult ReadRequest(
        string mrn, string requestId, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition)
    {
        if (OwnDeclarations.FindRequest(mrn, requestId, context, declarations, out var row) is { } refusal)
            return refusal;
        var language = ApiLanguage.Of(context);
        if (OwnDeclarations.Unchanged(context, edition.TagOf(row, language)) is { } unchanged)
            return unchanged;
        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(edition.Request(row, context.Submitter().Id, language));
    }

    private static IResult Versions(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition)
    {
        if (OwnDeclarations.Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        return TypedResults.Ok(new VersionList(
            edition.Versions(row).Select(version => TraderEdition.Version(row, version)).ToList()));
    }

    private static IResult VersionLines(
        string mrn, string version, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] TraderEdition edition)
    {
        if (OwnDeclarations.Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        if (!OwnDeclarations.TryNumber(version, out var number))
            return new ApiProblem(ApiFaults.PathInvalid, OwnDeclarations.Echo(version), "1, 2, 3");
        if (edition.Versions(row).FirstOrDefault(one => one.Version == number) is not { } found)
        {
            return new ApiProblem(
                ApiFaults.VersionNotFound, row.Mrn.ToString(), number.ToString(CultureInfo.InvariantCulture));
        }

        var lines = declarations.Lines(found).Select(line => TraderEdition.Line(
            row, line, TraderEdition.IsAccepted(found))).ToList();
        return TypedResults.Ok(new LineList(row.Mrn.ToString(), edition.StateOf(row.Id, row.State), lines));
    }

    private static IResult CorrectionsAsked(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations)
    {
        if (OwnDeclarations.Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        return TypedResults.Ok(new CorrectionAskedList(declarations.CorrectionsAsked(row.Id)
            .Select(asked => new CorrectionAskedBody(
                asked.Id, ApiTime.Of(asked.AskedAt), asked.Reason, asked.DueOn, asked.AnsweredBy)
            {
                ClosedAt = asked.ClosedAt is { } at ? ApiTime.Of(at) : null,
            }).ToList()));
    }
}

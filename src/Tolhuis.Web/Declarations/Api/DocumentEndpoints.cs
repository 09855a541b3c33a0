// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>A document of the declarant at his declaration.</summary>
[Description("Een document dat de aangever bij zijn aangifte stuurde.")]
public sealed record DocumentBody(
    [property: Description("Nummer van het document.")] long Id,
    [property: Description("Naam, opgeschoond; het einde past bij de inhoud.")] string Name,
    [property: Description("Soort volgens de inhoud zelf, niet volgens de afzender.")] string MediaType,
    [property: Description("Lengte in bytes.")] long Bytes,
    [property: Description("SHA-256 van de inhoud, 64 hexadecimale cijfers.")] string Sha256,
    [property: Description("Ogenblik van ontvangst, UTC.")] DateTime ReceivedAt);

/// <summary>The documents of the declarant at one declaration.</summary>
[Description("De documenten van de aangever bij één aangifte, oudste eerst.")]
public sealed record DocumentListBody(IReadOnlyList<DocumentBody> Documents);

/// <summary>
/// Documents as a sub-resource of one's own declaration: what the declarant sent in, never the evidence of an officer.
/// </summary>
internal static class DocumentEndpoints
{
    private const string Tag = "declarations";
    private const string Path = "/declarations/{mrn}/documents";

    private static readonly RequestContent Content = new(
        DocumentBounds.ContentBytes,
        "Eén document: PDF, JPEG, PNG of XML van hoogstens 10 MB, of platte tekst van hoogstens 1 MB. Wat het is "
        + "volgt uit de inhoud; application/octet-stream mag dus altijd.",
        "application/pdf", "image/jpeg", "image/png", "application/xml", "text/plain", "application/octet-stream");

    public static void MapLodge(IEndpointRouteBuilder lodge) =>
        lodge.MapPost(Path, Add).WithName("addDocument").WithTags(Tag)
            .WithSummary("Een document bij een aangifte sturen").Produces<DocumentBody>(StatusCodes.Status201Created)
            .Produces<DocumentBody>(StatusCodes.Status200OK)
            .WithDescription("Bijvoorbeeld een factuur, een bewijs van betaling of een foto waar de douane om vroeg "
                + "(DWU art. 15 en 163). Dezelfde inhoud nog eens geeft het eerdere document (200).")
            .WithMetadata(Content, AnswerHeaders.DocumentLocation, RequestHeaders.IdempotencyKey,
                RequestHeaders.DocumentName);

    public static void MapRead(IEndpointRouteBuilder read)
    {
        read.MapGet(Path, List).WithName("listDocuments").WithTags(Tag)
            .WithSummary("De documenten bij een aangifte").Produces<DocumentListBody>();
        read.MapGet(Path + "/{documentId}", Read).WithName("readDocument").WithTags(Tag)
            .WithSummary("De inhoud van een document")
            .WithDescription("Byte voor byte zoals ontvangen, als bestand. Wat u leest wordt vastgelegd.")
            .Produces(StatusCodes.Status200OK)
            .WithMetadata([.. Content.ContentTypes[..^1].Select(type => new OtherForm(type, "..."))]);
    }

    private static async Task<IResult> Add(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] IDocuments documents, [FromServices] IdempotencyKeys keys, [FromServices] ProblemTexts texts,
        [FromServices] TimeProvider time)
    {
        if (OwnDeclarations.FindToAct(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        var submitter = context.Submitter();
        if (await RequestBody.Read(context.Request, DocumentBounds.ContentBytes).ConfigureAwait(false)
            is not { } content)
            return ApiFilter.TooLarge(DocumentBounds.ContentBytes);
        if (content.IsEmpty)
            return new ApiProblem(ApiFaults.BodyEmpty);
        if (keys.Check(context, content.Span) is { } clash)
            return clash;

        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var isRepeat = documents.Of(row.Id).Any(one => one.Sha256 == hash
            && (one.ByKind, one.ById) == (ActorKind.Submitter, submitter.Id));
        var (kept, problems) = await documents.Keep(
            row.Id, DocumentKind.FromDeclarant, NameOf(context.Request), new MemoryStream(content.ToArray()),
            new Actor(ActorKind.Submitter, submitter.Id, submitter.Name), context.RequestAborted)
            .ConfigureAwait(false);
        var language = ApiLanguage.Of(context);
        if (kept is null)
        {
            return new ApiProblem(ApiFaults.DocumentRefused)
            {
                Problems = texts.ForTrader(problems, time.NowMicroseconds(), language),
            };
        }

        context.Response.Headers.Location = string.Create(
            CultureInfo.InvariantCulture,
            $"{context.Request.PathBase}{ApiEdge.Root}/declarations/{row.Mrn}/documents/{kept.Id}");
        return TypedResults.Json(
            BodyOf(kept), statusCode: isRepeat ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static IResult List(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] IDocuments documents)
    {
        if (Find(mrn, context, declarations, out var row, out var may) is { } refusal)
            return refusal;
        return TypedResults.Ok(new DocumentListBody(
            documents.Of(row.Id).Where(may).Select(BodyOf).ToList()));
    }

    private static async Task<IResult> Read(
        string mrn, string documentId, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] IDocuments documents, [FromServices] IAuditTrail trail)
    {
        if (Find(mrn, context, declarations, out var row, out var may) is { } refusal)
            return refusal;
        if (!OwnDeclarations.TryNumber(documentId, out var id))
            return new ApiProblem(ApiFaults.PathInvalid, OwnDeclarations.Echo(documentId), "1, 2, 3");
        if (documents.Find(id) is not { } found || found.DeclarationId != row.Id || !may(found))
            return new ApiProblem(ApiFaults.DocumentNotFound, OwnDeclarations.Echo(documentId), row.Mrn.ToString());
        var submitter = context.Submitter();
        await trail.Record(DocumentDownload.EntryOf(
            found, new Actor(ActorKind.Submitter, submitter.Id, submitter.Name), context.Origin()))
            .ConfigureAwait(false);
        return await DocumentDownload.Give(found, context, documents).ConfigureAwait(false)
            ?? new ApiProblem(ApiFaults.DocumentGone, OwnDeclarations.Echo(documentId));
    }

    /// <summary>One's own, or of a declarant for whom one may act; of its documents those that one may read.</summary>
    private static ApiProblem? Find(
        string mrn, HttpContext context, IDeclarations declarations, out DeclarationRow row,
        out Func<DocumentRow, bool> may)
    {
        var (submitter, parties) = (context.Submitter(), context.RequestServices.GetRequiredService<IParties>());
        var refusal = OwnDeclarations.Find(mrn, context, declarations, out row);
        if (refusal is not null)
            refusal = OwnDeclarations.FindToAct(mrn, context, declarations, out row);
        var found = row;
        may = one => OwnDeclarations.MayRead(submitter, found, one, parties);
        return refusal;
    }

    private static DocumentBody BodyOf(DocumentRow row) => new(
        row.Id, row.Name, row.MediaType, row.Bytes, row.Sha256, ApiTime.Of(row.At));

    private static string NameOf(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? (disposition.FileNameStar.Value ?? disposition.FileName.Value ?? "").Trim('"') : "";
}

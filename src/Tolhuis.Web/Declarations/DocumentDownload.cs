// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>
/// Gives the content of a document. It comes from outside, so it is never part of a page of ours: it is a file to be
/// saved, under a policy by which nothing of it runs or asks for anything. A picture alone is shown, where a page asks
/// for it as one. The reading is in the audit trail before the first byte goes out.
/// </summary>
public static class DocumentDownload
{
    private const string Policy = "sandbox; default-src 'none'; frame-ancestors 'none'";

    /// <summary>Address of a document for the house.</summary>
    public static string UrlOf(DocumentRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{Dossier.UrlOf(row.DeclarationId)}/documents/{row.Id}");

    /// <summary>Pictures that a browser shows as such and as nothing else.</summary>
    public static bool IsPicture(DocumentRow row) => row.MediaType is "image/png" or "image/jpeg";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/declarations/{id:long}/documents/{documentId:long}", Send)
            .RequireAuthorization(Permission.DeclarationsMessage).WithDisplayName("document");

    /// <summary>The record of a reading, to be made before <see cref="Give"/>.</summary>
    public static TrailEntry EntryOf(DocumentRow row, Actor by, string origin) => new(
        by, "declarations:read-document", "document", row.Id.ToString(CultureInfo.InvariantCulture), Origin: origin,
        Details: string.Create(CultureInfo.InvariantCulture, $"declaration={row.DeclarationId} kind={row.Kind}"));

    /// <summary>The content as an answer; null if it is gone or damaged.</summary>
    /// <param name="asPicture">To be shown within a page, if it is a picture; otherwise a file to be saved.</param>
    public static async Task<IResult?> Give(
        DocumentRow row, HttpContext context, IDocuments documents, bool asPicture = false)
    {
        if (await documents.Read(row, context.RequestAborted).ConfigureAwait(false) is not { } content)
            return null;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue(
            asPicture && IsPicture(row) && BeginsAsPicture(content) ? "inline" : "attachment");
        disposition.SetHttpFileName(row.Name);
        headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(content, TypeOf(row));
    }

    private static async Task<IResult> Send(
        long id, long documentId, HttpContext context, [FromServices] IDocuments documents,
        [FromServices] IAuditTrail trail)
    {
        var asPicture = context.Request.Query["show"] == "1";
        if (documents.Find(documentId) is not { } row || row.DeclarationId != id || (asPicture && !IsPicture(row)))
            return Results.NotFound();
        await trail.Record(EntryOf(row, context.Session()!.Person.AsActor(), context.Origin())).ConfigureAwait(false);
        return await Give(row, context, documents, asPicture).ConfigureAwait(false)
            ?? Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    // The hash says that it is what was looked at when it came in; its first bytes say once more that it is a picture.
    private static bool BeginsAsPicture(byte[] content) =>
        content is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] or [0xFF, 0xD8, 0xFF, ..];

    private static string TypeOf(DocumentRow row) =>
        row.MediaType == "text/plain" ? "text/plain; charset=utf-8" : row.MediaType;
}

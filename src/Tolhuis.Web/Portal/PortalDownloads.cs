// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Web.Components;
using Tolhuis.Web.Declarations;
using Tolhuis.Web.Declarations.Api;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>What a trader takes along: lines as a table, the message as lodged, a notification as XML.</summary>
internal static class PortalDownloads
{
    private const string Declaration = "/portaal/aangiften/{id:long}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Declaration + "/regels.csv", Lines).RequireAuthorization(Permission.PortalUse);
        routes.MapGet(Declaration + "/bericht", Message).RequireAuthorization(Permission.PortalUse);
        routes.MapGet(Declaration + "/berichten/{seq:long}.xml", News).RequireAuthorization(Permission.PortalUse);
        routes.MapGet(Declaration + "/stukken/{document:long}", Document).RequireAuthorization(Permission.PortalUse);
    }

    private static async Task<IResult> Document(
        long id, long document, HttpContext context, [FromServices] PortalAccess access,
        [FromServices] IDocuments documents, [FromServices] IAuditTrail trail)
    {
        if (access.Of(context) is not { } trader || access.Find(trader, id) is not { } row
            || documents.Find(document) is not { } found || !access.MayRead(trader, row, found))
            return Results.NotFound();
        var asPicture = context.Request.Query["show"] == "1";
        if (asPicture && !DocumentDownload.IsPicture(found))
            return Results.NotFound();
        await trail.Record(DocumentDownload.EntryOf(found, trader.Person.AsActor(), context.Origin()));
        return await DocumentDownload.Give(found, context, documents, asPicture)
            ?? Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> Lines(
        long id, HttpContext context, [FromServices] PortalAccess access, [FromServices] IDeclarations declarations,
        [FromServices] Language language)
    {
        if (access.Of(context) is not { } trader || access.Find(trader, id) is not { } row)
            return Results.NotFound();
        await access.Record(context, trader, "portal:download", id, "lines");
        return Results.Bytes(
            await LinesTable.Of(row, declarations.Lines(row), language), "text/csv; charset=utf-8",
            $"{NameOf(access, trader, row)}.csv");
    }

    private static async Task<IResult> Message(
        long id, HttpContext context, [FromServices] PortalAccess access, [FromServices] IReceivedFiles files)
    {
        if (access.Of(context) is not { } trader || access.Find(trader, id) is not { } row
            || !access.MayReadMessage(trader, row) || files.RawMessage(row.RawFileId, row.RawEntry) is not { } message)
            return Results.NotFound();
        await access.Record(context, trader, "portal:download", id, "message");
        var isJson = message.FirstOrDefault(b => !char.IsWhiteSpace((char)b)) == '{';
        return Results.Bytes(
            message, isJson ? "application/json" : "application/xml",
            $"{NameOf(access, trader, row)}.{(isJson ? "json" : "xml")}");
    }

    private static async Task<IResult> News(
        long id, long seq, HttpContext context, [FromServices] PortalAccess access,
        [FromServices] TraderEdition edition, [FromServices] Notifications notifications,
        [FromServices] ResponseXml xml, [FromServices] Language language)
    {
        if (access.Of(context) is not { } trader || access.Find(trader, id) is not { } row
            || edition.History(row.Id).Find(one => one.Seq == seq) is not { } history
            || notifications.Of(history, trader.Submitter.Id, language.Code) is not { } notification)
            return Results.NotFound();
        await access.Record(context, trader, "portal:download", id, "notification");
        return Results.Bytes(
            xml.Write(notification), ResponseXml.ContentType,
            string.Create(CultureInfo.InvariantCulture, $"{NameOf(access, trader, row)}-{seq}.xml"));
    }

    // A reference may hold what a file name may not.
    private static string NameOf(PortalAccess access, PortalTrader trader, DeclarationRow row)
    {
        var number = new string([.. access.NumberOf(trader, row).Where(char.IsAsciiLetterOrDigit)]);
        return number.Length > 0 ? number : row.Id.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>Goods items as a table for a spreadsheet; duty and VAT only once they are told.</summary>
internal static class LinesTable
{
    public static async Task<byte[]> Of(DeclarationRow row, IReadOnlyList<LineRow> lines, Language language)
    {
        var isTold = row.State == DeclarationState.Released;
        Text[] heads =
        [
            DeclarationsTexts.Item, DeclarationsTexts.Code, DeclarationsTexts.Description, DeclarationsTexts.Country,
            DeclarationsTexts.Value, PortalTexts.Currency, PortalTexts.GrossKg, PortalTexts.NetKg,
            .. isTold ? (Text[])[DeclarationsTexts.Duty, DeclarationsTexts.Vat] : [],
        ];
        using var content = new MemoryStream();
        await using (var sheet = new CsvSheet(content, language))
        {
            await sheet.Row([.. heads.Select(head => (object)language[head])]);
            foreach (var line in lines)
            {
                await sheet.Row([
                    (decimal)line.Item, line.Code.ToString(), line.Description, line.Country.ToString(),
                    line.Value.Cents / 100m, line.Value.Currency.ToString(), line.GrossMass / 1_000_000m,
                    line.NetMass / 1_000_000m,
                    .. isTold ? (object[])[line.DutyCents / 100m, line.VatCents / 100m] : [],
                ]);
            }
        }

        return content.ToArray();
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
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
    }

    private static async Task<IResult> Lines(
        long id, HttpContext context, [FromServices] PortalAccess access, [FromServices] IDeclarations declarations,
        [FromServices] Language language)
    {
        if (access.Of(context) is not { } trader || access.Find(trader, id) is not { } row)
            return Results.NotFound();
        await access.Record(context, trader, "portal:download", id, "lines");
        var text = LinesTable.Of(row, declarations.Lines(row), language);
        return Results.Bytes(
            Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text)).ToArray(), "text/csv; charset=utf-8",
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

/// <summary>Goods items as a table of text (RFC 4180), for a spreadsheet in the language of the page.</summary>
internal static class LinesTable
{
    // A cell that begins so is a formula to a spreadsheet, and runs on the computer of whoever opens it.
    private const string Formula = "=+-@\t\r";

    public static string Of(DeclarationRow row, IReadOnlyList<LineRow> lines, Language language)
    {
        var isTold = row.State == DeclarationState.Released;
        var text = new StringBuilder();
        Append(text, language, [
            DeclarationsTexts.Item, DeclarationsTexts.Code, DeclarationsTexts.Description, DeclarationsTexts.Country,
            DeclarationsTexts.Value, PortalTexts.Currency, PortalTexts.GrossKg, PortalTexts.NetKg,
            .. isTold ? (Text[])[DeclarationsTexts.Duty, DeclarationsTexts.Vat] : [],
        ]);
        foreach (var line in lines)
        {
            Append(text, language, [
                Number(line.Item), line.Code.ToString(), line.Description, line.Country.ToString(),
                Number(line.Value.Cents / 100m), line.Value.Currency.ToString(), Number(line.GrossMass / 1_000_000m),
                Number(line.NetMass / 1_000_000m),
                .. isTold ? (string[])[Number(line.DutyCents / 100m), Number(line.VatCents / 100m)] : [],
            ]);
        }

        return text.ToString();

        string Number(decimal number) => number.ToString("0.######", language.Culture);
    }

    /// <summary>A cell that no spreadsheet takes for a formula, within quotes.</summary>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void Append(StringBuilder text, Language language, IReadOnlyList<Text> heads) =>
        Append(text, language, [.. heads.Select(head => language[head])]);

    // Where the comma is the decimal sign, spreadsheets part cells by a semicolon.
    private static void Append(StringBuilder text, Language language, IReadOnlyList<string> cells) =>
        text.AppendJoin(language.IsDutch ? ';' : ',', cells.Select(Cell)).Append("\r\n");
}

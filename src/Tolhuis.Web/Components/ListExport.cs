// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;
using Tolhuis.Web.Site;

namespace Tolhuis.Web.Components;

/// <summary>
/// A list as a file: the address of the page with <c>export=name.csv</c>. The page is made as always, with its
/// permission and its filters, and offers its lists; instead of the page the list is sent. So whoever may see a list
/// may export it, and no one else.
/// </summary>
public static class ListExport
{
    private const string Parameter = "export";
    private const string Extension = ".csv";

    /// <summary>Most rows in one file; the file says so where it was cut.</summary>
    public const int MostRows = 10_000;

    // An export reads thousands of rows: two at a time leave the pages their share of the computer.
    private static readonly SemaphoreSlim Turns = new(2);

    public static bool IsAsked(HttpContext context) => context.Request.Query.ContainsKey(Parameter);

    /// <summary>Address of the list as it is shown, from its first row.</summary>
    internal static string Url(HttpContext context, string name) => context.Request.Path + new QueryBuilder(
        context.Request.Query.Where(q => q.Key is not (Parameter or "after" or "row" or "act" or "did" or "pick"))
            .Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()))
            .Append(KeyValuePair.Create(Parameter, name + Extension))).ToQueryString();

    /// <summary>A list of the page that is being made.</summary>
    internal static void Offer(HttpContext context, string name, ISheet sheet)
    {
        if (IsAsked(context) && context.Request.Query[Parameter] == name + Extension)
            context.Items[typeof(ISheet)] = sheet;
    }

    /// <summary>Just before the pages.</summary>
    internal static async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (!IsAsked(context) || !HttpMethods.IsGet(context.Request.Method)
            || context.Request.Path.StartsWithSegments("/v1"))
        {
            await next(context);
            return;
        }

        var body = context.Features.Get<IHttpResponseBodyFeature>()!;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(body);
        }

        if (context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status200OK)
            return;
        if (context.Items[typeof(ISheet)] is ISheet sheet && context.Session() is { } session)
            await Send(context, sheet, session);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task Send(HttpContext context, ISheet sheet, Session session)
    {
        var services = context.RequestServices;
        var name = context.Request.Query[Parameter].ToString()[..^Extension.Length];
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var language = services.GetRequiredService<Preferences>().Language;
        var taken = TakenBy(session, services.GetRequiredService<ITasks>());
        var trail = services.GetRequiredService<IAuditTrail>();
        var entry = new TrailEntry(
            session.Person.AsActor(), name + ":export", "list", context.Request.Path, "begun", context.Origin(),
            taken.Count == 1 ? taken[0].Id : null, string.Join("; ", sheet.Filters));

        await Turns.WaitAsync(context.RequestAborted);
        var count = 0;
        var isWhole = false;
        try
        {
            // What leaves the house stands in the trail before the first row does.
            await trail.Record(entry);
            SayFile(context.Response, name, now);
            await using var csv = new CsvSheet(context.Response.Body, language);
            await Head(csv, sheet, session, taken, now, language, context.Request);
            foreach (var cells in sheet.Cells())
            {
                context.RequestAborted.ThrowIfCancellationRequested();
                if (count == MostRows)
                {
                    await csv.Row(language.Say(ListTexts.ExportCut, language.Number(MostRows)));
                    break;
                }

                await csv.Row(cells);
                count++;
            }

            isWhole = true;
        }
        finally
        {
            Turns.Release();
            await trail.Record(entry with
            {
                Outcome = isWhole ? "done" : "broken-off",
                Details = string.Create(CultureInfo.InvariantCulture, $"rows={count}; {entry.Details}"),
            });
        }
    }

    // Two columns and an empty row: a spreadsheet shows them as they are, and a program skips to after the empty row.
    private static async Task Head(
        CsvSheet csv, ISheet sheet, Session session, IReadOnlyList<TaskRow> taken, DateTimeOffset now,
        Language language, HttpRequest request)
    {
        var purposes = taken.Select(t => SiteTexts.OfPurpose(t.Purpose) is { } words ? language[words] : t.Purpose)
            .Distinct().Take(5).ToList();
        await csv.Row(language[ListTexts.ExportList], sheet.Caption);
        await csv.Row(
            language[ListTexts.ExportFilter],
            sheet.Filters.Count == 0 ? language[ListTexts.ExportNoFilter] : string.Join(" · ", sheet.Filters));
        await csv.Row(
            language[ListTexts.ExportAt], DutchTime.ToDutch(now).DateTime, language[ListTexts.ExportTimes]);
        await csv.Row(language[ListTexts.ExportBy], session.Person.Name);
        await csv.Row(
            language[ListTexts.ExportPurpose],
            purposes.Count == 0 ? language[ListTexts.ExportNoPurpose] : string.Join(" · ", purposes));
        await csv.Row(language[ListTexts.ExportAddress], request.Path + request.QueryString);
        await csv.Row();
        await csv.Row(sheet.Heads);
    }

    private static void SayFile(HttpResponse response, string name, DateTimeOffset now)
    {
        response.Headers.Remove("blazor-enhanced-nav");
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"{name}-{DutchTime.ToDutch(now):yyyyMMdd-HHmm}{Extension}\"");
    }

    private static List<TaskRow> TakenBy(Session session, ITasks tasks) =>
        [.. tasks.ListOpen([.. session.Person.Roles], 200).Where(t => t.TakenBy == session.Person.Id)];
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Declarations.Api;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Intake.Api;

/// <summary>Files of messages: on disk before the receipt, decided after it.</summary>
internal static class FileEndpoints
{
    private const int MaxName = 200;
    private static readonly NumberParameter Limit = new("limit", "Hoogstens zoveel op een bladzijde.", 1, 200, 50);
    private static readonly NumberParameter Cursor = new("cursor", "Uit next van de vorige bladzijde.", 1,
        long.MaxValue);
    private static readonly NumberParameter FromEntry = new("fromEntry", "Vanaf dit bericht, het eerste is 0.", 0,
        10_000, 0);
    private static readonly NumberParameter ReceiptLimit = new("limit", "Hoogstens zoveel op een bladzijde.", 1, 1_000,
        200);

    public static void MapLodge(IEndpointRouteBuilder lodge) =>
        lodge.MapPost("/declaration-files", Receive).WithName("lodgeFile").WithTags("declaration-files")
            .WithSummary("Een zip met berichten indienen")
            .WithDescription(
                "Hoogstens 14 MB en 10.000 berichten; 3.000 tot 5.000 is een goede maat. Het antwoord komt zodra "
                + "het bestand veilig op schijf staat (202); met Prefer: wait=N wordt tot N seconden gewacht tot "
                + "alles is beoordeeld (201). Hetzelfde bestand nog eens geeft de eerdere ontvangstbevestiging (200).")
            .Produces<FileBody>(StatusCodes.Status200OK)
            .Produces<FileBody>(StatusCodes.Status201Created)
            .Produces<FileBody>(StatusCodes.Status202Accepted)
            .WithMetadata(
                new RequestContent(
                    IntakeBounds.FileBytes, "Zip met berichten, XML of JSON, ieder als een eigen bestand.",
                    "application/zip"),
                AnswerHeaders.Location, RequestHeaders.Prefer, RequestHeaders.FileName);

    public static void MapRead(IEndpointRouteBuilder read)
    {
        read.MapGet("/declaration-files", List).WithName("listFiles").WithTags("declaration-files")
            .WithSummary("Uw bestanden, nieuwste eerst").Produces<FilePage>()
            .WithMetadata(new QueryParameters(Cursor, Limit));
        read.MapGet("/declaration-files/{id}", Read).WithName("readFile").WithTags("declaration-files")
            .WithSummary("Eén bestand").Produces<FileBody>();
        read.MapGet("/declaration-files/{id}/receipts", Receipts).WithName("listReceipts").WithTags("declaration-files")
            .WithSummary("Wat er met ieder bericht van een bestand gebeurde").Produces<ReceiptPage>()
            .WithMetadata(new QueryParameters(FromEntry, ReceiptLimit));
    }

    private static async Task<IResult> Receive(
        HttpContext context, [FromServices] IIntake intake, [FromServices] IReceivedFiles files,
        [FromServices] ProblemTexts texts, [FromServices] ApiSettings settings, [FromServices] TimeProvider time)
    {
        var receipt = await intake.Receive(context.Request.Body, NameOf(context.Request), context.Submitter(), null,
            context.RequestAborted)
            .ConfigureAwait(false);
        if (receipt.File is not { } file)
            return Refusal(receipt.Problem!, texts, ApiLanguage.Of(context), time);

        context.Response.Headers.Location = string.Create(
            CultureInfo.InvariantCulture, $"{context.Request.PathBase}{ApiEdge.Root}/declaration-files/{file.Id}");
        var prefer = PreferHeader.Read(context.Request, settings.MaxWaitSeconds);
        if (prefer.WaitSeconds is { } seconds)
        {
            PreferHeader.SetApplied(context.Response, string.Create(CultureInfo.InvariantCulture, $"wait={seconds}"));
            await Wait(intake, file.Id, seconds, time, context.RequestAborted).ConfigureAwait(false);
            file = files.Find(file.Id) ?? file;
        }
        else if (prefer.RespondAsync)
        {
            PreferHeader.SetApplied(context.Response, "respond-async");
        }

        var status = receipt.IsRepeat ? StatusCodes.Status200OK
            : file.State == FileState.Decided && prefer.WaitSeconds is not null ? StatusCodes.Status201Created
            : StatusCodes.Status202Accepted;
        return TypedResults.Json(BodyOf(file), statusCode: status);
    }

    private static async Task Wait(IIntake intake, long fileId, int seconds, TimeProvider time, CancellationToken stop)
    {
        try
        {
            await intake.WhenDecided(fileId).WaitAsync(TimeSpan.FromSeconds(seconds), time, stop).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The receipt stands; the caller asks again at Location.
        }
    }

    private static ApiProblem Refusal(Problem problem, ProblemTexts texts, string language, TimeProvider time)
    {
        if (problem.Code is IntakeProblems.ArchiveFull or IntakeProblems.DiskReserve)
            return ApiFilter.Unavailable(Tolhuis.Platform.StoreFault.Full);
        if (problem.Code == IntakeProblems.FileTooLarge)
            return ApiFilter.TooLarge(IntakeBounds.FileBytes);
        return new ApiProblem(ApiFaults.FileRefused)
        {
            Problems = texts.ForTrader([problem], time.NowMicroseconds(), language),
        };
    }

    private static IResult List(HttpContext context, [FromServices] IReceivedFiles files)
    {
        var query = new QueryReading(context);
        var limit = (int)(query.Number(Limit) ?? 0);
        var before = query.Number(Cursor);
        if (query.Refusal is { } refusal)
            return refusal;
        var rows = files.List(limit, before, context.Submitter().Id);
        var next = rows.Count == limit ? rows[^1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new FilePage(rows.Select(BodyOf).ToList(), PageLinks.Next(context, Cursor, next)));
    }

    private static IResult Read(string id, HttpContext context, [FromServices] IReceivedFiles files) =>
        Find(id, context, files, out var file) is { } refusal ? refusal : TypedResults.Ok(BodyOf(file));

    private static IResult Receipts(
        string id, HttpContext context, [FromServices] IReceivedFiles files, [FromServices] TraderEdition edition,
        [FromServices] ProblemTexts texts)
    {
        if (Find(id, context, files, out var file) is { } missing)
            return missing;
        var query = new QueryReading(context);
        var from = (int)(query.Number(FromEntry) ?? 0);
        var limit = (int)(query.Number(ReceiptLimit) ?? 0);
        if (query.Refusal is { } refusal)
            return refusal;
        var language = ApiLanguage.Of(context);
        var receipts = files.Receipts(file.Id, from, limit).Select(receipt => new ReceiptBody(
            receipt.Entry, receipt.EntryName, receipt.Lrn, LodgingAnswers.WordOf(receipt.Outcome),
            receipt.Mrn.IsEmpty ? null : receipt.Mrn.ToString(),
            receipt.State is { } state ? edition.StateOf(receipt.DeclarationId, state) : null,
            texts.ForTrader(receipt.Problems, file.ReceivedAt, language))).ToList();
        var next = from + limit < file.NextEntry ? (from + limit).ToString(CultureInfo.InvariantCulture) : null;
        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(new ReceiptPage(receipts, PageLinks.Next(context, FromEntry, next)));
    }

    // The refusal if the number has no form or is not one of the caller's own; null if the file was found.
    private static ApiProblem? Find(string id, HttpContext context, IReceivedFiles files, out ReceivedFile file)
    {
        file = null!;
        var text = id.Length <= 40 ? id : id[..40];
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new ApiProblem(ApiFaults.PathInvalid, text, "1, 2, 3");
        if (files.Find(number) is not { } found || found.SubmitterId != context.Submitter().Id)
            return new ApiProblem(ApiFaults.FileNotFound, text);
        file = found;
        return null;
    }

    private static FileBody BodyOf(ReceivedFile file) => new(
        file.Id, file.Name, file.State == FileState.Decided ? "decided" : "received", ApiTime.Of(file.ReceivedAt),
        file.FinishedAt is { } finishedAt ? ApiTime.Of(finishedAt) : null, file.ContentHash, file.Bytes, file.Entries,
        file.NextEntry,
        new FileCounts(
            file.Counts.Accepted, file.Counts.Rejected, file.Counts.Unreadable, file.Counts.Duplicates,
            file.Counts.Quarantined,
            file.Counts.Lines, file.Counts.Released));

    // Content-Disposition: attachment; filename="..." names the file; paths are not believed.
    private static string NameOf(HttpRequest request)
    {
        var header = request.Headers.ContentDisposition.ToString();
        if (!ContentDispositionHeaderValue.TryParse(header, out var disposition))
            return "upload.zip";
        var name = (disposition.FileNameStar.Value ?? disposition.FileName.Value ?? "").Trim('"');
        name = new string(
            name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c)).Take(MaxName).ToArray());
        return name.Length == 0 ? "upload.zip" : name;
    }
}

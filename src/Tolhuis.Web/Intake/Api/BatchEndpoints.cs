// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Platform;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Intake.Api;

/// <summary>A few messages in one request, each answered as if it came alone. For more there are files.</summary>
internal static class BatchEndpoints
{
    public const int MaxMessages = 100;
    private const int MaxBytes = (int)IntakeBounds.FileBytes;
    private const int MaxBoundary = 100;
    private const int MaxName = 200;

    public static void Map(IEndpointRouteBuilder lodge) =>
        lodge.MapPost("/declaration-batches", LodgeAll).WithName("lodgeBatch").WithTags("declarations")
            .WithSummary("Een reeks van hoogstens 100 berichten indienen")
            .WithDescription(
                "multipart/form-data met ieder bericht, XML of JSON, als een deel. Ieder bericht krijgt zijn eigen "
                + "antwoord, in volgorde; het ene houdt het andere niet tegen. Is de reeks zelf niet te lezen, dan is "
                + "er niets ingediend.")
            .Produces<BatchBody>()
            .WithMetadata(
                new RequestContent(MaxBytes,
                "1 tot 100 delen, ieder één bericht van hoogstens 4 MB; samen hoogstens 14 MB.",
                    "multipart/form-data"),
                RequestHeaders.IdempotencyKey);

    private static async Task<IResult> LodgeAll(
        HttpContext context, [FromServices] IIntake intake, [FromServices] LodgingAnswers answers,
        [FromServices] IdempotencyKeys keys)
    {
        var malformed = new ApiProblem(
            ApiFaults.BatchMalformed, MaxMessages.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var type = MediaTypeHeaderValue.Parse(context.Request.ContentType);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundary)
            return malformed;
        if (await RequestBody.Read(context.Request, MaxBytes).ConfigureAwait(false) is not { } content)
            return ApiFilter.TooLarge(MaxBytes);
        if (keys.Check(context, content.Span) is { } refusal)
            return refusal;
        var messages = await Split(content, boundary).ConfigureAwait(false);
        if (messages is null or { Count: 0 })
            return malformed;

        ApiFilter.RefuseIfStuck(intake.Fault);
        // Lodged one after the other, so that they are decided in their order; waited for together, so that they share
        // a commit.
        var caller = context.Submitter();
        var language = ApiLanguage.Of(context);
        var lodged = messages.ConvertAll(message => Lodge(intake, message, caller, answers, language));
        var list = new List<BatchAnswer>(lodged.Count);
        for (var i = 0; i < lodged.Count; i++)
        {
            var outcome = await lodged[i].ConfigureAwait(false);
            var problem = outcome.Problem?.ToDocument(context);
            list.Add(new BatchAnswer(i, messages[i].Name, outcome.Status, outcome.Lodging, problem));
        }

        context.Response.Headers.ContentLanguage = language;
        return TypedResults.Ok(new BatchBody(list));
    }

    // Runs up to the decider's queue before it returns: so calls in a row keep their order.
    private static async Task<LodgingOutcome> Lodge(
        IIntake intake, Part part, Submitter caller, LodgingAnswers answers, string language)
    {
        var message = part.Content;
        if (message.IsEmpty)
            return Refused(new ApiProblem(ApiFaults.BodyEmpty));
        if (message.Length > IntakeBounds.MessageBytes)
            return Refused(ApiFilter.TooLarge(IntakeBounds.MessageBytes));
        if (MessageTypes.Mismatch(part.ContentType, message.Span) is { } mismatch)
            return Refused(mismatch);
        try
        {
            return answers.Of(await intake.Lodge(message, caller).ConfigureAwait(false), language);
        }
        catch (StoreUnavailableException exception)
        {
            return Refused(ApiFilter.Unavailable(exception.Fault));
        }
    }

    /// <summary>One message of a batch. Without a type of its own it is taken for what it begins as.</summary>
    private readonly record struct Part(string Name, string? ContentType, ReadOnlyMemory<byte> Content);

    private static LodgingOutcome Refused(ApiProblem problem) => new(problem.Status, null, problem);

    // Null if the parts cannot be told apart or are too many.
    private static async Task<List<Part>?> Split(ReadOnlyMemory<byte> content,
        string boundary)
    {
        var parts = new List<Part>();
        try
        {
            // The same memory: a batch may be 14 MB.
            MemoryMarshal.TryGetArray(content, out var bytes);
            using var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
            var reader = new MultipartReader(boundary, stream)
            {
                HeadersCountLimit = 16,
                HeadersLengthLimit = 8 * 1024,
            };
            while (await reader.ReadNextSectionAsync().ConfigureAwait(false) is { } section)
            {
                if (parts.Count == MaxMessages)
                    return null;
                using var part = new MemoryStream();
                await section.Body.CopyToAsync(part).ConfigureAwait(false);
                parts.Add(new Part(NameOf(section), section.ContentType, part.ToArray()));
            }

            return parts;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static string NameOf(MultipartSection section)
    {
        var disposition = section.GetContentDispositionHeader();
        var name = disposition?.FileNameStar.Value ?? disposition?.FileName.Value ?? disposition?.Name.Value ?? "";
        name = name.Trim('"');
        return name.Length <= MaxName ? name : name[..MaxName];
    }
}

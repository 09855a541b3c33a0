// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Intake.Contract;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Intake.Api;

/// <summary>Lodging one message: the answer is its decision, and comes only once that is on disk.</summary>
internal static class LodgeEndpoints
{
    /// <summary>What every endpoint that takes one message reads.</summary>
    public static readonly RequestContent Message = new(
        IntakeBounds.MessageBytes, "Eén bericht als XML (WCO DEC-DMS 2) of JSON, hoogstens 4 MB.",
        MessageTypes.Xml, MessageTypes.Json, MessageTypes.TextXml);

    public static void Map(IEndpointRouteBuilder lodge) =>
        lodge.MapPost("/declarations", (Delegate)Lodge).WithName("lodgeDeclaration").WithTags("declarations")
            .WithSummary("Eén bericht indienen")
            .WithDescription(
                "De inhoud is één bericht, WCO-XML (DEC-DMS 2) of JSON met de namen van het EUCDM, van welke soort "
                + "ook: nieuwe aangifte, wijziging, correctie, ongeldigmaking, terugbetaling, aanbrengen, aanvulling. "
                + "Het antwoord is de beslissing; 202 als een verzoek op een medewerker of een controle wacht. Het LRN "
                + "is de sleutel: "
                + "dezelfde inhoud nog eens geeft het eerdere antwoord (200), een andere inhoud met een aanvaard LRN "
                + "geeft 409. Bij twijfel gewoon opnieuw sturen. Met Prefer: respond-async komt 202 in plaats van "
                + "201; ook dan is alles al bewaard.")
            .Produces<LodgingBody>(StatusCodes.Status201Created)
            .Produces<LodgingBody>(StatusCodes.Status200OK)
            .Produces<LodgingBody>(StatusCodes.Status202Accepted)
            .WithMetadata(
                Message, AnswerHeaders.Location, RequestHeaders.IdempotencyKey, RequestHeaders.Prefer);

    private static Task<IResult> Lodge(HttpContext context) => Take(context, static _ => null);

    /// <summary>Lodges the content of a request as one message.</summary>
    /// <param name="inspect">Refuses before anything is kept: null for a message that may be lodged.</param>
    public static async Task<IResult> Take(HttpContext context, Func<ReadOnlyMemory<byte>, ApiProblem?> inspect)
    {
        var services = context.RequestServices;
        var intake = services.GetRequiredService<IIntake>();
        if (await RequestBody.Read(context.Request, IntakeBounds.MessageBytes).ConfigureAwait(false) is not { } message)
            return ApiFilter.TooLarge(IntakeBounds.MessageBytes);
        if (message.IsEmpty)
            return new ApiProblem(ApiFaults.BodyEmpty);
        if (MessageTypes.Mismatch(context.Request.ContentType, message.Span) is { } mismatch)
            return mismatch;
        if (inspect(message) is { } other)
            return other;
        if (services.GetRequiredService<IdempotencyKeys>().Check(context, message.Span) is { } refusal)
            return refusal;

        ApiFilter.RefuseIfStuck(intake.Fault);
        var answer = await intake.Lodge(message, context.Submitter()).ConfigureAwait(false);
        var language = ApiLanguage.Of(context);
        var outcome = services.GetRequiredService<LodgingAnswers>().Of(answer, language);
        if (outcome.Lodging is not { } lodging)
            return outcome.Problem!;
        context.Response.Headers.ContentLanguage = language;
        if (outcome.Place is { } place)
            context.Response.Headers.Location = context.Request.PathBase + ApiEdge.Root + place;
        var settings = services.GetRequiredService<ApiSettings>();
        return TypedResults.Json(lodging, statusCode: Prefer(context, settings, outcome.Status));
    }

    // Nothing is acknowledged before it is on disk and decided, so waiting is always honoured and an asynchronous
    // answer is one in form only: for programs that treat each lodging alike.
    private static int Prefer(HttpContext context, ApiSettings settings, int status)
    {
        var prefer = PreferHeader.Read(context.Request, settings.MaxWaitSeconds);
        if (prefer.RespondAsync && status == StatusCodes.Status201Created)
        {
            PreferHeader.SetApplied(context.Response, "respond-async");
            return StatusCodes.Status202Accepted;
        }

        if (prefer.WaitSeconds is { } seconds)
            PreferHeader.SetApplied(context.Response,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"wait={seconds}"));
        return status;
    }
}

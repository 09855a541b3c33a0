// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Intake.Contract;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Intake.Api;

/// <summary>Lodging one message: the answer is its decision, and comes only once that is on disk.</summary>
internal static class LodgeEndpoints
{
    public static void Map(IEndpointRouteBuilder lodge) =>
        lodge.MapPost("/declarations", Lodge).WithName("lodgeDeclaration").WithTags("declarations")
            .WithSummary("Eén bericht indienen")
            .WithDescription(
                "De inhoud is één bericht: WCO-XML (DEC-DMS 2), of JSON met de namen van het EUCDM. Het antwoord is "
                + "de beslissing. Het LRN is de sleutel: "
                + "dezelfde inhoud nog eens geeft het eerdere antwoord (200), een andere inhoud met een aanvaard LRN "
                + "geeft 409. Bij twijfel gewoon opnieuw sturen. Met Prefer: respond-async komt 202 in plaats van "
                + "201; ook dan is alles al bewaard.")
            .Produces<LodgingBody>(StatusCodes.Status201Created)
            .Produces<LodgingBody>(StatusCodes.Status200OK)
            .Produces<LodgingBody>(StatusCodes.Status202Accepted)
            .WithMetadata(
                new RequestContent(
                    IntakeBounds.MessageBytes, "Eén bericht als XML (WCO DEC-DMS 2) of JSON, hoogstens 4 MB.",
                    MessageTypes.Xml, MessageTypes.Json, MessageTypes.TextXml),
                AnswerHeaders.Location, RequestHeaders.IdempotencyKey, RequestHeaders.Prefer);

    private static async Task<IResult> Lodge(
        HttpContext context, [FromServices] IIntake intake, [FromServices] LodgingAnswers answers,
        [FromServices] IdempotencyKeys keys, [FromServices] ApiSettings settings)
    {
        if (await RequestBody.Read(context.Request, IntakeBounds.MessageBytes).ConfigureAwait(false) is not { } message)
            return ApiFilter.TooLarge(IntakeBounds.MessageBytes);
        if (message.IsEmpty)
            return new ApiProblem(ApiFaults.BodyEmpty);
        if (MessageTypes.Mismatch(context.Request.ContentType, message.Span) is { } mismatch)
            return mismatch;
        if (keys.Check(context, message.Span) is { } refusal)
            return refusal;

        ApiFilter.RefuseIfStuck(intake.Fault);
        var answer = await intake.Lodge(message, context.Submitter()).ConfigureAwait(false);
        var language = ApiLanguage.Of(context);
        var outcome = answers.Of(answer, language);
        if (outcome.Lodging is not { } lodging)
            return outcome.Problem!;
        context.Response.Headers.ContentLanguage = language;
        if (lodging.Mrn is { } mrn)
            context.Response.Headers.Location = context.Request.PathBase + ApiEdge.Root + "/declarations/" + mrn;
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

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Intake.Api;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>A view on an intended decision, as it was kept.</summary>
[Description("Uw zienswijze op een voornemen van de douane, zoals bewaard.")]
public sealed record ViewBody(
    [property: Description("MRN van de aangifte.")] string Mrn,
    [property: Description("Uw woorden.")] string Text,
    [property: Description("Ogenblik waarop zij kwam, UTC.")] DateTime GivenAt,
    [property: Description("Tot dit ogenblik kon u reageren, UTC.")] DateTime HearUntil);

/// <summary>
/// The right to be heard through the API: the declarant, or whoever may act for him, gives his view on what customs
/// intends to decide on held goods (UCC 22(6)).
/// </summary>
internal static class ViewEndpoints
{
    private const int MaxBytes = 16 * 1024;
    private const int MostCharacters = 2_000;

    private static readonly RequestContent Content = new(
        MaxBytes, "Een JSON-object met text: uw zienswijze, 1 tot 2.000 tekens.", MessageTypes.Json)
    {
        Json = new JsonForm(
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "text" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["text"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Description = "Uw zienswijze.",
                        MinLength = 1,
                        MaxLength = MostCharacters,
                    },
                },
            },
            $$"""{"text":"{{ApiExamples.ViewText}}"}"""),
    };

    public static void Map(IEndpointRouteBuilder lodge) =>
        lodge.MapPost("/declarations/{mrn}/views", GiveView).WithName("giveView").WithTags("declarations")
            .WithSummary("Uw zienswijze geven op een voornemen")
            .WithDescription(
                "Als de douane van plan is zelf gegevens of bedragen vast te stellen of goederen niet vrij te geven, "
                + "zegt de aangifte dat (intendedDecision, hearUntil) en kunt u reageren (DWU art. 22 lid 6). Eén keer "
                + "per voornemen; dezelfde tekst nog eens geeft hetzelfde antwoord (200), een andere tekst 409.")
            .Produces<ViewBody>(StatusCodes.Status201Created)
            .Produces<ViewBody>(StatusCodes.Status200OK)
            .WithMetadata(Content, RequestHeaders.IdempotencyKey);

    private static async Task<IResult> GiveView(
        string mrn, HttpContext context, [FromServices] IDeclarations declarations,
        [FromServices] IControls controls)
    {
        if (OwnDeclarations.FindToAct(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        if (await RequestBody.Read(context.Request, MaxBytes).ConfigureAwait(false) is not { } body)
            return ApiFilter.TooLarge(MaxBytes);
        if (TextOf(body) is not { } text)
            return new ApiProblem(ApiFaults.ViewMalformed);
        var services = context.RequestServices;
        if (services.GetRequiredService<IdempotencyKeys>().Check(context, body.Span) is { } reused)
            return reused;
        // The open one, or the one that was decided last: who repeats his view after that gets his answer again.
        var hearing = controls.OpenHearing(row)
            ?? (controls.Hearings(row.Id) is { Count: > 0 } all ? all[^1] : null);
        if (hearing is { View: { } given } && given == text && hearing.IsViewOf(context.Submitter().Id))
            return Answer(row, hearing, StatusCodes.Status200OK);
        if (hearing is not { DecidedAt: null } || row.State != DeclarationState.UnderControl)
            return new ApiProblem(ApiFaults.NothingIntended, row.Mrn.ToString());
        if (hearing.View is not null)
            return new ApiProblem(ApiFaults.ViewGiven, row.Mrn.ToString());

        ApiFilter.RefuseIfStuck(services.GetRequiredService<IIntake>().Fault);
        var by = new Actor(ActorKind.Submitter, context.Submitter().Id, context.Submitter().Name);
        var answer = await services.GetRequiredService<IActs>().GiveView(hearing.Id, text, by).ConfigureAwait(false);
        if (!answer.IsDone)
        {
            // Between looking and doing someone else gave one, or it was decided.
            return new ApiProblem(
                answer.Problems[0].Code == IntakeProblems.IntentHeard ? ApiFaults.ViewGiven : ApiFaults.NothingIntended,
                row.Mrn.ToString());
        }

        return Answer(
            row, controls.Hearings(row.Id).First(one => one.Id == hearing.Id), StatusCodes.Status201Created);
    }

    private static JsonHttpResult<ViewBody> Answer(DeclarationRow row, Hearing hearing, int status) =>
        TypedResults.Json(
        new ViewBody(
            row.Mrn.ToString(), hearing.View!, ApiTime.Of(hearing.ViewAt!.Value), ApiTime.Of(hearing.EndsAt)),
        statusCode: status);

    private static string? TextOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 4 });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                && text.GetString()?.Trim() is { Length: > 0 and <= MostCharacters } view
                && !view.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
                    ? view : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or a text that is no valid Unicode.
            return null;
        }
    }
}

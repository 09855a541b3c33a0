// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Declarations.Api;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Intake.Api;

/// <summary>
/// Operations on a declaration as its sub-resources (design rule resource-operations). The content is the same message
/// that /v1/declarations takes; here the address must name the same declaration, so that nothing is done to another by
/// mistake.
/// </summary>
internal static class FollowUpEndpoints
{
    private const string Answers =
        " Het antwoord is 201 als het gedaan is, 202 als het op een medewerker of een controle wacht, 409 als de staat "
        + "van de aangifte het niet toelaat. Location wijst het verzoek aan. Het MRN in het adres en dat in het "
        + "bericht moeten gelijk zijn.";

    /// <summary>Noun in the address, name of the operation, kind of message, what it does.</summary>
    private sealed record Door(string Noun, string Operation, MessageKind Kind, string Summary, string Text)
    {
        // One message serves both: it is a correction where customs asked for one, an amendment where it did not. A
        // supplement can be a new declaration that names what it completes.
        public bool Takes(CheckedMessage message) => message.Kind == Kind || (Kind, message.Kind) switch
        {
            (MessageKind.Correction, MessageKind.Amendment) => true,
            (MessageKind.Supplementary, MessageKind.NewDeclaration) => message.AdditionalType is 'X' or 'Y' or 'Z',
            _ => false,
        };
    }

    private static readonly Door[] Doors =
    [
        new("presentations", "presentGoods", MessageKind.Presentation, "Goederen aanbrengen",
            "Voor een vooraf ingediende aangifte: zij wordt aanvaard, en het recht van deze dag geldt (DWU art. 171 en "
            + "172)."),
        new("amendments", "amendDeclaration", MessageKind.Amendment, "Een aangifte wijzigen",
            "Zolang niet is aangekondigd dat de goederen worden onderzocht. Na vrijgave beslist een medewerker "
            + "(DWU art. 173)."),
        new("corrections", "correctDeclaration", MessageKind.Correction, "Een gevraagde correctie geven",
            "Antwoord op een correctie waar de douane om vroeg; zie corrections-asked."),
        new("invalidation-requests", "requestInvalidation", MessageKind.Invalidation,
            "Vragen een aangifte ongeldig te maken",
            "DWU art. 174 en GVo. (EU) 2015/2446 art. 148. Mag ook om terugbetaling vragen."),
        new("repayment-requests", "requestRepayment", MessageKind.RepaymentOrRemission,
            "Terugbetaling of kwijtschelding vragen", "DWU art. 116 tot en met 123."),
        new("supplements", "supplementDeclaration", MessageKind.Supplementary, "Een aanvullende aangifte indienen",
            "Bij een vereenvoudigde aangifte of een inschrijving in de administratie (DWU art. 167)."),
    ];

    public static void Map(IEndpointRouteBuilder lodge)
    {
        foreach (var door in Doors)
        {
            lodge.MapPost("/declarations/{mrn}/" + door.Noun,
                    (string mrn, HttpContext context, [FromServices] IDeclarations declarations,
                        [FromServices] MessageLook look) => Lodge(door, mrn, context, declarations, look))
                .WithName(door.Operation).WithTags("declarations").WithSummary(door.Summary)
                .WithDescription(door.Text + Answers)
                .Produces<LodgingBody>(StatusCodes.Status201Created)
                .Produces<LodgingBody>(StatusCodes.Status200OK)
                .Produces<LodgingBody>(StatusCodes.Status202Accepted)
                .WithMetadata(LodgeEndpoints.Message, AnswerHeaders.RequestLocation, RequestHeaders.IdempotencyKey,
                    RequestHeaders.Prefer);
        }
    }

    private static async Task<IResult> Lodge(
        Door door, string mrn, HttpContext context, IDeclarations declarations, MessageLook look)
    {
        if (OwnDeclarations.Find(mrn, context, declarations, out var row) is { } refusal)
            return refusal;
        var answers = door.Kind != MessageKind.Correction ? null : AnswersTo(row, declarations);
        return await LodgeEndpoints.Take(context, message =>
        {
            var seen = look.At(message);
            return answers is not null && !IsAgain(seen, answers, context.Submitter().Id)
                ? new ApiProblem(ApiFaults.NoCorrectionAsked, row.Mrn.ToString())
                : Fits(door, row.Mrn, seen);
        }).ConfigureAwait(false);
    }

    // What answered the corrections that were asked; null while one is open, which anything may answer.
    private static List<RequestRow>? AnswersTo(DeclarationRow row, IDeclarations declarations)
    {
        var asked = declarations.CorrectionsAsked(row.Id);
        return asked.Any(one => one.IsOpen) ? null
            : asked.Where(one => one.AnsweredBy is not null)
                .Select(one => declarations.Request(one.AnsweredBy!.Value)).OfType<RequestRow>().ToList();
    }

    // Who lost the answer sends the same message again, and gets it; anything else would amend what no one asked for.
    private static bool IsAgain(CheckedMessage seen, List<RequestRow> answers, long submitterId) =>
        answers.Exists(answer => answer.SubmitterId == submitterId && answer.Lrn == seen.LrnText);

    // A message that cannot be read is lodged all the same: its answer says where it went wrong.
    private static ApiProblem? Fits(Door door, Mrn mrn, CheckedMessage seen)
    {
        if (!seen.IsReadable)
            return null;
        if (!door.Takes(seen))
            return new ApiProblem(ApiFaults.OtherKind, TraderWords.Of(seen.Kind), TraderWords.Of(door.Kind));
        var named = NamedBy(seen);
        return named.Count == 0 || named.Contains(mrn.ToString())
            ? null
            : new ApiProblem(ApiFaults.OtherDeclaration, OwnDeclarations.Echo(named[0]), mrn.ToString());
    }

    // None of a supplement that is wrong in itself: it is lodged, and its answer says all that is wrong.
    private static List<string> NamedBy(CheckedMessage seen)
    {
        if (seen.Kind != MessageKind.NewDeclaration)
            return [seen.MrnText.Length == 0 ? "-" : seen.MrnText];
        return seen.Declaration is not { } supplement ? []
            : supplement.Lines.SelectMany(line => line.References).Concat(supplement.References)
                .Where(reference => reference.Kind == ReferenceKind.Previous)
                .Select(reference => reference.Number).DefaultIfEmpty("-").ToList();
    }
}

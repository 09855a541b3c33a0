// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>A request about a declaration in the trader's edition: never who decided it.</summary>
[Description("Een verzoek of mededeling over een eerdere aangifte, en wat ervan werd.")]
public sealed record DeclarationRequest(
    [property: Description("Nummer van het verzoek.")] long Id,
    [property: Description(
        "amendment, correction, invalidation, repaymentOrRemission, presentation of supplement.")] string Kind,
    [property: Description("Eigen kenmerk van het bericht; null als een andere indiener het voor dezelfde aangever "
        + "deed: dan staat hier alleen dat het er is en hoe het ervoor staat.")] string? Lrn,
    [property: Description("Hoeveelste poging met dit LRN, vanaf 1.")] int Attempt,
    [property: Description("Ogenblik van ontvangst, UTC.")] DateTime ReceivedAt,
    [property: Description(
        "granted: gedaan; denied: geweigerd; pending: wacht op een medewerker; awaitsExamination: wacht op de "
        + "aangekondigde controle; rejected: het bericht is afgewezen.")] string State,
    [property: Description("Code van de reden zoals opgegeven.")] string? ReasonCode,
    [property: Description("Reden in uw woorden.")] string? ReasonText,
    [property: Description("Wat er wordt teruggevraagd, bij terugbetaling of kwijtschelding.")] ClaimBody? Claim,
    [property: Description("Versie van de aangifte die eruit ontstond.")] int? VersionMade,
    [property: Description("Ogenblik van de beslissing, UTC.")] DateTime? DecidedAt,
    [property: Description("Reden van de beslissing in woorden, als een medewerker besliste.")] string? DecisionReason,
    [property: Description("De fouten, als het bericht is afgewezen; anders waarschuwingen.")]
    IReadOnlyList<ProblemItem> Problems)
{
    /// <summary>The grounds of a denial that was announced; null if none was.</summary>
    [Description("Waarom de douane van plan is het verzoek af te wijzen; null als dat niet is aangekondigd.")]
    public string? IntendedDecision { get; init; }

    /// <summary>Last day on which the declarant can give his view on it (UCC 22(6)).</summary>
    [Description("Laatste dag om op dat voornemen uw zienswijze te geven (DWU art. 22 lid 6).")]
    public DateOnly? HearUntil { get; init; }
}

/// <summary>What a declarant asks back or asks to be waived (UCC 116 to 123).</summary>
[Description("Verzoek om terugbetaling of kwijtschelding (DWU art. 116 tot en met 123).")]
public sealed record ClaimBody(
    [property: Description("repayment: terugbetaling; remission: kwijtschelding.")] string Kind,
    [property: Description(
        "A te veel geheven, B gebrekkige goederen, C vergissing van de autoriteiten, D billijkheid, E ongeldig "
        + "gemaakte aangifte.")] string LegalBasis,
    [property: Description("Totaal dat wordt gevraagd.")] AmountBody Amount,
    [property: Description("Verdeling over de belastingen.")] IReadOnlyList<ClaimedTaxBody> Taxes,
    [property: Description("EORI-nummer van wie het geld toekomt, als dat een ander is.")] string? Holder,
    [property: Description("Gronden in uw woorden.")] string? Grounds);

/// <summary>One tax of a claim.</summary>
[Description("Eén belasting in een verzoek.")]
public sealed record ClaimedTaxBody(
    [property: Description("EUCDM 14 03 039 000, bijvoorbeeld A00.")] string TaxType, AmountBody Amount);

/// <summary>The requests about one declaration.</summary>
[Description("De verzoeken over één aangifte, oudste eerst; hoogstens 500.")]
public sealed record RequestList(IReadOnlyList<DeclarationRequest> Requests);

/// <summary>What a declaration said at one time.</summary>
[Description("Een versie van een aangifte: zoals ingediend, aangebracht, gewijzigd of gecorrigeerd.")]
public sealed record VersionBody(
    [property: Description("Vanaf 1.")] int Version,
    [property: Description("newDeclaration, presentation, amendment, correction, supplement of determination "
        + "(door de douane vastgesteld).")] string Kind,
    [property: Description("Verzoek waaruit zij ontstond; null voor de versie zoals ingediend en voor wat "
        + "de douane vaststelde.")] long? RequestId,
    [property: Description("Ogenblik waarop zij werd vastgelegd, UTC.")] DateTime RecordedAt,
    [property: Description("Dag waarvan het recht geldt; null van wat niet is aanvaard, zoals de versie voor het "
        + "aanbrengen.")]
    DateOnly? LawDay,
    [property: Description("Aantal artikelen.")] int LineCount,
    [property: Description("Waarde in euro; null van wat niet is aanvaard.")] AmountBody? ValueAmount,
    [property: Description("Douanerechten; pas bekend bij vrijgave.")] AmountBody? DutyAmount,
    [property: Description("Btw bij invoer; pas bekend bij vrijgave.")] AmountBody? VatAmount);

/// <summary>The versions of one declaration.</summary>
[Description("De versies van één aangifte, oudste eerst.")]
public sealed record VersionList(IReadOnlyList<VersionBody> Versions);

/// <summary>A correction that customs asks.</summary>
[Description("De douane vraagt u de aangifte te corrigeren. Antwoord met een bericht aan corrections.")]
public sealed record CorrectionAskedBody(
    [property: Description("Nummer van de vraag.")] long Id,
    [property: Description("Ogenblik van de vraag, UTC.")] DateTime AskedAt,
    [property: Description("Wat er niet klopt, in woorden.")] string Reason,
    [property: Description("Laatste dag om te antwoorden.")] DateOnly DueOn,
    [property: Description("Nummer van het verzoek dat antwoordde; null zolang dat er niet is.")] long? AnsweredBy)
{
    /// <summary>When customs asked it no more; null otherwise.</summary>
    [Description("Ogenblik waarop de douane er niet meer om vroeg, UTC; null als de vraag open is of beantwoord.")]
    public DateTime? ClosedAt { get; init; }
}

/// <summary>The corrections that customs asked for one declaration.</summary>
[Description("De gevraagde correcties van één aangifte, oudste eerst.")]
public sealed record CorrectionAskedList(IReadOnlyList<CorrectionAskedBody> CorrectionsAsked);

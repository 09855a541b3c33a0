// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Intake.Api;

/// <summary>The answer to one lodged message that was not refused.</summary>
[Description("Het antwoord op een bericht dat niet is afgewezen.")]
public sealed record LodgingBody(
    [property: Description(
        "accepted: aanvaard; duplicate: dezelfde inhoud kwam eerder, dit is het eerdere antwoord; "
        + "quarantined: bewaard, een medewerker kijkt ernaar.")] string Outcome,
    [property: Description(
        "Wat het bericht vraagt: newDeclaration, supplement, amendment, correction, invalidation, "
        + "repaymentOrRemission of presentation.")] string Kind,
    [property: Description("Van de aangifte die het bericht werd of waarover het gaat; null als er geen is.")]
    string? Mrn,
    [property: Description("Eigen kenmerk van de indiener.")] string Lrn,
    [property: Description("Staat van die aangifte; null als er geen is.")] string? State,
    [property: Description("Ogenblik van ontvangst, UTC.")] DateTime ReceivedAt,
    [property: Description("Aantal artikelen.")] int LineCount,
    [property: Description("Nummer van het verzoek over een eerdere aangifte; null bij een nieuwe aangifte.")]
    long? RequestId,
    [property: Description("granted, denied, pending of awaitsExamination; null bij een nieuwe aangifte.")]
    string? RequestState,
    [property: Description("Waarschuwingen.")] IReadOnlyList<ProblemItem> Problems);

/// <summary>The answer to one message of a batch: what it would have got alone.</summary>
[Description("Het antwoord op één bericht van een reeks: wat het alleen ook had gekregen.")]
public sealed record BatchAnswer(
    [property: Description("Plaats in de reeks, vanaf 0.")] int Index,
    [property: Description("Bestandsnaam van het deel, of anders zijn veldnaam.")] string Name,
    [property: Description("HTTP-status die het bericht alleen had gekregen.")] int Status,
    [property: Description("Bij status onder 400.")] LodgingBody? Lodging,
    [property: Description("Bij status 400 en hoger.")] ProblemDocument? Problem);

/// <summary>The answers to a batch, in its order.</summary>
[Description("De antwoorden op een reeks, in haar volgorde.")]
public sealed record BatchBody(IReadOnlyList<BatchAnswer> Answers);

/// <summary>A received file in the trader's edition.</summary>
[Description("Een ontvangen bestand zoals de indiener het ziet.")]
public sealed record FileBody(
    [property: Description("Nummer van het bestand.")] long Id,
    string Name,
    [property: Description(
        "received: ontvangen, berichten worden beoordeeld; decided: alle berichten zijn beoordeeld.")]
    string State,
    [property: Description("Ogenblik van ontvangst, UTC.")] DateTime ReceivedAt,
    [property: Description("Ogenblik waarop het laatste bericht was beoordeeld, UTC.")] DateTime? DecidedAt,
    [property: Description("SHA-256 van de inhoud, hexadecimaal.")] string ContentHash,
    [property: Description("Grootte van het bestand in bytes.")] long Bytes,
    [property: Description("Aantal berichten in het bestand.")] int Messages,
    [property: Description("Aantal berichten dat is beoordeeld.")] int MessagesDecided,
    [property: Description("Aantallen van wat is beoordeeld.")] FileCounts Counts);

/// <summary>Counts over the messages of a file that were decided.</summary>
[Description("Aantallen. Beoordeelde berichten = accepted + rejected + unreadable + duplicates + quarantined.")]
public sealed record FileCounts(
    long Accepted,
    long Rejected,
    long Unreadable,
    long Duplicates,
    long Quarantined,
    [property: Description("Artikelen van aanvaarde berichten.")] long Lines,
    [property: Description("Artikelen die meteen zijn vrijgegeven.")] long LinesReleased);

/// <summary>A page of received files.</summary>
[Description("Een bladzijde van uw bestanden, nieuwste eerst.")]
public sealed record FilePage(
    IReadOnlyList<FileBody> Files,
    [property: Description("Adres van de volgende bladzijde; null als dit de laatste is. Ook in de kop Link.")]
    string? Next);

/// <summary>The receipt of one message of a file.</summary>
[Description("De ontvangstbevestiging van één bericht in een bestand.")]
public sealed record ReceiptBody(
    [property: Description("Plaats in het bestand, vanaf 0.")] int Entry,
    [property: Description("Naam in de zip.")] string EntryName,
    string Lrn,
    [property: Description("accepted, rejected, unreadable, duplicate of quarantined.")] string Outcome,
    [property: Description("Wat het bericht vraagt, bijvoorbeeld newDeclaration of presentation.")] string Kind,
    [property: Description("Van de aangifte die het bericht werd of waarover het gaat.")] string? Mrn,
    [property: Description("Staat van de aangifte nu.")] string? State,
    [property: Description("Nummer van het verzoek over een eerdere aangifte.")] long? RequestId,
    [property: Description("Staat van dat verzoek nu.")] string? RequestState,
    IReadOnlyList<ProblemItem> Problems);

/// <summary>A page of receipts.</summary>
[Description("Ontvangstbevestigingen in de volgorde van het bestand. Wat nog niet is beoordeeld, ontbreekt.")]
public sealed record ReceiptPage(
    IReadOnlyList<ReceiptBody> Receipts,
    [property: Description("Adres van de volgende bladzijde; null als dit nu de laatste is. Ook in de kop Link.")]
    string? Next);

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>A notification about a declaration.</summary>
[Description("Een bericht over een aangifte. Met Accept: application/xml is het ene bericht ook als WCO Response te "
    + "lezen.")]
public sealed record NotificationBody(
    [property: Description("Oplopend nummer: de cursor van de postbus.")] long Seq,
    [property: Description(
        "accepted, registered, rejected, underControl, documentsWanted, corrected, released, cleared, invalidated, "
        + "requestDecided, dutyDetermined, guaranteeInsufficient, paymentReminder, supplementDue, lapsed, "
        + "intendedDecision, correctionOverdue, correctionReminder, intendedDetermination, "
        + "intentWithdrawn of notReleased.")]
    string Kind,
    [property: Description("Nummer in de berichtenfamilie, twee cijfers.")] string Code,
    [property: Description("Naam in de berichtenfamilie, bijvoorbeeld DMSACC.")] string Message,
    [property: Description("Ogenblik waarop het gebeurde, UTC.")] DateTime At,
    [property: Description("MRN; null als de aangifte niet is aanvaard.")] string? Mrn,
    [property: Description(
        "Uw eigen kenmerk: dat van de aangifte, of dat van uw verzoek als een ander de aangifte deed.")] string Lrn,
    [property: Description("Hoeveelste poging met dit LRN.")] int Attempt,
    [property: Description("Nummer van het verzoek waarover het gaat; null als het over de aangifte zelf gaat.")]
    long? RequestId,
    [property: Description("Eigen kenmerk van het bericht waarmee dat verzoek werd gedaan; null als een andere "
        + "indiener het voor dezelfde aangever deed.")] string? RequestLrn,
    [property: Description("Staat van dat verzoek: granted, denied, pending, awaitsExamination of rejected.")]
    string? RequestState,
    [property: Description("Uitleg in woorden, als een medewerker besliste of iets vraagt; null bij een verzoek van "
        + "een andere indiener.")] string? Explanation,
    [property: Description("Laatste dag om te doen wat gevraagd wordt.")] DateOnly? DueOn,
    [property: Description("De fouten, bij een afwijzing; leeg bij een verzoek van een andere indiener.")]
    IReadOnlyList<ProblemItem> Problems)
{
    /// <summary>Of a term in hours: the instant before which one can be heard; null for other terms.</summary>
    [Description("Bij intendedDetermination: tot dit ogenblik (UTC) kunt u uw zienswijze geven; anders null.")]
    public DateTime? HearUntil { get; init; }
}

/// <summary>A piece of the pull box.</summary>
[Description("Een deel van de postbus, oudste eerst.")]
public sealed record NotificationPage(
    IReadOnlyList<NotificationBody> Notifications,
    [property: Description("Vraag hierna met after = dit nummer. Onveranderd als er niets nieuws is.")] long After,
    [property: Description("Adres van het volgende deel; null als er nu niet meer is. Ook in de kop Link.")]
    string? Next);

/// <summary>The notifications of one declaration.</summary>
[Description("De berichten over één aangifte, oudste eerst.")]
public sealed record NotificationList(IReadOnlyList<NotificationBody> Notifications);

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>A declaration in the trader's edition.</summary>
[Description("Een aangifte zoals de indiener die ziet.")]
public sealed record DeclarationBody(
    [property: Description("Gegeven bij aanvaarding; null als de aangifte niet is aanvaard.")] string? Mrn,
    [property: Description("Eigen kenmerk van de indiener (EUCDM 12 09 001 000).")] string Lrn,
    [property: Description("Hoeveelste poging met dit LRN, vanaf 1.")] int Attempt,
    [property: Description("Gegevensset van het EUCDM, bijvoorbeeld H7.")] string DataSet,
    [property: Description("Ogenblik van ontvangst, UTC.")] DateTime ReceivedAt,
    [property: Description("registered, rejected, accepted, underControl, released, invalidated of notReleased.")]
    string State,
    [property: Description("Aantal artikelen.")] int LineCount,
    [property: Description("Waarde van alle artikelen in euro; null bij een afgewezen aangifte.")]
    AmountBody? ValueAmount,
    [property: Description("Douanerechten; pas bekend bij vrijgave.")] AmountBody? DutyAmount,
    [property: Description("Btw bij invoer; pas bekend bij vrijgave.")] AmountBody? VatAmount,
    [property: Description("Fouten (bij afwijzing) en waarschuwingen.")] IReadOnlyList<ProblemItem> Problems);

/// <summary>A page of declarations.</summary>
[Description("Een bladzijde van uw aangiften, nieuwste eerst.")]
public sealed record DeclarationPage(
    IReadOnlyList<DeclarationBody> Declarations,
    [property: Description("Adres van de volgende bladzijde; null als dit de laatste is. Ook in de kop Link.")]
    string? Next);

/// <summary>A goods item in the trader's edition.</summary>
[Description("Een artikel van een aangifte. Masses in kilogram.")]
public sealed record LineBody(
    [property: Description("Artikelnummer (EUCDM 11 03 000 000).")] int ItemNumber,
    [property: Description("Goederencode, 6, 8 of 10 cijfers.")] string CommodityCode,
    [property: Description("Land van oorsprong, of anders dat van de exporteur.")] string? Country,
    [property: Description("Goederenomschrijving (EUCDM 18 05 000 000).")] string Description,
    [property: Description("Waarde zoals aangegeven.")] AmountBody DeclaredValue,
    [property: Description("Waarde in euro, tegen de douanekoers van de dag.")] AmountBody ValueAmount,
    [property: Description("Brutomassa in kilogram (EUCDM 18 04 000 000).")] decimal GrossMass,
    [property: Description("Nettomassa in kilogram (EUCDM 18 01 000 000); 0 als die niet is aangegeven.")]
    decimal NetMass,
    [property: Description("Aanvullende regelingen (EUCDM 11 10 000 000).")] IReadOnlyList<string> AdditionalProcedures,
    [property: Description("Douanerechten; pas bekend bij vrijgave.")] AmountBody? DutyAmount,
    [property: Description("Btw bij invoer; pas bekend bij vrijgave.")] AmountBody? VatAmount);

/// <summary>The goods items of a declaration.</summary>
[Description("De artikelen van een aangifte. Eén geselecteerd artikel houdt de hele aangifte op: de staat is die "
    + "van de aangifte.")]
public sealed record LineList(string Mrn, string State, IReadOnlyList<LineBody> Lines);

/// <summary>A notification about a declaration.</summary>
[Description("Een bericht over een aangifte.")]
public sealed record NotificationBody(
    [property: Description("Oplopend nummer: de cursor van de postbus.")] long Seq,
    [property: Description(
        "accepted, registered, rejected, underControl, documentsWanted, corrected, released, cleared, "
        + "invalidated, requestDecided of dutyDetermined.")] string Kind,
    [property: Description("Nummer in de berichtenfamilie, twee cijfers.")] string Code,
    [property: Description("Naam in de berichtenfamilie, bijvoorbeeld DMSACC.")] string Message,
    [property: Description("Ogenblik waarop het gebeurde, UTC.")] DateTime At,
    [property: Description("MRN; null bij een afgewezen aangifte.")] string? Mrn,
    [property: Description("Eigen kenmerk van de indiener.")] string Lrn,
    [property: Description("Hoeveelste poging met dit LRN.")] int Attempt,
    [property: Description("De fouten, bij een afwijzing.")] IReadOnlyList<ProblemItem> Problems);

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

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
    [property: Description(
        "registered (vooraf ingediend, goederen nog niet aangebracht), rejected, accepted, underControl, released, "
        + "invalidated, notReleased of lapsed (niet op tijd aangebracht).")]
    string State,
    [property: Description("Aanvullend soort aangifte (EUCDM 11 02 001 000), A tot en met Z; null als de gegevensset "
        + "dat niet kent.")]
    string? AdditionalType,
    [property: Description("Dag van aanvaarding: het recht van die dag geldt. null zolang niet aanvaard.")]
    DateOnly? AcceptedOn,
    [property: Description("Versie die nu geldt: 1 zoals ingediend, één meer na elke wijziging of correctie.")]
    int Version,
    [property: Description("Laatste dag om de goederen aan te brengen; null als dat gebeurd of niet nodig is.")]
    DateOnly? LapsesOn,
    [property: Description("Laatste dag voor de aanvullende aangifte; null als die er is of niet nodig is.")]
    DateOnly? SupplementDueOn,
    [property: Description("MRN van de vereenvoudigde aangifte of inschrijving die deze aanvult.")]
    string? Supplements,
    [property: Description("Aantal artikelen.")] int LineCount,
    [property: Description("Waarde van alle artikelen in euro; null als de aangifte niet is aanvaard.")]
    AmountBody? ValueAmount,
    [property: Description("Douanerechten; pas bekend bij vrijgave.")] AmountBody? DutyAmount,
    [property: Description("Btw bij invoer; pas bekend bij vrijgave.")] AmountBody? VatAmount,
    [property: Description("Fouten (bij afwijzing) en waarschuwingen van de versie die nu geldt; leeg als een andere "
        + "indiener die schreef.")] IReadOnlyList<ProblemItem> Problems)
{
    /// <summary>What customs intends to decide on the held goods; null if nothing was announced or it was
    /// decided.</summary>
    [Description("Wat de douane van plan is: determination (zelf vaststellen) of noRelease (niet vrijgeven); null als "
        + "er geen voornemen openstaat.")]
    public string? IntendedDecision { get; init; }

    /// <summary>Why, in words.</summary>
    [Description("Waarom de douane dat van plan is, in woorden.")]
    public string? IntendedGrounds { get; init; }

    /// <summary>Instant before which the declarant can give his view (UCC 22(6)).</summary>
    [Description("Tot dit ogenblik (UTC) kunt u op dat voornemen uw zienswijze geven, bij views (DWU art. 22 lid 6).")]
    public DateTime? HearUntil { get; init; }

    /// <summary>When the view came; null while there is none.</summary>
    [Description("Ogenblik waarop uw zienswijze kwam, UTC; null zolang die er niet is.")]
    public DateTime? ViewGivenAt { get; init; }
}

/// <summary>A page of declarations.</summary>
[Description("Een bladzijde van uw aangiften, nieuwste eerst.")]
public sealed record DeclarationPage(
    IReadOnlyList<DeclarationBody> Declarations,
    [property: Description("Adres van de volgende bladzijde; null als dit de laatste is. Ook in de kop Link.")]
    string? Next);

/// <summary>A goods item in the trader's edition.</summary>
[Description("Een artikel van een aangifte. Massa's in kilogram.")]
public sealed record LineBody(
    [property: Description("Artikelnummer (EUCDM 11 03 000 000).")] int ItemNumber,
    [property: Description("Goederencode, 6, 8 of 10 cijfers.")] string CommodityCode,
    [property: Description("Land van oorsprong, of anders dat van de exporteur.")] string? Country,
    [property: Description("Goederenomschrijving (EUCDM 18 05 000 000).")] string Description,
    [property: Description("Waarde zoals aangegeven.")] AmountBody DeclaredValue,
    [property: Description("Waarde in euro, tegen de douanekoers van de dag; null zolang niet aanvaard.")]
    AmountBody? ValueAmount,
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

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Tariff.Api;

/// <summary>A step on the way to a code in the nomenclature.</summary>
[Description("Een hoofdstuk, post of code boven de goederencode, of die zelf.")]
public sealed record NomenclatureStep(
    [property: Description("2 tot 10 cijfers.")] string Code,
    [property: Description("Omschrijving, in de taal van Accept-Language.")] string Text);

/// <summary>A measure in force.</summary>
[Description("Een maatregel van het tarief.")]
public sealed record MeasureBody(
    [property: Description("third-country, end-use, suspension, preference, quota, anti-dumping, countervailing, "
        + "safeguard, provisional-anti-dumping, provisional-countervailing, document of prohibition.")]
    string Type,
    [property: Description("De code waarvoor de maatregel geldt; ook die eronder vallen eronder.")] string Code,
    [property: Description("Aanvullende code die dan wordt aangegeven.")] string? AdditionalCode,
    [property: Description("Land of landengroep; null is alle landen.")] string? Origin,
    [property: Description("Landen waarvoor de maatregel niet geldt.")] IReadOnlyList<string> ExcludedOrigins,
    [property: Description("Preferenties waarmee hij wordt gevraagd (EUCDM 14 11 000 000).")]
    IReadOnlyList<string> Preferences,
    [property: Description("Volgnummer van het contingent (EUCDM 99 01 000 000).")] string? OrderNumber,
    [property: Description("Het recht zoals het tarief het schrijft; null als een medewerker het vaststelt of er geen "
        + "recht is.")]
    string? Duty,
    [property: Description("Soorten bescheiden waarvan er een nodig is.")] IReadOnlyList<string> Documents,
    [property: Description("Eerste dag; null zonder begin.")] DateOnly? ValidFrom,
    [property: Description("Eerste dag waarop hij niet meer geldt; null zonder einde.")] DateOnly? ValidUntil,
    [property: Description("Wettelijke grond.")] string Ground);

/// <summary>A restriction, exception or list that the code is on.</summary>
[Description("Een beperking of uitzondering.")]
public sealed record GoodsListBody(
    [property: Description("Naam van de lijst.")] string List,
    [property: Description("Begin van de codes waarvoor zij geldt.")] string CodePrefix,
    [property: Description("Land van oorsprong; null is alle landen.")] string? Origin,
    [property: Description("In de taal van Accept-Language.")] string Text,
    [property: Description("Wettelijke grond.")] string Ground);

/// <summary>The flat duty of low value.</summary>
[Description("Vast invoerrecht voor zendingen van geringe waarde.")]
public sealed record FlatDutyBody(
    [property: Description("Bedrag per post.")] AmountBody Amount,
    [property: Description("Wat als één post telt.")] string CountingKey,
    [property: Description("Wettelijke grond.")] string Ground);

/// <summary>Something that begins or ends.</summary>
[Description("Een wijziging die bekend is.")]
public sealed record LawChangeBody(
    [property: Description("Eerste dag van het nieuwe recht.")] DateOnly Day,
    [property: Description("begins of ends.")] string Kind,
    [property: Description("Tabel van het recht.")] string Table,
    [property: Description("De rij die begint of eindigt, in het kort.")] string What,
    [property: Description("Wettelijke grond.")] string Ground);

/// <summary>What holds for a commodity code on a day.</summary>
[Description("Wat er op een dag geldt voor een goederencode, en wat er daarna verandert. Het recht is openbaar.")]
public sealed record TariffBody(
    [property: Description("6, 8 of 10 cijfers.")] string Code,
    [property: Description("De dag waarvan dit het recht is.")] DateOnly On,
    [property: Description("Nummer van de editie waaruit het komt.")] int Edition,
    IReadOnlyList<NomenclatureStep> Path,
    [property: Description("Bijzondere maatstaf (lijst 6411); null zonder.")] string? SupplementaryUnit,
    IReadOnlyList<MeasureBody> Measures,
    [property: Description("Btw bij invoer in procenten.")] decimal VatPercent,
    [property: Description("Wettelijke grond van de btw.")] string VatGround,
    FlatDutyBody? FlatDuty,
    IReadOnlyList<GoodsListBody> Restrictions,
    IReadOnlyList<GoodsListBody> Lists,
    IReadOnlyList<LawChangeBody> Changes);

/// <summary>A code in force.</summary>
[Description("Een code die op de dag geldt.")]
public sealed record ListedCode(
    string Code,
    [property: Description("In de taal van Accept-Language.")] string Text,
    [property: Description("Eerste dag; null zonder begin.")] DateOnly? ValidFrom,
    [property: Description("Eerste dag waarop zij niet meer geldt; null zonder einde.")] DateOnly? ValidUntil);

/// <summary>The codes of a list on a day.</summary>
[Description("De codes van een lijst op een dag.")]
public sealed record CodeListBody(
    string List,
    DateOnly On,
    [property: Description("Nummer van de editie waaruit zij komen.")] int Edition,
    [property: Description("Op volgorde van code; hoogstens 20.000.")] IReadOnlyList<ListedCode> Codes);

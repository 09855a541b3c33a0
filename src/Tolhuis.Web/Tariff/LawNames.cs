// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Tariff;

/// <summary>What people call the settings and lists of the law, which have names for programs.</summary>
public static class LawNames
{
    private static readonly Dictionary<string, Text> Settings = new(StringComparer.Ordinal)
    {
        ["amendment-after-release-years"] = new("jaren voor wijzigen na vrijgave", "years to amend after release"),
        ["correction-term-days"] = new("dagen voor een gevraagde correctie", "days for a correction that is asked"),
        ["duty-rounding"] = new("afronding van rechten", "rounding of duty"),
        ["duty-rounding-unit-cents"] = new("afrondingseenheid van rechten, cent", "rounding unit of duty, cents"),
        ["flat-duty"] = new("vast invoerrecht", "flat customs duty"),
        ["flat-duty-cents"] = new("vast invoerrecht, cent", "flat customs duty, cents"),
        ["flat-duty-counting-key"] = new("telsleutel van het vaste recht", "counting key of the flat duty"),
        ["flat-duty-in-vat-base"] = new("vast recht telt voor de btw", "flat duty counts for VAT"),
        ["gift-flat-rate-basis-points"] = new("forfait voor geschenken", "flat rate for gifts"),
        ["gift-flat-rate-limit-cents"] = new("grens van het forfait, cent", "limit of the flat rate, cents"),
        ["gift-limit-cents"] = new("vrijstelling voor geschenken, cent", "relief for gifts, cents"),
        ["intrinsic-value-limit-cents"] = new(
            "grens van de intrinsieke waarde, cent", "limit of intrinsic value, cents"),
        ["invalidation-term-days"] = new("dagen voor ongeldig maken", "days to invalidate"),
        ["invoice-total-tolerance-cents"] = new(
            "speling van een factuurtotaal, cent", "tolerance of an invoice, cents"),
        ["member-state-of-import"] = new("lidstaat van invoer", "Member State of import"),
        ["parcel-lookup-days"] = new(
            "dagen dat een ontvanger zijn zending kan opzoeken", "days that a consignee can look up his parcel"),
        ["prelodged-term-days"] = new("dagen tot het aanbrengen", "days until presentation"),
        ["pull-box-days"] = new("dagen dat kennisgevingen blijven", "days that notifications stay"),
        ["repayment-defective-term-years"] = new(
            "jaren voor teruggaaf bij gebreken", "years for repayment of defective goods"),
        ["repayment-term-years"] = new("jaren voor terugbetaling", "years for repayment"),
        ["control-release-on-match"] = new(
            "vrijgave zodra een correctie klopt", "release once a correction matches"),
        ["control-term-hours"] = new("uren om een controle te doen", "hours to do a control"),
        ["correction-look-hours"] = new("uren om een correctie te bekijken", "hours to look at a correction"),
        ["correction-reminder-days"] = new(
            "dagen voor het einde dat aan een correctie wordt herinnerd", "days before its end that one is reminded"),
        ["hearing-term-days"] = new("dagen om gehoord te worden", "days to be heard"),
        ["supplementary-max-named"] = new(
            "vereenvoudigde aangiften per aanvullende", "simplified declarations per supplementary one"),
        ["supplementary-periodic-term-days"] = new(
            "dagen na de maand voor een periodieke aanvulling", "days after the month for a periodic supplement"),
        ["documents-per-declaration"] = new(
            "documenten bij een aangifte, per kant", "documents with a declaration, of each side"),
        ["documents-per-declaration-bytes"] = new(
            "bytes aan documenten bij een aangifte, per kant", "bytes of documents with a declaration, of each side"),
        ["versions-before-release"] = new("versies voor vrijgave", "versions before release"),
        ["request-decision-term-days"] = new("dagen om op een verzoek te beslissen", "days to decide on a request"),
        ["sample-estimate-minimum"] = new(
            "onderzochte regels voor een schatting", "examined lines for an estimate"),
        ["statistical-value-factor"] = new("onwaarschijnlijke statistische waarde", "unlikely statistical value"),
        ["supplementary-max-age-days"] = new(
            "dagen terug van een aanvullende aangifte", "days back of a supplementary declaration"),
        ["supplementary-term-days"] = new(
            "dagen voor een aanvullende aangifte", "days for a supplementary declaration"),
        ["tariff-duty-preference-first-digit"] = new("preferentie met tarief", "preference with the tariff duty"),
        ["value-relief"] = new("vrijstelling voor geringe waarde", "relief for low value"),
        ["vat-rounding"] = new("afronding van btw", "rounding of VAT"),
        ["vat-rounding-unit-cents"] = new("afrondingseenheid van btw, cent", "rounding unit of VAT, cents"),
        ["vat-standard-permille"] = new("algemeen btw-tarief, promille", "standard VAT rate, per mille"),
    };

    // Lists of goods, of restricted goods and of countries.
    private static readonly Dictionary<string, Text> Goods = new(StringComparer.Ordinal)
    {
        ["excise"] = new("accijnsgoederen", "excise goods"),
        ["gift-flat-rate-excluded"] = new("buiten het forfait voor geschenken", "outside the flat rate for gifts"),
        ["gift-relief-limited"] = new("beperkte vrijstelling voor geschenken", "limited relief for gifts"),
        ["h7-excluded"] = new("niet in een aangifte H7", "not in an H7 declaration"),
        ["value-relief-excluded"] = new("buiten de vrijstelling geringe waarde", "outside the relief for low value"),
        ["without-mass"] = new("zonder massa", "without mass"),
        ["aps"] = new("algemeen preferentiestelsel (APS)", "scheme of generalised preferences (GSP)"),
        ["eba"] = new("alles behalve wapens", "everything but arms"),
        ["cites"] = new("bedreigde soorten", "endangered species"),
        ["cultural-goods"] = new("cultuurgoederen", "cultural goods"),
        ["drug-precursors"] = new("drugsprecursoren", "drug precursors"),
        ["drugs"] = new("verdovende middelen", "narcotics"),
        ["explosives"] = new("explosieven", "explosive substances"),
        ["f-gases"] = new("gefluoreerde gassen", "fluorinated gases"),
        ["fur"] = new("bont", "furskins"),
        ["medicines"] = new("geneesmiddelen", "medicinal products"),
        ["pesticides"] = new("bestrijdingsmiddelen", "plant protection products"),
        ["plant-health"] = new("plantgezondheid", "health of plants"),
        ["pyrotechnics"] = new("vuurwerk", "fireworks"),
        ["radioactive"] = new("radioactieve stoffen", "radioactive substances"),
        ["rough-diamonds"] = new("ruwe diamant", "diamonds in the rough"),
        ["sanctions-north-korea"] = new("sancties Noord-Korea", "sanctions on North Korea"),
        ["sanctions-russia"] = new("sancties Rusland", "sanctions on Russia"),
        ["veterinary"] = new("veterinaire controle", "veterinary checks"),
        ["waste"] = new("afvalstoffen", "waste shipments"),
        ["weapons"] = new("wapens en munitie", "weapons and ammunition"),
    };

    /// <summary>A setting in words; null for one without.</summary>
    public static Text? OfSetting(string name) => Settings.GetValueOrDefault(name);

    /// <summary>A list of goods or group of countries in words; null for one without.</summary>
    public static Text? OfGoods(string list) => Goods.GetValueOrDefault(list);
}

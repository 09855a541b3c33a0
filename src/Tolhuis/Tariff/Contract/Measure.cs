// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>What a measure of the tariff does. The words of the table stand in <see cref="MeasureTypes"/>.</summary>
public enum MeasureType : byte
{
    /// <summary>The duty for third countries (Regulation 2658/87, Annex I).</summary>
    ThirdCountry,

    /// <summary>A lower duty for goods put to an end-use (Union Customs Code, art. 254).</summary>
    EndUse,

    /// <summary>An autonomous suspension (Regulation 2021/2278).</summary>
    Suspension,

    /// <summary>A tariff preference for an origin (Union Customs Code, art. 64).</summary>
    Preference,

    /// <summary>A lower duty while a quota lasts; known by its order number.</summary>
    Quota,

    AntiDumping,
    Countervailing,

    /// <summary>A safeguard or other additional duty.</summary>
    Safeguard,

    /// <summary>Provisional: security is given for it, it is not levied at release.</summary>
    ProvisionalAntiDumping,

    /// <inheritdoc cref="ProvisionalAntiDumping"/>
    ProvisionalCountervailing,

    /// <summary>The goods need one of the documents named.</summary>
    Document,

    /// <summary>The goods may not be imported, unless one of the documents named says that they may.</summary>
    Prohibition,
}

/// <summary>The words of <c>tariff.measures</c> for the types, and the tax type (14 03 039) each is levied
/// as.</summary>
public static class MeasureTypes
{
    private static readonly string[] Words =
    [
        "third-country", "end-use", "suspension", "preference", "quota", "anti-dumping", "countervailing", "safeguard",
        "provisional-anti-dumping", "provisional-countervailing", "document", "prohibition",
    ];

    /// <summary>All types, in the order of the enumeration.</summary>
    public static IReadOnlyList<MeasureType> All { get; } = Enum.GetValues<MeasureType>();

    public static string WordOf(MeasureType type) => Words[(int)type];

    public static bool TryParse(string word, out MeasureType type)
    {
        var position = Array.IndexOf(Words, word);
        type = position < 0 ? default : (MeasureType)position;
        return position >= 0;
    }

    /// <summary>Tax type as declared, e.g. A00 or A30; empty for measures that are no duty.</summary>
    public static string TaxTypeOf(MeasureType type) => type switch
    {
        MeasureType.AntiDumping => "A30",
        MeasureType.ProvisionalAntiDumping => "A35",
        MeasureType.Countervailing => "A40",
        MeasureType.ProvisionalCountervailing => "A45",
        MeasureType.Document or MeasureType.Prohibition => "",
        _ => "A00",
    };
}

/// <summary>
/// One row of <c>tariff.measures</c> in typed form. It holds for every commodity code under its own; of one type the
/// row with the longest code wins, then the one for the country, then that for a group, then that for all origins.
/// </summary>
/// <param name="Code">2, 4, 6, 8 or 10 digits.</param>
/// <param name="AdditionalCode">Code of 18 09 059 or 060 that the line must carry; empty if none.</param>
/// <param name="Origin">Empty for all, a country of two letters, or a group of <c>tariff.country_groups</c>.</param>
/// <param name="ExcludedOrigins">Countries of the group or of all for which the row does not hold.</param>
/// <param name="Preferences">Codes of 14 11 with which it is claimed; empty where nothing is claimed.</param>
/// <param name="OrderNumber">Quota order number (99 01), six digits; empty without.</param>
/// <param name="Duty">Null where a person determines the duty, and for measures that are no duty.</param>
/// <param name="Documents">Types of which the line must carry one; empty if none is asked.</param>
/// <param name="Row">The row of the law it comes from: validity, ground.</param>
public sealed record Measure(
    string Code,
    string AdditionalCode,
    string Origin,
    IReadOnlyList<CountryCode> ExcludedOrigins,
    MeasureType Type,
    IReadOnlyList<string> Preferences,
    string OrderNumber,
    DutyExpression? Duty,
    IReadOnlyList<string> Documents,
    LawRow Row)
{
    public string Ground => Row["ground"];

    public Period Validity => Row.Validity;

    /// <summary>True if the line carries one of the documents asked.</summary>
    internal bool IsDocumentedBy(TaxableLine line)
    {
        for (var i = 0; i < line.DocumentTypes.Count; i++)
        {
            if (Documents.Contains(line.DocumentTypes[i]))
                return true;
        }

        return false;
    }
}

/// <summary>One row of the nomenclature: a chapter, heading or code with its words.</summary>
/// <param name="SupplementaryUnit">Code of list 6411, e.g. <c>NAR</c>; empty if the code has none.</param>
public sealed record NomenclatureEntry(string Code, string SupplementaryUnit, LawRow Row)
{
    public string Text(string language) => Row.Text(language);
}

/// <summary>Something that begins or ends for a commodity code.</summary>
/// <param name="Day">The first day of the new law.</param>
/// <param name="Table">Table of the law, e.g. <c>tariff.measures</c>.</param>
/// <param name="Row">The row that begins, or that is no longer in force.</param>
/// <param name="IsBeginning">True if the row begins on the day, false if it ended the day before.</param>
public sealed record LawChange(DateOnly Day, string Table, LawRow Row, bool IsBeginning);

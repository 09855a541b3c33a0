// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>The flat duty on goods of low value on a day (Regulation 2026/382).</summary>
/// <param name="Cents">Euro cents for each item.</param>
/// <param name="CountingKey">What counts as one item, e.g. <c>hs6</c>.</param>
public sealed record FlatDuty(long Cents, string CountingKey, string Ground);

/// <summary>
/// All that the law of one day says of one commodity code, each with the row it stands in, and what changes next. For
/// people who ask: the same for an officer, a command and a trader, because law is public.
/// </summary>
/// <param name="Origin">Country asked for; empty for all.</param>
/// <param name="Path">From the chapter down, as far as the edition has words.</param>
/// <param name="SupplementaryUnit">Code of list 6411; empty if there is none.</param>
/// <param name="Vat">Row of the rate; the row of the standard rate where the code has no other.</param>
/// <param name="VatPermille">Thousandths.</param>
/// <param name="Restrictions">Rows of <c>tariff.restricted_goods</c>.</param>
/// <param name="Lists">Rows of <c>tariff.goods_lists</c>: outside a relief, under excise, limited for gifts.</param>
/// <param name="Flat">Null on a day without one.</param>
/// <param name="Changes">The first change first; at most <see cref="LawEdition.MaxChangesOfCode"/>.</param>
public sealed record CommodityLaw(
    CommodityCode Code,
    CountryCode Origin,
    DateOnly Day,
    int Edition,
    IReadOnlyList<NomenclatureEntry> Path,
    string SupplementaryUnit,
    IReadOnlyList<Measure> Measures,
    LawRow? Vat,
    int VatPermille,
    IReadOnlyList<LawRow> Restrictions,
    IReadOnlyList<LawRow> Lists,
    FlatDuty? Flat,
    IReadOnlyList<LawChange> Changes)
{
    /// <summary>Most codes that a search shows.</summary>
    public const int MaxFound = 100;

    private const int MaxQuery = 70;

    /// <summary>Codes below this one that have a duty for third countries or words of their own, in order; at most
    /// <see cref="MaxFound"/>. A tariff of eight digits holds nothing for six but these.</summary>
    public IReadOnlyList<CodeBelow> Below { get; init; } = [];

    /// <summary>True if the edition knows the code or one above it on the day.</summary>
    public bool IsKnown => Path.Count + Measures.Count > 0;

    public static CommodityLaw Of(LawEdition edition, DateOnly day, CommodityCode code, CountryCode origin)
    {
        var law = edition.On(day);
        var digits = code.ToString();
        var vat = law.Rows("tariff.vat_rates").Where(row => IsAbove(row, digits))
            .MaxBy(row => row["code_prefix"].Length)
            ?? law.Rows("tariff.settings").FirstOrDefault(row => row["name"] == "vat-standard-permille");
        var letters = origin.ToString();
        return new CommodityLaw(
            code, origin, day, edition.Number, law.NomenclatureOf(code), law.SupplementaryUnitOf(code),
            law.MeasuresOf(code, origin.IsEmpty ? null : origin),
            vat, law.VatPermille(code),
            [.. law.Rows("tariff.restricted_goods").Where(row => IsAbove(row, digits)
                && (origin.IsEmpty || row["origin"].Length == 0 || row["origin"] == letters))],
            [.. law.Rows("tariff.goods_lists").Where(row => IsAbove(row, digits))],
            FlatOf(law),
            edition.ChangesOf(code, day))
        {
            Below = BelowOf(law, digits),
        };
    }

    private static CodeBelow[] BelowOf(LawOfTheDay law, string digits)
    {
        var below = new SortedDictionary<string, CodeBelow>(StringComparer.Ordinal);
        foreach (var row in law.Rows("tariff.nomenclature"))
        {
            if (IsBelow(row))
                below[row["code"]] = new CodeBelow(row["code"], "", row);
        }

        foreach (var row in law.Rows("tariff.measures"))
        {
            if (IsBelow(row) && row["type"] == MeasureTypes.WordOf(MeasureType.ThirdCountry)
                && row["additional_code"].Length == 0)
                below[row["code"]] = new CodeBelow(
                    row["code"], row["duty"], below.GetValueOrDefault(row["code"])?.Words);
        }

        return [.. below.Values.Take(MaxFound)];

        bool IsBelow(LawRow row) =>
            row["code"].Length > digits.Length && row["code"].StartsWith(digits, StringComparison.Ordinal);
    }

    /// <summary>Codes that begin with digits, or whose words hold all the words asked, in the order of the codes; at
    /// most <see cref="MaxFound"/>.</summary>
    /// <param name="query">Digits (blanks and points do not matter), or words in either language.</param>
    public static IReadOnlyList<FoundCode> Find(LawOfTheDay law, string query)
    {
        var asked = query.Trim();
        asked = asked.Length <= MaxQuery ? asked : asked[..MaxQuery];
        var digits = string.Concat(asked.Where(c => c is not (' ' or '.')));
        if (digits.Length == 0)
            return [];
        var entries = law.Rows("tariff.nomenclature");
        if (!digits.All(char.IsAsciiDigit))
        {
            var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return [.. entries
                .Where(row => Array.TrueForAll(words, word =>
                    row["text_nl"].Contains(word, StringComparison.OrdinalIgnoreCase))
                    || Array.TrueForAll(words, word =>
                        row["text_en"].Contains(word, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(row => row["code"], StringComparer.Ordinal).Take(MaxFound)
                .Select(row => new FoundCode(row["code"], row))];
        }

        var found = new SortedDictionary<string, LawRow?>(StringComparer.Ordinal);
        foreach (var row in law.Rows("tariff.measures"))
            Add(row["code"], null);
        foreach (var row in entries)
            Add(row["code"], row);
        return [.. found.Take(MaxFound).Select(pair => new FoundCode(pair.Key, pair.Value))];

        void Add(string code, LawRow? row)
        {
            if (code.StartsWith(digits, StringComparison.Ordinal) || digits.StartsWith(code, StringComparison.Ordinal))
                found[code] = row ?? found.GetValueOrDefault(code);
        }
    }

    private static bool IsAbove(LawRow row, string digits) =>
        row["code_prefix"].Length > 0 && digits.StartsWith(row["code_prefix"], StringComparison.Ordinal);

    private static FlatDuty? FlatOf(LawOfTheDay law) => law.TextSetting("flat-duty") == "yes"
        && law.TryGetSetting("flat-duty-cents", out var cents)
            ? new FlatDuty(
                cents, law.TextSetting("flat-duty-counting-key"), law.GroundOfSetting("flat-duty-cents"))
            : null;
}

/// <summary>A code below the one that was asked.</summary>
/// <param name="Duty">For third countries; empty where the row leaves it to a person, or there is none.</param>
/// <param name="Words">Its row of the nomenclature; null if the edition has no words for it.</param>
public sealed record CodeBelow(string Code, string Duty, LawRow? Words);

/// <summary>A code that a search found.</summary>
/// <param name="Words">Its row of the nomenclature; null if the edition has no words for it.</param>
public sealed record FoundCode(string Code, LawRow? Words);

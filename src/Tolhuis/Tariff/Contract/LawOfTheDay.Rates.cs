// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using System.Globalization;
using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>Exchange rates, VAT and restricted goods of the day.</summary>
public sealed partial class LawOfTheDay
{
    // Exchange rates have at most six decimals; kept as whole millionths so that conversion is exact.
    private const int RateDecimals = 6;
    private const long RateScale = 1_000_000;

    private readonly FrozenDictionary<CurrencyCode, long> _rateByCurrency;
    private readonly Prefixes<int> _vatByPrefix;
    private readonly Prefixes<OriginRestriction[]> _restrictionsByPrefix;
    private readonly FrozenDictionary<string, Prefixes<LawRow>> _goodsByList;
    private readonly int? _vatStandardPermille;

    /// <summary>
    /// Converts an amount to euro cents at the customs exchange rate: the rate of the second-last Wednesday of the
    /// month before, valid the whole month (Implementing Regulation 2015/2447, art. 146). Half a cent goes up.
    /// </summary>
    /// <returns>False if the edition has no rate for the currency on this day, or the result is no possible
    /// amount.</returns>
    public bool TryToEuroCents(Money amount, out long euroCents)
    {
        euroCents = amount.Cents;
        if (amount.Currency == CurrencyCode.Euro)
            return true;
        if (!_rateByCurrency.TryGetValue(amount.Currency, out var millionthsPerEuro))
            return false;
        return ExactAmounts.TryMultiplyDivide(amount.Cents, RateScale, millionthsPerEuro, out euroCents);
    }

    /// <summary>Units of a currency for one euro, as published; false if the edition has no rate on this day.</summary>
    public bool TryGetExchangeRate(CurrencyCode currency, out decimal unitsPerEuro)
    {
        var isKnown = _rateByCurrency.TryGetValue(currency, out var millionths);
        unitsPerEuro = isKnown ? (decimal)millionths / RateScale : 0;
        return isKnown;
    }

    /// <summary>Ground of the rate in use as its row gives it; empty if there is none. For explanations only.</summary>
    internal string GroundOfExchangeRate(CurrencyCode currency) =>
        Rows("tariff.exchange_rates")
            .FirstOrDefault(row => row["currency"] == currency.ToString())?["ground"] ?? "";

    /// <summary>
    /// The restriction with the longest prefix of the code that is for this origin or for all; null if free.
    /// </summary>
    public Restriction? RestrictionOf(CommodityCode code, CountryCode origin)
    {
        var shorterThan = Prefixes<OriginRestriction[]>.MaxLength + 1;
        while (_restrictionsByPrefix.TryGet(code, shorterThan, out var restrictions, out shorterThan))
        {
            foreach (var candidate in restrictions)
            {
                if (candidate.Origin.IsEmpty || candidate.Origin == origin)
                    return candidate.Restriction;
            }
        }

        return null;
    }

    /// <summary>
    /// VAT at import in thousandths: 210 is 21 % (Wet op de omzetbelasting 1968, art. 9 and Table I).
    /// </summary>
    /// <exception cref="InvalidDataException">The edition has no VAT rate on this day.</exception>
    public int VatPermille(CommodityCode code) => _vatByPrefix.TryGet(code, out var permille)
        ? permille
        : _vatStandardPermille ?? (int)Setting("vat-standard-permille");

    /// <summary>
    /// The row of a list of goods (e.g. goods outside a relief) with the longest prefix of the code; null if none.
    /// </summary>
    public LawRow? GoodsRow(string list, CommodityCode code) =>
        _goodsByList.TryGetValue(list, out var goods) && goods.TryGet(code, out var row) ? row : null;

    private FrozenDictionary<CurrencyCode, long> ReadExchangeRates() => Rows("tariff.exchange_rates")
        .ToFrozenDictionary(
        row => CurrencyCode.TryParse(row["currency"], out var currency) ? currency : throw Unreadable(row),
        row => FixedPoint.TryParse(row["units_per_euro"], RateDecimals, maxDigits: 12, out var rate) && rate > 0
            ? rate
            : throw Unreadable(row));

    private Prefixes<int> ReadVatRates() => new(Rows("tariff.vat_rates").Select(
        row => KeyValuePair.Create(PrefixOf(row), (int)row.Number("permille"))));

    private Prefixes<OriginRestriction[]> ReadRestrictions() => new(Rows("tariff.restricted_goods")
        .GroupBy(PrefixOf, StringComparer.Ordinal)
        .Select(rows => KeyValuePair.Create(
            rows.Key,
            // A restriction for one origin goes before the one for all.
            rows.Select(OriginRestriction.From).OrderBy(candidate => candidate.Origin.IsEmpty).ToArray())));

    private FrozenDictionary<string, Prefixes<LawRow>> ReadGoodsLists() => Rows("tariff.goods_lists")
        .GroupBy(row => row["list"], StringComparer.Ordinal)
        .ToFrozenDictionary(
            rows => rows.Key,
            rows => new Prefixes<LawRow>(rows.Select(row => KeyValuePair.Create(PrefixOf(row), row))),
            StringComparer.Ordinal);

    private static string PrefixOf(LawRow row) =>
        Prefixes<int>.IsPrefix(row["code_prefix"]) ? row["code_prefix"] : throw Unreadable(row);

    private static CountryCode OriginOf(LawRow row)
    {
        CountryCode origin = default;
        return row["origin"].Length == 0 || CountryCode.TryParse(row["origin"], out origin)
            ? origin
            : throw Unreadable(row);
    }

    private static InvalidDataException Unreadable(LawRow row) =>
        new($"{row.Table.Name}: a value cannot be read in the row {row}");

    private readonly record struct OriginRestriction(CountryCode Origin, Restriction Restriction)
    {
        public static OriginRestriction From(LawRow row) => new(
            OriginOf(row),
            new Restriction(row["list"], row["code_prefix"], row["ground"], row["text_nl"], row["text_en"]));
    }
}

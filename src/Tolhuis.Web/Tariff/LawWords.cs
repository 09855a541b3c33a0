// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Tariff;

/// <summary>What pages of the tariff share: the day in the address, periods and tables in words, the tabs.</summary>
internal static class LawWords
{
    public const string Iso = "yyyy-MM-dd";

    private static readonly (string Url, Text Name)[] Places =
    [
        ("/tariff", TariffTexts.Codes), ("/tariff/lists", TariffTexts.Lists),
        ("/tariff/editions", TariffTexts.Editions), ("/tariff/drafts", TariffTexts.Drafts),
    ];

    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    /// <summary>The day asked in the address; today in the Netherlands where there is none that can be.</summary>
    public static DateOnly DayOf(HttpContext context, TimeProvider time)
    {
        var isDay = DateOnly.TryParseExact(
            context.Request.Query["on"].ToString(), Iso, CultureInfo.InvariantCulture, 0, out var day);
        return isDay && day >= Earliest && day <= Latest ? day : DutchTime.DateOf(time.GetUtcNow());
    }

    /// <summary>For an address or a field of a day.</summary>
    public static string Iso8601(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);

    public static string Period(Language language, Period period) =>
        (period.From == DateOnly.MinValue, period.Until) switch
        {
            (true, null) => language[TariffTexts.Always],
            (false, null) => language.Say(TariffTexts.From, language.Day(period.From)),
            (true, { } until) => language.Say(TariffTexts.Until, language.Day(until)),
            (false, { } until) => language.Say(TariffTexts.Between, language.Day(period.From), language.Day(until)),
        };

    public static string Table(Language language, string table) =>
        TariffTexts.OfTable(table) is { } name ? language[name] : table;

    /// <summary>A list of goods or group of countries by its words; its own name where it has none.</summary>
    public static string Goods(Language language, string list) =>
        LawNames.OfGoods(list) is { } name ? language[name] : list;

    /// <summary>
    /// A code list by what the law of the day calls it; an edition from before the names has those of the law that
    /// comes with the program.
    /// </summary>
    public static string CodeList(Language language, LawOfTheDay law, string list)
    {
        var name = law.TextOfCode("code-list", list, language.Code);
        return name != list ? name : LawEdition.BuiltIn.On(law.Day).TextOfCode("code-list", list, language.Code);
    }

    /// <summary>A duty as people write it: with the decimals of the language and its word for a piece.</summary>
    public static string Duty(Language language, string duty) => language.IsDutch
        ? duty.Replace('.', ',').Replace("/ item", "/ stuk", StringComparison.Ordinal)
            .Replace(" MIN ", " minimaal ", StringComparison.Ordinal)
            .Replace(" MAX ", " maximaal ", StringComparison.Ordinal)
        : duty.Replace(" MIN ", " at least ", StringComparison.Ordinal)
            .Replace(" MAX ", " at most ", StringComparison.Ordinal);

    /// <summary>What a row says, in a few words.</summary>
    public static string Saying(LawRow row, Language language) => row.Table.Name switch
    {
        "tariff.measures" => Joined(
            MeasureTypes.TryParse(row["type"], out var type) ? language[TariffTexts.Of(type)] : row["type"],
            row["code"], row["origin"], row["order_number"], Duty(language, row["duty"]), row["documents"]),
        "tariff.nomenclature" => Joined(row["code"], row.Text(language.Code), row["supplementary_unit"]),
        "tariff.settings" => Joined(
            LawNames.OfSetting(row["name"]) is { } setting ? language[setting] : row["name"], row["value"]),
        "tariff.vat_rates" => Joined(row["code_prefix"], row["permille"] + "\u00A0‰"),
        _ => Joined(row["code_prefix"], Goods(language, row["list"]), row["origin"], row.Text(language.Code)),
    };

    /// <summary>A code as people read it: 6109 10 00 10.</summary>
    public static string Grouped(string code) => code.Length <= 4
        ? code
        : string.Join('\u00A0', new[] { code[..4] }.Concat(code[4..].Chunk(2).Select(pair => new string(pair))));

    public static IReadOnlyList<LinkTab> Tabs(Language language, string here) =>
        [.. Places.Select(place => new LinkTab(place.Url, language[place.Name], null, place.Url == here))];

    private static string Joined(params string[] parts) => string.Join(" · ", parts.Where(part => part.Length > 0));
}

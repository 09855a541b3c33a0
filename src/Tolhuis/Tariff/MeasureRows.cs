// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// All measures of an edition, of all periods, read once. An edition from before <c>tariff.measures</c> has
/// <c>tariff.duty_rates</c> with percentages; its rows mean what they meant then.
/// </summary>
internal static class MeasureRows
{
    public const string Table = "tariff.measures";
    public const string EarlierTable = "tariff.duty_rates";

    /// <exception cref="InvalidDataException">A row cannot be read.</exception>
    public static Measure[] Read(LawEdition edition)
    {
        var duties = new Dictionary<string, DutyExpression>(StringComparer.Ordinal);
        return edition.HasTable(Table)
            ? [.. edition.Table(Table).Select(row => Read(row, duties))]
            : [.. edition.Table(EarlierTable).Select(row => ReadRate(row, duties))];
    }

    /// <summary>True for an origin that can be the name of a group: not two letters, at most twenty.</summary>
    public static bool IsGroupName(string text) =>
        text.Length is > 2 and <= 20 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>The parts of a value such as <c>N853|Y058</c>; none for an empty one.</summary>
    public static string[] Alternatives(string value) => value.Length == 0 ? [] : value.Split('|');

    private static Measure Read(LawRow row, Dictionary<string, DutyExpression> duties)
    {
        if (!Prefixes<int>.IsPrefix(row["code"]) || !MeasureTypes.TryParse(row["type"], out var type))
            throw Unreadable(row);
        return new Measure(
            row["code"],
            row["additional_code"],
            row["origin"],
            Array.ConvertAll(
                Alternatives(row["excluded_origins"]),
                text => CountryCode.TryParse(text, out var country) ? country : throw Unreadable(row)),
            type,
            Alternatives(row["preference"]),
            row["order_number"],
            Duty(row, row["duty"], duties),
            Alternatives(row["documents"]),
            row);
    }

    private static Measure ReadRate(LawRow row, Dictionary<string, DutyExpression> duties)
    {
        if (!CommodityCode.TryParse(row["code"], out _, out _)
            || row["origin"].Length > 0 && !CountryCode.TryParse(row["origin"], out _))
            throw Unreadable(row);
        var percent = row["percent"];
        return new Measure(
            row["code"],
            "",
            row["origin"],
            [],
            // Whatever preference: those editions have the sentence for one kind of duty only.
            MeasureType.ThirdCountry,
            [row["preference"]],
            "",
            Duty(row, percent.Length == 0 ? "" : percent + "%", duties),
            [],
            row);
    }

    private static DutyExpression? Duty(LawRow row, string text, Dictionary<string, DutyExpression> duties)
    {
        if (text.Length == 0)
            return null;
        if (duties.TryGetValue(text, out var known))
            return known;
        if (!DutyExpression.TryParse(text, out var duty))
            throw Unreadable(row);
        duties.Add(text, duty);
        return duty;
    }

    private static InvalidDataException Unreadable(LawRow row) =>
        new($"{row.Table.Name}: a value cannot be read in the row {row}");
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// Reference rates as the European Central Bank publishes them: a line per day, a column per currency. The customs rate
/// of a month is the rate of the second-last Wednesday of the month before, or the last one published before it if none
/// was published that day (Implementing Regulation 2015/2447, art. 146).
/// </summary>
internal static class RateFile
{
    public const string Table = "tariff.exchange_rates";

    // Rates are published every working day; an older one is no rate of that week but a hole in the file.
    private const int MaxDaysBack = 7;

    public static IncomingTable? Read(Sheet sheet, LoadContext context)
    {
        var columns = new SheetColumns(sheet, context.Faults);
        var date = columns.Require("date", "datum");
        var currencies = Enumerable.Range(0, sheet.Header.Count)
            .Where(i => i != date && CurrencyCode.TryParse(sheet.Header[i], out _))
            .ToArray();
        if (currencies.Length == 0)
            columns.Require("USD");
        if (!context.Faults.IsNone)
            return null;
        var ratesByDay = new SortedDictionary<DateOnly, (int Line, string?[] Rates)>();
        foreach (var row in sheet.Rows)
        {
            if (columns.Day(row, date) is not { } day)
            {
                columns.Missing(row, date);
                continue;
            }

            var rates = Array.ConvertAll(currencies, column => Rate(row, column, sheet, context.Faults));
            if (!ratesByDay.TryAdd(day, (row.Line, rates)))
                context.Faults.OfCell(
                    TariffProblems.LoadDouble, row.Line, sheet.Header[date], SheetColumns.Cell(row, date)!,
                    LoadFaults.Text(ratesByDay[day].Line));
        }

        var incoming = new IncomingTable(context.Table(Table)!) { Period = FilePeriod.Own, IsGroundCompared = true };
        var names = Array.ConvertAll(currencies, column => sheet.Header[column]);
        if (context.Faults.IsNone)
            AddMonths(incoming, [.. ratesByDay.Keys], ratesByDay, names, context);
        return incoming;
    }

    private static void AddMonths(
        IncomingTable incoming,
        List<DateOnly> days,
        SortedDictionary<DateOnly, (int Line, string?[] Rates)> ratesByDay,
        string[] currencies,
        LoadContext context)
    {
        var first = new DateOnly(context.From.Year, context.From.Month, 1);
        for (var month = first; FixingDay(month) <= days[^1]; month = month.AddMonths(1))
        {
            var asked = FixingDay(month);
            var found = days.BinarySearch(asked) is >= 0 and var exact ? exact : ~days.BinarySearch(asked) - 1;
            if (found < 0 || days[found] < asked.AddDays(-MaxDaysBack))
                continue;
            var (line, rates) = ratesByDay[days[found]];
            for (var i = 0; i < rates.Length; i++)
            {
                if (rates[i] is not { } rate)
                    continue;
                var values = incoming.Blank();
                values[incoming.At("currency")] = currencies[i];
                values[incoming.At("units_per_euro")] = rate;
                values[incoming.At("ground")] = context.Ground.Length > 0
                    ? context.Ground
                    : $"UVo. (EU) 2015/2447 art. 146; ECB {Text(days[found])}";
                incoming.Rows.Add(new IncomingRow(line, values, month, month.AddMonths(1)));
            }
        }

        incoming.LeftOut = days.Count(day => day < FixingDay(first).AddDays(-MaxDaysBack));
    }

    private static DateOnly FixingDay(DateOnly month) => CustomsRates.FixingDayFor(month.Year, month.Month);

    private static string? Rate(SheetRow row, int column, Sheet sheet, LoadFaults faults)
    {
        var text = SheetColumns.Cell(row, column)!;
        if (text.Length == 0 || text == "N/A")
            return null;
        if (FixedPoint.TryParse(text, decimals: 6, maxDigits: 12, out var millionths) && millionths > 0)
            return (millionths / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);
        faults.OfCell(TariffProblems.LoadRate, row.Line, sheet.Header[column], LoadFaults.Shown(text));
        return null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// The duty for third countries by code: each row becomes a measure of that type. A duty that ends is a row that the
/// next file no longer has, within the chapters that it has.
/// </summary>
internal static class DutyFile
{
    public const string Table = "tariff.measures";

    private const string Ground = "Verordening (EEG) 2658/87 bijlage I; tarief voor derde landen";
    private const string Preference = "100";

    public static IncomingTable? Read(Sheet sheet, LoadContext context)
    {
        var columns = new SheetColumns(sheet, context.Faults);
        var code = columns.Require("code", "commodity", "commodity_code", "cn_code", "goods_code", "goederencode");
        var duty = columns.Require(
            "duty", "duty_expression", "third_country_duty", "conventional_rate_of_duty", "eu_third_country_duty*");
        if (!context.Faults.IsNone)
            return null;
        var incoming = new IncomingTable(context.Table(Table)!);
        var chapters = new HashSet<string>(StringComparer.Ordinal);
        var longest = 0;
        foreach (var row in sheet.Rows)
        {
            var digits = columns.Code(row, code, least: 2);
            var text = SheetColumns.Cell(row, duty)!;
            if (text.Length == 0)
                columns.Missing(row, duty);
            else if (!DutyExpression.TryParse(text, out var expression))
                context.Faults.OfCell(TariffProblems.LoadDuty, row.Line, sheet.Header[duty], LoadFaults.Shown(text));
            else if (digits is not null)
            {
                var values = incoming.Blank();
                for (var i = 0; i < values.Length; i++)
                    values[i] = "";
                values[incoming.At("code")] = digits;
                values[incoming.At("type")] = MeasureTypes.WordOf(MeasureType.ThirdCountry);
                values[incoming.At("preference")] = Preference;
                values[incoming.At("duty")] = expression.ToString();
                values[incoming.At("ground")] = context.Ground.Length > 0 ? context.Ground : Ground;
                incoming.Rows.Add(new IncomingRow(row.Line, values));
                chapters.Add(digits[..2]);
                longest = Math.Max(longest, digits.Length);
            }
        }

        if (context.IsComplete ?? true)
            incoming.EndsWhenAbsent = row => IsThirdCountry(row) && row["code"].Length <= longest
                && chapters.Contains(row["code"][..2]);
        return incoming;
    }

    private static bool IsThirdCountry(LawRow row) =>
        row["type"] == MeasureTypes.WordOf(MeasureType.ThirdCountry) && row["preference"] == Preference
        && row["origin"].Length + row["additional_code"].Length == 0 && row["code"].Length >= 2;
}

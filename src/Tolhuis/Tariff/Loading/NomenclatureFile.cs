// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// The Combined Nomenclature: codes of 2 to 10 digits with their words and supplementary unit. Sections, which have
/// Roman numerals, are left out.
/// </summary>
internal static class NomenclatureFile
{
    public const string Table = "tariff.nomenclature";

    private const string Ground = "Verordening (EEG) 2658/87 bijlage I";

    public static IncomingTable? Read(Sheet sheet, LoadContext context)
    {
        var columns = new SheetColumns(sheet, context.Faults);
        var code = columns.Require("code", "cn_code", "commodity_code", "commodity", "goods_code", "goederencode");
        var english = columns.Find("text_en", "description_en", "description", "self_explanatory_text_en");
        var dutch = columns.Find("text_nl", "description_nl", "omschrijving", "self_explanatory_text_nl");
        var unit = columns.Find(
            "suppl_unit", "supplementary_unit", "supplementary_units", "su", "bijzondere_maatstaf");
        if (english < 0 && dutch < 0)
            columns.Require("text_nl", "text_en");
        if (!context.Faults.IsNone)
            return null;
        var incoming = new IncomingTable(context.Table(Table)!);
        var ground = incoming.Table.PositionOf("ground");
        var chapters = new HashSet<string>(StringComparer.Ordinal);
        var longest = 0;
        foreach (var row in sheet.Rows)
        {
            if (IsSection(SheetColumns.Cell(row, code)!))
            {
                incoming.LeftOut++;
                continue;
            }

            var values = incoming.Blank();
            if (columns.Code(row, code, least: 2) is not { } digits)
                continue;
            (values[incoming.At("code")], values[incoming.At("text_en")], values[incoming.At("text_nl")]) =
                (digits, columns.Words(row, english), columns.Words(row, dutch));
            if (values[incoming.At("text_en")] is null && values[incoming.At("text_nl")] is null)
                columns.Missing(row, english >= 0 ? english : dutch);
            values[incoming.At("supplementary_unit")] = SheetColumns.Cell(row, unit) is { } text
                ? Unit(text, row, sheet.Header[unit], context.Faults)
                : null;
            if (ground >= 0)
                values[ground] = context.Ground.Length > 0 ? context.Ground : Ground;
            incoming.Rows.Add(new IncomingRow(row.Line, values));
            chapters.Add(digits[..2]);
            longest = Math.Max(longest, digits.Length);
        }

        if (context.IsComplete ?? true)
            incoming.EndsWhenAbsent = row => row["code"].Length is >= 2 and var length && length <= longest
                && chapters.Contains(row["code"][..2]);
        return incoming;
    }

    private static string? Unit(string text, SheetRow row, string column, LoadFaults faults)
    {
        var code = NomenclatureUnits.CodeOf(text);
        if (code is null)
            faults.OfCell(TariffProblems.LoadUnit, row.Line, column, LoadFaults.Shown(text));
        return code;
    }

    private static bool IsSection(string code) => code.Length is > 0 and <= 5 && code.All(c => c is 'I' or 'V' or 'X');
}

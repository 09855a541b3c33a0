// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// A file of a table of our own, with the columns of the table. With columns for the period, its rows say everything of
/// their keys from the first day of the load on; without, they hold from that day.
/// </summary>
internal static class OwnTableFile
{
    public static IncomingTable? Read(string name, Sheet sheet, LoadContext context)
    {
        var table = context.Table(name)!;
        var columns = new SheetColumns(sheet, context.Faults);
        foreach (var unknown in sheet.Header.Except(table.Columns, StringComparer.Ordinal))
            context.Faults.OfFile(
                TariffProblems.LoadColumn, LoadFaults.Shown(unknown), string.Join(", ", table.Columns));
        foreach (var key in new RowKey(table).Columns.Except(sheet.Header, StringComparer.Ordinal))
            columns.Require(key);
        if (!context.Faults.IsNone)
            return null;
        var positions = table.Columns.Select(column => columns.Find(column)).ToArray();
        var (from, until) = (columns.Find("valid_from"), columns.Find("valid_until"));
        var incoming = new IncomingTable(table)
        {
            Period = from >= 0 || until >= 0 ? FilePeriod.Timeline : FilePeriod.Standing,
            IsGroundCompared = true,
        };
        foreach (var row in sheet.Rows)
        {
            var values = incoming.Blank();
            for (var i = 0; i < values.Length; i++)
            {
                if (positions[i] < 0 || positions[i] == from || positions[i] == until)
                    continue;
                // What is looked up is read as it stands; a text for people is checked for what people see.
                values[i] = table.Columns[i] is "text_nl" or "text_en" or "ground"
                    ? columns.Words(row, positions[i]) ?? ""
                    : columns.Words(row, positions[i], max: 300) ?? "";
            }

            if (table.HasColumn("ground") && values[incoming.At("ground")] is null or "" && context.Ground.Length > 0)
                values[incoming.At("ground")] = context.Ground;
            incoming.Rows.Add(
                new IncomingRow(row.Line, values, columns.Day(row, from), columns.Day(row, until)));
        }

        return incoming;
    }
}

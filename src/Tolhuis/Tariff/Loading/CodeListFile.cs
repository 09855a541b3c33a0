// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// Code lists: a row per list and code. A code may have its own first day and, before its time is over, its last; one
/// whose state is another than valid is left out.
/// </summary>
internal static class CodeListFile
{
    public const string Table = "tariff.code_lists";

    public const int MaxCode = 70;

    private static readonly string[] InForce = ["", "valid", "v", "active"];

    public static IncomingTable? Read(Sheet sheet, LoadContext context)
    {
        var columns = new SheetColumns(sheet, context.Faults);
        var list = columns.Require("list", "code_list", "codelist", "lijst");
        var code = columns.Require("code", "value", "key");
        var english = columns.Find("text_en", "description_en", "description", "name");
        var dutch = columns.Find("text_nl", "description_nl", "omschrijving");
        var from = columns.Find("valid_from", "active_from", "activefrom", "start_date");
        var until = columns.Find("valid_until", "active_until", "activeuntil");
        var state = columns.Find("state", "status");
        if (!context.Faults.IsNone)
            return null;
        // A file with last days knows what is to come; one without does not.
        var incoming = new IncomingTable(context.Table(Table)!)
        {
            Period = until >= 0 ? FilePeriod.Timeline : FilePeriod.Standing,
        };
        var lists = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var name = SheetColumns.Cell(row, list)!;
            if (!IsListName(name))
            {
                context.Faults.OfCell(
                    TariffProblems.LoadList, row.Line, sheet.Header[list], LoadFaults.Shown(name));
                continue;
            }

            lists.Add(name);
            if (!IsInForce(SheetColumns.Cell(row, state)))
            {
                incoming.LeftOut++;
                continue;
            }

            if (columns.Words(row, code, MaxCode) is not { } value)
            {
                columns.Missing(row, code);
                continue;
            }

            incoming.Rows.Add(Row(
                incoming, row.Line, name, value, columns.Words(row, dutch), columns.Words(row, english))
                with
            {
                From = columns.Day(row, from),
                Until = columns.Day(row, until),
            });
        }

        if (context.IsComplete ?? false)
            incoming.EndsWhenAbsent = row => lists.Contains(row["list"]);
        return incoming;
    }

    public static bool IsInForce(string? state) =>
        state is null || InForce.Contains(state, StringComparer.OrdinalIgnoreCase);

    /// <summary>A row of a list; a code without words of its own or known ones is its own word.</summary>
    public static IncomingRow Row(
        IncomingTable incoming, int line, string list, string code, string? dutch, string? english)
    {
        var values = incoming.Blank();
        values[incoming.At("list")] = list;
        values[incoming.At("code")] = code;
        values[incoming.At("text_nl")] = dutch;
        values[incoming.At("text_en")] = english;
        return new IncomingRow(line, values);
    }

    private static bool IsListName(string name) => name.Length is > 0 and <= 60 && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

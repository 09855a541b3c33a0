// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>The kinds of files and what reads them.</summary>
internal static class LawFileKinds
{
    public static IReadOnlyList<string> Names { get; } =
        ["nomenclature", "duties", "rates", "codes", "offices", "measures"];

    /// <summary>Reads a whole file. Null, or faults, if nothing of it can be loaded.</summary>
    public static IncomingTable? Read(string kind, ReadOnlySpan<byte> content, LoadContext context)
    {
        var table = kind == "measures" ? "tariff.measures" : kind;
        if (!Names.Contains(kind) && (!kind.Contains('.', StringComparison.Ordinal) || context.Table(table) is null))
        {
            context.Faults.OfFile(
                TariffProblems.LoadKind, LoadFaults.Shown(kind), string.Join(", ", Names));
            return null;
        }

        if (ReadSheet(content, context.Faults) is not { } sheet)
            return null;
        var incoming = kind switch
        {
            "nomenclature" => NomenclatureFile.Read(sheet, context),
            "duties" => DutyFile.Read(sheet, context),
            "rates" => RateFile.Read(sheet, context),
            "codes" => CodeListFile.Read(sheet, context),
            "offices" => OfficeFile.Read(sheet, context),
            _ => OwnTableFile.Read(table, sheet, context),
        };
        if (incoming is not null)
            Check(incoming, sheet, context);
        return incoming;
    }

    private static Sheet? ReadSheet(ReadOnlySpan<byte> content, LoadFaults faults)
    {
        var start = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        start = start.TrimStart(" \t\r\n"u8);
        if (start is not [(byte)'{' or (byte)'[', ..])
            return Sheet.Read(content, faults);
        return Sheet.Decode(content, faults) is { } text ? JsonSheet.Read(text, faults) : null;
    }

    // Every row must be fit by itself, and no key may say two things of one day.
    private static void Check(IncomingTable incoming, Sheet sheet, LoadContext context)
    {
        var faults = context.Faults;
        if (faults.IsNone && incoming.Rows.Count == 0)
            faults.OfFile(TariffProblems.LoadNothing, LoadFaults.Text(sheet.Rows.Count), $"{context.From:yyyy-MM-dd}");
        var key = new RowKey(incoming.Table);
        foreach (var rows in incoming.Rows.GroupBy(row => key.Of(row.Values), StringComparer.Ordinal))
        {
            IncomingRow? before = null;
            foreach (var row in rows.OrderBy(row => row.From ?? DateOnly.MinValue))
            {
                if (row.Until is { } until && until <= (row.From ?? DateOnly.MinValue))
                    faults.OfCell(TariffProblems.LoadDate, row.Line, "valid_until", $"{until:yyyy-MM-dd}");
                var isDouble = before is not null && (incoming.Period == FilePeriod.Standing
                    || (before.Until ?? DateOnly.MaxValue) > (row.From ?? DateOnly.MinValue));
                if (isDouble)
                    faults.OfCell(
                        TariffProblems.LoadDouble, row.Line, key.Columns[0],
                        LoadFaults.Shown(rows.Key.Replace(RowKey.Separator, ' ').Trim()),
                        LoadFaults.Text(before!.Line));
                before = row;
            }
        }

        if (faults.IsNone)
            CheckRows(incoming, context);
    }

    private static void CheckRows(IncomingTable incoming, LoadContext context)
    {
        var faults = context.Faults;
        var check = new EditionCheck(context.Edition);
        var text = new StringBuilder();
        LawCsv.Write(text, incoming.Table.Columns);
        var header = text.Length;
        foreach (var row in incoming.Rows)
        {
            if (faults.IsFull)
                return;
            // A text that the file does not have is filled in when the rows are brought together.
            text.Length = header;
            var values = row.Values.Select((value, i) =>
                value ?? (incoming.Table.Columns[i] is "text_nl" or "text_en" ? "-" : ""));
            LawCsv.Write(text, [.. values]);
            var table = LawEdition.ParseTable(incoming.Table.Name, Encoding.UTF8.GetBytes(text.ToString()));
            if (check.FaultOf(table.Name, table.Rows[0]) is { } what)
                faults.OfCell(TariffProblems.LoadRow, row.Line, incoming.Table.Name, what.Dutch, what.English);
        }
    }
}

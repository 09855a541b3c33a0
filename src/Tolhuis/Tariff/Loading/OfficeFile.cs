// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// Customs offices: a row per office and language. They become the code list <c>customs-office</c>, with the Dutch name
/// where there is one, else the English, else the first.
/// </summary>
internal static class OfficeFile
{
    public const string List = "customs-office";

    private const int ReferenceLength = 8;

    public static IncomingTable? Read(Sheet sheet, LoadContext context)
    {
        var columns = new SheetColumns(sheet, context.Faults);
        var reference = columns.Require(
            "office_id", "reference_number", "referencenumber", "reference", "office", "code");
        var name = columns.Require("name", "usual_name", "usualname", "office_name");
        var language = columns.Find("language", "language_code", "languagecode");
        var state = columns.Find("state", "status");
        var from = columns.Find("active_from", "activefrom", "valid_from");
        if (!context.Faults.IsNone)
            return null;
        var incoming = new IncomingTable(context.Table(CodeListFile.Table)!);
        var offices = new Dictionary<string, OfficeNames>(StringComparer.Ordinal);
        var countries = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var code = SheetColumns.Cell(row, reference)!;
            if (!IsReference(code))
            {
                context.Faults.OfCell(
                    TariffProblems.LoadOffice, row.Line, sheet.Header[reference], LoadFaults.Shown(code));
                continue;
            }

            countries.Add(code[..2]);
            if (!CodeListFile.IsInForce(SheetColumns.Cell(row, state)))
            {
                incoming.LeftOut++;
                continue;
            }

            if (columns.Words(row, name, max: 200) is not { } words)
            {
                columns.Missing(row, name);
                continue;
            }

            if (!offices.TryGetValue(code, out var names))
                offices.Add(code, names = new OfficeNames(row.Line, columns.Day(row, from)));
            names.Add(SheetColumns.Cell(row, language) ?? "", words);
        }

        foreach (var (code, names) in offices)
            incoming.Rows.Add(CodeListFile.Row(
                incoming, names.Line, List, code, names.In("NL") ?? names.In("EN") ?? names.First,
                names.In("EN") ?? names.First) with
            { From = names.ActiveFrom });
        if (context.IsComplete ?? true)
            incoming.EndsWhenAbsent = row => row["list"] == List && row["code"].Length == ReferenceLength
                && countries.Contains(row["code"][..2]);
        return incoming;
    }

    private static bool IsReference(string code) => code.Length == ReferenceLength
        && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1])
        && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private sealed class OfficeNames(int line, DateOnly? activeFrom)
    {
        private readonly List<(string Language, string Name)> _names = [];

        public int Line { get; } = line;

        public DateOnly? ActiveFrom { get; } = activeFrom;

        public string First => _names[0].Name;

        public void Add(string language, string name) => _names.Add((language, name));

        public string? In(string language) => _names.Find(n => n.Language == language).Name;
    }
}

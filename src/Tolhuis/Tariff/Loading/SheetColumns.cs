// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// The columns of a sheet by the names they may have. Names are compared without case, and blank, hyphen and underscore
/// are one.
/// </summary>
internal sealed class SheetColumns(Sheet sheet, LoadFaults faults)
{
    private readonly string[] _names = [.. sheet.Header.Select(Plain)];

    /// <summary>Position of the column, or -1 with a fault that names it.</summary>
    public int Require(params string[] names)
    {
        var position = Find(names);
        if (position < 0)
            faults.OfFile(
                TariffProblems.LoadHeader, names[0], LoadFaults.Shown(string.Join(", ", sheet.Header)));
        return position;
    }

    /// <summary>Position of the column, or -1. A name that ends with * is the beginning of one.</summary>
    public int Find(params string[] names)
    {
        foreach (var name in names)
        {
            var position = name.EndsWith('*')
                ? Array.FindIndex(_names, n => n.StartsWith(name[..^1], StringComparison.Ordinal))
                : Array.IndexOf(_names, Plain(name));
            if (position >= 0)
                return position;
        }

        return -1;
    }

    /// <summary>A field without blanks around it; null where the sheet has no such column.</summary>
    public static string? Cell(SheetRow row, int column) => column < 0 ? null : row.Fields[column].Trim();

    /// <summary>
    /// A text for people: not too long, nothing that steers, nothing that a spreadsheet would carry out. Null where the
    /// sheet has no such column or the field is empty.
    /// </summary>
    public string? Words(SheetRow row, int column, int max = 2_000)
    {
        if (Cell(row, column) is not { Length: > 0 } text)
            return null;
        var isFit = text.Length <= max && text[0] is not ('=' or '@') && !text.Any(c => c < ' ' && c is not '\n');
        if (!isFit)
            faults.OfCell(
                TariffProblems.LoadText, row.Line, sheet.Header[column], LoadFaults.Shown(text), LoadFaults.Text(max));
        return isFit ? text.Replace('\n', ' ') : null;
    }

    /// <summary>A commodity code without blanks and points; null with a fault if it is none.</summary>
    public string? Code(SheetRow row, int column, int least)
    {
        var text = (Cell(row, column) ?? "").Replace(" ", "", StringComparison.Ordinal)
            .Replace(".", "", StringComparison.Ordinal);
        if (text.Length >= least && text.Length is 2 or 4 or 6 or 8 or 10 && text.All(char.IsAsciiDigit)
            && text[..2] != "00")
            return text;
        faults.OfCell(
            TariffProblems.LoadCode, row.Line, sheet.Header[column], LoadFaults.Shown(row.Fields[column]));
        return null;
    }

    /// <summary>A day as 2026-07-01; null if empty, with a fault if it is none.</summary>
    public DateOnly? Day(SheetRow row, int column)
    {
        if (Cell(row, column) is not { Length: > 0 } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var day)
            && day.Year >= 1900)
            return day;
        faults.OfCell(TariffProblems.LoadDate, row.Line, sheet.Header[column], LoadFaults.Shown(text));
        return null;
    }

    /// <summary>Says that a field may not be empty, if it is.</summary>
    public void Missing(SheetRow row, int column)
    {
        if (Cell(row, column) is "")
            faults.OfCell(TariffProblems.LoadMissing, row.Line, sheet.Header[column]);
    }

    private static string Plain(string name) =>
        name.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}

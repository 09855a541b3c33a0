// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>One record of a file.</summary>
/// <param name="Line">Line on which it begins, from 1.</param>
internal readonly record struct SheetRow(int Line, string[] Fields);

/// <summary>
/// A file of delimited values: a header and its rows. Comma, semicolon or tab, whichever the header has most of; quotes
/// as RFC 4180 has them; UTF-8 with or without a byte order mark. Bounded in bytes, rows, columns and lengths.
/// </summary>
internal sealed class Sheet
{
    public const int MaxRows = 300_000;
    public const int MaxColumns = 64;
    public const int MaxField = 4_000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public Sheet(string[] header, List<SheetRow> rows) => (Header, Rows) = (header, rows);

    /// <summary>Names of the columns as they stand, trimmed.</summary>
    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>Null with faults if the file is no sheet.</summary>
    public static Sheet? Read(ReadOnlySpan<byte> bytes, LoadFaults faults)
    {
        if (Decode(bytes, faults) is not { } text)
            return null;
        var reader = new SheetReader(text, Separator(text), faults);
        if (!reader.TryRead(out var first))
        {
            if (faults.IsNone)
                faults.OfFile(TariffProblems.LoadEmpty);
            return null;
        }

        var header = Array.ConvertAll(first.Fields, name => name.Trim());
        // Files of the central bank end every line with a separator: a last column without a name holds nothing.
        var width = header.Length;
        while (width > 1 && header[width - 1].Length == 0)
            width--;
        var rows = new List<SheetRow>();
        while (!faults.IsFull && reader.TryRead(out var row))
        {
            if (row.Fields is [""])
                continue;
            if (rows.Count == MaxRows)
            {
                faults.OfFile(TariffProblems.LoadTooLarge, LoadFaults.Text(MaxRows + 1), LoadFaults.Text(MaxRows));
                return null;
            }

            if (row.Fields.Length != header.Length || row.Fields[width..].Any(field => field.Length > 0))
                faults.OfCell(
                    TariffProblems.LoadWidth, row.Line, "", LoadFaults.Text(row.Fields.Length),
                    LoadFaults.Text(header.Length));
            else
                rows.Add(row);
        }

        if (faults.IsNone && rows.Count == 0)
            faults.OfFile(TariffProblems.LoadEmpty);
        return faults.IsNone ? new Sheet(header[..width], rows) : null;
    }

    /// <summary>The text of a file; null with a fault if it is too large, not UTF-8 or holds a NUL.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, LoadFaults faults)
    {
        if (bytes.Length > ILawDrafts.MaxFileBytes)
        {
            faults.OfFile(
                TariffProblems.LoadTooLarge, LoadFaults.Text(bytes.Length), LoadFaults.Text(ILawDrafts.MaxFileBytes));
            return null;
        }

        // UTF-16 begins with its own mark, and half of its bytes are NUL; neither can be UTF-8 that means something.
        if (bytes.Contains((byte)0))
        {
            faults.OfFile(
                TariffProblems.LoadEncoding, LoadFaults.Text(1 + bytes[..bytes.IndexOf((byte)0)].Count((byte)'\n')));
            return null;
        }

        try
        {
            var text = Strict.GetString(bytes);
            return text is ['\uFEFF', ..] ? text[1..] : text;
        }
        catch (DecoderFallbackException wrong)
        {
            var before = bytes[..Math.Clamp(wrong.Index, 0, bytes.Length)];
            faults.OfFile(TariffProblems.LoadEncoding, LoadFaults.Text(1 + before.Count((byte)'\n')));
            return null;
        }
    }

    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];
        return ",;\t".MaxBy(candidate => header.AsSpan().Count(candidate));
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// The one text form of an edition: a first line, then per table its name and number of rows, its header and its rows
/// as comma-separated values; tables and rows in ordinal order. Equal law gives equal bytes, so that a hash proves
/// equality.
/// </summary>
internal static class LawBundle
{
    /// <summary>Fifty megabytes: a hundred times what the program comes with.</summary>
    public const int MaxBytes = 50_000_000;

    public const int MaxTables = 500;

    private const string FirstLine = "tolhuis law 1";
    private const string TableWord = "table";
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(IEnumerable<LawTable> tables)
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        foreach (var table in tables.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            LawCsv.Write(text, [TableWord, table.Name, table.Rows.Count.ToString(CultureInfo.InvariantCulture)]);
            LawCsv.Write(text, table.Columns);
            foreach (var row in table.Rows)
                LawCsv.Write(text, row.Values);
        }

        var bundle = StrictUtf8.GetBytes(text.ToString());
        return bundle.Length <= MaxBytes ? bundle : throw TooLarge(bundle.Length);
    }

    /// <exception cref="InvalidDataException">The bytes are not a bundle; the message says where.</exception>
    public static List<LawTable> Read(ReadOnlySpan<byte> bundle)
    {
        var text = Decode(bundle).AsSpan();
        var position = 0;
        var fields = new List<string>();
        if (!LawCsv.TryRead(text, ref position, fields) || fields is not [FirstLine])
            throw new InvalidDataException($"the first line is not \"{FirstLine}\".");
        var tables = new List<LawTable>();
        while (LawCsv.TryRead(text, ref position, fields))
        {
            if (fields is not [TableWord, var name, var rows]
                || !int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                throw new InvalidDataException(
                    $"a line \"{TableWord},NAME,ROWS\" is expected at character {position}.");
            if (tables.Count == MaxTables)
                throw new InvalidDataException($"there are more than {MaxTables} tables.");
            tables.Add(ReadTable(name, text, ref position, count));
        }

        return tables;
    }

    /// <summary>Reads a whole file of one table.</summary>
    public static LawTable ReadTable(string name, ReadOnlySpan<byte> csv)
    {
        var text = Decode(csv).AsSpan();
        // Spreadsheet programs write a byte order mark; it is no part of the first column's name.
        if (text is ['\uFEFF', ..])
            text = text[1..];
        var position = 0;
        return ReadTable(name, text, ref position, count: -1);
    }

    private static LawTable ReadTable(string name, ReadOnlySpan<char> text, ref int position, int count)
    {
        CheckName(name);
        var fields = new List<string>();
        if (!LawCsv.TryRead(text, ref position, fields))
            throw new InvalidDataException($"{name}: the header is missing.");
        if (fields.Distinct(StringComparer.Ordinal).Count() != fields.Count || fields.Contains(""))
            throw new InvalidDataException($"{name}: a column has no name or stands twice in the header.");
        var table = new LawTable(name, [.. fields]);
        var rows = new List<(string Text, LawRow Row)>();
        var line = new StringBuilder();
        while (rows.Count != count && LawCsv.TryRead(text, ref position, fields))
        {
            if (count < 0 && fields is [""])
                continue;
            if (fields.Count != table.Columns.Count)
                throw new InvalidDataException(
                    $"{name}: row {rows.Count + 1} has {fields.Count} fields, the header has {table.Columns.Count}.");
            LawCsv.Write(line.Clear(), fields);
            rows.Add((line.ToString(), Row(table, [.. fields], rows.Count + 1)));
        }

        if (count >= 0 && rows.Count != count)
            throw new InvalidDataException($"{name}: {count} rows are announced, {rows.Count} are there.");
        rows.Sort(static (left, right) => string.CompareOrdinal(left.Text, right.Text));
        table.Rows = rows.ConvertAll(static row => row.Row);
        return table;
    }

    private static LawRow Row(LawTable table, string[] values, int number)
    {
        var from = Day(table, values, "valid_from", number) ?? DateOnly.MinValue;
        var until = Day(table, values, "valid_until", number);
        if (until <= from)
            throw new InvalidDataException($"{table.Name}: row {number} ends on {until:yyyy-MM-dd}, before it begins.");
        return new LawRow(table, values, new Period(from, until));
    }

    private static DateOnly? Day(LawTable table, string[] values, string column, int number)
    {
        var position = table.PositionOf(column);
        if (position < 0 || values[position].Length == 0)
            return null;
        return DateOnly.TryParseExact(values[position], "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var day)
            ? day
            : throw new InvalidDataException(
                $"{table.Name}: \"{values[position]}\" in column {column} of row {number} is not a date (yyyy-mm-dd).");
    }

    private static void CheckName(string name)
    {
        var isName = name.Length is > 0 and <= 100 && name.Contains('.', StringComparison.Ordinal)
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-');
        if (!isName)
            throw new InvalidDataException("a table's name is not \"module.file\" in small letters.");
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw TooLarge(bytes.Length);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("the text is not UTF-8.");
        }
    }

    private static InvalidDataException TooLarge(int bytes) =>
        new($"{bytes} bytes are more than the limit of {MaxBytes}.");
}

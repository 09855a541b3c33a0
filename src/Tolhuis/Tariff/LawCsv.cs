// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using System.Text;

namespace Tolhuis.Tariff;

/// <summary>
/// Reads and writes records of comma-separated values (RFC 4180), always ended by one line feed when written.
/// </summary>
internal static class LawCsv
{
    /// <summary>No table of the law is wider; more is an attack or a wrong file.</summary>
    public const int MaxColumns = 64;

    public const int MaxFieldLength = 100_000;

    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create("\",\r\n");

    /// <summary>Reads the record at a position and moves to the next one; false at the end of the text.</summary>
    /// <exception cref="InvalidDataException">Quotes do not match, or the record is too wide.</exception>
    public static bool TryRead(ReadOnlySpan<char> text, ref int position, List<string> fields)
    {
        fields.Clear();
        if (position >= text.Length)
            return false;
        while (true)
        {
            fields.Add(text[position..] is ['"', ..] ? Quoted(text, ref position) : Plain(text, ref position));
            if (fields.Count > MaxColumns)
                throw new InvalidDataException($"a record has more than {MaxColumns} fields.");
            if (position >= text.Length)
                return true;
            var end = text[position++];
            if (end == ',')
                continue;
            if (end == '\r' && position < text.Length && text[position] == '\n')
                position++;
            else if (end != '\n')
                throw new InvalidDataException(
                    $"the text after a closing quote at character {position} is not a comma.");
            return true;
        }
    }

    public static void Write(StringBuilder text, IReadOnlyList<string> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            var field = fields[i];
            if (field.AsSpan().ContainsAny(NeedsQuotes))
                text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                text.Append(field);
        }

        text.Append('\n');
    }

    private static string Plain(ReadOnlySpan<char> text, ref int position)
    {
        var rest = text[position..];
        var length = rest.IndexOfAny(',', '\r', '\n');
        if (length < 0)
            length = rest.Length;
        position += length;
        return Bounded(rest[..length]);
    }

    private static string Quoted(ReadOnlySpan<char> text, ref int position)
    {
        var from = ++position;
        var hasQuoteInside = false;
        while (true)
        {
            var length = text[position..].IndexOf('"');
            if (length < 0)
                throw new InvalidDataException($"a quote at character {from} is not closed.");
            position += length + 1;
            if (position >= text.Length || text[position] != '"')
                break;
            hasQuoteInside = true;
            position++;
        }

        var field = Bounded(text[from..(position - 1)]);
        return hasQuoteInside ? field.Replace("\"\"", "\"", StringComparison.Ordinal) : field;
    }

    private static string Bounded(ReadOnlySpan<char> field) => field.Length <= MaxFieldLength
        ? field.ToString()
        : throw new InvalidDataException($"a field has more than {MaxFieldLength} characters.");
}

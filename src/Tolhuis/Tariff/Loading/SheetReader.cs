// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Tolhuis.Tariff.Loading;

/// <summary>Reads the records of a text one by one and knows their lines. Stops at the first fault of form.</summary>
internal sealed class SheetReader(string text, char separator, LoadFaults faults)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _quoted = new();
    private int _at;
    private int _line = 1;
    private bool _isBroken;

    /// <summary>False at the end of the text, or at a fault.</summary>
    public bool TryRead(out SheetRow row)
    {
        row = default;
        if (_isBroken || _at >= text.Length)
            return false;
        _fields.Clear();
        var first = _line;
        while (true)
        {
            if (ReadField(first) is not { } field)
                return false;
            if (field.Length > Sheet.MaxField)
                return Break(TariffProblems.LoadText, first, Sheet.MaxField);
            if (_fields.Count == Sheet.MaxColumns)
                return Break(TariffProblems.LoadWidth, first, Sheet.MaxColumns + 1);
            _fields.Add(field);
            if (_at >= text.Length || IsEndOfLine())
                break;
        }

        row = new SheetRow(first, [.. _fields]);
        return true;
    }

    // Null after a fault. Afterwards the place is at the separator, the end of the line or the end of the text.
    private string? ReadField(int first)
    {
        if (_at < text.Length && text[_at] == '"')
            return ReadQuoted(first);
        var rest = text.AsSpan(_at);
        var length = rest.IndexOfAny(separator, '\r', '\n');
        length = length < 0 ? rest.Length : length;
        var field = rest[..length].ToString();
        _at += length;
        return field;
    }

    private string? ReadQuoted(int first)
    {
        _quoted.Clear();
        _at++;
        while (true)
        {
            var length = text.AsSpan(_at).IndexOf('"');
            if (length < 0)
            {
                Break(TariffProblems.LoadQuote, first, 0);
                return null;
            }

            var piece = text.AsSpan(_at, length);
            _line += piece.Count('\n');
            _quoted.Append(piece);
            _at += length + 1;
            if (_quoted.Length > Sheet.MaxField)
                return _quoted.ToString();
            if (_at >= text.Length || text[_at] != '"')
                break;
            _quoted.Append('"');
            _at++;
        }

        if (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
        {
            Break(TariffProblems.LoadQuote, first, 0);
            return null;
        }

        return _quoted.ToString();
    }

    // Moves over the separator or the end of the line; true for the latter.
    private bool IsEndOfLine()
    {
        var end = text[_at++];
        if (end == separator)
        {
            // A separator at the very end has one more, empty, field behind it.
            return false;
        }

        if (end == '\r' && _at < text.Length && text[_at] == '\n')
            _at++;
        _line++;
        return true;
    }

    private bool Break(string code, int line, int limit)
    {
        _isBroken = true;
        if (code == TariffProblems.LoadWidth)
            faults.OfCell(code, line, "", LoadFaults.Text(limit), LoadFaults.Text(Sheet.MaxColumns));
        else if (code == TariffProblems.LoadText)
            faults.OfCell(code, line, LoadFaults.Text(_fields.Count + 1), "", LoadFaults.Text(limit));
        else
            faults.OfCell(code, line, LoadFaults.Text(_fields.Count + 1));
        return false;
    }
}

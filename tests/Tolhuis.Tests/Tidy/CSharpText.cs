// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Tolhuis.Tests.Tidy;

/// <summary>A piece of text and the line on which it begins, counted from 1.</summary>
public readonly record struct Piece(int Line, string Text);

/// <summary>
/// C# source cut into code, comments and string literals, well enough to look for words in the right one of the three.
/// Code has
/// the length and lines of the source; what is not code is blank in it.
/// </summary>
public sealed class CSharpText
{
    private readonly string _source;
    private readonly char[] _code;
    private readonly List<Piece> _comments = [];
    private readonly List<Piece> _strings = [];
    private int _at;

    private CSharpText(string source)
    {
        _source = source;
        _code = source.Select(c => c == '\n' ? '\n' : ' ').ToArray();
    }

    public string Code { get; private set; } = "";

    public IReadOnlyList<Piece> Comments => _comments;

    public IReadOnlyList<Piece> Strings => _strings;

    public static CSharpText Read(string source)
    {
        var text = new CSharpText(source);
        text.ReadCode(isHole: false);
        text.Code = new string(text._code);
        return text;
    }

    /// <summary>Line of a place in the source, from 1.</summary>
    public int LineAt(int place) => 1 + _source.AsSpan(0, place).Count('\n');

    private char Peek(int ahead = 0) => _at + ahead < _source.Length ? _source[_at + ahead] : '\0';

    // A hole of an interpolated string ends at its own closing brace, which stays blank.
    private void ReadCode(bool isHole)
    {
        var depth = 0;
        while (_at < _source.Length)
        {
            var c = Peek();
            if (c == '/' && Peek(1) is '/' or '*')
                ReadComment();
            else if (c == '\'')
                ReadCharacter();
            else if (IsStringStart())
                ReadString();
            else if (isHole && c == '}' && depth == 0)
                return;
            else
            {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                _code[_at++] = c;
            }
        }
    }

    private void ReadComment()
    {
        var start = _at;
        var isLine = Peek(1) == '/';
        var end = _source.IndexOf(isLine ? "\n" : "*/", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? _source.Length : isLine ? end : end + 2;
        _comments.Add(new Piece(LineAt(start), _source[start.._at]));
    }

    private void ReadCharacter()
    {
        _at += Peek(1) == '\\' ? 3 : 2;
        while (_at < _source.Length && Peek() is not ('\'' or '\n'))
            _at++;
        _at++;
    }

    private bool IsStringStart()
    {
        var ahead = 0;
        while (Peek(ahead) is '$' or '@')
            ahead++;
        return Peek(ahead) == '"';
    }

    private void ReadString()
    {
        var start = _at;
        var (isInterpolated, isVerbatim, quotes) = (false, false, 0);
        for (; Peek() is '$' or '@'; _at++)
            (isInterpolated, isVerbatim) = (isInterpolated || Peek() == '$', isVerbatim || Peek() == '@');
        while (Peek(quotes) == '"')
            quotes++;
        var content = new StringBuilder();
        if (quotes >= 3 && !isVerbatim)
            ReadRaw(quotes, content);
        else
            ReadQuoted(isInterpolated, isVerbatim, content);
        _strings.Add(new Piece(LineAt(start), content.ToString()));
    }

    private void ReadRaw(int quotes, StringBuilder content)
    {
        var end = _source.IndexOf(new string('"', quotes), _at + quotes, StringComparison.Ordinal);
        end = end < 0 ? _source.Length : end;
        content.Append(_source, _at + quotes, Math.Max(0, end - _at - quotes));
        _at = Math.Min(end + quotes, _source.Length);
        while (Peek() == '"')
            _at++;
    }

    private void ReadQuoted(bool isInterpolated, bool isVerbatim, StringBuilder content)
    {
        _at++;
        while (_at < _source.Length)
        {
            var c = Peek();
            if (c == '"' && !(isVerbatim && Peek(1) == '"'))
                break;
            if ((c == '\\' && !isVerbatim) || c == '"' || (isInterpolated && c is '{' or '}' && Peek(1) == c))
            {
                content.Append(Peek(1));
                _at += 2;
            }
            else if (isInterpolated && c == '{')
            {
                _at++;
                ReadCode(isHole: true);
                _at++;
            }
            else
            {
                content.Append(c);
                _at++;
            }
        }

        _at++;
    }
}

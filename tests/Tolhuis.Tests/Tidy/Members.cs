// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;

namespace Tolhuis.Tests.Tidy;

/// <summary>One method, constructor, property or operator: its first and last line.</summary>
public readonly record struct Member(int FirstLine, int LastLine)
{
    public int Length => LastLine - FirstLine + 1;
}

/// <summary>
/// Finds the members of all types in a file by their braces. Fields are left out: a table of values may be long.
/// Attributes
/// are not counted.
/// </summary>
public sealed partial class Members
{
    private readonly CSharpText _text;
    private readonly string _code;
    private readonly List<Member> _found = [];
    private int _at;

    private Members(CSharpText text) => (_text, _code) = (text, text.Code);

    public static IReadOnlyList<Member> Of(CSharpText text)
    {
        var members = new Members(text);
        while (members._at < members._code.Length)
            members.Step();
        return members._found;
    }

    private void Step()
    {
        var c = _code[_at];
        if (char.IsWhiteSpace(c) || c is '}' or ';')
            _at++;
        else if (c == '[')
            SkipBrackets();
        else if (c == '#')
            _at = EndOfLine();
        else
            ReadMember();
    }

    private void ReadMember()
    {
        var start = _at;
        var (nesting, isField, isBody) = (0, false, false);
        for (; _at < _code.Length; _at++)
        {
            var c = _code[_at];
            nesting += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (nesting > 0)
                continue;
            if (c == ';')
                break;
            if (c == '}')
                return;
            if (c == '=' && !isBody)
            {
                isBody = true;
                isField = _code[_at + 1] is not ('>' or '=') && _code[_at - 1] is not ('=' or '!' or '<' or '>');
            }

            if (c != '{')
                continue;
            if (!isBody && TypeHeader().IsMatch(_code[start.._at]))
            {
                _at++;
                return;
            }

            isBody = true;
            SkipBraces();
            if (!Continues())
                break;
        }

        if (!isField)
            _found.Add(new Member(_text.LineAt(start), _text.LineAt(Math.Min(_at, _code.Length - 1))));
        _at++;
    }

    // After a closing brace the member goes on if it is an initialiser or an expression: "{ get; } = new();".
    private bool Continues()
    {
        var next = _at + 1;
        while (next < _code.Length && char.IsWhiteSpace(_code[next]))
            next++;
        return next < _code.Length && _code[next] is ';' or '=' or '.' or ',' or ')' or '?' or '!' or ':';
    }

    private void SkipBraces()
    {
        for (var depth = 0; _at < _code.Length; _at++)
        {
            depth += _code[_at] == '{' ? 1 : _code[_at] == '}' ? -1 : 0;
            if (depth == 0)
                return;
        }
    }

    private void SkipBrackets()
    {
        for (var depth = 0; _at < _code.Length; _at++)
        {
            depth += _code[_at] == '[' ? 1 : _code[_at] == ']' ? -1 : 0;
            if (depth == 0)
                break;
        }

        _at++;
    }

    private int EndOfLine() => _code.IndexOf('\n', _at) is >= 0 and var end ? end : _code.Length;

    [GeneratedRegex(
        @"^((public|internal|private|protected|static|sealed|abstract|partial|readonly|ref|file|unsafe|new)\s+)*"
        + @"(class|struct|interface|record|namespace|extension)\b")]
    private static partial Regex TypeHeader();
}

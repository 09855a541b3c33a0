// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// Format of a data element in the notation of Annex B: <c>an..17</c> up to 17 characters, <c>an8</c> exactly 8,
/// <c>a2</c> letters, <c>n..5</c> digits, <c>n..16,6</c> up to 16 digits of which at most 6 decimals. Empty for a
/// group.
/// </summary>
internal readonly record struct ElementFormat(string Text, char Kind, int Min, int Max, int Decimals)
{
    private const char Letters = 'a';
    private const char Characters = 'x';
    private const char Digits = 'n';

    public bool IsGroup => Text.Length == 0;
    public bool IsNumber => Kind == Digits;
    public bool IsLetters => Kind == Letters;

    /// <exception cref="InvalidDataException">The text is no format of this notation.</exception>
    public static ElementFormat Parse(string text)
    {
        if (text.Length == 0)
            return new ElementFormat("", '\0', 0, 0, 0);
        var kind = text.StartsWith("an", StringComparison.Ordinal) ? Characters : text[0];
        var rest = text.AsSpan(kind == Characters ? 2 : 1);
        var isUpTo = rest.StartsWith("..", StringComparison.Ordinal);
        if (isUpTo)
            rest = rest[2..];
        var comma = rest.IndexOf(',');
        var decimals = 0;
        var isFormat = (comma < 0 || TryParse(rest[(comma + 1)..], out decimals))
            & TryParse(comma < 0 ? rest : rest[..comma], out var max);
        if (!isFormat || kind is not (Letters or Characters or Digits))
            throw new InvalidDataException($"\"{text}\" is not a format of a data element.");
        return new ElementFormat(text, kind, isUpTo ? 1 : max, max, decimals);
    }

    private static bool TryParse(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    public bool Fits(ReadOnlySpan<char> value)
    {
        switch (Kind)
        {
            case Digits when Decimals == 0:
                return value.Length >= Min && value.Length <= Max && !value.ContainsAnyExceptInRange('0', '9');
            case Digits:
                // Leading and trailing zeros are no digits of the number, but nobody needs twenty of them.
                return value.Length <= Max + 20 && FixedPoint.TryParse(value, Decimals, Max, out _);
            case Letters:
                foreach (var c in value)
                {
                    if (!char.IsAsciiLetter(c))
                        return false;
                }

                break;
        }

        return value.Length >= Min && value.Length <= Max;
    }
}

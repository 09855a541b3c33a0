// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Numerics;

namespace Tolhuis.Kernel;

/// <summary>Why a text is not a decimal of the format asked.</summary>
public enum NumberFault : byte
{
    None,

    /// <summary>No character at all.</summary>
    Empty,

    /// <summary>A sign, exponent, blank, group separator or any other character than digits and one point.</summary>
    Character,

    /// <summary>No digit after the point, or a second point.</summary>
    Point,

    /// <summary>More digits than the format allows, or a value above what 64 bits hold at this scale.</summary>
    Digits,

    /// <summary>More decimals than the format allows, and not all zero.</summary>
    Decimals,
}

/// <summary>
/// Decimals of a fixed number of places kept as integers: amounts in hundredths, mass and quantity in millionths.
/// </summary>
public static class FixedPoint
{
    /// <summary>
    /// No number of a message needs more: longer texts are refused before they are read, whatever they hold.
    /// </summary>
    public const int MaxLength = 40;

    // 18 digits always fit a 64-bit integer.
    private const int MaxDigits = 18;

    /// <summary>
    /// Reads digits with at most one point. Refuses signs, exponents, blanks, group separators, an empty text, a point
    /// at
    /// the end, more than <paramref name="maxDigits"/> digits (decimals included, leading zeros not) and decimals
    /// beyond
    /// <paramref name="decimals"/> unless they are zero. A point may come first: <c>.5</c> is 0.5.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, int decimals, int maxDigits, out long value) =>
        TryParse(text, decimals, maxDigits, out value, out _);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, int, int, out long)"/>
    public static bool TryParse(
        ReadOnlySpan<char> text, int decimals, int maxDigits, out long value, out NumberFault fault)
    {
        fault = Read(text, decimals, maxDigits, out value);
        return fault == NumberFault.None;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, int, int, out long)"/>
    public static bool TryParse(
        ReadOnlySpan<byte> text, int decimals, int maxDigits, out long value, out NumberFault fault)
    {
        fault = Read(text, decimals, maxDigits, out value);
        return fault == NumberFault.None;
    }

    private static NumberFault Read<T>(ReadOnlySpan<T> text, int decimals, int maxDigits, out long value)
        where T : unmanaged, IBinaryInteger<T>
    {
        value = 0;
        if (text.IsEmpty)
            return NumberFault.Empty;
        if (text.Length > MaxLength)
            return NumberFault.Digits;
        var fault = ReadDigits(text, decimals, Math.Min(maxDigits, MaxDigits), out var number, out var places);
        if (fault != NumberFault.None)
            return fault;
        for (var i = places; i < decimals; i++)
        {
            if (number > long.MaxValue / 10)
                return NumberFault.Digits;
            number *= 10;
        }

        value = number;
        return NumberFault.None;
    }

    // Places counts the decimals that are part of the number read.
    private static NumberFault ReadDigits<T>(
        ReadOnlySpan<T> text, int decimals, int maxDigits, out long number, out int places)
        where T : unmanaged, IBinaryInteger<T>
    {
        number = 0;
        places = 0;
        var digits = 0;
        var point = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = Ascii.DigitOf(text[i]);
            if (digit > 9)
            {
                if (uint.CreateTruncating(text[i]) != '.')
                    return NumberFault.Character;
                if (point >= 0)
                    return NumberFault.Point;
                point = i;
                continue;
            }

            if (point >= 0 && places >= decimals)
            {
                if (digit != 0)
                    return NumberFault.Decimals;
                continue;
            }

            // A leading zero is no digit of the number: "0.000001" has one.
            if (number != 0 || digit != 0)
                digits++;
            if (digits > maxDigits)
                return NumberFault.Digits;
            number = number * 10 + digit;
            if (point >= 0)
                places++;
        }

        return point == text.Length - 1 ? NumberFault.Point : NumberFault.None;
    }
}

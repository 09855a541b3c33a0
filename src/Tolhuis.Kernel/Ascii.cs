// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Numerics;

namespace Tolhuis.Kernel;

/// <summary>What the parsers share. All official codes and numbers are ASCII, so one byte is one character.</summary>
internal static class Ascii
{
    /// <summary>
    /// Bytes to characters one by one: a byte above 127 becomes a character that every parser refuses.
    /// </summary>
    public static void Widen(ReadOnlySpan<byte> text, Span<char> chars)
    {
        for (var i = 0; i < text.Length; i++)
            chars[i] = (char)text[i];
    }

    /// <summary>
    /// Value of a digit, more than 9 for every other character. The same code for bytes and for characters.
    /// </summary>
    public static uint DigitOf<T>(T c)
        where T : unmanaged, IBinaryInteger<T> => unchecked(uint.CreateTruncating(c) - '0');

    /// <summary>
    /// Reads digits only; false at the first other character. At most 18 digits, so that it cannot overflow.
    /// </summary>
    public static bool TryReadDigits<T>(ReadOnlySpan<T> text, out long digits)
        where T : unmanaged, IBinaryInteger<T>
    {
        digits = 0;
        foreach (var c in text)
        {
            var digit = DigitOf(c);
            if (digit > 9)
                return false;
            digits = unchecked(digits * 10 + digit);
        }

        return true;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Decimals of a fixed number of places kept as integers: amounts in hundredths, mass and quantity in millionths.</summary>
public static class FixedPoint
{
    /// <summary>
    /// Reads digits with at most one point. Refuses signs, exponents, blanks, group separators, an empty text, more than
    /// <paramref name="maxDigits"/> digits and decimals beyond <paramref name="decimals"/> unless they are zero.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, int decimals, int maxDigits, out long value)
    {
        value = 0;
        var digits = 0;
        var places = -1;
        foreach (var c in text)
        {
            if (c == '.' && places < 0)
            {
                places = 0;
                continue;
            }

            if (!char.IsAsciiDigit(c))
                return false;
            if (places >= decimals)
            {
                if (c != '0')
                    return false;
                continue;
            }

            // A leading zero is no digit of the number: "0.000001" has one.
            if (value != 0 || c != '0')
                digits++;
            if (digits > maxDigits || digits > 18)
                return false;
            value = value * 10 + (c - '0');
            if (places >= 0)
                places++;
        }

        if (text.IsEmpty || text.Length == 1 && places == 0 || text[^1] == '.')
            return false;
        for (var i = Math.Max(places, 0); i < decimals; i++)
        {
            if (value > long.MaxValue / 10)
                return false;
            value *= 10;
        }

        return true;
    }
}

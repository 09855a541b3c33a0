// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Currency by its three letters of ISO 4217. Four bytes. Example: <c>EUR</c>.</summary>
public readonly record struct CurrencyCode
{
    private readonly int _letters;

    private CurrencyCode(int letters) => _letters = letters;

    public static CurrencyCode Euro { get; } = new('E' << 16 | 'U' << 8 | 'R');

    public bool IsEmpty => _letters == 0;

    /// <summary>The value as stored; comes back through <see cref="FromStored"/>.</summary>
    public int ToStored() => _letters;

    /// <summary>A value that this type wrote itself; only for reading from a store.</summary>
    public static CurrencyCode FromStored(int stored) => new(stored);

    /// <summary>
    /// Refuses every text that is not three capital letters; whether it is legal tender is a code list's question.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CurrencyCode code)
    {
        code = default;
        if (text.Length != 3)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterUpper(c))
                return false;
        }

        code = new CurrencyCode(text[0] << 16 | text[1] << 8 | text[2]);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out CurrencyCode)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out CurrencyCode code)
    {
        code = default;
        return text.Length == 3 && TryParse([(char)text[0], (char)text[1], (char)text[2]], out code);
    }

    public override string ToString() => IsEmpty
        ? ""
        : new string([(char)(_letters >> 16), (char)(_letters >> 8 & 0xFF), (char)(_letters & 0xFF)]);
}

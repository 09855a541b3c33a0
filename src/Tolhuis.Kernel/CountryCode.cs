// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>
/// Country by its two letters of ISO 3166-1 (with XI, XK and the other codes of list GEO that customs adds). Two bytes.
/// </summary>
public readonly record struct CountryCode
{
    private readonly ushort _letters;

    private CountryCode(ushort letters) => _letters = letters;

    public bool IsEmpty => _letters == 0;

    /// <summary>The value as stored; comes back through <see cref="FromStored"/>.</summary>
    public int ToStored() => _letters;

    /// <summary>A value that this type wrote itself; only for reading from a store.</summary>
    public static CountryCode FromStored(int stored) => new((ushort)stored);

    /// <summary>
    /// Refuses every text that is not two capital letters; whether the country exists is a code list's question.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CountryCode code)
    {
        var isCode = text.Length == 2 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]);
        code = isCode ? new CountryCode((ushort)(text[0] << 8 | text[1])) : default;
        return isCode;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out CountryCode)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out CountryCode code)
    {
        code = default;
        return text.Length == 2 && TryParse([(char)text[0], (char)text[1]], out code);
    }

    public override string ToString() => IsEmpty ? "" : new string([(char)(_letters >> 8), (char)(_letters & 0xFF)]);
}

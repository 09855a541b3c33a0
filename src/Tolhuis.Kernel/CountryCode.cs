// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Country by its two letters of ISO 3166-1 (with XI, XK and the other codes of list GEO that customs adds). Two bytes.</summary>
public readonly record struct CountryCode
{
    private readonly ushort _letters;

    private CountryCode(ushort letters) => _letters = letters;

    public bool IsEmpty => _letters == 0;

    public int ToStored() => _letters;

    public static CountryCode FromStored(int stored) => new((ushort)stored);

    public static bool TryParse(ReadOnlySpan<char> text, out CountryCode code)
    {
        var isCode = text.Length == 2 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]);
        code = isCode ? new CountryCode((ushort)(text[0] << 8 | text[1])) : default;
        return isCode;
    }

    public override string ToString() => IsEmpty ? "" : new string([(char)(_letters >> 8), (char)(_letters & 0xFF)]);
}

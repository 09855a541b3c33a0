// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Why a text is not an EORI number or recognised third-country number.</summary>
public enum EoriFault : byte
{
    None,

    /// <summary>Shorter than 3 or longer than 17 characters.</summary>
    Length,

    /// <summary>The first two characters are no capital letters.</summary>
    Country,

    /// <summary>A blank or a character outside printable ASCII.</summary>
    Character,
}

/// <summary>
/// Economic operators registration and identification number (EORI) or recognised third-country number: two letters and
/// 1 to 15 printable characters without blanks (EU message rule R0850). The register decides whether it exists; the
/// form
/// per country is no ground for refusal. Example: <c>NL001234567</c>.
/// </summary>
public readonly record struct Eori
{
    public const int MaxLength = 17;
    private readonly string? _text;

    private Eori(string text) => _text = text;

    public bool IsEmpty => _text is null;

    /// <summary>The country that gave the number; empty for no number.</summary>
    public CountryCode Country =>
        _text is not null && CountryCode.TryParse(_text.AsSpan(0, 2), out var country) ? country : default;

    /// <summary>Reads the form only; the text is kept as given, capitals and small letters differ.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Eori eori, out EoriFault fault)
    {
        eori = default;
        fault = Check(text);
        if (fault != EoriFault.None)
            return false;
        eori = new Eori(text.ToString());
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out Eori, out EoriFault)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out Eori eori, out EoriFault fault)
    {
        eori = default;
        fault = text.Length is < 3 or > MaxLength ? EoriFault.Length : EoriFault.None;
        if (fault != EoriFault.None)
            return false;
        Span<char> chars = stackalloc char[MaxLength];
        Ascii.Widen(text, chars);
        return TryParse(chars[..text.Length], out eori, out fault);
    }

    /// <summary>True if a text has the form, without making the value.</summary>
    public static bool HasForm(ReadOnlySpan<char> text) => Check(text) == EoriFault.None;

    public override string ToString() => _text ?? "";

    private static EoriFault Check(ReadOnlySpan<char> text)
    {
        if (text.Length is < 3 or > MaxLength)
            return EoriFault.Length;
        if (!char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterUpper(text[1]))
            return EoriFault.Country;
        foreach (var c in text[2..])
        {
            if (c is < '!' or > '~')
                return EoriFault.Character;
        }

        return EoriFault.None;
    }
}

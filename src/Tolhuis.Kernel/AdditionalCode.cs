// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>
/// TARIC additional code (data element 18 09 059): four characters, the first a digit or letter for the kind. Example:
/// <c>8900</c>. A line may carry up to 99 of them beside its commodity code.
/// </summary>
public readonly record struct AdditionalCode
{
    private readonly string? _text;

    private AdditionalCode(string text) => _text = text;

    public bool IsEmpty => _text is null;

    /// <summary>
    /// Refuses every text that is not four digits or capital letters; that is the only reason there is.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AdditionalCode code)
    {
        code = default;
        if (text.Length != 4)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
                return false;
        }

        code = new AdditionalCode(text.ToString());
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out AdditionalCode)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out AdditionalCode code)
    {
        code = default;
        if (text.Length != 4)
            return false;
        Span<char> chars = stackalloc char[4];
        Ascii.Widen(text, chars);
        return TryParse(chars, out code);
    }

    public override string ToString() => _text ?? "";
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Why a text is not a local reference number.</summary>
public enum LrnFault : byte
{
    None,

    /// <summary>No character at all.</summary>
    Empty,

    /// <summary>More than 22 characters.</summary>
    Length,

    /// <summary>A blank at either end, a control character or a character outside ASCII.</summary>
    Character,
}

/// <summary>
/// Local reference number (LRN, data element 12 09 001 000): the declarant's own number for one declaration, 1 to 22
/// printable ASCII characters without blanks at either end. Unique per submitter. Example: <c>WEB-2026-0000431</c>.
/// </summary>
public readonly record struct Lrn
{
    public const int MaxLength = 22;
    private readonly string? _text;

    private Lrn(string text) => _text = text;

    public bool IsEmpty => _text is null;

    /// <summary>Reads the form only; uniqueness is a question to the register of declarations.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Lrn lrn, out LrnFault fault)
    {
        lrn = default;
        fault = Check(text);
        if (fault != LrnFault.None)
            return false;
        lrn = new Lrn(text.ToString());
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out Lrn, out LrnFault)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out Lrn lrn, out LrnFault fault)
    {
        lrn = default;
        fault = text.Length > MaxLength ? LrnFault.Length : LrnFault.None;
        if (fault != LrnFault.None)
            return false;
        Span<char> chars = stackalloc char[MaxLength];
        Ascii.Widen(text, chars);
        return TryParse(chars[..text.Length], out lrn, out fault);
    }

    /// <summary>True if a text has the form, without making the value.</summary>
    public static bool HasForm(ReadOnlySpan<char> text) => Check(text) == LrnFault.None;

    public override string ToString() => _text ?? "";

    private static LrnFault Check(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return LrnFault.Empty;
        if (text.Length > MaxLength)
            return LrnFault.Length;
        if (text[0] == ' ' || text[^1] == ' ')
            return LrnFault.Character;
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
                return LrnFault.Character;
        }

        return LrnFault.None;
    }
}

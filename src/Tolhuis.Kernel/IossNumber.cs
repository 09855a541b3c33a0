// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Why a text is not an IOSS number.</summary>
public enum IossFault : byte
{
    None,
    Length,
    Prefix,
    Digit,
    Country,
}

/// <summary>
/// Import one-stop shop (IOSS) VAT number of a seller (data element 13 16 034 000 with role FR5): <c>IM</c>, the ISO
/// numeric code of a Member State (900 for Northern Ireland) and seven digits. The check digit's algorithm is not public,
/// so form and register decide. Ten digits, kept as one number.
/// </summary>
public readonly record struct IossNumber
{
    public const int Length = 12;

    // ISO 3166-1 numeric codes of the Member States, and 900 for Northern Ireland under the Windsor framework.
    private static readonly short[] MemberStates =
    [
        40, 56, 100, 191, 196, 203, 208, 233, 246, 250, 276, 300, 348, 372, 380, 428, 440, 442, 470, 528, 616, 620, 642,
        703, 705, 724, 752, 900,
    ];

    private readonly long _digits;

    private IossNumber(long digits) => _digits = digits;

    /// <summary>ISO numeric code of the Member State of identification.</summary>
    public int MemberState => (int)(_digits / 10_000_000);

    public static bool TryParse(ReadOnlySpan<char> text, out IossNumber number, out IossFault fault)
    {
        number = default;
        if (text.Length != Length)
        {
            fault = IossFault.Length;
            return false;
        }

        if (text[0] != 'I' || text[1] != 'M')
        {
            fault = IossFault.Prefix;
            return false;
        }

        long digits = 0;
        foreach (var c in text[2..])
        {
            if (!char.IsAsciiDigit(c))
            {
                fault = IossFault.Digit;
                return false;
            }

            digits = digits * 10 + (c - '0');
        }

        var isMemberState = Array.BinarySearch(MemberStates, (short)(digits / 10_000_000)) >= 0;
        fault = isMemberState ? IossFault.None : IossFault.Country;
        if (isMemberState)
            number = new IossNumber(digits);
        return isMemberState;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out IossNumber number, out IossFault fault)
    {
        number = default;
        fault = IossFault.Length;
        if (text.Length != Length)
            return false;
        Span<char> chars = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            chars[i] = (char)text[i];
        return TryParse(chars, out number, out fault);
    }

    public override string ToString() => _digits == 0 ? "" : string.Create(null, $"IM{_digits:D10}");
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Why a text is not an IOSS number.</summary>
public enum IossFault : byte
{
    None,

    /// <summary>Not exactly 12 characters.</summary>
    Length,

    /// <summary>Does not begin with IM: an intermediary's number (IN) is no VAT number.</summary>
    Prefix,

    /// <summary>A character after the prefix that is no digit.</summary>
    Digit,

    /// <summary>The first three digits are no Member State.</summary>
    Country,
}

/// <summary>
/// Import one-stop shop (IOSS) VAT number of a seller (data element 13 16 034 000 with role FR5): <c>IM</c>, the ISO
/// numeric code of a Member State (900 for Northern Ireland) and seven digits. The check digit's algorithm is not
/// public,
/// so form and register decide. Ten digits, kept as one number.
/// </summary>
public readonly record struct IossNumber
{
    public const int Length = 12;

    // One bit per ISO 3166-1 numeric code of a Member State, and 900 for Northern Ireland under the Windsor framework.
    private static readonly ulong[] MemberStates = Bits(
    [
        40, 56, 100, 191, 196, 203, 208, 233, 246, 250, 276, 300, 348, 372, 380, 428, 440, 442, 470, 528, 616, 620, 642,
        703, 705, 724, 752, 900,
    ]);

    private readonly long _digits;

    private IossNumber(long digits) => _digits = digits;

    /// <summary>ISO numeric code of the Member State of identification.</summary>
    public int MemberState => (int)(_digits / 10_000_000);

    public bool IsEmpty => _digits == 0;

    /// <summary>The ten digits as stored; they come back through <see cref="FromStored"/>.</summary>
    public long ToStored() => _digits;

    /// <summary>A value that this type wrote itself; only for reading from a store.</summary>
    public static IossNumber FromStored(long stored) => new(stored);

    /// <summary>Reads the form only; the register decides whether the number is in force.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IossNumber number, out IossFault fault)
    {
        fault = Read(text, out number);
        return fault == IossFault.None;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out IossNumber, out IossFault)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out IossNumber number, out IossFault fault)
    {
        fault = Read(text, out number);
        return fault == IossFault.None;
    }

    public override string ToString() => _digits == 0 ? "" : string.Create(null, $"IM{_digits:D10}");

    private static IossFault Read<T>(ReadOnlySpan<T> text, out IossNumber number)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        number = default;
        if (text.Length != Length)
            return IossFault.Length;
        if (uint.CreateTruncating(text[0]) != 'I' || uint.CreateTruncating(text[1]) != 'M')
            return IossFault.Prefix;
        if (!Ascii.TryReadDigits(text[2..], out var digits))
            return IossFault.Digit;
        var state = (int)(digits / 10_000_000);
        if ((MemberStates[state >> 6] >> (state & 63) & 1) == 0)
            return IossFault.Country;
        number = new IossNumber(digits);
        return IossFault.None;
    }

    private static ulong[] Bits(ReadOnlySpan<short> states)
    {
        var bits = new ulong[16];
        foreach (var state in states)
            bits[state >> 6] |= 1UL << (state & 63);
        return bits;
    }
}

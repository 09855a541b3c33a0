// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Why a text is not a commodity code.</summary>
public enum CommodityCodeFault : byte
{
    None,
    Length,
    Digit,
    Chapter,
}

/// <summary>
/// Commodity code: six digits of the Harmonized System (18 09 056), eight with the Combined Nomenclature (057) or ten with
/// TARIC (058). Kept in eight bytes. Additional codes stand beside it, see <see cref="AdditionalCode"/>.
/// Source: Regulation 2658/87.
/// </summary>
public readonly record struct CommodityCode : IComparable<CommodityCode>
{
    // Ten digits padded with zeros, times sixteen, plus the number of digits given: ascends by code, then by length.
    private readonly long _packed;

    private CommodityCode(long packed) => _packed = packed;

    public bool IsEmpty => _packed == 0;

    /// <summary>Number of digits given: 6, 8 or 10; 0 for no code.</summary>
    public int DigitCount => (int)(_packed & 15);

    /// <summary>The code as ten digits, padded with zeros at the right.</summary>
    public long TenDigits => _packed >> 4;

    /// <summary>First two digits: the chapter of the Harmonized System, 1 to 97 (98 and 99 are special).</summary>
    public int Chapter => (int)(TenDigits / 100_000_000);

    public CommodityCode Hs6 => new((TenDigits / 10_000 * 10_000 << 4) | 6);

    /// <summary>First eight digits; a code of six digits is padded to subheading 00.</summary>
    public CommodityCode Cn8 => new((TenDigits / 100 * 100 << 4) | 8);

    /// <summary>The value as stored; comes back through <see cref="FromStored"/>.</summary>
    public long ToStored() => _packed;

    /// <summary>A value that this type wrote itself; only for reading from a store.</summary>
    public static CommodityCode FromStored(long stored) => new(stored);

    public static bool TryParse(ReadOnlySpan<char> text, out CommodityCode code, out CommodityCodeFault fault)
    {
        code = default;
        if (text.Length is not (6 or 8 or 10))
        {
            fault = CommodityCodeFault.Length;
            return false;
        }

        long digits = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                fault = CommodityCodeFault.Digit;
                return false;
            }

            digits = digits * 10 + (c - '0');
        }

        for (var i = text.Length; i < 10; i++)
            digits *= 10;
        fault = digits < 100_000_000 ? CommodityCodeFault.Chapter : CommodityCodeFault.None;
        if (fault != CommodityCodeFault.None)
            return false;
        code = new CommodityCode((digits << 4) | (long)(uint)text.Length);
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out CommodityCode code, out CommodityCodeFault fault)
    {
        code = default;
        fault = CommodityCodeFault.Length;
        if (text.Length > 10)
            return false;
        Span<char> chars = stackalloc char[10];
        for (var i = 0; i < text.Length; i++)
            chars[i] = (char)text[i];
        return TryParse(chars[..text.Length], out code, out fault);
    }

    /// <summary>True if this code is the other or lies under it: 6204623110 lies under 620462.</summary>
    public bool IsUnder(CommodityCode other)
    {
        if (other.IsEmpty || other.DigitCount > DigitCount)
            return false;
        long scale = other.DigitCount switch { 6 => 10_000, 8 => 100, _ => 1 };
        return TenDigits / scale == other.TenDigits / scale;
    }

    public int CompareTo(CommodityCode other) => _packed.CompareTo(other._packed);

    public override string ToString() =>
        IsEmpty ? "" : TenDigits.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)[..DigitCount];

    public static bool operator <(CommodityCode left, CommodityCode right) => left.CompareTo(right) < 0;

    public static bool operator >(CommodityCode left, CommodityCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(CommodityCode left, CommodityCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CommodityCode left, CommodityCode right) => left.CompareTo(right) >= 0;
}

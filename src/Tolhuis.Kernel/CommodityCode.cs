// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Why a text is not a commodity code.</summary>
public enum CommodityCodeFault : byte
{
    None,

    /// <summary>Not 6, 8 or 10 characters.</summary>
    Length,

    /// <summary>A character that is no digit; points and blanks of printed tariffs are refused too.</summary>
    Digit,

    /// <summary>Chapter 00 does not exist.</summary>
    Chapter,
}

/// <summary>
/// Commodity code: six digits of the Harmonized System (18 09 056), eight with the Combined Nomenclature (057) or ten
/// with
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

    /// <summary>The subheading of the Harmonized System: the first six digits; no code for no code.</summary>
    public CommodityCode Hs6 => IsEmpty ? default : new((TenDigits / 10_000 * 10_000 << 4) | 6);

    /// <summary>First eight digits; a code of six digits is padded to subheading 00.</summary>
    public CommodityCode Cn8 => IsEmpty ? default : new((TenDigits / 100 * 100 << 4) | 8);

    /// <summary>The value as stored; comes back through <see cref="FromStored"/>.</summary>
    public long ToStored() => _packed;

    /// <summary>A value that this type wrote itself; only for reading from a store.</summary>
    public static CommodityCode FromStored(long stored) => new(stored);

    /// <summary>Reads 6, 8 or 10 digits. Whether the code exists on a date is asked at Tariff, not here.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CommodityCode code, out CommodityCodeFault fault)
    {
        fault = Read(text, out code);
        return fault == CommodityCodeFault.None;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out CommodityCode, out CommodityCodeFault)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out CommodityCode code, out CommodityCodeFault fault)
    {
        fault = Read(text, out code);
        return fault == CommodityCodeFault.None;
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

    /// <summary>The digits as given, without blanks; empty for no code.</summary>
    public override string ToString() => IsEmpty ? "" : string.Create(DigitCount, TenDigits, static (span, digits) =>
    {
        for (var i = 9; i >= 0; i--, digits /= 10)
        {
            if (i < span.Length)
                span[i] = (char)('0' + digits % 10);
        }
    });

    public static bool operator <(CommodityCode left, CommodityCode right) => left.CompareTo(right) < 0;

    public static bool operator >(CommodityCode left, CommodityCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(CommodityCode left, CommodityCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CommodityCode left, CommodityCode right) => left.CompareTo(right) >= 0;

    private static CommodityCodeFault Read<T>(ReadOnlySpan<T> text, out CommodityCode code)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        code = default;
        if (text.Length is not (6 or 8 or 10))
            return CommodityCodeFault.Length;
        if (!Ascii.TryReadDigits(text, out var digits))
            return CommodityCodeFault.Digit;
        digits *= text.Length switch { 6 => 10_000, 8 => 100, _ => 1 };
        if (digits < 100_000_000)
            return CommodityCodeFault.Chapter;
        code = new CommodityCode((digits << 4) | (long)(uint)text.Length);
        return CommodityCodeFault.None;
    }
}

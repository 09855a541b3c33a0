// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Why a text is not a movement reference number.</summary>
public enum MrnFault : byte
{
    None,

    /// <summary>Not exactly 18 characters.</summary>
    Length,

    /// <summary>The first two characters are no digits.</summary>
    Year,

    /// <summary>The third and fourth characters are no capital letters.</summary>
    Country,

    /// <summary>A later character is neither a digit nor a capital letter.</summary>
    Character,

    /// <summary>The form is right, the last digit does not fit the others: mostly a typing error.</summary>
    CheckDigit,
}

/// <summary>
/// Movement reference number (MRN): the number by which customs knows one declaration, 18 characters: two digits of the
/// year, the country, twelve free characters, a letter for the kind of procedure (R = import) and a check digit.
/// Kept as one base-36 number, so that it fits sixteen bytes. Example: <c>26NL000000000042R4</c>.
/// Source: Delegated Regulation 2015/2446 Annex B; check digit: Commission document DGXXI/0879/99 rev. 1.
/// </summary>
public readonly record struct Mrn : IComparable<Mrn>
{
    public const int Length = 18;
    private const int SequencePosition = 4;
    private const int SequenceDigits = 12;

    // 36 to the ninth power: what nine characters can count.
    private const ulong HalfRange = 101_559_956_668_416;

    private readonly UInt128 _base36;

    private Mrn(UInt128 base36) => _base36 = base36;

    public bool IsEmpty => _base36 == default;

    /// <summary>The number of an import declaration (letter R) made from our own ascending sequence.</summary>
    /// <param name="acceptedOn">Date of acceptance in Dutch time; only its year is used.</param>
    /// <param name="sequence">Our own ascending number, 0 up to 999,999,999,999.</param>
    public static Mrn ForSequence(DateOnly acceptedOn, long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999_999_999_999);
        Span<char> text = stackalloc char[Length];
        var year = acceptedOn.Year % 100;
        text[0] = (char)('0' + year / 10);
        text[1] = (char)('0' + year % 10);
        text[2] = 'N';
        text[3] = 'L';
        for (var i = SequencePosition + SequenceDigits - 1; i >= SequencePosition; i--, sequence /= 10)
            text[i] = (char)('0' + sequence % 10);
        text[16] = 'R';
        text[17] = (char)('0' + CheckDigit(text[..17]));
        return new Mrn(Pack(text));
    }

    /// <summary>
    /// Reads 18 characters with a correct check digit; faults are tested in the order of <see cref="MrnFault"/>.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Mrn mrn, out MrnFault fault)
    {
        mrn = default;
        fault = Check(text);
        if (fault != MrnFault.None)
            return false;
        mrn = new Mrn(Pack(text));
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out Mrn, out MrnFault)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out Mrn mrn, out MrnFault fault)
    {
        Span<char> chars = stackalloc char[Length];
        if (text.Length != Length)
        {
            mrn = default;
            fault = MrnFault.Length;
            return false;
        }

        Ascii.Widen(text, chars);
        return TryParse(chars, out mrn, out fault);
    }

    /// <summary>The sequence inside a number of our own making; false for a number that another office made.</summary>
    public bool TryGetSequence(out long sequence)
    {
        sequence = 0;
        if (IsEmpty)
            return false;
        Span<char> text = stackalloc char[Length];
        Unpack(text);
        if (text[2] != 'N' || text[3] != 'L' || text[16] != 'R')
            return false;
        if (Ascii.TryReadDigits<char>(text.Slice(SequencePosition, SequenceDigits), out var digits))
        {
            sequence = digits;
            return true;
        }

        return false;
    }

    /// <summary>
    /// The check digit over the first 17 characters. Letters have the values of ISO 6346 (11, 22 and 33 are skipped),
    /// each
    /// is weighed by a power of two, the sum is taken modulo 11, and ten becomes zero.
    /// </summary>
    /// <param name="first17">At least 17 digits and capital letters, checked by the caller.</param>
    public static int CheckDigit(ReadOnlySpan<char> first17)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += ValueOf(first17[i]) << i;
        return sum % 11 % 10;
    }

    public int CompareTo(Mrn other) => _base36.CompareTo(other._base36);

    public override string ToString() =>
        IsEmpty ? "" : string.Create(Length, this, static (span, mrn) => mrn.Unpack(span));

    public static bool operator <(Mrn left, Mrn right) => left.CompareTo(right) < 0;

    public static bool operator >(Mrn left, Mrn right) => left.CompareTo(right) > 0;

    public static bool operator <=(Mrn left, Mrn right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Mrn left, Mrn right) => left.CompareTo(right) >= 0;

    private static MrnFault Check(ReadOnlySpan<char> text)
    {
        if (text.Length != Length)
            return MrnFault.Length;
        if (!char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
            return MrnFault.Year;
        if (!char.IsAsciiLetterUpper(text[2]) || !char.IsAsciiLetterUpper(text[3]))
            return MrnFault.Country;
        foreach (var c in text[4..])
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
                return MrnFault.Character;
        }

        return text[17] == '0' + CheckDigit(text) ? MrnFault.None : MrnFault.CheckDigit;
    }

    private static int ValueOf(char c)
    {
        if (c <= '9')
            return c - '0';
        var letter = c - 'A';
        // A is 10; from B on one value is skipped, from L on two, from V on three.
        return 10 + letter + (letter >= 1 ? 1 : 0) + (letter >= 11 ? 1 : 0) + (letter >= 21 ? 1 : 0);
    }

    // Two halves of nine characters each fit 64 bits; 128-bit arithmetic per character is ten times slower.
    private static UInt128 Pack(ReadOnlySpan<char> text) =>
        (UInt128)PackHalf(text[..9]) * HalfRange + PackHalf(text[9..]);

    private static ulong PackHalf(ReadOnlySpan<char> text)
    {
        ulong packed = 0;
        foreach (var c in text)
            packed = unchecked(packed * 36 + (uint)(c <= '9' ? c - '0' : c - 'A' + 10));
        return packed;
    }

    private void Unpack(Span<char> text)
    {
        var (high, low) = UInt128.DivRem(_base36, HalfRange);
        UnpackHalf((ulong)high, text[..9]);
        UnpackHalf((ulong)low, text[9..]);
    }

    private static void UnpackHalf(ulong packed, Span<char> text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var (rest, digit) = Math.DivRem(packed, 36);
            text[i] = (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
            packed = rest;
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>Why a text is not a movement reference number.</summary>
public enum MrnFault : byte
{
    None,
    Length,
    Year,
    Country,
    Character,
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

    private readonly UInt128 _base36;

    private Mrn(UInt128 base36) => _base36 = base36;

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

    public static bool TryParse(ReadOnlySpan<char> text, out Mrn mrn, out MrnFault fault)
    {
        mrn = default;
        fault = Check(text);
        if (fault != MrnFault.None)
            return false;
        mrn = new Mrn(Pack(text));
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out Mrn mrn, out MrnFault fault)
    {
        Span<char> chars = stackalloc char[Length];
        if (text.Length != Length)
        {
            mrn = default;
            fault = MrnFault.Length;
            return false;
        }

        for (var i = 0; i < Length; i++)
            chars[i] = (char)text[i];
        return TryParse(chars, out mrn, out fault);
    }

    /// <summary>The sequence inside a number of our own making; false for a number that another office made.</summary>
    public bool TryGetSequence(out long sequence)
    {
        sequence = 0;
        Span<char> text = stackalloc char[Length];
        Unpack(text);
        if (text[2] != 'N' || text[3] != 'L' || text[16] != 'R')
            return false;
        foreach (var c in text.Slice(SequencePosition, SequenceDigits))
        {
            if (!char.IsAsciiDigit(c))
                return false;
            sequence = sequence * 10 + (c - '0');
        }

        return true;
    }

    /// <summary>
    /// The check digit over the first 17 characters. Letters have the values of ISO 6346 (11, 22 and 33 are skipped), each
    /// is weighed by a power of two, the sum is taken modulo 11, and ten becomes zero.
    /// </summary>
    public static int CheckDigit(ReadOnlySpan<char> first17)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += ValueOf(first17[i]) << i;
        return sum % 11 % 10;
    }

    public int CompareTo(Mrn other) => _base36.CompareTo(other._base36);

    public override string ToString()
    {
        if (_base36 == default)
            return "";
        return string.Create(Length, this, static (span, mrn) => mrn.Unpack(span));
    }

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

    private static UInt128 Pack(ReadOnlySpan<char> text)
    {
        UInt128 packed = 0;
        foreach (var c in text)
            packed = packed * 36 + (uint)(c <= '9' ? c - '0' : c - 'A' + 10);
        return packed;
    }

    private void Unpack(Span<char> text)
    {
        var rest = _base36;
        for (var i = Length - 1; i >= 0; i--)
        {
            var (quotient, digit) = UInt128.DivRem(rest, 36);
            text[i] = (char)(digit < 10 ? '0' + (int)digit : 'A' + (int)digit - 10);
            rest = quotient;
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using CsCheck;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Kernel;

public sealed class MrnTests
{
    private static readonly Gen<long> Sequences = Gen.Long[0, 999_999_999_999];
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 26_000].Select(new DateOnly(2000, 1, 1).AddDays);

    [Fact]
    public void A_correct_number_is_read_from_text_and_from_bytes()
    {
        Assert.True(Mrn.TryParse("15ITQ1V1T0240456E9", out var mrn, out var fault));
        Assert.True(Mrn.TryParse("15ITQ1V1T0240456E9"u8, out var fromBytes, out _));

        Assert.Equal(MrnFault.None, fault);
        Assert.Equal("15ITQ1V1T0240456E9", mrn.ToString());
        Assert.Equal(mrn, fromBytes);
        Assert.False(mrn.IsEmpty);
    }

    [Theory]
    [InlineData("", MrnFault.Length)]
    [InlineData("15ITQ1V1T0240456E", MrnFault.Length)]
    [InlineData("15ITQ1V1T0240456E99", MrnFault.Length)]
    [InlineData("1AITQ1V1T0240456E9", MrnFault.Year)]
    [InlineData("A5ITQ1V1T0240456E9", MrnFault.Year)]
    [InlineData("١٥ITQ1V1T0240456E9", MrnFault.Year)]
    [InlineData("151TQ1V1T0240456E9", MrnFault.Country)]
    [InlineData("15I1Q1V1T0240456E9", MrnFault.Country)]
    [InlineData("15itQ1V1T0240456E9", MrnFault.Country)]
    [InlineData("15ITq1V1T0240456E9", MrnFault.Character)]
    [InlineData("15ITQ1V1T02404 6E9", MrnFault.Character)]
    [InlineData("15ITQ1V1T0240456É9", MrnFault.Character)]
    [InlineData("15ITQ1V1T0240456E8", MrnFault.CheckDigit)]
    [InlineData("15ITQ1V1T0240456EX", MrnFault.CheckDigit)]
    [InlineData("15ITQ1V1T0240465E9", MrnFault.CheckDigit)]
    public void Every_other_text_is_refused_with_its_reason(string text, MrnFault expected)
    {
        Assert.False(Mrn.TryParse(text, out var mrn, out var fault));
        Assert.Equal(expected, fault);
        Assert.True(mrn.IsEmpty);

        Assert.False(Mrn.TryParse(Encoding.Latin1.GetBytes(text), out mrn, out _));
        Assert.True(mrn.IsEmpty);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var bytes = Encoding.ASCII.GetBytes("15ITQ1V1T0240456E9");
        bytes[10] = 0xFF;

        Assert.False(Mrn.TryParse(bytes, out _, out var fault));
        Assert.Equal(MrnFault.Character, fault);
    }

    [Fact]
    public void A_number_of_a_hundred_megabytes_is_refused_by_its_length() =>
        Assert.False(Mrn.TryParse(new byte[100_000_000], out _, out _));

    [Fact]
    public void The_check_digit_agrees_with_every_published_vector()
    {
        var rows = File.ReadAllLines(Shared.Require("data/messages/mrn_check_digit_vectors.csv"))[1..];

        foreach (var columns in rows.Select(row => row.Split(',')))
        {
            var (text, remainder, expected, actual) =
                (columns[0], int.Parse(columns[1], null), int.Parse(columns[2], null), int.Parse(columns[3], null));
            Assert.Equal(expected, Mrn.CheckDigit(text));
            Assert.Equal(expected, remainder % 10);
            Assert.Equal(actual, text[^1] - '0');
            Assert.Equal(columns[4] == "yes", Mrn.TryParse(text, out var mrn, out var fault));
            Assert.Equal(columns[4] == "yes" ? MrnFault.None : MrnFault.CheckDigit, fault);
            Assert.Equal(columns[4] == "yes" ? text : "", mrn.ToString());
        }

        Assert.Equal(168, rows.Length);
        Assert.Equal(137, rows.Count(row => row.Split(',')[4] == "yes"));
        Assert.Contains(rows, row => row.Split(',')[1] == "10");
    }

    [Fact]
    public void A_number_of_our_own_says_year_country_sequence_and_kind()
    {
        var mrn = Mrn.ForSequence(new DateOnly(2026, 6, 30), 42);

        Assert.StartsWith("26NL000000000042R", mrn.ToString(), StringComparison.Ordinal);
        Assert.True(mrn.TryGetSequence(out var sequence));
        Assert.Equal(42, sequence);
    }

    [Fact]
    public void Our_own_numbers_are_read_back_with_their_sequence() => Days.Select(Sequences).Sample((day, sequence) =>
    {
        var mrn = Mrn.ForSequence(day, sequence);
        return Mrn.TryParse(mrn.ToString(), out var again, out _) && again == mrn
            && Mrn.TryParse(Encoding.ASCII.GetBytes(mrn.ToString()), out again, out _) && again == mrn
            && again.TryGetSequence(out var back) && back == sequence;
    });

    [Fact]
    public void Our_own_numbers_of_a_year_ascend_with_their_sequence() => Sequences.Select(Sequences).Sample((a, b) =>
    {
        var day = new DateOnly(2026, 7, 1);
        var (left, right) = (Mrn.ForSequence(day, a), Mrn.ForSequence(day, b));
        return Math.Sign(left.CompareTo(right)) == Math.Sign(a.CompareTo(b))
            && left < right == a < b && left > right == a > b && left <= right == a <= b && left >= right == a >= b;
    });

    [Fact]
    public void Numbers_sort_as_their_texts() => Gen.Select(AnyMrn, AnyMrn).Sample((a, b) =>
        Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(a.ToString(), b.ToString())));

    [Fact]
    public void A_single_wrong_digit_is_never_read_as_another_number() =>
        Gen.Select(AnyMrn, Gen.Int[4, 16], Gen.Int[0, 9]).Sample((mrn, place, digit) =>
        {
            var text = mrn.ToString().ToCharArray();
            if (!char.IsAsciiDigit(text[place]) || text[place] == '0' + digit)
                return true;
            text[place] = (char)('0' + digit);
            // Remainder ten is written as zero, so two of the eleven remainders share a digit: those alone pass.
            return !Mrn.TryParse(text, out _, out _) || text[17] == '0';
        });

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000)]
    public void A_sequence_outside_twelve_digits_is_an_error_of_the_program(long sequence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Mrn.ForSequence(new DateOnly(2026, 1, 1), sequence));

    [Fact]
    public void Numbers_of_other_offices_have_no_sequence()
    {
        foreach (var text in (string[])["15ITQ1V1T0240456E9", "21NL8TDE2PO02TAER9"])
        {
            Assert.True(Mrn.TryParse(text, out var mrn, out _));
            Assert.False(mrn.TryGetSequence(out var sequence));
            Assert.Equal(0, sequence);
        }

        Assert.False(default(Mrn).TryGetSequence(out _));
    }

    [Fact]
    public void No_number_is_an_empty_text()
    {
        Assert.Equal("", default(Mrn).ToString());
        Assert.True(default(Mrn).IsEmpty);
    }

    private static Gen<Mrn> AnyMrn =>
        Gen.Select(Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ"].Array[2], Gen.Char["0123456789"].Array[2],
            Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"].Array[13], (country, year, free) =>
            {
                var first17 = new string([.. year, .. country, .. free]);
                Assert.True(Mrn.TryParse(first17 + Mrn.CheckDigit(first17), out var mrn, out _));
                return mrn;
            });
}

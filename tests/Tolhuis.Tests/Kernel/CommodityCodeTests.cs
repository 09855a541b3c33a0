// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using CsCheck;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Kernel;

public sealed class CommodityCodeTests
{
    private static readonly Gen<string> Codes = Gen.Select(
        Gen.Long[100_000_000, 9_999_999_999], Gen.OneOf(Gen.Const(6), Gen.Const(8), Gen.Const(10)),
        (digits, length) => digits.ToString("D10", null)[..length]);

    [Fact]
    public void Codes_of_six_eight_and_ten_digits_print_as_they_came() => Codes.Sample(text =>
        CommodityCode.TryParse(text, out var code, out var fault) && fault == CommodityCodeFault.None
        && CommodityCode.TryParse(Encoding.ASCII.GetBytes(text), out var fromBytes, out _) && fromBytes == code
        && code.ToString() == text && code.DigitCount == text.Length && !code.IsEmpty
        && CommodityCode.FromStored(code.ToStored()) == code);

    [Theory]
    [InlineData("", CommodityCodeFault.Length)]
    [InlineData("62046", CommodityCodeFault.Length)]
    [InlineData("6204623", CommodityCodeFault.Length)]
    [InlineData("620462311", CommodityCodeFault.Length)]
    [InlineData("62046231100", CommodityCodeFault.Length)]
    [InlineData("6204 62 31", CommodityCodeFault.Digit)]
    [InlineData("6204.62", CommodityCodeFault.Length)]
    [InlineData("6204.6", CommodityCodeFault.Digit)]
    [InlineData("62046O", CommodityCodeFault.Digit)]
    [InlineData("-20462", CommodityCodeFault.Digit)]
    [InlineData("٦٢٠٤٦٢", CommodityCodeFault.Digit)]
    [InlineData("000000", CommodityCodeFault.Chapter)]
    [InlineData("0099999999", CommodityCodeFault.Chapter)]
    public void Every_other_text_is_refused_with_its_reason(string text, CommodityCodeFault expected)
    {
        Assert.False(CommodityCode.TryParse(text, out var code, out var fault));
        Assert.Equal(expected, fault);
        Assert.True(code.IsEmpty);

        Assert.False(CommodityCode.TryParse(Encoding.UTF8.GetBytes(text), out code, out fault));
        Assert.True(text.Any(c => c > 127) || fault == expected);
        Assert.True(code.IsEmpty);
    }

    [Fact]
    public void Bytes_above_ascii_are_no_digits()
    {
        Assert.False(CommodityCode.TryParse([0xB2, 0x32, 0x30, 0x34, 0x36, 0x32], out _, out var fault));
        Assert.Equal(CommodityCodeFault.Digit, fault);
    }

    [Fact]
    public void A_code_knows_its_chapter_its_subheading_and_its_combined_nomenclature()
    {
        var code = Parse("6204623110");

        Assert.Equal(62, code.Chapter);
        Assert.Equal(6_204_623_110, code.TenDigits);
        Assert.Equal(Parse("620462"), code.Hs6);
        Assert.Equal(Parse("62046231"), code.Cn8);
        Assert.Equal("62046200", Parse("620462").Cn8.ToString());
    }

    [Theory]
    [InlineData("6204623110", "620462", true)]
    [InlineData("6204623110", "62046231", true)]
    [InlineData("6204623110", "6204623110", true)]
    [InlineData("62046231", "6204623110", false)]
    [InlineData("620462", "62046200", false)]
    [InlineData("6204633110", "620462", false)]
    [InlineData("6204623111", "6204623110", false)]
    public void A_code_lies_under_its_own_beginnings_only(string code, string other, bool expected) =>
        Assert.Equal(expected, Parse(code).IsUnder(Parse(other)));

    [Fact]
    public void No_code_has_no_parts_and_nothing_lies_under_it()
    {
        CommodityCode none = default;

        Assert.True(none.IsEmpty);
        Assert.Equal("", none.ToString());
        Assert.Equal(0, none.DigitCount);
        Assert.True(none.Hs6.IsEmpty);
        Assert.True(none.Cn8.IsEmpty);
        Assert.False(Parse("620462").IsUnder(none));
        Assert.False(none.IsUnder(Parse("620462")));
    }

    [Fact]
    public void Codes_sort_as_their_texts() => Gen.Select(Codes, Codes).Sample((a, b) =>
    {
        var (left, right) = (Parse(a), Parse(b));
        var padded = string.CompareOrdinal(a.PadRight(10, '0'), b.PadRight(10, '0'));
        var expected = padded != 0 ? Math.Sign(padded) : Math.Sign(a.Length - b.Length);
        return Math.Sign(left.CompareTo(right)) == expected && left < right == expected < 0
            && left > right == expected > 0 && left <= right == expected <= 0 && left >= right == expected >= 0;
    });

    [Fact]
    public void A_refusal_allocates_nothing()
    {
        Assert.False(AnyIsRead());

        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = false;
        for (var i = 0; i < 1000; i++)
            read |= AnyIsRead();
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(read);
        Assert.Equal(before, after);
    }

    private static bool AnyIsRead() =>
        CommodityCode.TryParse("62046O", out _, out _) | IossNumber.TryParse("IM9991234567"u8, out _, out _)
        | Mrn.TryParse("15ITQ1V1T0240456E8"u8, out _, out _) | Eori.TryParse("nl123456"u8, out _, out _)
        | Lrn.TryParse(" x"u8, out _, out _) | Money.TryParseCents("1.234"u8, out _)
        | CountryCode.TryParse("n1"u8, out _) | CurrencyCode.TryParse("eur"u8, out _)
        | AdditionalCode.TryParse("89-0"u8, out _);

    private static CommodityCode Parse(string text)
    {
        Assert.True(CommodityCode.TryParse(text, out var code, out _));
        return code;
    }
}

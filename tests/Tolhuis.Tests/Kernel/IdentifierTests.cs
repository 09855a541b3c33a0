// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using CsCheck;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Kernel;

public sealed class LrnTests
{
    [Fact]
    public void One_to_twenty_two_printable_characters_are_a_reference() =>
        Gen.Char[' ', '~'].Array[1, Lrn.MaxLength].Select(c => new string(c)).Where(s => s.Trim(' ') == s)
            .Sample(text =>
            Lrn.TryParse(text, out var lrn, out var fault) && fault == LrnFault.None && lrn.ToString() == text
            && Lrn.TryParse(Encoding.ASCII.GetBytes(text), out var same, out _) && same == lrn && !lrn.IsEmpty);

    [Theory]
    [InlineData("", LrnFault.Empty)]
    [InlineData("12345678901234567890123", LrnFault.Length)]
    [InlineData(" WEB-1", LrnFault.Character)]
    [InlineData("WEB-1 ", LrnFault.Character)]
    [InlineData(" ", LrnFault.Character)]
    [InlineData("WEB\t1", LrnFault.Character)]
    [InlineData("WEB\n1", LrnFault.Character)]
    [InlineData("WEB\u007f1", LrnFault.Character)]
    [InlineData("WEB-é", LrnFault.Character)]
    [InlineData("\0", LrnFault.Character)]
    public void Every_other_text_is_refused_with_its_reason(string text, LrnFault expected)
    {
        Assert.False(Lrn.TryParse(text, out var lrn, out var fault));
        Assert.Equal(expected, fault);
        Assert.True(lrn.IsEmpty);

        Assert.False(Lrn.TryParse(Encoding.UTF8.GetBytes(text), out lrn, out fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void No_reference_is_an_empty_text() => Assert.Equal("", default(Lrn).ToString());
}

public sealed class EoriTests
{
    [Fact]
    public void Two_letters_and_one_to_fifteen_characters_are_a_number() =>
        Gen.Select(Gen.Char['A', 'Z'].Array[2], Gen.Char['!', '~'].Array[1, 15], (a, b) => new string([.. a, .. b]))
            .Sample(text => Eori.TryParse(text, out var eori, out var fault) && fault == EoriFault.None
                && eori.ToString() == text && eori.Country.ToString() == text[..2] && !eori.IsEmpty
                && Eori.TryParse(Encoding.ASCII.GetBytes(text), out var same, out _) && same == eori);

    [Theory]
    [InlineData("", EoriFault.Length)]
    [InlineData("NL", EoriFault.Length)]
    [InlineData("NL1234567890123456", EoriFault.Length)]
    [InlineData("nl001234567", EoriFault.Country)]
    [InlineData("N1001234567", EoriFault.Country)]
    [InlineData("1L001234567", EoriFault.Country)]
    [InlineData("ÑL001234567", EoriFault.Country)]
    [InlineData("NL00 234567", EoriFault.Character)]
    [InlineData("NL001234567 ", EoriFault.Character)]
    [InlineData("NL00123456é", EoriFault.Character)]
    [InlineData("NL\u0001", EoriFault.Character)]
    public void Every_other_text_is_refused_with_its_reason(string text, EoriFault expected)
    {
        Assert.Equal(text.Length == 18, text.Length > Eori.MaxLength);
        Assert.False(Eori.TryParse(text, out var eori, out var fault));
        Assert.Equal(expected, fault);
        Assert.True(eori.IsEmpty);

        Assert.False(Eori.TryParse(Encoding.UTF8.GetBytes(text), out eori, out fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void No_number_has_no_country()
    {
        Assert.Equal("", default(Eori).ToString());
        Assert.True(default(Eori).Country.IsEmpty);
    }
}

public sealed class IossNumberTests
{
    private static readonly int[] States =
    [
        040, 056, 100, 191, 196, 203, 208, 233, 246, 250, 276, 300, 348, 372, 380, 428, 440, 442, 470, 528, 616, 620,
        642, 703, 705, 724, 752, 900,
    ];

    [Fact]
    public void The_number_of_every_member_state_is_read() =>
        Gen.Select(Gen.Int[0, States.Length - 1], Gen.Int[0, 9_999_999]).Sample((index, rest) =>
        {
            var state = States[index];
            var text = $"IM{state:D3}{rest:D7}";
            return IossNumber.TryParse(text, out var number, out var fault) && fault == IossFault.None
                && IossNumber.TryParse(Encoding.ASCII.GetBytes(text), out var same, out _) && same == number
                && number.ToString() == text && number.MemberState == state && !number.IsEmpty
                && IossNumber.FromStored(number.ToStored()) == number;
        });

    [Fact]
    public void Exactly_the_twenty_seven_member_states_and_northern_ireland_are_known()
    {
        var known = Enumerable.Range(0, 1000).Where(s => IossNumber.TryParse($"IM{s:D3}1234567", out _, out _));

        Assert.Equal(States, known);
        Assert.Equal(28, States.Length);
    }

    [Theory]
    [InlineData("", IossFault.Length)]
    [InlineData("IM528123456", IossFault.Length)]
    [InlineData("IM52812345678", IossFault.Length)]
    [InlineData("IN5281234567", IossFault.Prefix)]
    [InlineData("im5281234567", IossFault.Prefix)]
    [InlineData("XM5281234567", IossFault.Prefix)]
    [InlineData("IM528123456A", IossFault.Digit)]
    [InlineData("IM528123 567", IossFault.Digit)]
    [InlineData("IM-281234567", IossFault.Digit)]
    [InlineData("IM5532027340", IossFault.Country)]
    [InlineData("IM0000000000", IossFault.Country)]
    [InlineData("IM8261234567", IossFault.Country)]
    public void Every_other_text_is_refused_with_its_reason(string text, IossFault expected)
    {
        Assert.False(IossNumber.TryParse(text, out var number, out var fault));
        Assert.Equal(expected, fault);
        Assert.True(number.IsEmpty);

        Assert.False(IossNumber.TryParse(Encoding.UTF8.GetBytes(text), out number, out fault));
        Assert.Equal(expected, fault);
        Assert.Equal("", number.ToString());
    }
}

public sealed class CodeTests
{
    [Fact]
    public void A_country_is_two_capital_letters() => Gen.Char['A', 'Z'].Array[2].Sample(letters =>
        CountryCode.TryParse(letters, out var code) && code.ToString() == new string(letters)
        && CountryCode.TryParse(Encoding.ASCII.GetBytes(letters), out var same) && same == code
        && CountryCode.FromStored(code.ToStored()) == code && !code.IsEmpty);

    [Fact]
    public void A_currency_is_three_capital_letters() => Gen.Char['A', 'Z'].Array[3].Sample(letters =>
        CurrencyCode.TryParse(letters, out var code) && code.ToString() == new string(letters)
        && CurrencyCode.TryParse(Encoding.ASCII.GetBytes(letters), out var same) && same == code
        && CurrencyCode.FromStored(code.ToStored()) == code && !code.IsEmpty);

    [Fact]
    public void An_additional_code_is_four_digits_or_capital_letters() =>
        Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"].Array[4].Sample(text =>
            AdditionalCode.TryParse(text, out var code) && code.ToString() == new string(text)
            && AdditionalCode.TryParse(Encoding.ASCII.GetBytes(text), out var same) && same == code && !code.IsEmpty);

    [Theory]
    [InlineData("")]
    [InlineData("N")]
    [InlineData("nl")]
    [InlineData("N1")]
    [InlineData("N ")]
    [InlineData("NL ")]
    [InlineData("NÉ")]
    public void Every_other_text_is_no_country(string text)
    {
        Assert.False(CountryCode.TryParse(text, out var code));
        Assert.False(CountryCode.TryParse(Encoding.Latin1.GetBytes(text), out _));
        Assert.True(code.IsEmpty);
        Assert.Equal("", code.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData("eur")]
    [InlineData("EU1")]
    [InlineData("€UR")]
    public void Every_other_text_is_no_currency(string text)
    {
        Assert.False(CurrencyCode.TryParse(text, out var code));
        Assert.False(CurrencyCode.TryParse(Encoding.Latin1.GetBytes(text), out _));
        Assert.True(code.IsEmpty);
        Assert.Equal("", code.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("890")]
    [InlineData("89000")]
    [InlineData("89-0")]
    [InlineData("b001")]
    [InlineData("890é")]
    public void Every_other_text_is_no_additional_code(string text)
    {
        Assert.False(AdditionalCode.TryParse(text, out var code));
        Assert.False(AdditionalCode.TryParse(Encoding.Latin1.GetBytes(text), out _));
        Assert.True(code.IsEmpty);
        Assert.Equal("", code.ToString());
    }

    [Fact]
    public void The_euro_is_a_currency_like_any_other()
    {
        Assert.True(CurrencyCode.TryParse("EUR", out var euro));
        Assert.Equal(CurrencyCode.Euro, euro);
    }
}

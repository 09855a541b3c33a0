// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using CsCheck;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Kernel;

public sealed class FixedPointTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 100)]
    [InlineData("12.5", 1250)]
    [InlineData("12.50", 1250)]
    [InlineData("12.5000000", 1250)]
    [InlineData("0.01", 1)]
    [InlineData(".5", 50)]
    [InlineData("0007", 700)]
    [InlineData("99999999999999.99", 9_999_999_999_999_999)]
    [InlineData("9999999999999999", 999_999_999_999_999_900)]
    public void Decimals_are_read_exactly(string text, long cents)
    {
        Assert.True(Money.TryParseCents(text, out var value));
        Assert.Equal(cents, value);
        Assert.True(Money.TryParseCents(Encoding.ASCII.GetBytes(text), out value));
        Assert.Equal(cents, value);
    }

    [Theory]
    [InlineData("", NumberFault.Empty)]
    [InlineData(".", NumberFault.Point)]
    [InlineData("1.", NumberFault.Point)]
    [InlineData("1.2.3", NumberFault.Point)]
    [InlineData("..1", NumberFault.Point)]
    [InlineData("-1", NumberFault.Character)]
    [InlineData("+1", NumberFault.Character)]
    [InlineData("1e3", NumberFault.Character)]
    [InlineData("1E-3", NumberFault.Character)]
    [InlineData("1,5", NumberFault.Character)]
    [InlineData("1 000", NumberFault.Character)]
    [InlineData(" 1", NumberFault.Character)]
    [InlineData("1 ", NumberFault.Character)]
    [InlineData("NaN", NumberFault.Character)]
    [InlineData("INF", NumberFault.Character)]
    [InlineData("0x1", NumberFault.Character)]
    [InlineData("½", NumberFault.Character)]
    [InlineData("٣", NumberFault.Character)]
    [InlineData("1.234", NumberFault.Decimals)]
    [InlineData("0.001", NumberFault.Decimals)]
    [InlineData("12345678901234567", NumberFault.Digits)]
    [InlineData("999999999999999.99", NumberFault.Digits)]
    [InlineData("00000000000000000000000000000000000000001", NumberFault.Digits)]
    public void Every_other_text_is_refused_with_its_reason(string text, NumberFault expected)
    {
        Assert.False(FixedPoint.TryParse(text, decimals: 2, maxDigits: 16, out var value, out var fault));
        Assert.Equal(expected, fault);
        Assert.Equal(0, value);

        Assert.False(FixedPoint.TryParse(Encoding.UTF8.GetBytes(text), decimals: 2, maxDigits: 16, out value,
            out fault));
        Assert.Equal(expected, fault);
        Assert.Equal(0, value);
        Assert.False(FixedPoint.TryParse(text, decimals: 2, maxDigits: 16, out _));
    }

    [Fact]
    public void A_number_with_four_hundred_digits_is_refused_wherever_they_stand()
    {
        foreach (var text in (string[])
            [new('9', 400), "0." + new string('0', 400), new string('0', 400) + "1", "1." + new string('3', 400)])
        {
            Assert.False(FixedPoint.TryParse(text, decimals: 6, maxDigits: 16, out var value, out var fault));
            Assert.Equal(NumberFault.Digits, fault);
            Assert.Equal(0, value);
        }
    }

    [Fact]
    public void A_quantity_that_passes_its_digits_but_not_the_scale_is_refused()
    {
        Assert.True(Quantity.TryParseMillionths("9223372036854.775807", out _) is false);
        Assert.True(Quantity.TryParseMillionths("9223372036854", out var millionths));
        Assert.Equal(9_223_372_036_854_000_000, millionths);
        Assert.False(FixedPoint.TryParse("9223372036855", decimals: 6, maxDigits: 16, out _, out var fault));
        Assert.Equal(NumberFault.Digits, fault);
    }

    [Fact]
    public void Any_amount_within_the_format_is_read_back() => Gen.Long[0, 9_999_999_999_999_999].Sample(cents =>
    {
        var text = (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        return Money.TryParseCents(text, out var back) && back == cents;
    });

    [Fact]
    public void Any_quantity_within_the_format_is_read_back() => Gen.Long[0, 9_999_999_999_999_999].Sample(millionths =>
    {
        var text = (millionths / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);
        return Quantity.TryParseMillionths(text, out var back) && back == millionths
            && Quantity.TryParseMillionths(Encoding.ASCII.GetBytes(text), out back) && back == millionths;
    });

    [Fact]
    public void No_text_makes_it_throw_and_bytes_answer_as_text() =>
        Gen.Char["0123456789.eE+- ,x"].Array[0, 60].Select(c => new string(c)).Sample(text =>
        {
            var fromText = FixedPoint.TryParse(text, 6, 16, out var value, out var fault);
            var fromBytes = FixedPoint.TryParse(Encoding.ASCII.GetBytes(text), 6, 16, out var same, out var sameFault);
            return fromText == fromBytes && value == same && fault == sameFault
                && fromText == (fault == NumberFault.None);
        });
}

public sealed class MoneyTests
{
    [Fact]
    public void Amounts_of_one_currency_add_up()
    {
        Assert.Equal(Money.Euro(375), Money.Euro(300) + Money.Euro(75));
        Assert.Equal("3.75 EUR", Money.Euro(375).ToString());
        Assert.Equal("-0.05 EUR", Money.Euro(-5).ToString());
    }

    [Fact]
    public void Two_currencies_are_never_added()
    {
        Assert.True(CurrencyCode.TryParse("USD", out var dollar));

        Assert.Throws<InvalidOperationException>(() => Money.Euro(1) + new Money(1, dollar));
        Assert.NotEqual(Money.Euro(1), new Money(1, dollar));
    }

    [Fact]
    public void A_sum_that_does_not_fit_is_an_error_and_never_wraps() =>
        Assert.Throws<OverflowException>(() => Money.Euro(long.MaxValue) + Money.Euro(1));
}

public sealed class QuantityTests
{
    [Fact]
    public void A_quantity_prints_without_zeros_that_say_nothing()
    {
        Assert.Equal("1.5 KGM", new Quantity(1_500_000, Quantity.Kilogram).ToString());
        Assert.Equal("0.000001 KGM", new Quantity(1, Quantity.Kilogram).ToString());
        Assert.Equal("12 NAR", new Quantity(12_000_000, "NAR").ToString());
    }

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("-1")]
    [InlineData("1.5 kg")]
    [InlineData("")]
    public void A_text_that_is_no_quantity_is_refused(string text)
    {
        Assert.False(Quantity.TryParseMillionths(text, out var millionths));
        Assert.False(Quantity.TryParseMillionths(Encoding.ASCII.GetBytes(text), out _));
        Assert.Equal(0, millionths);
    }

    [Fact]
    public void One_kilogram_is_not_one_piece() =>
        Assert.NotEqual(new Quantity(1_000_000, Quantity.Kilogram), new Quantity(1_000_000, "NAR"));
}

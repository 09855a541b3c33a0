// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff;

public sealed class LawOfTheDayTests
{
    private static readonly DateOnly LastDayOfTheRelief = new(2026, 6, 30);
    private static readonly DateOnly FirstDayOfTheFlatDuty = new(2026, 7, 1);

    [Fact]
    public void Article_23_of_1186_2009_ends_and_the_flat_duty_of_2026_382_begins_on_1_July_2026()
    {
        var before = LawEdition.BuiltIn.On(LastDayOfTheRelief);
        var after = LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty);

        Assert.Equal("yes", before.TextSetting("value-relief"));
        Assert.False(before.TryGetSetting("flat-duty-cents", out _));
        Assert.True(before.IsInList("h7-additional-procedure", "C07"));
        Assert.False(before.IsInList("h7-additional-procedure", "F53"));
        Assert.Equal("no", after.TextSetting("value-relief"));
        Assert.Equal(300, after.Setting("flat-duty-cents"));
        Assert.False(after.IsInList("h7-additional-procedure", "C07"));
        Assert.True(after.IsInList("h7-additional-procedure", "F53".AsSpan()));
    }

    [Fact]
    public void A_list_that_does_not_exist_has_no_codes()
    {
        var law = LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty);
        Assert.False(law.HasList("no-such-list"));
        Assert.False(law.IsInList("no-such-list", "A"));
        Assert.Empty(law.CodesOf("no-such-list"));
        Assert.Throws<InvalidDataException>(() => law.Setting("no-such-setting"));
    }

    [Theory]
    [InlineData("2026-01-31", 10_000, "USD", 8484)]
    [InlineData("2026-02-01", 10_000, "USD", 8519)]
    [InlineData("2026-01-31", 0, "USD", 0)]
    [InlineData("2026-01-31", 123, "EUR", 123)]
    public void Article_146_of_2015_2447_gives_one_rate_for_the_whole_month(
        string day, long cents, string currency, long expectedEuroCents)
    {
        var law = LawEdition.BuiltIn.On(DateOnly.ParseExact(day, "yyyy-MM-dd", null));
        Assert.True(CurrencyCode.TryParse(currency, out var code));
        Assert.True(law.TryToEuroCents(new Money(cents, code), out var euroCents));
        Assert.Equal(expectedEuroCents, euroCents);
    }

    [Fact]
    public void A_currency_without_a_rate_and_an_impossible_amount_are_not_converted()
    {
        var law = LawEdition.BuiltIn.On(FirstDayOfTheFlatDuty);
        Assert.True(CurrencyCode.TryParse("XAU", out var gold));
        Assert.True(CurrencyCode.TryParse("GBP", out var pound));
        Assert.False(law.TryToEuroCents(new Money(100, gold), out _));
        Assert.False(law.TryToEuroCents(new Money(long.MaxValue, pound), out _));
        Assert.True(law.TryToEuroCents(new Money(9_999_999_999_999_999, pound), out var euroCents));
        Assert.InRange(euroCents, 11_000_000_000_000_000, 12_000_000_000_000_000);
    }
}

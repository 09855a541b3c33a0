// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Tariff;

/// <summary>Implementing Regulation 2015/2447, art. 146.</summary>
public sealed class CustomsRatesTests
{
    [Theory]
    [InlineData(2026, 1, "2025-12-24")]
    [InlineData(2026, 2, "2026-01-21")]
    [InlineData(2026, 3, "2026-02-18")]
    [InlineData(2026, 4, "2026-03-18")]
    [InlineData(2025, 7, "2025-06-18")]
    [InlineData(2026, 12, "2026-11-18")]
    public void The_rate_of_a_month_is_fixed_on_the_second_last_Wednesday_of_the_month_before(
        int year, int month, string day)
    {
        var fixing = CustomsRates.FixingDayFor(year, month);
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", null), fixing);
    }

    [Fact]
    public void In_every_month_of_fifty_years_exactly_one_Wednesday_of_the_month_follows_the_fixing()
    {
        for (var first = new DateOnly(2000, 1, 1); first.Year < 2050; first = first.AddMonths(1))
        {
            var fixing = CustomsRates.FixingDayFor(first.Year, first.Month);
            Assert.Equal(DayOfWeek.Wednesday, fixing.DayOfWeek);
            Assert.Equal(first.AddMonths(-1).Month, fixing.AddDays(7).Month);
            Assert.Equal(first.Month, fixing.AddDays(14).Month);
        }
    }

    [Fact]
    public void The_rate_holds_from_the_first_to_the_last_day_of_the_month()
    {
        var validity = CustomsRates.ValidityOf(2026, 2);
        Assert.True(validity.Contains(new DateOnly(2026, 2, 1)));
        Assert.True(validity.Contains(new DateOnly(2026, 2, 28)));
        Assert.False(validity.Contains(new DateOnly(2026, 1, 31)));
        Assert.False(validity.Contains(new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void The_published_rates_of_the_law_of_the_program_name_that_Wednesday_and_that_month()
    {
        var rows = LawEdition.BuiltIn.Table("tariff.exchange_rates")
            .Where(row => row["ground"].Contains("; ECB ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var from = row.Validity.From;
            Assert.EndsWith(
                CustomsRates.FixingDayFor(from.Year, from.Month).ToString("yyyy-MM-dd", null), row["ground"]);
            Assert.Equal(CustomsRates.ValidityOf(from.Year, from.Month), row.Validity);
        }
    }
}

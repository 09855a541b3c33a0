// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Kernel;

public sealed class DutchTimeTests
{
    [Theory]
    [InlineData("2026-06-30T21:30:00Z", "2026-06-30")]
    [InlineData("2026-06-30T21:59:59.999999Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    [InlineData("2026-06-30T22:30:00Z", "2026-07-01")]
    [InlineData("2026-06-30T23:30:00+02:00", "2026-06-30")]
    [InlineData("2026-07-01T00:30:00+02:00", "2026-07-01")]
    [InlineData("2026-07-01T07:30:00+09:00", "2026-07-01")]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-25T21:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void An_instant_has_the_civil_date_of_the_netherlands(string instant, string date)
    {
        var moment = DateTimeOffset.Parse(instant, null);

        Assert.Equal(DateOnly.Parse(date, null), DutchTime.DateOf(moment));
        Assert.Equal(DateOnly.Parse(date, null), DutchTime.DateOf(DutchTime.ToMicroseconds(moment)));
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", 1)]
    [InlineData("2026-03-29T01:00:00Z", 2)]
    [InlineData("2026-10-25T00:59:59Z", 2)]
    [InlineData("2026-10-25T01:00:00Z", 1)]
    public void The_clock_changes_at_one_o_clock_universal_time(string instant, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), DutchTime.ToDutch(DateTimeOffset.Parse(instant, null)).Offset);

    [Theory]
    [InlineData("2026-06-30", 24)]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    public void A_day_has_twenty_four_hours_except_when_the_clock_changes(string date, int hours)
    {
        var day = DateOnly.Parse(date, null);

        Assert.Equal(hours * 3_600_000_000L, DutchTime.StartOf(day.AddDays(1)) - DutchTime.StartOf(day));
    }

    [Fact]
    public void A_day_begins_at_its_first_microsecond() =>
        Gen.Int[0, 40_000].Select(new DateOnly(1980, 1, 1).AddDays).Sample(day =>
            DutchTime.DateOf(DutchTime.StartOf(day)) == day
            && DutchTime.DateOf(DutchTime.StartOf(day) - 1) == day.AddDays(-1));

    [Fact]
    public void Microseconds_come_back_exactly_also_before_1970() =>
        Gen.Long[-60_000_000_000_000_000, 250_000_000_000_000_000].Sample(microseconds =>
            DutchTime.ToMicroseconds(DutchTime.FromMicroseconds(microseconds)) == microseconds);

    [Fact]
    public void The_part_below_a_microsecond_is_dropped_and_never_rounded_up()
    {
        var epoch = DateTimeOffset.UnixEpoch;

        Assert.Equal(0, DutchTime.ToMicroseconds(epoch.AddTicks(9)));
        Assert.Equal(1, DutchTime.ToMicroseconds(epoch.AddTicks(10)));
        Assert.Equal(0, DutchTime.ToMicroseconds(epoch));
    }

    [Fact]
    public void Now_is_what_the_clock_given_says()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 30, 22, 30, 0, TimeSpan.Zero));

        Assert.Equal(DutchTime.ToMicroseconds(clock.GetUtcNow()), clock.NowMicroseconds());
        Assert.Equal(new DateOnly(2026, 7, 1), DutchTime.DateOf(clock.NowMicroseconds()));
    }

    [Fact]
    public void An_instant_outside_all_calendars_is_an_error_of_the_program()
    {
        Assert.ThrowsAny<ArithmeticException>(() => DutchTime.FromMicroseconds(long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => DutchTime.FromMicroseconds(long.MaxValue / 10));
    }
}

public sealed class PeriodTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);

    [Fact]
    public void A_period_holds_its_first_day_and_not_its_last_bound()
    {
        var period = new Period(Day, Day.AddDays(2));

        Assert.False(period.Contains(Day.AddDays(-1)));
        Assert.True(period.Contains(Day));
        Assert.True(period.Contains(Day.AddDays(1)));
        Assert.False(period.Contains(Day.AddDays(2)));
    }

    [Fact]
    public void A_period_without_end_holds_every_later_day()
    {
        Assert.True(new Period(Day).Contains(DateOnly.MaxValue));
        Assert.False(new Period(Day).Contains(Day.AddDays(-1)));
    }

    [Fact]
    public void A_period_that_ends_where_it_begins_holds_nothing()
    {
        Assert.False(new Period(Day, Day).Contains(Day));
        Assert.False(new Period(Day, Day.AddDays(-1)).Contains(Day.AddDays(-1)));
    }

    [Fact]
    public void Two_periods_that_touch_share_no_day() => Gen.Int[-400, 400].Sample(offset =>
        new Period(DateOnly.MinValue, Day).Contains(Day.AddDays(offset))
        != new Period(Day).Contains(Day.AddDays(offset)));
}

public sealed class InvariantTests
{
    [Fact]
    public void A_promise_that_holds_says_nothing() => Invariant.Holds(true, "one is one");

    [Fact]
    public void A_broken_promise_stops_the_work_and_says_which() => Assert.Equal(
        "balance >= 0", Assert.Throws<InvariantException>(() => Invariant.Holds(false, "balance >= 0")).Message);
}

public sealed class ProblemTests
{
    [Fact]
    public void A_problem_carries_values_and_no_sentence()
    {
        var problem = new Problem("kernel.test.only", Severity.Reject, "18 04 001 000", "/Declaration", "120", "150");

        Assert.Equal(["120", "150"], problem.Arguments);
        Assert.Empty(new Problem("kernel.test.only", Severity.Warn).Arguments);
    }

    [Fact]
    public void Severities_ascend_so_that_the_worst_is_the_greatest() =>
        Assert.Equal(Severity.Reject, new[] { Severity.Manual, Severity.Reject, Severity.Warn }.Max());
}

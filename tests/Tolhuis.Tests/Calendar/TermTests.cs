// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using CsCheck;
using Tolhuis.Calendar;
using Tolhuis.Calendar.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Calendar;

/// <summary>Regulation (EEC, Euratom) 1182/71 article 3, paragraph by paragraph.</summary>
public sealed class TermTests
{
    private static readonly ICalendar Calendar = CalendarModule.Create();
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 1400].Select(new DateOnly(2027, 1, 1).AddDays);
    private static readonly Gen<Term> Terms =
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 3], (count, unit) => new Term(count, (TermUnit)unit));

    [Fact]
    public void The_day_of_the_event_is_not_counted()
    {
        Assert.Equal(Date("2026-07-07"), Calendar.LastDay(Date("2026-07-06"), Term.Days(1)));
        Assert.Equal(Date("2026-07-16"), Calendar.LastDay(Date("2026-07-06"), Term.Days(10)));
        Assert.Equal(Date("2026-07-30"), Calendar.LastDay(Date("2026-06-30"), Term.Days(30)));
    }

    [Fact]
    public void A_term_in_weeks_ends_on_the_same_day_of_the_week() =>
        Assert.Equal(Date("2026-07-21"), Calendar.LastDay(Date("2026-07-07"), Term.Weeks(2)));

    [Theory]
    [InlineData("2026-06-30", 1, "2026-07-30")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2029-01-31", 1, "2029-02-28")]
    [InlineData("2026-08-31", 1, "2026-09-30")]
    [InlineData("2026-02-28", 1, "2026-03-30")]
    public void A_term_in_months_ends_on_the_same_date_or_the_last_of_the_month(
        string day, int months, string expected) =>
        Assert.Equal(Date(expected), Calendar.LastDay(Date(day), Term.Months(months)));

    [Theory]
    [InlineData("2026-06-30", 3, "2029-07-02")]
    [InlineData("2028-02-29", 1, "2029-02-28")]
    [InlineData("2027-07-01", 5, "2032-07-01")]
    public void A_term_in_years_ends_on_the_same_date(string day, int years, string expected) =>
        Assert.Equal(Date(expected), Calendar.LastDay(Date(day), Term.Years(years)));

    [Theory]
    [InlineData("2026-07-03", 1, "2026-07-06")]
    [InlineData("2026-06-24", 10, "2026-07-06")]
    [InlineData("2026-03-24", 10, "2026-04-07")]
    [InlineData("2026-04-17", 10, "2026-04-28")]
    [InlineData("2026-12-15", 10, "2026-12-28")]
    [InlineData("2026-12-22", 10, "2027-01-04")]
    public void A_last_day_that_is_no_working_day_moves_to_the_next_one(string day, int days, string expected) =>
        Assert.Equal(Date(expected), Calendar.LastDay(Date(day), Term.Days(days)));

    [Theory]
    [InlineData("2026-07-03", 2, "2026-07-07")]
    [InlineData("2026-07-02", 2, "2026-07-06")]
    [InlineData("2026-07-03", 3, "2026-07-07")]
    [InlineData("2026-04-02", 4, "2026-04-08")]
    [InlineData("2026-12-24", 3, "2026-12-29")]
    public void Two_days_or_more_hold_two_working_days(string day, int days, string expected) =>
        Assert.Equal(Date(expected), Calendar.LastDay(Date(day), Term.Days(days)));

    [Fact]
    public void Working_days_count_alone_where_the_law_says_so()
    {
        Assert.Equal(Date("2026-07-08"), Calendar.LastDay(Date("2026-07-03"), Term.WorkingDays(3)));
        Assert.Equal(Date("2026-04-07"), Calendar.LastDay(Date("2026-04-02"), Term.WorkingDays(1)));
        Assert.Equal(Date("2026-04-02"), Calendar.FirstDay(Date("2026-04-08"), Term.WorkingDays(2)));
    }

    [Fact]
    public void A_term_counted_back_does_not_move_for_a_weekend_or_holiday()
    {
        Assert.Equal(Date("2026-07-04"), Calendar.FirstDay(Date("2026-07-14"), Term.Days(10)));
        Assert.Equal(Date("2026-04-27"), Calendar.FirstDay(Date("2026-05-11"), Term.Weeks(2)));
        Assert.Equal(Date("2028-02-29"), Calendar.FirstDay(Date("2028-03-31"), Term.Months(1)));
    }

    [Fact]
    public void A_term_counted_back_over_a_weekend_still_holds_two_working_days() =>
        Assert.Equal(Date("2026-07-02"), Calendar.FirstDay(Date("2026-07-06"), Term.Days(2)));

    [Theory]
    [InlineData("2026-07-06", "2026-07-07T22:00:00Z")]
    [InlineData("2026-12-01", "2026-12-02T23:00:00Z")]
    public void A_term_is_over_at_midnight_in_the_netherlands(string day, string end) =>
        Assert.Equal(
            DutchTime.ToMicroseconds(DateTimeOffset.Parse(end, null)), Calendar.EndOf(Date(day), Term.Days(1)));

    [Fact]
    public void A_last_day_is_always_a_working_day_after_the_event() => Gen.Select(Days, Terms).Sample((day, term) =>
        Calendar.IsWorkingDay(Calendar.LastDay(day, term)) && Calendar.LastDay(day, term) > day);

    [Fact]
    public void A_later_event_never_ends_earlier() => Gen.Select(Days, Terms).Sample((day, term) =>
        Calendar.LastDay(day.AddDays(1), term) >= Calendar.LastDay(day, term)
        && Calendar.FirstDay(day.AddDays(1), term) >= Calendar.FirstDay(day, term));

    [Fact]
    public void Two_working_days_lie_within_every_term_of_two_days_or_more() =>
        Gen.Select(Days, Terms).Where((_, term) => term.IsTwoDaysOrMore).Sample((day, term) =>
            WorkingDays(day.AddDays(1), Calendar.LastDay(day, term)) >= 2
            && WorkingDays(Calendar.FirstDay(day, term), day.AddDays(-1)) >= 2);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void A_term_without_length_or_without_bound_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Term.Days(count));

    [Fact]
    public void A_term_in_an_unknown_unit_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Term(1, (TermUnit)9));

    [Fact]
    public void A_term_without_length_is_never_counted()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.LastDay(Date("2026-07-06"), default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.FirstDay(Date("2026-07-06"), default));
    }

    private static int WorkingDays(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Count(i => Calendar.IsWorkingDay(from.AddDays(i)));

    private static DateOnly Date(string day) => DateOnly.Parse(day, null);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Calendar;
using Tolhuis.Calendar.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Calendar;

public sealed class CalendarTests
{
    private static readonly ICalendar Calendar = CalendarModule.Create();

    [Theory]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-04", false)]
    [InlineData("2026-07-05", false)]
    [InlineData("2026-04-03", false)]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-04-27", false)]
    [InlineData("2026-05-04", true)]
    [InlineData("2026-05-05", false)]
    [InlineData("2026-05-14", false)]
    [InlineData("2026-05-15", true)]
    [InlineData("2026-05-25", false)]
    [InlineData("2026-12-24", true)]
    [InlineData("2026-12-25", false)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Weekends_and_public_holidays_are_no_working_days(string day, bool expected) =>
        Assert.Equal(expected, Calendar.IsWorkingDay(Date(day)));

    [Fact]
    public void A_holiday_has_its_name_in_both_languages_and_its_ground()
    {
        Assert.Equal(
            new Holiday(Date("2026-04-03"), "Goede Vrijdag", "Good Friday", "Algemene termijnenwet art. 3(2)"),
            Calendar.HolidayOn(Date("2026-04-03")));
        Assert.Null(Calendar.HolidayOn(Date("2026-07-05")));
    }

    [Fact]
    public void Kings_day_is_a_saturday_where_the_27th_of_april_is_a_sunday()
    {
        Assert.Equal("King's Day", Calendar.HolidayOn(Date("2025-04-26"))?.NameEn);
        Assert.Null(Calendar.HolidayOn(Date("2025-04-27")));
        Assert.Equal("King's Day", Calendar.HolidayOn(Date("2031-04-26"))?.NameEn);
    }

    [Fact]
    public void Every_year_of_the_table_has_the_nine_holidays_that_follow_from_easter()
    {
        for (var year = 2025; year <= 2032; year++)
        {
            var easter = Easter(year);
            DateOnly[] expected =
            [
                new(year, 1, 1), easter.AddDays(-2), easter.AddDays(1), KingsDay(year), new(year, 5, 5),
                easter.AddDays(39), easter.AddDays(50), new(year, 12, 25), new(year, 12, 26),
            ];

            var days = HolidayTable.Shipped().Select(h => h.Day).Where(d => d.Year == year);
            Assert.Equal(expected.Order(), days);
        }

        Assert.Equal(new Period(Date("2025-01-01"), Date("2033-01-01")), Calendar.Coverage);
    }

    [Theory]
    [InlineData("2024-12-31")]
    [InlineData("2033-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_outside_the_table_is_never_guessed(string day)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsWorkingDay(Date(day)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.HolidayOn(Date(day)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.LastDay(Date(day), Term.Days(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.FirstDay(Date(day), Term.Days(1)));
    }

    [Fact]
    public void A_term_that_runs_out_of_the_table_is_never_guessed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.LastDay(Date("2031-07-01"), Term.Years(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.FirstDay(Date("2025-01-02"), Term.Weeks(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.LastDay(Date("2032-12-31"), Term.Days(1)));
    }

    [Theory]
    [InlineData("2026-07-03", "2026-07-06")]
    [InlineData("2026-04-02", "2026-04-07")]
    [InlineData("2026-12-24", "2026-12-28")]
    public void The_next_working_day_skips_weekends_and_holidays(string day, string expected) =>
        Assert.Equal(Date(expected), Calendar.NextWorkingDay(Date(day)));

    [Fact]
    public void The_host_gets_one_calendar()
    {
        using var services = new ServiceCollection().AddCalendar().BuildServiceProvider();

        Assert.Same(services.GetRequiredService<ICalendar>(), services.GetRequiredService<ICalendar>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("day,name_nl,name_en\n")]
    [InlineData("day,name_nl,name_en,ground\n2026-01-01,Nieuwjaarsdag,New Year's Day")]
    [InlineData("day,name_nl,name_en,ground\n2026-01-01,Nieuwjaarsdag,,Wet")]
    [InlineData("day,name_nl,name_en,ground\n1-1-2026,Nieuwjaarsdag,New Year's Day,Wet")]
    [InlineData("day,name_nl,name_en,ground\n2026-01-02,A,A,Wet\n2026-01-01,B,B,Wet")]
    [InlineData("day,name_nl,name_en,ground\n2026-01-01,A,A,Wet\n2026-01-01,B,B,Wet")]
    public void A_table_that_is_not_whole_is_refused(string table) =>
        Assert.Throws<InvariantException>(() => HolidayTable.Read(new StringReader(table)));

    [Fact]
    public void A_table_without_rows_or_with_a_missing_year_makes_no_calendar()
    {
        Holiday In(int year) => new(new DateOnly(year, 1, 1), "A", "A", "Wet");

        Assert.Throws<InvariantException>(() => new DutchCalendar([]));
        Assert.Throws<InvariantException>(() => new DutchCalendar([In(2026), In(2028)]));
    }

    private static DateOnly Date(string day) => DateOnly.Parse(day, null);

    private static DateOnly KingsDay(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }

    // Gauss's method as corrected for the Gregorian calendar (Meeus); independent of how the table was made.
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year % 4, c = year % 7;
        int century = year / 100, p = (13 + 8 * century) / 25, q = century / 4;
        int m = (15 - p + century - q) % 30, n = (4 + century - q) % 7;
        int d = (19 * a + m) % 30, e = (2 * b + 4 * c + 6 * d + n) % 7;
        var day = new DateOnly(year, 3, 22).AddDays(d + e);
        if (day == new DateOnly(year, 4, 26) || (day == new DateOnly(year, 4, 25) && d == 28 && e == 6 && a > 10))
            day = day.AddDays(-7);
        return day;
    }
}

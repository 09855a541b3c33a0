// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Calendar.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Calendar;

/// <summary>
/// The calendar over a table of holidays. Immutable, so shared by all threads. Invariants: coverage is whole years, and
/// every
/// holiday lies inside it.
/// </summary>
internal sealed class DutchCalendar : ICalendar
{
    private readonly Dictionary<DateOnly, Holiday> _holidays;

    public DutchCalendar(IReadOnlyCollection<Holiday> holidays)
    {
        Invariant.Holds(holidays.Count > 0, "a calendar has holidays");
        _holidays = holidays.ToDictionary(h => h.Day);
        var years = holidays.Select(h => h.Day.Year).Distinct().Order().ToList();
        Invariant.Holds(years[^1] - years[0] + 1 == years.Count, "the years of the holidays follow each other");
        Coverage = new Period(new DateOnly(years[0], 1, 1), new DateOnly(years[^1] + 1, 1, 1));
    }

    public Period Coverage { get; }

    public bool IsWorkingDay(DateOnly day)
    {
        RequireCovered(day);
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.ContainsKey(day);
    }

    public Holiday? HolidayOn(DateOnly day)
    {
        RequireCovered(day);
        return _holidays.GetValueOrDefault(day);
    }

    public DateOnly NextWorkingDay(DateOnly day) => WorkingDayFrom(day.AddDays(1));

    public DateOnly LastDay(DateOnly dayOfEvent, Term term)
    {
        RequireCounted(dayOfEvent, term);
        if (term.Unit == TermUnit.WorkingDays)
            return CountWorkingDays(dayOfEvent, term.Count, step: 1);
        var last = WorkingDayFrom(Shift(dayOfEvent, term, +1));
        if (!term.IsTwoDaysOrMore)
            return last;
        var second = CountWorkingDays(dayOfEvent, 2, step: 1);
        return second > last ? second : last;
    }

    public DateOnly FirstDay(DateOnly dayOfEvent, Term term)
    {
        RequireCounted(dayOfEvent, term);
        if (term.Unit == TermUnit.WorkingDays)
            return CountWorkingDays(dayOfEvent, term.Count, step: -1);
        var first = Shift(dayOfEvent, term, -1);
        RequireCovered(first);
        if (!term.IsTwoDaysOrMore)
            return first;
        var second = CountWorkingDays(dayOfEvent, 2, step: -1);
        return second < first ? second : first;
    }

    public long EndOf(DateOnly dayOfEvent, Term term) => DutchTime.StartOf(LastDay(dayOfEvent, term).AddDays(1));

    private static DateOnly Shift(DateOnly day, Term term, int direction) => term.Unit switch
    {
        TermUnit.Days => day.AddDays(direction * term.Count),
        TermUnit.Weeks => day.AddDays(direction * term.Count * 7),
        TermUnit.Months => day.AddMonths(direction * term.Count),
        TermUnit.Years => day.AddYears(direction * term.Count),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "A term has days, weeks, months or years."),
    };

    private DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    private DateOnly CountWorkingDays(DateOnly dayOfEvent, int count, int step)
    {
        var day = dayOfEvent;
        while (count > 0)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
                count--;
        }

        return day;
    }

    private void RequireCounted(DateOnly dayOfEvent, Term term)
    {
        RequireCovered(dayOfEvent);
        // The default value of Term has no length, and would make every deadline the day of the event.
        ArgumentOutOfRangeException.ThrowIfZero(term.Count, nameof(term));
    }

    private void RequireCovered(DateOnly day)
    {
        if (!Coverage.Contains(day))
            throw new ArgumentOutOfRangeException(nameof(day), day, $"Holidays are known for {Coverage} only.");
    }
}

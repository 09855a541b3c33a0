// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Calendar.Contract;

/// <summary>A day that is no working day by law, with the article that says so.</summary>
/// <param name="Ground">Legal ground, e.g. Algemene termijnenwet art. 3(1).</param>
public sealed record Holiday(DateOnly Day, string NameNl, string NameEn, string Ground);

/// <summary>
/// Civil dates in Europe/Amsterdam, Dutch working days and terms after Regulation (EEC, Euratom) 1182/71. Pure: no
/// answer
/// depends on the present moment. Every question about a day outside <see cref="Coverage"/> throws
/// <see cref="ArgumentOutOfRangeException"/>, because a guessed holiday would make a wrong deadline.
/// </summary>
public interface ICalendar
{
    /// <summary>The whole years of which the holidays are known.</summary>
    Period Coverage { get; }

    /// <summary>
    /// True for every day other than Saturdays, Sundays and public holidays (Reg. 1182/71 art. 2(2)).
    /// </summary>
    bool IsWorkingDay(DateOnly day);

    /// <summary>The public holiday on a day, or null.</summary>
    Holiday? HolidayOn(DateOnly day);

    /// <summary>The first working day after a day; the day itself is not counted.</summary>
    DateOnly NextWorkingDay(DateOnly day);

    /// <summary>
    /// The last day of a term that runs from an event; it ends at 24:00 Dutch time. The day of the event is not counted
    /// (art. 3(1)); a last day that is no working day moves to the next working day (art. 3(4)); two days or more hold
    /// at
    /// least two working days (art. 3(5)).
    /// </summary>
    DateOnly LastDay(DateOnly dayOfEvent, Term term);

    /// <summary>
    /// The first day of a term counted back from an event, which begins at 0:00 Dutch time: for "at least 14 days
    /// before".
    /// Does not move for a holiday or weekend (art. 3(4), second sentence), but holds two working days (art. 3(5)).
    /// </summary>
    DateOnly FirstDay(DateOnly dayOfEvent, Term term);

    /// <summary>The instant, in microseconds UTC, at which the term is over: the first that is too late.</summary>
    long EndOf(DateOnly dayOfEvent, Term term);
}

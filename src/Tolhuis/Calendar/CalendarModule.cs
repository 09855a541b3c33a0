// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Calendar.Contract;

namespace Tolhuis.Calendar;

/// <summary>Door of the module: what the host takes from it. It has no tables, jobs or permissions.</summary>
public static class CalendarModule
{
    /// <summary>The calendar that comes with the program; made anew at each call, so keep it.</summary>
    public static ICalendar Create() => new DutchCalendar(HolidayTable.Shipped());

    /// <summary>Adds the calendar as one instance for the whole program.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services) =>
        services.AddSingleton<ICalendar>(_ => Create());
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Calendar.Contract;

/// <summary>In what a legal term is expressed. Terms in hours are instants and need no calendar.</summary>
public enum TermUnit : byte
{
    /// <summary>Every day counts, holidays too (Reg. 1182/71 art. 3(3)).</summary>
    Days,

    /// <summary>Only working days count, where the law says so.</summary>
    WorkingDays,

    /// <summary>Ends on the same day of the week as the event (art. 3(2)(c)).</summary>
    Weeks,

    /// <summary>Ends on the same date, or on the last day of a month that lacks it (art. 3(2)(c)).</summary>
    Months,

    /// <summary>As months; 29 February ends on 28 February.</summary>
    Years,
}

/// <summary>
/// Length of a legal term, e.g. thirty days to be heard (Delegated Regulation 2015/2446 art. 8) or three years to
/// notify a
/// debt (Regulation 952/2013 art. 103). At least 1, at most 10,000 of its unit.
/// </summary>
public readonly record struct Term
{
    public const int MaxCount = 10_000;

    public Term(int count, TermUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)unit, (byte)TermUnit.Years, nameof(unit));
        (Count, Unit) = (count, unit);
    }

    public int Count { get; }

    public TermUnit Unit { get; }

    public static Term Days(int count) => new(count, TermUnit.Days);

    public static Term WorkingDays(int count) => new(count, TermUnit.WorkingDays);

    public static Term Weeks(int count) => new(count, TermUnit.Weeks);

    public static Term Months(int count) => new(count, TermUnit.Months);

    public static Term Years(int count) => new(count, TermUnit.Years);

    /// <summary>True for two days or more, which must hold two working days (Reg. 1182/71 art. 3(5)).</summary>
    public bool IsTwoDaysOrMore => Count >= 2 || Unit >= TermUnit.Weeks;

    public override string ToString() => string.Create(null, $"{Count} {Unit}");
}

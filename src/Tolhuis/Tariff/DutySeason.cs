// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

internal enum DutyTermKind : byte
{
    Percent,
    Specific,

    /// <summary>EA: the agricultural component of the Meursing table.</summary>
    AgriculturalComponent,

    /// <summary>AD S/Z: the additional duty on sugar.</summary>
    SugarAddition,

    /// <summary>AD F/M: the additional duty on flour.</summary>
    FlourAddition,

    EntryPrice,
}

/// <summary>One term of a duty; the amount is in ten-thousandths of a per cent or of a euro.</summary>
internal readonly record struct DutyTerm(DutyTermKind Kind, long Amount, DutyUnit? Unit, bool IsReduction)
{
    private const int DecimalsOfAmount = 10_000;

    public bool NeedsPerson => Kind is not (DutyTermKind.Percent or DutyTermKind.Specific);

    public override string ToString() => Kind switch
    {
        DutyTermKind.Percent => $"{Number}%",
        DutyTermKind.Specific => $"{Number} EUR / {Unit!.Text}",
        DutyTermKind.AgriculturalComponent => "EA",
        DutyTermKind.SugarAddition => "ADSZ",
        DutyTermKind.FlourAddition => "ADFM",
        _ => "Entry Price",
    };

    private string Number => ((decimal)Amount / DecimalsOfAmount).ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>Days of the year from one to another, both included; over New Year if the second comes first.</summary>
internal readonly record struct SeasonSpan(int FromMonth, int FromDay, int UntilMonth, int UntilDay)
{
    private static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>All days of a leap year.</summary>
    public static IEnumerable<DateOnly> Days =>
        Enumerable.Range(0, 366).Select(day => new DateOnly(2028, 1, 1).AddDays(day));

    /// <summary>February has no 30th; the 31st of a month of 30 days is how the tariff writes its last day.</summary>
    public bool IsPossible => !(FromMonth == 2 && FromDay > 29 || UntilMonth == 2 && UntilDay > 29);

    public static int MonthOf(ReadOnlySpan<char> letters)
    {
        for (var i = 0; i < Months.Length; i++)
        {
            if (letters.Length >= 3 && letters[..3].SequenceEqual(Months[i]))
                return i + 1;
        }

        return 0;
    }

    public bool Holds(DateOnly day)
    {
        var (at, from, until) = (day.Month * 100 + day.Day, FromMonth * 100 + FromDay, UntilMonth * 100 + UntilDay);
        return from <= until ? at >= from && at <= until : at >= from || at <= until;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{FromDay:00} {Months[FromMonth - 1]}-{UntilDay:00} {Months[UntilMonth - 1]}");
}

/// <summary>What holds in a part of the year, or all year: a sum, its minimum and its maximum.</summary>
internal sealed record DutySeason(DutyTerm[] Sum, DutyTerm[] Least, DutyTerm[] Most, SeasonSpan[] Spans)
{
    // Far above any consignment; what is added to it still fits.
    private const long MaxCents = 100_000_000_000_000;

    public IEnumerable<DutyTerm> Terms => Sum.Concat(Least).Concat(Most);

    public bool NeedsPerson { get; } =
        Array.Exists(Sum, t => t.NeedsPerson) || Array.Exists(Least, t => t.NeedsPerson)
        || Array.Exists(Most, t => t.NeedsPerson);

    public bool Holds(DateOnly day)
    {
        // A loop, since a lambda would allocate for every line.
        foreach (var span in Spans)
        {
            if (span.Holds(day))
                return true;
        }

        return Spans.Length == 0;
    }

    public DutyAmount Evaluate(in DutyQuantities quantities, long unitCents, RoundingDirection rounding)
    {
        if (NeedsPerson)
            return new DutyAmount(DutyOutcome.NeedsPerson, 0, "");
        if (!TrySum(Sum, quantities, out var parts, out var missing)
            || !TrySum(Least, quantities, out var least, out missing)
            || !TrySum(Most, quantities, out var most, out missing))
            return new DutyAmount(DutyOutcome.MissingQuantity, 0, missing);
        parts = Int128.Max(parts, least);
        if (Most.Length > 0)
            parts = Int128.Min(parts, most);
        var divisor = (Int128)DutyExpression.PartsPerCent * unitCents;
        var units = (parts + rounding switch
        {
            RoundingDirection.HalfUp => divisor / 2,
            RoundingDirection.Up => divisor - 1,
            _ => 0,
        }) / divisor;
        return units > MaxCents / unitCents
            ? new DutyAmount(DutyOutcome.TooLarge, 0, "")
            : new DutyAmount(DutyOutcome.Determined, (long)units * unitCents, "");
    }

    public override string ToString() => Text(Sum)
        + (Least.Length > 0 ? $" MIN {Text(Least)}" : "")
        + (Most.Length > 0 ? $" MAX {Text(Most)}" : "")
        + (Spans.Length > 0 ? $" ({string.Join(", ", Spans)})" : "");

    private static string Text(DutyTerm[] sum) => string.Concat(
        sum.Select((term, i) => i == 0 ? term.ToString() : $" {(term.IsReduction ? '-' : '+')} {term}"));

    // A reduction never turns a duty into a payment.
    private static bool TrySum(
        DutyTerm[] sum, in DutyQuantities quantities, out Int128 parts, out string missing)
    {
        parts = 0;
        missing = "";
        foreach (var term in sum)
        {
            Int128 ofTerm;
            if (term.Kind == DutyTermKind.Percent)
            {
                ofTerm = (Int128)quantities.ValueCents * term.Amount * 100_000;
            }
            else if (term.Unit!.TryQuantity(quantities, out var millionths))
            {
                ofTerm = millionths * term.Amount * 1000 / term.Unit.Size;
            }
            else
            {
                missing = term.Unit.Text;
                return false;
            }

            parts += term.IsReduction ? -ofTerm : ofTerm;
        }

        parts = Int128.Max(parts, 0);
        return true;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Controls.Contract;

/// <summary>What ended controls of one declarant showed, for one kind of reason.</summary>
/// <param name="Kind">See Risk: 1 mandatory, 2 sample, 3 profile.</param>
/// <param name="Ended">Lines whose control ended with an examination: in order or not.</param>
/// <param name="NotInOrder">Of these, not in order.</param>
/// <param name="Simulated">Of these, found by an actor of the demo's simulation.</param>
/// <param name="DifferenceCents">Duty and VAT at the end less as declared.</param>
public sealed record DeclarantResults(
    long DeclarantId, int Kind, long Ended, long NotInOrder, long Simulated, long DifferenceCents)
{
    // The 97.5 % point of the normal distribution.
    private const double Z = 1.959964;

    /// <summary>
    /// Between which shares the share not in order lies with a confidence of 95 % (Wilson 1927), which also holds for
    /// few controls and for none not in order; null without controls. Says something of what the declarant lodges only
    /// for the random sample.
    /// </summary>
    public (double Low, double High)? Bounds()
    {
        if (Ended == 0)
            return null;
        double n = Ended;
        var share = NotInOrder / n;
        var middle = share + Z * Z / (2 * n);
        var half = Z * Math.Sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        var whole = 1 + Z * Z / n;
        return (Math.Max(0, (middle - half) / whole), Math.Min(1, (middle + half) / whole));
    }
}

/// <summary>Orders without an end, by the time since they were ordered; each count stops at 10,000.</summary>
public sealed record OpenByAge(long WithinHour, long WithinDay, long WithinWeek, long Older);

/// <summary>What controls of declarants showed.</summary>
public interface IControlResults
{
    /// <summary>
    /// Of these declarants by kind, over controls that ended in a period of Dutch days. One of whom no control ended
    /// is left out.
    /// </summary>
    /// <param name="until">First day after the period.</param>
    IReadOnlyList<DeclarantResults> ByDeclarant(DateOnly from, DateOnly until, IReadOnlyCollection<long> declarants);

    /// <param name="now">Microseconds since 1970 UTC.</param>
    OpenByAge OpenByAge(long now);
}

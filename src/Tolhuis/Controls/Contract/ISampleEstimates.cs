// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;

namespace Tolhuis.Controls.Contract;

/// <summary>Bounds of a share at a confidence of 95 %; both 0 to 1.</summary>
public readonly record struct ShareInterval(double Low, double High);

/// <summary>What the random sample found in one stratum: a data set and an enforcement area.</summary>
/// <param name="Area">Code of the table <c>risk.areas</c>.</param>
/// <param name="Weight">Its share of the lines declared in the period, 0 to 1.</param>
/// <param name="Drawn">Lines that the sample drew; also those that were selected for another reason too.</param>
/// <param name="Examined">Of these, lines with a finding that says whether they were in order.</param>
/// <param name="Wrong">Of the examined ones, those not in order.</param>
/// <param name="NotPossible">Drawn and looked for, but the examination was not possible.</param>
/// <param name="Settled">Of the wrong ones, those whose declaration left control, so that the money is known.</param>
/// <param name="DifferenceCents">What the settled ones brought: duty and VAT at the end less as declared.</param>
public sealed record SampleStratum(
    DataSet DataSet, string Area, double Weight, long Drawn, long Examined, long Wrong, long NotPossible, long Settled,
    long DifferenceCents)
{
    /// <summary>Share that is wrong, exact by Clopper and Pearson; null while nothing was examined.</summary>
    public ShareInterval? Interval { get; init; }

    /// <summary>Drawn and not examined: still open, not possible, or ended without.</summary>
    public long NotExamined => Drawn - Examined;
}

/// <summary>
/// How much of all traffic is wrong, by the random sample alone: between two bounds, over the lines accepted in a
/// period of Dutch days.
/// </summary>
/// <param name="Since">Instant of the oldest order of the sample in the period; null without any.</param>
/// <param name="Lines">Lines accepted in the period, drawn or not.</param>
/// <param name="Minimum">Examined lines below which no share over all is said (a dated setting).</param>
/// <param name="IsSimulated">At least one finding was made by the simulator of a demo.</param>
public sealed record SampleEstimate(
    DateOnly From, DateOnly Until, long? Since, long Lines, long Minimum, bool IsSimulated,
    IReadOnlyList<SampleStratum> Strata)
{
    public long Drawn => Strata.Sum(stratum => stratum.Drawn);

    public long Examined => Strata.Sum(stratum => stratum.Examined);

    public long Wrong => Strata.Sum(stratum => stratum.Wrong);

    public long NotPossible => Strata.Sum(stratum => stratum.NotPossible);

    public long DifferenceCents => Strata.Sum(stratum => stratum.DifferenceCents);

    /// <summary>Share over all strata, see docs/explanation/random-sample.md; null below the minimum.</summary>
    public ShareInterval? Interval { get; init; }
}

/// <summary>The estimate from the random sample.</summary>
public interface ISampleEstimates
{
    /// <summary>The days from the first up to, not including, the last; at most 366 days, the latest of them.</summary>
    SampleEstimate Between(DateOnly from, DateOnly until);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using MathNet.Numerics.Distributions;
using Tolhuis.Controls.Contract;

namespace Tolhuis.Controls;

/// <summary>One stratum as the estimate over all needs it.</summary>
/// <param name="Weight">Its share of all lines, 0 to 1.</param>
internal readonly record struct WeightedCount(double Weight, long Wrong, long Examined);

/// <summary>
/// Bounds of a share from few findings. Pure; checked against published values (see ExactShareTests).
/// </summary>
internal static class ExactShare
{
    private const double Alpha = 0.05;

    /// <summary>
    /// The exact interval of Clopper and Pearson (1934) at 95 %: quantiles of the beta distribution. Also for counts
    /// that are no whole numbers, as an effective size is.
    /// </summary>
    /// <param name="wrong">0 to <paramref name="examined"/>.</param>
    /// <param name="examined">Above 0.</param>
    public static ShareInterval Of(double wrong, double examined)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(examined);
        ArgumentOutOfRangeException.ThrowIfNegative(wrong);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wrong, examined);
        return new ShareInterval(
            wrong <= 0 ? 0 : Beta.InvCDF(wrong, examined - wrong + 1, Alpha / 2),
            wrong >= examined ? 1 : Beta.InvCDF(wrong + 1, examined - wrong, 1 - (Alpha / 2)));
    }

    /// <summary>
    /// Over strata that were drawn at different shares: each counts by its share of all lines. The interval is that of
    /// Clopper and Pearson at an effective size (Korn and Graubard 1998), for which the smallest of three is taken: the
    /// number examined, that of Kish for unequal weights, and that of the variance by stratum. A stratum in which
    /// nothing was examined counts as all right in the lower bound and as all wrong in the upper one.
    /// </summary>
    /// <returns>Null if nothing was examined at all.</returns>
    public static ShareInterval? Combine(IReadOnlyCollection<WeightedCount> strata)
    {
        var seen = strata.Where(stratum => stratum is { Examined: > 0, Weight: > 0 }).ToList();
        var covered = seen.Sum(stratum => stratum.Weight);
        if (covered <= 0)
            return null;
        var parts = seen.Select(stratum => (Share: stratum.Weight / covered, stratum.Wrong, stratum.Examined)).ToList();
        var share = Math.Clamp(parts.Sum(part => part.Share * part.Wrong / part.Examined), 0, 1);
        var size = EffectiveSize(parts, share);
        var interval = Of(share * size, size);
        var total = strata.Sum(stratum => stratum.Weight);
        var known = total > 0 ? Math.Min(1, covered / total) : 1;
        return new ShareInterval(interval.Low * known, (interval.High * known) + (1 - known));
    }

    private static double EffectiveSize(List<(double Share, long Wrong, long Examined)> parts, double share)
    {
        var size = parts.Sum(part => (double)part.Examined);
        var kish = 1 / parts.Sum(part => part.Share * part.Share / part.Examined);
        // One wrong and one right line more in each stratum, so that a stratum without findings is not called certain.
        var variance = parts.Sum(part =>
        {
            var smoothed = (part.Wrong + 1.0) / (part.Examined + 2);
            return part.Share * part.Share * smoothed * (1 - smoothed) / part.Examined;
        });
        var byVariance = share is > 0 and < 1 ? share * (1 - share) / variance : size;
        // At least one line: what is known is never less than a single observation.
        return Math.Max(1, Math.Min(size, Math.Min(kish, byVariance)));
    }
}

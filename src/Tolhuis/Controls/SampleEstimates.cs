// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Controls;

/// <summary>
/// Answers how much of the traffic is wrong, from the random sample alone. Controls by profile say nothing about the
/// rest and have no part in it; a line that was drawn and selected otherwise as well is part of the sample.
/// </summary>
public sealed class SampleEstimates(IConnections connections, ITariff tariff) : ISampleEstimates
{
    private const int MaxDays = 366;

    public SampleEstimate Between(DateOnly from, DateOnly until)
    {
        if (until.DayNumber - from.DayNumber > MaxDays)
            from = until.AddDays(-MaxDays);
        var law = tariff.Current.On(until > from ? until.AddDays(-1) : from);
        law.TryGetSetting("sample-estimate-minimum", out var minimum);
        law.TryGetSetting("prelodged-term-days", out var earlier);
        using var connection = connections.OpenRead();
        var range = SampleEstimateStore.Declarations(connection, from, until, (int)Math.Clamp(earlier, 0, 366));
        if (range is not { } declarations)
            return new SampleEstimate(from, until, null, 0, minimum, false, []);
        var lines = SampleEstimateStore.Lines(connection, from, until);
        var drawn = SampleEstimateStore.Drawn(connection, declarations, from, until);
        var declared = SampleEstimateStore.Declared(connection, declarations, from, until);
        var strata = Strata(drawn, declared, lines, SampleShares.Of(law));
        return new SampleEstimate(
            from, until, drawn.Count > 0 ? drawn.Min(row => row.Since) : null, lines, minimum,
            drawn.Any(row => row.Simulated > 0), strata)
        {
            Interval = strata.Sum(stratum => stratum.Examined) < Math.Max(1, minimum) ? null : ExactShare.Combine(
                [.. strata.Select(one => new WeightedCount(one.Weight, one.Wrong, one.Examined))]),
        };
    }

    /// <summary>One per data set and area that was declared or drawn; the largest first.</summary>
    internal static IReadOnlyList<SampleStratum> Strata(
        IReadOnlyList<DrawnRow> drawn, IReadOnlyList<DeclaredRow> declared, long lines, SampleShares shares)
    {
        // What was drawn was declared, whether or not a line of it was among those weighed.
        double Weight(IEnumerable<long> seen, IEnumerable<DrawnRow> rows, long weighed) => Math.Max(
            (double)seen.Sum() / weighed, (double)rows.Sum(row => row.Drawn) / Math.Max(1, lines));

        var weighed = Math.Max(1, declared.Sum(row => row.Lines));
        var weights = declared.ToLookup(row => StratumOf(row.DataSet, row.Chapter, shares), row => row.Lines);
        var counts = drawn.ToLookup(row => StratumOf(row.DataSet, row.Chapter, shares));
        return
        [
            .. weights.Select(group => group.Key).Union(counts.Select(group => group.Key))
                .Select(key => StratumFrom(key, Weight(weights[key], counts[key], weighed), [.. counts[key]]))
                .OrderByDescending(stratum => stratum.Weight),
        ];
    }

    private static SampleStratum StratumFrom((DataSet DataSet, string Area) key, double weight, DrawnRow[] rows)
    {
        var (examined, wrong) = (rows.Sum(row => row.Examined), rows.Sum(row => row.Wrong));
        return new SampleStratum(
            key.DataSet, key.Area, weight, rows.Sum(row => row.Drawn), examined, wrong,
            rows.Sum(row => row.NotPossible), rows.Sum(row => row.Settled), rows.Sum(row => row.DifferenceCents))
        {
            Interval = examined > 0 ? ExactShare.Of(wrong, examined) : null,
        };
    }

    // The sample has two processes: what is no H7 is drawn as a full declaration.
    private static (DataSet, string) StratumOf(long dataSet, long chapter, SampleShares shares)
    {
        var process = (DataSet)dataSet == DataSet.H7 ? DataSet.H7 : DataSet.H1;
        return (process, shares.For(process, (int)chapter).Area);
    }
}

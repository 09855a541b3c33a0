// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls;
using Xunit;

namespace Tolhuis.Tests.Controls;

public sealed class ExactShareTests
{
    /// <summary>The first four are those of R.G. Newcombe, Statistics in Medicine 17 (1998), table I, method 5.
    /// </summary>
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0578, 0.1617)]
    [InlineData(0, 20, 0, 0.1684)]
    [InlineData(1, 29, 0.0009, 0.1776)]
    [InlineData(10, 10, 0.6915, 1)]
    [InlineData(5, 10, 0.1871, 0.8129)]
    public void The_exact_interval_is_that_of_published_tables(int wrong, int examined, double low, double high)
    {
        var interval = ExactShare.Of(wrong, examined);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void More_wrong_than_examined_is_refused_and_so_is_nothing_examined()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactShare.Of(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactShare.Of(0, 0));
        Assert.Null(ExactShare.Combine([]));
        Assert.Null(ExactShare.Combine([new(1, 0, 0)]));
    }

    [Fact]
    public void Over_one_stratum_the_estimate_is_never_tighter_than_the_exact_interval()
    {
        foreach (var (wrong, examined) in ((long, long)[])[(0, 40), (3, 40), (20, 40), (40, 40)])
        {
            var exact = ExactShare.Of(wrong, examined);
            var combined = ExactShare.Combine([new(1, wrong, examined)])!.Value;

            Assert.True(combined.Low <= exact.Low + 1e-9 && combined.High >= exact.High - 1e-9, $"{wrong}: {combined}");
        }
    }

    [Fact]
    public void A_stratum_counts_by_its_share_of_the_lines_and_not_by_how_many_were_examined()
    {
        var small = ExactShare.Combine([new(0.9, 0, 50), new(0.1, 25, 50)])!.Value;
        var large = ExactShare.Combine([new(0.1, 0, 50), new(0.9, 25, 50)])!.Value;

        Assert.InRange(0.05, small.Low, small.High);
        Assert.InRange(0.45, large.Low, large.High);
        Assert.True(small.High < 0.25 && large.Low > 0.25, $"{small} {large}");
    }

    [Fact]
    public void Of_a_stratum_in_which_nothing_was_examined_nothing_is_assumed()
    {
        var known = ExactShare.Combine([new(0.8, 4, 80)])!.Value;
        var half = ExactShare.Combine([new(0.4, 4, 80), new(0.4, 0, 0)])!.Value;

        Assert.Equal(known.Low / 2, half.Low, 9);
        Assert.Equal((known.High / 2) + 0.5, half.High, 9);
    }

    /// <summary>At least 95 of 100 intervals hold the truth, also where shares, weights and sizes differ.</summary>
    [Theory]
    [InlineData(0.02, 0.10, 0.30)]
    [InlineData(0.00, 0.50, 0.00)]
    [InlineData(0.05, 0.05, 0.05)]
    [InlineData(0.20, 0.00, 0.90)]
    public void The_interval_over_strata_holds_the_truth_as_often_as_it_says(double first, double second, double third)
    {
        const int Seed = 41;
        const int Rounds = 3_000;
        var random = new Random(Seed);
        var truth = (0.7 * first) + (0.2 * second) + (0.1 * third);
        var held = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var interval = ExactShare.Combine(
            [
                new(0.7, Drawn(40, first), 40), new(0.2, Drawn(20, second), 20), new(0.1, Drawn(12, third), 12),
            ])!.Value;
            held += interval.Low <= truth && truth <= interval.High ? 1 : 0;
        }

        Assert.True(held >= 0.95 * Rounds, $"seed {Seed}: {held} of {Rounds}");
        long Drawn(int n, double share) => Enumerable.Range(0, n).Count(_ => random.NextDouble() < share);
    }
}

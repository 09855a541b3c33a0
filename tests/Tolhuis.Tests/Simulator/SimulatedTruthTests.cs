// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Simulate;
using Tolhuis.Declarations.Contract;
using Tolhuis.Simulator;
using Xunit;

namespace Tolhuis.Tests.Simulator;

/// <summary>What simulated officers know of the traffic, and what they have forgotten of it.</summary>
public sealed class SimulatedTruthTests
{
    [Fact]
    public void Of_a_large_day_only_the_oldest_files_are_forgotten()
    {
        var truth = new SimulatedTruth(mostRows: 4);
        truth.Add(1, [Wrong("A-1"), Wrong("A-2")]);
        truth.Add(2, []);
        truth.Add(3, [Wrong("C-1"), Wrong("C-2")]);
        truth.Add(4, [Wrong("D-1")]);

        // The first file lost one of its rows: nothing that it holds is called honest any more.
        Assert.Equal(
            [false, true, true, true], new long[] { 1, 2, 3, 4 }.Select(file => truth.Knows(Row(file, "X"))));
        Assert.Equal((0, 1, 1), (truth.Of("A-1").Count, truth.Of("C-2").Count, truth.Of("D-1").Count));
    }

    [Fact]
    public void A_live_message_that_lost_its_rows_is_not_taken_for_an_honest_one()
    {
        var truth = new SimulatedTruth(mostRows: 1);
        truth.Add(Live("L-1", Wrong("L-1")));
        truth.Add(Live("L-2"));
        Assert.True(truth.Knows(Row(0, "L-1")));

        truth.Add(Live("L-3", Wrong("L-3")));

        Assert.Equal(
            [false, true, true], new[] { "L-1", "L-2", "L-3" }.Select(lrn => truth.Knows(Row(0, lrn))));
    }

    [Fact]
    public void The_oldest_live_messages_are_forgotten()
    {
        var truth = new SimulatedTruth(mostMessages: 2);

        foreach (var lrn in new[] { "L-1", "L-2", "L-2", "L-3" })
            truth.Add(Live(lrn));

        Assert.Equal(
            [false, true, true], new[] { "L-1", "L-2", "L-3" }.Select(lrn => truth.Knows(Row(0, lrn))));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 5)]
    [InlineData(100, 60)]
    [InlineData(400, 300)]
    [InlineData(4_000, SimulatedControls.MostWorkedBack)]
    [InlineData(100_000, SimulatedControls.MostWorkedBack)]
    public void Of_a_day_enough_is_left_for_people_and_no_more_worked_back_than_fits(int free, int workedBack) =>
        Assert.Equal(workedBack, SimulatedControls.WorkedBackOf(free));

    private static TruthRow Wrong(string lrn) => new("file", "entry", lrn, 1, "undervaluation", 100, "", "");

    private static SimulatedMessage Live(string lrn, params TruthRow[] truth) =>
        new(DateTimeOffset.UnixEpoch, "NL000000001", lrn, ReadOnlyMemory<byte>.Empty, 1, "", truth);

    private static DeclarationRow Row(long file, string lrn) => new(
        7, default, 1, 1, DataSet.H7, lrn, 1, 0, DeclarationState.UnderControl, file, 0, 1, 0, default, 1, 1, 100, 0,
        21);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tests.Intake;
using Xunit;

namespace Tolhuis.Tests.Controls;

public sealed class SampleEstimateTests : IAsyncLifetime
{
    private static readonly DateOnly Day = DutchTime.DateOf(TestStore.Start);
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void Without_traffic_there_is_no_estimate_and_no_number()
    {
        var estimate = Estimate();

        Assert.Null(estimate.Interval);
        Assert.Null(estimate.Since);
        Assert.Equal((0L, 0L, 0L), (estimate.Lines, estimate.Drawn, estimate.Examined));
    }

    [Fact]
    public async Task Only_drawn_lines_count_also_those_that_were_selected_for_another_reason_too()
    {
        await Selected(40, drawn: 35, wrong: 4, inOrder: 29, notPossible: 1);

        var estimate = Estimate();

        Assert.Equal((35L, 33L, 4L, 1L), (estimate.Drawn, estimate.Examined, estimate.Wrong, estimate.NotPossible));
        var stratum = Assert.Single(estimate.Strata, one => one.Drawn > 0);
        Assert.Equal((DataSet.H7, "intellectual-property"), (stratum.DataSet, stratum.Area));
        Assert.Equal(2, stratum.NotExamined);
        Assert.InRange(4 / 33.0, estimate.Interval!.Value.Low, estimate.Interval.Value.High);
        Assert.True(estimate.IsSimulated);
        Assert.NotNull(estimate.Since);
    }

    [Fact]
    public async Task Below_the_minimum_of_the_law_no_share_over_all_is_said()
    {
        await Selected(31, drawn: 31, wrong: 2, inOrder: 27, notPossible: 2);

        var estimate = Estimate();

        Assert.Equal((30L, 29L), (estimate.Minimum, estimate.Examined));
        Assert.Null(estimate.Interval);
        Assert.NotNull(Assert.Single(estimate.Strata, one => one.Examined > 0).Interval);
    }

    [Fact]
    public async Task The_last_finding_of_an_order_counts()
    {
        await Selected(30, drawn: 30, wrong: 30, inOrder: 0, notPossible: 0);
        await Finding(1, "in-order");

        Assert.Equal((30L, 29L), (Estimate().Examined, Estimate().Wrong));
    }

    [Fact]
    public async Task Lines_of_other_days_are_left_out()
    {
        await Selected(30, drawn: 30, wrong: 3, inOrder: 27, notPossible: 0);

        Assert.Equal(0, _store.Get<ISampleEstimates>().Between(Day.AddDays(1), Day.AddDays(2)).Drawn);
        Assert.Equal(30, _store.Get<ISampleEstimates>().Between(Day.AddYears(-3), Day.AddDays(1)).Drawn);
    }

    private SampleEstimate Estimate() => _store.Get<ISampleEstimates>().Between(Day, Day.AddDays(1));

    private async Task Selected(int count, int drawn, int wrong, int inOrder, int notPossible)
    {
        await _store.Decide(Parcels.Zip(
            Enumerable.Range(1, count).Select(i => Parcels.Restricted($"R-{i}"))
                .Concat(Enumerable.Range(1, 20).Select(i => Parcels.H7($"F-{i}")))));
        await _store.Tamper("DELETE FROM risk_selections WHERE kind = 2");
        await _store.Tamper(
            $"""
            INSERT INTO risk_selections SELECT coalesce(first_line, line_id), 9, declaration_id, 2, '', '', '', '', ''
            FROM controls_orders WHERE id <= {drawn}
            """);
        var results = Enumerable.Repeat("not-in-order", wrong).Concat(Enumerable.Repeat("in-order", inOrder))
            .Concat(Enumerable.Repeat("not-possible", notPossible)).ToList();
        for (var i = 0; i < results.Count; i++)
            await Finding(i + 1, results[i]);
    }

    private Task<int> Finding(int order, string result) => _store.Tamper(
        $"""
        INSERT INTO controls_findings (order_id, declaration_id, line_id, item, version, result, error_kind, method,
            note, told, follow_up, at, work, by_id, by_name, was_blind, is_simulated)
        SELECT id, declaration_id, line_id, 1, 1, '{result}', '', 'documents', '', '', 1, ordered_at, 0, 1, 'S', 1, 1
        FROM controls_orders WHERE id = {order}
        """);
}

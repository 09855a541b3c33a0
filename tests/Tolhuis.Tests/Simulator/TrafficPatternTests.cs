// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Simulator.Traffic;
using Xunit;

namespace Tolhuis.Tests.Simulator;

public sealed class TrafficPatternTests
{
    [Fact]
    public void The_last_quarter_has_about_30_percent_of_the_year()
    {
        var days = Enumerable.Range(0, 365).Select(i => new DateOnly(2026, 1, 1).AddDays(i)).ToList();

        var lastQuarter = days.Where(d => d.Month >= 10).Sum(TrafficPattern.WeightOf);

        Assert.InRange(lastQuarter / (double)days.Sum(TrafficPattern.WeightOf), 0.28, 0.33);
    }

    [Fact]
    public void Parcels_of_Singles_Day_arrive_three_to_ten_days_later()
    {
        // Both days are Fridays of the same month.
        var before = TrafficPattern.WeightOf(new DateOnly(2026, 11, 6));
        var after = TrafficPattern.WeightOf(new DateOnly(2026, 11, 20));

        Assert.True(after > before * 1.5);
    }

    [Fact]
    public void A_Dutch_day_of_25_hours_is_simulated_whole()
    {
        var day = new DateOnly(2026, 10, 25);

        var messages = new TrafficSimulator(new SimulationPlan { Lines = 3_000, Day = day }).Messages().ToList();

        Assert.All(messages, m => Assert.Equal(day, DutchTime.DateOf(m.At)));
        Assert.Equal(3_000, messages.Sum(m => m.Lines));
    }

    [Fact]
    public void A_live_stream_is_in_the_order_of_sending_and_holds_the_same_messages_as_the_files()
    {
        var plan = new SimulationPlan { Lines = 2_000, Days = 2, Seed = 17 };

        var live = new TrafficSimulator(plan).Messages().ToList();

        Assert.Equal(live.OrderBy(m => m.At).Select(m => m.At), live.Select(m => m.At));
        var fromFiles = ReadTraffic.Of(new TrafficSimulator(plan)).Select(m => Convert.ToBase64String(m.Bytes)).Order();
        Assert.Equal(fromFiles, live.Select(m => Convert.ToBase64String(m.Content.Span)).Order());
    }

    [Fact]
    public void Messages_of_a_file_are_sent_on_the_Dutch_day_of_its_reference_numbers()
    {
        var plan = new SimulationPlan { Lines = 3_000, Day = new DateOnly(2026, 6, 30), Days = 2 };

        Assert.All(ReadTraffic.Of(new TrafficSimulator(plan)).Where(m => m.BadKind == ""), message =>
        {
            var sentOn = DutchTime.DateOf(message.File.SentAt);
            Assert.Equal(message.Declaration().Lrn()[5..11], FormattableString.Invariant($"{sentOn:yyMMdd}"));
        });
    }

    [Theory]
    [InlineData(1, new[] { 1, 1, 1 })]
    [InlineData(1_000_003, new[] { 5, 0, 3, 1 })]
    [InlineData(7, new[] { 1_000_000_000, 1, 999 })]
    public void Apportionment_loses_and_invents_nothing(long total, int[] shares) =>
        Assert.Equal(total, Apportionment.Divide(total, shares).Sum());
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Chance;

namespace Tolhuis.Simulator.Traffic;

/// <summary>One hour of the simulation; a Dutch day has 23, 24 or 25 of them.</summary>
internal readonly record struct TrafficHour(DateOnly Day, DateTimeOffset Start, long WeightUntilEnd, bool IsLastOfDay);

/// <summary>The hours of a plan in order, and the lines that each declarant has due by the end of each.</summary>
internal sealed class TrafficHours(SimulationPlan plan)
{
    private readonly long _totalWeight = TotalWeight(plan);

    public IEnumerable<TrafficHour> All() => All(plan);

    public long DueOf(DeclarantTraffic traffic, TrafficHour hour)
    {
        var offset = (long)(ChanceStream.Mix((ulong)traffic.Declarant.Index + 77) % (ulong)_totalWeight);
        return Apportionment.Due(traffic.TotalLines, hour.WeightUntilEnd, _totalWeight, offset);
    }

    private static long TotalWeight(SimulationPlan plan)
    {
        var weight = 0L;
        foreach (var hour in All(plan))
            weight = hour.WeightUntilEnd;
        return weight;
    }

    private static IEnumerable<TrafficHour> All(SimulationPlan plan)
    {
        var weight = 0L;
        for (var i = 0; i < plan.Days; i++)
        {
            var day = plan.Day.AddDays(i);
            var start = MidnightOf(day);
            var hours = (int)(MidnightOf(day.AddDays(1)) - start).TotalHours;
            var dayWeight = TrafficPattern.WeightOf(day);
            for (var hour = 0; hour < hours; hour++)
            {
                weight += (long)dayWeight * TrafficPattern.WeightOfHour(hour);
                yield return new TrafficHour(day, start.AddHours(hour), weight, hour == hours - 1);
            }
        }
    }

    private static DateTimeOffset MidnightOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, DutchTime.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Trade;
using Tolhuis.Simulator.Traffic;

namespace Tolhuis.Simulator;

/// <summary>A party that the traffic needs in the register: its number, name and kind.</summary>
/// <param name="Kind">platform, courier, web-shop, post, trader (declarants) or broker (representative).</param>
/// <param name="Represents">Numbers of the declarants for whom a broker acts; empty for others.</param>
public sealed record SimulatedParty(string Eori, string Name, string Kind, IReadOnlyList<string> Represents);

/// <summary>A platform in the register of the import one-stop shop.</summary>
public sealed record SimulatedPlatform(string IossNumber, string Name);

/// <summary>
/// Simulates Dutch import traffic: about 35 e-commerce declarants, post and importers, with planted and documented ways
/// of not complying. Streams: memory does not grow with the number of lines. See docs/explanation/simulated-traffic.md.
/// </summary>
public sealed class TrafficSimulator
{
    private readonly SimulationPlan _plan;
    private readonly TradeWorld _world;

    public TrafficSimulator(SimulationPlan plan)
    {
        if (plan.Fault is { } fault)
            throw new ArgumentException(fault, nameof(plan));
        _plan = plan;
        _world = new TradeWorld(plan);
        Parties = [.. _world.Declarants.Select(d => ToParty(d.Party, [])), .. _world.Representatives.Select(ToBroker)];
        Platforms = [.. _world.Platforms.Select(p => new SimulatedPlatform(Text(p.Ioss), p.Name))];
    }

    public SimulationPlan Plan => _plan;

    /// <summary>
    /// Everybody who has to be in the register of parties; the same for every plan of one world seed.
    /// </summary>
    public IReadOnlyList<SimulatedParty> Parties { get; }

    public IReadOnlyList<SimulatedPlatform> Platforms { get; }

    /// <summary>The traffic as zip files, by hour; within an hour by declarant.</summary>
    public IEnumerable<SimulatedFile> Files()
    {
        var hours = new TrafficHours(_plan);
        var all = MakeTraffic();
        var numbers = new int[all.Length];
        using var buffer = new MemoryStream();
        foreach (var hour in hours.All())
        {
            for (var i = 0; i < all.Length; i++)
            {
                var traffic = all[i];
                traffic.BeginHour(hour.Day, hour.Start, hours.DueOf(traffic, hour), hour.IsLastOfDay);
                ZipBuilder? open = null;
                while (traffic.TryMakeNext())
                {
                    open ??= new ZipBuilder(traffic, _plan, ++numbers[i], buffer);
                    open.Add();
                    if (!open.IsFull)
                        continue;
                    yield return open.Finish();
                    open = null;
                }

                if (open is not null)
                    yield return open.Finish();
            }
        }

        CheckTotals(all);
    }

    /// <summary>The same traffic message by message in the order of sending, for a live stream.</summary>
    public IEnumerable<SimulatedMessage> Messages()
    {
        var hours = new TrafficHours(_plan);
        var all = MakeTraffic();
        var next = new PriorityQueue<DeclarantTraffic, (DateTimeOffset At, int Index)>();
        foreach (var hour in hours.All())
        {
            foreach (var traffic in all)
            {
                traffic.BeginHour(hour.Day, hour.Start, hours.DueOf(traffic, hour), hour.IsLastOfDay);
                if (traffic.TryMakeNext())
                    next.Enqueue(traffic, (traffic.At, traffic.Declarant.Index));
            }

            while (next.TryDequeue(out var traffic, out _))
            {
                yield return ToMessage(traffic);
                if (traffic.TryMakeNext())
                    next.Enqueue(traffic, (traffic.At, traffic.Declarant.Index));
            }
        }

        CheckTotals(all);
    }

    /// <summary>
    /// Writes the zips into the folder, and beside them <c>truth.csv</c>, <c>parties.csv</c>, <c>mandates.csv</c>,
    /// <c>ioss.csv</c> and <c>manifest.json</c>. The zips of an earlier simulation in the folder are removed first.
    /// </summary>
    public Task<TrafficManifest> WriteTo(
        string folder, IProgress<SimulationProgress>? progress = null, CancellationToken cancellation = default) =>
        new SimulationFolder(folder).Write(this, progress, cancellation);

    private static void CheckTotals(DeclarantTraffic[] all)
    {
        foreach (var traffic in all)
        {
            var isExact = traffic.LinesMade == traffic.TotalLines;
            Invariant.Holds(isExact, "Every declarant makes exactly the lines given to him.");
        }
    }

    private static SimulatedMessage ToMessage(DeclarantTraffic traffic)
    {
        var truth = new List<TruthRow>();
        Truth.Collect(traffic, "", "", truth);
        var fault = traffic.Consignment.Fault;
        return new SimulatedMessage(
            traffic.At, Text(traffic.Declarant.Party.Eori), traffic.Lrn, traffic.Content.ToArray(), traffic.Lines,
            fault == Fault.None ? "" : Faults.CodeOf(fault), truth)
        {
            IsPrelodged = traffic.Consignment.IsPrelodged,
        };
    }

    private static SimulatedParty ToParty(RegisteredParty party, IReadOnlyList<string> represents) =>
        new(Text(party.Eori), party.Name, party.KindCode, represents);

    private static string Text(byte[] ascii) => System.Text.Encoding.ASCII.GetString(ascii);

    private SimulatedParty ToBroker(RegisteredParty broker) => ToParty(
        broker,
        [.. _world.Declarants.Where(d => ReferenceEquals(d.Representative, broker)).Select(d => Text(d.Party.Eori))]);

    private DeclarantTraffic[] MakeTraffic()
    {
        var lines = Apportionment.Divide(_plan.Lines, Array.ConvertAll(_world.Declarants, d => d.Share));
        var all = new List<DeclarantTraffic>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] > 0)
                all.Add(new DeclarantTraffic(_plan, _world, _world.Declarants[i], lines[i]));
        }

        return [.. all];
    }
}

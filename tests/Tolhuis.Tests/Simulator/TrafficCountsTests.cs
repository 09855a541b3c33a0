// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using Tolhuis.Simulator;
using Tolhuis.Simulator.Traffic;
using Xunit;

namespace Tolhuis.Tests.Simulator;

public sealed class TrafficCountsTests
{
    private static readonly SimulationPlan Small = new() { Lines = 3_000, Seed = 5, BadMessageRate = 0.05 };

    [Fact]
    public void The_same_plan_gives_the_same_bytes_and_another_seed_gives_others()
    {
        var once = HashOf(Small);

        Assert.Equal(once, HashOf(Small));
        Assert.NotEqual(once, HashOf(Small with { Seed = 6 }));
    }

    [Fact]
    public void The_parties_depend_on_the_seed_of_the_world_only()
    {
        var parties = new TrafficSimulator(Small).Parties.Select(p => p.Eori).ToList();

        Assert.Equal(parties, new TrafficSimulator(Small with { Seed = 99, Lines = 50 }).Parties.Select(p => p.Eori));
        Assert.NotEqual(parties, new TrafficSimulator(Small with { WorldSeed = 2 }).Parties.Select(p => p.Eori));
        Assert.Equal(parties.Count, parties.Distinct().Count());
    }

    [Fact]
    public void Every_declarant_in_the_traffic_is_in_the_register()
    {
        var simulator = new TrafficSimulator(Small);
        var registered = simulator.Parties.Select(p => p.Eori).ToHashSet();

        Assert.All(simulator.Files(), file => Assert.Contains(file.DeclarantEori, registered));
    }

    [Fact]
    public void The_three_largest_web_declarants_have_half_of_the_web_traffic()
    {
        var simulator = new TrafficSimulator(new SimulationPlan { Lines = 30_000, Seed = 3 });
        var web = simulator.Parties
            .Where(p => p.Kind is "platform" or "courier" or "web-shop")
            .Select(p => p.Eori)
            .ToHashSet();

        var lines = simulator.Files().Where(f => web.Contains(f.DeclarantEori))
            .GroupBy(f => f.DeclarantEori, f => f.Lines)
            .Select(g => g.Sum())
            .OrderDescending()
            .ToList();

        Assert.Equal(35, lines.Count);
        Assert.InRange(lines.Take(3).Sum() / (double)lines.Sum(), 0.45, 0.60);
    }

    [Fact]
    public void Mechanisms_occur_at_their_documented_rates()
    {
        var lines = 0;
        var orders = 0;
        var counts = new int[Mechanisms.Count];
        var iossMessages = 0;
        var byCode = Enum.GetValues<Mechanism>().ToDictionary(Mechanisms.CodeOf);
        foreach (var message in new TrafficSimulator(
            new SimulationPlan { Lines = 150_000, Seed = 8, BadMessageRate = 0 }).Messages())
        {
            lines += message.Lines;
            orders++;
            iossMessages += message.Content.Span.IndexOf(">FR5<"u8) >= 0 ? 1 : 0;
            foreach (var row in message.Truth)
                counts[(int)byCode[row.Mechanism]]++;
        }

        foreach (var mechanism in Mechanisms.AtLine)
            AssertRate(mechanism, counts, lines);
        AssertRate(Mechanism.IossOfOtherPlatform, counts, iossMessages);
        AssertRate(Mechanism.IossUnknown, counts, iossMessages);
        // An order that is split makes three parcels on average, each with a row of its own.
        Assert.InRange(counts[(int)Mechanism.Splitting] / (3.0 * orders), 0.002, 0.004);
    }

    [Fact]
    public void Bad_messages_occur_at_the_rate_of_the_plan_and_of_every_kind()
    {
        var manifest = ManifestOf(new SimulationPlan { Lines = 20_000, Seed = 4, BadMessageRate = 0.1 });

        var bad = manifest.BadMessages.Values.Sum();

        Assert.InRange(bad / (double)manifest.Messages, 0.09, 0.11);
        Assert.Equal(Faults.All.Length, manifest.BadMessages.Count);
        Assert.All(manifest.BadMessages.Values, count => Assert.InRange(count / (double)bad, 0.06, 0.16));
    }

    [Fact]
    public void Another_rate_of_bad_messages_leaves_the_goods_of_the_good_ones_as_they_are()
    {
        static List<string> GoodsOf(double rate) =>
            [.. ReadTraffic.Of(new TrafficSimulator(Small with { BadMessageRate = rate }))
                .Where(m => m.BadKind == "")
                .Select(m => string.Join("|", m.Declaration().Texts("Description")))];

        Assert.Equal(GoodsOf(0), GoodsOf(0.2));
    }

    [Fact]
    public void The_manifest_counts_what_the_files_hold()
    {
        var manifest = ManifestOf(Small);
        var messages = ReadTraffic.Of(new TrafficSimulator(Small)).ToList();

        Assert.Equal(messages.Count, manifest.Messages);
        Assert.Equal(Small.Lines, manifest.Lines);
        Assert.Equal(Small.Lines, messages.Where(m => m.BadKind == "").Sum(m => m.Declaration().Items().Count()));
        Assert.Equal(messages.Count(m => m.BadKind == ""), manifest.ExpectedOutcomes["accepted"]);
        Assert.Equal(manifest.Messages, manifest.ExpectedOutcomes.Values.Sum());
        Assert.Equal(manifest.Lines, manifest.Declarants.Values.Sum(d => d.Lines));
        Assert.Equal(manifest.Messages, manifest.Declarants.Values.Sum(d => d.Messages));
        foreach (var (kind, count) in manifest.BadMessages)
            Assert.Equal(messages.Count(m => m.BadKind == kind), count);
    }

    [Fact]
    public void Files_keep_to_the_limits_of_customs_and_to_those_of_the_plan()
    {
        var plan = new SimulationPlan { Lines = 40_000, MessagesPerZip = 300 };

        var files = new TrafficSimulator(plan).Files().ToList();

        Assert.All(files, f => Assert.InRange(f.Messages, 1, 300));
        Assert.All(files, f => Assert.InRange(f.Zip.Length, 1, 14_000_000));
        Assert.Equal(files.Count, files.Select(f => f.Name).Distinct().Count());
        Assert.Contains(files, f => f.Messages == 300);
    }

    private static void AssertRate(Mechanism mechanism, int[] counts, int of)
    {
        var expected = Mechanisms.RateOf(mechanism) / 1_000_000.0;
        var rate = counts[(int)mechanism] / (double)of;
        Assert.True(rate > expected * 0.75 && rate < expected * 1.25,
            $"{mechanism}: {rate:P3} instead of {expected:P3}");
    }

    private static TrafficManifest ManifestOf(SimulationPlan plan)
    {
        var manifest = new TrafficManifest(plan);
        foreach (var file in new TrafficSimulator(plan).Files())
            manifest.Add(file);
        return manifest;
    }

    private static string HashOf(SimulationPlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in new TrafficSimulator(plan).Files())
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(file.Name));
            hash.AppendData(file.Zip.Span);
            foreach (var row in file.Truth)
                hash.AppendData(System.Text.Encoding.UTF8.GetBytes(row.ToString()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

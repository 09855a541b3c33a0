// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Xml.Linq;
using Tolhuis.Intake.Contract;
using Tolhuis.Simulator;
using Tolhuis.Soak.Child;

namespace Tolhuis.Soak.Kills;

/// <summary>
/// Simulated traffic in lanes. What one declarant sends stands in one lane and is sent one after the other, so that
/// which of two messages with the same number is the first is known beforehand; lanes go at the same time.
/// </summary>
internal sealed class Traffic
{
    private const int MessagesPerZip = 300;

    /// <summary>Every wave is new traffic by a seed of its own; two thirds of its lines come in zips.</summary>
    public static Traffic Wave(long seed, int wave, long lines, DateOnly day)
    {
        var traffic = new Traffic();
        var plan = new SimulationPlan { Day = day, BadMessageRate = 0.06, MessagesPerZip = MessagesPerZip };
        var numbered = unchecked((seed * 1_000) + (wave * 2));
        var files = new TrafficSimulator(plan with { Seed = numbered, Lines = Math.Max(60, lines * 2 / 3) });
        foreach (var lane in files.Files().GroupBy(file => file.DeclarantEori))
            traffic.Lanes.Add(new Queue<Sending>(lane.Select(FileOf)));
        var singles = new TrafficSimulator(plan with { Seed = numbered + 1, Lines = Math.Max(60, lines / 3) });
        foreach (var lane in singles.Messages().GroupBy(message => message.DeclarantEori))
            traffic.Lanes.Add(new Queue<Sending>(lane.Select(MessageOf)));
        return traffic;
    }

    public List<Queue<Sending>> Lanes { get; } = [];

    private static SentMessage MessageOf(SimulatedMessage message)
    {
        var bytes = message.Content.ToArray();
        return new SentMessage(bytes, Expect(bytes, message.BadKind, message.Lines));
    }

    private static SentFile FileOf(SimulatedFile file)
    {
        var bytes = file.Zip.ToArray();
        var badByEntry = file.Truth.Where(row => row.Mechanism.StartsWith("bad:", StringComparison.Ordinal))
            .ToDictionary(row => row.Entry, row => row.Mechanism["bad:".Length..]);
        var entries = new List<ExpectedMessage>();
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            var message = content.ToArray();
            var bad = badByEntry.GetValueOrDefault(entry.FullName, "");
            entries.Add(Expect(message, bad, bad.Length == 0 ? LinesOf(message) : 0));
        }

        return new SentFile(bytes, StoredAnswers.HashOf(bytes), entries);
    }

    private static ExpectedMessage Expect(byte[] message, string badKind, int lines) => new(
        StoredAnswers.HashOf(message),
        badKind switch
        {
            "" => MessageOutcome.Accepted,
            "truncated" or "junk" => MessageOutcome.Unreadable,
            "duplicate-same" => MessageOutcome.Duplicate,
            _ => MessageOutcome.Rejected,
        },
        lines,
        badKind is "duplicate-other" or "unknown-mrn");

    // A reader of its own, so that the product's reader is not its own judge.
    private static int LinesOf(byte[] message)
    {
        using var stream = new MemoryStream(message, writable: false);
        return XDocument.Load(stream).Descendants()
            .Count(element => element.Name.LocalName == "GovernmentAgencyGoodsItem");
    }
}

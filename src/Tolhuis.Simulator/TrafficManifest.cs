// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using Tolhuis.Simulator.Traffic;

namespace Tolhuis.Simulator;

/// <summary>How far the writing of a simulation is.</summary>
public readonly record struct SimulationProgress(long Lines, long TotalLines, long Messages, int Files);

/// <summary>Counts of one declarant.</summary>
public sealed record DeclarantCounts(int Files, long Messages, long Lines, long BadMessages);

/// <summary>
/// What a simulation holds, counted while it was made, so that a run of the product can be held against it. Lines are
/// those of good messages; messages include the bad ones.
/// </summary>
public sealed class TrafficManifest(SimulationPlan plan)
{
    private readonly SortedDictionary<string, DeclarantCounts> _declarants = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _mechanisms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _badMessages = new(StringComparer.Ordinal);

    public SimulationPlan Plan => plan;

    public int Files { get; private set; }

    public long Messages { get; private set; }

    public long Lines { get; private set; }

    public long Bytes { get; private set; }

    public IReadOnlyDictionary<string, DeclarantCounts> Declarants => _declarants;

    /// <summary>Lines or messages per planted mechanism.</summary>
    public IReadOnlyDictionary<string, long> Mechanisms => _mechanisms;

    /// <summary>Messages per kind of fault.</summary>
    public IReadOnlyDictionary<string, long> BadMessages => _badMessages;

    /// <summary>Messages per answer that a right program gives: accepted, rejected, unreadable, duplicate.</summary>
    public IReadOnlyDictionary<string, long> ExpectedOutcomes
    {
        get
        {
            var outcomes = new SortedDictionary<string, long>(StringComparer.Ordinal)
            {
                ["accepted"] = Messages,
                ["duplicate"] = 0,
                ["rejected"] = 0,
                ["unreadable"] = 0,
            };
            foreach (var fault in Faults.All)
            {
                var count = _badMessages.GetValueOrDefault(Faults.CodeOf(fault));
                outcomes["accepted"] -= count;
                outcomes[Faults.ExpectedOutcomeOf(fault)] += count;
            }

            return outcomes;
        }
    }

    public void Add(SimulatedFile file)
    {
        var bad = file.BadMessages.Values.Sum();
        Files++;
        Messages += file.Messages;
        Lines += file.Lines;
        Bytes += file.Zip.Length;
        var before = _declarants.GetValueOrDefault(file.DeclarantEori) ?? new DeclarantCounts(0, 0, 0, 0);
        _declarants[file.DeclarantEori] = new DeclarantCounts(
            before.Files + 1, before.Messages + file.Messages, before.Lines + file.Lines, before.BadMessages + bad);
        foreach (var (kind, count) in file.BadMessages)
            _badMessages[kind] = _badMessages.GetValueOrDefault(kind) + count;
        foreach (var row in file.Truth)
        {
            if (!row.Mechanism.StartsWith("bad:", StringComparison.Ordinal))
                _mechanisms[row.Mechanism] = _mechanisms.GetValueOrDefault(row.Mechanism) + 1;
        }
    }

    /// <summary>The manifest as JSON with names in camel case; the same bytes for the same simulation.</summary>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WritePlan(json);
            json.WriteNumber("files", Files);
            json.WriteNumber("messages", Messages);
            json.WriteNumber("lines", Lines);
            json.WriteNumber("bytes", Bytes);
            WriteCounts(json, "expectedOutcomes", ExpectedOutcomes);
            WriteCounts(json, "badMessages", _badMessages);
            WriteCounts(json, "mechanisms", _mechanisms);
            json.WriteStartObject("declarants");
            foreach (var (eori, counts) in _declarants)
            {
                json.WriteStartObject(eori);
                json.WriteNumber("files", counts.Files);
                json.WriteNumber("messages", counts.Messages);
                json.WriteNumber("lines", counts.Lines);
                json.WriteNumber("badMessages", counts.BadMessages);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
            json.WriteNumber(key, count);
        json.WriteEndObject();
    }

    private void WritePlan(Utf8JsonWriter json)
    {
        json.WriteStartObject("plan");
        json.WriteNumber("lines", plan.Lines);
        json.WriteNumber("seed", plan.Seed);
        json.WriteNumber("worldSeed", plan.WorldSeed);
        json.WriteString("day", plan.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("days", plan.Days);
        json.WriteNumber("badMessageRate", plan.BadMessageRate);
        json.WriteNumber("messagesPerZip", plan.MessagesPerZip);
        json.WriteNumber("h1Share", plan.H1Share);
        json.WriteNumber("postShare", plan.PostShare);
        json.WriteNumber("prelodgedShare", plan.PrelodgedShare);
        json.WriteEndObject();
    }
}

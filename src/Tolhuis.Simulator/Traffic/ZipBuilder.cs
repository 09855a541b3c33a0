// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;

namespace Tolhuis.Simulator.Traffic;

/// <summary>
/// Builds the zip of one declarant. Times of entries are those of the simulation, so that the bytes are the same each
/// time. Bounds: the messages per file of the plan, and 14 MB, the most that customs takes, with room for the
/// directory.
/// </summary>
internal sealed class ZipBuilder(DeclarantTraffic traffic, SimulationPlan plan, int number, MemoryStream buffer)
    : IDisposable
{
    private const int MostBytes = 12_500_000;
    private static readonly DateTimeOffset EarliestZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip = new(buffer, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<TruthRow> _truth = [];
    private readonly SortedDictionary<string, int> _badMessages = new(StringComparer.Ordinal);
    private readonly string _eori = System.Text.Encoding.ASCII.GetString(traffic.Declarant.Party.Eori);
    private DateTimeOffset _lastAt;
    private int _messages;
    private long _lines;
    private string? _name;

    public bool IsFull => _messages >= plan.MessagesPerZip || buffer.Length >= MostBytes;

    /// <summary>Adds the message that the declarant made last.</summary>
    public void Add()
    {
        _name ??= FormattableString.Invariant($"{_eori}_{traffic.At:yyyyMMdd'T'HHmmss}Z_{number:D6}.zip");
        _lastAt = traffic.At;
        var name = FormattableString.Invariant($"{++_messages:D5}.{(traffic.IsJson ? "json" : "xml")}");
        var entry = _zip.CreateEntry(name, plan.CompressStrongly ? CompressionLevel.Optimal : CompressionLevel.Fastest);
        entry.LastWriteTime = _lastAt < EarliestZipTime ? EarliestZipTime : _lastAt;
        using (var stream = entry.Open())
            stream.Write(traffic.Content);
        _lines += traffic.Lines;
        if (traffic.Consignment.Fault != Fault.None)
        {
            var kind = Faults.CodeOf(traffic.Consignment.Fault);
            _badMessages[kind] = _badMessages.GetValueOrDefault(kind) + 1;
        }

        Truth.Collect(traffic, _name, name, _truth);
    }

    public SimulatedFile Finish()
    {
        Dispose();
        var bytes = buffer.ToArray();
        buffer.SetLength(0);
        return new SimulatedFile(_name!, _eori, _lastAt.AddSeconds(5), bytes, _messages, _lines, _badMessages, _truth);
    }

    /// <summary>Writes the directory of the zip; a second time does nothing.</summary>
    public void Dispose() => _zip.Dispose();
}

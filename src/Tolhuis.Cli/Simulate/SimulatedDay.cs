// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Cli.Platform;
using Tolhuis.Clients.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;

namespace Tolhuis.Cli.Simulate;

/// <summary>Loads simulated parties and a day of simulated traffic into an open store.</summary>
internal static class SimulatedDay
{
    /// <summary>
    /// Files that may wait undecided: the simulator is faster than the decider and must not fill the disk first.
    /// </summary>
    private const int MaxFilesAhead = 20;

    public static Task<int> RegisterParties(OpenedStore opened, TrafficSimulator simulator) =>
        opened.Get<IParties>().Register(PartiesOf(simulator), TimeProvider.System.NowMicroseconds());

    public static IReadOnlyCollection<(Eori Eori, string Name, PartyKind Kind)> PartiesOf(TrafficSimulator simulator)
    {
        var parties = new List<(Eori, string, PartyKind)>();
        foreach (var party in simulator.Parties)
        {
            if (Eori.TryParse(party.Eori.AsSpan(), out var eori, out _))
                parties.Add((eori, party.Name, KindOf(party.Kind)));
        }

        return parties;
    }

    /// <summary>Takes all files and waits until every message is decided.</summary>
    /// <param name="report">Gets (lines so far, lines planned).</param>
    public static Task<IntakeCounts> Take(
        IIntake intake, IReceivedFiles files, Submitter house, TrafficSimulator simulator,
        Action<long, long> report, CancellationToken stop) =>
        Take(intake, files, new TrafficSenders(house), new SimulatedTruth(), simulator, report, stop);

    /// <param name="truth">Gets what is true about each file.</param>
    public static async Task<IntakeCounts> Take(
        IIntake intake,
        IReceivedFiles files,
        TrafficSenders senders,
        SimulatedTruth truth,
        TrafficSimulator simulator,
        Action<long, long> report,
        CancellationToken stop)
    {
        var counts = default(IntakeCounts);
        var ahead = new Queue<FileReceipt>();
        foreach (var file in simulator.Files())
        {
            using var stream = StreamOver(file.Zip);
            var receipt = await intake.Receive(
                stream, file.Name, senders.For(file.DeclarantEori), DutchTime.ToMicroseconds(file.SentAt), stop);
            Invariant.Holds(receipt.File is not null, $"A simulated file is taken in ({receipt.Problem?.Code}).");
            truth.Add(receipt.File!.Id, file.Truth);
            ahead.Enqueue(receipt);
            if (ahead.Count >= MaxFilesAhead)
                counts.Add(await Decided(intake, files, ahead.Dequeue(), stop));
            report(counts.Lines, simulator.Plan.Lines);
        }

        while (ahead.TryDequeue(out var receipt))
        {
            counts.Add(await Decided(intake, files, receipt, stop));
            report(counts.Lines, simulator.Plan.Lines);
        }

        return counts;
    }

    private static MemoryStream StreamOver(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static async Task<IntakeCounts> Decided(
        IIntake intake, IReceivedFiles files, FileReceipt receipt, CancellationToken stop)
    {
        await intake.WhenDecided(receipt.File!.Id).WaitAsync(stop);
        var file = files.Find(receipt.File.Id)!;
        return receipt.IsRepeat
            ? new IntakeCounts { Files = 1, Messages = file.Entries, Duplicates = file.Entries }
            : file.Counts;
    }

    private static PartyKind KindOf(string kind) => kind.ToLowerInvariant() switch
    {
        "platform" or "courier" or "webshop" => PartyKind.EcommerceDeclarant,
        "post" => PartyKind.PostalOperator,
        "broker" => PartyKind.CustomsAgent,
        "trader" => PartyKind.Importer,
        _ => PartyKind.Unknown,
    };
}

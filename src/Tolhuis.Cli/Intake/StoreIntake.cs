// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Platform;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Intake;

/// <summary>Takes files into an open store, waits for their decisions and reads the receipts.</summary>
internal static class StoreIntake
{
    private const int ReceiptsAtOnce = 1_000;

    public static async Task<IntakeCounts> Run(
        OpenedStore opened,
        IReadOnlyList<string> files,
        long? statedAt,
        Receipts receipts,
        Action<long, long> report,
        CancellationToken stop)
    {
        var law = opened.Get<ITariff>().Current.On(DutchTime.DateOf(statedAt ?? TimeProvider.System.NowMicroseconds()));
        var texts = ProblemCatalogue.Of(law);
        var counts = default(IntakeCounts);
        var taken = new List<(string Path, FileReceipt Receipt)>();
        foreach (var path in files)
        {
            var receipt = await Offer(opened, path, statedAt, law, texts, stop);
            counts.Files++;
            if (receipt.Problem is { } problem)
            {
                counts.Messages++;
                counts.Unreadable++;
                receipts.Write(path, "", "", MessageOutcome.Unreadable, [problem], texts, law.Day);
            }
            else
            {
                taken.Add((path, receipt));
            }
        }

        for (var i = 0; i < taken.Count; i++)
        {
            var (path, receipt) = taken[i];
            await opened.Intake.WhenDecided(receipt.File!.Id).WaitAsync(stop);
            counts.Add(Count(opened, receipt) with { Files = 0 });
            if (receipts.WantsMore)
                WriteReceipts(opened, receipts, path, receipt, texts, law.Day);
            report(i + 1, taken.Count);
        }

        return counts;
    }

    private static async Task<FileReceipt> Offer(
        OpenedStore opened,
        string path,
        long? statedAt,
        LawOfTheDay law,
        ProblemCatalogue texts,
        CancellationToken stop)
    {
        // Read whole before it is offered, so that a fault of the file cannot be taken for one of the store.
        var (bytes, notRead) = SourceFile.Read(path);
        if (bytes is null)
            return new FileReceipt(null, false, texts.Make(notRead, law.Day, "", ""));
        using var stream = new MemoryStream(bytes, writable: false);
        return await opened.Intake.Receive(stream, Path.GetFileName(path), opened.House, statedAt, stop);
    }

    private static IntakeCounts Count(OpenedStore opened, FileReceipt receipt)
    {
        var file = opened.Get<IReceivedFiles>().Find(receipt.File!.Id)!;
        // The whole file came before: each of its messages has its answer already.
        return receipt.IsRepeat
            ? new IntakeCounts { Messages = file.Entries, Duplicates = file.Entries }
            : file.Counts;
    }

    private static void WriteReceipts(
        OpenedStore opened, Receipts receipts, string path, FileReceipt file, ProblemCatalogue texts, DateOnly on)
    {
        var files = opened.Get<IReceivedFiles>();
        for (var from = 0; from < file.File!.Entries && receipts.WantsMore; from += ReceiptsAtOnce)
        {
            foreach (var receipt in files.Receipts(file.File.Id, from, ReceiptsAtOnce))
            {
                var outcome = file.IsRepeat ? MessageOutcome.Duplicate : receipt.Outcome;
                receipts.Write(path, receipt.EntryName, receipt.Lrn, outcome, receipt.Problems, texts, on);
            }
        }
    }
}

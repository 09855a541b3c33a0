// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;

namespace Tolhuis.Soak.Child;

/// <summary>Reads what the store holds, through the doors that pages and API use.</summary>
internal sealed class StoredAnswers(ChildInstallation opened)
{
    private const int ReceiptsAtOnce = 1_000;

    public List<StoredDeclaration> Declarations(IReadOnlyCollection<long> ids)
    {
        var declarations = opened.Get<IDeclarations>();
        var files = opened.Get<IReceivedFiles>();
        var answers = new List<StoredDeclaration>(ids.Count);
        foreach (var id in ids)
        {
            if (declarations.Request(id) is { } request)
            {
                answers.Add(new StoredDeclaration(
                    id, "", request.State == RequestState.Rejected, request.Lrn,
                    HashOf(files.RawMessage(request.RawFileId, request.RawEntry)), 0, 0, 0, 0));
                continue;
            }

            if (declarations.Find(id) is not { } row)
                continue;
            var lines = declarations.Lines(row);
            var released = lines.Count(line => line.Outcome == LineOutcome.Released);
            var selected = lines.Count(line => line.Outcome == LineOutcome.Selected);
            var isRejected = row.State == DeclarationState.Rejected;
            answers.Add(new StoredDeclaration(
                id, isRejected ? ""
                    : row.Mrn.ToString(), isRejected, row.Lrn, HashOf(files.RawMessage(row.RawFileId, row.RawEntry)),
                row.LineCount, released, selected, lines.Count - released - selected));
        }

        return answers;
    }

    public List<StoredFile> Files(IEnumerable<long> ids)
    {
        var files = opened.Get<IReceivedFiles>();
        var answers = new List<StoredFile>();
        foreach (var id in ids)
        {
            if (files.Find(id) is not { } file)
                continue;
            var outcomes = new char[file.Entries];
            Array.Fill(outcomes, '.');
            for (var from = 0; from < file.Entries; from += ReceiptsAtOnce)
            {
                foreach (var receipt in files.Receipts(id, from, ReceiptsAtOnce))
                    outcomes[receipt.Entry] = receipt.Outcome.ToString()[0];
            }

            answers.Add(new StoredFile(
                id, file.ContentHash, file.Entries, file.NextEntry, new string(outcomes), file.Counts.Lines));
        }

        return answers;
    }

    /// <summary>How often each message stands in the acknowledged part of the spool.</summary>
    public Dictionary<string, int> SpooledHashes()
    {
        using var connection = opened.Store.OpenRead();
        var numbers = IntakeStore.Numbers(connection);
        var counts = new Dictionary<string, int>();
        for (var number = 1L; number <= numbers.Spool_Number; number++)
        {
            var path = Path.Combine(opened.Store.Folder.ArchivePath, "spool", $"{number:D8}.spool");
            var end = number < numbers.Spool_Number ? new FileInfo(path).Length : numbers.Spool_Length;
            for (var at = 0L; at < end;)
            {
                var message = Spool.Read(opened.Store.Folder.ArchivePath, (number << 32) + at);
                var hash = HashOf(message);
                counts[hash] = counts.GetValueOrDefault(hash) + 1;
                at += 8 + message.Length;
            }
        }

        return counts;
    }

    public StoredTotals Totals()
    {
        var days = opened.Get<IDeclarations>().Days(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        var files = 0L;
        long? before = null;
        for (var page = opened.Get<IReceivedFiles>().List(200, before); page.Count > 0;
             page = opened.Get<IReceivedFiles>().List(200, before))
        {
            files += page.Count;
            before = page[^1].Id;
        }

        using var connection = opened.Store.OpenRead();
        var last = IntakeStore.Numbers(connection).Next_Sequence - 1;
        var requests = 0L;
        for (var id = 1L; id <= last; id++)
            requests += opened.Get<IDeclarations>().Request(id)?.State == RequestState.Rejected ? 1 : 0;
        return new StoredTotals(
            last, files, days.Sum(day => day.Accepted), days.Sum(day => day.Rejected) + requests,
            days.Sum(day => day.Lines),
            days.Sum(day => day.Released), days.Sum(day => day.Selected), days.Sum(day => day.Undecided));
    }

    public List<FaultAnswer> Verify(long replay) =>
        [.. opened.Get<Verification>().Run(replay, (_, _, _) => { }).Select(fault =>
            new FaultAnswer(fault.Promise, fault.Sentence))];

    public StateAnswer State()
    {
        var intake = opened.Get<IIntake>();
        return new StateAnswer(intake.Fault?.ToString(), intake.Pulse.Total.Counts.Messages);
    }

    public static string HashOf(byte[]? raw) => raw is null ? "" : Convert.ToHexStringLower(SHA256.HashData(raw));
}

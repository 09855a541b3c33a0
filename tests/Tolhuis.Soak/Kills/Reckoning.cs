// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;
using Tolhuis.Soak.Child;

namespace Tolhuis.Soak.Kills;

/// <summary>Holds what the store has against what was acknowledged, and at the end against all that was sent.</summary>
internal sealed class Reckoning(List<SentMessage> messages, List<SentFile> files, FaultList faults)
{
    private const int IdsAtOnce = 1_000;
    private int _checkedMessages;
    private int _checkedFiles;

    /// <summary>After a restart: all promises, and every acknowledgement since the restart before.</summary>
    public async Task Quickly(ChildProcess child, long replay)
    {
        await Verify(child, replay);
        await CheckMessages(child, messages.Skip(_checkedMessages).ToList());
        await CheckFiles(child, files.Skip(_checkedFiles).ToList(), isDecided: false);
        _checkedMessages = messages.Count;
        _checkedFiles = files.Count;
    }

    /// <summary>
    /// At the end: everything decided, everything replayed, every message there once and nothing else.
    /// </summary>
    public async Task<StoredTotals> Fully(ChildProcess child)
    {
        await child.Ask(FrameKind.WaitDecided, files.Select(file => file.Answer!.FileId).ToArray());
        await Verify(child, long.MaxValue);
        await CheckMessages(child, messages);
        await CheckFiles(child, files, isDecided: true);
        await CheckSpool(child);
        await CheckOnce(child);
        return await CheckTotals(child);
    }

    private async Task Verify(ChildProcess child, long replay)
    {
        foreach (var fault in (await child.Ask(FrameKind.Verify, replay)).Content<List<FaultAnswer>>())
            faults.Add(fault.Promise, fault.Sentence);
    }

    private async Task CheckMessages(ChildProcess child, IReadOnlyList<SentMessage> sent)
    {
        foreach (var chunk in sent.Where(message => message.Answer!.DeclarationId > 0).Chunk(IdsAtOnce))
        {
            var stored = (await child.Ask(FrameKind.Stored,
                chunk.Select(message => message.Answer!.DeclarationId).ToArray()))
                .Content<List<StoredDeclaration>>().DistinctBy(row => row.Id).ToDictionary(row => row.Id);
            foreach (var message in chunk)
                CheckMessage(message, stored.GetValueOrDefault(message.Answer!.DeclarationId));
        }
    }

    private void CheckMessage(SentMessage message, StoredDeclaration? row)
    {
        var answer = message.Answer!;
        if (row is null)
        {
            faults.Add("acknowledged", $"Declaration {answer.DeclarationId} was acknowledged and is not there.");
            return;
        }

        faults.Check(row.RawHash == message.Expected.Hash, "acknowledged",
            $"Declaration {row.Id} holds another message.");
        faults.Check(row.Mrn == (row.IsRejected ? "" : answer.Mrn), "acknowledged",
            $"Declaration {row.Id} has another MRN.");
        if (answer.Outcome == MessageOutcome.Accepted)
        {
            faults.Check(
                (row.IsRejected, row.Lines, row.Released, row.Selected, row.Undecided)
                == (false, answer.Lines, answer.Released, answer.Selected, answer.Undecided),
                "acknowledged", $"Acknowledged {answer}, stored {row}");
        }
        else if (answer.Outcome == MessageOutcome.Rejected)
        {
            faults.Check(row.IsRejected, "acknowledged", $"Declaration {row.Id} was rejected and stands as accepted.");
        }
    }

    private async Task CheckFiles(ChildProcess child, IReadOnlyList<SentFile> sent, bool isDecided)
    {
        var stored = (await child.Ask(FrameKind.Files, sent.Select(file => file.Answer!.FileId).ToArray()))
            .Content<List<StoredFile>>().ToDictionary(row => row.Id);
        foreach (var file in sent)
        {
            if (!stored.TryGetValue(file.Answer!.FileId, out var row))
            {
                faults.Add("acknowledged", $"File {file.Answer.FileId} was acknowledged and is not there.");
                continue;
            }

            faults.Check(row.ContentHash == file.Hash, "acknowledged", $"File {row.Id} is another file.");
            var expected = file.Outcomes[..row.Decided] + new string('.', row.Entries - row.Decided);
            // While files are being decided the row and its receipts are not read in one snapshot.
            var isAsExpected = isDecided ? row.Outcomes == expected
                : !row.Outcomes.Where((c, i) => c != '.' && c != file.Outcomes[i]).Any();
            faults.Check(isAsExpected, "outcomes", $"File {row.Id} is decided {row.Outcomes}, expected {expected}");
            faults.Check(
                !isDecided || (row.Decided == file.Entries.Count && row.Lines == file.Lines),
                "outcomes",
                $"File {row.Id}: {row.Decided} of {file.Entries.Count} entries, {row.Lines} of {file.Lines} lines.");
        }
    }

    /// <summary>Also a message that became no declaration was kept before it was answered.</summary>
    private async Task CheckSpool(ChildProcess child)
    {
        var stored = (await child.Ask(FrameKind.Spool, 0)).Content<Dictionary<string, int>>();
        foreach (var same in messages.GroupBy(message => message.Expected.Hash))
        {
            var count = stored.GetValueOrDefault(same.Key);
            faults.Check(
                count >= same.Count() && count <= same.Sum(message => message.Attempts),
                "spool", $"A message stands {count} times in the spool; it was acknowledged {same.Count()} times.");
        }

        var known = messages.Select(message => message.Expected.Hash).ToHashSet();
        faults.Check(stored.Keys.All(known.Contains), "spool", "The spool holds a message that nobody sent.");
    }

    private async Task CheckOnce(ChildProcess child)
    {
        var totals = (await child.Ask(FrameKind.Totals, 0)).Content<StoredTotals>();
        var counts = new Dictionary<string, int>();
        for (var from = 1L; from <= totals.LastId; from += IdsAtOnce)
        {
            var ids = Enumerable.Range(0, IdsAtOnce).Select(i => from + i).ToArray();
            foreach (var row in (await child.Ask(FrameKind.Stored, ids)).Content<List<StoredDeclaration>>())
                counts[row.RawHash] = counts.GetValueOrDefault(row.RawHash) + 1;
        }

        foreach (var same in Expected().GroupBy(sent => sent.Message.Hash))
        {
            var declarations = same.Where(sent => sent.Message.IsDeclaration).ToList();
            var most = declarations.Sum(sent => sent.Message.IsRepeatable ? sent.Attempts : 1);
            var count = counts.GetValueOrDefault(same.Key);
            faults.Check(
                count >= declarations.Count && count <= most, "once",
                $"Message {same.Key} became {count} declarations, expected {declarations.Count}.");
            counts.Remove(same.Key);
        }

        faults.Check(counts.Count == 0, "once", $"{counts.Count} messages became declarations and nobody sent them.");
    }

    private async Task<StoredTotals> CheckTotals(ChildProcess child)
    {
        var totals = (await child.Ask(FrameKind.Totals, 0)).Content<StoredTotals>();
        var expected = Expected().ToList();
        var accepted = expected.Where(sent => sent.Message.Outcome == MessageOutcome.Accepted).ToList();
        var rejected = expected.Where(sent => sent.Message.Outcome == MessageOutcome.Rejected).ToList();
        faults.Check(totals.Files == files.Count, "totals", $"{totals.Files} files, sent {files.Count}.");
        faults.Check(totals.Accepted == accepted.Count, "totals",
            $"{totals.Accepted} accepted, expected {accepted.Count}.");
        faults.Check(
            totals.Lines == accepted.Sum(sent => (long)sent.Message.Lines), "totals",
            $"{totals.Lines} lines, expected {accepted.Sum(sent => (long)sent.Message.Lines)}.");
        faults.Check(
            totals.Rejected >= rejected.Count
            && totals.Rejected <= rejected.Sum(sent => sent.Message.IsRepeatable ? sent.Attempts : 1),
            "totals", $"{totals.Rejected} rejected, expected {rejected.Count}.");
        faults.Check(
            totals.Lines == totals.Released + totals.Selected + totals.Undecided,
                "totals", $"The lines do not add up: {totals}");
        return totals;
    }

    private IEnumerable<(ExpectedMessage Message, int Attempts)> Expected() =>
        messages.Select(message => (message.Expected, message.Attempts))
            .Concat(files.SelectMany(file => file.Entries.Select(entry => (entry, 1))));
}

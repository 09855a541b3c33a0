// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>Something in a store that is not as promised.</summary>
/// <param name="Promise">Name of the promise.</param>
/// <param name="Sentence">What is wrong and where.</param>
public sealed record VerificationFault(string Promise, string Sentence);

/// <summary>
/// Checks every promise of a store: the rows by queries, archive and documents by their hashes, the audit trail by its
/// chain, and the
/// decisions by replay: each message is read again, under the edition and on the day it was decided with, and must give
/// the
/// same lines, amounts and outcomes.
/// </summary>
public sealed class Verification(
    IConnections connections, Store store, ITariff tariff, IKeys keys, IDeclarations declarations,
    ISelections selections, IReceivedFiles files, IDocuments documents, IAuditTrail trail)
{
    private const int MaxFaults = 200;
    private List<VerificationFault> _faults = [];
    private (long Id, FileContent? Content) _opened;

    /// <param name="replay">How many of the newest accepted declarations are replayed.</param>
    /// <param name="report">Gets (done, total, name of the promise).</param>
    public IReadOnlyList<VerificationFault> Run(long replay, Action<int, int, string> report)
    {
        _faults = [];
        _opened = default;
        var steps = new List<(string Name, Action<DbConnection> Check)> { ("engine", CheckEngine) };
        steps.AddRange(VerificationStore.Promises.Select(promise =>
            (promise.Name, (Action<DbConnection>)(connection => CheckPromise(connection, promise)))));
        steps.Add(("local-reference-numbers", CheckLrns));
        steps.Add(("control-totals", CheckControlTotals));
        steps.Add(("parcels", CheckParcels));
        steps.Add(("archive", CheckArchive));
        steps.Add(("documents", _ => CheckDocuments()));
        steps.Add(("trail", _ => CheckTrail()));
        steps.Add(("replay", connection => CheckReplay(connection, replay)));
        for (var i = 0; i < steps.Count && _faults.Count < MaxFaults; i++)
        {
            report(i, steps.Count, steps[i].Name);
            using var connection = connections.OpenRead();
            steps[i].Check(connection);
        }

        return _faults;
    }

    private void CheckEngine(DbConnection connection)
    {
        foreach (var line in VerificationStore.EngineFaults(connection))
            Add("engine", line);
    }

    private void CheckPromise(DbConnection connection, StorePromise promise)
    {
        var broken = VerificationStore.Broken(connection, promise);
        if (broken.Count > 0)
            Add(promise.Name, $"{promise.Sentence} Broken at {string.Join(", ", broken)}.");
    }

    private void CheckLrns(DbConnection connection)
    {
        foreach (var week in VerificationStore.Weeks(connection))
        {
            var broken = VerificationStore.BrokenLrns(connection, week);
            if (broken.Count > 0)
                Add("local-reference-numbers", $"Week {week}: numbers lead nowhere at {string.Join(", ", broken)}.");
        }

        var (registered, accepted) = VerificationStore.AcceptedLrns(connection);
        if (registered != accepted)
        {
            Add("local-reference-numbers", string.Create(
                CultureInfo.InvariantCulture,
                $"{accepted} declarations are accepted and {registered} numbers of accepted ones are registered."));
        }
    }

    private void CheckControlTotals(DbConnection connection)
    {
        foreach (var fault in ControlTotals.Faults(connection).Take(20))
            Add("control-totals", fault);
    }

    private void CheckParcels(DbConnection connection)
    {
        foreach (var fault in Parcels.ParcelPromise.Faults(connection).Take(20))
            Add("parcels", fault);
    }

    private void CheckArchive(DbConnection connection)
    {
        foreach (var (id, receivedAt, hash) in VerificationStore.Files(connection))
        {
            var path = Archive.PathOf(store.Folder.ArchivePath, id, receivedAt);
            if (!File.Exists(path))
            {
                Add("archive", $"Received file {id} is missing: {path}.");
                continue;
            }

            using var stream = File.OpenRead(path);
            if (!SHA256.HashData(stream).AsSpan().SequenceEqual(hash))
                Add("archive", $"Received file {id} is not as it was received: {path}.");
        }
    }

    private void CheckDocuments()
    {
        foreach (var (row, path, isGone) in documents.Damaged(MaxFaults - _faults.Count))
        {
            Add("documents", string.Create(
                CultureInfo.InvariantCulture,
                $"Document {row.Id} (declaration {row.DeclarationId}) is {(isGone ? "missing" : "damaged")}: {path}."));
        }
    }

    private void CheckTrail()
    {
        foreach (var fault in trail.Verify())
            Add("trail", string.Create(CultureInfo.InvariantCulture, $"{fault.Kind} {fault.Number}: {fault.Sentence}"));
    }

    private void CheckReplay(DbConnection connection, long limit)
    {
        var replay = new Replay(tariff, keys);
        foreach (var id in VerificationStore.ToReplay(connection, limit))
        {
            foreach (var decided in CasesOf(connection, declarations.Find(id)!))
                CheckCase(connection, replay, decided);
            if (_faults.Count >= MaxFaults)
                break;
        }

        _opened = default;
    }

    private void CheckCase(DbConnection connection, Replay replay, ReplayCase decided)
    {
        var (row, version) = (decided.Row, decided.Version);
        var name = version.Version == 1 ? $"declaration {row.Mrn}"
            : string.Create(CultureInfo.InvariantCulture, $"version {version.Version} of declaration {row.Mrn}");
        if (RawOf(version.RawFileId, version.RawEntry) is not { } raw)
        {
            Add("replay", $"The message of {name} cannot be read back.");
            return;
        }

        var hash = version.Version == 1
            ? VerificationStore.ContentHash(connection, row.Id)
            : VerificationStore.ContentHash(connection, row.Id, version.Version);
        if (!Hash16(raw).AsSpan().SequenceEqual(hash))
            Add("replay", $"The message of {name} is not the one that was decided on.");
        foreach (var difference in replay.Differences(decided, raw))
            Add("replay", $"{name[..1].ToUpperInvariant()}{name[1..]}: {difference}");
    }

    /// <summary>Every version of a declaration with what was decided on it.</summary>
    private IEnumerable<ReplayCase> CasesOf(DbConnection connection, DeclarationRow row)
    {
        var supplementedOn = row.SupplementsId is { } id ? declarations.Find(id)?.AcceptedOn : null;
        IReadOnlyList<VersionRow> versions = row.Version == 1 ? [OnlyVersionOf(row)] : declarations.Versions(row.Id);
        IReadOnlyList<LineRow>? before = null;
        foreach (var version in versions)
        {
            var lines = declarations.Lines(version);
            var reasons = selections.Of(row with { FirstLine = version.FirstLine, LineCount = version.LineCount });
            // What people did since then is theirs: only a state that the decider gave with these lines is compared.
            var isCompared = version.Version == row.Version && row.State switch
            {
                DeclarationState.Released => lines.All(line => line.Outcome == LineOutcome.Released),
                DeclarationState.Accepted => lines.All(line => line.Outcome != LineOutcome.Selected),
                DeclarationState.UnderControl => true,
                _ => false,
            };
            IReadOnlyList<Problem> manual = version.RequestId is { } request
                ? [.. declarations.Problems(request).Where(problem => problem.Severity == Severity.Manual)]
                : [];
            yield return new ReplayCase(
                row, version, isCompared ? row.State : null, lines, before, reasons, manual, supplementedOn)
            {
                IsGranted = version.RequestId is { } by && declarations.Request(by)?.DecidedBy is not null,
                Determined = version.Kind == MessageKind.Determination
                    ? DeterminedStore.Of(connection, row.Id, version.Version) : [],
            };
            before = lines;
        }
    }

    private static VersionRow OnlyVersionOf(DeclarationRow row) => new(
        row.Id, 1, MessageKind.NewDeclaration, null, row.ReceivedAt, row.Edition,
        row.AcceptedOn ?? DutchTime.DateOf(row.ReceivedAt), row.DrawDay, row.RawFileId, row.RawEntry, row.FirstLine,
        row.LineCount, row.ValueCents, row.DutyCents, row.VatCents)
    {
        DecidedAs = DecidedContent.DecidedAs(row),
        MessageVersion = row.MessageVersion,
    };

    private byte[]? RawOf(long fileId, long entry)
    {
        try
        {
            if (fileId == 0)
                return files.RawMessage(0, entry);
            // Neighbours stand in the same file: it is opened once for all of them.
            if (_opened.Id != fileId)
                _opened = (fileId, ContentOf(fileId));
            if (_opened.Content is not { } content || entry < 0 || entry >= content.Count)
                return null;
            var buffer = new byte[16 * 1024];
            var (length, problem) = content.Read((int)entry, ref buffer);
            return problem is null ? buffer[..length] : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private FileContent? ContentOf(long fileId)
    {
        if (files.Find(fileId) is not { } file)
            return null;
        var path = Archive.PathOf(store.Folder.ArchivePath, file.Id, file.ReceivedAt);
        return File.Exists(path) ? FileContent.Open(File.ReadAllBytes(path)).Content : null;
    }

    private static byte[] Hash16(byte[] raw) => SHA256.HashData(raw)[..16];

    private void Add(string promise, string sentence)
    {
        if (_faults.Count < MaxFaults)
            _faults.Add(new VerificationFault(promise, sentence));
    }
}

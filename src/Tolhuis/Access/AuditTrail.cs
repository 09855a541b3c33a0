// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Security.Cryptography;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>
/// The audit trail. Invariants: a record is never changed or removed, its content may be destroyed by retention; every
/// record is sealed within seconds; the head of the chain stands signed outside the store within a minute.
/// </summary>
internal sealed class AuditTrail(
    TrailStore store, IConnections connections, TrailHeads heads, IKeys keys, TimeProvider time) : IAuditTrail
{
    private const int MaxText = 400;
    private const int MaxDetails = 4_000;
    private const int SealBatch = 1_000;
    private const int MaxFaults = 100;
    private long _signedNumber;

    public void Record(DbConnection connection, DbTransaction transaction, TrailEntry entry)
    {
        var kept = Bounded(entry);
        var at = time.NowMicroseconds();
        var salt = RandomNumberGenerator.GetBytes(16);
        TrailStore.Insert(connection, transaction, at, kept, salt, TrailChain.HashRecord(salt, at, kept));
    }

    public Task Record(TrailEntry entry) => connections.Write((connection, transaction) =>
    {
        Record(connection, transaction, entry);
        return 0;
    });

    public IReadOnlyList<TrailRow> List(int limit = 100, long? before = null) =>
        store.List(Math.Clamp(limit, 1, 1_000), before);

    public async Task<int> Seal()
    {
        var count = 0;
        int batch;
        do
        {
            batch = await connections.Write(SealOnce);
            count += batch;
        }
        while (batch == SealBatch);
        return count;
    }

    public Task SignHead()
    {
        using var connection = connections.OpenRead();
        if (TrailStore.LastSeal(connection, null) is { } seal && seal.Number != _signedNumber)
        {
            heads.Append(seal, time.NowMicroseconds());
            _signedNumber = seal.Number;
        }

        return Task.CompletedTask;
    }

    public IReadOnlyList<TrailFault> Verify()
    {
        var faults = new List<TrailFault>();
        using var connection = connections.OpenRead();
        var previous = TrailChain.Genesis;
        long number = 0;
        long lastId = 0;
        for (var seals = TrailStore.SealsAfter(connection, 0, SealBatch);
            seals.Count > 0 && faults.Count < MaxFaults;
            seals = TrailStore.SealsAfter(connection, number, SealBatch))
        {
            foreach (var seal in seals)
            {
                CheckSeal(connection, seal, number, lastId, previous, faults);
                (number, lastId, previous) = (seal.Number, seal.LastId, seal.Seal);
            }
        }

        foreach (var row in TrailStore.After(connection, null, lastId, SealBatch))
            CheckRecord(row, faults);
        CheckHeads(connection, faults);
        return faults.Count <= MaxFaults ? faults : faults[..MaxFaults];
    }

    private int SealOnce(DbConnection connection, DbTransaction transaction)
    {
        var last = TrailStore.LastSeal(connection, transaction);
        var rows = TrailStore.After(connection, transaction, last?.LastId ?? 0, SealBatch);
        if (rows.Count == 0)
            return 0;
        var root = TrailChain.Root(rows.Select(r => (r.Row.Id, r.Hash)));
        TrailStore.InsertSeal(connection, transaction, new SealRow(
            (last?.Number ?? 0) + 1, rows[0].Row.Id, rows[^1].Row.Id, root,
            TrailChain.Seal(last?.Seal ?? TrailChain.Genesis, root),
            time.NowMicroseconds()));
        return rows.Count;
    }

    private static void CheckSeal(
        DbConnection connection, SealRow seal, long previousNumber, long previousId, byte[] previousSeal,
        List<TrailFault> faults)
    {
        if (seal.Number != previousNumber + 1)
            faults.Add(new TrailFault("seal-missing", previousNumber + 1, $"Seal {previousNumber + 1} is missing."));
        var rows = TrailStore.After(connection, null, previousId, SealBatch).FindAll(r => r.Row.Id <= seal.LastId);
        foreach (var row in rows)
            CheckRecord(row, faults);
        var root = TrailChain.Root(rows.Select(r => (r.Row.Id, r.Hash)));
        if (!root.AsSpan().SequenceEqual(seal.Root))
            faults.Add(
                new TrailFault(
                    "root", seal.Number, $"The records under seal {seal.Number} are not those that were sealed."));
        if (!TrailChain.Seal(previousSeal, seal.Root).AsSpan().SequenceEqual(seal.Seal))
            faults.Add(
                new TrailFault("seal", seal.Number, $"Seal {seal.Number} does not follow from the seal before it."));
    }

    private static void CheckRecord(SealedRow row, List<TrailFault> faults)
    {
        if (TrailChain.HashRecord(row) is { } hash && !hash.AsSpan().SequenceEqual(row.Hash))
            faults.Add(new TrailFault("record", row.Row.Id, $"Record {row.Row.Id} was changed after it was written."));
    }

    private void CheckHeads(DbConnection connection, List<TrailFault> faults)
    {
        foreach (var head in heads.Read())
        {
            if (faults.Count >= MaxFaults)
                return;
            if (head is null)
            {
                faults.Add(new TrailFault("head-unreadable", 0, "A line in the file of signed heads cannot be read."));
                continue;
            }

            if (!HasGoodSignature(head))
                faults.Add(
                    new TrailFault(
                        "head-signature", head.Number, $"The signature under head {head.Number} is not right."));
            var seal = TrailStore.FindSeal(connection, head.Number);
            if (seal is null)
                faults.Add(
                    new TrailFault(
                        "tail-cut", head.Number, $"Seal {head.Number} was signed and is no longer in the store."));
            else if (Convert.ToHexString(seal.Seal) != head.Seal)
                faults.Add(
                    new TrailFault(
                        "rebuilt", head.Number, $"Seal {head.Number} differs from the one that was signed."));
        }
    }

    private bool HasGoodSignature(TrailHead head)
    {
        var bytes = new byte[256];
        return Convert.TryFromBase64String(head.Signature, bytes, out var length)
            && keys.Verify(head.Signed(), new Signature(head.KeyId, bytes[..length]));
    }

    private static TrailEntry Bounded(TrailEntry entry) => entry with
    {
        Actor = entry.Actor with { Name = Cut(entry.Actor.Name, MaxText) },
        Action = Cut(entry.Action, MaxText),
        ObjectKind = Cut(entry.ObjectKind, MaxText),
        ObjectId = Cut(entry.ObjectId, MaxText),
        Outcome = Cut(entry.Outcome, MaxText),
        Origin = Cut(entry.Origin, MaxText),
        Details = Cut(entry.Details, MaxDetails),
    };

    // A lone half of a surrogate pair would not come back from the store as it went in, and the hash would differ.
    private static string Cut(string text, int most) => System.Text.Encoding.UTF8.GetString(
        System.Text.Encoding.UTF8.GetBytes(text.Length <= most ? text : text[..most]))
            .Replace("\0", "", StringComparison.Ordinal);
}

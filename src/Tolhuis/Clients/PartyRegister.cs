// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Data.Common;
using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Clients;

/// <summary>
/// The register in memory over its table. Invariant: memory holds only what is committed; a party met inside a batch
/// becomes
/// visible by <see cref="Confirm"/> after the commit of that batch.
/// </summary>
public sealed class PartyRegister : IMeetParties
{
    /// <summary>
    /// A declaration may name anyone; beyond this number of unknown parties no further ones are kept.
    /// </summary>
    public const int MaxParties = 2_000_000;

    private readonly IConnections _connections;
    private readonly ConcurrentDictionary<Eori, RegisteredParty> _byEori = new();
    private readonly ConcurrentDictionary<long, RegisteredParty> _byId = new();
    private long _nextId = 1;

    public PartyRegister(IConnections connections)
    {
        _connections = connections;
        using var connection = connections.OpenRead();
        foreach (var party in ClientsStore.ReadAll(connection))
            Confirm(party);
    }

    public IReadOnlyCollection<RegisteredParty> All => (IReadOnlyCollection<RegisteredParty>)_byId.Values;

    public RegisteredParty? Find(Eori eori) => _byEori.GetValueOrDefault(eori);

    public RegisteredParty? Find(long id) => _byId.GetValueOrDefault(id);

    public async Task<int> Register(
        IReadOnlyCollection<(Eori Eori, string Name, PartyKind Kind)> parties, long recordedAt)
    {
        var (registered, added) = await _connections.Write((connection, transaction) =>
        {
            var byEori = new Dictionary<Eori, RegisteredParty>();
            var added = 0;
            foreach (var (eori, name, kind) in parties)
            {
                var known = byEori.GetValueOrDefault(eori) ?? Find(eori);
                var party = new RegisteredParty(known?.Id ?? TakeId(), eori, Bounded(name), kind, IsVerified: true);
                if (known is null)
                    added++;
                if (known != party)
                    ClientsStore.Upsert(connection, transaction, party, recordedAt);
                byEori[eori] = party;
            }

            return (byEori.Values, added);
        }).ConfigureAwait(false);
        foreach (var party in registered)
            Confirm(party);
        return added;
    }

    public RegisteredParty? Meet(Eori eori, string name, DbConnection connection, DbTransaction? transaction,
        long metAt)
    {
        if (_byId.Count >= MaxParties)
            return null;
        var party = new RegisteredParty(TakeId(), eori, Bounded(name), PartyKind.Unknown, IsVerified: false);
        return ClientsStore.Meet(connection, transaction, party, metAt);
    }

    public void Confirm(RegisteredParty party)
    {
        _byEori[party.Eori] = party;
        _byId[party.Id] = party;
        // Register confirms on its caller's thread while the decider takes numbers on the writer's.
        for (var seen = Interlocked.Read(ref _nextId); seen <= party.Id; seen = Interlocked.Read(ref _nextId))
            Interlocked.CompareExchange(ref _nextId, party.Id + 1, seen);
    }

    // Only the writer's thread takes numbers; one taken in a transaction that fails is simply never used.
    private long TakeId() => Interlocked.Increment(ref _nextId) - 1;

    private static string Bounded(string name) => name.Length > 70 ? name[..70] : name;
}

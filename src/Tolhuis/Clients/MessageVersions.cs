// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Clients;

/// <summary>
/// The agreements on message versions in memory over their table. Memory holds only what is committed; what another
/// process agrees is seen within two seconds, when the next message asks.
/// </summary>
internal sealed class MessageVersions : IAgreeVersions
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly IConnections _connections;
    private readonly IAuditTrail _trail;
    private readonly TimeProvider _time;
    private readonly Lock _reading = new();
    private volatile Dictionary<Eori, VersionAgreement[]> _byDeclarant = [];
    private long _readAt;
    private long _lastId;

    public MessageVersions(IConnections connections, IAuditTrail trail, TimeProvider time)
    {
        _connections = connections;
        _trail = trail;
        _time = time;
        lock (_reading)
            ReadNew();
    }

    public bool HasAny
    {
        get
        {
            Refresh();
            return _byDeclarant.Count > 0;
        }
    }

    public IReadOnlyList<VersionAgreement> All =>
        [.. _byDeclarant.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).SelectMany(pair => pair.Value)];

    public int? AgreedWith(Eori declarant, DateOnly day)
    {
        if (!_byDeclarant.TryGetValue(declarant, out var agreements))
            return null;
        int? version = null;
        foreach (var agreement in agreements)
        {
            if (agreement.From <= day)
                version = agreement.Version;
        }

        return version;
    }

    public async Task Agree(VersionAgreement agreement, Actor by, long recordedAt)
    {
        await _connections.Write((connection, transaction) =>
        {
            ClientsStore.AddVersion(connection, transaction, agreement, recordedAt);
            _trail.Record(connection, transaction, new TrailEntry(
                by,
                "clients:agree-version",
                "declarant",
                agreement.Declarant.ToString(),
                Details: string.Create(
                    CultureInfo.InvariantCulture, $"version {agreement.Version} from {agreement.From:yyyy-MM-dd}")));
            return true;
        }).ConfigureAwait(false);
        lock (_reading)
            ReadNew();
    }

    // Few ask while one reads: they go on with what was known until then.
    private void Refresh()
    {
        if (_time.GetElapsedTime(Volatile.Read(ref _readAt)) < Fresh || !_reading.TryEnter())
            return;
        try
        {
            if (_time.GetElapsedTime(_readAt) >= Fresh)
                ReadNew();
        }
        catch (DbException)
        {
            // What was agreed before still holds; the next message asks again in two seconds.
            Volatile.Write(ref _readAt, _time.GetTimestamp());
        }
        finally
        {
            _reading.Exit();
        }
    }

    // The table is only added to, so that what came since the last reading is all there is to read.
    private void ReadNew()
    {
        using var connection = _connections.OpenRead();
        foreach (var (id, agreement) in ClientsStore.ReadVersions(connection, _lastId))
        {
            if (agreement is not null)
                Confirm(agreement);
            _lastId = id;
        }

        Volatile.Write(ref _readAt, _time.GetTimestamp());
    }

    // A new table takes the place of the old one, so that readers need no lock.
    private void Confirm(VersionAgreement agreement)
    {
        var all = new Dictionary<Eori, VersionAgreement[]>(_byDeclarant);
        var others = all.GetValueOrDefault(agreement.Declarant, []).Where(other => other.From != agreement.From);
        all[agreement.Declarant] = [.. others.Append(agreement).OrderBy(its => its.From)];
        _byDeclarant = all;
    }
}

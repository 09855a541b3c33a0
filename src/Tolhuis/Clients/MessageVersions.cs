// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Clients;

/// <summary>The agreements on message versions in memory over their table: memory holds only what is committed.
/// </summary>
internal sealed class MessageVersions : IAgreeVersions
{
    private readonly IConnections _connections;
    private readonly IAuditTrail _trail;
    private volatile Dictionary<Eori, VersionAgreement[]> _byDeclarant = [];

    public MessageVersions(IConnections connections, IAuditTrail trail)
    {
        _connections = connections;
        _trail = trail;
        using var connection = connections.OpenRead();
        foreach (var agreement in ClientsStore.ReadVersions(connection))
            Confirm(agreement);
    }

    public bool HasAny => _byDeclarant.Count > 0;

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
        lock (_connections)
            Confirm(agreement);
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

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>
/// What the store knows of keys: commitments of days and which keys it has seen, each with its record in the trail.
/// Never a secret.
/// </summary>
internal sealed class KeyStore(IConnections connections, IAuditTrail trail, TimeProvider time)
{
    public void Commit(DbConnection connection, DbTransaction transaction, DateOnly day, string commitment)
    {
        var text = Iso(day);
        var kept = connection.ExecuteScalar<string?>(
            "select commitment from access_commitments where day = @text", new { text }, transaction);
        Invariant.Holds(
            kept is null || kept == commitment, $"The sample key of {text} is the one that was committed to.");
        if (kept is not null)
            return;
        connection.Execute(
            "insert into access_commitments (day, commitment, recorded_at) values (@text, @commitment, @at)",
            new { text, commitment, at = time.NowMicroseconds() }, transaction);
        trail.Record(connection, transaction, new TrailEntry(
            Actor.System, "access:commit-draw-key", "day", text, Details: commitment));
    }

    public bool IsCommitted(DateOnly day)
    {
        using var connection = connections.OpenRead();
        return connection.ExecuteScalar<long>(
            "select count(*) from access_commitments where day = @text", new { text = Iso(day) }) == 1;
    }

    /// <summary>
    /// Records every key that the store has not seen before: keys are also made on the command line, without the store.
    /// </summary>
    public Task<int> RecordNewKeys(IReadOnlyList<KeyRow> keys) => connections.Write((connection, transaction) =>
    {
        var count = 0;
        foreach (var key in keys)
        {
            var kind = key.Kind.ToString().ToLowerInvariant();
            if (connection.Execute(
                "insert into access_keys_seen (kind, key_id, seen_at) values (@kind, @id, @at) on conflict do nothing",
                new { kind, id = key.Id, at = time.NowMicroseconds() }, transaction) == 0)
                continue;
            count++;
            trail.Record(connection, transaction, new TrailEntry(
                Actor.System, "access:new-key", "key", key.Id, Details: $"fingerprint {key.Fingerprint}"));
        }

        return count;
    });

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

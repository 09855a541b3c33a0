// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Tolhuis.Intake;

/// <summary>
/// A promise of the store and the query that finds where it is broken: own numbers, at most 20, none if it holds.
/// </summary>
internal sealed record StorePromise(string Name, string Sentence, string Sql);

/// <summary>
/// The promises of a store that a query can check. Each query gives the numbers of what breaks the promise.
/// </summary>
internal static class VerificationStore
{
    public static readonly IReadOnlyList<StorePromise> Promises =
        [.. DecisionPromises.All, .. LifePromises.All, .. ControlPromises.All, .. FilePromises.All];

    public static IReadOnlyList<long> Broken(DbConnection connection, StorePromise promise) =>
        connection.Query<long>($"SELECT * FROM ({promise.Sql}) LIMIT 20", commandTimeout: 3_600).ToList();

    /// <summary>Local reference numbers that lead to no declaration or to one with another number.</summary>
    public static IReadOnlyList<long> BrokenLrns(DbConnection connection, int week) =>
        connection.Query<long>(
            $"""
             SELECT n.declaration_id FROM {DecisionStore.LrnTable(week)} n
             LEFT JOIN declarations_declarations d ON d.id = n.declaration_id
             LEFT JOIN declarations_requests r ON r.id = n.declaration_id
             WHERE coalesce(d.id, r.id) IS NULL
                 OR (coalesce(d.lrn, r.lrn) <> n.lrn AND coalesce(d.lrn, r.lrn) || char(31)
                     <> substr(n.lrn, 1, length(coalesce(d.lrn, r.lrn)) + 1))
                 OR coalesce(d.state = 2, r.state = 5) <> n.is_rejected LIMIT 20
             """,
            commandTimeout: 3_600).ToList();

    /// <summary>Registered numbers that say accepted, and accepted declarations and requests: as many.</summary>
    public static (long Registered, long Accepted) AcceptedLrns(DbConnection connection) =>
    (
        Weeks(connection).Sum(week => connection.ExecuteScalar<long>(
            $"SELECT count(*) FROM {DecisionStore.LrnTable(week)} WHERE is_rejected = 0", commandTimeout: 3_600)),
        connection.ExecuteScalar<long>(
            """
            SELECT (SELECT count(*) FROM declarations_declarations WHERE state <> 2)
                + (SELECT count(*) FROM declarations_requests WHERE state <> 5)
            """,
            commandTimeout: 3_600));

    public static IEnumerable<string> EngineFaults(DbConnection connection) =>
        connection.Query<string>("PRAGMA quick_check(20)").Where(line => line != "ok");

    public static IEnumerable<(long Id, long ReceivedAt, byte[] Hash)> Files(DbConnection connection) =>
        connection.Query<(long, long, byte[])>("SELECT id, received_at, content_hash FROM intake_files ORDER BY id",
            buffered: false);

    /// <summary>Own numbers of accepted declarations to replay: the newest ones, or all.</summary>
    public static IEnumerable<long> ToReplay(DbConnection connection, long limit) =>
        connection.Query<long>(
            "SELECT id FROM declarations_declarations WHERE state <> 2 ORDER BY id DESC LIMIT @limit", new { limit },
                buffered: false);

    public static byte[] ContentHash(DbConnection connection, long id) =>
        connection.ExecuteScalar<byte[]>("SELECT content_hash FROM declarations_declarations WHERE id = @id",
            new { id })!;

    /// <summary>Hash of the message that a version was made from.</summary>
    public static byte[] ContentHash(DbConnection connection, long id, int version) =>
        connection.ExecuteScalar<byte[]>(
            "SELECT content_hash FROM declarations_versions WHERE declaration_id = @id AND version = @version",
            new { id, version })!;

    public static IReadOnlyList<int> Weeks(DbConnection connection) =>
        connection.Query<long>("SELECT week FROM declarations_lrn_weeks")
            .Select(week => Convert.ToInt32(week, CultureInfo.InvariantCulture)).ToList();
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>A record with what its hash is made of; salt and content are null once destroyed.</summary>
internal sealed record SealedRow(TrailRow Row, byte[]? Salt, byte[] Hash);

/// <summary>A link of the chain: a run of records, their root, and the seal over it and the seal before.</summary>
internal sealed record SealRow(long Number, long FirstId, long LastId, byte[] Root, byte[] Seal, long SealedAt);

/// <summary>SQL of the audit trail.</summary>
internal sealed class TrailStore(IConnections connections)
{
    private const string Columns =
        "id, at, actor_kind, actor_id, actor_name, action, object_kind, object_id, outcome, origin, task_id, "
            + "details, salt, hash";

    public static void Insert(
        DbConnection connection, DbTransaction transaction, long at, TrailEntry entry, byte[] salt, byte[] hash) =>
        connection.Execute("""
            insert into access_trail
                (at, actor_kind, actor_id, actor_name, action, object_kind, object_id, outcome, origin, task_id,
                details, salt, hash)
            values (@at, @kind, @actorId, @name, @action, @objectKind, @objectId, @outcome, @origin, @taskId, @details,
                @salt, @hash)
            """,
            new
            {
                at,
                kind = (int)entry.Actor.Kind,
                actorId = entry.Actor.Id,
                name = entry.Actor.Name,
                action = entry.Action,
                objectKind = entry.ObjectKind,
                objectId = entry.ObjectId,
                outcome = entry.Outcome,
                origin = entry.Origin,
                taskId = entry.TaskId,
                details = entry.Details,
                salt,
                hash,
            },
            transaction);

    public IReadOnlyList<TrailRow> List(int limit, long? before)
    {
        using var connection = connections.OpenRead();
        return [.. Read(
            connection, null, $"select {Columns} from access_trail where id < @before order by id desc limit @limit",
            new { before = before ?? long.MaxValue, limit }).Select(r => r.Row)];
    }

    public static List<SealedRow> After(DbConnection connection, DbTransaction? transaction, long id, int limit) =>
        Read(
        connection, transaction, $"select {Columns} from access_trail where id > @id order by id limit @limit",
        new { id, limit });

    public static SealRow? LastSeal(DbConnection connection, DbTransaction? transaction) =>
        ReadSeals(connection, transaction, "order by number desc limit 1", new { }).FirstOrDefault();

    public static List<SealRow> SealsAfter(DbConnection connection, long number, int limit) =>
        ReadSeals(connection, null, "where number > @number order by number limit @limit", new { number, limit });

    public static SealRow? FindSeal(DbConnection connection, long number) =>
        ReadSeals(connection, null, "where number = @number", new { number }).FirstOrDefault();

    public static void InsertSeal(DbConnection connection, DbTransaction transaction, SealRow row) =>
        connection.Execute("""
        insert into access_trail_seals (number, first_id, last_id, root, seal, sealed_at)
        values (@Number, @FirstId, @LastId, @Root, @Seal, @SealedAt)
        """, row, transaction);

    private static List<SealRow> ReadSeals(
        DbConnection connection, DbTransaction? transaction, string rest, object arguments)
    {
        var rows = new List<SealRow>();
        using var reader = (DbDataReader)connection.ExecuteReader(
            $"select number, first_id, last_id, root, seal, sealed_at from access_trail_seals {rest}", arguments,
            transaction);
        while (reader.Read())
        {
            rows.Add(new SealRow(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3),
                reader.GetFieldValue<byte[]>(4), reader.GetInt64(5)));
        }

        return rows;
    }

    private static List<SealedRow> Read(
        DbConnection connection, DbTransaction? transaction, string sql, object arguments)
    {
        var rows = new List<SealedRow>();
        using var reader = (DbDataReader)connection.ExecuteReader(sql, arguments, transaction);
        while (reader.Read())
        {
            var row = new TrailRow(
                reader.GetInt64(0), reader.GetInt64(1), (int)reader.GetInt64(2), reader.GetInt64(3), Text(4),
                reader.GetString(5),
                Text(6), Text(7), Text(8), Text(9), reader.IsDBNull(10) ? null : reader.GetInt64(10), Text(11));
            rows.Add(new SealedRow(
                row, reader.IsDBNull(12) ? null : reader.GetFieldValue<byte[]>(12), reader.GetFieldValue<byte[]>(13)));
        }

        return rows;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}

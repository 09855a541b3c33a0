// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>SQL of tasks. Opened and closed in the transaction of the module whose work they are.</summary>
internal sealed class TaskStore(IConnections connections, IAuditTrail trail, TimeProvider time) : ITasks
{
    private const int MaxRows = 500;
    private const int MaxReason = 500;

    private const string Columns =
        """
        select t.id, t.module, t.kind, t.role, t.purpose, t.object_kind, t.object_id, t.subject, t.opened_at,
            t.due_at, t.taken_by, p.name
        from access_tasks t left join access_people p on p.id = t.taken_by
        """;

    public long Open(DbConnection connection, DbTransaction transaction, TaskRequest request) =>
        connection.ExecuteScalar<long>("""
        insert into access_tasks (module, kind, role, purpose, object_kind, object_id, subject, opened_at, due_at)
        values (@Module, @Kind, @Role, @Purpose, @ObjectKind, @ObjectId, @Subject, @At, @DueAt) returning id
        """,
        new
        {
            request.Module,
            request.Kind,
            Role = request.For.ToString(),
            request.Purpose,
            request.ObjectKind,
            request.ObjectId,
            request.Subject,
            At = time.NowMicroseconds(),
            request.DueAt,
        },
        transaction);

    public int Close(
        DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId) =>
        connection.Execute("""
            update access_tasks set closed_at = @at
            where module = @module and object_kind = @objectKind and object_id = @objectId and closed_at is null
            """, new { module, objectKind, objectId, at = time.NowMicroseconds() }, transaction);

    public int SetDue(
        DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId,
        long dueAt) =>
        connection.Execute("""
            update access_tasks set due_at = @dueAt
            where module = @module and object_kind = @objectKind and object_id = @objectId and closed_at is null
                and (due_at is null or due_at > @dueAt)
            """, new { module, objectKind, objectId, dueAt }, transaction);

    public int PutDue(
        DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId,
        long? dueAt) =>
        connection.Execute("""
            update access_tasks set due_at = @dueAt
            where module = @module and object_kind = @objectKind and object_id = @objectId and closed_at is null
            """, new { module, objectKind, objectId, dueAt }, transaction);

    public OpenTask? FindOpen(
        DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId) =>
        connection.Query<(long Id, long? Due, long? By, long? At, long Simulated)>("""
            select t.id, t.due_at, t.taken_by, t.taken_at, coalesce(p.is_simulated, 0)
            from access_tasks t left join access_people p on p.id = t.taken_by
            where t.module = @module and t.object_kind = @objectKind and t.object_id = @objectId
                and t.closed_at is null
            order by t.id limit 1
            """, new { module, objectKind, objectId }, transaction)
        .Select(row => new OpenTask(row.Id, row.Due, row.By, row.At, row.Simulated != 0)).FirstOrDefault();

    public bool IsOpen(
        DbConnection connection, DbTransaction transaction, string module, string objectKind, string objectId) =>
        connection.ExecuteScalar<long>("""
            select exists (select 1 from access_tasks
            where module = @module and object_kind = @objectKind and object_id = @objectId and closed_at is null)
            """, new { module, objectKind, objectId }, transaction) == 1;

    public IReadOnlyList<TaskRow> ListOpen(IReadOnlyCollection<Role> roles, int limit = 50)
    {
        using var connection = connections.OpenRead();
        using var reader = connection.ExecuteReader(Columns + """

            where t.closed_at is null and t.role in @roles
            order by case when t.due_at is null then 1 else 0 end, t.due_at, t.id limit @limit
            """, new { roles = roles.Select(r => r.ToString()).ToArray(), limit = Math.Clamp(limit, 1, MaxRows) });
        return Read(reader);
    }

    public IReadOnlyDictionary<string, TaskRow> FindOpen(
        string module, string objectKind, IReadOnlyCollection<string> objectIds)
    {
        if (objectIds.Count == 0)
            return new Dictionary<string, TaskRow>(StringComparer.Ordinal);
        using var connection = connections.OpenRead();
        using var reader = connection.ExecuteReader(Columns + """

            where t.closed_at is null and t.module = @module and t.object_kind = @objectKind
                and t.object_id in @ids
            order by t.id limit @limit
            """, new { module, objectKind, ids = objectIds.Take(MaxRows).ToArray(), limit = MaxRows });
        return Read(reader).GroupBy(row => row.ObjectId, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.First(), StringComparer.Ordinal);
    }

    private static List<TaskRow> Read(System.Data.IDataReader reader)
    {
        var rows = new List<TaskRow>();
        while (reader.Read())
        {
            rows.Add(new TaskRow(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), Enum.Parse<Role>(reader.GetString(3)),
                reader.GetString(4), reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetInt64(8),
                reader.IsDBNull(9) ? null : reader.GetInt64(9), reader.IsDBNull(10) ? null : reader.GetInt64(10),
                reader.IsDBNull(11) ? null : reader.GetString(11)));
        }

        return rows;
    }

    public IReadOnlyDictionary<Role, long> CountOpen()
    {
        using var connection = connections.OpenRead();
        return connection.Query<(string Role, long Count)>(
            "select role, count(*) from access_tasks where closed_at is null group by role")
            .ToDictionary(r => Enum.Parse<Role>(r.Role), r => r.Count);
    }

    public Task<bool> Take(long taskId, Actor by) => connections.Write(
        (connection, transaction) => Take(connection, transaction, taskId, by));

    public bool Take(DbConnection connection, DbTransaction transaction, long taskId, Actor by)
    {
        var isTaken = connection.Execute("""
            update access_tasks set taken_by = @person,
                taken_at = case when taken_by = @person then taken_at else @at end
            where id = @taskId and closed_at is null and (taken_by is null or taken_by = @person)
            """, new { taskId, person = by.Id, at = time.NowMicroseconds() }, transaction) == 1;
        if (isTaken)
        {
            trail.Record(connection, transaction, new TrailEntry(
                by, "access:take-task", "task", taskId.ToString(CultureInfo.InvariantCulture), TaskId: taskId));
        }

        return isTaken;
    }

    public Task<bool> GiveBack(long taskId, Actor by, string reason = "") =>
        connections.Write((connection, transaction) => GiveBack(connection, transaction, taskId, by, reason.Trim()));

    private bool GiveBack(DbConnection connection, DbTransaction transaction, long taskId, Actor by, string reason)
    {
        var why = reason.Length <= MaxReason ? reason : reason[..MaxReason];
        var holder = connection.ExecuteScalar<long?>(
            "select taken_by from access_tasks where id = @taskId and closed_at is null", new { taskId }, transaction);
        if (holder is null || (holder != by.Id && why.Length == 0))
            return false;
        connection.Execute(
            "update access_tasks set taken_by = null, taken_at = null where id = @taskId", new { taskId }, transaction);
        trail.Record(connection, transaction, new TrailEntry(
            by, "access:give-back-task", "task", taskId.ToString(CultureInfo.InvariantCulture), TaskId: taskId,
            Details: holder == by.Id ? why : $"holder {holder}: {why}"));
        return true;
    }
}

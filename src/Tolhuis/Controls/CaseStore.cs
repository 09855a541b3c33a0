// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Controls;

/// <summary>
/// The SQL of the worklist. A case is an open task of this module; its stage follows from what stands in the tables, so
/// that it can never differ from them. The plan: without a stage, and for "to examine", the tasks are walked in the
/// order of their index and most of them fit; the other stages are few and found through the small tables of what was
/// examined, asked or announced, and sorted.
/// </summary>
internal static class CaseStore
{
    public const int MaxCounted = 10_000;

    private const string Stage =
        """
        CASE
            WHEN EXISTS (SELECT 1 FROM controls_hearings h
                WHERE h.declaration_id = CAST(t.object_id AS INTEGER) AND h.decided_at IS NULL)
            THEN CASE WHEN EXISTS (SELECT 1 FROM controls_hearings h
                WHERE h.declaration_id = CAST(t.object_id AS INTEGER) AND h.decided_at IS NULL
                    AND h.view IS NULL AND h.ends_at > @now) THEN 4 ELSE 5 END
            WHEN EXISTS (SELECT 1 FROM declarations_corrections_asked c
                WHERE c.declaration_id = CAST(t.object_id AS INTEGER) AND c.answered_by IS NULL
                    AND c.closed_at IS NULL AND c.due_on >= @today) THEN 2
            WHEN EXISTS (SELECT 1 FROM controls_orders o
                WHERE o.declaration_id = CAST(t.object_id AS INTEGER) AND o.state <> 3) THEN 1
            WHEN EXISTS (SELECT 1 FROM declarations_corrections_asked c
                WHERE c.declaration_id = CAST(t.object_id AS INTEGER) AND c.answered_by IS NOT NULL
                    AND c.asked_at >= coalesce((
                    SELECT max(f.at) FROM controls_findings f
                    WHERE f.declaration_id = CAST(t.object_id AS INTEGER)), 0)) THEN 3
            ELSE 5
        END
        """;

    private const string Tasks = "t.closed_at IS NULL AND t.module = 'controls' AND t.object_kind = 'declaration'";

    private const string HeldCount =
        $"""
        SELECT (SELECT count(*) FROM (SELECT 1 FROM access_tasks t
                WHERE {Tasks} AND t.taken_by = @personId LIMIT @limit)),
            (SELECT count(*) FROM (SELECT 1 FROM access_tasks t WHERE {Tasks} AND t.taken_by IS NULL LIMIT @limit)),
            (SELECT count(*) FROM (SELECT 1 FROM access_tasks t WHERE {Tasks} AND t.due_at < @now LIMIT @limit))
        """;

    private const string WithTerm = "t.due_at, t.id";
    private const string AfterTerm = "t.due_at IS NOT NULL AND (t.due_at, t.id) > (@due, @after)";

    private const string Later =
        """
        (SELECT declaration_id FROM controls_examined
        UNION SELECT declaration_id FROM declarations_corrections_asked
            WHERE answered_by IS NULL AND closed_at IS NULL
        UNION SELECT declaration_id FROM controls_hearings WHERE decided_at IS NULL)
        """;

    // CROSS: the small tables come first and each finds its task, never the other way round.
    private const string LaterTasks =
        $"{Later} e CROSS JOIN access_tasks t INDEXED BY access_tasks_object ON {Tasks} "
        + "AND t.object_id = CAST(e.declaration_id AS TEXT)";

    /// <summary>Rows of a filter in their order, after the task of the last row of the page before.</summary>
    /// <param name="next">The transaction in which one is to be taken: what waits for a declarant is left out, unless
    /// the filter names its stage.</param>
    public static List<CaseRow> Page(
        DbConnection connection, ControlFilter filter, long now, long? after, int limit, DbTransaction? next = null)
    {
        var (hasDue, due) = DueOf(connection, after, next);
        var rows = new List<CaseRow>(limit);
        // Without a term is last, and the index has it first: so two walks.
        if (hasDue || after is null)
        {
            rows.AddRange(Query(
                connection, filter, next, now, after, due, limit,
                after is null ? "t.due_at IS NOT NULL" : AfterTerm, WithTerm));
        }

        if (rows.Count < limit)
        {
            rows.AddRange(Query(
                connection, filter, next, now, after, due, limit - rows.Count,
                "t.due_at IS NULL" + (hasDue || after is null ? "" : " AND t.id > @after"), "t.id"));
        }

        return rows;
    }

    public static CaseRow? Find(DbConnection connection, string declarationId, long now) =>
        connection.QueryFirstOrDefault<CaseRow>(
            Select("access_tasks t") + $" WHERE {Tasks} AND t.object_id = @declarationId ORDER BY t.id LIMIT 1",
            new { declarationId, now, today = DayOf(now) });

    public static Dictionary<ControlStage, long> Count(DbConnection connection, long now)
    {
        var later = connection.Query<(long Stage, long Number)>(
            $"SELECT {Stage} stage, count(*) FROM {LaterTasks} GROUP BY 1",
            new { now, today = DayOf(now) })
            .ToDictionary(row => (ControlStage)row.Stage, row => row.Number);
        var examined = later.Where(row => row.Key != ControlStage.ToExamine).Sum(row => row.Value);
        var all = connection.ExecuteScalar<long>(
            $"SELECT count(*) FROM (SELECT 1 FROM access_tasks t WHERE {Tasks} LIMIT @limit)",
            new { limit = MaxCounted + examined });
        later[ControlStage.ToExamine] = Math.Max(0, all - examined);
        return Enum.GetValues<ControlStage>().ToDictionary(
            stage => stage, stage => Math.Min(MaxCounted, later.GetValueOrDefault(stage)));
    }

    /// <summary>Counts tasks alone: who has one, and its term, stand there.</summary>
    public static HeldCounts CountHeld(DbConnection connection, long personId, long now, int limit)
    {
        var (mine, free, overdue) = connection.QuerySingle<(long, long, long)>(
            HeldCount, new { personId, now, limit });
        return new HeldCounts(mine, free, overdue);
    }

    /// <summary>The queries of the filters that a worklist offers, to look at their plans.</summary>
    public static IEnumerable<string> Queries()
    {
        ControlFilter[] filters =
        [
            new(), new(IsFree: true), new(HeldBy: 1), new(IsOverdue: true), new(Kind: 1), new(DataSet: DataSet.H7),
            .. Enum.GetValues<ControlStage>().Select(stage => new ControlFilter(stage)),
        ];
        foreach (var filter in filters)
        {
            yield return SqlOf(filter, isNext: true, "t.due_at IS NOT NULL", WithTerm);
            yield return SqlOf(filter, isNext: false, AfterTerm, WithTerm);
            yield return SqlOf(filter, isNext: false, "t.due_at IS NULL AND t.id > @after", "t.id");
        }

        yield return HeldCount;
    }

    private static IEnumerable<CaseRow> Query(
        DbConnection connection, ControlFilter filter, DbTransaction? next, long now, long? after, long due,
        int limit, string page, string order) => connection.Query<CaseRow>(
        SqlOf(filter, next is not null, page, order),
        new
        {
            now,
            today = DayOf(now),
            after,
            due,
            limit,
            heldBy = filter.HeldBy,
            dataSet = (int?)filter.DataSet,
            kind = filter.Kind,
            stage = (int?)filter.Stage,
        },
        next);

    private static string SqlOf(ControlFilter filter, bool isNext, string page, string order)
    {
        var conditions = new List<string> { Tasks, page };
        if (filter.IsFree)
            conditions.Add("t.taken_by IS NULL");
        if (filter.HeldBy is not null)
            conditions.Add("t.taken_by = @heldBy");
        if (filter.IsOverdue)
            conditions.Add("t.due_at < @now");
        if (filter.DataSet is not null)
        {
            conditions.Add("EXISTS (SELECT 1 FROM declarations_declarations d "
                + "WHERE d.id = CAST(t.object_id AS INTEGER) AND d.data_set = @dataSet)");
        }

        if (filter.Kind is not null)
        {
            conditions.Add("(SELECT min(o.kind) FROM controls_orders o "
                + "WHERE o.declaration_id = CAST(t.object_id AS INTEGER)) = @kind");
        }

        if (filter.Stage is not null)
            conditions.Add($"({Stage}) = @stage");
        else if (isNext)
            conditions.Add($"({Stage}) NOT IN (2, 4)");
        var from = filter.Stage is null or ControlStage.ToExamine ? "access_tasks t" : LaterTasks;
        return $"{Select(from)} WHERE {string.Join(" AND ", conditions)} ORDER BY {order} LIMIT @limit";
    }

    private static string Select(string from) =>
        $"""
        SELECT t.id TaskId, CAST(t.object_id AS INTEGER) DeclarationId, t.opened_at OpenedAt, t.due_at DueAt,
            t.taken_by HeldBy, p.name HeldByName, {Stage} Stage
        FROM {from} LEFT JOIN access_people p ON p.id = t.taken_by
        """;

    // A question whose last day is over is no longer waited for.
    private static int DayOf(long now) => DutchTime.DateOf(now).DayNumber;

    private static (bool HasDue, long Due) DueOf(DbConnection connection, long? after, DbTransaction? next)
    {
        var due = after is null ? null : connection.ExecuteScalar<long?>(
            "SELECT due_at FROM access_tasks WHERE id = @after", new { after }, next);
        return (due is not null, due ?? 0);
    }
}

/// <summary>A case as its task stands.</summary>
internal sealed class CaseRow
{
    public long TaskId { get; init; }
    public long DeclarationId { get; init; }
    public long OpenedAt { get; init; }
    public long? DueAt { get; init; }
    public long? HeldBy { get; init; }
    public string? HeldByName { get; init; }
    public long Stage { get; init; }
}

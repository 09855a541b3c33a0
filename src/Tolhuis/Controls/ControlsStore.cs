// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Controls.Contract;

namespace Tolhuis.Controls;

/// <summary>The SQL of questions about control orders; they are written by the decider (module Intake).</summary>
internal static class ControlsStore
{
    private const string Columns =
        """
        SELECT id, declaration_id, line_id, kind, state, ordered_at, taken_at, finished_at FROM controls_orders
        """;

    public static IEnumerable<ControlOrder> Of(DbConnection connection, long firstLine, long untilLine) =>
        connection.Query<StoredOrder>(
            Columns + " WHERE line_id >= @firstLine AND line_id < @untilLine ORDER BY line_id",
            new { firstLine, untilLine }).Select(row => row.ToOrder());

    /// <summary>Orders of declarations, also of lines that no longer stand.</summary>
    public static IEnumerable<ControlOrder> OfDeclarations(
        DbConnection connection, IReadOnlyList<long> ids, DbTransaction? transaction = null) =>
        connection.Query<StoredOrder>(Columns + " WHERE declaration_id IN @ids ORDER BY id", new { ids }, transaction)
            .Select(row => row.ToOrder());

    public static ControlOrder? Find(DbConnection connection, long id) =>
        connection.QueryFirstOrDefault<StoredOrder>(Columns + " WHERE id = @id", new { id })?.ToOrder();

    public static IEnumerable<ControlOrder> Open(DbConnection connection, int limit, long after) =>
        connection.Query<StoredOrder>(
            Columns + " WHERE state <> 3 AND id > @after ORDER BY id LIMIT @limit", new { limit, after })
            .Select(row => row.ToOrder());

    public static long CountOpen(DbConnection connection) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM controls_orders WHERE state <> 3");

    public static bool HasFinding(DbConnection connection, long declarationId, long orderId) =>
        connection.ExecuteScalar<long>(
            """
            SELECT EXISTS (SELECT 1 FROM controls_findings
            WHERE declaration_id = @declarationId AND order_id = @orderId)
            """,
            new { declarationId, orderId }) == 1;

    /// <summary>Those orders of declarations that have a finding, whatever became of them since.</summary>
    public static IReadOnlySet<long> WithFinding(
        DbConnection connection, IReadOnlyList<long> ids, DbTransaction? transaction = null) => ids.Count == 0
        ? new HashSet<long>()
        : connection.Query<long>(
            "SELECT DISTINCT order_id FROM controls_findings WHERE declaration_id IN @ids", new { ids }, transaction)
            .ToHashSet();

    private sealed record StoredOrder(
        long Id, long Declaration_Id, long Line_Id, long Kind, long State, long Ordered_At, long? Taken_At,
        long? Finished_At)
    {
        public ControlOrder ToOrder() =>
            new(Id, Declaration_Id, Line_Id, (int)Kind, (ControlState)State, Ordered_At)
            {
                TakenAt = Taken_At,
                FinishedAt = Finished_At,
            };
    }
}

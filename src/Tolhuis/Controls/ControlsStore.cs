// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Controls.Contract;

namespace Tolhuis.Controls;

/// <summary>The SQL of questions about control orders; they are written by the decider (module Intake).</summary>
internal static class ControlsStore
{
    private const string Columns = "SELECT id, declaration_id, line_id, kind, state, ordered_at FROM controls_orders";

    public static IEnumerable<ControlOrder> Of(DbConnection connection, long firstLine, long untilLine) =>
        connection.Query<StoredOrder>(
            Columns + " WHERE line_id >= @firstLine AND line_id < @untilLine ORDER BY line_id",
            new { firstLine, untilLine }).Select(row => row.ToOrder());

    public static IEnumerable<ControlOrder> Open(DbConnection connection, int limit, long after) =>
        connection.Query<StoredOrder>(
            Columns + " WHERE state = 1 AND id > @after ORDER BY id LIMIT @limit", new { limit, after })
            .Select(row => row.ToOrder());

    public static long CountOpen(DbConnection connection) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM controls_orders WHERE state = 1");

    private sealed record StoredOrder(long Id, long Declaration_Id, long Line_Id, long Kind, long State,
        long Ordered_At)
    {
        public ControlOrder ToOrder() => new(Id, Declaration_Id, Line_Id, (int)Kind, (ControlState)State, Ordered_At);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Risk.Contract;

namespace Tolhuis.Risk;

/// <summary>The SQL of questions about selections; they are written by the decider (module Intake).</summary>
internal static class RiskStore
{
    private const string Columns =
        "SELECT line_id, declaration_id, kind, source, version, seen, boundary, ground FROM risk_selections";

    public static IEnumerable<SelectionRow> Of(DbConnection connection, long declarationId, long firstLine,
        long untilLine) =>
        connection.Query<StoredSelection>(
            Columns + " WHERE line_id >= @firstLine AND line_id < @untilLine AND declaration_id = @declarationId "
                + "ORDER BY line_id, number",
            new { declarationId, firstLine, untilLine }).Select(row => row.ToRow());

    public static IEnumerable<SelectionRow> Newest(DbConnection connection, int limit) =>
        connection.Query<StoredSelection>(Columns + " ORDER BY line_id DESC, number LIMIT @limit", new { limit })
            .Select(row => row.ToRow());

    private sealed record StoredSelection(
        long Line_Id, long Declaration_Id, long Kind, string Source, string Version, string Seen, string Boundary,
            string Ground)
    {
        public SelectionRow ToRow() => new(
            Line_Id, Declaration_Id, new SelectionReason((SelectionKind)Kind, Source, Version, Seen, Boundary, Ground));
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Declarations;

/// <summary>The SQL of questions about declarants: from the totals per day, never from the declarations.</summary>
internal static class DeclarantsStore
{
    /// <summary>
    /// The key of a total begins with its day: a step per day finds one declarant without reading the others.
    /// </summary>
    public static IEnumerable<DayRow> DaysOf(DbConnection connection, long declarantId, int from, int until) =>
        connection.Query<DeclarationsStore.StoredDay>(
            """
            WITH RECURSIVE span(day) AS (
                SELECT @from WHERE @from < @until UNION ALL SELECT day + 1 FROM span WHERE day + 1 < @until)
            SELECT d.* FROM span CROSS JOIN declarations_days d
                ON d.day = span.day AND d.declarant_id = @declarantId
            ORDER BY d.day
            """,
            new { declarantId, from, until }).Select(row => row.ToRow());

    /// <summary>What waits is found by the index of those that wait; state 4 is under control.</summary>
    public static IEnumerable<DeclarantTotals> Totals(DbConnection connection, int from, int until) =>
        connection.Query<(long Id, long Declarations, long Rejected, long Lines, long Debt, long UnderControl)>(
            """
            WITH totals AS (
                SELECT declarant_id, sum(accepted + rejected) AS lodged, sum(rejected) AS rejected, sum(lines) AS lines,
                    sum(duty_cents + vat_cents) AS debt
                FROM declarations_days WHERE day >= @from AND day < @until GROUP BY declarant_id),
            held AS (
                SELECT declarant_id, count(*) AS held FROM declarations_declarations WHERE state IN (3, 4) AND state = 4
                GROUP BY declarant_id)
            SELECT t.declarant_id, t.lodged, t.rejected, t.lines, t.debt, coalesce(h.held, 0) FROM totals t
            LEFT JOIN held h ON h.declarant_id = t.declarant_id
            UNION ALL
            SELECT h.declarant_id, 0, 0, 0, 0, h.held FROM held h
            WHERE h.declarant_id NOT IN (SELECT declarant_id FROM totals)
            ORDER BY 4 DESC, 1
            """,
            new { from, until }).Select(row => new DeclarantTotals(
            row.Id, row.Declarations, row.Rejected, row.Lines, row.Debt, row.UnderControl));
}

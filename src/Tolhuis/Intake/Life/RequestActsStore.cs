// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>The SQL of hearings, stated examinations and overdue corrections, in the decider's own transaction.
/// </summary>
internal sealed class RequestActsStore(DbConnection connection, DbTransaction transaction)
{
    /// <summary>The announced denial of a request: its last day, the instant at which the term is over, and whether
    /// the declarant gave his view; null if none was announced.</summary>
    public (DateOnly LastDay, long EndsAt, bool IsHeard)? Announced(long requestId)
    {
        var row = connection.QueryFirstOrDefault<(long Day, long EndsAt, long Views)?>(
            """
            SELECT a.day, a.ends_at, (SELECT count(*) FROM declarations_request_acts v
                WHERE v.request_id = @requestId AND v.kind = 2) FROM declarations_request_acts a
            WHERE a.request_id = @requestId AND a.kind = 1 ORDER BY a.id LIMIT 1
            """,
            new { requestId }, transaction);
        return row is { } found ? (DateOnly.FromDayNumber((int)found.Day), found.EndsAt, found.Views > 0) : null;
    }

    public void Add(
        long requestId, RequestActKind kind, long at, string by, string ground, string text, DateOnly? day = null,
        long? endsAt = null) => connection.Execute(
        """
        INSERT INTO declarations_request_acts (request_id, kind, at, by, ground, text, day, ends_at)
        VALUES (@requestId, @kind, @at, @by, @ground, @text, @day, @endsAt)
        """,
        new { requestId, kind = (int)kind, at, by, ground, text, day = day?.DayNumber, endsAt }, transaction);

    /// <summary>A control of these lines was ordered and is not ended.</summary>
    public bool HasOpenOrders(long firstLine, long untilLine) => connection.ExecuteScalar<long>(
        """
        SELECT EXISTS (SELECT 1 FROM controls_orders
        WHERE line_id >= @firstLine AND line_id < @untilLine AND state <> 3)
        """,
        new { firstLine, untilLine }, transaction) == 1;

    /// <summary>Corrections asked, unanswered after their last day, of which no one was told.</summary>
    public IReadOnlyList<(long Id, long DeclarationId, DateOnly DueOn)> Overdue(DateOnly today, int limit) =>
        connection.Query<(long Id, long DeclarationId, long DueOn)>(
            """
            SELECT id, declaration_id, due_on FROM declarations_corrections_asked
            WHERE answered_by IS NULL AND closed_at IS NULL AND is_told = 0 AND due_on < @today
            ORDER BY due_on, id LIMIT @limit
            """,
            new { today = today.DayNumber, limit }, transaction)
        .Select(row => (row.Id, row.DeclarationId, DateOnly.FromDayNumber((int)row.DueOn))).ToList();

    /// <summary>Corrections asked, unanswered, due on that day or before and of which no one was reminded.</summary>
    public IReadOnlyList<(long Id, long DeclarationId, long AskedAt, DateOnly DueOn)> DueSoon(DateOnly on, int limit) =>
        connection.Query<(long Id, long DeclarationId, long AskedAt, long DueOn)>(
            """
            SELECT id, declaration_id, asked_at, due_on FROM declarations_corrections_asked
            WHERE answered_by IS NULL AND closed_at IS NULL AND is_told = 0 AND is_reminded = 0 AND due_on <= @on
            ORDER BY due_on, id LIMIT @limit
            """,
            new { on = on.DayNumber, limit }, transaction)
        .Select(row => (row.Id, row.DeclarationId, row.AskedAt, DateOnly.FromDayNumber((int)row.DueOn))).ToList();

    public void RemindCorrection(long id) => connection.Execute(
        "UPDATE declarations_corrections_asked SET is_reminded = 1 WHERE id = @id", new { id }, transaction);

    public void TellCorrection(long id) => connection.Execute(
        "UPDATE declarations_corrections_asked SET is_told = 1 WHERE id = @id", new { id }, transaction);
}

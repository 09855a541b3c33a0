// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Controls.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>An order as the decider needs it.</summary>
/// <param name="Item">Number of the goods item that it is about now.</param>
internal sealed record StandingOrder(
    long Id, long DeclarationId, long LineId, long Kind, long State, long OrderedAt, long? TakenAt, long Item)
{
    public bool IsFinished => State == (long)ControlState.Finished;
}

/// <summary>The finding of an order that counts: its last one.</summary>
internal sealed record CountingFinding(
    long Id, long OrderId, long Item, string Result, string ErrorKind, string Told, long FollowUp, long At);

/// <summary>What the totals of a day need of an outcome.</summary>
internal sealed class KeptOutcome
{
    public long Kind { get; init; }
    public string Result { get; init; } = "";
    public long IsSimulated { get; init; }
    public long DifferenceCents { get; init; }
    public long Work { get; init; }
}

/// <summary>A finding to be kept.</summary>
internal sealed record FindingRow(
    NewFinding New, StandingOrder Order, int Version, long At, long Work, long ById, string ByName, bool WasBlind,
    bool IsSimulated);

/// <summary>The SQL of controls, in the decider's own transaction.</summary>
internal sealed class ControlActsStore(DbConnection connection, DbTransaction transaction)
{
    private const string OrderColumns =
        """
        SELECT o.id Id, o.declaration_id DeclarationId, o.line_id LineId, o.kind Kind, o.state State,
            o.ordered_at OrderedAt, o.taken_at TakenAt, l.item Item
        FROM controls_orders o JOIN declarations_lines l ON l.id = o.line_id
        """;

    public StandingOrder? Order(long id) => connection.QueryFirstOrDefault<StandingOrder>(
        OrderColumns + " WHERE o.id = @id", new { id }, transaction);

    /// <summary>True if every order of the declaration is finished.</summary>
    public bool IsExamined(long declarationId) => connection.ExecuteScalar<long>(
        "SELECT EXISTS (SELECT 1 FROM controls_orders WHERE declaration_id = @declarationId AND state <> 3)",
        new { declarationId }, transaction) == 0;

    /// <summary>What stands on the worklist as examined follows from the orders.</summary>
    public void KeepExamined(long declarationId) => connection.Execute(
        IsExamined(declarationId)
            ? "INSERT OR IGNORE INTO controls_examined VALUES (@declarationId)"
            : "DELETE FROM controls_examined WHERE declaration_id = @declarationId",
        new { declarationId }, transaction);

    /// <summary>The first time that someone takes it: its open orders are in progress.</summary>
    /// <returns>False if all of them were taken before.</returns>
    public bool Take(long declarationId, long at) => connection.Execute(
        """
        UPDATE controls_orders SET state = 2, taken_at = @at
        WHERE declaration_id = @declarationId AND state = 1 AND taken_at IS NULL
        """,
        new { declarationId, at }, transaction) > 0;

    public long Add(FindingRow row)
    {
        var id = connection.ExecuteScalar<long>(
            """
            INSERT INTO controls_findings (order_id, declaration_id, line_id, item, version, result, error_kind, method,
                note, told, follow_up, at, work, by_id, by_name, was_blind, is_simulated)
            VALUES (@OrderId, @DeclarationId, @LineId, @Item, @Version, @Result, @ErrorKind, @Method, @Note, @Told,
                @followUp, @At, @Work, @ById, @ByName, @wasBlind, @isSimulated) RETURNING id
            """,
            new
            {
                row.New.OrderId,
                row.Order.DeclarationId,
                row.Order.LineId,
                row.Order.Item,
                row.Version,
                row.New.Result,
                row.New.ErrorKind,
                row.New.Method,
                row.New.Note,
                row.New.Told,
                followUp = (int)row.New.FollowUp,
                row.At,
                row.Work,
                row.ById,
                row.ByName,
                wasBlind = row.WasBlind ? 1 : 0,
                isSimulated = row.IsSimulated ? 1 : 0,
            },
            transaction);
        connection.Execute(
            "INSERT INTO controls_established VALUES (@id, @Item, @kind, @Value)",
            row.New.Established.Select(found => new { id, found.Item, kind = (int)found.Kind, found.Value }),
            transaction);
        connection.Execute(
            "INSERT INTO controls_evidence VALUES (@id, @document)",
            row.New.Documents.Distinct().Select(document => new { id, document }), transaction);
        connection.Execute(
            "UPDATE controls_orders SET state = 3, finished_at = @At WHERE id = @OrderId",
            new { row.At, row.New.OrderId }, transaction);
        return id;
    }

    /// <summary>The finding of each order that counts, by item.</summary>
    public IReadOnlyList<CountingFinding> Counting(long declarationId) => connection.Query<CountingFinding>(
        """
        SELECT f.id Id, f.order_id OrderId, l.item Item, f.result Result, f.error_kind ErrorKind, f.told Told,
            f.follow_up FollowUp, f.at At
        FROM controls_findings f
        JOIN controls_orders o ON o.id = f.order_id JOIN declarations_lines l ON l.id = o.line_id
        WHERE f.id IN (SELECT max(id) FROM controls_findings WHERE declaration_id = @declarationId GROUP BY order_id)
        ORDER BY l.item, f.id
        """,
        new { declarationId }, transaction).ToList();

    /// <summary>What a finding established, by item and kind.</summary>
    public IReadOnlyList<Particular> Established(long findingId) =>
        connection.Query<(long Item, long Kind, string Value)>(
            "SELECT item, kind, value FROM controls_established WHERE finding_id = @findingId ORDER BY item, kind",
            new { findingId }, transaction)
        .Select(row => new Particular((int)row.Item, (ParticularKind)row.Kind, row.Value)).ToList();

    public bool HasFinding(long declarationId, long orderId) => connection.ExecuteScalar<long>(
        """
        SELECT EXISTS (SELECT 1 FROM controls_findings WHERE declaration_id = @declarationId AND order_id = @orderId)
        """,
        new { declarationId, orderId }, transaction) == 1;

    /// <summary>When the last finding about a declaration was saved; 0 if there is none.</summary>
    public long LastFoundAt(long declarationId) => connection.ExecuteScalar<long>(
        "SELECT coalesce(max(at), 0) FROM controls_findings WHERE declaration_id = @declarationId",
        new { declarationId }, transaction);

    /// <summary>True if every one of these documents is one of the declaration.</summary>
    public bool HasDocuments(long declarationId, IReadOnlyCollection<long> documents) =>
        documents.Count == 0 || connection.ExecuteScalar<long>(
            "SELECT count(*) FROM declarations_documents WHERE declaration_id = @declarationId AND id IN @documents",
            new { declarationId, documents }, transaction) == documents.Count;

    /// <summary>Its declaration leaves control: what was open ends, and nothing of it is on the worklist any more.
    /// </summary>
    public void EndOrders(long declarationId, long at) => connection.Execute(
        """
        UPDATE controls_orders SET state = 3, finished_at = @at
        WHERE declaration_id = @declarationId AND state <> 3;
        DELETE FROM controls_examined WHERE declaration_id = @declarationId;
        """,
        new { declarationId, at }, transaction);

    /// <summary>What becomes of the goods is decided: what each order brought is kept, once.</summary>
    /// <param name="firstLine">First of the lines that stand at the end.</param>
    /// <param name="isOwed">False where nothing is owed any more: then the amounts at the end are those declared.</param>
    public void KeepOutcomes(
        long declarationId, long declarantId, long firstLine, long untilLine, bool isOwed, long at) =>
        CountIn(declarantId, DutchTime.DateOf(at), connection.Query<KeptOutcome>(
            """
            INSERT INTO controls_outcomes
            SELECT o.id, o.declaration_id, @declarantId, s.id, coalesce(e.id, 0), o.kind, coalesce(f.result, ''),
                coalesce(f.error_kind, ''), coalesce(f.was_blind, 0), coalesce(f.is_simulated, 0),
                s.value_cents, s.duty_cents, s.vat_cents,
                CASE WHEN @isOwed THEN coalesce(e.value_cents, 0) ELSE s.value_cents END,
                CASE WHEN @isOwed THEN coalesce(e.duty_cents, 0) ELSE s.duty_cents END,
                CASE WHEN @isOwed THEN coalesce(e.vat_cents, 0) ELSE s.vat_cents END,
                o.ordered_at, o.taken_at, f.at, c.asked_at,
                CASE WHEN c.answered_by IS NULL THEN NULL ELSE coalesce(r.received_at, @at) END, @at,
                coalesce((SELECT sum(w.work) FROM controls_findings w
                    WHERE w.declaration_id = o.declaration_id AND w.order_id = o.id), 0)
            FROM controls_orders o
            JOIN declarations_lines s ON s.id = coalesce(o.first_line, o.line_id)
            LEFT JOIN declarations_lines e ON e.id = o.line_id AND e.id >= @firstLine AND e.id < @untilLine
            LEFT JOIN controls_findings f ON f.id = (SELECT max(l.id) FROM controls_findings l
                WHERE l.declaration_id = o.declaration_id AND l.order_id = o.id)
            LEFT JOIN declarations_corrections_asked c ON c.id = (SELECT max(a.id) FROM declarations_corrections_asked a
                WHERE a.declaration_id = o.declaration_id)
            LEFT JOIN declarations_requests r ON r.id = c.answered_by
            WHERE o.declaration_id = @declarationId
                AND NOT EXISTS (SELECT 1 FROM controls_outcomes x WHERE x.order_id = o.id)
            RETURNING kind Kind, result Result, is_simulated IsSimulated,
                final_duty_cents + final_vat_cents - declared_duty_cents - declared_vat_cents DifferenceCents, work Work
            """,
            new { declarationId, declarantId, firstLine, untilLine, isOwed, at }, transaction).ToList());

    // The totals of a day follow from the rows just kept, so that neither can be without the other.
    private void CountIn(long declarantId, DateOnly day, IReadOnlyList<KeptOutcome> kept)
    {
        foreach (var outcome in kept.Where(one => one.Result.Length > 0))
        {
            connection.Execute(
                """
                INSERT INTO controls_days VALUES (@day, @IsSimulated, 1, @inOrder, @notInOrder, @DifferenceCents, @Work)
                ON CONFLICT DO UPDATE SET ended = ended + 1, in_order = in_order + excluded.in_order,
                    not_in_order = not_in_order + excluded.not_in_order,
                    difference_cents = difference_cents + excluded.difference_cents, work = work + excluded.work;
                INSERT INTO controls_declarant_days
                SELECT @declarantId, @day, @Kind, 1, @notInOrder, @IsSimulated, @DifferenceCents
                WHERE @inOrder + @notInOrder > 0
                ON CONFLICT DO UPDATE SET ended = ended + 1, not_in_order = not_in_order + excluded.not_in_order,
                    simulated = simulated + excluded.simulated,
                    difference_cents = difference_cents + excluded.difference_cents;
                """,
                new
                {
                    day = day.DayNumber,
                    declarantId,
                    outcome.Kind,
                    outcome.IsSimulated,
                    outcome.DifferenceCents,
                    outcome.Work,
                    inOrder = outcome.Result == ResultCodes.InOrder ? 1 : 0,
                    notInOrder = outcome.Result == ResultCodes.NotInOrder ? 1 : 0,
                },
                transaction);
        }
    }
}

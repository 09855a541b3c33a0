// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Controls.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Controls;

/// <summary>The SQL of questions about what controls brought.</summary>
internal static class OutcomeStore
{
    private const int MaxOfOneDeclaration = 500;
    private const long MaxSorted = 10_000;

    private const string Columns =
        """
        SELECT order_id OrderId, declaration_id DeclarationId, selected_line SelectedLine, final_line FinalLine,
            kind Kind, result Result, error_kind ErrorKind, was_blind WasBlind, is_simulated IsSimulated,
            declared_value_cents DeclaredValueCents, declared_duty_cents DeclaredDutyCents,
            declared_vat_cents DeclaredVatCents, final_value_cents FinalValueCents, final_duty_cents FinalDutyCents,
            final_vat_cents FinalVatCents, selected_at SelectedAt, taken_at TakenAt, found_at FoundAt,
            asked_at AskedAt, answered_at AnsweredAt, ended_at EndedAt, work Work
        FROM controls_outcomes
        """;

    public static IReadOnlyList<ControlOutcome> Of(DbConnection connection, long declarationId) =>
        [.. connection.Query<StoredOutcome>(
            Columns + " WHERE declaration_id = @declarationId ORDER BY order_id LIMIT @limit",
            new { declarationId, limit = MaxOfOneDeclaration }).Select(row => row.ToOutcome())];

    public static IReadOnlyList<ControlOutcome> List(DbConnection connection, OutcomeFilter filter, int limit)
    {
        var conditions = new List<string> { "1 = 1" };
        if (filter.Result is not null)
            conditions.Add("result = @result");
        if (filter.ErrorKind is not null)
            conditions.Add("error_kind = @errorKind");
        if (filter.Kind is not null)
            conditions.Add("kind = @kind");
        if (filter.DeclarantId is not null)
            conditions.Add("declarant_id = @declarantId");
        if (filter.EndedFrom is not null)
            conditions.Add("ended_at >= @from");
        if (filter.EndedLast is not null)
            conditions.Add("ended_at < @until");
        // The key of the page is an order; its place in the order of the list is that of its end.
        var before = filter.Before is { } order ? connection.ExecuteScalar<long?>(
            "SELECT ended_at FROM controls_outcomes WHERE order_id = @order", new { order }) : null;
        if (filter.Before is not null)
            conditions.Add(before is null ? "order_id < @order" : "(ended_at, order_id) < (@before, @order)");
        return [.. connection.Query<StoredOutcome>(
            $"{Columns} WHERE {string.Join(" AND ", conditions)} ORDER BY ended_at DESC, order_id DESC LIMIT @limit",
            new
            {
                result = filter.Result,
                errorKind = filter.ErrorKind,
                kind = filter.Kind,
                declarantId = filter.DeclarantId,
                from = StartOf(filter.EndedFrom),
                until = StartOf(filter.EndedLast?.AddDays(1)),
                order = filter.Before,
                before,
                limit,
            }).Select(row => row.ToOutcome())];
    }

    public static ControlEffect Effect(DbConnection connection, DateOnly from, DateOnly last, bool withSimulated)
    {
        const string Ended =
            """
            FROM controls_outcomes
            WHERE ended_at >= @from AND ended_at < @until AND result <> '' AND (is_simulated = 0 OR @withSimulated)
            """;
        var period = new
        {
            from = StartOf(from),
            until = StartOf(last.AddDays(1)),
            withSimulated,
            ResultCodes.InOrder,
            ResultCodes.NotInOrder,
        };
        var (ended, inOrder, notInOrder, difference, work) = connection.QuerySingle<(long, long, long, long, long)>(
            $"""
            SELECT count(*), coalesce(sum(result = @InOrder), 0), coalesce(sum(result = @NotInOrder), 0),
                coalesce(sum(final_duty_cents + final_vat_cents - declared_duty_cents - declared_vat_cents), 0),
                coalesce(sum(work), 0) {Ended}
            """, period);
        long? median = ended == 0 ? null : connection.ExecuteScalar<long>(
            $"""
            SELECT took FROM (
                SELECT ended_at - selected_at took {Ended} ORDER BY ended_at DESC, order_id DESC LIMIT @most)
            ORDER BY took LIMIT 1 OFFSET @middle
            """,
            new
            {
                period.from,
                period.until,
                withSimulated,
                most = MaxSorted,
                middle = (Math.Min(ended, MaxSorted) - 1) / 2,
            });
        return new ControlEffect(ended, inOrder, notInOrder, difference, median, work);
    }

    private static long? StartOf(DateOnly? day) => day is { } date ? DutchTime.StartOf(date) : null;

    private sealed class StoredOutcome
    {
        public long OrderId { get; init; }
        public long DeclarationId { get; init; }
        public long SelectedLine { get; init; }
        public long FinalLine { get; init; }
        public long Kind { get; init; }
        public string Result { get; init; } = "";
        public string ErrorKind { get; init; } = "";
        public long WasBlind { get; init; }
        public long IsSimulated { get; init; }
        public long DeclaredValueCents { get; init; }
        public long DeclaredDutyCents { get; init; }
        public long DeclaredVatCents { get; init; }
        public long FinalValueCents { get; init; }
        public long FinalDutyCents { get; init; }
        public long FinalVatCents { get; init; }
        public long SelectedAt { get; init; }
        public long? TakenAt { get; init; }
        public long? FoundAt { get; init; }
        public long? AskedAt { get; init; }
        public long? AnsweredAt { get; init; }
        public long EndedAt { get; init; }
        public long Work { get; init; }

        public ControlOutcome ToOutcome() => new(
            OrderId, DeclarationId, SelectedLine, FinalLine, (int)Kind, Result, ErrorKind, WasBlind != 0,
            IsSimulated != 0, DeclaredValueCents, DeclaredDutyCents, DeclaredVatCents, FinalValueCents, FinalDutyCents,
            FinalVatCents, SelectedAt, TakenAt, FoundAt, AskedAt, AnsweredAt, EndedAt, Work);
    }
}

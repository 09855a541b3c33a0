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
    private const long MaxSorted = 2_000;

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
        if (filter.IsReal)
            conditions.Add("is_simulated = 0");
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
        var days = EffectByDay(connection, from, last, withSimulated);
        var ended = days.Sum(day => day.Ended);
        return new ControlEffect(
            ended, days.Sum(day => day.InOrder), days.Sum(day => day.NotInOrder),
            days.Sum(day => day.DifferenceCents),
            ended == 0 ? null : Median(connection, days[0].Day, days[^1].Day, ended, withSimulated),
            days.Sum(day => day.WorkMicroseconds));
    }

    /// <summary>The days on which something ended, from their totals.</summary>
    public static IReadOnlyList<DayEffect> EffectByDay(
        DbConnection connection, DateOnly from, DateOnly last, bool withSimulated) =>
        [.. connection.Query<(long Day, long Ended, long InOrder, long NotInOrder, long Difference, long Work)>(
            """
            SELECT day, sum(ended), sum(in_order), sum(not_in_order), sum(difference_cents), sum(work)
            FROM controls_days
            WHERE day >= @from AND day <= @last AND (is_simulated = 0 OR @withSimulated) GROUP BY day ORDER BY day
            """,
            new { from = from.DayNumber, last = last.DayNumber, withSimulated })
            .Select(row => new DayEffect(
                DateOnly.FromDayNumber((int)row.Day), row.Ended, row.InOrder, row.NotInOrder, row.Difference,
                row.Work))];

    private static long Median(DbConnection connection, DateOnly from, DateOnly last, long ended, bool withSimulated) =>
        connection.ExecuteScalar<long>(
            """
            SELECT took FROM (
                SELECT ended_at - selected_at took FROM controls_outcomes
                WHERE ended_at >= @from AND ended_at < @until AND result <> ''
                    AND (is_simulated = 0 OR @withSimulated)
                ORDER BY ended_at DESC, order_id DESC LIMIT @most)
            ORDER BY took LIMIT 1 OFFSET @middle
            """,
            new
            {
                from = StartOf(from),
                until = StartOf(last.AddDays(1)),
                withSimulated,
                most = MaxSorted,
                middle = (Math.Min(ended, MaxSorted) - 1) / 2,
            });

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

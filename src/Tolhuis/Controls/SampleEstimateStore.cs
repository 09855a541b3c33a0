// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Controls.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Controls;

/// <summary>Counts of one data set and chapter of the drawn lines.</summary>
internal sealed record DrawnRow
{
    public long DataSet { get; init; }
    public long Chapter { get; init; }
    public long Drawn { get; init; }
    public long Examined { get; init; }
    public long Wrong { get; init; }
    public long NotPossible { get; init; }
    public long Settled { get; init; }
    public long DifferenceCents { get; init; }

    /// <summary>Instant of the oldest order.</summary>
    public long Since { get; init; }

    /// <summary>Findings of the simulator.</summary>
    public long Simulated { get; init; }
}

/// <summary>Lines declared of one data set and chapter.</summary>
internal sealed record DeclaredRow
{
    public long DataSet { get; init; }
    public long Chapter { get; init; }
    public long Lines { get; init; }
}

/// <summary>The SQL behind the estimate from the random sample.</summary>
internal static class SampleEstimateStore
{
    /// <summary>Lines that are looked at to know which share of the traffic a stratum is.</summary>
    public const int LinesWeighed = 20_000;

    // Rows from before there was a date of acceptance have 0 and count on the Dutch day of receipt.
    private const string IsAccepted =
        """
        (d.accepted_on >= @from AND d.accepted_on < @until
            OR d.accepted_on = 0 AND d.received_at >= @fromAt AND d.received_at < @untilAt)
        """;

    /// <summary>Numbers of the declarations that can have been accepted in the period; null if there are none.
    /// </summary>
    /// <param name="earlier">Days that a declaration may be lodged before it is accepted.</param>
    public static (long First, long Last)? Declarations(
        DbConnection connection, DateOnly from, DateOnly until, int earlier)
    {
        var (first, last) = connection.QuerySingle<(long?, long?)>(
            "SELECT min(first_id), max(last_id) FROM declarations_days WHERE day >= @from AND day < @until",
            new { from = from.DayNumber - earlier, until = until.DayNumber });
        return first is { } one && last is { } other ? (one, other) : null;
    }

    public static long Lines(DbConnection connection, DateOnly from, DateOnly until) => connection.ExecuteScalar<long>(
        "SELECT coalesce(sum(lines), 0) FROM declarations_days WHERE day >= @from AND day < @until",
        new { from = from.DayNumber, until = until.DayNumber });

    /// <summary>
    /// Drawn lines as they were selected: a correction moves an order to the line of the new version, and the sample is
    /// about what was declared. The last finding of an order counts.
    /// </summary>
    public static IReadOnlyList<DrawnRow> Drawn(
        DbConnection connection, (long First, long Last) range, DateOnly from, DateOnly until) =>
        connection.Query<DrawnRow>(
            $"""
            SELECT d.data_set DataSet, (l.code >> 4) / 100000000 Chapter, count(*) Drawn,
                sum(coalesce(f.result IN ('{ResultCodes.InOrder}', '{ResultCodes.NotInOrder}'), 0)) Examined,
                sum(coalesce(f.result = '{ResultCodes.NotInOrder}', 0)) Wrong,
                sum(coalesce(f.result = '{ResultCodes.NotPossible}', 0)) NotPossible,
                sum(coalesce(f.result = '{ResultCodes.NotInOrder}' AND c.order_id IS NOT NULL, 0)) Settled,
                coalesce(sum(CASE WHEN f.result = '{ResultCodes.NotInOrder}' THEN c.final_duty_cents
                    + c.final_vat_cents - c.declared_duty_cents - c.declared_vat_cents END), 0) DifferenceCents,
                min(o.ordered_at) Since, sum(coalesce(f.is_simulated, 0)) Simulated
            FROM controls_orders o
            JOIN declarations_lines l ON l.id = coalesce(o.first_line, o.line_id)
            JOIN declarations_declarations d ON d.id = o.declaration_id
            LEFT JOIN controls_findings f ON f.id = (SELECT max(id) FROM controls_findings
                WHERE declaration_id = o.declaration_id AND order_id = o.id)
            LEFT JOIN controls_outcomes c ON c.order_id = o.id
            WHERE o.declaration_id BETWEEN @First AND @Last AND {IsAccepted}
                AND EXISTS (SELECT 1 FROM risk_selections s WHERE s.line_id = l.id AND s.kind = 2)
            GROUP BY 1, 2
            """,
            Values(range, from, until)).AsList();

    /// <summary>Data set and chapter of lines evenly taken from all lines of the period, by their ascending numbers.
    /// </summary>
    public static IReadOnlyList<DeclaredRow> Declared(
        DbConnection connection, (long First, long Last) range, DateOnly from, DateOnly until) =>
        connection.Query<DeclaredRow>(
            $"""
            WITH RECURSIVE ends(first, last) AS (SELECT
                (SELECT first_line FROM declarations_declarations
                    WHERE id BETWEEN @First AND @Last AND version = 1 AND line_count > 0 ORDER BY id LIMIT 1),
                (SELECT first_line + line_count FROM declarations_declarations
                    WHERE id BETWEEN @First AND @Last AND version = 1 AND line_count > 0 ORDER BY id DESC LIMIT 1)),
            taken(id, last, step) AS (
                SELECT first, last, max(1, (last - first) / @LinesWeighed) FROM ends
                UNION ALL SELECT id + step, last, step FROM taken WHERE id + step < last)
            SELECT d.data_set DataSet, (l.code >> 4) / 100000000 Chapter, count(*) Lines
            FROM taken t
            JOIN declarations_lines l ON l.id = t.id
            JOIN declarations_declarations d ON d.id = l.declaration_id
            WHERE {IsAccepted}
            GROUP BY 1, 2
            """,
            Values(range, from, until)).AsList();

    private static object Values((long First, long Last) range, DateOnly from, DateOnly until) => new
    {
        range.First,
        range.Last,
        from = from.DayNumber,
        until = until.DayNumber,
        fromAt = DutchTime.StartOf(from),
        untilAt = DutchTime.StartOf(until),
        LinesWeighed,
    };
}

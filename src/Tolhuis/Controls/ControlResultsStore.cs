// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Dapper;
using Tolhuis.Controls.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Controls;

/// <summary>Sums over the outcomes of controls; one index per way of asking.</summary>
internal sealed class ControlResultsStore(IConnections connections) : IControlResults
{
    private const string Sums =
        """
        SELECT declarant_id AS DeclarantId, kind AS Kind, count(*) AS Ended,
            sum(result = @NotInOrder) AS NotInOrder, sum(is_simulated) AS Simulated,
            sum(final_duty_cents + final_vat_cents - declared_duty_cents - declared_vat_cents) AS DifferenceCents
        FROM controls_outcomes
        WHERE result IN (@InOrder, @NotInOrder) AND ended_at >= @from AND ended_at < @until
        """;

    public IReadOnlyList<DeclarantResults> ByDeclarant(DateOnly from, DateOnly until, long? declarantId = null)
    {
        using var connection = connections.OpenRead();
        var sql = Sums + (declarantId is null ? "" : " AND declarant_id = @declarantId")
            + " GROUP BY declarant_id, kind ORDER BY declarant_id, kind";
        return [.. connection.Query<(long, long, long, long, long, long)>(
                sql,
                new
                {
                    from = DutchTime.StartOf(from),
                    until = DutchTime.StartOf(until),
                    declarantId,
                    ResultCodes.InOrder,
                    ResultCodes.NotInOrder,
                })
            .Select(row => new DeclarantResults(
                row.Item1, (int)row.Item2, row.Item3, row.Item4, row.Item5, row.Item6))];
    }

    public OpenByAge OpenByAge(long now)
    {
        using var connection = connections.OpenRead();
        var (hour, day, week, older) = connection.QuerySingle<(long, long, long, long)>(
            """
            SELECT coalesce(sum(age < 3600), 0), coalesce(sum(age >= 3600 AND age < 86400), 0),
                coalesce(sum(age >= 86400 AND age < 604800), 0), coalesce(sum(age >= 604800), 0)
            FROM (SELECT (@now - ordered_at) / 1000000 AS age FROM controls_orders WHERE state <> 3 LIMIT 10000)
            """,
            new { now });
        return new OpenByAge(hour, day, week, older);
    }
}

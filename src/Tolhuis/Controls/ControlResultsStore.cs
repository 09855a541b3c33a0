// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Dapper;
using Tolhuis.Controls.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Controls;

/// <summary>What controls of declarants showed, from the totals per day.</summary>
internal sealed class ControlResultsStore(IConnections connections) : IControlResults
{
    public IReadOnlyList<DeclarantResults> ByDeclarant(
        DateOnly from, DateOnly until, IReadOnlyCollection<long> declarants)
    {
        if (declarants.Count == 0)
            return [];
        using var connection = connections.OpenRead();
        return [.. connection.Query<(long, long, long, long, long, long)>(
            """
            SELECT declarant_id, kind, sum(ended), sum(not_in_order), sum(simulated), sum(difference_cents)
            FROM controls_declarant_days
            WHERE declarant_id IN (SELECT value FROM json_each(@declarants)) AND day >= @from AND day < @until
            GROUP BY declarant_id, kind ORDER BY declarant_id, kind
            """,
            new
            {
                from = from.DayNumber,
                until = until.DayNumber,
                declarants = $"[{string.Join(',', declarants)}]",
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

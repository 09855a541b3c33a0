// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>The SQL of what was told of a debt and what is claimed back of it, in the decider's transaction.</summary>
internal sealed class DebtStore(DbConnection connection, DbTransaction transaction)
{
    /// <summary>The Dutch day on which the declarant was told of the release, and with it of the debt; null if it was
    /// never released.</summary>
    public DateOnly? ReleasedOn(long id) => connection.ExecuteScalar<long?>(
        """
        SELECT min(h.at) FROM declarations_declarations d JOIN declarations_history h
            ON h.seq BETWEEN d.first_history AND d.first_history + 1 AND h.declaration_id = d.id AND h.kind = 8
            WHERE d.id = @id
        UNION ALL SELECT min(at) FROM declarations_history WHERE declaration_id = @id AND is_later = 1 AND kind = 8
        ORDER BY 1 DESC LIMIT 1
        """,
        new { id }, transaction) is { } at ? DutchTime.DateOf(at) : null;

    /// <summary>What is claimed back already: with a claim, or with an invalidation, that was not refused.</summary>
    public IReadOnlyList<(long Cents, IReadOnlyList<ClaimedTax> Taxes)> Claimed(long id) => connection
        .Query<(long Cents, string? Taxes)>(
            """
            SELECT claim_cents, claim_taxes FROM declarations_requests
            WHERE declaration_id = @id AND claim_kind IS NOT NULL AND state IN (1, 3, 4)
            """,
            new { id }, transaction)
        .Select(row => (row.Cents, TaxesOf(row.Taxes ?? ""))).ToList();

    private static IReadOnlyList<ClaimedTax> TaxesOf(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tax => tax.Split(':'))
            .Select(parts => new ClaimedTax(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture))),
    ];
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Controls.Contract;

namespace Tolhuis.Intake;

/// <summary>The SQL of what customs determined of a version: written once by the decider, read to explain and replay.
/// </summary>
internal static class DeterminedStore
{
    public static void Add(
        DbConnection connection, DbTransaction transaction, long declarationId, int version,
        IReadOnlyList<Particular> particulars) => connection.Execute(
        "INSERT INTO declarations_determined VALUES (@declarationId, @version, @Item, @kind, @Value)",
        particulars.Select(one => new { declarationId, version, one.Item, kind = (int)one.Kind, one.Value }),
        transaction);

    /// <summary>By item and kind; empty for a version that customs did not determine.</summary>
    public static IReadOnlyList<Particular> Of(DbConnection connection, long declarationId, int version) =>
        connection.Query<(long Item, long Kind, string Value)>(
            """
            SELECT item, kind, value FROM declarations_determined
            WHERE declaration_id = @declarationId AND version = @version ORDER BY item, kind
            """,
            new { declarationId, version })
        .Select(row => new Particular((int)row.Item, (ParticularKind)row.Kind, row.Value)).ToList();
}

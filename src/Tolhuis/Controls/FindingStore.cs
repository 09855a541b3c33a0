// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Controls;

/// <summary>The SQL of questions about findings and intended decisions.</summary>
internal static class FindingStore
{
    private const int MaxFindings = 500;
    private const int MaxHearings = 100;

    private const string HearingColumns =
        """
        SELECT h.id, h.declaration_id, h.kind, h.grounds, h.announced_at, h.announced_by, h.ends_at, h.view,
            h.view_at, h.view_by, h.view_by_kind, h.view_by_id, h.decided_at, h.decided_by, h.is_withdrawn
        FROM controls_hearings h
        """;

    public static IReadOnlyList<Finding> Findings(DbConnection connection, long declarationId)
    {
        var rows = connection.Query<StoredFinding>(
            """
            SELECT * FROM controls_findings WHERE declaration_id = @declarationId ORDER BY id LIMIT @limit
            """,
            new { declarationId, limit = MaxFindings }).ToList();
        var ids = rows.Select(row => row.Id).ToList();
        var established = Particulars(connection, "controls_established", "finding_id", ids);
        var documents = connection.Query<(long Finding, long Document)>(
            "SELECT finding_id, document_id FROM controls_evidence WHERE finding_id IN @ids ORDER BY 1, 2",
            new { ids }).ToLookup(row => row.Finding, row => row.Document);
        return [.. rows.Select(row => new Finding(
            row.Id, row.Order_Id, row.Declaration_Id, row.Line_Id, (int)row.Item, (int)row.Version, row.Result,
            row.Error_Kind, row.Method, row.Note, row.Told, (FollowUpKind)row.Follow_Up, row.At, row.By_Id,
            row.By_Name, row.Was_Blind != 0, row.Is_Simulated != 0, [.. established[row.Id]],
            [.. documents[row.Id]]))];
    }

    public static IReadOnlyList<Hearing> Hearings(DbConnection connection, long declarationId) => Hearings(
        connection, HearingColumns + " WHERE h.declaration_id = @declarationId ORDER BY h.id LIMIT @limit",
        new { declarationId, limit = MaxHearings });

    /// <summary>Of held declarations, with neither a view nor an end, and a term that runs.</summary>
    public static IReadOnlyList<Hearing> HearingsOpen(
        DbConnection connection, IReadOnlyList<long> declarantIds, long now, int limit) => Hearings(
        connection,
        HearingColumns + """
             JOIN declarations_declarations d ON d.id = h.declaration_id
            WHERE h.decided_at IS NULL AND h.view IS NULL AND h.ends_at > @now AND +d.state = @held
                AND +d.declarant_id IN @declarantIds
            ORDER BY h.ends_at, h.id LIMIT @limit
            """,
        new { declarantIds, now, held = (int)DeclarationState.UnderControl, limit });

    private static List<Hearing> Hearings(DbConnection connection, string sql, object values)
    {
        var rows = connection.Query<StoredHearing>(sql, values).ToList();
        var intended = Particulars(
            connection, "controls_intended", "hearing_id", rows.Select(row => row.Id).ToList());
        return [.. rows.Select(row => new Hearing(
            row.Id, row.Declaration_Id, (IntendedKind)row.Kind, row.Grounds, [.. intended[row.Id]], row.Announced_At,
            row.Announced_By, row.Ends_At, row.View, row.View_At, row.View_By, row.Decided_At,
            row.Is_Withdrawn != 0)
        {
            ViewByKind = (ActorKind?)row.View_By_Kind,
            ViewById = row.View_By_Id,
            DecidedBy = row.Decided_By,
        })];
    }

    private static ILookup<long, Particular> Particulars(
        DbConnection connection, string table, string key, IReadOnlyList<long> ids) =>
        connection.Query<(long Owner, long Item, long Kind, string Value)>(
            $"SELECT {key}, item, kind, value FROM {table} WHERE {key} IN @ids ORDER BY {key}, item, kind", new { ids })
        .ToLookup(
            row => row.Owner, row => new Particular((int)row.Item, (ParticularKind)row.Kind, row.Value));

    private sealed class StoredFinding
    {
        public long Id { get; init; }
        public long Order_Id { get; init; }
        public long Declaration_Id { get; init; }
        public long Line_Id { get; init; }
        public long Item { get; init; }
        public long Version { get; init; }
        public string Result { get; init; } = "";
        public string Error_Kind { get; init; } = "";
        public string Method { get; init; } = "";
        public string Note { get; init; } = "";
        public string Told { get; init; } = "";
        public long Follow_Up { get; init; }
        public long At { get; init; }
        public long By_Id { get; init; }
        public string By_Name { get; init; } = "";
        public long Was_Blind { get; init; }
        public long Is_Simulated { get; init; }
    }

    private sealed class StoredHearing
    {
        public long Id { get; init; }
        public long Declaration_Id { get; init; }
        public long Kind { get; init; }
        public string Grounds { get; init; } = "";
        public long Announced_At { get; init; }
        public string Announced_By { get; init; } = "";
        public long Ends_At { get; init; }
        public string? View { get; init; }
        public long? View_At { get; init; }
        public string? View_By { get; init; }
        public long? View_By_Kind { get; init; }
        public long? View_By_Id { get; init; }
        public long? Decided_At { get; init; }
        public string? Decided_By { get; init; }
        public long Is_Withdrawn { get; init; }
    }
}

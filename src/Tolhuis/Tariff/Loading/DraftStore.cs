// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>The SQL of drafts.</summary>
internal static class DraftStore
{
    public static LawDraft? Find(DbConnection connection, int number, DbTransaction? transaction = null) =>
        Read(connection, transaction, "where number = @number", new { number }).FirstOrDefault();

    public static LawDraft? OfEdition(DbConnection connection, int edition) =>
        Read(connection, null, "where edition = @edition", new { edition }).FirstOrDefault();

    public static IReadOnlyList<LawDraft> List(DbConnection connection, int before, int limit) =>
        Read(connection, null, "where number < @before order by number desc limit @limit", new { before, limit });

    /// <summary>The tables that the draft puts in the place of those of its edition.</summary>
    public static byte[]? Bundle(DbConnection connection, int number, DbTransaction? transaction = null) =>
        connection.QueryFirstOrDefault<byte[]>(
            "select bundle from tariff_drafts where number = @number", new { number }, transaction);

    public static int CountOpen(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteScalar<int>("select count(*) from tariff_drafts where state = 1", null, transaction);

    /// <summary>Makes an open draft and gives its number.</summary>
    public static int Add(DbConnection connection, DbTransaction transaction, int basedOn, long madeAt, byte[] bundle)
    {
        var number = 1 + connection.ExecuteScalar<int>(
            "select coalesce(max(number), 0) from tariff_drafts", null, transaction);
        connection.Execute(
            """
            insert into tariff_drafts (number, state, based_on, made_at, version, bundle)
            values (@number, 1, @basedOn, @madeAt, 1, @bundle)
            """,
            new { number, basedOn, madeAt, bundle },
            transaction);
        return number;
    }

    /// <summary>False if the draft is closed or has another version by now.</summary>
    public static bool TryReplace(
        DbConnection connection, DbTransaction transaction, int number, int version, byte[] bundle) =>
        connection.Execute(
            """
            update tariff_drafts set version = version + 1, bundle = @bundle
            where number = @number and version = @version and state = 1
            """,
            new { number, version, bundle },
            transaction) == 1;

    public static void AddLoad(DbConnection connection, DbTransaction transaction, int draft, DraftLoad load) =>
        connection.Execute(
            """
            insert into tariff_draft_loads (draft, sequence, loaded_at, actor_kind, actor_id, actor_name, kind,
                file_name, sha256, bytes, first_day, ground, changes)
            values (@draft, (select count(*) + 1 from tariff_draft_loads where draft = @draft), @loadedAt, @actorKind,
                @actorId, @actorName, @kind, @fileName, @sha256, @bytes, @firstDay, @ground, @changes)
            """,
            new
            {
                draft,
                loadedAt = load.LoadedAt,
                actorKind = (int)load.By.Kind,
                actorId = load.By.Id,
                actorName = load.By.Name,
                kind = load.Kind,
                fileName = load.FileName,
                sha256 = load.Sha256,
                bytes = load.Bytes,
                firstDay = load.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ground = load.Ground,
                changes = JsonSerializer.Serialize(load.Changes),
            },
            transaction);

    /// <summary>Closes an open draft; false if it is closed or has another version by now.</summary>
    public static bool TryClose(
        DbConnection connection, DbTransaction transaction, LawDraft draft, DraftState state, int? edition, long at,
        Actor by, string reason) =>
        connection.Execute(
            """
            update tariff_drafts set state = @state, edition = @edition, closed_at = @at, closed_kind = @kind,
                closed_by = @id, closed_name = @name, reason = @reason
            where number = @number and version = @version and state = 1
            """,
            new
            {
                state = (int)state,
                edition,
                at,
                kind = (int)by.Kind,
                id = by.Id,
                name = by.Name,
                reason,
                number = draft.Number,
                version = draft.Version,
            },
            transaction) == 1;

    private static List<LawDraft> Read(
        DbConnection connection, DbTransaction? transaction, string condition, object arguments)
    {
        var drafts = connection.Query<DraftRow>(
            "select number, state, based_on, made_at, version, closed_at, closed_kind, closed_by, closed_name, reason, "
            + "edition from tariff_drafts " + condition,
            arguments, transaction).ToList();
        var numbers = drafts.ConvertAll(row => row.Number);
        var loads = connection.Query<LoadRow>(
            """
            select draft, sequence, loaded_at, actor_kind, actor_id, actor_name, kind, file_name, sha256, bytes,
                first_day, ground, changes
            from tariff_draft_loads where draft in @numbers order by draft, sequence
            """,
            new { numbers }, transaction).ToLookup(row => row.Draft);
        return drafts.ConvertAll(row => row.ToDraft([.. loads[row.Number].Select(load => load.ToLoad())]));
    }

    private sealed class DraftRow
    {
        public long Number { get; init; }
        public long State { get; init; }
        public long Based_On { get; init; }
        public long Made_At { get; init; }
        public long Version { get; init; }
        public long? Closed_At { get; init; }
        public long? Closed_Kind { get; init; }
        public long? Closed_By { get; init; }
        public string? Closed_Name { get; init; }
        public string Reason { get; init; } = "";
        public long? Edition { get; init; }

        public LawDraft ToDraft(IReadOnlyList<DraftLoad> loads) => new(
            (int)Number, (DraftState)State, (int)Based_On, Made_At, (int)Version, loads, Closed_At,
            Closed_Kind is { } kind ? new Actor((ActorKind)kind, Closed_By ?? 0, Closed_Name ?? "") : null, Reason,
            (int?)Edition);
    }

    private sealed class LoadRow
    {
        public long Draft { get; init; }
        public long Sequence { get; init; }
        public long Loaded_At { get; init; }
        public long Actor_Kind { get; init; }
        public long Actor_Id { get; init; }
        public string Actor_Name { get; init; } = "";
        public string Kind { get; init; } = "";
        public string File_Name { get; init; } = "";
        public string Sha256 { get; init; } = "";
        public long Bytes { get; init; }
        public string First_Day { get; init; } = "";
        public string Ground { get; init; } = "";
        public string Changes { get; init; } = "[]";

        public DraftLoad ToLoad() => new(
            (int)Sequence, Loaded_At, new Actor((ActorKind)Actor_Kind, Actor_Id, Actor_Name), Kind, File_Name, Sha256,
            Bytes, DateOnly.ParseExact(First_Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Ground,
            JsonSerializer.Deserialize<List<TableChange>>(Changes) ?? []);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Declarations.Documents;

/// <summary>The SQL of documents; a row is added and never changed.</summary>
internal static class DocumentsStore
{
    private const int MaxOfOneDeclaration = 500;

    private const string Columns =
        """
        SELECT id, declaration_id, kind, name, media_type, bytes, sha256, at, by_kind, by_id, by_name
        FROM declarations_documents
        """;

    public static IEnumerable<DocumentRow> Of(DbConnection connection, long declarationId) =>
        connection.Query<StoredDocument>(
            Columns + " WHERE declaration_id = @declarationId ORDER BY id LIMIT @limit",
            new { declarationId, limit = MaxOfOneDeclaration }).Select(row => row.ToRow());

    public static DocumentRow? Find(DbConnection connection, long id) =>
        connection.QueryFirstOrDefault<StoredDocument>(Columns + " WHERE id = @id", new { id })?.ToRow();

    /// <summary>What the same actor kept before at the same declaration with the same content.</summary>
    public static DocumentRow? FindSame(
        DbConnection connection, DbTransaction transaction, long declarationId, byte[] hash, Actor by) =>
        connection.QueryFirstOrDefault<StoredDocument>(
            Columns + """
             WHERE declaration_id = @declarationId AND sha256 = @hash AND by_kind = @kind AND by_id = @id
            """,
            new { declarationId, hash, kind = (int)by.Kind, id = by.Id }, transaction)?.ToRow();

    /// <summary>Number and bytes together of one kind at a declaration.</summary>
    public static (long Count, long Bytes) Totals(
        DbConnection connection, DbTransaction transaction, long declarationId, DocumentKind kind) =>
        connection.QuerySingle<(long, long)>(
            """
            SELECT count(*), coalesce(sum(bytes), 0) FROM declarations_documents
            WHERE declaration_id = @declarationId AND kind = @kind
            """,
            new { declarationId, kind = (int)kind }, transaction);

    public static bool HasDeclaration(DbConnection connection, DbTransaction transaction, long declarationId) =>
        connection.ExecuteScalar<long?>(
            "SELECT id FROM declarations_declarations WHERE id = @declarationId", new { declarationId }, transaction)
        is not null;

    public static bool HasContent(DbConnection connection, DbTransaction? transaction, byte[] hash) =>
        connection.ExecuteScalar<long?>(
            "SELECT id FROM declarations_documents WHERE sha256 = @hash LIMIT 1", new { hash }, transaction)
        is not null;

    /// <summary>Bytes of all contents, each counted once however often it is kept.</summary>
    public static long ContentBytes(DbConnection connection) => connection.ExecuteScalar<long>(
        "SELECT coalesce(sum(bytes), 0) FROM (SELECT max(bytes) bytes FROM declarations_documents GROUP BY sha256)");

    /// <summary>All of them, oldest first, not held in memory.</summary>
    public static IEnumerable<DocumentRow> All(DbConnection connection) =>
        connection.Query<StoredDocument>(Columns + " ORDER BY id", buffered: false).Select(row => row.ToRow());

    public static long Insert(DbConnection connection, DbTransaction transaction, DocumentRow row, byte[] hash) =>
        connection.ExecuteScalar<long>(
            """
            INSERT INTO declarations_documents
                (declaration_id, kind, name, media_type, bytes, sha256, at, by_kind, by_id, by_name)
            VALUES (@DeclarationId, @Kind, @Name, @MediaType, @Bytes, @hash, @At, @ByKind, @ById, @ByName)
            RETURNING id
            """,
            new
            {
                row.DeclarationId,
                Kind = (int)row.Kind,
                row.Name,
                row.MediaType,
                row.Bytes,
                hash,
                row.At,
                ByKind = (int)row.ByKind,
                row.ById,
                row.ByName,
            },
            transaction);

    private sealed class StoredDocument
    {
        public long Id { get; init; }

        public long Declaration_Id { get; init; }

        public long Kind { get; init; }

        public string Name { get; init; } = "";

        public string Media_Type { get; init; } = "";

        public long Bytes { get; init; }

        public byte[] Sha256 { get; init; } = [];

        public long At { get; init; }

        public long By_Kind { get; init; }

        public long By_Id { get; init; }

        public string By_Name { get; init; } = "";

        public DocumentRow ToRow() => new(
            Id, Declaration_Id, (DocumentKind)Kind, Name, Media_Type, Bytes, Convert.ToHexStringLower(Sha256), At,
            (ActorKind)By_Kind, By_Id, By_Name);
    }
}

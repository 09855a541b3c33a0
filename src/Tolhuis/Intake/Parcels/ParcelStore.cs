// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Tolhuis.Intake.Parcels;

/// <summary>The SQL of parcel keys and their segments.</summary>
internal static class ParcelStore
{
    /// <summary>First own number of the declarations received from a day on; null if there are none.</summary>
    public static long? FirstIdSince(DbConnection connection, int day) => connection.ExecuteScalar<long?>(
        """
        SELECT min(first_id) FROM declarations_days WHERE last_id > 0 AND day = (
            SELECT day FROM declarations_days WHERE day >= @day AND last_id > 0 ORDER BY day LIMIT 1)
        """,
        new { day });

    public static long LastId(DbConnection connection) =>
        connection.ExecuteScalar<long?>("SELECT max(id) FROM declarations_declarations") ?? 0;

    /// <summary>Last own number that stands in a segment; 0 if there is none.</summary>
    public static long LastSegmented(DbConnection connection) => connection.ExecuteScalar<long?>(
        "SELECT last_id FROM declarations_parcel_segments ORDER BY first_id DESC LIMIT 1") ?? 0;

    /// <summary>Rows with a key in a range of own numbers, both ends included.</summary>
    public static IEnumerable<(long Key, long Id)> Keys(DbConnection connection, long first, long last) =>
        connection.Query<(long Key, long Id)>(
            """
            SELECT parcel_key, id FROM declarations_declarations
            WHERE id >= @first AND id <= @last AND parcel_key IS NOT NULL
            """,
            new { first, last }, buffered: false);

    public static void AddSegment(
        DbConnection connection, DbTransaction transaction, long first, long last, byte[] keys) =>
        connection.Execute(
            "INSERT OR REPLACE INTO declarations_parcel_segments VALUES (@first, @last, @keys)",
            new { first, last, keys }, transaction);

    public static bool HasOld(DbConnection connection, long before) => connection.ExecuteScalar<long>(
        """
        SELECT EXISTS (SELECT 1 FROM declarations_parcel_segments WHERE last_id < @before)
            OR EXISTS (SELECT 1 FROM declarations_parcel_moved WHERE declaration_id < @before)
        """,
        new { before }) != 0;

    /// <summary>What is older than the term: at most one segment and some moved keys at a time.</summary>
    /// <returns>How many rows went.</returns>
    public static int Forget(DbConnection connection, DbTransaction transaction, long before) => connection.Execute(
        """
        DELETE FROM declarations_parcel_segments WHERE first_id IN (
            SELECT first_id FROM declarations_parcel_segments WHERE last_id < @before ORDER BY first_id LIMIT 1);
        DELETE FROM declarations_parcel_moved WHERE (parcel_key, declaration_id) IN (
            SELECT parcel_key, declaration_id FROM declarations_parcel_moved WHERE declaration_id < @before LIMIT 100);
        """,
        new { before }, transaction);

    /// <summary>Segments with numbers from one on, newest first: as many as the term has.</summary>
    public static IReadOnlyList<(long First, long Last, long Bytes)> Segments(
        DbConnection connection, long from) =>
        connection.Query<(long First, long Last, long Bytes)>(
            """
            SELECT first_id, last_id, length(keys) FROM declarations_parcel_segments WHERE last_id >= @from
            ORDER BY first_id DESC
            """,
            new { from }).ToList();

    /// <summary>A segment as a stream, so that only the pages looked at are read.</summary>
    public static SqliteBlob Open(DbConnection connection, long first) => new(
        (SqliteConnection)connection, "declarations_parcel_segments", "keys", first, readOnly: true);

    public static byte[] Segment(DbConnection connection, long first) => connection.ExecuteScalar<byte[]>(
        "SELECT keys FROM declarations_parcel_segments WHERE first_id = @first", new { first })!;

    /// <summary>Own numbers under a key that stand in no segment: newer ones, and those whose key changed.</summary>
    /// <param name="after">Last own number that stands in a segment.</param>
    public static IReadOnlyList<long> Apart(DbConnection connection, long key, long after, int limit) =>
        connection.Query<long>(
            """
            SELECT id FROM declarations_declarations WHERE id > @after AND parcel_key = @key
            UNION SELECT declaration_id FROM declarations_parcel_moved WHERE parcel_key = @key
            LIMIT @limit
            """,
            new { key, after, limit }).ToList();

    /// <summary>Those of some own numbers that still have the key, are not rejected and are not too old; newest first.
    /// </summary>
    public static IReadOnlyList<long> Standing(
        DbConnection connection, IReadOnlyList<long> ids, long key, long from) => connection.Query<long>(
        """
        SELECT id FROM declarations_declarations
        WHERE id IN @ids AND parcel_key = @key AND state <> 2 AND id >= @from ORDER BY id DESC
        """,
        new { ids, key, from }).ToList();

    public static long? KeyOf(DbConnection connection, long id) => connection.ExecuteScalar<long?>(
        "SELECT parcel_key FROM declarations_declarations WHERE id = @id", new { id });

    public static bool IsMoved(DbConnection connection, long key, long id) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM declarations_parcel_moved WHERE parcel_key = @key AND declaration_id = @id",
        new { key, id }) > 0;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>The SQL of this module: editions of the law, only added to.</summary>
internal static class TariffStore
{
    public static IReadOnlyList<EditionRecord> List(DbConnection connection) =>
        [.. connection.Query<(long Number, long RecordedAt, string Source, string Hash)>(
            "select number, recorded_at, source, sha256 from tariff_editions order by number")
            .Select(row => new EditionRecord((int)row.Number, row.RecordedAt, row.Source, row.Hash))];

    public static EditionRecord? Last(DbConnection connection, DbTransaction? transaction = null) =>
        connection.Query<(long Number, long RecordedAt, string Source, string Hash)>(
            "select number, recorded_at, source, sha256 from tariff_editions order by number desc limit 1",
            transaction: transaction)
            .Select(row => new EditionRecord((int)row.Number, row.RecordedAt, row.Source, row.Hash))
            .FirstOrDefault();

    /// <summary>The text form of an edition and the hash recorded with it.</summary>
    public static (byte[] Bundle, string Hash)? Read(DbConnection connection, int number) =>
        connection.Query<(byte[] Bundle, string Hash)>(
            "select bundle, sha256 from tariff_editions where number = @number", new { number })
            .Select(row => ((byte[], string)?)row)
            .FirstOrDefault();

    /// <summary>Fails if the number is taken.</summary>
    public static void Add(DbConnection connection, DbTransaction transaction, EditionRecord record, byte[] bundle) =>
        connection.Execute(
            """
            insert into tariff_editions (number, recorded_at, source, sha256, bundle)
            values (@number, @recordedAt, @source, @hash, @bundle)
            """,
            new
            {
                number = record.Number,
                recordedAt = record.RecordedAt,
                source = record.Source,
                hash = record.Hash,
                bundle,
            },
            transaction);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Globalization;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>SQL of submitters, tokens and mandates.</summary>
internal sealed class TokenStore(IConnections connections)
{
    private const string RowColumns = """
        t.id, t.prefix, t.label, t.submitter_id, s.name, coalesce(s.eori, ''), t.scopes, t.created_at, t.last_used_at,
        t.revoked_at, t.valid_until
        """;

    public (Submitter Submitter, DateOnly? Until)? FindByHash(byte[] hash) =>
        FindOne("t.token_hash = @hash and t.revoked_at is null", new { hash });

    /// <summary>As <see cref="FindById"/>, but only while the token holds on that civil date.</summary>
    public Submitter? FindHolding(long id, DateOnly on) =>
        FindOne("t.id = @id and t.revoked_at is null", new { id }) is { } found
        && !(found.Until is { } until && on >= until) ? found.Submitter : null;

    public Submitter? FindById(long id) => FindOne("t.id = @id", new { id })?.Submitter;

    private (Submitter Submitter, DateOnly? Until)? FindOne(string condition, object values)
    {
        using var connection = connections.OpenRead();
        using var reader = (DbDataReader)connection.ExecuteReader($"""
            select {RowColumns} from access_tokens t join access_submitters s on s.id = t.submitter_id where {condition}
            """, values);
        if (!reader.Read())
            return null;
        var row = ReadRow(reader, []);
        reader.Close();
        var mandates = Mandates(connection, [row.Id]);
        return (new Submitter(row.SubmitterId, row.Submitter, EoriOf(row.Eori), mandates[row.Id], row.Scopes, row.Id),
            row.Until);
    }

    public IReadOnlyList<TokenRow> List(int limit, long? before)
    {
        using var connection = connections.OpenRead();
        var rows = new List<TokenRow>();
        using (var reader = (DbDataReader)connection.ExecuteReader($"""
            select {RowColumns} from access_tokens t join access_submitters s on s.id = t.submitter_id
            where t.id < @before order by t.id desc limit @limit
            """, new { before = before ?? long.MaxValue, limit }))
        {
            while (reader.Read())
                rows.Add(ReadRow(reader, []));
        }

        var mandates = Mandates(connection, [.. rows.Select(r => r.Id)]);
        return [.. rows.Select(r => r with { Mandates = mandates[r.Id] })];
    }

    public static long FindOrInsertSubmitter(
        DbConnection connection, DbTransaction transaction, string name, Eori? eori, long at)
    {
        var text = eori?.ToString();
        var id = connection.ExecuteScalar<long?>(
            text is null
                ? "select id from access_submitters where eori is null and is_house = 0 and name = @name"
                : "select id from access_submitters where eori = @text",
            new { name, text }, transaction);
        return id ?? connection.ExecuteScalar<long>(
            "insert into access_submitters (name, eori, created_at) values (@name, @text, @at) returning id",
            new { name, text, at }, transaction);
    }

    public static long FindOrInsertHouse(DbConnection connection, DbTransaction transaction, string name, long at) =>
        connection.ExecuteScalar<long?>("select id from access_submitters where is_house = 1", null, transaction)
        ?? connection.ExecuteScalar<long>(
            "insert into access_submitters (name, is_house, created_at) values (@name, 1, @at) returning id",
            new { name, at }, transaction);

    public static long Insert(
        DbConnection connection, DbTransaction transaction, long submitterId, string secret, string label,
        TokenScopes scopes,
        DateOnly? until, IReadOnlyList<Mandate> mandates, long at)
    {
        var id = connection.ExecuteScalar<long>("""
            insert into access_tokens (submitter_id, token_hash, prefix, label, scopes, created_at, valid_until)
            values (@submitterId, @hash, @prefix, @label, @scopes, @at, @until) returning id
            """,
            new
            {
                submitterId,
                hash = Secrets.Hash(secret),
                prefix = Secrets.Shown(secret),
                label,
                scopes = (int)scopes,
                at,
                until = Iso(until),
            },
            transaction);
        foreach (var mandate in mandates)
        {
            connection.Execute("""
                insert into access_mandates (token_id, declarant, valid_from, valid_until)
                values (@id, @declarant, @from, @until)
                """,
                new
                {
                    id,
                    declarant = mandate.Declarant?.ToString(),
                    from = Iso(mandate.Validity.From),
                    until = Iso(mandate.Validity.Until),
                },
                transaction);
        }

        return id;
    }

    public static bool Revoke(DbConnection connection, DbTransaction transaction, long id, long at) =>
        connection.Execute(
            "update access_tokens set revoked_at = @at where id = @id and revoked_at is null", new { id, at },
            transaction) == 1;

    public static void SetLastUsed(DbConnection connection, DbTransaction transaction, long id, long at) =>
        connection.Execute(
            "update access_tokens set last_used_at = @at where id = @id and coalesce(last_used_at, 0) < @at",
            new { id, at }, transaction);

    private static Dictionary<long, List<Mandate>> Mandates(DbConnection connection, IReadOnlyList<long> tokenIds)
    {
        var mandates = tokenIds.ToDictionary(id => id, _ => new List<Mandate>());
        foreach (var id in tokenIds)
        {
            using var reader = (DbDataReader)connection.ExecuteReader(
                "select declarant, valid_from, valid_until from access_mandates where token_id = @id", new { id });
            while (reader.Read())
            {
                var declarant = reader.IsDBNull(0) ? null : EoriOf(reader.GetString(0));
                mandates[id].Add(new Mandate(declarant, new Period(Day(reader.GetString(1)), NullableDay(reader, 2))));
            }
        }

        return mandates;
    }

    private static TokenRow ReadRow(DbDataReader reader, IReadOnlyList<Mandate> mandates) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetString(4),
        reader.GetString(5),
        (TokenScopes)reader.GetInt32(6), mandates, reader.GetInt64(7), reader.IsDBNull(8) ? null : reader.GetInt64(8),
        reader.IsDBNull(9) ? null : reader.GetInt64(9), NullableDay(reader, 10));

    private static Eori? EoriOf(string text) => Eori.TryParse(text, out var eori, out _) ? eori : null;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? NullableDay(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Day(reader.GetString(column));

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

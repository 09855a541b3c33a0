// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>A person as he stands in the store.</summary>
internal sealed record PersonRow(
    long Id, string SignInName, string Name, string? PasswordHash, string Roles, bool IsDemo, long? DisabledAt)
{
    public Person ToPerson() => new(
        Id, SignInName, Name, [.. Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)],
        IsDemo);
}

/// <summary>SQL of people, sessions, the first token and the demo mark.</summary>
internal sealed class PersonStore(IConnections connections)
{
    private const string Columns = """
        id, sign_in_name as SignInName, name, password_hash as PasswordHash, roles, is_demo as IsDemo,
        disabled_at as DisabledAt
        """;

    public PersonRow? FindByName(string signInName)
    {
        using var connection = connections.OpenRead();
        return Read(
            connection, $"select {Columns} from access_people where sign_in_name = @signInName", new { signInName })
            .FirstOrDefault();
    }

    public PersonRow? Find(long id)
    {
        using var connection = connections.OpenRead();
        return Read(connection, $"select {Columns} from access_people where id = @id", new { id }).FirstOrDefault();
    }

    public IReadOnlyList<PersonRow> DemoAccounts()
    {
        using var connection = connections.OpenRead();
        return Read(connection, $"""
            select {Columns} from access_people
            where is_demo = 1 and disabled_at is null and exists (select 1 from access_demo) order by id limit 50
            """, new { });
    }

    public (PersonRow Person, long StartedAt)? FindSession(long sessionId, long startedAfter)
    {
        using var connection = connections.OpenRead();
        var session = connection.QueryFirstOrDefault<(long PersonId, long StartedAt)?>(
            "select person_id, started_at from access_sessions where id = @sessionId and ended_at is null and "
                + "started_at > @startedAfter",
            new { sessionId, startedAfter });
        if (session is not { } found)
            return null;
        var person = Read(
            connection, $"select {Columns} from access_people where id = @id and disabled_at is null",
            new { id = found.PersonId })
            .FirstOrDefault();
        return person is null ? null : (person, found.StartedAt);
    }

    public bool IsEmpty()
    {
        using var connection = connections.OpenRead();
        return connection.ExecuteScalar<long>("select count(*) from access_people") == 0;
    }

    public static bool IsEmpty(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteScalar<long>("select count(*) from access_people", null, transaction) == 0;

    public static bool IsDemo(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteScalar<long>("select count(*) from access_demo", null, transaction) == 1;

    public static void MarkDemo(DbConnection connection, DbTransaction transaction, long at) =>
        connection.Execute("insert into access_demo (id, marked_at) values (1, @at)", new { at }, transaction);

    public static long Insert(
        DbConnection connection, DbTransaction transaction, string signInName, string name, string? passwordHash,
        string roles, bool isDemo, long at) =>
        connection.ExecuteScalar<long>("""
            insert into access_people (sign_in_name, name, password_hash, roles, is_demo, created_at)
            values (@signInName, @name, @passwordHash, @roles, @isDemo, @at) returning id
            """, new { signInName, name, passwordHash, roles, isDemo = isDemo ? 1 : 0, at }, transaction);

    public static void ReplaceHash(DbConnection connection, DbTransaction transaction, long id, string hash) =>
        connection.Execute(
            "update access_people set password_hash = @hash where id = @id", new { id, hash }, transaction);

    public static long StartSession(DbConnection connection, DbTransaction transaction, long personId, long at) =>
        connection.ExecuteScalar<long>(
            "insert into access_sessions (person_id, started_at) values (@personId, @at) returning id",
            new { personId, at }, transaction);

    public static long? EndSession(DbConnection connection, DbTransaction transaction, long sessionId, long at) =>
        connection.ExecuteScalar<long?>(
            "update access_sessions set ended_at = @at where id = @sessionId and ended_at is null returning person_id",
            new { sessionId, at }, transaction);

    public static void InsertFirstToken(
        DbConnection connection, DbTransaction transaction, byte[] hash, long at, long expiresAt)
    {
        connection.Execute(
            "update access_first_tokens set expires_at = @at where used_at is null and expires_at > @at", new { at },
            transaction);
        connection.Execute(
            "insert into access_first_tokens (token_hash, created_at, expires_at) values (@hash, @at, @expiresAt)",
            new { hash, at, expiresAt }, transaction);
    }

    /// <summary>Uses the token up; false if it is unknown, used or lapsed.</summary>
    public static bool UseFirstToken(DbConnection connection, DbTransaction transaction, byte[] hash, long at) =>
        connection.Execute(
            "update access_first_tokens set used_at = @at where token_hash = @hash and used_at is null and "
                + "expires_at > @at",
            new { hash, at }, transaction) == 1;

    public bool HasFirstToken(byte[] hash, long at)
    {
        using var connection = connections.OpenRead();
        return connection.ExecuteScalar<long>(
            "select count(*) from access_first_tokens where token_hash = @hash and used_at is null and "
                + "expires_at > @at",
            new { hash, at }) == 1;
    }

    // Column types come from SQLite as 64-bit integers; one place turns them into what they are.
    private static List<PersonRow> Read(DbConnection connection, string sql, object arguments)
    {
        var rows = new List<PersonRow>();
        using var reader = connection.ExecuteReader(sql, arguments);
        while (reader.Read())
        {
            rows.Add(new PersonRow(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetString(4), reader.GetInt64(5) != 0, reader.IsDBNull(6) ? null : reader.GetInt64(6)));
        }

        return rows;
    }
}

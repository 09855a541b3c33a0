// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>A person as he stands in the store.</summary>
internal sealed record PersonRow(
    long Id, string SignInName, string Name, string? PasswordHash, string Roles, bool IsDemo, long? DisabledAt,
    bool IsSimulated, long? TokenId)
{
    public Person ToPerson() => new(
        Id, SignInName, Name, [.. Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)],
        IsDemo)
    {
        IsSimulated = IsSimulated,
        TokenId = TokenId,
    };
}

/// <summary>SQL of people, sessions, the first token and the demo mark.</summary>
internal sealed class PersonStore(IConnections connections)
{
    // A trader stops with the token that holds his mandates, so that who revokes it need not think of the person too.
    private const string Columns = """
        id, sign_in_name, name, password_hash, roles, is_demo,
        coalesce(disabled_at, (select t.revoked_at from access_tokens t where t.id = access_people.token_id)),
        is_simulated, token_id
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
        return
        [
            .. Read(connection, $"""
                select {Columns} from access_people
                where is_demo = 1 and is_simulated = 0 and exists (select 1 from access_demo) order by id limit 100
                """, new { }).Where(p => p.DisabledAt is null),
        ];
    }

    public PersonRow? FindSimulated(string name, string role)
    {
        using var connection = connections.OpenRead();
        return Read(
            connection, $"""
            select {Columns} from access_people
            where is_simulated = 1 and name = @name and roles = @role and exists (select 1 from access_demo)
            """, new { name, role }).FirstOrDefault();
    }

    public bool IsDemo()
    {
        using var connection = connections.OpenRead();
        return connection.ExecuteScalar<long>("select count(*) from access_demo") == 1;
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
            connection, $"select {Columns} from access_people where id = @id", new { id = found.PersonId })
            .FirstOrDefault();
        return person is { DisabledAt: null } ? (person, found.StartedAt) : null;
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
        string roles, bool isDemo, long at, bool isSimulated = false, long? tokenId = null) =>
        connection.ExecuteScalar<long>("""
            insert into access_people
                (sign_in_name, name, password_hash, roles, is_demo, created_at, is_simulated, token_id)
            values (@signInName, @name, @passwordHash, @roles, @isDemo, @at, @isSimulated, @tokenId) returning id
            """,
            new
            {
                signInName,
                name,
                passwordHash,
                roles,
                isDemo = isDemo ? 1 : 0,
                at,
                isSimulated = isSimulated ? 1 : 0,
                tokenId,
            },
            transaction);

    public static bool IsTaken(DbConnection connection, DbTransaction transaction, string signInName) =>
        connection.ExecuteScalar<long>(
            "select count(*) from access_people where sign_in_name = @signInName", new { signInName }, transaction) > 0;

    public static long CountDemoAccounts(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteScalar<long>(
            "select count(*) from access_people where is_demo = 1 and is_simulated = 0", null, transaction);

    public static bool HasSimulated(DbConnection connection, DbTransaction transaction, string name, string role) =>
        connection.ExecuteScalar<long>(
            "select count(*) from access_people where is_simulated = 1 and name = @name and roles = @role",
            new { name, role }, transaction) > 0;

    public static long CountSimulated(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteScalar<long>(
            "select count(*) from access_people where is_simulated = 1", null, transaction);

    /// <summary>Ends the access of a trader; null if no trader of that name had any.</summary>
    public static (long Id, long TokenId)? DisableTrader(
        DbConnection connection, DbTransaction transaction, string signInName, long at) =>
        connection.QueryFirstOrDefault<(long Id, long TokenId)?>("""
            update access_people set disabled_at = @at
            where sign_in_name = @signInName and token_id is not null and disabled_at is null returning id, token_id
            """, new { signInName, at }, transaction);

    /// <summary>Gives a trader a one-time code in the place of his password, and ends his sessions; null if there is no
    /// such trader with an account.</summary>
    public static long? GiveCode(
        DbConnection connection, DbTransaction transaction, string signInName, byte[] hash, long until, long at)
    {
        var id = connection.ExecuteScalar<long?>("""
            update access_people set password_hash = null, first_code_hash = @hash, first_code_until = @until
            where sign_in_name = @signInName and token_id is not null and is_demo = 0 and disabled_at is null
                and not exists (select 1 from access_tokens t where t.id = token_id and t.revoked_at is not null)
            returning id
            """, new { signInName, hash, until }, transaction);
        connection.Execute(
            "update access_sessions set ended_at = @at where person_id = @id and ended_at is null", new { id, at },
            transaction);
        return id;
    }

    /// <summary>The trader whose code it is; null if it is another's, was used or has lapsed.</summary>
    public PersonRow? FindByCode(string signInName, byte[] hash, long at)
    {
        using var connection = connections.OpenRead();
        return Read(connection, $"""
            select {Columns} from access_people
            where sign_in_name = @signInName and first_code_hash = @hash and first_code_until > @at
            """, new { signInName, hash, at }).FirstOrDefault(person => person.DisabledAt is null);
    }

    /// <summary>Uses the code up and keeps the password that was chosen; false if another did so before.</summary>
    public static bool UseCode(
        DbConnection connection, DbTransaction transaction, long id, byte[] hash, string passwordHash) =>
        connection.Execute("""
            update access_people
            set password_hash = @passwordHash, first_code_hash = null, first_code_until = null
            where id = @id and first_code_hash = @hash
            """, new { id, hash, passwordHash }, transaction) == 1;

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
                reader.GetString(4), reader.GetInt64(5) != 0, reader.IsDBNull(6) ? null : reader.GetInt64(6),
                reader.GetInt64(7) != 0, reader.IsDBNull(8) ? null : reader.GetInt64(8)));
        }

        return rows;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>An intended decision as the decider needs it.</summary>
internal sealed class StandingIntent
{
    public long Id { get; init; }
    public long DeclarationId { get; init; }
    public long KindNumber { get; init; }
    public long EndsAt { get; init; }
    public long? ViewAt { get; init; }
    public long? DecidedAt { get; init; }

    public IntendedKind Kind => (IntendedKind)KindNumber;

    public bool IsHeard => ViewAt is not null;
}

/// <summary>The SQL of intended decisions on held declarations, in the decider's own transaction.</summary>
internal sealed class IntendedStore(DbConnection connection, DbTransaction transaction)
{
    private const string Columns =
        """
        SELECT id Id, declaration_id DeclarationId, kind KindNumber, ends_at EndsAt, view_at ViewAt,
            decided_at DecidedAt FROM controls_hearings
        """;

    public StandingIntent? Find(long id) => connection.QueryFirstOrDefault<StandingIntent>(
        Columns + " WHERE id = @id", new { id }, transaction);

    /// <summary>The one of a declaration that is neither decided nor withdrawn; 0 if there is none.</summary>
    public long OpenOf(long declarationId) => connection.ExecuteScalar<long?>(
        "SELECT id FROM controls_hearings WHERE declaration_id = @declarationId AND decided_at IS NULL LIMIT 1",
        new { declarationId }, transaction) ?? 0;

    public long Add(
        long declarationId, IntendedKind kind, string grounds, long at, string by, long endsAt,
        IReadOnlyList<Particular> established)
    {
        var id = connection.ExecuteScalar<long>(
            """
            INSERT INTO controls_hearings (declaration_id, kind, grounds, announced_at, announced_by, ends_at)
            VALUES (@declarationId, @kind, @grounds, @at, @by, @endsAt) RETURNING id
            """,
            new { declarationId, kind = (int)kind, grounds, at, by, endsAt }, transaction);
        connection.Execute(
            "INSERT INTO controls_intended VALUES (@id, @Item, @kind, @Value)",
            established.Select(one => new { id, one.Item, kind = (int)one.Kind, one.Value }), transaction);
        return id;
    }

    public IReadOnlyList<Particular> Established(long id) => connection.Query<(long Item, long Kind, string Value)>(
        "SELECT item, kind, value FROM controls_intended WHERE hearing_id = @id ORDER BY item, kind", new { id },
        transaction).Select(row => new Particular((int)row.Item, (ParticularKind)row.Kind, row.Value)).ToList();

    public void KeepView(long id, string view, long at, Actor by) => connection.Execute(
        """
        UPDATE controls_hearings
        SET view = @view, view_at = @at, view_by = @name, view_by_kind = @kind, view_by_id = @by WHERE id = @id
        """,
        new { id, view, at, name = by.Name, kind = (int)by.Kind, by = by.Id }, transaction);

    public void Decide(long id, bool isWithdrawn, string reason, long at, string by) => connection.Execute(
        """
        UPDATE controls_hearings SET decided_at = @at, decided_by = @by, reason = @reason, is_withdrawn = @withdrawn
        WHERE id = @id
        """,
        new { id, withdrawn = isWithdrawn ? 1 : 0, reason, at, by }, transaction);

    /// <summary>Its declaration is no longer there to decide on.</summary>
    public void Drop(long declarationId, long at, string by) => connection.Execute(
        """
        UPDATE controls_hearings SET decided_at = @at, decided_by = @by, reason = '', is_withdrawn = 1
        WHERE declaration_id = @declarationId AND decided_at IS NULL
        """,
        new { declarationId, at, by }, transaction);

    /// <summary>Those whose term to be heard is over, and whose task no one was told of; the earliest first.</summary>
    public IReadOnlyList<(long Id, long DeclarationId, long EndsAt)> Over(long now, int limit) =>
        connection.Query<(long, long, long)>(
            """
            SELECT id, declaration_id, ends_at FROM controls_hearings
            WHERE decided_at IS NULL AND is_told = 0 AND ends_at <= @now ORDER BY ends_at, id LIMIT @limit
            """,
            new { now, limit }, transaction).ToList();

    public void Tell(long id) => connection.Execute(
        "UPDATE controls_hearings SET is_told = 1 WHERE id = @id", new { id }, transaction);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Declarations;

/// <summary>The SQL of questions about what people did with a request; the decider writes it.</summary>
internal static class RequestActsStore
{
    private const int MaxOfOneRequest = 100;

    public static IEnumerable<RequestAct> Of(DbConnection connection, long requestId) => connection
        .Query<(long Id, long Kind, long At, string By, string Ground, string Text, long? Day)>(
            """
            SELECT id, kind, at, by, ground, text, day FROM declarations_request_acts
            WHERE request_id = @requestId ORDER BY id LIMIT @limit
            """,
            new { requestId, limit = MaxOfOneRequest })
        .Select(row => new RequestAct(
            row.Id, requestId, (RequestActKind)row.Kind, row.At, row.By, row.Ground, row.Text,
            row.Day is { } day ? DateOnly.FromDayNumber((int)day) : null));
}

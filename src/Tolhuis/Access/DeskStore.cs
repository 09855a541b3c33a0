// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Access;

/// <summary>SQL of preferences and saved views. Every statement names the person: no one reaches what is another's.
/// </summary>
internal sealed class DeskStore(IConnections connections) : IDesk
{
    private const int PathLength = 100;

    public DeskChoices? ChoicesOf(long personId)
    {
        using var connection = connections.OpenRead();
        return connection.QueryFirstOrDefault<DeskChoices>(
            "select language, theme, shortcuts, density from access_preferences where person_id = @personId",
            new { personId });
    }

    public Task Choose(long personId, DeskChoices choices) => connections.Write((connection, transaction) =>
        connection.Execute(
            """
            insert into access_preferences (person_id, language, theme, shortcuts, density)
            values (@personId, @Language, @Theme, @Shortcuts, @Density)
            on conflict (person_id) do update set language = excluded.language, theme = excluded.theme,
                shortcuts = excluded.shortcuts, density = excluded.density
            """,
            new { personId, choices.Language, choices.Theme, choices.Shortcuts, choices.Density }, transaction));

    public IReadOnlyList<SavedView> Views(long personId)
    {
        using var connection = connections.OpenRead();
        return [.. connection.Query<(long Id, string List, string Name, string Query, long IsFirst)>(
                "select id, list, name, query, is_first from access_views where person_id = @personId order by id "
                    + "limit @most",
                new { personId, most = IDesk.MostViews })
            .Select(row => new SavedView(row.Id, row.List, row.Name, row.Query, row.IsFirst == 1))];
    }

    public Task<bool> Keep(long personId, string list, string name, string query)
    {
        var known = name.Trim();
        if (!IsName(known) || !IsPath(list) || query.Length > IDesk.QueryLength || query.Any(char.IsControl)
            || (query.Length > 0 && query[0] != '?'))
            return Task.FromResult(false);
        return connections.Write((connection, transaction) =>
        {
            var row = new { personId, list, name = known, query, most = IDesk.MostViews };
            return connection.Execute(
                    """
                    update access_views set query = @query
                    where person_id = @personId and list = @list and name = @name
                    """,
                    row, transaction) > 0
                || connection.Execute(
                    """
                    insert into access_views (person_id, list, name, query) select @personId, @list, @name, @query
                    where (select count(*) from access_views where person_id = @personId) < @most
                    """, row, transaction) > 0;
        });
    }

    public Task<bool> Rename(long personId, long viewId, string name)
    {
        var known = name.Trim();
        return !IsName(known) ? Task.FromResult(false) : Change(
            "update access_views set name = @name where id = @viewId and person_id = @personId",
            new { personId, viewId, name = known });
    }

    public Task<bool> SetFirst(long personId, long viewId, bool isFirst) => Change(
        """
        update access_views set is_first = (id = @viewId and @isFirst) where person_id = @personId
            and list = (select list from access_views where id = @viewId and person_id = @personId)
        """, new { personId, viewId, isFirst });

    public Task<bool> Remove(long personId, long viewId) => Change(
        "delete from access_views where id = @viewId and person_id = @personId", new { personId, viewId });

    private Task<bool> Change(string sql, object row) => connections.Write((connection, transaction) =>
        connection.Execute(sql, row, transaction) > 0);

    private static bool IsName(string name) =>
        name.Length is > 0 and <= IDesk.NameLength && !name.Any(char.IsControl);

    // A path of ours and nothing that a browser could take for another site.
    private static bool IsPath(string list) => list.Length is > 0 and <= PathLength && list[0] == '/'
        && !list.StartsWith("//", StringComparison.Ordinal)
        && list.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-');
}

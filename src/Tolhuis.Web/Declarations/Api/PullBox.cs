// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>Reads one submitter's rows after a cursor, with a filter, within a bound of rows looked at.</summary>
internal sealed class PullBox(IDeclarations declarations, long submitterId, TimeProvider time)
{
    private const int MostAtOnce = 500;
    private const int MostRounds = 10;

    public required Func<HistoryRow, bool> Accepts { get; init; }

    public required bool IsFiltered { get; init; }

    /// <param name="After">Last row looked at: where to go on, whether or not it was accepted.</param>
    /// <param name="HasMore">There may be more behind it now.</param>
    internal sealed record Piece(IReadOnlyList<HistoryRow> Rows, long After, bool HasMore);

    /// <summary>The next rows that are accepted, at most <paramref name="limit"/>.</summary>
    public Piece Take(long after, int limit)
    {
        var found = new List<HistoryRow>();
        var size = IsFiltered ? MostAtOnce : limit;
        for (var round = 0; round < MostRounds; round++)
        {
            var rows = declarations.Notifications(submitterId, after, size, time.NowMicroseconds());
            foreach (var row in rows)
            {
                after = row.Seq;
                if (!Accepts(row))
                    continue;
                found.Add(row);
                if (found.Count == limit)
                    return new Piece(found, after, HasMore: row != rows[^1] || rows.Count == size);
            }

            if (rows.Count < size)
                return new Piece(found, after, HasMore: false);
        }

        return new Piece(found, after, HasMore: true);
    }
}

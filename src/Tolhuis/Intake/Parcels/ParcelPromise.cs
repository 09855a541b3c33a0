// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;

namespace Tolhuis.Intake.Parcels;

/// <summary>
/// The promise of parcel keys: segments follow each other, are in order, and hold exactly what the rows say, but for
/// keys that a later version changed, which stand apart.
/// </summary>
internal static class ParcelPromise
{
    public static IEnumerable<string> Faults(DbConnection connection)
    {
        var until = 0L;
        foreach (var (first, last, _) in ParcelStore.Segments(connection, 0).Reverse())
        {
            if (until != 0 && first != until + 1)
                yield return Say($"The segment of parcels from {first} does not follow the one before it.");
            until = last;
            foreach (var fault in FaultsOf(connection, first, last))
                yield return fault;
        }
    }

    private static IEnumerable<string> FaultsOf(DbConnection connection, long first, long last)
    {
        var keys = ParcelStore.Segment(connection, first);
        if (keys.Length % ParcelSegment.PairBytes != 0)
        {
            yield return Say($"The segment of parcels from {first} is cut off.");
            yield break;
        }

        var rows = ParcelStore.Keys(connection, first, last).ToHashSet();
        (long Key, long Id) before = (-1, -1);
        for (var i = 0; i < keys.Length; i += ParcelSegment.PairBytes)
        {
            var pair = (Key: BinaryPrimitives.ReadInt64BigEndian(keys.AsSpan(i)),
                Id: BinaryPrimitives.ReadInt64BigEndian(keys.AsSpan(i + 8)));
            if (pair.CompareTo(before) <= 0)
                yield return Say($"The segment of parcels from {first} is not in order at declaration {pair.Id}.");
            before = pair;
            // A pair that no row has any more is one of a key that was changed: it leads to nothing.
            if (!rows.Remove(pair) && (pair.Id < first || pair.Id > last
                || ParcelStore.KeyOf(connection, pair.Id) is { } now && !ParcelStore.IsMoved(connection, now, pair.Id)))
                yield return Say($"The segment of parcels from {first} has another key than declaration {pair.Id}.");
        }

        foreach (var (key, id) in rows.Where(row => !ParcelStore.IsMoved(connection, row.Key, row.Id)))
            yield return Say($"Declaration {id} has a parcel key that its segment lacks.");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

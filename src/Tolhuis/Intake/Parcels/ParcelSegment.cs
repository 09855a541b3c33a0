// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;

namespace Tolhuis.Intake.Parcels;

/// <summary>
/// Sorted pairs of parcel key and own number, 16 bytes each, big-endian. Keys are hashes, so a key stands about where
/// its size says: a few probes find it.
/// </summary>
internal static class ParcelSegment
{
    public const int PairBytes = 16;

    public static byte[] Write(List<(long Key, long Id)> pairs)
    {
        pairs.Sort();
        var bytes = new byte[pairs.Count * PairBytes];
        for (var i = 0; i < pairs.Count; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * PairBytes), pairs[i].Key);
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * PairBytes + 8), pairs[i].Id);
        }

        return bytes;
    }

    /// <summary>
    /// Adds the own numbers that stand under a key. Reads pairs one by one through <paramref name="read"/>, so that no
    /// more of a stored segment is read than is looked at.
    /// </summary>
    /// <param name="read">Fills a buffer with the bytes from an offset on.</param>
    public static void Find(int count, long key, ReadBytes read, List<long> found)
    {
        // Interpolation first; where keys stand unevenly, halving ends the search.
        var (low, high) = (0, count);
        for (var probe = 0; low < high; probe++)
        {
            var middle = probe < 4
                ? Math.Clamp(low + (int)((high - low) * Share(low, high, key, count)), low, high - 1)
                : low + (high - low) / 2;
            if (KeyAt(middle, read) < key)
                low = middle + 1;
            else
                high = middle;
        }

        Span<byte> pair = stackalloc byte[PairBytes];
        for (var i = low; i < count; i++)
        {
            read((long)i * PairBytes, pair);
            if (BinaryPrimitives.ReadInt64BigEndian(pair) != key)
                return;
            found.Add(BinaryPrimitives.ReadInt64BigEndian(pair[8..]));
        }
    }

    /// <summary>Where in a range the key should stand, if keys are spread evenly over all.</summary>
    private static double Share(int low, int high, long key, int count)
    {
        var at = (double)key / long.MaxValue * count;
        return Math.Clamp((at - low) / (high - low), 0, 1);
    }

    private static long KeyAt(int index, ReadBytes read)
    {
        Span<byte> bytes = stackalloc byte[8];
        read((long)index * PairBytes, bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }
}

/// <summary>Fills a buffer with the bytes of a segment from an offset on.</summary>
internal delegate void ReadBytes(long offset, Span<byte> into);

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;

namespace Tolhuis.Intake;

/// <summary>
/// Tells of a local reference number "surely new" or "perhaps seen before", in one cache line of memory per question: a
/// blocked
/// Bloom filter of 12 bits a key, grown in segments of 256 k keys. False "perhaps": below 1 in 200 per segment, and
/// each costs
/// one look in the table; a false "new" does not exist. Only the decider's thread uses it.
/// </summary>
public sealed class LrnFilter
{
    private const int KeysPerSegment = 1 << 18;
    private const int WordsPerBlock = 8;
    private const int Blocks = KeysPerSegment * 12 / 512;
    private const int SegmentWords = Blocks * WordsPerBlock;
    private const int Probes = 6;

    private readonly List<ulong[]> _segments = [];
    private int _keysInLast = KeysPerSegment;

    public long Count { get; private set; }

    public void Add(ulong hash)
    {
        if (_keysInLast >= KeysPerSegment)
        {
            _segments.Add(new ulong[SegmentWords]);
            _keysInLast = 0;
        }

        var segment = _segments[^1];
        var block = BlockOf(hash);
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = BitOf(hash, probe);
            segment[block + (bit >> 6)] |= 1UL << (bit & 63);
        }

        _keysInLast++;
        Count++;
    }

    public bool MayContain(ulong hash)
    {
        var block = BlockOf(hash);
        foreach (var segment in _segments)
        {
            if (BlockContains(segment, block, hash))
                return true;
        }

        return false;
    }

    /// <summary>The filter as bytes: number of keys, keys in the last segment, then the segments.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[16 + _segments.Count * SegmentWords * 8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), _keysInLast);
        var at = 16;
        foreach (var segment in _segments)
        {
            foreach (var word in segment)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), word);
                at += 8;
            }
        }

        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes are not those of a filter.</exception>
    public static LrnFilter FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || (bytes.Length - 16) % (SegmentWords * 8) != 0)
            throw new InvalidDataException("A filter of local reference numbers has a wrong length.");
        var count = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var inLast = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        var segments = (bytes.Length - 16L) / (SegmentWords * 8);
        // A wrong count would leave the last segment fuller than it may be, or unfound.
        if (inLast is < 0 or > KeysPerSegment || count != Math.Max(0, segments - 1) * KeysPerSegment
            + inLast * Math.Min(1, segments))
            throw new InvalidDataException("A filter of local reference numbers has a wrong count.");
        var filter = new LrnFilter { Count = count, _keysInLast = (int)inLast };
        for (var at = 16; at < bytes.Length;)
        {
            var segment = new ulong[SegmentWords];
            for (var i = 0; i < SegmentWords; i++, at += 8)
                segment[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
            filter._segments.Add(segment);
        }

        return filter;
    }

    private static bool BlockContains(ulong[] segment, int block, ulong hash)
    {
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = BitOf(hash, probe);
            if ((segment[block + (bit >> 6)] & (1UL << (bit & 63))) == 0)
                return false;
        }

        return true;
    }

    private static int BlockOf(ulong hash) => (int)(((hash >> 32) * Blocks) >> 32) * WordsPerBlock;

    private static int BitOf(ulong hash, int probe) =>
        (int)(unchecked((uint)hash * (0x9E3779B9u + 2u * (uint)probe * 0x85EBCA6Bu)) >> 23);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;

namespace Tolhuis.Intake;

/// <summary>
/// Tells of a local reference number "surely new" or "perhaps seen before", in one cache line of memory per segment: a
/// blocked Bloom filter of 12 bits a key. Each segment takes twice the keys of the one before it, so that even 250
/// million keys are 12 segments; one made for a known number of keys is a single segment. False "perhaps": below 1 in
/// 200 per full segment, and each costs one look in the table; a false "new" does not exist. Only the decider's thread
/// uses it.
/// </summary>
public sealed class LrnFilter
{
    private const int FirstKeys = 1 << 16;
    private const int MaxDoublings = 12;
    private const int HeaderBytes = 24;
    private const int WordsPerBlock = 8;
    private const int Probes = 6;

    private readonly List<ulong[]> _segments = [];
    private readonly int _firstDoublings;
    private long _roomInLast;

    /// <param name="keys">Keys that are to come, if known.</param>
    public LrnFilter(long keys = 0)
    {
        while (_firstDoublings < MaxDoublings && KeysOf(_firstDoublings) < keys)
            _firstDoublings++;
    }

    public long Count { get; private set; }

    internal int Segments => _segments.Count;

    public void Add(ulong hash)
    {
        if (_roomInLast == 0)
        {
            _segments.Add(new ulong[WordsOf(_firstDoublings + _segments.Count)]);
            _roomInLast = KeysOf(_firstDoublings + _segments.Count - 1);
        }

        var segment = _segments[^1];
        var block = BlockOf(segment, hash);
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = BitOf(hash, probe);
            segment[block + (bit >> 6)] |= 1UL << (bit & 63);
        }

        _roomInLast--;
        Count++;
    }

    public bool MayContain(ulong hash)
    {
        foreach (var segment in _segments)
        {
            if (BlockContains(segment, BlockOf(segment, hash), hash))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The filter as bytes: number of keys, room in the last segment, doublings of the first, then the segments.
    /// </summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderBytes + _segments.Sum(segment => segment.Length * 8)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), _roomInLast);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), _firstDoublings);
        var at = HeaderBytes;
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
        if (bytes.Length < HeaderBytes)
            throw new InvalidDataException("A filter of local reference numbers has a wrong length.");
        var count = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var room = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        var doublings = BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]);
        if (doublings is < 0 or > MaxDoublings)
            throw new InvalidDataException("A filter of local reference numbers has a wrong size.");
        var filter = new LrnFilter(KeysOf((int)doublings)) { Count = count, _roomInLast = room };
        long keys = 0;
        for (var at = HeaderBytes; at < bytes.Length;)
        {
            var level = filter._firstDoublings + filter._segments.Count;
            if (bytes.Length - at < WordsOf(level) * 8L)
                throw new InvalidDataException("A filter of local reference numbers has a wrong length.");
            var segment = new ulong[WordsOf(level)];
            for (var i = 0; i < segment.Length; i++, at += 8)
                segment[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
            filter._segments.Add(segment);
            keys += KeysOf(level);
        }

        // A wrong count would leave the last segment fuller than it may be, or unfound.
        var last = filter._segments.Count == 0 ? 0 : KeysOf(filter._firstDoublings + filter._segments.Count - 1);
        if (room < 0 || room > last || count != keys - room)
            throw new InvalidDataException("A filter of local reference numbers has a wrong count.");
        return filter;
    }

    private static long KeysOf(int doublings) => (long)FirstKeys << Math.Min(doublings, MaxDoublings);

    private static int WordsOf(int doublings) => (int)(KeysOf(doublings) * 12 / 512) * WordsPerBlock;

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

    private static int BlockOf(ulong[] segment, ulong hash) =>
        (int)(((hash >> 32) * (uint)(segment.Length / WordsPerBlock)) >> 32) * WordsPerBlock;

    private static int BitOf(ulong hash, int probe) =>
        (int)(unchecked((uint)hash * (0x9E3779B9u + 2u * (uint)probe * 0x85EBCA6Bu)) >> 23);
}

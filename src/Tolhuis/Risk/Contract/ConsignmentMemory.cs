// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Risk.Contract;

/// <summary>What is remembered of a consignment: the day of its draw, and the goods it came with first.</summary>
/// <param name="Day"><see cref="DateOnly.DayNumber"/>; the earliest that was met.</param>
/// <param name="Goods">Part of the key of the consignment with its goods.</param>
public readonly record struct FirstMeeting(int Day, uint Goods)
{
    public static FirstMeeting Of(ulong goods, int day) => new(day, unchecked((uint)goods));
}

/// <summary>
/// Which consignments came before, and on which day their draw was made. Two generations of an open hash table: when
/// the young one is full the old one is forgotten. A consignment is one entry with the goods it came with first; other
/// goods under the same document and consignee are an entry of their own. Invariants: only the decider's thread uses
/// it; it holds only what is committed; memory is bounded by 2 x capacity x 32 bytes at most (43 for a capacity that is
/// no power of two). A consignment forgotten is a new one with a new draw.
/// </summary>
public sealed class ConsignmentMemory
{
    /// <summary>
    /// One million consignments a generation: 34 MB each. About a working day of all Dutch e-commerce in both.
    /// </summary>
    public const int DefaultCapacity = 1 << 20;

    private readonly int _capacity;
    private Generation _young;
    private Generation _old;

    public ConsignmentMemory(int capacity = DefaultCapacity)
    {
        _capacity = capacity;
        _young = new Generation(capacity);
        _old = new Generation(0);
    }

    public int Count => _young.Count + _old.Count;

    /// <summary>False for a key not met before: that of a consignment, or of one with its goods.</summary>
    public bool TryGet(ulong key, out FirstMeeting first) =>
        _young.TryGet(key, out first) || _old.TryGet(key, out first);

    /// <summary>Remembers a meeting; of a key known already only an earlier day counts.</summary>
    public void Add(ulong key, FirstMeeting first)
    {
        if (_young.Count >= _capacity)
        {
            _old = _young;
            _young = new Generation(_capacity);
        }

        _young.Add(key, first);
    }

    /// <summary>The same for an accepted declaration as a whole, as at a start.</summary>
    public void Add(ulong consignment, ulong goods, int day)
    {
        var own = FirstMeeting.Of(goods, day);
        if (!TryGet(consignment, out var first))
        {
            Add(consignment, own);
            return;
        }

        if (first.Goods != own.Goods && !TryGet(goods, out _))
            Add(goods, own);
        if (day < first.Day)
            Add(consignment, first with { Day = day });
    }

    private sealed class Generation
    {
        private readonly ulong[] _keys;
        private readonly FirstMeeting[] _first;
        private readonly int _mask;

        public Generation(int capacity)
        {
            // At least a quarter stays free, so that a probe is short.
            var slots = capacity == 0 ? 1 : (int)System.Numerics.BitOperations
                .RoundUpToPowerOf2((uint)capacity * 4 / 3);
            _keys = new ulong[slots];
            _first = new FirstMeeting[slots];
            _mask = slots - 1;
        }

        public int Count { get; private set; }

        public bool TryGet(ulong key, out FirstMeeting first)
        {
            key = key == 0 ? 1 : key;
            for (var slot = (int)(key & (ulong)_mask); _keys[slot] != 0; slot = (slot + 1) & _mask)
            {
                if (_keys[slot] == key)
                {
                    first = _first[slot];
                    return true;
                }
            }

            first = default;
            return false;
        }

        public void Add(ulong key, FirstMeeting first)
        {
            key = key == 0 ? 1 : key;
            var slot = (int)(key & (ulong)_mask);
            while (_keys[slot] != 0 && _keys[slot] != key)
                slot = (slot + 1) & _mask;
            if (_keys[slot] == key)
            {
                _first[slot] = _first[slot] with { Day = Math.Min(_first[slot].Day, first.Day) };
                return;
            }

            _keys[slot] = key;
            _first[slot] = first;
            Count++;
        }
    }
}

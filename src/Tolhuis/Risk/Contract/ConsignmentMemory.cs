// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Risk.Contract;

/// <summary>
/// Which consignments came before, and on which day their draw was made. Two generations of an open hash table: when
/// the
/// young one is full the old one is forgotten. Invariants: only the decider's thread uses it; it holds only what is
/// committed; memory is bounded by 2 x capacity x 24 bytes at most (32 for a capacity that is no power of two). A
/// consignment forgotten is a new one with a new draw.
/// </summary>
public sealed class ConsignmentMemory
{
    /// <summary>
    /// One million consignments a generation: 25 MB each. About a working day of all Dutch e-commerce in both.
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

    /// <summary>
    /// Day number (<see cref="DateOnly.DayNumber"/>) of the first time; false for a consignment not met before.
    /// </summary>
    public bool TryGetFirstDay(ulong consignment, out int day) =>
        _young.TryGet(consignment, out day) || _old.TryGet(consignment, out day);

    public void Add(ulong consignment, int day)
    {
        if (_young.Count >= _capacity)
        {
            _old = _young;
            _young = new Generation(_capacity);
        }

        _young.Add(consignment, day);
    }

    private sealed class Generation
    {
        private readonly ulong[] _keys;
        private readonly int[] _days;
        private readonly int _mask;

        public Generation(int capacity)
        {
            // At least a quarter stays free, so that a probe is short.
            var slots = capacity == 0 ? 1 : (int)System.Numerics.BitOperations
                .RoundUpToPowerOf2((uint)capacity * 4 / 3);
            _keys = new ulong[slots];
            _days = new int[slots];
            _mask = slots - 1;
        }

        public int Count { get; private set; }

        public bool TryGet(ulong key, out int day)
        {
            key = key == 0 ? 1 : key;
            for (var slot = (int)(key & (ulong)_mask); _keys[slot] != 0; slot = (slot + 1) & _mask)
            {
                if (_keys[slot] == key)
                {
                    day = _days[slot];
                    return true;
                }
            }

            day = 0;
            return false;
        }

        public void Add(ulong key, int day)
        {
            key = key == 0 ? 1 : key;
            var slot = (int)(key & (ulong)_mask);
            while (_keys[slot] != 0 && _keys[slot] != key)
                slot = (slot + 1) & _mask;
            if (_keys[slot] == key)
                return;
            _keys[slot] = key;
            _days[slot] = day;
            Count++;
        }
    }
}

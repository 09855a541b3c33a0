// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Reading;

/// <summary>One value as it stands in the message.</summary>
/// <param name="Item">Number of the goods item by its place, from 1; 0 at declaration or shipment level.</param>
/// <param name="Group">Index of the group it stands in; -1 for none.</param>
internal readonly record struct RawValue(PathNode Place, int Item, int Group, int Start, int Length, bool IsCut);

/// <summary>One group of elements: a document, a party, a package.</summary>
internal struct GroupFound
{
    public PathNode Place;
    public int Item;

    /// <summary>The how many-th of its kind in the item or header, from 1.</summary>
    public int Occurrence;
    public int Parent;
    public int RawStart;
    public int RawEnd;
    public int FoundStart;
    public int FoundEnd;
}

/// <summary>An element of the message that the table does not know.</summary>
internal readonly record struct UnknownPlace(PathNode Parent, string Name, int Item);

/// <summary>One data element in the message.</summary>
internal readonly record struct Found(
    Element Element, PathNode Place, int Item, int Group, int Start, int Length, bool IsCut);

/// <summary>Growing array whose memory is kept from message to message, up to a bound.</summary>
internal sealed class Reused<T>(int capacity)
{
    private const int KeptCapacity = 65_536;
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    /// <summary>The memory itself, for callers that can only write to an array.</summary>
    public T[] Array => _items;

    public ref T this[int index] => ref _items[index];

    public ReadOnlySpan<T> Span(int start, int length) => _items.AsSpan(start, length);

    public void Add(T item)
    {
        if (Count == _items.Length)
            System.Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    public Span<T> Reserve(int count)
    {
        if (Count + count > _items.Length)
            System.Array.Resize(ref _items, Math.Max(_items.Length * 2, Count + count));
        return _items.AsSpan(Count, count);
    }

    public void Advance(int count) => Count += count;

    public void Cut(int count) => Count = count;

    public void Clear()
    {
        Count = 0;
        if (_items.Length > KeptCapacity)
            _items = new T[capacity];
    }
}

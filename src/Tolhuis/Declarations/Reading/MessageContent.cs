// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// The elements of one message: the values of a scan with what each of them is. Reused from message to message.
/// </summary>
internal sealed class MessageContent(MessageScan scan)
{
    /// <summary>A group has some twenty values; one with thousands must not be searched from each of them.</summary>
    private const int SiblingDistance = 64;

    private readonly Reused<Found> _found = new(256);
    private readonly Reused<int> _foundStartOfItem = new(64);
    private readonly Reused<int> _foundStartOfRaw = new(256);

    public MessageScan Scan { get; } = scan;

    public Reused<Found> Found => _found;

    public ReadOnlySpan<char> Text(int found)
    {
        ref var at = ref _found[found];
        return Scan.TextOf(at.Start, at.Length);
    }

    /// <summary>
    /// Text of the first occurrence of an element in the header or, with an item, in that item; empty if none.
    /// </summary>
    public ReadOnlySpan<char> FirstText(Element element, int item = 0)
    {
        var index = First(element, item);
        return index < 0 ? default : Text(index);
    }

    public int First(Element element, int item = 0)
    {
        if (item >= _foundStartOfItem.Count)
            return -1;
        // The elements of an item stand together; those of the header stand before and after the items.
        for (var i = _foundStartOfItem[item]; i < _found.Count && (item == 0 || _found[i].Item == item); i++)
        {
            if (ReferenceEquals(_found[i].Element, element) && _found[i].Item == item)
                return i;
        }

        return -1;
    }

    /// <summary>Index of the first element that a value of the scan is, or where it would be.</summary>
    public int FoundStartOf(int raw) => _foundStartOfRaw[raw];

    /// <summary>Decides for each value of the scan which elements it is.</summary>
    public void Resolve()
    {
        _found.Clear();
        _foundStartOfRaw.Clear();
        _foundStartOfItem.Clear();
        _foundStartOfItem.Add(0);
        var raws = Scan.Raws;
        // Joined texts are added at the end, so the number of values does not change here.
        for (var i = 0; i < raws.Count; i++)
        {
            _foundStartOfRaw.Add(_found.Count);
            while (_foundStartOfItem.Count <= raws[i].Item)
                _foundStartOfItem.Add(_found.Count);
            var rules = raws[i].Place.Rules;
            for (var rule = 0; rule < rules.Count; rule++)
            {
                if (Applies(rules[rule], i))
                    AddFound(rules[rule], raws[i], i);
            }
        }

        _foundStartOfRaw.Add(_found.Count);
        for (var i = 0; i < Scan.Groups.Count; i++)
        {
            ref var group = ref Scan.Groups[i];
            group.FoundStart = _foundStartOfRaw[group.RawStart];
            group.FoundEnd = _foundStartOfRaw[Math.Max(group.RawEnd, group.RawStart)];
        }
    }

    /// <summary>Index of an element within a group and the groups in it; -1 if it is not there.</summary>
    public int InGroup(in GroupFound group, Element element)
    {
        for (var i = group.FoundStart; i < group.FoundEnd; i++)
        {
            if (ReferenceEquals(_found[i].Element, element))
                return i;
        }

        return -1;
    }

    private bool Applies(PlaceRule rule, int rawIndex)
    {
        if (rule.IfLength != 0)
            return Scan.Raws[rawIndex].Length == rule.IfLength != rule.IsNegated;
        if (rule.IfSibling is null && !rule.IsOnItself)
            return true;
        var sibling = rule.IsOnItself ? rawIndex : NearestSibling(rule.IfSibling!, rawIndex);
        var isOne = false;
        if (sibling >= 0)
        {
            ref var raw = ref Scan.Raws[sibling];
            var text = Scan.TextOf(raw.Start, raw.Length);
            foreach (var value in rule.IfValues)
                isOne |= text.SequenceEqual(value);
        }

        return isOne != rule.IsNegated;
    }

    private void AddFound(PlaceRule rule, in RawValue raw, int rawIndex)
    {
        var (start, length) = (raw.Start, raw.Length);
        if (rule.Prefix is not null && NearestSibling(rule.Prefix, rawIndex) is >= 0 and var prefix)
        {
            length = raw.Length + Scan.Raws[prefix].Length;
            start = Scan.Join(Scan.Raws[prefix], raw);
        }

        if (rule.From > 0 || rule.Length >= 0)
        {
            if (length <= rule.From)
                return;
            start += rule.From;
            length = rule.Length < 0 ? length - rule.From : Math.Min(rule.Length, length - rule.From);
        }

        _found.Add(new Found(rule.Element, raw.Place, raw.Item, raw.Group, start, length, raw.IsCut));
    }

    /// <summary>The value at a place in the same group that stands nearest to another value.</summary>
    private int NearestSibling(PathNode place, int rawIndex)
    {
        var raws = Scan.Raws;
        var group = raws[rawIndex].Group;
        if (group < 0)
            return -1;
        ref var bounds = ref Scan.Groups[group];
        var end = Math.Min(bounds.RawEnd, rawIndex + SiblingDistance);
        var start = Math.Max(bounds.RawStart, rawIndex - SiblingDistance);
        for (var (after, before) = (rawIndex + 1, rawIndex - 1); after < end || before >= start; after++, before--)
        {
            if (after < end && ReferenceEquals(raws[after].Place, place))
                return after;
            if (before >= start && ReferenceEquals(raws[before].Place, place))
                return before;
        }

        return -1;
    }
}

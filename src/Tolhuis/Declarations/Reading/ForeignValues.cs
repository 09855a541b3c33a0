// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// Values at places that the element table does not know, with their paths: shown in a dossier, used for nothing.
/// </summary>
internal sealed class ForeignValues(int limit)
{
    private readonly string[] _names = new string[Bounds.Depth + 1];
    private readonly bool[] _hasChildren = new bool[Bounds.Depth + 1];
    private readonly List<(string Path, int Item, string Value)> _values = [];

    public IReadOnlyList<(string Path, int Item, string Value)> Values => _values;

    public bool IsComplete { get; private set; } = true;

    public void Enter(int depth, string name)
    {
        _names[depth] = name;
        _hasChildren[depth] = false;
        if (depth > 0)
            _hasChildren[depth - 1] = true;
    }

    /// <summary>A value of a JSON message, with its pointer.</summary>
    public void Add(string pointer, int item, string value)
    {
        if (_values.Count == limit)
            IsComplete = false;
        else if (value.Length != 0)
            _values.Add((pointer, item, value));
    }

    public void Leave(int depth, ReadOnlySpan<char> value, int item)
    {
        if (_hasChildren[depth] || value.IsEmpty)
            return;
        if (_values.Count == limit)
        {
            IsComplete = false;
            return;
        }

        var path = new StringBuilder("/Declaration");
        var isInItem = false;
        for (var i = 1; i <= depth; i++)
        {
            path.Append('/').Append(_names[i]);
            if (_names[i] != "GovernmentAgencyGoodsItem")
                continue;
            isInItem = true;
            path.Append('[').Append(item).Append(']');
        }

        _values.Add((path.ToString(), isInItem ? item : 0, value.ToString()));
    }
}

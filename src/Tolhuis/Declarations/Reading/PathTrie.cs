// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// All places of both XML shapes in one tree, and beside it that of JSON. Notation of a path in the table: <c>D/</c>,
/// <c>GS/</c> or <c>SI/</c> for the level, then names; <c>@name</c> for an attribute, <c>#from-length</c> for a
/// part of the value, <c>^name</c> for a sibling that goes before it, <c>?name=A,B</c>, <c>?length=2</c> or
/// <c>?self!=A,B</c> for a condition. Siblings are named from the group's place; <c>self</c> is the value itself.
/// </summary>
internal sealed class PathTrie
{
    private readonly List<PathNode> _nodes = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _nameIds = new(StringComparer.Ordinal);

    public PathTrie(IReadOnlyList<Element> elements, IReadOnlyList<LawRow> jsonNames)
    {
        Root = Make("Declaration", parent: null, isAttribute: false);
        foreach (var element in elements)
        {
            foreach (var path in element.Paths)
            {
                if (element.IsGroup)
                    NodeAt(path).Group = element;
            }
        }

        foreach (var element in elements)
        {
            foreach (var path in element.Paths)
            {
                if (!element.IsGroup)
                    AddRule(element, path);
            }
        }

        Json = new JsonTree(elements, jsonNames, firstId: _nodes.Count);
    }

    public PathNode Root { get; }

    /// <summary>The places of the JSON shape of the same elements.</summary>
    public JsonTree Json { get; }

    /// <summary>Of all shapes.</summary>
    public int NodeCount => _nodes.Count + Json.NodeCount;
    public IReadOnlyList<string> Names => _names;

    /// <summary>The place that a path of the table names, without its conditions.</summary>
    public PathNode NodeAt(string path)
    {
        var end = path.AsSpan().IndexOfAny("#^?");
        var bare = end < 0 ? path : path[..end];
        var slash = bare.IndexOf('/', StringComparison.Ordinal);
        var node = bare[..Math.Max(slash, 0)] switch
        {
            "D" => Root,
            "GS" => Step(Root, "GoodsShipment"),
            "SI" => Step(Step(Root, "GoodsShipment"), "GovernmentAgencyGoodsItem"),
            _ => throw new InvalidDataException($"\"{path}\" does not begin with D/, GS/ or SI/."),
        };
        return Walk(node, bare[(slash + 1)..]);
    }

    private void AddRule(Element element, string path)
    {
        var node = NodeAt(path);
        var (from, length) = SliceOf(path);
        var condition = After(path, '?');
        var at = condition.IndexOf('=', StringComparison.Ordinal);
        var isNegated = at > 0 && condition[at - 1] == '!';
        var subject = at < 0 ? "" : condition[..(isNegated ? at - 1 : at)];
        var values = at < 0 ? [] : condition[(at + 1)..].Split(',');
        var isLength = subject == "length";
        var prefix = After(path, '^');
        node.Add(new PlaceRule
        {
            Element = element,
            From = from,
            Length = length,
            IfLength = isLength ? int.Parse(values[0], CultureInfo.InvariantCulture) : 0,
            IfSibling = subject is "" or "self" || isLength ? null : Sibling(node, subject),
            IsOnItself = subject == "self",
            IfValues = isLength ? [] : values,
            IsNegated = isNegated,
            Prefix = prefix.Length == 0 ? null : Sibling(node, prefix),
        });
    }

    private static (int From, int Length) SliceOf(string path)
    {
        var slice = After(path, '#');
        if (slice.Length == 0)
            return (0, -1);
        var dash = slice.IndexOf('-', StringComparison.Ordinal);
        var length = slice[(dash + 1)..];
        return (int.Parse(slice[..dash], CultureInfo.InvariantCulture),
            length.Length == 0 ? -1 : int.Parse(length, CultureInfo.InvariantCulture));
    }

    /// <summary>The part of a path after a mark, up to the next mark.</summary>
    private static string After(string path, char mark)
    {
        var at = path.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
            return "";
        var rest = path[(at + 1)..];
        var end = rest.AsSpan().IndexOfAny("#^?");
        return end < 0 ? rest : rest[..end];
    }

    private PathNode Sibling(PathNode node, string path)
    {
        var group = node.GroupPlace() ?? throw new InvalidDataException(
            $"{node.Path}: a condition on \"{path}\" needs a group around it.");
        var sibling = Walk(group, path);
        sibling.IsKept = true;
        return sibling;
    }

    private PathNode Walk(PathNode node, string path)
    {
        foreach (var step in path.Split('/'))
        {
            var at = step.IndexOf('@', StringComparison.Ordinal);
            node = Step(node, at < 0 ? step : step[..at]);
            if (at >= 0)
                node = Step(node, step[(at + 1)..], isAttribute: true);
        }

        return node;
    }

    private PathNode Step(PathNode node, string name, bool isAttribute = false)
    {
        foreach (var child in node.Children)
        {
            if (child.Name == name && child.IsAttribute == isAttribute)
                return child;
        }

        return Make(name, node, isAttribute);
    }

    private PathNode Make(string name, PathNode? parent, bool isAttribute)
    {
        if (!_nameIds.TryGetValue(name, out var nameId))
        {
            nameId = _names.Count;
            _names.Add(name);
            _nameIds.Add(name, nameId);
        }

        var node = new PathNode(_nodes.Count, nameId, name, parent, isAttribute);
        _nodes.Add(node);
        parent?.Add(node);
        return node;
    }
}

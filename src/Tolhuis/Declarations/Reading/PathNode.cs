// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// What a value at one place of the message is. A place can carry several elements: by its length (procedure and
/// additional procedure), by a sibling (kind of classification) or by a part of it (IMA is IM and A).
/// </summary>
internal sealed class PlaceRule
{
    public required Element Element { get; init; }
    public int From { get; init; }

    /// <summary>-1 for the rest of the value.</summary>
    public int Length { get; init; } = -1;

    /// <summary>The value must have this length; 0 for any.</summary>
    public int IfLength { get; init; }
    public PathNode? IfSibling { get; init; }

    /// <summary>The condition is on the value itself.</summary>
    public bool IsOnItself { get; init; }
    public string[] IfValues { get; init; } = [];
    public bool IsNegated { get; init; }

    /// <summary>A sibling whose value goes before this one: document category and type together are the type.</summary>
    public PathNode? Prefix { get; init; }
}

/// <summary>One step of the trie compiled from all paths of the element table.</summary>
internal sealed class PathNode
{
    private readonly List<PathNode> _children = [];
    private readonly List<PlaceRule> _rules = [];

    public PathNode(int id, int nameId, string name, PathNode? parent, bool isAttribute)
    {
        Id = id;
        NameId = nameId;
        Name = name;
        Parent = parent;
        IsAttribute = isAttribute;
        // Only the item itself counts; the places below it share its number.
        IsItem = name == "GovernmentAgencyGoodsItem" && parent is { Name: "GoodsShipment" };
        IsInItem = IsItem || parent is { IsInItem: true };
    }

    /// <summary>A place of the JSON shape; its name there can differ from that by which others ask for it.</summary>
    public PathNode(int id, string name, PathNode? parent, JsonName json)
    {
        Id = id;
        Name = name;
        Parent = parent;
        Json = json;
        IsItem = json is { Text: "goodsItem", IsArray: true } && parent is { Json.Text: "goodsShipment" };
        IsInItem = IsItem || parent is { IsInItem: true };
    }

    public int Id { get; }
    public int NameId { get; }
    public string Name { get; }
    public PathNode? Parent { get; }
    public bool IsAttribute { get; }
    public bool IsItem { get; }
    public bool IsInItem { get; }
    public bool HasAttributes { get; private set; }

    /// <summary>Null for a place of the XML shapes.</summary>
    public JsonName? Json { get; }

    /// <summary>The group of elements that begins here, e.g. a supporting document.</summary>
    public Element? Group { get; set; }

    /// <summary>True if the value is kept: it is an element, or decides what its sibling is.</summary>
    public bool IsKept { get; set; }
    public IReadOnlyList<PathNode> Children => _children;
    public IReadOnlyList<PlaceRule> Rules => _rules;

    public string Path => Parent is null ? "/" + Name : Parent.Path + (IsAttribute ? "/@" : "/") + Name;

    public void Add(PathNode child)
    {
        _children.Add(child);
        HasAttributes |= child.IsAttribute;
    }

    public void Add(PlaceRule rule)
    {
        _rules.Add(rule);
        IsKept = true;
    }

    /// <summary>The child with a name that stands in the same name table, or null.</summary>
    public PathNode? Child(object name, object[] names, bool isAttribute)
    {
        for (var i = 0; i < _children.Count; i++)
        {
            var child = _children[i];
            if (ReferenceEquals(names[child.NameId], name) && child.IsAttribute == isAttribute)
                return child;
        }

        return null;
    }

    /// <summary>Nearest group at or above this place within the item or header; null if there is none.</summary>
    public PathNode? GroupPlace()
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.Group is not null)
                return node;
        }

        return null;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Reading;

/// <summary>The name of a place in a JSON message, and whether it holds an array.</summary>
internal sealed class JsonName(string text, bool isArray)
{
    public string Text { get; } = text;
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);
    public bool IsArray { get; } = isArray;
}

/// <summary>
/// All places of the JSON shape in one tree, from the law table <c>declarations.json_names</c>. A path there begins
/// with its level, as in the element table: <c>D/</c> for the message itself, <c>GS/</c> for <c>goodsShipment</c>,
/// <c>SI/</c> for each <c>goodsItem</c>; <c>[]</c> after a name says that an array stands there. A place has no
/// conditions: each element has a name of its own.
/// </summary>
internal sealed class JsonTree
{
    private const string Shipment = "goodsShipment";
    private const string Item = "goodsItem[]";
    private readonly List<PathNode> _nodes = [];
    private readonly Dictionary<Element, List<PathNode>> _placesByElement = [];

    /// <param name="firstId">Number of the first place: those of XML come before.</param>
    /// <exception cref="InvalidDataException">A row names an element that is not there, or no level.</exception>
    public JsonTree(IReadOnlyList<Element> elements, IReadOnlyList<LawRow> names, int firstId)
    {
        FirstId = firstId;
        Root = Make("", "", isArray: false, parent: null);
        var elementByKey = elements.ToLookup(element => element.Key, StringComparer.Ordinal);
        foreach (var row in names)
        {
            foreach (var element in elementByKey[row["element"]])
            {
                foreach (var path in row["json_paths"].Split('|'))
                    Add(element, path);
            }
        }

        // In no message under these names: kind and types as XML has them, which is what recognition asks for.
        Function = Make("FunctionCode", "messageKind", isArray: false, Root, isReachable: false);
        WholeType = Make("TypeCode", "declarationType", isArray: false, Root, isReachable: false);
        MessageKind = ChildOfRoot("messageKind");
        DeclarationType = ChildOfRoot("declarationType");
        AdditionalType = ChildOfRoot("additionalDeclarationType");
    }

    public int FirstId { get; }
    public int NodeCount => _nodes.Count;
    public IReadOnlyList<PathNode> Nodes => _nodes;
    public PathNode Root { get; }

    /// <summary>False for an edition of the law from before there was a JSON shape.</summary>
    public bool HasNames => Root.Children.Count != 0;
    public PathNode Function { get; }
    public PathNode WholeType { get; }
    public PathNode? MessageKind { get; }
    public PathNode? DeclarationType { get; }
    public PathNode? AdditionalType { get; }

    /// <summary>The places of an element, in the order of the table; empty if JSON has no name for it.</summary>
    public IReadOnlyList<PathNode> PlacesOf(Element element) =>
        _placesByElement.TryGetValue(element, out var places) ? places : [];

    /// <summary>
    /// The place directly below the message that goes by a name of the XML shape, e.g. <c>FunctionCode</c>.
    /// </summary>
    public PathNode? HeaderOf(string xmlName)
    {
        foreach (var child in Root.Children)
        {
            if (child.Name == xmlName)
                return child;
        }

        return xmlName == WholeType.Name ? WholeType : xmlName == Function.Name ? Function : null;
    }

    private PathNode? ChildOfRoot(string name)
    {
        foreach (var child in Root.Children)
        {
            if (child.Json!.Text == name)
                return child;
        }

        return null;
    }

    private void Add(Element element, string path)
    {
        var steps = path.Split('/');
        var node = steps[0] switch
        {
            "D" => Root,
            "GS" => Step(Root, Shipment, ""),
            "SI" => Step(Step(Root, Shipment, ""), Item, ""),
            _ => throw new InvalidDataException($"\"{path}\" does not begin with D/, GS/ or SI/."),
        };
        for (var i = 1; i < steps.Length; i++)
            node = Step(node, steps[i], i == 1 && steps[0] == "D" ? HeaderNameOf(element) : "");
        if (element.IsGroup)
            node.Group = element;
        else
            node.Add(new PlaceRule { Element = element });
        if (!_placesByElement.TryGetValue(element, out var places))
            _placesByElement.Add(element, places = []);
        places.Add(node);
    }

    // What stands directly below the declaration in XML is asked for by that name, whatever the shape.
    private static string HeaderNameOf(Element element) =>
        element.Paths[0] is ['D', '/', .. var name] and not "D/FunctionCode" && name.AsSpan().IndexOfAny("/@#^?") < 0
            ? name
            : "";

    private PathNode Step(PathNode node, string step, string headerName)
    {
        var isArray = step.EndsWith("[]", StringComparison.Ordinal);
        var name = isArray ? step[..^2] : step;
        foreach (var child in node.Children)
        {
            if (child.Json!.Text == name)
                return child;
        }

        return Make(headerName.Length == 0 ? name : headerName, name, isArray, node);
    }

    private PathNode Make(string name, string jsonName, bool isArray, PathNode? parent, bool isReachable = true)
    {
        var node = new PathNode(FirstId + _nodes.Count, name, parent, new JsonName(jsonName, isArray));
        _nodes.Add(node);
        if (isReachable)
            parent?.Add(node);
        return node;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// Places in a message as people and programs read them, e.g.
/// <c>/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Description</c>: items and groups that may
/// stand more than once have their number, counted from 1 by their place. Made only where a problem or a dossier needs
/// them. Pointers into a JSON message are JSON pointers (RFC 6901), e.g. <c>/goodsShipment/goodsItem/1/commodity</c>,
/// where entries count from 0.
/// </summary>
internal static class Pointer
{
    public static string To(MessageScan scan, PathNode place, int item, int group)
    {
        var text = new StringBuilder();
        Append(text, scan, place, item, group);
        return text.ToString();
    }

    /// <summary>The place where an element should have stood, at the header (item 0) or at an item.</summary>
    public static string ToMissing(MessageScan scan, PathTrie trie, Element element, int item, int group = -1)
    {
        var isInItem = item > 0;
        if (scan.IsJson)
            return ToMissing(scan, trie.Json, element, item, group);
        foreach (var path in element.Paths)
        {
            var place = trie.NodeAt(path);
            if (place.IsInItem == isInItem && (group < 0 || IsBelow(place, scan.Groups[group].Place)))
                return To(scan, place, item, group);
        }

        return To(scan, trie.NodeAt(element.Paths[0]), item, -1);
    }

    /// <summary>Place of a value directly below the declaration, by its name in XML.</summary>
    public static string ToHeader(MessageScan scan, PathTrie trie, string name) =>
        !scan.IsJson ? "/Declaration/" + name
        : trie.Json.HeaderOf(name) is { } place ? To(scan, place, 0, -1)
        : "";

    /// <summary>Adds one name to a JSON pointer.</summary>
    public static void AppendName(StringBuilder pointer, string name) => pointer.Append('/').Append(
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    private static string ToMissing(MessageScan scan, JsonTree tree, Element element, int item, int group)
    {
        var places = tree.PlacesOf(element);
        foreach (var place in places)
        {
            if (place.IsInItem == item > 0 && (group < 0 || IsBelow(place, scan.Groups[group].Place)))
                return To(scan, place, item, group);
        }

        return places.Count == 0 ? "" : To(scan, places[0], item, -1);
    }

    private static bool IsBelow(PathNode place, PathNode above)
    {
        for (var node = place; node is not null; node = node.Parent)
        {
            if (ReferenceEquals(node, above))
                return true;
        }

        return false;
    }

    private static void Append(StringBuilder text, MessageScan scan, PathNode place, int item, int group)
    {
        if (place.Parent is { } parent)
            Append(text, scan, parent, item, group);
        if (place.Json is not null)
        {
            AppendJson(text, scan, place, item, group);
            return;
        }

        text.Append('/').Append(place.IsAttribute ? "@" : "").Append(place.Name);
        if (place.IsItem && item > 0)
            AppendNumber(text, item);
        if (place.Group is null || (place.IsInItem ? place.Group.MaxInItem : place.Group.MaxInHeader) <= 1)
            return;
        for (var at = group; at >= 0; at = scan.Groups[at].Parent)
        {
            if (!ReferenceEquals(scan.Groups[at].Place, place))
                continue;
            AppendNumber(text, scan.Groups[at].Occurrence);
            return;
        }
    }

    // Names of the table have no character that a JSON pointer must escape.
    private static void AppendJson(StringBuilder text, MessageScan scan, PathNode place, int item, int group)
    {
        if (place.Parent is null)
            return;
        text.Append('/').Append(place.Json!.Text);
        if (place.IsItem && item > 0)
            text.Append(CultureInfo.InvariantCulture, $"/{item - 1}");
        if (place.Group is null || !place.Json.IsArray)
            return;
        for (var at = group; at >= 0; at = scan.Groups[at].Parent)
        {
            if (!ReferenceEquals(scan.Groups[at].Place, place))
                continue;
            text.Append(CultureInfo.InvariantCulture, $"/{scan.Groups[at].Occurrence - 1}");
            return;
        }
    }

    private static void AppendNumber(StringBuilder text, int number) =>
        text.Append(CultureInfo.InvariantCulture, $"[{number}]");
}

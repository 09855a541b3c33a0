// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Tolhuis.Declarations.Reading;

/// <summary>
/// Places in a message as people and programs read them, e.g.
/// <c>/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Description</c>: items and groups that may
/// stand more than once have their number, counted from 1 by their place. Made only where a problem or a dossier needs
/// them.
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
        foreach (var path in element.Paths)
        {
            var place = trie.NodeAt(path);
            if (place.IsInItem == isInItem && (group < 0 || IsBelow(place, scan.Groups[group].Place)))
                return To(scan, place, item, group);
        }

        return To(scan, trie.NodeAt(element.Paths[0]), item, -1);
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

    private static void AppendNumber(StringBuilder text, int number) =>
        text.Append(CultureInfo.InvariantCulture, $"[{number}]");
}

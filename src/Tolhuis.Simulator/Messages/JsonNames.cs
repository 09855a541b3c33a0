// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Messages;

/// <summary>
/// Names in JSON of the XML elements that the simulator writes, from its own list <c>json_names.csv</c>: the product's
/// table is not asked, so that a mistake in it is seen. A row without a name is an element that JSON does not need.
/// </summary>
internal static class JsonNames
{
    public const string Item = "goodsShipment/goodsItem[]/";
    public const string Code = Item + "commodity/commodityCode/";

    static JsonNames()
    {
        using var stream = typeof(JsonNames).Assembly.GetManifestResourceStream("json_names.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } row)
        {
            var comma = row.IndexOf(',', StringComparison.Ordinal);
            var (xml, json) = (row[..comma], row[(comma + 1)..]);
            if (json.Length == 0)
                Left.Add(xml);
            else if (json.EndsWith("[]", StringComparison.Ordinal))
                Groups.Add(xml, json);
            else
                Places.Add(xml, json);
        }
    }

    /// <summary>Values: path in XML from the declaration, path in JSON.</summary>
    public static Dictionary<string, string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Elements of which each one begins a new entry of an array.</summary>
    public static Dictionary<string, string> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Numbers of order, and what the name in JSON says already.</summary>
    public static HashSet<string> Left { get; } = new(StringComparer.Ordinal);
}

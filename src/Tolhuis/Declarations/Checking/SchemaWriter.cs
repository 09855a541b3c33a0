// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json.Nodes;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// Writes the JSON Schema of the message from the tables: one tree of all names with formats and codes, and per data
/// set and kind what must be there.
/// </summary>
internal sealed class SchemaWriter(RuleBook book)
{
    /// <summary>A longer code list changes too often to be copied by every sender.</summary>
    private const int LongestEnum = 60;

    private readonly JsonTree _tree = book.Trie.Json;

    public JsonObject Write()
    {
        var definitions = new JsonObject();
        var conditions = new JsonArray();
        foreach (var plan in Plans())
        {
            var name = plan.DataSet.ToString();
            definitions.Add(name, new SchemaNeeds(_tree).Of(plan));
            conditions.Add((JsonNode)When(
                new JsonObject { ["messageKind"] = Const("newDeclaration"), ["dataSet"] = Const(name) }, name));
        }

        foreach (var (word, kind) in KindsOfFollowUps())
        {
            if (book.FollowUpOf(kind) is not { } plan)
                continue;
            definitions.Add(word, new SchemaNeeds(_tree).Of(plan));
            conditions.Add((JsonNode)When(new JsonObject { ["messageKind"] = Const(word) }, word));
        }

        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:tolhuis:schema:declaration",
            ["title"] = "Bericht over een aangifte / Message about a declaration",
        };
        foreach (var (name, value) in Shape(_tree.Root))
            schema[name] = value?.DeepClone();
        schema["required"] = new JsonArray("messageKind", "lrn");
        schema["allOf"] = conditions;
        schema["$defs"] = definitions;
        return schema;
    }

    private IEnumerable<ColumnPlan> Plans() => [book.H1, book.H7];

    private static IEnumerable<(string Word, MessageKind Kind)> KindsOfFollowUps() =>
    [
        ("amendment", MessageKind.Amendment),
        ("correction", MessageKind.Correction),
        ("invalidation", MessageKind.Invalidation),
        ("presentation", MessageKind.Presentation),
        ("repaymentOrRemission", MessageKind.RepaymentOrRemission),
        ("supplement", MessageKind.Supplementary),
    ];

    private static JsonObject When(JsonObject properties, string definition)
    {
        var names = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
        return new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = properties, ["required"] = names },
            ["then"] = new JsonObject { ["$ref"] = "#/$defs/" + definition },
        };
    }

    private static JsonObject Const(string value) => new() { ["const"] = value };

    private JsonObject Shape(PathNode place)
    {
        var one = place.IsKept ? ValueOf(place) : ObjectOf(place);
        if (place.Json is not { IsArray: true })
            return one;
        var element = place.Group ?? (place.IsKept ? place.Rules[0].Element : null);
        var most = place.IsItem ? Bounds.Items : place.IsInItem ? element?.MaxInItem : element?.MaxInHeader;
        return new JsonObject { ["type"] = "array", ["maxItems"] = most ?? 1, ["items"] = one };
    }

    private JsonObject ObjectOf(PathNode place)
    {
        var properties = new JsonObject();
        foreach (var child in place.Children)
            properties.Add(child.Json!.Text, Shape(child));
        var schema = new JsonObject { ["type"] = "object" };
        if (place.Group is { } group)
            Name(schema, group);
        schema["properties"] = properties;
        schema["additionalProperties"] = false;
        return schema;
    }

    private static void Name(JsonObject schema, Element element)
    {
        schema["title"] = element.NameNl;
        schema["description"] = element.NameEn;
        if (element.Number.Length > 0)
            schema["x-eucdm"] = element.Number;
    }

    private JsonObject ValueOf(PathNode place)
    {
        var element = place.Rules[0].Element;
        var schema = new JsonObject();
        Name(schema, element);
        if (ReferenceEquals(place, _tree.MessageKind))
            return WithWords(schema, MessageScan.MessageKinds.Select(kind => kind.Word));
        schema["x-format"] = element.Format.Text;
        AddFormat(schema, element.Format);
        var codes = CodesOf(element);
        if (codes.Count is > 0 and <= LongestEnum)
            schema["enum"] = new JsonArray([.. codes.Select(code => (JsonNode)code)]);
        return schema;
    }

    private static JsonObject WithWords(JsonObject schema, IEnumerable<string> words)
    {
        schema["type"] = "string";
        schema["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
        return schema;
    }

    private List<string> CodesOf(Element element)
    {
        // A list for one column only, or one that the edition does not have, is not in the tree of all columns.
        if (element.IsListForH1Only || element.CodeLists.Any(list => !book.Law.HasList(list)))
            return [];
        return [.. element.CodeLists.SelectMany(list => book.Law.CodesOf(list)).Select(row => row["code"])
            .Concat(element.InlineCodes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static void AddFormat(JsonObject schema, in ElementFormat format)
    {
        if (format.IsNumber)
        {
            // As text or as a number: what counts is how it is written.
            schema["type"] = new JsonArray("string", format.Decimals > 0 ? "number" : "integer");
            var whole = string.Create(CultureInfo.InvariantCulture, $"^[0-9]{{{format.Min},{format.Max}}}");
            schema["pattern"] = format.Decimals == 0
                ? whole + "$"
                : string.Create(CultureInfo.InvariantCulture, $"{whole}([.][0-9]{{1,{format.Decimals}}})?$");
            schema["minimum"] = 0;
            return;
        }

        schema["type"] = "string";
        schema["minLength"] = format.Min;
        schema["maxLength"] = format.Max;
        if (format.IsLetters)
            schema["pattern"] = "^[A-Za-z]*$";
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Nodes;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// What must be there in one data set or kind, as a schema that stands beside the tree of names. Used once.
/// </summary>
internal sealed class SchemaNeeds(JsonTree tree)
{
    private readonly Dictionary<PathNode, List<string>> _required = [];
    private readonly Dictionary<PathNode, List<JsonObject>> _conditions = [];

    public JsonObject Of(ColumnPlan plan)
    {
        foreach (var element in plan.InHeader)
            Require(HeaderPlace(element), tree.Root);
        foreach (var element in plan.InEveryItem)
            Require(ItemPlace(element), tree.Root);
        foreach (var place in tree.Nodes.Where(node => node.Group is not null))
            AddMembers(plan, place);
        foreach (var element in plan.Either)
            AddEither(element);
        foreach (var element in plan.InSomeItem)
        {
            var some = new SchemaNeeds(tree);
            some.Require(ItemPlace(element), tree.Root);
            Condition(tree.Root, some.Emit(tree.Root, isSomeItem: true)!);
        }

        return Emit(tree.Root) ?? [];
    }

    public JsonObject Of(FollowUpPlan plan)
    {
        foreach (var need in plan.Elements)
        {
            if (!need.IsMandatory || HeaderPlace(need.Element) is not { } place)
                continue;
            Require(place, need.Group is null ? tree.Root : HeaderPlace(need.Group) ?? tree.Root);
        }

        return Emit(tree.Root) ?? [];
    }

    private PathNode? HeaderPlace(Element element) =>
        tree.PlacesOf(element).FirstOrDefault(place => !place.IsInItem);

    private PathNode? ItemPlace(Element element) => tree.PlacesOf(element).FirstOrDefault(place => place.IsInItem);

    /// <summary>A place, and the objects around it up to another place.</summary>
    private void Require(PathNode? place, PathNode upTo)
    {
        for (var at = place; at is { Parent: { } parent } && !ReferenceEquals(at, upTo); at = parent)
        {
            if (!_required.TryGetValue(parent, out var names))
                _required.Add(parent, names = []);
            if (!names.Contains(at.Json!.Text))
                names.Add(at.Json.Text);
        }
    }

    private void Condition(PathNode place, JsonObject condition)
    {
        if (!_conditions.TryGetValue(place, out var list))
            _conditions.Add(place, list = []);
        list.Add(condition);
    }

    /// <summary>At the shipment, or at every item.</summary>
    private void AddEither(Element element)
    {
        var choices = new JsonArray();
        foreach (var place in new[] { HeaderPlace(element), ItemPlace(element) })
        {
            var one = new SchemaNeeds(tree);
            one.Require(place, tree.Root);
            if (one.Emit(tree.Root) is { } choice)
                choices.Add((JsonNode)choice);
        }

        Condition(tree.Root, new JsonObject { ["anyOf"] = choices });
    }

    private void AddMembers(ColumnPlan plan, PathNode group)
    {
        var party = new SchemaNeeds(tree);
        var byQualifier = new SortedDictionary<char, SchemaNeeds>();
        foreach (var member in plan.MembersOf(group.Group!))
        {
            if (tree.PlacesOf(member.Element).FirstOrDefault(place => IsBelow(place, group)) is not { } place)
                continue;
            switch (member.When)
            {
                case MemberWhen.Always:
                    Require(place, group);
                    break;
                case MemberWhen.WithoutNumber:
                    party.Require(place, group);
                    break;
                case MemberWhen.NotBulk:
                    var notBulk = new SchemaNeeds(tree);
                    notBulk.Require(place, group);
                    Condition(group, If("typeOfPackages", "pattern", "^V", "else", notBulk.Emit(group, isEntry: true)));
                    break;
                case MemberWhen.Qualifier:
                    if (!byQualifier.TryGetValue(member.Qualifier, out var needs))
                        byQualifier.Add(member.Qualifier, needs = new SchemaNeeds(tree));
                    needs.Require(place, group);
                    break;
            }
        }

        foreach (var (qualifier, needs) in byQualifier)
            Condition(group, If(
                "qualifierOfIdentification", "const", qualifier.ToString(), "then", needs.Emit(group, isEntry: true)));
        if (party.Emit(group, isEntry: true) is not { } nameAndAddress)
            return;
        Condition(group, new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["required"] = new JsonArray("identificationNumber") }, nameAndAddress),
        });
    }

    private static JsonObject If(string name, string word, string value, string branch, JsonObject? needs) => new()
    {
        ["if"] = new JsonObject
        {
            ["properties"] = new JsonObject { [name] = new JsonObject { [word] = value } },
            ["required"] = new JsonArray(name),
        },
        [branch] = needs,
    };

    private static bool IsBelow(PathNode place, PathNode group)
    {
        for (var at = place.Parent; at is not null; at = at.Parent)
        {
            if (ReferenceEquals(at, group))
                return true;
        }

        return false;
    }

    /// <summary>The needs at and below a place; null if there are none.</summary>
    /// <param name="isEntry">The schema is for one entry, also where an array stands.</param>
    /// <param name="isSomeItem">One goods item that has it is enough.</param>
    private JsonObject? Emit(PathNode place, bool isEntry = false, bool isSomeItem = false)
    {
        var properties = new JsonObject();
        var required = _required.GetValueOrDefault(place) ?? [];
        foreach (var child in place.Children)
        {
            var needs = Emit(child, isSomeItem: isSomeItem);
            if (child.Json!.IsArray && required.Contains(child.Json.Text))
                (needs ??= [])["minItems"] = 1;
            if (needs is not null)
                properties.Add(child.Json.Text, needs);
        }

        var schema = new JsonObject();
        if (required.Count > 0)
            schema["required"] = new JsonArray([.. required.Order(StringComparer.Ordinal).Select(n => (JsonNode)n)]);
        if (properties.Count > 0)
            schema["properties"] = properties;
        if (_conditions.TryGetValue(place, out var conditions))
            schema["allOf"] = new JsonArray([.. conditions.Select(condition => condition.DeepClone())]);
        if (schema.Count == 0)
            return null;
        if (isEntry || place.Json is not { IsArray: true })
            return schema;
        return new JsonObject { [isSomeItem && place.IsItem ? "contains" : "items"] = schema };
    }
}

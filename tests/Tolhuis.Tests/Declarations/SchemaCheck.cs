// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tolhuis.Tests.Declarations;

/// <summary>
/// Checks a value against the words of JSON Schema that our schema uses. A word that it does not know is an error of
/// the test, so that none is passed over in silence.
/// </summary>
internal sealed class SchemaCheck(JsonObject root)
{
    /// <summary>Where the value does not fit; null if it does.</summary>
    public string? Fault(JsonNode value) => Fault(root, value, "");

    private string? Fault(JsonNode schema, JsonNode? value, string at)
    {
        foreach (var (word, rule) in schema.AsObject())
        {
            if (FaultOf(word, rule!, schema.AsObject(), value, at) is { } fault)
                return fault;
        }

        return null;
    }

    private string? FaultOf(string word, JsonNode rule, JsonObject schema, JsonNode? value, string at) => word switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" or "then" or "else" => null,
        _ when word.StartsWith("x-", StringComparison.Ordinal) => null,
        "$ref" => Fault(Definition(rule.GetValue<string>()), value, at),
        "type" => Types(rule).Any(type => IsOf(type, value)) ? null : $"{at}: type {rule}",
        "const" => JsonNode.DeepEquals(rule, value) ? null : $"{at}: const {rule}",
        "enum" => rule.AsArray().Any(code => JsonNode.DeepEquals(code, value)) ? null : $"{at}: enum",
        "pattern" => IsOf("string", value) && !Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>())
            ? $"{at}: pattern {rule}" : null,
        "minLength" => Length(value) < rule.GetValue<int>() ? $"{at}: minLength" : null,
        "maxLength" => Length(value) > rule.GetValue<int>() ? $"{at}: maxLength" : null,
        "minimum" => IsOf("number", value) && value!.GetValue<decimal>() < rule.GetValue<int>()
            ? $"{at}: minimum" : null,
        "minItems" => value is JsonArray few && few.Count < rule.GetValue<int>() ? $"{at}: minItems" : null,
        "maxItems" => value is JsonArray many && many.Count > rule.GetValue<int>() ? $"{at}: maxItems" : null,
        "required" => value is JsonObject its ? Missing(rule, its, at) : null,
        "properties" => value is JsonObject its ? First(its, (name, inner) =>
            rule[name] is { } inside ? Fault(inside, inner, $"{at}/{name}") : null) : null,
        "additionalProperties" => value is JsonObject its
            ? First(its, (name, _) => schema["properties"]![name] is null ? $"{at}/{name}: unknown" : null) : null,
        "items" => value is JsonArray array
            ? array.Select((entry, i) => Fault(rule, entry, $"{at}/{i}")).FirstOrDefault(fault => fault is not null)
            : null,
        "contains" => value is JsonArray array && !array.Any(entry => Fault(rule, entry, at) is null)
            ? $"{at}: contains" : null,
        "allOf" => rule.AsArray().Select(one => Fault(one!, value, at)).FirstOrDefault(fault => fault is not null),
        "anyOf" => rule.AsArray().All(one => Fault(one!, value, at) is not null) ? $"{at}: anyOf" : null,
        "if" => (Fault(rule, value, at) is null ? schema["then"] : schema["else"]) is { } chosen
            ? Fault(chosen, value, at) : null,
        _ => throw new InvalidOperationException($"The schema has the word {word}, which this test does not know."),
    };

    private JsonNode Definition(string reference) => root["$defs"]![reference["#/$defs/".Length..]]!;

    private static string? Missing(JsonNode names, JsonObject value, string at) =>
        names.AsArray().Select(name => name!.GetValue<string>()).Where(name => !value.ContainsKey(name))
            .Select(name => $"{at}: required {name}").FirstOrDefault();

    private static string? First(JsonObject value, Func<string, JsonNode?, string?> check) =>
        value.Select(property => check(property.Key, property.Value)).FirstOrDefault(fault => fault is not null);

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray all
        ? all.Select(type => type!.GetValue<string>())
        : [rule.GetValue<string>()];

    private static int? Length(JsonNode? value) => IsOf("string", value) ? value!.GetValue<string>().Length : null;

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(value!.GetValue<decimal>()),
        _ => false,
    };
}

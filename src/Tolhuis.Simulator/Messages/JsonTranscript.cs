// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Tolhuis.Simulator.Messages;

/// <summary>
/// Writes a message of the Danish XML form again as JSON with the names of the EUCDM: for declarants whose software
/// sends JSON. Knows what the simulator itself writes; anything else is an error, so that nothing is lost in silence.
/// </summary>
public static class JsonTranscript
{
    private const string Item = "GoodsShipment/GovernmentAgencyGoodsItem";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["COR"] = "amendment",
        ["INV"] = "invalidation",
        ["RRA"] = "repaymentOrRemission",
        ["GPR"] = "presentation",
        ["SUP"] = "supplement",
    };

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same message as JSON.</summary>
    /// <param name="xml">A declaration, with or without the envelope.</param>
    /// <exception cref="InvalidDataException">It has an element that the simulator does not write.</exception>
    /// <exception cref="XmlException">It is no XML.</exception>
    public static byte[] Of(ReadOnlySpan<byte> xml)
    {
        using var stream = new MemoryStream(xml.ToArray());
        var declaration = XDocument.Load(stream).Descendants().First(e => e.Name.LocalName == "Declaration");
        var message = new JsonObject();
        WriteKind(message, declaration);
        foreach (var child in declaration.Elements())
            Walk(message, child, "");
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            message.WriteTo(writer);
        return buffer.ToArray();
    }

    private static void WriteKind(JsonObject message, XElement declaration)
    {
        var type = Text(declaration, "TypeCode");
        message["messageKind"] = Kinds.GetValueOrDefault(type, "newDeclaration");
        if (Text(declaration, "ProcedureCategory") is { Length: > 0 } dataSet)
            message["dataSet"] = dataSet;
        if (Kinds.ContainsKey(type))
            return;
        if (type.Length >= 2)
            message["declarationType"] = type[..2];
        if (type.Length > 2)
            message["additionalDeclarationType"] = type[2..];
    }

    private static void Walk(JsonObject message, XElement element, string parent)
    {
        var name = element.Name.LocalName;
        var path = parent.Length == 0 ? name : $"{parent}/{name}";
        if (JsonNames.Groups.TryGetValue(path, out var group))
            Begin(message, group);
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
            PutAll(message, $"{path}@{attribute.Name.LocalName}", attribute.Value, element);
        if (!element.HasElements)
        {
            PutAll(message, path, element.Value, element);
            return;
        }

        foreach (var child in element.Elements())
            Walk(message, child, path);
    }

    private static void PutAll(JsonObject message, string path, string value, XElement element)
    {
        if (JsonNames.Left.Contains(path) || value.Length == 0)
            return;
        var place = path switch
        {
            $"{Item}/GovernmentProcedure/CurrentCode" => value.Length == 2
                ? JsonNames.Item + "procedure/requestedProcedure"
                : JsonNames.Item + "additionalProcedure[]",
            $"{Item}/Commodity/Classification/ID" => JsonNames.Code + CodePart(element),
            $"{Item}/Origin/CountryCode" => JsonNames.Item + (Text(element.Parent!, "TypeCode") is "2" or "3" or "4"
                ? "origin/countryOfPreferentialOrigin"
                : "origin/countryOfOrigin"),
            $"{Item}/Commodity/InvoiceLine/ItemChargeAmount" => JsonNames.Item + (IsH7(element)
                ? "intrinsicValue/amount"
                : "itemAmountInvoiced"),
            $"{Item}/Commodity/InvoiceLine/ItemChargeAmount@currencyID" => JsonNames.Item + (IsH7(element)
                ? "intrinsicValue/currency"
                : "invoiceCurrency"),
            _ => JsonNames.Places.GetValueOrDefault(path)
                ?? throw new InvalidDataException($"{path} has no name in JSON."),
        };
        Put(message, place, value);
    }

    private static bool IsH7(XElement element) =>
        Text(element.Ancestors().First(e => e.Name.LocalName == "Declaration"), "ProcedureCategory") == "H7";

    private static string CodePart(XElement id) => Text(id.Parent!, "IdentificationTypeCode") switch
    {
        "HS" => "harmonizedSystemSubheadingCode",
        "CN" => "combinedNomenclatureCode",
        "TRC" => "taricCode",
        "TRA" => "taricAdditionalCode[]",
        "GN" or "NAC" => "nationalAdditionalCode[]",
        var type => throw new InvalidDataException($"Classification of type {type} has no name in JSON."),
    };

    private static string Text(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";

    /// <summary>A new entry in the array of a group; a group that stands once begins with its first value.</summary>
    private static void Begin(JsonObject message, string path)
    {
        var at = path.LastIndexOf('/');
        var holder = at < 0 ? message : ObjectAt(message, path[..at]);
        ArrayIn(holder, path[(at + 1)..^2]).Add((JsonNode)new JsonObject());
    }

    private static void Put(JsonObject message, string path, string value)
    {
        var at = path.LastIndexOf('/');
        var holder = at < 0 ? message : ObjectAt(message, path[..at]);
        var name = path[(at + 1)..];
        if (name.EndsWith("[]", StringComparison.Ordinal))
            ArrayIn(holder, name[..^2]).Add((JsonNode)value);
        else
            holder[name] = value;
    }

    /// <summary>The object at a path, in the last entry of each array; made where it is not there yet.</summary>
    private static JsonObject ObjectAt(JsonObject message, string path)
    {
        var at = message;
        foreach (var step in path.Split('/'))
        {
            if (step.EndsWith("[]", StringComparison.Ordinal))
            {
                var array = ArrayIn(at, step[..^2]);
                if (array.Count == 0)
                    array.Add((JsonNode)new JsonObject());
                at = array[^1]!.AsObject();
            }
            else
            {
                at[step] ??= new JsonObject();
                at = at[step]!.AsObject();
            }
        }

        return at;
    }

    private static JsonArray ArrayIn(JsonObject holder, string name)
    {
        holder[name] ??= new JsonArray();
        return holder[name]!.AsArray();
    }
}

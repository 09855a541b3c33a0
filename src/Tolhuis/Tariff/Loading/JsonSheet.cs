// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// Reads JSON as a sheet: either lists by name (<c>{"lists": {"KindOfPackages": [{...}]}}</c>, the shape of the central
/// reference data CS/RD2), or an array of records. The line of a row is its ordinal in its list.
/// </summary>
internal static class JsonSheet
{
    private const int MaxDepth = 8;

    private static readonly string[] NotTheCode =
        ["state", "status", "activeFrom", "active_from", "activeUntil", "description", "descriptionEn"];

    // Lists of the reference data that hold what a list of ours holds. The others keep their name behind a prefix, so
    // that a list of transit is never taken for one of import.
    private static readonly Dictionary<string, string> OurNames = new(StringComparer.Ordinal)
    {
        ["AdditionalReference"] = "additional-reference-type",
        ["AdditionalSupplyChainActorRoleCode"] = "supply-chain-actor-role",
        ["CountryCodesFullList"] = "country",
        ["CurrencyCodes"] = "currency",
        ["KindOfPackages"] = "package-type",
        ["PreviousDocumentType"] = "previous-document-type",
        ["QualifierOfTheIdentification"] = "location-qualifier",
        ["SupportingDocumentType"] = "supporting-document-type",
        ["TransportDocumentType"] = "transport-document-type",
        ["TransportModeCode"] = "transport-mode",
        ["TypeOfLocation"] = "location-type",
        ["Unit"] = "measurement-unit",
    };

    /// <summary>Null with a fault if it is no such JSON.</summary>
    public static Sheet? Read(string text, LoadFaults faults)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var sheet = json.RootElement.ValueKind == JsonValueKind.Array
                ? Records(json.RootElement, faults)
                : Lists(json.RootElement, faults);
            if (sheet is { Rows.Count: 0 } && faults.IsNone)
                faults.OfFile(TariffProblems.LoadEmpty);
            return faults.IsNone ? sheet : null;
        }
        catch (JsonException wrong)
        {
            faults.OfFile(TariffProblems.LoadJson, LoadFaults.Text(1 + (wrong.LineNumber ?? 0)));
            return null;
        }
    }

    /// <summary>The name of a list here.</summary>
    public static string NameOf(string list) =>
        OurNames.TryGetValue(list, out var name) ? name : "csrd2-" + Kebab(list);

    private static Sheet? Lists(JsonElement root, LoadFaults faults)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("lists", out var lists))
            root = lists;
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.OfFile(TariffProblems.LoadJson, LoadFaults.Text(1));
            return null;
        }

        var rows = new List<SheetRow>();
        foreach (var list in root.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array))
        {
            var ordinal = 0;
            foreach (var entry in list.Value.EnumerateArray())
            {
                ordinal++;
                if (Code(entry) is not { } code)
                    faults.OfCell(TariffProblems.LoadMissing, ordinal, list.Name);
                else
                    rows.Add(new SheetRow(
                        ordinal,
                        [
                            NameOf(list.Name), code, Text(entry, "state"), Text(entry, "activeFrom"),
                            Text(entry, "description"),
                        ]));
                if (IsTooLong(rows, faults))
                    return null;
            }
        }

        return new Sheet(["list", "code", "state", "active_from", "description"], rows);
    }

    private static Sheet? Records(JsonElement array, LoadFaults faults)
    {
        var header = new List<string>();
        var rows = new List<SheetRow>();
        var ordinal = 0;
        foreach (var entry in array.EnumerateArray())
        {
            ordinal++;
            if (entry.ValueKind != JsonValueKind.Object)
            {
                faults.OfCell(TariffProblems.LoadMissing, ordinal, "");
                continue;
            }

            var fields = new Dictionary<int, string>();
            foreach (var property in entry.EnumerateObject())
            {
                var column = header.IndexOf(property.Name);
                if (column < 0 && header.Count < Sheet.MaxColumns)
                {
                    column = header.Count;
                    header.Add(property.Name);
                }

                if (column >= 0)
                    fields[column] = Text(property.Value);
            }

            rows.Add(new SheetRow(
                ordinal, [.. Enumerable.Range(0, header.Count).Select(i => fields.GetValueOrDefault(i, ""))]));
            if (IsTooLong(rows, faults))
                return null;
        }

        // Earlier records may lack columns that a later one brought.
        return new Sheet([.. header], rows.ConvertAll(row => row with
        {
            Fields = [.. row.Fields, .. Enumerable.Repeat("", header.Count - row.Fields.Length)],
        }));
    }

    private static bool IsTooLong(List<SheetRow> rows, LoadFaults faults)
    {
        if (rows.Count <= Sheet.MaxRows)
            return faults.IsFull;
        faults.OfFile(TariffProblems.LoadTooLarge, LoadFaults.Text(rows.Count), LoadFaults.Text(Sheet.MaxRows));
        return true;
    }

    // The code stands under a name of its own in every list (code, documentType, role): the first that is no other.
    private static string? Code(JsonElement entry) => entry.ValueKind != JsonValueKind.Object
        ? null
        : entry.EnumerateObject().Where(p => !NotTheCode.Contains(p.Name)).Select(p => Text(p.Value))
            .FirstOrDefault(text => text.Length > 0);

    private static string Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? Text(value) : "";

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    private static string Kebab(string name) => string.Concat(name.Select((c, i) =>
        char.IsAsciiLetterUpper(c)
            ? (i > 0 && !char.IsAsciiLetterUpper(name[i - 1]) ? "-" : "") + char.ToLowerInvariant(c)
        : char.IsAsciiLetterOrDigit(c) ? c.ToString() : "-"));
}

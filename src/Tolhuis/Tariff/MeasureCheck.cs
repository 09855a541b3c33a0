// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>What makes a row of measures, country groups or nomenclature unfit; null if nothing does.</summary>
internal sealed class MeasureCheck(LawEdition edition)
{
    private readonly IReadOnlySet<string>? _preferences = edition.CodeNames("preference");

    private const int MaxAlternatives = 50;
    private const string BadCode = "the code is not 2, 4, 6, 8 or 10 digits.";

    /// <summary>What makes two measures one, for the sentence about an overlap.</summary>
    public static string[] KeyWords { get; } = ["code", "additional code", "origin", "type and preference"];

    /// <summary>
    /// Rows with a key in common may not overlap in time: there would be two answers. A row has one key for each
    /// preference that claims it; of measures that ask documents there may be several, with other documents.
    /// </summary>
    public static IEnumerable<string> KeysOf(LawRow row)
    {
        var place = string.Join('\u001F', row["code"], row["additional_code"], row["origin"], row["type"]);
        if (row["type"] is "document" or "prohibition")
            return [place + '\u001F' + row["documents"] + '\u001F' + row["ground"]];
        var claims = MeasureRows.Alternatives(row["preference"]);
        return claims.Length == 0
            ? [place]
            : claims.Select(claim => string.Join('\u001F', place, claim, row["order_number"]));
    }

    public string? Measure(LawRow row)
    {
        if (!Prefixes<int>.IsPrefix(row["code"]))
            return BadCode;
        if (!MeasureTypes.TryParse(row["type"], out var type))
            return "the type is unknown.";
        return Places(row) ?? Duty(row, type) ?? Claims(row, type);
    }

    public static string? CountryGroup(LawRow row) => !MeasureRows.IsGroupName(row["group"])
        ? "the group is not a name of 3 to 20 letters, digits and hyphens."
        : CountryCode.TryParse(row["country"], out _) ? null : "the country is not two letters.";

    public static string? Nomenclature(LawRow row)
    {
        if (!Prefixes<int>.IsPrefix(row["code"]))
            return BadCode;
        if (row["text_nl"].Length == 0 && row["text_en"].Length == 0)
            return "the code has no words.";
        return row["supplementary_unit"].Length == 0 || DutyUnit.IsUnitCode(row["supplementary_unit"])
            ? null
            : "the supplementary unit is not a code of three or four capital letters.";
    }

    private string? Places(LawRow row)
    {
        if (row["additional_code"].Length > 0 && !AdditionalCode.TryParse(row["additional_code"], out _))
            return "the additional code is not four digits or capital letters.";
        var origin = row["origin"];
        if (origin.Length > 0 && !CountryCode.TryParse(origin, out _) && !IsGroup(origin))
            return "the origin is neither a country of two letters nor a group in tariff.country_groups.";
        return Array.TrueForAll(Parts(row, "excluded_origins"), part => CountryCode.TryParse(part, out _))
            ? null
            : "an excluded origin is not a country of two letters.";
    }

    private bool IsGroup(string name) =>
        MeasureRows.IsGroupName(name) && edition.GroupNames.Contains(name);

    private static string? Duty(LawRow row, MeasureType type)
    {
        var text = row["duty"];
        if (type >= MeasureType.Document)
            return text.Length == 0 ? null : "a measure that is no duty has a duty.";
        return text.Length == 0 || DutyExpression.TryParse(text, out _)
            ? null
            : "the duty cannot be read, or is not empty for \"a person determines\".";
    }

    private string? Claims(LawRow row, MeasureType type)
    {
        var preferences = Parts(row, "preference");
        if (type <= MeasureType.Quota && preferences.Length == 0)
            return "a duty that is claimed by a preference has no preference.";
        if (!Array.TrueForAll(preferences, part => part.Length == 3 && part.All(char.IsAsciiDigit)))
            return "a preference is not three digits.";
        if (_preferences is not null && Array.Find(preferences, p => !_preferences.Contains(p)) is { } other)
            return $"the preference {other} is not in the code list.";
        var number = row["order_number"];
        if (type == MeasureType.Quota ? number.Length == 0 : number.Length > 0)
            return "a quota has an order number, other measures have none.";
        if (number.Length > 0 && (number.Length != 6 || !number.All(char.IsAsciiDigit)))
            return "the order number is not six digits.";
        var documents = Parts(row, "documents");
        if (type == MeasureType.Document && documents.Length == 0)
            return "a measure that asks a document names none.";
        return documents.Length <= MaxAlternatives && Array.TrueForAll(documents, IsDocumentType)
            ? null
            : "a document is not four digits or capital letters.";
    }

    private static bool IsDocumentType(string part) => AdditionalCode.TryParse(part, out _);

    private static string[] Parts(LawRow row, string column) => MeasureRows.Alternatives(row[column]);
}

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

    public FaultWords? Measure(LawRow row)
    {
        if (!Prefixes<int>.IsPrefix(row["code"]))
            return FaultWords.CodeUnreadable;
        if (!MeasureTypes.TryParse(row["type"], out var type))
            return FaultWords.TypeUnknown;
        return Places(row) ?? Duty(row, type) ?? Claims(row, type);
    }

    public static FaultWords? CountryGroup(LawRow row) => !MeasureRows.IsGroupName(row["group"])
        ? FaultWords.GroupUnreadable
        : CountryCode.TryParse(row["country"], out _) ? null : FaultWords.MemberUnreadable;

    public static FaultWords? Nomenclature(LawRow row)
    {
        if (!Prefixes<int>.IsPrefix(row["code"]))
            return FaultWords.CodeUnreadable;
        if (row["text_nl"].Length == 0 && row["text_en"].Length == 0)
            return FaultWords.NoWords;
        return row["supplementary_unit"].Length == 0 || DutyUnit.IsUnitCode(row["supplementary_unit"])
            ? null
            : FaultWords.UnitUnreadable;
    }

    private FaultWords? Places(LawRow row)
    {
        if (row["additional_code"].Length > 0 && !AdditionalCode.TryParse(row["additional_code"], out _))
            return FaultWords.AdditionalCodeUnreadable;
        var origin = row["origin"];
        if (origin.Length > 0 && !CountryCode.TryParse(origin, out _) && !IsGroup(origin))
            return FaultWords.OriginUnknown;
        return Array.TrueForAll(Parts(row, "excluded_origins"), part => CountryCode.TryParse(part, out _))
            ? null
            : FaultWords.ExcludedUnreadable;
    }

    private bool IsGroup(string name) =>
        MeasureRows.IsGroupName(name) && edition.GroupNames.Contains(name);

    private static FaultWords? Duty(LawRow row, MeasureType type)
    {
        var text = row["duty"];
        if (type >= MeasureType.Document)
            return text.Length == 0 ? null : FaultWords.DutyNotAsked;
        return text.Length == 0 || DutyExpression.TryParse(text, out _)
            ? null
            : FaultWords.DutyUnreadable;
    }

    private FaultWords? Claims(LawRow row, MeasureType type)
    {
        var preferences = Parts(row, "preference");
        if (type <= MeasureType.Quota && preferences.Length == 0)
            return FaultWords.PreferenceMissing;
        if (!Array.TrueForAll(preferences, part => part.Length == 3 && part.All(char.IsAsciiDigit)))
            return FaultWords.PreferenceUnreadable;
        if (_preferences is not null && Array.Find(preferences, p => !_preferences.Contains(p)) is { } other)
            return FaultWords.PreferenceUnknown(other);
        var number = row["order_number"];
        if (type == MeasureType.Quota ? number.Length == 0 : number.Length > 0)
            return FaultWords.OrderNumberMisplaced;
        if (number.Length > 0 && (number.Length != 6 || !number.All(char.IsAsciiDigit)))
            return FaultWords.OrderNumberUnreadable;
        var documents = Parts(row, "documents");
        if (type == MeasureType.Document && documents.Length == 0)
            return FaultWords.DocumentMissing;
        return documents.Length <= MaxAlternatives && Array.TrueForAll(documents, IsDocumentType)
            ? null
            : FaultWords.DocumentUnreadable;
    }

    private static bool IsDocumentType(string part) => AdditionalCode.TryParse(part, out _);

    private static string[] Parts(LawRow row, string column) => MeasureRows.Alternatives(row[column]);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary>What the law of a day says of one commodity code.</summary>
/// <param name="DutyPercent">Duty for third countries where it is a percentage and nothing else, or null.</param>
/// <param name="DutyCode">The code whose rate it is.</param>
internal sealed record CodeAnswer(
    string Code,
    string On,
    int Edition,
    string Origin,
    IReadOnlyList<PathAnswer> Path,
    string SupplementaryUnit,
    decimal? DutyPercent,
    string DutyCode,
    string DutyGround,
    IReadOnlyList<MeasureAnswer> Measures,
    decimal VatPercent,
    string VatGround,
    FlatDutyAnswer? FlatDuty,
    string RestrictedBy,
    string RestrictionGround,
    string RestrictionText,
    IReadOnlyList<ListedAnswer> Restrictions,
    IReadOnlyList<ListedAnswer> Lists,
    IReadOnlyList<ChangeAnswer> Changes,
    IReadOnlyList<BelowAnswer> Below)
{
    public static CodeAnswer Of(CommodityLaw law, LawOfTheDay day, string language)
    {
        var hasRate = day.TryGetDuty(law.Code, law.Origin, "", "", out var rate);
        var restriction = day.RestrictionOf(law.Code, law.Origin);
        return new CodeAnswer(
            law.Code.ToString(),
            law.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            law.Edition,
            law.Origin.ToString(),
            [.. law.Path.Select(entry => new PathAnswer(entry.Code, entry.Text(language)))],
            law.SupplementaryUnit,
            hasRate ? rate.BasisPoints / 100m : null,
            hasRate ? rate.MatchedCode : "",
            hasRate ? rate.Ground : "",
            [.. law.Measures.Select(MeasureAnswer.Of)],
            law.VatPermille / 10m,
            law.Vat?["ground"] ?? "",
            law.Flat is { } flat ? new FlatDutyAnswer(flat.Cents / 100m, flat.CountingKey, flat.Ground) : null,
            restriction?.ListCode ?? "",
            restriction?.Ground ?? "",
            (language == "en" ? restriction?.TextEn : restriction?.TextNl) ?? "",
            [.. law.Restrictions.Select(row => ListedAnswer.Of(row, language))],
            [.. law.Lists.Select(row => ListedAnswer.Of(row, language))],
            [.. law.Changes.Select(change => ChangeAnswer.Of(change, language))],
            [.. law.Below.Select(below => new BelowAnswer(below.Code, below.Duty, below.Words?.Text(language) ?? ""))]);
    }
}

internal sealed record PathAnswer(string Code, string Text);

/// <param name="Duty">For third countries; empty where it is that of a code above or a person determines it.</param>
internal sealed record BelowAnswer(string Code, string Duty, string Text);

internal sealed record FlatDutyAnswer(decimal Euro, string CountingKey, string Ground);

internal sealed record MeasureAnswer(
    string Type,
    string Code,
    string Origin,
    string ExcludedOrigins,
    string AdditionalCode,
    string Preference,
    string OrderNumber,
    string Duty,
    IReadOnlyList<string> Documents,
    string ValidFrom,
    string ValidUntil,
    string Ground)
{
    public static MeasureAnswer Of(Measure measure) => new(
        MeasureTypes.WordOf(measure.Type), measure.Code, measure.Origin, string.Join(' ', measure.ExcludedOrigins),
        measure.AdditionalCode, string.Join(' ', measure.Preferences), measure.OrderNumber,
        measure.Duty?.ToString() ?? "", measure.Documents, measure.Row["valid_from"], measure.Row["valid_until"],
        measure.Ground);
}

internal sealed record ListedAnswer(string List, string CodePrefix, string Origin, string Text, string Ground)
{
    public static ListedAnswer Of(LawRow row, string language) =>
        new(row["list"], row["code_prefix"], row["origin"], row.Text(language), row["ground"]);
}

internal sealed record ChangeAnswer(string On, bool Begins, string Table, string What, string Ground)
{
    public static ChangeAnswer Of(LawChange change, string language) => new(
        change.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), change.IsBeginning, change.Table,
        WhatOf(change.Row, language), change.Row["ground"]);

    private static string WhatOf(LawRow row, string language) => row.Table.Name switch
    {
        "tariff.measures" => string.Join(' ', new[]
        {
            row["code"], row["type"], row["origin"], row["order_number"], row["duty"], row["documents"],
        }.Where(part => part.Length > 0)),
        "tariff.nomenclature" => $"{row["code"]} {row.Text(language)}",
        "tariff.country_groups" => $"{row["group"]} {row["country"]}",
        "tariff.settings" => $"{row["name"]} {row["value"]}",
        "tariff.vat_rates" => $"{row["code_prefix"]} {row["permille"]} ‰",
        _ => $"{row["code_prefix"]} {row["list"]}",
    };
}

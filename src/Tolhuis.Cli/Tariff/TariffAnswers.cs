// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary>What the law of a day says of one commodity code.</summary>
/// <param name="DutyPercent">Null if the edition has no rate that applies by itself.</param>
/// <param name="DutyCode">The code whose rate it is.</param>
internal sealed record CodeAnswer(
    string Code,
    string On,
    int Edition,
    string Origin,
    decimal? DutyPercent,
    string DutyCode,
    string DutyGround,
    decimal VatPercent,
    string RestrictedBy,
    string RestrictionGround,
    string RestrictionText)
{
    public static CodeAnswer Of(LawOfTheDay law, CommodityCode code, CountryCode origin, string language)
    {
        var hasRate = law.TryGetDuty(code, origin, "", "", out var rate);
        var restriction = law.RestrictionOf(code, origin);
        return new CodeAnswer(
            code.ToString(),
            law.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            law.Edition,
            origin.ToString(),
            hasRate ? rate.BasisPoints / 100m : null,
            hasRate ? rate.MatchedCode : "",
            hasRate ? rate.Ground : "",
            law.VatPermille(code) / 10m,
            restriction?.ListCode ?? "",
            restriction?.Ground ?? "",
            (language == "en" ? restriction?.TextEn : restriction?.TextNl) ?? "");
    }
}

internal sealed record RateAnswer(
    string Currency, string UnitsPerEuro, string ValidFrom, string ValidUntil, string Ground);

internal sealed record ListAnswer(string List, int Codes);

internal sealed record ListedCodeAnswer(string Code, string Text, string ValidFrom, string ValidUntil);

internal sealed record EditionAnswer(int Number, string Source, string RecordedAt, string Sha256);

internal sealed record FaultAnswer(string Table, string What, string Row);

internal sealed record StepAnswer(string Step, string Amount, string Text, string Ground);

internal sealed record TaxAnswer(
    bool IsDetermined, decimal ValueEuro, decimal DutyEuro, decimal VatEuro, IReadOnlyList<StepAnswer> Steps);

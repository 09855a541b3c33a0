// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>Which duty a line claims, and by which origin.</summary>
internal static class DutyClaim
{
    private const string ThirdCountry = "100";

    // More than any line, so that only the supplementary units can be missing.
    private static readonly DutyQuantities MassOnly = new(0, 1, 1, "", 0);

    /// <summary>The preference code that the line claims: as declared, or 100.</summary>
    public static string Of(TaxableLine line, TaxRules rules) =>
        line.Preference.Length == 0 || AsksTariffDuty(line, rules) ? ThirdCountry : line.Preference;

    public static bool AsksTariffDuty(TaxableLine line, TaxRules rules) => rules.TariffDutyPreference.Length > 0
        && line.Preference.StartsWith(rules.TariffDutyPreference, StringComparison.Ordinal);

    /// <summary>A claim by preferential origin (16 09; UCC art. 64): 2, 3 and 4 as its first digit.</summary>
    public static bool GoesByPreferentialOrigin(string claim) => claim is ['2' or '3' or '4', ..];

    /// <summary>The origin that the claim goes by, for people.</summary>
    public static string OriginText(TaxableLine line, string claim) => !GoesByPreferentialOrigin(claim)
        ? line.Origin.ToString()
        : line.PreferentialOrigin.Length > 0 ? line.PreferentialOrigin : "-";

    public static Measure? MeasureOf(TaxableLine line, string claim, MeasureBook book) =>
        GoesByPreferentialOrigin(claim)
            ? book.PreferentialDuty(line.Code, line.PreferentialOrigin, claim, line.AdditionalCodes)
            : book.Duty(line.Code, line.Origin, claim, line.AdditionalCodes);

    /// <summary>True if the duty of the line cannot be had without its supplementary units.</summary>
    public static bool NeedsUnits(TaxableLine line, LawOfTheDay law)
    {
        var book = law.Measures;
        var claim = Of(line, law.TaxRules);
        if (NeedsUnits(MeasureOf(line, claim, book), law))
            return true;
        if (!book.MayHaveDefence(line.Code))
            return false;
        foreach (var type in ConsignmentCalculation.DefenceTypes)
        {
            if (NeedsUnits(book.Defence(type, line.Code, line.Origin, line.AdditionalCodes, out _), law))
                return true;
        }

        return false;
    }

    private static bool NeedsUnits(Measure? measure, LawOfTheDay law) =>
        measure?.Duty?.Evaluate(law.Day, MassOnly).Outcome == DutyOutcome.MissingQuantity;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// What makes the value of a setting unfit. The row that comes with the program is the pattern: a number stays a
/// number, yes or no stays yes or no, a choice stays one of the choices. The last word of the name is the unit, and
/// bounds what a slip of the pen can do.
/// </summary>
internal static class SettingCheck
{
    private static readonly (string Suffix, long Least, long Most)[] Bounds =
    [
        ("-unit-cents", 1, 10_000),
        ("-cents", 0, 1_000_000_000_000),
        ("-permille", 0, 1_000),
        ("-basis-points", 0, 10_000),
        ("-hours", 1, 8_784),
        ("-days", 1, 3_660),
        ("-years", 1, 30),
        ("-factor", 1, 1_000),
        ("-digit", 0, 9),
    ];

    /// <param name="pattern">The value of the same setting that comes with the program.</param>
    public static FaultWords? FaultOf(LawRow row, string pattern)
    {
        var (name, value) = (row["name"], row["value"]);
        if (value.Length == 0)
            return FaultWords.ValueEmpty;
        if (name == "flat-duty-counting-key")
            return TaxRules.TryParseKey(value, out _) ? null : FaultWords.CountingKeyUnknown;
        if (TaxRules.TryParseRounding(pattern, out _))
            return TaxRules.TryParseRounding(value, out _) ? null : FaultWords.RoundingUnknown;
        if (pattern is "yes" or "no")
            return value is "yes" or "no" ? null : FaultWords.NeitherYesNorNo;
        if (CountryCode.TryParse(pattern, out _))
            return CountryCode.TryParse(value, out _) ? null : FaultWords.CountryUnreadable;
        var (_, least, most) = Array.Find(Bounds, bound => name.EndsWith(bound.Suffix, StringComparison.Ordinal))
            is { Suffix: not null } found ? found : ("", 0, long.MaxValue);
        return FixedPoint.TryParse(value, decimals: 0, maxDigits: 13, out var number) && number >= least
            && number <= most
                ? null
                : FaultWords.NumberOutside(least, most);
    }
}

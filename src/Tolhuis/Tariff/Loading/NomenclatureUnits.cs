// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// Supplementary units as the Combined Nomenclature abbreviates them, in the codes of the tariff (list 6411). Blanks,
/// strokes, underscores and points do not matter.
/// </summary>
internal static class NomenclatureUnits
{
    private static readonly FrozenDictionary<string, string> CodeByAbbreviation = new Dictionary<string, string>
    {
        ["PST"] = "NAR",
        ["100PST"] = "CEN",
        ["1000PST"] = "MIL",
        ["PA"] = "NPR",
        ["CEEL"] = "NCL",
        ["M"] = "MTR",
        ["M2"] = "MTK",
        ["M3"] = "MTQ",
        ["1000M3"] = "MTQC",
        ["L"] = "LTR",
        ["LALC100PCT"] = "LPA",
        ["G"] = "GRM",
        ["GIFS"] = "GFI",
        ["CK"] = "CTM",
        ["CTL"] = "CCT",
        ["KG90PCTSDT"] = "KSD",
        ["KGN"] = "KNI",
        ["KGNETEDA"] = "KGME",
        ["KGP2O5"] = "KPP",
        ["KGK2O"] = "KPO",
        ["KGU"] = "KUR",
        ["KGNAOH"] = "KSH",
        ["KGKOH"] = "KPH",
        ["KGH2O2"] = "KNS",
        ["KGMETAM"] = "KMA",
        ["TJ"] = "TJO",
        ["1000KWH"] = "MWH",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The code of a unit; empty for none; null if it is not known.</summary>
    public static string? CodeOf(string text)
    {
        var plain = string.Concat(text.ToUpperInvariant().Replace("%", "PCT", StringComparison.Ordinal)
            .Where(char.IsAsciiLetterOrDigit));
        if (plain.Length == 0)
            return "";
        return CodeByAbbreviation.TryGetValue(plain, out var code) ? code : DutyUnit.IsUnitCode(text) ? text : null;
    }
}

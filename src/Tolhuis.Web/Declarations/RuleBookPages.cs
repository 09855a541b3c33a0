// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>A rule or code in one period.</summary>
/// <param name="Module">Word of the module whose code it is.</param>
/// <param name="DataSets">Columns that it is for; empty where it is not about a column.</param>
/// <param name="Rule">Name of the rule that finds it; empty where no rule of content does.</param>
public sealed record RuleEntry(
    string Code, string Module, Severity Severity, string DataElement, string Ground, Period Validity, string TextNl,
    string TextEn, IReadOnlyList<string> DataSets, string Rule)
{
    /// <summary>True if the code, its element, rule, ground or one of its sentences has that text.</summary>
    public bool Mentions(string text) =>
        Code.Contains(text, StringComparison.OrdinalIgnoreCase)
        || DataElement.Replace(" ", "", StringComparison.Ordinal).Contains(
            text.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
        || Rule.Contains(text, StringComparison.OrdinalIgnoreCase)
        || Ground.Contains(text, StringComparison.OrdinalIgnoreCase)
        || TextNl.Contains(text, StringComparison.CurrentCultureIgnoreCase)
        || TextEn.Contains(text, StringComparison.CurrentCultureIgnoreCase);
}

/// <summary>Rules and codes of the edition in use, as the pages show them.</summary>
public sealed class RuleBookPages(ITariff tariff)
{
    private static readonly Dictionary<string, RuleDescription> RuleByCode = RuleCatalogue.Rules
        .GroupBy(rule => rule.Code, StringComparer.Ordinal)
        .ToDictionary(rules => rules.Key, rules => rules.First(), StringComparer.Ordinal);

    // Presence, format and code list are checked in every column.
    private static readonly string[] EveryDataSet =
        [.. RuleCatalogue.Rules.SelectMany(rule => rule.DataSets).Distinct().Order().Select(set => set.ToString())];

    public int Edition => tariff.Current.Number;

    /// <summary>Everything in force on a day, by code.</summary>
    public IReadOnlyList<RuleEntry> On(DateOnly day) =>
        [.. All().Where(r => r.Validity.Contains(day)).OrderBy(r => r.Code, StringComparer.Ordinal)];

    /// <summary>All periods of one code, the latest first; empty for a code that is none.</summary>
    public IReadOnlyList<RuleEntry> PeriodsOf(string code) =>
        [.. All().Where(r => r.Code == code).OrderByDescending(r => r.Validity.From)];

    private IEnumerable<RuleEntry> All()
    {
        foreach (var table in tariff.Current.Tables.Where(t => t.Name.EndsWith(".problems", StringComparison.Ordinal)))
        {
            foreach (var row in table.Rows)
            {
                var rule = RuleByCode.GetValueOrDefault(row["code"]);
                yield return new RuleEntry(
                    row["code"], table.Name[..table.Name.IndexOf('.', StringComparison.Ordinal)],
                    ProblemCatalogue.TryParseSeverity(row["severity"], out var severity) ? severity : Severity.Manual,
                    row["data_element"], row["ground"], row.Validity, row["text_nl"], row["text_en"],
                    rule is not null ? [.. rule.DataSets.Select(set => set.ToString())]
                        : RuleCatalogue.FormChecks.Contains(row["code"]) ? EveryDataSet
                        : [],
                    rule?.Name ?? "");
            }
        }
    }
}

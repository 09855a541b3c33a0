// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>Words of the page of rules and codes.</summary>
public static class RulesTexts
{
    public static readonly Text Rules = new("Regels en codes", "Rules and codes");

    /// <summary>For the rail, where a place has one line.</summary>
    public static readonly Text Short = new("Regels", "Rules");
    public static readonly Text Finding = new(
        "{0}: op {1} gelden {2} en {3}, editie {4}.", "{0}: on {1}, {2} and {3} hold, edition {4}.");
    public static readonly Text FindingFiltered = new(
        "Bij deze keuze horen {1} en {2}, op {0} in editie {3}.",
        "This choice has {1} and {2}, on {0} in edition {3}.");
    public static readonly CountedText OtherCount = new(
        new("1 andere code", "1 other code"), new("{0} andere codes", "{0} other codes"));
    public static readonly Text AllParts = new("Alle onderdelen", "All parts");
    public static readonly CountedText RuleCount = new(new("1 regel", "1 rule"), new("{0} regels", "{0} rules"));
    public static readonly Text Severity = new("Gevolg", "Effect");
    public static readonly Text DataSet = new("Set", "Set");
    public static readonly Text Element = new("Gegevenselement", "Data element");
    public static readonly Text Sentence = new("Zin", "Sentence");
    public static readonly Text Ground = new("Grond", "Legal ground");
    public static readonly Text Rule = new("Naam in het programma", "Name in the program");
    public static readonly Text Valid = new("Geldig", "In force");
    public static readonly Text Search = new("Zoek in regels", "Search the rules");
    public static readonly Text Day = new("Op dag", "On day");
    public static readonly Text Show = new("Toon", "Show");
    public static readonly Text Module = new("Onderdeel", "Part");
    public static readonly Text Periods = new("Alle perioden", "All periods");
    public static readonly Text Nothing = new("Geen regel gevonden.", "No rule found.");
    public static readonly Text NothingWhy = new(
        "Zoek op een deel van de zin, de code of het nummer van een gegevenselement, of haal een filter weg.",
        "Search by a part of the sentence, the code or the number of a data element, or remove a filter.");
    public static readonly Text NotOnDay = new(
        "Op {0} geldt deze regel niet.", "On {0} this rule does not hold.");
    public static readonly Text InDutch = new("In het Nederlands", "In Dutch");
    public static readonly Text InEnglish = new("In het Engels", "In English");

    private static readonly Dictionary<string, Text> Parts = new(StringComparer.Ordinal)
    {
        ["access"] = new("Toegang", "Access"),
        ["declarations"] = new("Aangiften", "Declarations"),
        ["intake"] = new("Ontvangst", "Intake"),
        ["platform"] = new("Platform", "The platform"),
        ["tariff"] = new("Tarief", "Tariff"),
        [EveryPart] = AllParts,
    };

    /// <summary>The choice of all parts, as it stands in an address.</summary>
    public const string EveryPart = "all";

    /// <summary>A part of the program in words; null for one without.</summary>
    public static Text? OfPart(string module) => Parts.GetValueOrDefault(module);

    public static readonly Text StandsNow = new("geldt op {0}", "holds on {0}");
}

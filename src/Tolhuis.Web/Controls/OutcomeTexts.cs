// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Controls;

/// <summary>Words of the picture of what controls brought.</summary>
public static class OutcomeTexts
{
    public static readonly Text Title = new("Wat controles opleverden", "What controls brought");
    public static readonly Text Short = new("Bevindingen", "Findings");
    public static readonly Text Finding = new(
        "In de laatste {0} dagen: {1} afgerond, waarvan {2} niet in orde; {3}; mediaan {4} van selectie tot einde.",
        "In the last {0} days {1} ended, {2} of them not in order; {3}; median {4} from selection to end.");
    public static readonly Text FindingNone = new(
        "In de laatste {0} dagen is geen controle afgerond.", "In the last {0} days no control ended.");
    public static readonly CountedText Controls = new(
        new("1 controle", "1 control"), new("{0} controles", "{0} controls"));
    public static readonly Text MoreOwed = new("{0} meer verschuldigd", "{0} more owed");
    public static readonly Text LessOwed = new("{0} minder verschuldigd", "{0} less owed");
    public static readonly Text SameOwed = new("evenveel verschuldigd", "the same owed");
    public static readonly Text AsOf = new(
        "Stand {0}, over {1} tot en met {2}, n = {3}.", "As of {0}, over {1} to {2}, n = {3}.");
    public static readonly Text WithSimulated = new(
        "Met wat de simulator van de demo heeft gedaan.", "Including what the simulator of the demo did.");
    public static readonly Text WithoutSimulated = new(
        "Zonder wat de simulator van de demo heeft gedaan.", "Without what the simulator of the demo did.");
    public static readonly Text LeaveOut = new("Laat gesimuleerde weg", "Leave out simulated ones");
    public static readonly Text TakeAlong = new("Neem gesimuleerde mee", "Include simulated ones");
    public static readonly Text Periods = new("Periode", "Period");
    public static readonly Text Days = new("{0} dagen", "{0} days");

    public static readonly Text FigureEnded = new("Afgerond", "Ended");
    public static readonly Text FigureWrong = new("Niet in orde", "Not in order");
    public static readonly Text FigureMoney = new("Verschil in rechten en btw", "Difference in duty and VAT");
    public static readonly Text FigureTime = new("Selectie tot einde, mediaan", "Selection to end, median");
    public static readonly Text Before = new("de {0} dagen ervoor: {1}", "the {0} days before: {1}");
    public static readonly Text Trend = new("Verloop per dag", "Course per day");
    public static readonly Text NoWork = new("geen", "none");
    public static readonly Text Worked = new("{0} werk per controle", "{0} of work per control");

    public static readonly Text Chart = new("Afgeronde controles per dag", "Controls ended per day");
    public static readonly Text ChartSummary = new(
        "Per dag van {0} tot en met {1}: hoogstens {2} op een dag, samen {3} in orde en {4} niet in orde.",
        "Per day from {0} to {1}: at most {2} on one day, together {3} in order and {4} not in order.");
    public static readonly Text InOrder = new("In orde", "In order");
    public static readonly Text Wrong = new("Niet in orde", "Not in order");
    public static readonly Text Day = new("Dag", "Day");

    public static readonly Text List = new("Uitkomsten", "Outcomes");
    public static readonly Text ListLead = new(
        "Per geselecteerde regel wat de controle heeft gebracht, nieuwste eerst.",
        "Per selected line what the control brought, newest first.");
    public static readonly Text Result = new("Uitkomst", "Outcome");
    public static readonly Text Error = new("Fout", "Error");
    public static readonly Text Kind = new("Reden", "Reason");
    public static readonly Text Difference = new("Verschil €", "Difference €");
    public static readonly Text Work = new("Werk", "Work");
    public static readonly Text Ended = new("Afgerond", "Ended");
    public static readonly Text NotExamined = new("Niet bekeken", "Not examined");
    public static readonly Text Nothing = new("Er is nog geen controle afgerond.", "No control has ended yet.");
    public static readonly Text NothingWhy = new(
        "Zodra een aangifte de controle verlaat, staat hier per regel wat het opleverde.",
        "As soon as a declaration leaves control, what it brought appears here per line.");
    public static readonly Text NothingOfView = new(
        "Geen uitkomst past bij deze filters.", "No outcome fits these filters.");
    public static readonly Text NothingOfViewWhy = new(
        "Kies een langere periode of haal een filter weg.", "Choose a longer period or remove a filter.");

    public static readonly Text EffectTitle = new("Wat de controle opleverde", "What the control brought");
    public static readonly Text EffectLine = new(
        "Regel {0}: {1}. Verschil in rechten en btw: {2}. Klaar na {3}.",
        "Line {0}: {1}. Difference in duty and VAT: {2}. Done after {3}.");
    public static readonly Text HiddenReasons = new(
        "De reden van deze regel blijft verborgen tot iemand zijn bevinding heeft vastgelegd: de controle is blind.",
        "The reason of this line stays hidden until someone saves a finding: the control is blind.");
}

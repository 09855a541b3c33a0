// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Risk.Contract;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Controls;

/// <summary>Words of the worklist of controls and of who has them.</summary>
public static class ControlsTexts
{
    public static readonly Text Controls = new("Controles", "Controls");
    public static readonly Text Lead = new(
        "Aangiften die worden vastgehouden tot iemand heeft gekeken. Wat het eerst moet, staat bovenaan.",
        "Declarations that are held until someone has looked. What is due first stands on top.");
    public static readonly Text Views = new("Weergaven", "Views");
    public static readonly Text All = new("Alle", "All");
    public static readonly Text Mine = new("Van mij", "Mine");
    public static readonly Text Free = new("Vrij", "Free");
    public static readonly Text Overdue = new("Te laat", "Overdue");
    public static readonly Text Next = new("Volgende en vergrendel", "Next and lock");
    public static readonly Text NextHint = new(
        "Neemt de eerste vrije controle van deze weergave en opent haar.",
        "Takes the first free control of this view and opens it.");
    public static readonly Text NoneFree = new(
        "In deze weergave is niets meer vrij waar u iets aan kunt doen. Kies een ander tabblad of haal een filter weg.",
        "Nothing that you can work on is free in this view any more. Choose another tab or remove a filter.");

    public static readonly Text Declaration = new("Aangifte", "Declaration");
    public static readonly Text Stage = new("Fase", "Stage");
    public static readonly Text ExaminedOf = new("{0} van {1}", "{0} of {1}");
    public static readonly Text ExaminedTitle = new(
        "{0} van de {1} regels onder controle zijn bekeken", "{0} of the {1} lines under control were examined");
    public static readonly Text Goods = new("Goederen", "Goods");
    public static readonly Text Why = new("Waarom", "Why");
    public static readonly Text Due = new("Uiterlijk", "Due");
    public static readonly Text With = new("Bij", "With");
    public static readonly Text Since = new("Sinds", "Since");
    public static readonly Text NoOne = new("Niemand", "No one");
    public static readonly Text Me = new("Mij", "Me");
    public static readonly Text Kind = new("Reden", "Reason");
    public static readonly Text Blind = new(
        "Blind: de reden ziet u na uw bevinding", "Blind: you see the reason after your finding");
    public static readonly Text NoTerm = new("Geen termijn", "No term");
    public static readonly Text Nothing = new("Er is niets onder controle.", "Nothing is under control.");
    public static readonly Text NothingWhy = new(
        "Zodra een regel wordt geselecteerd, staat zijn aangifte hier. Vrijgegeven aangiften staan onder Aangiften.",
        "As soon as a line is selected, its declaration appears here. Released declarations stand under Declarations.");
    public static readonly Text NothingMine = new("U hebt geen controle genomen.", "You have taken no control.");
    public static readonly Text NothingMineWhy = new(
        "Neem de volgende met de knop hierboven, of kies er een onder Vrij.",
        "Take the next one with the button above, or choose one under Free.");
    public static readonly Text NothingOverdue = new("Niets is te laat.", "Nothing is overdue.");
    public static readonly Text NothingOverdueWhy = new(
        "Van geen enkele aangifte onder controle is de termijn voorbij.",
        "The term of no declaration under control is over.");
    public static readonly Text NothingOfView = new(
        "Geen controle past bij deze weergave.", "No control fits this view.");
    public static readonly Text NothingOfViewWhy = new(
        "Haal een filter weg. Een reden die voor u nog verborgen is, telt niet mee in het filter op reden.",
        "Remove a filter. A reason that is still hidden from you does not count in the filter on reasons.");

    public static readonly Text BulkTake = new("Neem deze", "Take these");
    public static readonly Text BulkReturn = new("Geef terug", "Give back");
    public static readonly Text BulkTakeLead = new(
        "Deze controles komen bij u te liggen; collega's zien dat. Er gaat niets naar een aangever.",
        "These controls will be with you; colleagues see that. Nothing goes to a declarant.");
    public static readonly Text BulkReturnLead = new(
        "Deze controles worden weer vrij; iedere collega kan ze nemen.",
        "These controls become free again; any colleague can take them.");
    public static readonly Text SkipTaken = new("ligt bij {0}", "is with {0}");
    public static readonly Text SkipYours = new("ligt al bij u", "is with you already");
    public static readonly Text SkipNotYours = new("ligt niet bij u", "is not with you");

    public static readonly Text Take = new("Neem deze controle", "Take this control");
    public static readonly Text TakeWhy = new(
        "U legt pas een bevinding vast nadat u de controle hebt genomen; collega's zien dan dat zij bij u ligt.",
        "You save a finding after you have taken the control; colleagues then see that it is with you.");
    public static readonly Text TakenByOther = new(
        "Deze controle ligt bij {0}. U kunt meekijken, maar niets vastleggen.",
        "This control is with {0}. You can view it, but not record anything.");
    public static readonly Text TakenNow = new("De controle ligt nu bij u.", "The control is now with you.");
    public static readonly Text TakeFailed = new(
        "Een collega was u net voor. Er is niets gewijzigd.",
        "A colleague was just ahead of you. Nothing was changed.");
    public static readonly Text IsMine = new("Deze controle ligt bij u.", "This control is with you.");
    public static readonly Text GiveBack = new("Geef deze controle terug", "Give this control back");
    public static readonly Text GiveBackOfOther = new("Maak deze controle weer vrij", "Free this control again");
    public static readonly Text GiveBackReason = new(
        "Waarom ligt zij niet meer bij uw collega?", "Why is it no longer with your colleague?");
    public static readonly Text GiveBackHint = new(
        "Bijvoorbeeld: ziek, met verlof. De reden komt in het logboek, niet bij de aangever.",
        "For example: ill, on leave. The reason goes into the audit trail, not to the declarant.");
    public static readonly Text GiveBackReasonMissing = new(
        "Geef een reden: zonder reden blijft de controle bij uw collega.",
        "Give a reason: without one the control stays with your colleague.");
    public static readonly Text GiveBackFailed = new(
        "De controle was al teruggegeven of afgesloten. Er is niets gewijzigd.",
        "The control was given back or closed already. Nothing was changed.");
    public static readonly Text GivenBack = new(
        "De controle is weer vrij; iedere collega kan haar nemen.",
        "The control is free again; any colleague can take it.");
    public static readonly Text NotYours = new(
        "Een controleambtenaar onderzoekt deze aangifte. U kunt meekijken.",
        "A control officer examines this declaration. You can view it.");

    public static readonly Text KeyResult = new("Bevinding: resultaat kiezen", "Finding: choose the result");

    private static readonly Dictionary<ControlStage, (Tone Tone, Text Word)> Stages = new()
    {
        [ControlStage.ToExamine] = (Tone.Attention, new("Te onderzoeken", "To examine")),
        [ControlStage.AwaitsCorrection] = (Tone.Neutral, new("Wacht op correctie", "Awaits correction")),
        [ControlStage.CorrectionCame] = (Tone.Active, new("Correctie binnen", "Correction came")),
        [ControlStage.AwaitsView] = (Tone.Neutral, new("Wacht op zienswijze", "Awaits view")),
        [ControlStage.ToDecide] = (Tone.Attention, new("Te beslissen", "To decide")),
    };

    private static readonly Dictionary<SelectionKind, Text> Kinds = new()
    {
        [SelectionKind.None] = new("Onbekend", "Unknown"),
        [SelectionKind.Mandatory] = new("Verplicht", "Mandatory"),
        [SelectionKind.Sample] = new("Steekproef", "Random sample"),
        [SelectionKind.Profile] = new("Risicoprofiel", "Risk profile"),
    };

    public static (Tone Tone, Text Word) Of(ControlStage stage) => Stages[stage];

    public static Text Of(SelectionKind kind) => Kinds.GetValueOrDefault(kind, Kinds[SelectionKind.None]);

    /// <summary>For the tests that every stage has a word in both languages.</summary>
    internal static IEnumerable<Text> Named => Stages.Values.Select(v => v.Word).Concat(Kinds.Values);
}

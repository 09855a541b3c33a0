// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Controls;

/// <summary>Words of announcing, hearing and deciding on held goods.</summary>
public static class DecisionTexts
{
    public static readonly Text Title = new("Beslissing op de controle", "Decision on the control");
    public static readonly Text Lead = new(
        "De aangever hoort eerst wat u van plan bent en kan reageren. Daarna beslist u.",
        "The declarant first hears what you intend and can respond. Then you decide.");
    public static readonly Text NotHeld = new(
        "Deze aangifte is niet meer onder controle; er is niets te beslissen.",
        "This declaration is no longer under control; there is nothing to decide.");
    public static readonly Text NotExamined = new(
        "Nog niet elke regel is onderzocht. Leg eerst de bevindingen vast.",
        "Not every line is examined yet. Record the findings first.");
    public static readonly Text CorrectionOpen = new(
        "De aangever is om een correctie gevraagd, uiterlijk {0}. Wacht die af.",
        "The declarant was asked for a correction, by {0}. Await it.");
    public static readonly Text TakenByOther = new(
        "Deze controle ligt bij {0}. U kunt haar inzien en niet beslissen.",
        "This control is with {0}. You can view it and not decide.");
    public static readonly Text Take = new("Neem deze controle", "Take this control");
    public static readonly Text Intended = new("Voornemen", "Intended decision");
    public static readonly Text Kind = new("Wat bent u van plan?", "What do you intend?");
    public static readonly Text Established = new("Wat u vaststelt", "What you determine");
    public static readonly Text EstablishedHint = new(
        "Ingevuld uit de bevindingen. Laat de waarde leeg om een gegeven weg te laten. Bij niet vrijgeven wordt niets "
            + "vastgesteld.",
        "Filled from the findings. Leave the value empty to leave a particular out. Not releasing determines nothing.");
    public static readonly Text RowItem = new("Regel van gegeven {0}", "Line of particular {0}");
    public static readonly Text RowKind = new("Soort van gegeven {0}", "Kind of particular {0}");
    public static readonly Text RowValue = new("Waarde van gegeven {0}", "Value of particular {0}");
    public static readonly Text Grounds = new("Gronden voor de aangever", "Grounds for the declarant");
    public static readonly Text GroundsHint = new(
        "De aangever leest dit letterlijk: wat is gezien, wat klopt niet, wat volgt eruit. Geen namen van collega's.",
        "The declarant reads this as it is: what was seen, what is wrong, what follows. No names of colleagues.");
    public static readonly Text GroundsMissing = new(
        "Geef de gronden: zonder gronden kan de aangever niet reageren.",
        "Give the grounds: without them the declarant cannot respond.");
    public static readonly Text KindMissing = new("Kies wat u van plan bent.", "Choose what you intend.");
    public static readonly Text PreviewAnnounce = new(
        "Aankondigen: controleer en bevestig", "Announce: check and confirm");
    public static readonly Text LetterTerm = new(
        "U kunt reageren binnen {0} dagen na deze kennisgeving ({1}). Daarna beslissen wij.",
        "You can respond within {0} days of this notification ({1}). After that we decide.");
    public static readonly Text ConfirmAnnounce = new("Aankondiging versturen", "Send the announcement");
    public static readonly Text DoneAnnounced = new("Het voornemen is aangekondigd", "The intention is announced");
    public static readonly Text DoneAnnouncedBody = new(
        "Voornemen {0}. De aangever kan reageren tot en met {1}.",
        "Intended decision {0}. The declarant can respond until the end of {1}.");
    public static readonly Text Effect = new("Wat het uitmaakt", "What it comes to");
    public static readonly Text DutyNow = new("Invoerrecht nu", "Duty now");
    public static readonly Text DutyThen = new("Wordt", "Becomes");
    public static readonly Text VatNow = new("Btw nu", "VAT now");
    public static readonly Text VatThen = new("Wordt", "Becomes");
    public static readonly Text Total = new(
        "Samen {0} → {1}: {2} {3}.", "Together {0} to {1}: {2} {3}.");
    public static readonly Text More = new("meer", "more");
    public static readonly Text Less = new("minder", "less");
    public static readonly Text AnnouncedBy = new("Aangekondigd door {0}, {1}", "Announced by {0}, {1}");
    public static readonly Text Until = new(
        "De aangever kan reageren tot en met {0}.", "The declarant can respond until the end of {0}.");
    public static readonly Text TermOver = new(
        "De termijn om te reageren is voorbij (laatste dag {0}).",
        "The term to respond is over (last day {0}).");
    public static readonly Text ViewBy = new("Zienswijze van {0}, {1}", "View given by {0}, {1}");
    public static readonly Text View = new("Zienswijze van de aangever", "View of the declarant");
    public static readonly Text ViewHint = new(
        "Wat de aangever schreef of zei. Kan niet meer worden gewijzigd.",
        "What the declarant wrote or said. Cannot be changed any more.");
    public static readonly Text ViewMissing = new(
        "Schrijf op wat de aangever zei.", "Write down what the declarant said.");
    public static readonly Text RecordView = new("Zienswijze vastleggen", "Record the view");
    public static readonly Text DoneView = new(
        "De zienswijze is vastgelegd. U kunt nu beslissen.", "The view is recorded. You can decide now.");
    public static readonly Text Decide = new("Beslissen", "Decide");
    public static readonly Text Carry = new("Uitvoeren zoals aangekondigd", "Carry out as announced");
    public static readonly Text Withdraw = new("Intrekken", "Withdraw");
    public static readonly Text Waits = new(
        "Uitvoeren kan na de termijn of na de zienswijze. Intrekken kan altijd.",
        "It can be carried out after the term or the view. Withdrawing is always possible.");
    public static readonly Text Reason = new("Reden voor de aangever", "Reason for the declarant");
    public static readonly Text ReasonHint = new(
        "De aangever leest dit letterlijk. Ga in op wat hij zei.",
        "The declarant reads this as it is. Answer what he said.");
    public static readonly Text ReasonMissing = new(
        "Geef een reden: de aangever moet weten waarom.", "Give a reason: the declarant must know why.");
    public static readonly Text ChoiceMissing = new(
        "Kies of u het voornemen uitvoert of intrekt.", "Choose whether you carry out or withdraw the intention.");
    public static readonly Text PreviewDecide = new("Beslissen: controleer en bevestig", "Decide: check and confirm");
    public static readonly Text LetterWithdrawn = new(
        "Wij voeren ons voornemen over aangifte {0} niet uit.",
        "We do not carry out our intended decision on declaration {0}.");
    public static readonly Text ConfirmDecide = new("Beslissing bevestigen", "Confirm the decision");
    public static readonly Text DoneDecided = new("De beslissing is genomen", "The decision is taken");
    public static readonly Text DoneDecidedBody = new(
        "Voornemen {0} is op {1} uitgevoerd. De aangever krijgt een kennisgeving.",
        "Intended decision {0} was carried out at {1}. The declarant gets a notification.");
    public static readonly Text DoneWithdrawn = new(
        "Voornemen {0} is ingetrokken. De aangifte blijft onder controle.",
        "Intended decision {0} is withdrawn. The declaration stays under control.");

    private static readonly Dictionary<IntendedKind, (Text Word, Text Announced, Text Decided)> Kinds = new()
    {
        [IntendedKind.Determination] = (
            new("Zelf vaststellen en vrijgeven", "Determine and release"),
            new("Wij zijn van plan voor aangifte {0} zelf vast te stellen:",
                "We intend to determine for declaration {0} ourselves:"),
            new("Voor aangifte {0} heeft de douane vastgesteld zoals aangekondigd. De goederen zijn vrijgegeven.",
                "For declaration {0} customs has determined as announced. The goods are released.")),
        [IntendedKind.NoRelease] = (
            new("Niet vrijgeven", "Not release"),
            new("Wij zijn van plan de goederen van aangifte {0} niet vrij te geven.",
                "We intend not to release the goods of declaration {0}."),
            new("De goederen van aangifte {0} worden niet vrijgegeven.",
                "The goods of declaration {0} are not released.")),
    };

    /// <summary>Its name, what the declarant hears when it is announced, and when it is decided.</summary>
    public static (Text Word, Text Announced, Text Decided) Of(IntendedKind kind) => Kinds[kind];

    /// <summary>For the tests that every kind has a word in both languages.</summary>
    internal static IEnumerable<Text> Named =>
        Kinds.Values.SelectMany(kind => (Text[])[kind.Word, kind.Announced, kind.Decided]);
}

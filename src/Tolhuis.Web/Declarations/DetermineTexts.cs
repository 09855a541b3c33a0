// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>Words of determining what the law leaves to a person.</summary>
public static class DetermineTexts
{
    public static readonly Text Step = new("Bedragen vaststellen", "Determine the amounts");
    public static readonly Text Title = new("Bedragen vaststellen", "Determine the amounts");
    public static readonly Text Lead = new(
        "Deze regels kon het systeem niet uitrekenen. U stelt invoerrecht en btw vast, volgens de "
            + "aangifte zoals die is.",
        "These lines could not be calculated. You determine customs duty and VAT, by the declaration as it is.");
    public static readonly Text NotNow = new(
        "Er is hier nu niets vast te stellen: de aangifte wordt niet voor dit doel vastgehouden.",
        "There is nothing to determine here now: the declaration is not held for that.");
    public static readonly Text CorrectionOpen = new(
        "De aangever is om een correctie gevraagd. U kunt vaststellen als die er is, of als de termijn voorbij is.",
        "The declarant was asked for a correction. You can determine once it has come, or once its term is over.");
    public static readonly Text NoMessage = new(
        "Het bericht is niet meer te lezen, dus er kan niets worden vastgesteld.",
        "The message can no longer be read, so nothing can be determined.");
    public static readonly Text NothingAwaits = new(
        "Alle bedragen zijn berekend. De aangifte wacht alleen op uw oordeel.",
        "All amounts are calculated. The declaration waits only for your judgment.");
    public static readonly Text Differs = new(
        "Klopt een gegeven niet? Stel dan niets vast.", "Is a particular wrong? Then determine nothing.");
    public static readonly Text ByOfficer = new("een medewerker", "an officer");
    public static readonly Text Take = new("Neem deze aangifte", "Take this declaration");
    public static readonly Text TakeWhy = new(
        "U stelt pas vast nadat u de aangifte hebt genomen; collega's zien dan dat zij bij u ligt.",
        "You determine after you have taken the declaration; colleagues then see that it is with you.");
    public static readonly Text TakenByOther = new(
        "Deze aangifte ligt bij {0}. U kunt haar inzien en niets vaststellen.",
        "This declaration is with {0}. You can view it and determine nothing.");
    public static readonly Text LineTitle = new("Regel {0}: {1}, {2}", "Line {0}: {1}, {2}");
    public static readonly Text SoFar = new("De berekening tot nu toe", "The calculation so far");
    public static readonly Text DutyOf = new("Invoerrecht van regel {0} in euro", "Customs duty of line {0} in euro");
    public static readonly Text VatOf = new("Btw van regel {0} in euro", "VAT of line {0} in euro");
    public static readonly Text AmountMissing = new(
        "Vul een bedrag in, zoals 3,20. Is niets verschuldigd, vul dan 0 in.",
        "Give an amount, such as 3.20. If nothing is due, give 0.");
    public static readonly Text ReasonHint = new(
        "De aangever leest dit letterlijk: waaruit volgen deze bedragen? Geen namen van collega's.",
        "The declarant reads this as it is: what do these amounts follow from? No names of colleagues.");
    public static readonly Text ReasonMissing = new(
        "Geef een reden: de aangever moet kunnen zien waar de bedragen vandaan komen.",
        "Give a reason: the declarant must be able to see where the amounts come from.");
    public static readonly Text PreviewTitle = new(
        "Vaststellen: controleer en bevestig", "Determine: check and confirm");
    public static readonly Text Letter = new(
        "Voor aangifte {0} heeft de douane {1} aan invoerrecht en {2} aan btw vastgesteld. De goederen "
            + "zijn vrijgegeven.",
        "For declaration {0} customs has determined {1} of customs duty and {2} of VAT. The goods are released.");
    public static readonly Text LetterReleased = new(
        "De goederen van aangifte {0} zijn vrijgegeven. Invoerrecht {1}, btw {2}.",
        "The goods of declaration {0} are released. Customs duty {1}, VAT {2}.");
    public static readonly Text Confirm = new("Vaststellen en vrijgeven", "Determine and release");
    public static readonly Text Done = new("Vastgesteld en vrijgegeven", "Determined and released");
    public static readonly Text DoneBody = new(
        "Vastgelegd als versie {0} van aangifte {1}, op {2}. De aangever krijgt een kennisgeving.",
        "Recorded as version {0} of declaration {1}, at {2}. The declarant gets a notification.");
    public static readonly Text ToCalculation = new("Bekijk de berekening", "View the calculation");
    public static readonly Text MoreLines = new(
        "Deze aangifte heeft meer dan {0} regels om vast te stellen. Vraag om een correctie.",
        "This declaration has more than {0} lines to determine. Ask for a correction.");
}

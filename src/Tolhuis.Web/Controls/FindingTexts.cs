// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Controls;

/// <summary>Words of the page of one control: goods, reasons, the finding and what follows from it.</summary>
public static class FindingTexts
{
    public static readonly Text TitleOf = new("Controle van {0}", "Control of {0}");
    public static readonly Text Control = new("Controle", "Control");
    public static readonly Text Selected = new("Geselecteerd", "Selected");
    public static readonly Text LeadTime = new("Doorlooptijd", "Lead time");
    public static readonly Text LeadTimeSoFar = new("{0} tot nu toe", "{0} so far");
    public static readonly Text Lines = new("Regels onder controle", "Lines under control");
    public static readonly Text LineOf = new("Regel {0}", "Line {0}");
    public static readonly Text LineDone = new("Regel {0}, bekeken", "Line {0}, examined");
    public static readonly Text NotHeld = new(
        "Deze aangifte is niet meer onder controle.", "This declaration is no longer under control.");
    public static readonly Text ToDossier = new("Naar het dossier", "To the dossier");
    public static readonly Text ToTimeline = new("Tijdlijn", "Timeline");
    public static readonly Text ToDecision = new("Naar de beslissing", "To the decision");
    public static readonly Text ToCorrection = new(
        "Om een correctie vragen zonder bevinding", "Ask for a correction without a finding");
    public static readonly Text Elsewhere = new("Verder", "Elsewhere");
    public static readonly Text Documents = new("Documenten", "Documents");
    public static readonly Text Parties = new("Uit het bericht", "From the message");
    public static readonly Text PartiesHint = new(
        "Alleen wat u voor de controle nodig hebt. Het hele bericht staat in het dossier.",
        "Only what you need for the control. The whole message stands in the dossier.");

    public static readonly Text Origin = new("Oorsprong", "Origin");
    public static readonly Text Masses = new("Bruto en netto", "Gross and net");
    public static readonly Text Reasons = new("Waarom deze regel", "Why this line");
    public static readonly Text BlindTitle = new("Blinde controle", "Blind control");
    public static readonly Text BlindBody = new(
        "Kijk zonder te weten waarom. De reden staat hier zodra u uw bevinding hebt vastgelegd: zo meet de controle "
            + "wat er echt aan de hand is.",
        "Look without knowing why. The reason appears here once you have saved your finding: so the control measures "
            + "what really is the matter.");
    public static readonly Text NoReason = new(
        "Bij deze regel staat geen reden.", "There is no reason with this line.");

    public static readonly Text FindingTitle = new("Bevinding", "Finding");
    public static readonly Text FindingOf = new("Bevinding over regel {0}", "Finding on line {0}");
    public static readonly Text Result = new("Wat is de uitkomst?", "What is the outcome?");
    public static readonly Text ResultHint = new(
        "Toets 1, 2 of 3 kiest, Enter laat zien wat er volgt.",
        "Key 1, 2 or 3 chooses, Enter shows what follows.");
    public static readonly Text ErrorKind = new("Wat klopt er niet?", "What is wrong?");
    public static readonly Text ErrorKindNone = new("Kies de soort fout", "Choose the kind of error");
    public static readonly Text Method = new("Hoe is gecontroleerd?", "How was it controlled?");
    public static readonly Text Established = new("Wat is vastgesteld?", "What was established?");
    public static readonly Text EstablishedHint = new(
        "Vul alleen in wat anders is dan aangegeven. Een komma mag.",
        "Fill in only what differs from what was declared. A comma is allowed.");
    public static readonly Text DeclaredIs = new("Aangegeven: {0}", "Declared: {0}");
    public static readonly Text FollowUp = new("Wat volgt hieruit?", "What follows from it?");
    public static readonly Text Note = new("Notitie voor collega's", "Note for colleagues");
    public static readonly Text NoteHint = new(
        "De aangever ziet dit niet. Mag leeg blijven.", "The declarant does not see this. May be left empty.");
    public static readonly Text Told = new("Bericht aan de aangever", "Message to the declarant");
    public static readonly Text ToldHint = new(
        "Hij leest dit letterlijk. Schrijf welk gegeven niet klopt, wat u zag en wat hij moet doen. Noem geen namen.",
        "He reads this word for word. Write which particular is wrong, what you saw and what he must do. No names.");
    public static readonly Text Evidence = new("Bewijs bij deze bevinding", "Evidence with this finding");
    public static readonly Text EvidenceKept = new(
        "{0} is bewaard en gekozen als bewijs bij uw bevinding.",
        "{0} is kept and chosen as evidence of your finding.");
    public static readonly Text Check = new("Controleer de bevinding", "Check the finding");
    public static readonly Text NewFinding = new(
        "Een nieuwe bevinding vastleggen", "Save a new finding");

    public static readonly Text ErrorsTitle = new("Er ontbreekt nog iets", "Something is still missing");
    public static readonly Text ResultMissing = new("Kies de uitkomst.", "Choose the outcome.");
    public static readonly Text ErrorKindMissing = new("Kies wat er niet klopt.", "Choose what is wrong.");
    public static readonly Text FollowUpMissing = new("Kies wat er volgt.", "Choose what follows.");
    public static readonly Text FollowUpNotPossible = new(
        "Er is niets onderzocht, dus is er niets te corrigeren. Kies geen vervolg, of een ander.",
        "Nothing was examined, so there is nothing to correct. Choose that nothing follows, or something else.");
    public static readonly Text ToldMissing = new(
        "Schrijf wat de aangever moet weten: zonder uitleg kan hij niets doen.",
        "Write what the declarant must know: without it there is nothing he can do.");
    public static readonly Text Unreadable = new(
        "{0}: {1} is zo niet te lezen. {2}", "{0}: {1} cannot be read. {2}");

    public static readonly Text PreviewTitle = new("Controleer en bevestig", "Check and confirm");
    public static readonly Text PreviewSays = new("Over regel {0}: {1}.", "On line {0}: {1}.");
    public static readonly Text PreviewSaysError = new("Over regel {0}: {1}, {2}.", "On line {0}: {1}, {2}.");
    public static readonly CountedText FollowsMore = new(
        new("Daarna is er nog 1 regel te bekijken. Tot dan hoort de aangever niets.",
            "After this, 1 line is still to be examined. Until then the declarant is told nothing."),
        new("Daarna zijn er nog {0} regels te bekijken. Tot dan hoort de aangever niets.",
            "After this, {0} lines are still to be examined. Until then the declarant is told nothing."));
    public static readonly Text FollowsRelease = new(
        "Daarmee is alles bekeken. Staat er niets meer in de weg, dan wordt de aangifte direct vrijgegeven en krijgt "
            + "de aangever bericht.",
        "With this everything is examined. If nothing else stands in the way, the declaration is released at once and "
            + "the declarant is told.");
    public static readonly Text FollowsLetter = new(
        "De aangever krijgt direct deze vraag. De aangifte blijft vastgehouden.",
        "The declarant gets this question at once. The declaration stays held.");
    public static readonly Text FollowsTerm = new(
        "Hij heeft {0} dagen ({1}).", "He has {0} days ({1}).");
    public static readonly Text FollowsDecision = new(
        "De aangever hoort nog niets. U deelt daarna op de pagina van de beslissing mee wat u van plan bent; hij "
            + "wordt eerst gehoord.",
        "The declarant is told nothing yet. On the page of the decision you then announce what is intended; he is "
            + "heard first.");
    public static readonly Text Confirm = new("Bevinding vastleggen", "Save the finding");
    public static readonly Text ConfirmRelease = new("Vastleggen en vrijgeven", "Save and release");
    public static readonly Text ConfirmAsk = new("Vastleggen en correctie vragen", "Save and ask for a correction");
    public static readonly Text Back = new("Terug naar de bevinding", "Back to the finding");
    public static readonly Text Particular = new("Gegeven", "Particular");
    public static readonly Text Declared = new("Aangegeven", "Declared");
    public static readonly Text EstablishedHead = new("Vastgesteld", "Established");
    public static readonly Text NowHead = new("Nu", "Now");
    public static readonly Text Unknown = new("staat niet op de regel", "not on the line");

    public static readonly Text DoneTitle = new(
        "Bevinding {0} is vastgelegd", "Finding {0} is saved");
    public static readonly Text DoneReleased = new(
        "De aangifte is vrijgegeven; de aangever heeft bericht. Doorlooptijd {0}.",
        "The declaration is released; the declarant has been told. Lead time {0}.");
    public static readonly Text DoneAsked = new(
        "De aangever is om een correctie gevraagd, uiterlijk {0}.",
        "The declarant was asked for a correction, by {0}.");
    public static readonly CountedText DoneMore = new(
        new("Er is nog 1 regel te bekijken.", "1 line is still to be examined."),
        new("Er zijn nog {0} regels te bekijken.", "{0} lines are still to be examined."));
    public static readonly Text DoneToDetermine = new(
        "Alles is bekeken. Voor de vrijgave moet nog worden vastgesteld wat verschuldigd is.",
        "Everything is examined. What is owed must still be determined before release.");
    public static readonly Text DoneDecide = new(
        "Deel nu op de pagina van de beslissing mee wat u van plan bent.",
        "Now announce on the decision page what you intend.");
    public static readonly Text DoneHeld = new(
        "De aangifte is nog niet vrijgegeven: een medewerker moet eerst nog iets anders afhandelen.",
        "The declaration is not released yet: an officer must first deal with something else.");
    public static readonly Text NextLine = new("Volgende regel", "Next line");

    public static readonly Text History = new("Bevindingen", "Findings");
    public static readonly Text NoHistory = new("Er is nog geen bevinding.", "There is no finding yet.");
    public static readonly Text Simulated = new("gesimuleerd", "simulated");
    public static readonly Text SimulatedShort = new("sim.", "sim.");
    public static readonly Text SimulatedTitle = new(
        "Gemaakt door de simulator van de demo, niet door een mens.",
        "Made by the simulator of the demo, not by a person.");
    public static readonly Text WasBlind = new("blind bekeken", "examined blind");
    public static readonly Text Superseded = new("vervangen door een latere", "replaced by a later one");
    public static readonly Text ToDeclarant = new("Aan de aangever: {0}", "To the declarant: {0}");
    public static readonly Text ForHouse = new("Voor collega's: {0}", "For colleagues: {0}");

    public static readonly Text ComparisonTitle = new("Wat de correctie zegt", "What the correction says");
    public static readonly Text ComparisonSame = new(
        "De correctie komt overeen met wat is vastgesteld.", "The correction agrees with what was established.");
    public static readonly CountedText ComparisonDiffers = new(
        new("1 gegeven wijkt af van wat is vastgesteld.", "1 particular differs from what was established."),
        new("{0} gegevens wijken af van wat is vastgesteld.", "{0} particulars differ from what was established."));
    public static readonly Text ComparisonNothing = new(
        "Er is niets in cijfers vastgesteld; vergelijk de versies en de woorden van de bevinding.",
        "Nothing was established in figures; compare the versions and the words of the finding.");
    public static readonly Text Versions = new("Vergelijk de versies", "Compare the versions");
    public static readonly Text Equal = new("gelijk", "equal");
    public static readonly Text Differs = new("wijkt af", "differs");
    public static readonly Text LooksSelf = new("zelf vergelijken", "compare yourself");
    public static readonly Text Money = new(
        "Rechten en btw: {0} zoals aangegeven, {1} nu ({2}).",
        "Duty and VAT: {0} as declared, {1} now ({2}).");
    public static readonly Text MoneyPreview = new(
        "Met wat is vastgesteld worden rechten en btw {0}, nu {1} ({2}).",
        "With what was established duty and VAT become {0}, now {1} ({2}).");

    public static readonly Text ReleaseReason = new("Reden, alleen voor collega's", "Reason, for colleagues only");
    public static readonly Text ReleaseHint = new(
        "Verplicht als de correctie afwijkt van wat is vastgesteld.",
        "Required if the correction differs from what was established.");
    public static readonly Text ReleaseMissing = new(
        "Zeg waarom u toch vrijgeeft: de correctie wijkt af van wat is vastgesteld.",
        "Say why you release nevertheless: the correction differs from what was established.");
    public static readonly Text ReleaseCheck = new("Bekijk wat er gebeurt", "See what will happen");
    public static readonly Text ReleasePreview = new("Vrijgeven: controleer en bevestig", "Release: check and confirm");
    public static readonly Text ReleaseLetter = new(
        "Aangifte {0} is vrijgegeven. Verschuldigd: {1} aan rechten en btw.",
        "Declaration {0} is released. Owed: {1} of duty and VAT.");
    public static readonly Text ReleaseConfirm = new("Vrijgeven bevestigen", "Confirm the release");
    public static readonly Text ReleasedTitle = new("De aangifte is vrijgegeven", "The declaration is released");
    public static readonly Text ReleasedBody = new(
        "De aangever heeft bericht. Doorlooptijd {0}, kenmerk {1}.",
        "The declarant has been told. Lead time {0}, reference {1}.");

    private static readonly Dictionary<FollowUpKind, (Text Word, Text What)> FollowUps = new()
    {
        [FollowUpKind.None] = (
            new("Niets", "Nothing"),
            new("Deze regel staat de vrijgave niet in de weg.", "This line does not stand in the way of release.")),
        [FollowUpKind.Correction] = (
            new("Correctie vragen", "Ask for a correction"),
            new("De aangever krijgt uw woorden en past zijn aangifte aan.",
                "The declarant gets your words and corrects his declaration.")),
        [FollowUpKind.Determination] = (
            new("Zelf vaststellen", "Determine"),
            new("De douane stelt vast wat verschuldigd is, nadat de aangever is gehoord.",
                "Customs determines what is owed, after the declarant was heard.")),
        [FollowUpKind.NoRelease] = (
            new("Niet vrijgeven", "No release"),
            new("De goederen blijven hier, nadat de aangever is gehoord.",
                "The goods stay here, after the declarant was heard.")),
    };

    private static readonly Dictionary<ParticularKind, (Text Name, Text How)> Particulars = new()
    {
        [ParticularKind.CommodityCode] = (
            new("Goederencode", "Commodity code"), new("Acht of tien cijfers.", "Eight or ten digits.")),
        [ParticularKind.Origin] = (
            new("Land van oorsprong", "Country of origin"), new("Twee letters, zoals CN.", "Two letters, such as CN.")),
        [ParticularKind.Value] = (
            new("Waarde", "Value"),
            new("Een bedrag en zijn munt, zoals 21,50 EUR.", "An amount and its currency, such as 21.50 EUR.")),
        [ParticularKind.GrossMass] = (
            new("Brutomassa in kg", "Gross mass in kg"),
            new("Een getal, zoals 1,2.", "A number, such as 1.2.")),
        [ParticularKind.NetMass] = (
            new("Nettomassa in kg", "Net mass in kg"), new("Een getal, zoals 1,2.", "A number, such as 1.2.")),
        [ParticularKind.SupplementaryUnits] = (
            new("Bijzondere eenheden", "Supplementary units"), new("Een getal.", "A number.")),
        [ParticularKind.Description] = (
            new("Omschrijving", "Description of goods"),
            new("Wat het is, in gewone woorden.", "What it is, in plain words.")),
        [ParticularKind.Preference] = (
            new("Preferentie", "Preference"), new("Drie cijfers.", "Three digits.")),
        [ParticularKind.Duty] = (
            new("Invoerrecht in euro", "Import duty in euro"), new("Een bedrag.", "An amount.")),
        [ParticularKind.Vat] = (new("Btw in euro", "VAT in euro"), new("Een bedrag.", "An amount.")),
    };

    private static readonly Dictionary<ControlStage, Text> Waits = new()
    {
        [ControlStage.AwaitsCorrection] = new(
            "De aangever is aan zet: hij is om een correctie gevraagd. Wijkt die af, dan ligt de controle weer bij u.",
            "It is the declarant's turn: he was asked for a correction. If it differs, the control is with you again."),
        [ControlStage.AwaitsView] = new(
            "De aangever is aan zet: hij kan zijn zienswijze geven. Daarna beslist u.",
            "It is the declarant's turn: he can give his view. Then you decide."),
        [ControlStage.ToDecide] = new(
            "Alles is bekeken. Wat er nu volgt, kondigt u aan en beslist u op de pagina van de beslissing.",
            "Everything is examined. You announce and decide what follows on the decision page."),
    };

    private static readonly Text LineGone = new(
        "Deze regel staat niet meer in de aangifte.", "This line is no longer in the declaration.");

    /// <summary>Why nothing can be saved in a stage.</summary>
    public static Text WaitsIn(ControlStage stage) => Waits.GetValueOrDefault(stage, LineGone);

    public static (Text Word, Text What) Of(FollowUpKind kind) => FollowUps[kind];

    public static (Text Name, Text How) Of(ParticularKind kind) => Particulars[kind];

    /// <summary>For the tests that every kind has words in both languages.</summary>
    internal static IEnumerable<Text> Named =>
        FollowUps.Values.SelectMany(v => new[] { v.Word, v.What })
            .Concat(Particulars.Values.SelectMany(v => new[] { v.Name, v.How })).Concat(Waits.Values).Append(LineGone);
}

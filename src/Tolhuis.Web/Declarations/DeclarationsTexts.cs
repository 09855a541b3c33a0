// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>Words of declarations, their states and their dossier.</summary>
public static class DeclarationsTexts
{
    public static readonly Text Declarations = new("Aangiften", "Declarations");
    public static readonly Text Mrn = new("MRN", "MRN");
    public static readonly Text Lrn = new("LRN", "LRN");
    public static readonly Text State = new("Stand", "State");
    public static readonly Text Declarant = new("Aangever", "Declarant");
    public static readonly Text DataSet = new("Set", "Set");
    public static readonly Text Received = new("Ontvangen", "Received");
    public static readonly Text ReceivedOn = new("Ontvangen op", "Received on");
    public static readonly Text Lines = new("Regels", "Lines");
    public static readonly Text Value = new("Waarde", "Value");
    public static readonly Text Debt = new("Rechten en btw", "Duty and VAT");
    public static readonly Text ValueEuro = new("Waarde €", "Value €");
    public static readonly Text DebtEuro = new("Schuld €", "Debt €");
    public static readonly Text SetAndType = new("Soort", "Kind");
    public static readonly Text LastDay = new("Uiterlijk", "Last day");
    public static readonly Text LapsesSoon = new("Vervalt binnen 5 dagen", "Lapses within 5 days");
    public static readonly Text SupplementOverdue = new("Aanvulling te laat", "Supplement overdue");
    public static readonly Text TermView = new("Termijn", "Term");
    public static readonly Text Duty = new("Invoerrecht", "Customs duty");
    public static readonly Text Vat = new("Btw", "VAT");
    public static readonly Text NoMrn = new("Geen MRN", "No MRN");
    public static readonly Text AllStates = new("Alle", "All");
    public static readonly Text StateTabs = new("Aangiften naar stand", "Declarations by state");
    public static readonly Text SearchFor = new("Gezocht", "Search");
    public static readonly Text NothingFound = new("Geen aangifte gevonden.", "No declaration found.");
    public static readonly Text NothingFoundWhy = new(
        "Zoek op een heel MRN of LRN, of haal een filter weg. Spaties en kleine letters mogen.",
        "Search by a whole MRN or LRN, or remove a filter. Blanks and small letters are allowed.");
    public static readonly Text NothingYet = new("Er zijn nog geen aangiften.", "There are no declarations yet.");
    public static readonly Text NothingYetWhy = new(
        "Zodra een bestand of bericht is ontvangen en beslist, staat het hier.",
        "As soon as a file or message is received and decided, it appears here.");

    public static readonly Text TabOverview = new("Overzicht", "Overview");
    public static readonly Text TabCalculation = new("Berekening", "Calculation");
    public static readonly Text TabReasons = new("Redenen", "Reasons");
    public static readonly Text TabTimeline = new("Tijdlijn", "Timeline");
    public static readonly Text TabMessage = new("Bericht", "Message");
    public static readonly Text Tabs = new("Onderdelen van het dossier", "Parts of the dossier");
    public static readonly Text TitleOf = new("Aangifte {0}", "Declaration {0}");
    public static readonly Text TitleRejected = new("Afgewezen bericht {0}", "Rejected message {0}");

    public static readonly Text FindingReleased = new(
        "Vrijgegeven {0} na ontvangst. {1} aan goederen, {2} aan rechten en btw.",
        "Released {0} after receipt. Goods worth {1}, {2} of duty and VAT.");
    public static readonly Text FindingControl = new(
        "Wacht op controle van {0}. De hele aangifte wordt vastgehouden tot de uitkomst er is.",
        "Waits for the control of {0}. The whole declaration is held until the outcome is there.");
    public static readonly Text FindingAccepted = new(
        "Aanvaard, en wacht op een medewerker die iets moet vaststellen voor de vrijgave.",
        "Accepted, and waits for an officer who must determine something before release.");
    public static readonly Text FindingRejected = new(
        "Afgewezen om {0}. De indiener kan een verbeterd bericht insturen.",
        "Rejected for {0}. The submitter can send a corrected message.");
    public static readonly Text FindingOther = new("Stand: {0}.", "State: {0}.");
    public static readonly CountedText LineCount = new(new("1 regel", "1 line"), new("{0} regels", "{0} lines"));
    public static readonly CountedText ProblemCount =
        new(new("1 fout", "1 problem"), new("{0} fouten", "{0} problems"));
    public static readonly Text Relodged = new(
        "Deze zending is eerder aangegeven: de eerste trekking van de steekproef blijft gelden.",
        "This consignment was declared before: the first draw of the sample still holds.");
    public static readonly Text Edition = new("Beslist met", "Decided on");
    public static readonly Text EditionOf = new("editie {0}, recht van {1}", "edition {0}, law of {1}");
    public static readonly Text EditionOnly = new("editie {0}", "edition {0}");
    public static readonly Text Attempt = new("Poging", "Attempt");
    public static readonly Text File = new("Bestand", "File");
    public static readonly Text SingleMessage = new("Los bericht", "Single message");
    public static readonly Text EntryOf = new("bericht {0}, ingediend door {1}", "message {0}, lodged by {1}");

    public static readonly Text Item = new("Nr.", "No.");
    public static readonly Text Code = new("Goederencode", "Commodity code");
    public static readonly Text Description = new("Omschrijving", "Description");
    public static readonly Text Country = new("Land", "Country");
    public static readonly Text Mass = new("Bruto", "Gross");
    public static readonly Text Outcome = new("Uitkomst", "Outcome");
    public static readonly Text LineTitle = new("Regel {0}", "Line {0}");
    public static readonly Text AllLines = new("Alle {0} bekijken", "View all {0}");

    public static readonly Text NoSteps = new("Er is geen berekening.", "There is no calculation.");
    public static readonly Text NoStepsWhy = new(
        "Een afgewezen bericht wordt niet berekend.", "A rejected message is not calculated.");
    public static readonly Text StepsLead = new(
        "Elke stap volgt opnieuw uit het bericht en de editie waarmee is beslist.",
        "Each step follows anew from the message and the edition of the law it was decided on.");
    public static readonly Text Step = new("Stap", "Step");
    public static readonly Text Ground = new("Grond", "Legal ground");
    public static readonly Text Amount = new("Bedrag", "Amount");

    public static readonly Text NoReasons = new(
        "Er is geen reden voor controle.", "There is no reason for a control.");
    public static readonly Text NoReasonsWhy = new(
        "Geen regel viel onder een verplichte controle of de steekproef.",
        "No line fell under a mandatory control or the sample.");
    public static readonly Text ReasonsLead = new(
        "Alleen voor medewerkers. De aangever ziet deze redenen niet.",
        "For officers only. The declarant does not see these reasons.");
    public static readonly Text ReasonMandatory = new(
        "Verplichte controle: de goederencode valt onder {0}. {1}",
        "Mandatory control: the commodity code falls under {0}. {1}");
    public static readonly Text ReasonList = new("Lijst {0}.", "List {0}.");
    public static readonly Text ReasonSample = new(
        "Steekproef ({0}): de trekking was {1}, onder de grens van {2} per miljoen. Dit zegt niets over het risico.",
        "Random sample ({0}): the draw was {1}, below the limit of {2} per million. This says nothing about risk.");
    public static readonly Text ReasonProfile = new(
        "Risicoprofiel {0}: waarde {1}, grens {2}.", "Risk profile {0}: value {1}, limit {2}.");

    public static readonly Text ShortMandatory = new("Verplicht: {0}", "Mandatory: {0}");
    public static readonly Text ShortSample = new("Steekproef: {0}", "Random sample: {0}");
    public static readonly Text ShortProfile = new("Profiel {0}: {1}, grens {2}", "Profile {0}: {1}, limit {2}");

    public static readonly Text NoMessage = new("Het bericht is er niet meer.", "The message is no longer there.");
    public static readonly Text NoMessageWhy = new(
        "De bewaartermijn is voorbij, of het archief is elders.",
        "Its retention term is over, or the archive is elsewhere.");
    public static readonly Text MessageLead = new(
        "Zoals ontvangen, ongewijzigd. Inzien wordt vastgelegd.", "As received, unchanged. Viewing is recorded.");
    public static readonly Text MessageCut = new(
        "Alleen de eerste {0} tekens zijn getoond.", "Only the first {0} characters are shown.");
    public static readonly Text BySystem = new("Tolhuis, automatisch", "Tolhuis, automatically");

    private static readonly Dictionary<DeclarationState, (Tone Tone, Text Word)> States = new()
    {
        [DeclarationState.Received] = (Tone.Neutral, new("Nog niet aangebracht", "Not yet presented")),
        [DeclarationState.Rejected] = (Tone.Neutral, new("Afgewezen", "Rejected")),
        [DeclarationState.Accepted] = (Tone.Attention, new("Vast te stellen", "To determine")),
        [DeclarationState.UnderControl] = (Tone.Attention, new("Onder controle", "Under control")),
        [DeclarationState.Released] = (Tone.Done, new("Vrijgegeven", "Released")),
        [DeclarationState.Invalidated] = (Tone.Neutral, new("Ongeldig gemaakt", "Invalidated")),
        [DeclarationState.NotReleased] = (Tone.Danger, new("Niet vrijgegeven", "Not released")),
        [DeclarationState.Lapsed] = (Tone.Neutral, new("Vervallen", "Lapsed")),
    };

    private static readonly Dictionary<LineOutcome, (Tone Tone, Text Word)> Outcomes = new()
    {
        [LineOutcome.Released] = (Tone.Done, new("Vrijgegeven", "Released")),
        [LineOutcome.Selected] = (Tone.Attention, new("Controle", "Control")),
        [LineOutcome.Held] = (Tone.Neutral, new("Wacht mee", "Held along")),
        [LineOutcome.ToDetermine] = (Tone.Attention, new("Vast te stellen", "To determine")),
        [LineOutcome.AwaitsPresentation] = (Tone.Neutral, new("Wacht op aanbrengen", "Awaits presentation")),
    };

    // What became of a line once its declaration was let go: the outcome itself says what was decided at first.
    private static readonly Dictionary<LineOutcome, (Tone Tone, Text Word)> LetGo = new()
    {
        [LineOutcome.Released] = (Tone.Done, new("Vrijgegeven", "Released")),
        [LineOutcome.Selected] = (Tone.Done, new("Gecontroleerd en vrijgegeven", "Controlled and released")),
        [LineOutcome.Held] = (Tone.Done, new("Vrijgegeven", "Released")),
        [LineOutcome.ToDetermine] = (Tone.Done, new("Vastgesteld en vrijgegeven", "Determined and released")),
        [LineOutcome.AwaitsPresentation] = (Tone.Done, new("Vrijgegeven", "Released")),
    };

    private static readonly Dictionary<HistoryKind, (Tone Tone, Text Word)> Events = new()
    {
        [HistoryKind.Accepted] = (Tone.Active, new("Aanvaard", "Accepted")),
        [HistoryKind.Received] = (Tone.Neutral, new("Ontvangen", "Received")),
        [HistoryKind.Rejected] = (Tone.Neutral, new("Afgewezen", "Rejected")),
        [HistoryKind.UnderControl] = (Tone.Attention, new("Controle aangekondigd", "Control announced")),
        [HistoryKind.DocumentsRequested] = (Tone.Attention, new("Stukken gevraagd", "Documents requested")),
        [HistoryKind.Corrected] = (Tone.Active, new("Gecorrigeerd", "Corrected")),
        [HistoryKind.Released] = (Tone.Done, new("Vrijgegeven", "Released")),
        [HistoryKind.Cleared] = (Tone.Done, new("Afgehandeld", "Cleared")),
        [HistoryKind.Invalidated] = (Tone.Neutral, new("Ongeldig gemaakt", "Invalidated")),
        [HistoryKind.RequestDecided] = (Tone.Active, new("Verzoek beslist", "Request decided")),
        [HistoryKind.GuaranteeInsufficient] =
            (Tone.Attention, new("Zekerheid onvoldoende", "Guarantee not sufficient")),
        [HistoryKind.PaymentReminder] = (Tone.Attention, new("Herinnering gestuurd", "Reminder sent")),
        [HistoryKind.SupplementDue] =
            (Tone.Attention, new("Aanvullende aangifte nodig", "Supplementary declaration due")),
        [HistoryKind.Lapsed] = (Tone.Neutral, new("Vervallen", "Lapsed")),
        [HistoryKind.IntendedDecision] = (Tone.Attention, new("Afwijzing aangekondigd", "Denial announced")),
        [HistoryKind.CorrectionOverdue] = (Tone.Attention, new("Correctie niet op tijd", "Correction overdue")),
        [HistoryKind.CorrectionReminder] =
            (Tone.Attention, new("Aan correctie herinnerd", "Reminded of the correction")),
        [HistoryKind.IntendedDetermination] =
            (Tone.Attention, new("Voorgenomen besluit meegedeeld", "Intended decision announced")),
        [HistoryKind.IntentWithdrawn] = (Tone.Active, new("Voornemen ingetrokken", "Intention withdrawn")),
        [HistoryKind.NotReleased] = (Tone.Attention, new("Niet vrijgegeven", "Not released")),
        [HistoryKind.Found] = (Tone.Active, new("Bevinding vastgelegd", "Finding saved")),
        [HistoryKind.OfficerDecided] = (Tone.Active, new("Medewerker heeft beslist", "An officer decided")),
        [HistoryKind.TakenUp] = (Tone.Neutral, new("Controle opgepakt", "Control taken up")),
        [HistoryKind.DebtDetermined] = (Tone.Active, new("Schuld vastgesteld", "Debt determined")),
        [HistoryKind.ToDetermine] =
            (Tone.Attention, new("Een medewerker moet vaststellen", "An officer must determine")),
    };

    public static (Tone Tone, Text Word) Of(DeclarationState state) => States[state];

    public static (Tone Tone, Text Word) Of(LineOutcome outcome) => Outcomes[outcome];

    /// <summary>A line of a declaration in that state: what was decided at first, and what became of it.</summary>
    public static (Tone Tone, Text Word) Of(LineOutcome outcome, DeclarationState state) => state switch
    {
        DeclarationState.Released => LetGo[outcome],
        DeclarationState.NotReleased => States[state],
        _ => Outcomes[outcome],
    };

    public static (Tone Tone, Text Word) Of(HistoryKind kind) => Events[kind];

    /// <summary>For the tests that every state has a word in both languages.</summary>
    internal static IEnumerable<Text> Named =>
        States.Values.Concat(Outcomes.Values).Concat(LetGo.Values).Concat(Events.Values).Select(v => v.Word);
}

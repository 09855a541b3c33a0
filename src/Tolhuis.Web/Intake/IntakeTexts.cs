// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Intake;

/// <summary>Words of received files, their receipts and the live picture.</summary>
public static class IntakeTexts
{
    public static readonly Text Files = new("Ontvangst", "Intake");
    public static readonly Text FilesLead = new(
        "Ontvangen bestanden en wat er van elk bericht is geworden.",
        "Received files and what became of each message.");
    public static readonly Text NoFiles = new(
        "Er zijn nog geen bestanden ontvangen.",
        "No files have been received yet.");
    public static readonly Text NoFilesWhy = new(
        "Een programma met een API-token kan ze insturen; op deze computer kan het met tolhuis intake.",
        "A program with an API token can send them; on this computer use tolhuis intake.");
    public static readonly Text File = new("Bestand", "File");
    public static readonly Text Submitter = new("Indiener", "Submitter");
    public static readonly Text State = new("Stand", "State");
    public static readonly Text Received = new("Ontvangen", "Received");
    public static readonly Text Decided = new("Beslist", "Decided");
    public static readonly Text Messages = new("Berichten", "Messages");
    public static readonly Text Accepted = new("Aanvaard", "Accepted");
    public static readonly Text NotAccepted = new("Niet aanvaard", "Not accepted");
    public static readonly Text Lines = new("Regels", "Lines");
    public static readonly Text Size = new("Grootte", "Size");
    public static readonly Text Hash = new("SHA-256", "SHA-256");
    public static readonly Text Receipts = new("Ontvangstbewijzen", "Receipts");
    public static readonly Text Outcomes = new("Uitkomsten van de berichten", "Outcomes of the messages");
    public static readonly Text Number = new("Nr.", "No.");
    public static readonly Text Entry = new("Naam in het bestand", "Name in the file");
    public static readonly Text Outcome = new("Uitkomst", "Outcome");
    public static readonly Text Declaration = new("Aangifte", "Declaration");
    public static readonly Text Problems = new("Eerste fout", "First problem");
    public static readonly CountedText MoreProblems =
        new(new("en 1 meer", "and 1 more"), new("en {0} meer", "and {0} more"));
    public static readonly Text NoReceipts = new("Er is nog geen bericht beslist.", "No message is decided yet.");
    public static readonly Text NoReceiptsWhy = new(
        "De berichten worden in volgorde beslist; deze pagina loopt mee.",
        "The messages are decided in order; this page runs along.");
    public static readonly Text FindingDecided = new(
        "Alle {0} berichten zijn beslist: {1} aanvaard, {2} niet.",
        "All {0} messages are decided: {1} accepted, {2} not.");
    public static readonly Text FindingBusy = new(
        "{0} van {1} berichten zijn beslist. Alles is al veilig opgeslagen.",
        "{0} of {1} messages are decided. All of it is stored safely already.");
    public static readonly Text FindingRefused = new(
        "Het bestand kon niet worden gelezen. Er is niets van beslist.",
        "The file could not be read. Nothing of it was decided.");

    public static readonly Text Today = new("Vandaag", "Today");
    public static readonly Text LiveFinding = new(
        "Vandaag {0} aangiften aanvaard met {1}; {2} daarvan is direct vrijgegeven.",
        "{0} declarations accepted today with {1}; {2} of these were released at once.");
    public static readonly Text LiveNothing = new(
        "Vandaag is er nog niets beslist.",
        "Nothing has been decided today yet.");
    public static readonly CountedText LineCount = new(new("1 regel", "1 line"), new("{0} regels", "{0} lines"));
    public static readonly Text FigureDeclarations = new("Aangiften vandaag", "Declarations today");
    public static readonly Text FigureLines = new("Regels vandaag", "Lines today");
    public static readonly Text FigureReleased = new("Direct vrijgegeven", "Released at once");
    public static readonly Text FigureWaiting = new("Wachten op een medewerker", "Waiting for an officer");
    public static readonly Text RequestsToDecide = new("{0} verzoeken te beslissen", "{0} requests to decide");
    public static readonly Text AwaitingOf = new(
        "{0} nog niet aangebracht; {1} vervallen binnen {2} dagen",
        "{0} not yet presented; {1} lapse within {2} days");
    public static readonly Text Yesterday = new("gisteren {0}", "yesterday {0}");
    public static readonly Text ControlAndDetermine = new(
        "{0} controle, {1} vast te stellen",
        "{0} control, {1} to determine");
    public static readonly Text PerSecond = new(
        "Regels per seconde, laatste vijf minuten",
        "Lines per second, last five minutes");
    public static readonly Text PerSecondSummary = new(
        "Nu {0} regels per seconde; het hoogste in vijf minuten was {1}.",
        "Now {0} lines per second; the highest in five minutes was {1}.");
    public static readonly Text OpenByAge = new("Open controles naar ouderdom", "Open controls by age");
    public static readonly Text WithinHour = new("Korter dan een uur", "Less than an hour");
    public static readonly Text WithinDay = new("Een uur tot een dag", "An hour to a day");
    public static readonly Text WithinWeek = new("Een dag tot een week", "A day to a week");
    public static readonly Text Older = new("Langer dan een week", "More than a week");
    public static readonly Text LeadTime = new(
        "Van keuze tot einde van de controle: de helft binnen {1} ({0} afgerond in {2} dagen).",
        "From selection to the end of the control: half within {1} ({0} ended in {2} days).");
    public static readonly Text NoLeadTime = new(
        "In {0} dagen is geen controle afgerond: een doorlooptijd is er nog niet.",
        "No control ended in {0} days: there is no lead time yet.");
    public static readonly Text ByDeclarant = new(
        "Grootste aangevers, regels vandaag en gisteren", "Largest declarants, lines today and yesterday");
    public static readonly Text Others = new("Alle andere", "All others");
    public static readonly Text NewestSelections = new("Nieuwste selecties", "Newest selections");
    public static readonly Text NoSelections = new("Er is nog niets geselecteerd.", "Nothing has been selected yet.");
    public static readonly Text Reason = new("Reden", "Reason");
    public static readonly Text Opening = new("De ontvangst wordt geopend.", "Intake is being opened.");
    public static readonly Text OpeningWhy = new(
        "Na een start leest Tolhuis eerst terug wat al is beslist. Dit duurt meestal enkele seconden.",
        "After a start Tolhuis first reads back what was decided. This usually takes a few seconds.");
    public static readonly Text FaultTitle = new("Er wordt nu niets aangenomen", "Nothing is taken in now");
    public static readonly Text FaultBody = new(
        "Wat ontvangen is, is veilig en leesbaar. Oorzaak: {0}. Waarschuw de beheerder.",
        "What was received is safe and readable. Cause: {0}. Warn the administrator.");

    private static readonly Dictionary<MessageOutcome, (Tone Tone, Text Word)> OutcomeWords = new()
    {
        [MessageOutcome.Accepted] = (Tone.Done, new("Aanvaard", "Accepted")),
        [MessageOutcome.Rejected] = (Tone.Attention, new("Afgewezen", "Rejected")),
        [MessageOutcome.Unreadable] = (Tone.Attention, new("Onleesbaar", "Unreadable")),
        [MessageOutcome.Duplicate] = (Tone.Neutral, new("Dubbel", "Duplicate")),
        [MessageOutcome.Quarantined] = (Tone.Danger, new("In quarantaine", "Quarantined")),
    };

    private static readonly Dictionary<FileState, (Tone Tone, Text Word)> FileStates = new()
    {
        [FileState.Received] = (Tone.Active, new("Wordt beslist", "Being decided")),
        [FileState.Decided] = (Tone.Done, new("Beslist", "Decided")),
        [FileState.Refused] = (Tone.Attention, new("Geweigerd", "Refused")),
    };

    public static (Tone Tone, Text Word) Of(MessageOutcome outcome) => OutcomeWords[outcome];

    public static (Tone Tone, Text Word) Of(FileState state) => FileStates[state];

    /// <summary>For the tests that every state has a word in both languages.</summary>
    internal static IEnumerable<Text> Named => OutcomeWords.Values.Concat(FileStates.Values).Select(v => v.Word);
}

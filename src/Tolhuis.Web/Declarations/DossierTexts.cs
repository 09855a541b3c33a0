// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>Words of the life of a declaration: dates, next step, timeline, versions and messages.</summary>
public static class DossierTexts
{
    public static readonly Text AcceptedOn = new("Aanvaard op", "Accepted on");
    public static readonly Text PresentBy = new("Aanbrengen uiterlijk", "Present by");
    public static readonly Text LapsedOn = new("Vervallen op", "Lapsed on");
    public static readonly Text InvalidatedOn = new("Ongeldig gemaakt op", "Invalidated on");
    public static readonly Text AmountLapsed = new("vervallen, niet verschuldigd", "lapsed, not owed");
    public static readonly Text ReleasedAt = new("Vrijgegeven", "Released");
    public static readonly Text ControlAnnounced = new("Controle aangekondigd", "Control announced");
    public static readonly Text RequestReceived = new("Verzoek ontvangen", "Request received");
    public static readonly Text RequestRejected = new("Verzoek afgewezen", "Request rejected");
    public static readonly Text SupplementBy = new("Aanvullende aangifte uiterlijk", "Supplementary declaration by");
    public static readonly Text Overdue = new("te laat", "overdue");
    public static readonly Text Supplements = new("Aanvulling op", "Supplements");
    public static readonly Text VersionOf = new("versie {0}", "version {0}");

    public static readonly Text StepControl = new("Naar de controle", "To the control");
    public static readonly Text StepControlView = new("Controle bekijken", "View the control");
    public static readonly Text StepCorrection = new("Om correctie vragen", "Ask for a correction");
    public static readonly Text StepRequest = new("Verzoek beoordelen", "Decide on the request");

    public static readonly Text FindingReleasedPresented = new(
        "Vrijgegeven {0} na het aanbrengen. {1} aan goederen, {2} aan rechten en btw.",
        "Released {0} after presentation. {1} of goods, {2} of duty and VAT.");
    public static readonly Text FindingReleasedControlled = new(
        "Gecontroleerd en vrijgegeven, {0} na ontvangst. {1} aan goederen, {2} aan rechten en btw.",
        "Controlled and released, {0} after receipt. {1} of goods, {2} of duty and VAT.");
    public static readonly Text FindingReceived = new(
        "Ingediend voordat de goederen zijn aangebracht. Zijn zij er op {0} nog niet, dan vervalt de aangifte.",
        "Lodged before the goods were presented. If they are not there by {0}, the declaration lapses.");
    public static readonly Text FindingReceivedNoTerm = new(
        "Ingediend voordat de goederen zijn aangebracht. Er is nog niets op beslist.",
        "Lodged before the goods were presented. Nothing is decided on it yet.");
    public static readonly Text FindingLapsed = new(
        "Vervallen: de goederen zijn niet op tijd aangebracht. De aangifte geldt als niet ingediend.",
        "Lapsed: the goods were not presented in time. The declaration is deemed not to have been lodged.");
    public static readonly Text FindingInvalidated = new(
        "Ongeldig gemaakt: aan deze aangifte zijn geen gevolgen meer verbonden.",
        "Invalidated: this declaration has no effect any more.");
    public static readonly Text FindingNotReleased = new(
        "Niet vrijgegeven: de goederen blijven onder douanetoezicht.",
        "Not released: the goods remain under customs supervision.");
    public static readonly Text SupplementDueTitle = new(
        "Er moet nog een aanvullende aangifte komen", "A supplementary declaration is still due");
    public static readonly Text SupplementDue = new(
        "Uiterlijk {0}. Tot dan staan de gegevens van de vereenvoudigde aangifte.",
        "By {0} at the latest. Until then the particulars of the simplified declaration stand.");
    public static readonly Text SupplementOverdue = new(
        "De aanvullende aangifte had er op {0} moeten zijn.", "The supplementary declaration was due on {0}.");
    public static readonly Text CorrectionOpenTitle = new(
        "De aangever is om een correctie gevraagd", "The declarant was asked for a correction");
    public static readonly Text CorrectionOpen = new(
        "Door {0}, uiterlijk {1}: {2}", "By {0}, due on {1}: {2}");

    public static readonly Text TabVersions = new("Versies", "Versions");
    public static readonly Text TabRequests = new("Verzoeken", "Requests");
    public static readonly Text TabMessages = new("Berichten", "Messages");

    public static readonly Text Outward = new("Kennisgeving aan de aangever", "Notification to the declarant");
    public static readonly Text ByLaw = new("De wet", "The law");
    public static readonly Text NoDeclarant = new("aangever zonder nummer", "declarant without a number");
    public static readonly Text ByDeclarant = new("{0}, aangever", "{0}, declarant");
    public static readonly Text ByPerson = new("{0}, medewerker", "{0}, officer");
    public static readonly Text BySimulator = new("{0}, gesimuleerd", "{0}, simulated");
    public static readonly Text FoundMore = new("Regel {0}: {1}", "Line {0}: {1}");
    public static readonly Text OpenControl = new("Open de controle", "Open the control");
    public static readonly Text OpenDecision = new("Open de beslissing", "Open the decision");
    public static readonly Text ChangeOf = new("{0} → {1}", "{0} to {1}");
    public static readonly Text OpenRequest = new("Open het verzoek", "Open the request");
    public static readonly Text CompareWithEarlier = new("Vergelijk met versie {0}", "Compare with version {0}");
    public static readonly Text VersionMade = new("Versie {0} gemaakt", "Version {0} made");
    public static readonly Text ValueChange = new("Waarde {0} → {1}", "Value {0} to {1}");
    public static readonly Text DebtChange = new("Rechten en btw {0} → {1}", "Duty and VAT {0} to {1}");
    public static readonly Text CorrectionAsked = new("Om correctie gevraagd", "Correction asked for");
    public static readonly Text DueOn = new("Uiterlijk {0}", "Due on {0}");
    public static readonly Text Answered = new("Beantwoord", "Answered");

    public static readonly Text VersionsLead = new(
        "Een versie verandert nooit. Elke wijziging of correctie maakt een nieuwe; de laatste geldt.",
        "A version never changes. Each amendment or correction makes a new one; the last one stands.");
    public static readonly Text OneVersion = new(
        "Er is één versie: zoals ingediend.", "There is one version: as lodged.");
    public static readonly Text OneVersionWhy = new(
        "Wordt de aangifte aangebracht, gewijzigd of gecorrigeerd, dan staan de versies hier naast elkaar.",
        "Once the declaration is presented, amended or corrected, its versions stand side by side here.");
    public static readonly Text Version = new("Versie", "Version");
    public static readonly Text MadeBy = new("Ontstaan door", "Made by");
    public static readonly Text Recorded = new("Vastgelegd", "Recorded");
    public static readonly Text LawDay = new("Recht van", "Law of");
    public static readonly Text Stands = new("geldt nu", "stands now");
    public static readonly Text AsLodged = new("Indiening", "Lodging");
    public static readonly Text CompareVersion = new("Versie", "Version");
    public static readonly Text CompareWith = new("vergelijken met", "compared with");
    public static readonly Text Compare = new("Vergelijk", "Compare");
    public static readonly Text Comparison = new(
        "Versie {0} vergeleken met versie {1}", "Version {0} compared with version {1}");
    public static readonly Text LinesOfVersion = new("Regels van versie {0}", "Lines of version {0}");
    public static readonly Text NothingChanged = new(
        "De regels en bedragen zijn gelijk.", "The lines and amounts are the same.");
    public static readonly CountedText LinesChanged = new(
        new("1 regel is gewijzigd", "1 line was changed"), new("{0} regels zijn gewijzigd", "{0} lines were changed"));
    public static readonly CountedText LinesAdded = new(
        new("1 regel is nieuw", "1 line is new"), new("{0} regels zijn nieuw", "{0} lines are new"));
    public static readonly CountedText LinesRemoved = new(
        new("1 regel is weg", "1 line is gone"), new("{0} regels zijn weg", "{0} lines are gone"));
    public static readonly CountedText ElementsChanged = new(
        new("1 algemeen gegeven is anders", "1 general particular differs"),
        new("{0} algemene gegevens zijn anders", "{0} general particulars differ"));
    public static readonly Text DebtHigher = new("Rechten en btw: {0} meer.", "Duty and VAT: {0} more.");
    public static readonly Text DebtLower = new("Rechten en btw: {0} minder.", "Duty and VAT: {0} less.");
    public static readonly Text DebtSame = new("Rechten en btw: gelijk.", "Duty and VAT: the same.");
    public static readonly Text Where = new("Waar", "Where");
    public static readonly Text What = new("Gegeven", "Particular");
    public static readonly Text Old = new("Was", "Before");
    public static readonly Text New = new("Wordt", "After");
    public static readonly Text Difference = new("Verschil", "Difference");
    public static readonly Text Amounts = new("Bedragen", "Amounts");
    public static readonly Text Changes = new("Wijzigingen", "Changes");
    public static readonly Text General = new("Algemeen", "General");
    public static readonly Text WholeLine = new("Hele regel", "Whole line");
    public static readonly Text MoreChanges = new(
        "Alleen de eerste {0} wijzigingen zijn getoond.", "Only the first {0} changes are shown.");
    public static readonly Text NetMass = new("Netto", "Net");
    public static readonly Text AdditionalProcedures = new("Aanvullende regelingen", "Additional procedures");
    public static readonly Text NoElements = new(
        "De algemene gegevens zijn niet vergeleken: een van de berichten is er niet meer, of u mag berichten niet "
            + "inzien.",
        "The general particulars were not compared: one of the messages is no longer kept, or you may not view "
            + "messages.");

    public static readonly Text MessagesLead = new(
        "Elk bericht over deze aangifte, zoals ontvangen. Wat u opent wordt vastgelegd.",
        "Every message about this declaration, as received. What you open is recorded.");
    public static readonly Text MessageKindHead = new("Bericht", "Message");
    public static readonly Text ReadView = new("Leesbaar", "Readable");
    public static readonly Text RawView = new("Zoals ontvangen", "As received");
    public static readonly Text Views = new("Weergaven van het bericht", "Views of the message");
    public static readonly Text ElementNumber = new("Element nr.", "Element no.");
    public static readonly Text ElementValue = new("Waarde", "Value");
    public static readonly Text Unreadable = new(
        "Dit bericht is geen goed gevormde aangifte. Wat vóór de fout stond, staat hieronder.",
        "This message is no well-formed declaration. What stood before the fault is below.");
    public static readonly Text Cut = new(
        "Alleen de eerste {0} waarden zijn getoond; het hele bericht staat onder Zoals ontvangen.",
        "Only the first {0} values are shown; the whole message is under As received.");
    public static readonly Text Shipment = new("Aangifte en zending", "Declaration and shipment");

    private static readonly Dictionary<MessageKind, Text> Kinds = new()
    {
        [MessageKind.Unknown] = new("Onbekend bericht", "Unknown message"),
        [MessageKind.NewDeclaration] = new("Aangifte", "Declaration"),
        [MessageKind.Supplementary] = new("Aanvullende aangifte", "Supplementary declaration"),
        [MessageKind.Amendment] = new("Wijziging", "Amendment"),
        [MessageKind.Determination] = new("Vaststelling door de douane", "Determination by customs"),
        [MessageKind.Correction] = new("Correctie op verzoek", "Correction as asked"),
        [MessageKind.Invalidation] = new("Ongeldigmaking", "Invalidation"),
        [MessageKind.RepaymentOrRemission] = new("Terugbetaling of kwijtschelding", "Repayment or remission"),
        [MessageKind.Presentation] = new("Aanbrengen van de goederen", "Presentation of the goods"),
        [MessageKind.BillOfDischarge] = new("Aanzuiveringsafrekening", "Bill of discharge"),
        [MessageKind.TemporaryStorage] = new("Tijdelijke opslag", "Temporary storage"),
        [MessageKind.Notification] = new("Kennisgeving", "Notification"),
    };

    public static Text Of(MessageKind kind) => Kinds[kind];

    /// <summary>For the tests that every kind has a word in both languages.</summary>
    internal static IEnumerable<Text> Named => Kinds.Values;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>Words of requests about declarations and of deciding on them.</summary>
public static class RequestsTexts
{
    public static readonly Text Requests = new("Verzoeken", "Requests");
    public static readonly Text RequestsLead = new(
        "Wat aangevers vragen en waarover een medewerker beslist, oudste eerst.",
        "What declarants ask and an officer decides, oldest first.");
    public static readonly Text Views = new("Verzoeken naar soort", "Requests by kind");
    public static readonly Text All = new("Alle", "All");
    public static readonly Text ForOfficers = new("Voor controleambtenaren", "For control officers");
    public static readonly Text Asked = new("Verzoek", "Request");
    public static readonly Text Declaration = new("Aangifte", "Declaration");
    public static readonly Text Reason = new("Reden", "Reason");
    public static readonly Text Claimed = new("Gevraagd", "Claimed");
    public static readonly Text TakenBy = new("Bij", "With");
    public static readonly Text NoOne = new("Niemand", "No one");
    public static readonly Text TakeChosen = new("Neem deze verzoeken", "Take these requests");
    public static readonly Text TakeChosenLead = new(
        "De verzoeken komen bij u te liggen en collega's slaan ze over. Er wordt nog niets beslist.",
        "The requests come to lie with you and colleagues pass them over. Nothing is decided yet.");
    public static readonly Text HasIt = new("ligt bij {0}", "lies with {0}");
    public static readonly Text WaitsForNoOne = new(
        "wacht nu niet op een medewerker", "does not wait for an officer now");
    public static readonly Text Mine = new("U", "You");
    public static readonly Text State = new("Stand", "State");
    public static readonly Text Nothing = new(
        "Er wacht geen verzoek op een beslissing.", "No request waits for a decision.");
    public static readonly Text NothingWhy = new(
        "Een verzoek komt hier als de wet het aan een medewerker laat: na vrijgave, of na onderzoek van de goederen.",
        "A request comes here where the law leaves it to an officer: after release, or after examination of "
            + "the goods.");
    public static readonly Text NothingOfKind = new(
        "Er wacht geen verzoek van deze soort.", "No request of this kind waits.");
    public static readonly Text NothingOfKindWhy = new(
        "Haal het filter weg om alle verzoeken te zien.", "Remove the filter to see all requests.");
    public static readonly Text NoneOfDeclaration = new(
        "Over deze aangifte is niets gevraagd.", "Nothing was asked about this declaration.");
    public static readonly Text NoneOfDeclarationWhy = new(
        "Verzoeken om wijziging, ongeldigmaking, terugbetaling en het aanbrengen staan hier.",
        "Requests for amendment, invalidation, repayment and the presentation stand here.");

    public static readonly Text TitleOf = new("{0} van {1}", "{0} of {1}");
    public static readonly Text PartOfList = new("Verzoek {0}", "Request {0}");
    public static readonly Text ReceivedAt = new("Ontvangen", "Received");
    public static readonly Text DecidedAt = new("Beslist", "Decided");
    public static readonly Text ByLaw = new("Tolhuis, volgens de wet", "Tolhuis, under the law");
    public static readonly Text Lrn = new("Kenmerk van het bericht", "Reference of the message");
    public static readonly Text ReasonCode = new("Code van de reden", "Code of the reason");
    public static readonly Text NoReason = new("Geen reden opgegeven", "No reason given");
    public static readonly Text DecisionReason = new("Reden van de beslissing", "Reason of the decision");
    public static readonly Text WhatIsAsked = new("Wat wordt gevraagd", "What is asked");
    public static readonly Text WhatChanges = new("Wat er verandert", "What changes");
    public static readonly Text ChangesNow = new("Nu", "Now");
    public static readonly Text ChangesAsked = new("Gevraagd", "Asked");
    public static readonly Text NoChanges = new(
        "Het bericht zegt hetzelfde als de aangifte zoals die nu staat.",
        "The message says the same as the declaration as it stands.");
    public static readonly Text ChangesUnknown = new(
        "Het bericht of de aangifte is niet meer te lezen; open de versies van de aangifte.",
        "The message or the declaration can no longer be read; open the versions of the declaration.");
    public static readonly Text ChangesClosed = new(
        "Wat er verandert staat in het bericht. U mag berichten niet inzien.",
        "What changes stands in the message. You may not view messages.");
    public static readonly Text InvalidationAsks = new(
        "De hele aangifte vervalt: {0} met een waarde van {1}.",
        "The whole declaration falls away: {0} with a value of {1}.");
    public static readonly Text ClaimAsks = new("{0} van {1}, op grond {2}: {3}.", "{0} of {1}, on ground {2}: {3}.");
    public static readonly Text ClaimReadOnly = new(
        "Over terugbetaling en kwijtschelding beslist navordering, niet u. Hier kunt u het verzoek inzien.",
        "Recovery decides on repayment and remission, not you. Here you can view the request.");
    public static readonly Text ClaimNotYet = new(
        "Beslissen over terugbetaling en kwijtschelding kan in Tolhuis nog niet. Hier ziet u wat wordt gevraagd.",
        "Deciding on repayments and remissions is not yet possible in Tolhuis. Here you see what is asked.");
    public static readonly Text NothingToGrant = new(
        "Toekennen kan niet meer: de aangifte heeft nu de stand \"{0}\". Afwijzen kan wel; noem dat als reden.",
        "Granting is no longer possible: the declaration's state is now \"{0}\". You can deny it; name that as the "
            + "reason.");
    public static readonly Text MoneyLapsed = new(
        "De aangifte is ongeldig gemaakt: {0} aan recht en {1} aan btw zijn daarmee vervallen.",
        "The declaration is invalidated: {0} of duty and {1} of VAT have lapsed with it.");
    public static readonly Text TaxType = new("Soort belasting", "Type of tax");
    public static readonly Text Amount = new("Bedrag", "Amount");
    public static readonly Text ClaimGrounds = new("In de woorden van de aangever", "In the declarant's words");

    public static readonly Text Money = new("Gevolg in geld", "Effect in money");
    public static readonly Text MoneyNow = new(
        "Nu staat {0} aan recht en {1} aan btw vast.", "{0} of duty and {1} of VAT stand now.");
    public static readonly Text MoneyAmendment = new(
        "Bij toekennen rekent Tolhuis de nieuwe versie uit met het recht van {0}; het nieuwe bedrag staat daarna in de "
            + "versies.",
        "On granting, Tolhuis calculates the new version by the law of {0}; the new amount then stands in "
            + "the versions.");
    public static readonly Text MoneyInvalidation = new(
        "Bij toekennen vervalt dit bedrag.", "On granting, this amount falls away.");
    public static readonly Text MoneyMade = new(
        "De beslissing maakte versie {0}: van {1} naar {2} aan rechten en btw.",
        "The decision made version {0}: from {1} to {2} of duty and VAT.");

    public static readonly Text Limits = new("Wat de wet hierover zegt", "What the law says of this");
    public static readonly Text Facts = new("Wat vaststaat", "What is established");
    public static readonly Text FactAccepted = new(
        "Aanvaard op {0}; het verzoek kwam {1} later.", "Accepted on {0}; the request came {1} later.");
    public static readonly Text FactAcceptedSameDay = new(
        "Aanvaard op {0}, dezelfde dag als het verzoek.", "Accepted on {0}, the same day as the request.");
    public static readonly Text FactReleased = new(
        "Al vrijgegeven toen het verzoek kwam: {0}.", "Released already when the request came: {0}.");
    public static readonly Text FactNotReleased = new(
        "Nog niet vrijgegeven toen het verzoek kwam.", "Not yet released when the request came.");
    public static readonly Text FactControl = new("Controle aangekondigd: {0}.", "Control announced: {0}.");
    public static readonly Text FactNoControl = new(
        "Er is geen controle aangekondigd.", "No control was announced.");
    public static readonly Text Problems = new("Problemen van het bericht", "Problems of the message");

    public static readonly Text Take = new("Neem dit verzoek", "Take this request");
    public static readonly Text TakeNext = new("Neem het volgende", "Take the next one");
    public static readonly Text NothingFree = new(
        "In deze weergave is geen verzoek meer vrij: collega's hebben ze genomen. Kies een ander tabblad of haal een "
            + "filter weg.",
        "No request in this view is free any more: colleagues have taken them. Choose another tab or remove a filter.");
    public static readonly Text TakeWhy = new(
        "U beslist pas nadat u het verzoek hebt genomen; collega's zien dan dat het bij u ligt.",
        "You decide after you have taken the request; colleagues then see that it is with you.");
    public static readonly Text TakenByOther = new(
        "Dit verzoek ligt bij {0}. U kunt het inzien en niet beslissen.",
        "This request is with {0}. You can view it and not decide.");
    public static readonly Text AwaitsExaminationWhy = new(
        "Er is onderzoek van de goederen aangekondigd. Toekennen kan pas als het heeft plaatsgevonden.",
        "An examination of the goods was announced. It can be granted only once that has taken place.");
    public static readonly Text NotYours = new(
        "Een controleambtenaar beslist op dit verzoek. U kunt het inzien.",
        "A control officer decides on this request. You can view it.");
    public static readonly Text TakenNow = new("Het verzoek ligt nu bij u.", "The request is now with you.");
    public static readonly Text GiveBack = new("Geef dit verzoek terug", "Give this request back");
    public static readonly Text GiveBackOfOther = new("Maak dit verzoek weer vrij", "Free this request again");
    public static readonly Text GiveBackReason = new("Waarom ligt het niet meer bij uw collega?",
        "Why is it no longer with your colleague?");
    public static readonly Text GiveBackHint = new(
        "Bijvoorbeeld: ziek, met verlof. De reden komt in het logboek, niet bij de aangever.",
        "For example: ill, on leave. The reason goes into the audit trail, not to the declarant.");
    public static readonly Text GiveBackReasonMissing = new(
        "Geef een reden: zonder reden blijft het verzoek bij uw collega.",
        "Give a reason: without one the request stays with your colleague.");
    public static readonly Text GiveBackFailed = new(
        "Het verzoek was al teruggegeven of afgesloten. Er is niets gewijzigd.",
        "The request was given back or closed already. Nothing was changed.");
    public static readonly Text GivenBack = new(
        "Het verzoek is weer vrij; iedere collega kan het nemen.",
        "The request is free again; any colleague can take it.");
    public static readonly Text DecideBy = new("Beslissen uiterlijk", "Decide by");
    public static readonly Text TakeFailed = new(
        "Een collega was u net voor. Er is niets gewijzigd.", "A colleague was just ahead of you. Nothing "
            + "was changed.");
    public static readonly Text Decide = new("Beslissen", "Decide");
    public static readonly Text Grant = new("Toekennen", "Grant");
    public static readonly Text Deny = new("Afwijzen", "Deny");
    public static readonly Text YourReason = new("Reden voor de aangever", "Reason for the declarant");
    public static readonly Text YourReasonHint = new(
        "De aangever leest dit letterlijk. Noem de feiten en de grond; geen namen van collega's. Bij "
            + "afwijzen verplicht.",
        "The declarant reads this as it is. Name the facts and the ground; no names of colleagues. Required to deny.");
    public static readonly Text ReasonMissing = new(
        "Geef een reden: zonder reden kan een verzoek niet worden afgewezen.",
        "Give a reason: a request cannot be denied without one.");
    public static readonly Text ChoiceMissing = new(
        "Kies of u het verzoek toekent of afwijst.", "Choose whether you grant or deny the request.");
    public static readonly Text Preview = new("Bekijk wat de aangever krijgt", "See what the declarant gets");
    public static readonly Text PreviewGrant = new("Toekennen: controleer en bevestig", "Grant: check and confirm");
    public static readonly Text PreviewDeny = new("Afwijzen: controleer en bevestig", "Deny: check and confirm");
    public static readonly Text PreviewLead = new(
        "Zo staat het in de kennisgeving aan de aangever. Uw naam staat er niet in.",
        "This is what the notification to the declarant says. Your name is not in it.");
    public static readonly Text LetterGranted = new(
        "Uw verzoek {0} ({1}) over aangifte {2} is toegekend.",
        "Your request {0} ({1}) about declaration {2} is granted.");
    public static readonly Text LetterDenied = new(
        "Uw verzoek {0} ({1}) over aangifte {2} is afgewezen.",
        "Your request {0} ({1}) about declaration {2} is denied.");
    public static readonly Text LetterReason = new("Reden: {0}", "Reason: {0}");
    public static readonly Text ConfirmGrant = new("Toekennen bevestigen", "Confirm granting");
    public static readonly Text ConfirmDeny = new("Afwijzen bevestigen", "Confirm denial");
    public static readonly Text Back = new("Terug naar de tekst", "Back to the text");
    public static readonly Text DoneGranted = new("Het verzoek is toegekend", "The request is granted");
    public static readonly Text DoneDenied = new("Het verzoek is afgewezen", "The request is denied");
    public static readonly Text DoneReference = new(
        "Vastgelegd onder nummer {0} op {1}. De aangever krijgt een kennisgeving.",
        "Recorded under number {0} on {1}. The declarant gets a notification.");
    public static readonly Text NextRequest = new("Volgend verzoek", "Next request");
    public static readonly Text ToDeclaration = new("Naar de aangifte", "To the declaration");

    public static readonly Text CorrectionTitle = new("Om correctie vragen", "Ask for a correction");
    public static readonly Text CorrectionLead = new(
        "De aangever krijgt een kennisgeving en kan de aangifte corrigeren. Tot hij dat doet wordt zij vastgehouden.",
        "The declarant gets a notification and can correct the declaration. It is held until he does.");
    public static readonly Text CorrectionHint = new(
        "De aangever leest dit letterlijk: welk gegeven klopt niet, wat zag u, wat moet hij nu doen. Geen namen.",
        "The declarant reads this as it is: which particular is wrong, what you saw, what to do now. No names.");
    public static readonly Text CorrectionReasonMissing = new(
        "Zeg welk gegeven niet klopt; zonder reden kan de aangever niets corrigeren.",
        "Say which particular is wrong; without a reason the declarant cannot correct anything.");
    public static readonly Text CorrectionPreview = new(
        "Vragen: controleer en bevestig", "Ask: check and confirm");
    public static readonly Text CorrectionLetter = new(
        "Wij vragen u om aangifte {0} te corrigeren.", "We ask you to correct declaration {0}.");
    public static readonly Text CorrectionDueHint = new(
        "De aangever krijgt {0} dagen ({1}). De laatste dag staat hier na het versturen.",
        "The declarant gets {0} days ({1}). The last day stands here once it is sent.");
    public static readonly Text CorrectionConfirm = new("Vraag versturen", "Send the question");
    public static readonly Text CorrectionDone = new("De vraag is verstuurd", "The question is sent");
    public static readonly Text CorrectionDoneBody = new(
        "De aangever heeft tot en met {0}. Nummer {1}.", "The declarant has until {0}. Number {1}.");
    public static readonly Text CorrectionNotNow = new(
        "Om een correctie vragen kan alleen zolang de aangifte wordt vastgehouden en er geen vraag openstaat.",
        "A correction can be asked only while the declaration is held and no question is open.");

    private static readonly Dictionary<RequestState, (Tone Tone, Text Word)> States = new()
    {
        [RequestState.Granted] = (Tone.Done, new("Toegekend", "Granted")),
        [RequestState.Denied] = (Tone.Neutral, new("Afgewezen", "Denied")),
        [RequestState.Pending] = (Tone.Attention, new("Te beslissen", "To decide")),
        [RequestState.AwaitsExamination] = (Tone.Active, new("Wacht op onderzoek", "Awaits examination")),
        [RequestState.Rejected] = (Tone.Neutral, new("Niet in behandeling genomen", "Not taken up")),
    };

    private static readonly Dictionary<char, Text> Bases = new()
    {
        ['A'] = new("te hoog berekend", "overcharged"),
        ['B'] = new("ondeugdelijke goederen", "defective goods"),
        ['C'] = new("vergissing van de douane", "error by customs"),
        ['D'] = new("billijkheid", "equity"),
        ['E'] = new("ongeldig gemaakte aangifte", "invalidated declaration"),
    };

    private static readonly Dictionary<ClaimKind, Text> ClaimKinds = new()
    {
        [ClaimKind.Repayment] = new("Terugbetaling", "Repayment"),
        [ClaimKind.Remission] = new("Kwijtschelding", "Remission"),
    };

    public static (Tone Tone, Text Word) Of(RequestState state) => States[state];

    public static Text Of(ClaimKind kind) => ClaimKinds[kind];

    /// <summary>Words for a legal basis of a claim; null for a letter that is none.</summary>
    public static Text? OfBasis(char basis) => Bases.GetValueOrDefault(basis);

    /// <summary>For the tests that every state has a word in both languages.</summary>
    internal static IEnumerable<Text> Named =>
        States.Values.Select(v => v.Word).Concat(Bases.Values).Concat(ClaimKinds.Values);
}

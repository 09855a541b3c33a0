// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Site;

/// <summary>Words of the tour.</summary>
public static class TourTexts
{
    public static readonly Text Tour = new("Rondleiding", "Tour");
    public static readonly Text Lead = new(
        "Wat dit huis doet, gezien aan wat er nu in staat.", "What this house does, seen in what it holds now.");
    public static readonly Text NewHere = new(
        "Nieuw hier? Neem de rondleiding in vijf haltes.", "New here? Take the tour in five stops.");
    public static readonly Text Go = new("Bekijk dit", "See this");
    public static readonly Text GoTo = new("Bekijk dit: {0}", "See this: {0}");
    public static readonly Text StopOf = new("halte {0} van {1}", "stop {0} of {1}");
    public static readonly Text Way = new("Verder in de rondleiding", "On with the tour");
    public static readonly Text NotYours = new("Dit ziet uw rol niet.", "Your role does not see this.");
    public static readonly Text Simulated = new(
        "Controleurs en aangevers zijn hier gesimuleerd; het werk loopt over dezelfde weg als dat van mensen.",
        "Officers and declarants are simulated here; their work goes the same way as that of people.");

    public static readonly Text LawTitle = new("Eén pakket, twee dagen", "One parcel, two days");
    public static readonly Text LawLead = new(
        "Hetzelfde pakket op 30 juni en op 1 juli 2026: twee antwoorden, allebei volgens de wet.",
        "The same parcel on 30 June and on 1 July 2026: two answers, both by law.");
    public static readonly Text LawFinding = new(
        "Op {0} kost dit pakket {1} aan rechten en btw, op {2} {3}: {4} {5}, en beide antwoorden kloppen.",
        "On {0} this parcel costs {1} in duty and VAT, on {2} {3}: {4} {5}, and both answers are right.");
    public static readonly Text More = new("meer", "more");
    public static readonly Text Less = new("minder", "less");
    public static readonly Text LawNotBoth = new(
        "Met het recht dat nu geladen is wordt dit pakket niet op beide dagen aanvaard; hieronder staat waarom.",
        "With the law that is loaded now this parcel is not accepted on both days; the reasons are below.");
    public static readonly Text Together = new("Samen", "Together");
    public static readonly Text StepsOn = new("Berekening op {0}", "Calculation on {0}");
    public static readonly Text LawHow = new(
        "Zojuist beslist met editie {0} van het recht, zonder iets te bewaren. De berichten zijn gelijk op de "
        + "aanvullende regeling na: {1} bestond tot 1 juli 2026, daarna hoort er {2}.",
        "Decided just now with edition {0} of the law, and nothing kept. The messages are the same but for the "
        + "additional procedure: {1} existed until 1 July 2026, since then it is {2}.");
    public static readonly Text LawButton = new("Open het recht van deze goederen", "Open the law of these goods");

    public static readonly Text WhyTitle = new("Waarom juist dit pakket?", "Why this one?");
    public static readonly Text WhyLead = new(
        "Een echte selectie: wat de controleur ziet, en wat de aangever mag weten.",
        "A real selection: what the officer sees, and what the trader may know.");
    public static readonly Text WhyFinding = new("Gekozen omdat: {0}", "Chosen because: {0}");
    public static readonly Text OfficersView = new("De controleur ziet", "The officer sees");
    public static readonly Text TradersView = new("De aangever weet", "The trader knows");
    public static readonly Text TraderKnows = new(
        "Dat zijn aangifte onder controle staat; dat is hem gezegd.",
        "That his declaration is under control; he was told so.");
    public static readonly Text TraderKnowsNothing = new(
        "Nog niets van een controle: die is hem niet aangekondigd.",
        "Nothing of a control yet: none was announced to him.");
    public static readonly Text TraderNever = new(
        "Nooit: de reden, de grens, het aandeel van de steekproef, of wie het onderzoekt.",
        "Never: the reason, the limit, the share of the sample, or who examines it.");
    public static readonly Text WhyNone = new("Er is nog niets geselecteerd.", "Nothing has been selected yet.");
    public static readonly Text WhyNoneWhy = new(
        "Zodra er aangiften binnenkomen, staat hier de nieuwste. In een demo duurt dat een halve minuut.",
        "As soon as declarations come in, the newest stands here. In a demo that takes half a minute.");
    public static readonly Text WhyBlind = new(
        "De nieuwste selecties worden blind onderzocht.", "The newest selections are examined blind.");
    public static readonly Text WhyBlindWhy = new(
        "Hun reden blijft dicht tot de bevinding is vastgelegd, ook hier. Kijk later nog eens.",
        "Their reason stays closed until the finding is saved, here too. Look again later.");
    public static readonly Text WhyNotYours = new(
        "De redenen van een selectie ziet alleen wie controles mag lezen. Meld u aan als controleur.",
        "Only who may read controls sees the reasons of a selection. Sign in as an officer.");
    public static readonly Text WhyButton = new("Open de redenen in het dossier", "Open the reasons in the dossier");

    public static readonly Text PlugTitle = new("Trek de stekker eruit", "Pull the plug");
    public static readonly Text PlugLead = new(
        "Breek het programma onder belasting af, start het weer, en tel na: wat bevestigd was, is er.",
        "Kill the program under load, start it again, and count: what was acknowledged is there.");
    public static readonly Text PlugButton = new("Trek de stekker eruit", "Pull the plug");
    public static readonly Text PlugHow = new(
        "Dit start ditzelfde programma nog eens op een tijdelijke opslag, stuurt het berichten, breekt het driemaal "
        + "af en telt. Het duurt hoogstens een minuut, raakt deze opslag niet, en ruimt zichzelf op.",
        "This starts this very program once more on a temporary store, sends it messages, kills it three times and "
        + "counts. It takes a minute at most, leaves this store alone, and cleans up after itself.");
    public static readonly Text PlugBusy = new(
        "Er loopt al een proef; hieronder staat hoe ver die is.",
        "A trial is running already; below is how far it is.");
    public static readonly Text PlugNotHere = new(
        "Dat begint u hier niet met een knop.", "That is not started here with a button.");
    public static readonly Text PlugNotHereWhy = new(
        "Een knop is er alleen in een demo, op de computer zelf. Dezelfde proef is dit commando; het gebruikt een "
        + "tijdelijke opslag en raakt deze niet.",
        "There is a button only in a demo, on the computer itself. The same trial is this command; it uses a temporary "
        + "store and leaves this one alone.");
    public static readonly Text PlugRunning = new(
        "De proef loopt: hieronder staat hoe ver die is.", "The trial is running: below is how far it is.");
    public static readonly Text PlugHeld = new(
        "{0} keer afgebroken, {1} berichten bevestigd, niets kwijt en niets dubbel, in {2}.",
        "Killed {0} times, {1} messages acknowledged, nothing lost and nothing twice, in {2}.");
    public static readonly Text PlugNotHeld = new(
        "Deze proef heeft de belofte niet laten zien; hieronder staat wat er was.",
        "This trial did not show the promise; what was wrong is below.");
    public static readonly Text PlugFailed = new(
        "De proef kon niet worden afgemaakt.", "The trial could not be finished.");
    public static readonly Text PlugKills = new("{0} van {1} keer afgebroken", "killed {0} of {1} times");
    public static readonly Text PlugAcknowledged = new("Bevestigd", "Acknowledged");
    public static readonly Text PlugSent = new("van {0} verstuurd", "of {0} sent");
    public static readonly Text PlugUnanswered = new("Zonder antwoord bij het afbreken", "Without answer at a kill");
    public static readonly Text PlugKept = new("waarvan {0} toch bewaard", "of which {0} kept all the same");
    public static readonly Text PlugDecided = new("In de opslag", "In the store");
    public static readonly Text PlugMissing = new("Kwijt", "Lost");

    public static readonly Text SampleTitle = new("Wat de steekproef zegt", "What the random sample says");
    public static readonly Text SampleLead = new(
        "Hoeveel er mis is in alles wat binnenkomt, met de onzekerheid erbij.",
        "How much is wrong in all that comes in, with its uncertainty.");
    public static readonly Text SampleFinding = new(
        "Tussen {0} en {1} van de regels is niet in orde, n = {2}, sinds {3} (betrouwbaarheid 95%).",
        "Between {0} and {1} of the lines is wrong, n = {2}, since {3} (confidence 95%).");
    public static readonly Text SampleTooFew = new(
        "Nog te weinig om iets over het geheel te zeggen: {0} onderzocht, {1} nodig.",
        "Not enough yet to say anything of the whole: {0} examined, {1} needed.");
    public static readonly Text SampleDrawn = new("Getrokken", "Drawn");
    public static readonly Text SampleOf = new("van {0} regels in 90 dagen", "of {0} lines in 90 days");
    public static readonly Text SampleExamined = new("Onderzocht", "Examined");
    public static readonly Text SampleOpen = new(
        "{0} niet onderzocht, waarvan {1} niet mogelijk; wat blijft liggen kan de schatting scheef maken",
        "{0} not examined, of which {1} not possible; what is left lying may bias the estimate");
    public static readonly Text SampleWrong = new("Niet in orde", "Not in order");
    public static readonly Text SampleMoney = new("Alsnog geheven", "Levied after all");
    public static readonly Text SampleMoneyWhy = new(
        "gevonden in de steekproef, geen schatting van het geheel", "found in the sample, no estimate of the whole");
    public static readonly Text SampleStrata = new("Per soort aangifte en gebied", "By kind of declaration and area");
    public static readonly Text SampleStratum = new("Soort en gebied", "Kind and area");
    public static readonly Text SampleWeight = new("Aandeel", "Share");
    public static readonly Text SampleBetween = new("Niet in orde, 95%", "Not in order, 95%");
    public static readonly Text SampleInterval = new("{0} tot {1}", "{0} to {1}");
    public static readonly Text SampleUnknown = new("nog niets onderzocht", "nothing examined yet");
    public static readonly Text SampleHow = new(
        "Alleen getrokken regels tellen. Per groep het exacte interval van Clopper en Pearson; over het geheel elke "
        + "groep naar haar aandeel in de aangegeven regels, en liever te ruim dan te nauw. Is in een groep niets "
        + "onderzocht, dan telt zij beneden als goed en boven als fout.",
        "Only drawn lines count. Per group the exact interval of Clopper and Pearson; over the whole each group by "
        + "its share of the lines declared, and rather too wide than too narrow. A group in which nothing was "
        + "examined counts as right below and as wrong above.");
    public static readonly Text SampleNone = new("Er is nog niets getrokken.", "Nothing has been drawn yet.");
    public static readonly Text SampleNoneWhy = new(
        "De steekproef trekt vanzelf uit wat binnenkomt. In een demo duurt dat een halve minuut.",
        "The sample draws by itself from what comes in. In a demo that takes half a minute.");
    public static readonly Text SampleNotYours = new(
        "De uitkomsten van controles ziet alleen wie controles mag lezen. Meld u aan als controleur.",
        "Only who may read controls sees their results. Sign in as an officer.");
    public static readonly Text SampleButton = new("Bekijk een selectie", "See a selection");

    public static readonly Text MoneyTitle = new("Van bevinding tot geld", "From finding to money");
    public static readonly Text MoneyLead = new(
        "De laatste controle die iets opleverde: elke stap, in euro en minuten.",
        "The latest control that brought something: each step, in euro and minutes.");
    public static readonly Text MoneyFinding = new(
        "Fout: {0}. Het bracht {1} op, {2} na de selectie.", "Wrong: {0}. It brought {1}, {2} after selection.");
    public static readonly Text MoneyFindingNone = new(
        "Fout: {0}. Gecorrigeerd met een verschil van {1}, {2} na de selectie.",
        "Wrong: {0}. Corrected with a difference of {1}, {2} after selection.");
    public static readonly Text MoneySteps = new("De stappen", "The steps");
    public static readonly Text StepSelected = new("Geselecteerd", "Selected");
    public static readonly Text StepTaken = new("Opgepakt", "Taken up");
    public static readonly Text StepFound = new("Bevinding vastgelegd", "Finding saved");
    public static readonly Text StepAsked = new("Correctie gevraagd", "Correction asked");
    public static readonly Text StepAnswered = new("Correctie ontvangen", "Correction came");
    public static readonly Text StepEnded = new("Vrijgegeven", "Released");
    public static readonly Text MoneyLead2 = new("Doorlooptijd", "Lead time");
    public static readonly Text MoneyWork = new("Tijd van de controleur", "Time of the officer");
    public static readonly Text MoneyAmounts = new("De bedragen van deze regel", "The amounts of this line");
    public static readonly Text MoneyDeclared = new("Aangegeven", "Declared");
    public static readonly Text MoneyFinal = new("Uiteindelijk", "In the end");
    public static readonly Text MoneyDifference = new("Verschil", "Difference");
    public static readonly Text MoneyNone = new(
        "Er is nog geen fout tot het eind gebracht.", "No error has been brought to its end yet.");
    public static readonly Text MoneyNoneWhy = new(
        "Leg een bevinding vast bij een controle, of wacht tot een gesimuleerde aangever heeft gecorrigeerd.",
        "Save a finding at a control, or wait until a simulated declarant has corrected.");
    public static readonly Text MoneyNotYours = new(
        "Bevindingen ziet alleen wie controles mag lezen. Meld u aan als controleur.",
        "Only who may read controls sees findings. Sign in as an officer.");
    public static readonly Text MoneyButton = new("Open het dossier van {0}", "Open the dossier of {0}");

    private static readonly Dictionary<PlugPhase, Text> Phases = new()
    {
        [PlugPhase.Starting] = new("Begint", "Begins"),
        [PlugPhase.Loading] = new("Stuurt berichten", "Sends messages"),
        [PlugPhase.Killed] = new("Afgebroken", "Killed"),
        [PlugPhase.Counting] = new("Telt na", "Counts"),
        [PlugPhase.Done] = new("Klaar", "Done"),
    };

    public static Text Of(PlugPhase phase) => Phases[phase];

    /// <summary>For the tests that every phase has words in both languages.</summary>
    internal static IEnumerable<Text> Named => Phases.Values;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>Words of answering what customs asks.</summary>
internal static class AnswerTexts
{
    public static readonly Text AskTitle = new("Wat de douane vraagt", "What customs asks");
    public static readonly Text AskAbout = new("Over aangifte {0}", "About declaration {0}");
    public static readonly Text Choose = new("Wat wilt u doen?", "What do you want to do?");
    public static readonly Text ChooseCorrect = new("Ik verbeter de aangifte", "I correct the declaration");
    public static readonly Text ChooseCorrectHint = new(
        "U ziet eerst wat er verandert. Daarna verstuurt u.", "You first see what changes. Then you send it.");
    public static readonly Text ChooseDocuments = new("Ik stuur stukken", "I send documents");
    public static readonly Text ChooseDocumentsHint = new(
        "Zoals een factuur, een bewijs van betaling of een foto",
        "Such as an invoice, proof of payment or a photograph");
    public static readonly Text ChooseHelp = new(
        "Ik ben het er niet mee eens, of ik heb hulp nodig", "I do not agree, or I need help");
    public static readonly Text Choice = new("Maak een keuze.", "Make a choice.");
    public static readonly Text Continue = new("Verder", "Continue");
    public static readonly Text Back = new("Terug", "Back");
    public static readonly Text ToDeclaration = new("Naar de aangifte", "To the declaration");
    public static readonly Text NothingOpen = new(
        "Er is over deze aangifte nu niets aan u gevraagd.", "Nothing is asked of you about this declaration now.");

    public static readonly Text HelpTitle = new("Niet mee eens, of hulp nodig", "You do not agree, or need help");
    public static readonly Text HelpNot = new(
        "Denkt u dat uw aangifte klopt? Stuur dan stukken die dat laten zien. Een medewerker bekijkt ze voordat er "
            + "iets wordt beslist.",
        "Do you think that your declaration is right? Then send documents that show it. An officer looks at them "
            + "before anything is decided.");
    public static readonly Text HelpLater = new(
        "Wil de douane iets beslissen waar u last van hebt, dan hoort u dat eerst en kunt u zeggen wat u ervan vindt. "
            + "Tegen een besluit kunt u daarna bezwaar maken.",
        "If customs intends to decide something to your disadvantage, you are told first and can say what you think. "
            + "You can then lodge an objection against a decision.");
    public static readonly Text HelpTime = new(
        "Doet u niets, dan beslist de douane met wat er nu is.",
        "If you do nothing, customs decides with what there is now.");
    public static readonly Text HelpQuote = new(
        "Neemt u contact op met de douane, noem dan dit nummer: {0}.",
        "If you contact customs, quote this number: {0}.");

    public static readonly Text ItemsTitle = new(
        "Welke regels wilt u verbeteren?", "Which lines do you want to correct?");
    public static readonly Text ItemsLabel = new("Nummers van de regels", "Numbers of the lines");
    public static readonly Text ItemsHint = new(
        "Hoogstens {0}, met een komma ertussen, zoals 1, 4", "At most {0}, with a comma between them, such as 1, 4");
    public static readonly Text ItemsWrong = new(
        "Vul nummers in van regels die in de aangifte staan, hoogstens {0}.",
        "Fill in numbers of lines that are in the declaration, at most {0}.");
    public static readonly Text CorrectTitle = new("Verbeter uw aangifte", "Correct your declaration");
    public static readonly Text CorrectLead = new(
        "Verander alleen wat niet klopt.", "Change only what is not right.");
    public static readonly Text LineOf = new("Regel {0}", "Line {0}");
    public static readonly Text Reason = new("Waarom verbetert u dit?", "Why do you correct this?");
    public static readonly Text ReasonPrefilled = new(
        "Op verzoek van de douane.", "As asked by customs.");
    public static readonly Text ReasonMissing = new(
        "Vertel in een paar woorden waarom u dit verbetert.", "Tell in a few words why you correct this.");
    public static readonly Text NothingChanged = new(
        "U hebt nog niets veranderd. Verander wat niet klopt.",
        "You have not changed anything yet. Change what is not right.");
    public static readonly Text NoComposer = new(
        "Deze aangifte is hier niet te verbeteren. Stuur de verbetering met uw software.",
        "This declaration cannot be corrected here. Send the correction with your software.");
    public static readonly Text CheckTitle = new("Klopt dit?", "Is this right?");
    public static readonly Text CheckLead = new(
        "Er is nog niets verstuurd. Kijk het na.", "Nothing is sent yet. Check it.");
    public static readonly Text Was = new("Was", "Before");
    public static readonly Text Becomes = new("Wordt", "After");
    public static readonly Text ChangeOf = new("Wijzig {0} van regel {1}", "Change {0} of line {1}");
    public static readonly Text Change = new("Wijzig", "Change");
    public static readonly Text None = new("niet ingevuld", "not filled in");
    public static readonly Text AmountsAfter = new(
        "Met deze gegevens is het invoerrecht {0} en de btw {1}. Het bedrag staat vast als de goederen vrij zijn.",
        "With these particulars the customs duty is {0} and the VAT {1}. The amount is final when the goods are free.");
    public static readonly Text AmountsLater = new(
        "Een medewerker stelt vast wat u moet betalen.", "An officer determines what you have to pay.");
    public static readonly Text NewProblems = new(
        "Hier moet u nog op letten", "Please pay attention to this");
    public static readonly Text Refused = new(
        "Zo kunnen wij de verbetering niet aannemen", "We cannot take the correction like this");
    public static readonly Text Send = new("Verstuur de verbetering", "Send the correction");
    public static readonly Text ChangeMore = new("Nog iets veranderen", "Change something else");
    public static readonly Text Changed = new(
        "De aangifte is veranderd terwijl u bezig was. Er is niets verstuurd. Begin opnieuw.",
        "The declaration changed while you were busy. Nothing was sent. Start again.");

    public static readonly Text DoneTitle = new("Wij hebben uw antwoord", "We have your answer");
    public static readonly Text DoneReference = new("Uw kenmerk is {0}.", "Your reference is {0}.");
    public static readonly Text DoneReceived = new(
        "Ontvangen op {0}. Bewaar of print deze bladzijde als u wilt.",
        "Received on {0}. Keep or print this page if you like.");
    public static readonly Text DoneNext = new("Wat gebeurt er nu?", "What happens now?");
    public static readonly Text DoneFree = new(
        "Uw verbetering is verwerkt en de goederen zijn vrij.", "Your correction is done and the goods are free.");
    public static readonly Text DoneLooked = new(
        "Uw verbetering is verwerkt. Een medewerker kijkt ernaar en beslist of de goederen vrij zijn. U hoeft niets "
            + "te doen; het antwoord staat bij deze aangifte.",
        "Your correction is done. An officer looks at it and decides whether the goods are free. You need not do "
            + "anything; the answer will be with this declaration.");
    public static readonly Text DonePending = new(
        "Een medewerker beslist over uw verbetering, uiterlijk {0}. Het antwoord staat bij deze aangifte.",
        "An officer decides on your correction, by {0} at the latest. The answer will be with this declaration.");
    public static readonly Text Unavailable = new(
        "Versturen kan nu even niet", "Sending is not possible right now");
    public static readonly Text UnavailableBody = new(
        "Er is niets verstuurd. Wat u invulde staat er nog. Probeer het over een minuut opnieuw.",
        "Nothing was sent. What you filled in is still there. Try again in a minute.");

    public static readonly Text ViewTitle = new("Wat de douane wil beslissen", "What customs intends to decide");
    public static readonly Text ViewNoRelease = new(
        "De douane wil deze goederen niet vrijgeven.", "Customs intends not to release these goods.");
    public static readonly Text ViewDetermination = new(
        "De douane wil deze gegevens anders vaststellen dan u hebt aangegeven.",
        "Customs intends to determine these particulars otherwise than you declared.");
    public static readonly Text ViewGrounds = new("Waarom", "Why");
    public static readonly Text ViewDeclared = new("U gaf aan", "You declared");
    public static readonly Text ViewEstablished = new("De douane wil", "Customs intends");
    public static readonly Text ViewAmounts = new(
        "Met uw gegevens is het {0} aan invoerrecht en btw. Met die van de douane wordt het {1}.",
        "With your particulars it is {0} of duty and VAT. With those of customs it becomes {1}.");
    public static readonly Text ViewQuestion = new("Wat vindt u ervan?", "What do you think?");
    public static readonly Text ViewHint = new(
        "Schrijf op wat u ervan vindt, in uw eigen woorden. Stukken stuurt u met de link hieronder.",
        "Write what you think, in your own words. Send documents with the link below.");
    public static readonly Text ViewMissing = new("Schrijf op wat u ervan vindt.", "Write what you think.");
    public static readonly Text ViewCheck = new("Kijk na wat u verstuurt", "Check what you send");
    public static readonly Text ViewSend = new("Verstuur", "Send");
    public static readonly Text ViewNext = new("Nakijken", "Check");
    public static readonly Text ViewChange = new("Tekst aanpassen", "Change the text");
    public static readonly Text ViewDone = new(
        "De douane heeft uw antwoord van {0}. Een medewerker leest het en beslist daarna. Het besluit staat bij deze "
            + "aangifte.",
        "Customs has your answer of {0}. An officer reads it and then decides. The decision will be with this "
            + "declaration.");
    public static readonly Text ViewDoneByOther = new(
        "De douane heeft een antwoord van {0}. Een medewerker leest het en beslist daarna. Het besluit staat bij deze "
            + "aangifte.",
        "Customs has an answer of {0}. An officer reads it and then decides. The decision will be with this "
            + "declaration.");
    public static readonly Text ViewGiven = new("Het antwoord", "The answer");
    public static readonly Text ViewYours = new("Uw antwoord", "Your answer");
    public static readonly Text ViewOver = new(
        "De tijd om te antwoorden is voorbij. Het besluit staat straks bij deze aangifte.",
        "The time to answer is over. The decision will be with this declaration.");
    public static readonly Text SendDocuments = new("Stukken sturen", "Send documents");

    private static readonly Dictionary<ParticularKind, Text> Kinds = new()
    {
        [ParticularKind.CommodityCode] = new("Goederencode", "Commodity code"),
        [ParticularKind.Origin] = new("Land van oorsprong", "Country of origin"),
        [ParticularKind.Value] = new("Waarde", "Value"),
        [ParticularKind.GrossMass] = new("Brutogewicht in kg", "Gross weight in kg"),
        [ParticularKind.NetMass] = new("Nettogewicht in kg", "Net weight in kg"),
        [ParticularKind.SupplementaryUnits] = new("Aantal in bijzondere eenheid", "Number in supplementary unit"),
        [ParticularKind.Description] = new("Omschrijving", "Description"),
        [ParticularKind.Preference] = new("Preferentie", "Preference"),
        [ParticularKind.Duty] = new("Invoerrecht in euro", "Customs duty in euro"),
        [ParticularKind.Vat] = new("Btw in euro", "VAT in euro"),
    };

    private static readonly Dictionary<ParticularKind, Text> Hints = new()
    {
        [ParticularKind.CommodityCode] = new(
            "6, 8 of 10 cijfers, zoals in uw aangifte", "6, 8 or 10 digits, as in your declaration"),
        [ParticularKind.Origin] = new("Twee letters, zoals CN", "Two letters, such as CN"),
        [ParticularKind.Description] = new(
            "Wat is het, en waar is het van gemaakt?", "What is it, and what is it made of?"),
        [ParticularKind.Preference] = new("Drie cijfers", "Three digits"),
    };

    public static Text Of(ParticularKind kind) => Kinds[kind];

    public static Text? HintOf(ParticularKind kind) => Hints.GetValueOrDefault(kind);

    /// <summary>For the test that every particular has a name in both languages.</summary>
    internal static IEnumerable<Text> Named => Kinds.Values.Concat(Hints.Values);
}

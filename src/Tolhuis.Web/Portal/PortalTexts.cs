// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>Words of the portal: short sentences, no jargon without an explanation.</summary>
internal static class PortalTexts
{
    public static readonly Text Brand = new("Tolhuis portaal", "Tolhuis portal");
    public static readonly Text Home = new("Begin", "Home");
    public static readonly Text Declarations = new("Uw aangiften", "Your declarations");
    public static readonly Text StaleTitle = new("Dit kan hier niet meer", "This can no longer be done here");
    public static readonly Text StaleBody = new(
        "De aangifte is intussen veranderd. Er is niets verstuurd. Hieronder ziet u hoe het nu is.",
        "The declaration has changed meanwhile. Nothing was sent. Below you see how it is now.");

    public static readonly Text WelcomeTitle = new("Wat wilt u doen?", "What do you want to do?");
    public static readonly Text WelcomeLead = new(
        "Hier regelt u zaken met de douane over goederen die Nederland in komen.",
        "Here you arrange things with customs about goods that come into the Netherlands.");
    public static readonly Text ForTradersOnly = new(
        "U bent aangemeld als medewerker. Het portaal is voor bedrijven.",
        "You are signed in as an officer. The portal is for companies.");
    public static readonly Text TraderTitle = new("Ik doe aangifte voor een bedrijf", "I declare goods for a company");
    public static readonly Text TraderBody = new(
        "Bekijk uw aangiften, zie wat de douane van u vraagt en geef antwoord.",
        "View your declarations, see what customs asks of you and answer.");
    public static readonly Text ParcelTitle = new("Ik wacht op een pakket", "I am waiting for a parcel");
    public static readonly Text ParcelBody = new(
        "Zoek uw zending met het nummer van de vervoerder en uw postcode. U hoeft zich niet aan te melden.",
        "Find your parcel by the number of the carrier and your postcode. You need not sign in.");
    public static readonly Text ParcelLink = new("Zoek mijn zending", "Find my parcel");

    public static readonly Text SignedInAs = new("Aangemeld als {0}, {1}", "Signed in as {0}, {1}");
    public static readonly CountedText Asked = new(
        new("1 aangifte heeft iets van u nodig", "1 declaration needs something from you"),
        new("{0} aangiften hebben iets van u nodig", "{0} declarations need something from you"));
    public static readonly CountedText AskedAtLeast = new(
        new("Minstens 1 aangifte heeft iets van u nodig", "At least 1 declaration needs something from you"),
        new("Minstens {0} aangiften hebben iets van u nodig", "At least {0} declarations need something from you"));
    public static readonly Text NothingAsked = new(
        "Er is nu niets van u nodig", "Nothing is needed from you now");
    public static readonly Text About = new("Aangifte {0}", "Declaration {0}");
    public static readonly Text Answer = new("Geef antwoord", "Answer");
    public static readonly Text AnswerOf = new("Geef antwoord over {0}", "Answer about {0}");
    public static readonly Text Recent = new("Nieuwste aangiften", "Newest declarations");
    public static readonly Text AllDeclarations = new("Alle aangiften bekijken", "View all declarations");
    public static readonly Text NoneYet = new("Er zijn nog geen aangiften.", "There are no declarations yet.");
    public static readonly Text NoneYetWhy = new(
        "Zodra u of iemand voor u aangifte doet, staat die hier.",
        "As soon as you or someone for you lodges a declaration, it is here.");
    public static readonly Text RowMore = new("{0}, ontvangen op {1}", "{0}, received on {1}");

    public static readonly Text SearchLabel = new("Nummer van de aangifte", "Number of the declaration");
    public static readonly Text SearchHint = new(
        "Het MRN (nummer van de douane, 18 tekens) of uw eigen kenmerk",
        "The MRN (number of customs, 18 characters) or your own reference");
    public static readonly Text NothingFound = new("Geen aangifte gevonden.", "No declaration found.");
    public static readonly Text NothingFoundWhy = new(
        "Kijk of het nummer klopt en helemaal is ingevuld, of kies een andere stand.",
        "Check that the number is right and complete, or choose another state.");
    public static readonly Text NotFoundYet = new("Nog niets gevonden", "Nothing found yet");
    public static readonly Text NotFoundYetWhy = new(
        "Kijk verder bij oudere aangiften.", "Look further among older declarations.");
    public static readonly Text Newest = new("Nieuwste", "Newest");
    public static readonly Text Older = new("Oudere aangiften", "Older declarations");

    public static readonly Text AskCorrection = new(
        "De douane vraagt u deze aangifte te verbeteren", "Customs asks you to correct this declaration");
    public static readonly Text AskView = new(
        "De douane wil iets beslissen en vraagt wat u ervan vindt",
        "Customs intends to decide something and asks what you think");
    public static readonly Text UntilDay = new("U hebt de tijd tot en met {0}.", "You have until the end of {0}.");

    public static readonly Text DeclarationKind = new("Aangifte", "Declaration");
    public static readonly Text TabNews = new("Berichten", "Messages");
    public static readonly Text TabDocuments = new("Stukken", "Documents");
    public static readonly Text FirstAnswer = new(
        "Geef eerst antwoord op de vraag hierboven.", "First answer the question above.");
    public static readonly Text Costs = new("U betaalt {0}.", "You pay {0}.");
    public static readonly Text CostParts = new(
        "Dat is {0} invoerrecht en {1} btw.", "That is {0} customs duty and {1} VAT.");
    public static readonly Text CostsLater = new(
        "Wat u moet betalen, staat hier zodra de goederen vrij zijn.",
        "What you have to pay is here as soon as the goods are free.");
    public static readonly Text SupplementTitle = new(
        "Er moet nog een aanvullende aangifte komen", "A supplementary declaration is still due");
    public static readonly Text SupplementBody = new(
        "Dien die uiterlijk {0} in met uw software.", "Lodge it by {0} with your software.");
    public static readonly Text Problems = new("Wat er mis is", "What is wrong");
    public static readonly Text MustCorrect = new("Dit moet goed zijn", "This must be right");
    public static readonly Text PleaseCheck = new("Kijk dit na", "Please check this");
    public static readonly Text Particulars = new("Gegevens", "Particulars");
    public static readonly Text OwnReference = new("Uw kenmerk (LRN)", "Your reference (LRN)");
    public static readonly Text KindOf = new("Soort aangifte", "Kind of declaration");
    public static readonly Text Requests = new("Wat u hebt gevraagd of verbeterd", "What you asked or corrected");
    public static readonly Text Reference = new("kenmerk {0}", "reference {0}");
    public static readonly Text VersionOf = new("Versie {0}", "Version {0}");
    public static readonly Text Downloads = new("Bewaren", "Keep a copy");
    public static readonly Text LinesFile = new("Regels als tabel (csv)", "Lines as a table (csv)");
    public static readonly Text MessageFile = new(
        "De aangifte zoals ingediend (xml of json)", "The declaration as lodged (xml or json)");
    public static readonly Text NewsFile = new("Dit bericht als xml", "This message as xml");
    public static readonly Text LinesCut = new(
        "De eerste {0} regels. De tabel om te bewaren heeft ze alle.",
        "The first {0} lines. The table to keep has all of them.");
    public static readonly Text Customs = new("De douane", "Customs");
    public static readonly Text Currency = new("Valuta", "Currency");
    public static readonly Text GrossKg = new("Bruto kg", "Gross kg");
    public static readonly Text NetKg = new("Netto kg", "Net kg");
    public static readonly Text OneByOne = new(
        "Stuur uw stukken één voor één. U ziet hierboven wat de douane heeft.",
        "Send your documents one by one. You see above what customs has.");
    public static readonly Text DocumentsSentBody = new(
        "Een medewerker bekijkt uw stukken. Het antwoord staat bij deze aangifte. Een gevraagde verbetering "
            + "blijft nodig, tenzij u hoort dat het niet meer hoeft.",
        "An officer looks at your documents. The answer will be with this declaration. A correction that was "
            + "asked stays necessary, unless you hear that it is not.");
}

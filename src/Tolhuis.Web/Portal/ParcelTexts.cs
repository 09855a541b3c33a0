// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>Words for someone who waits for a parcel: short sentences, nothing that has to be looked up.</summary>
public static class ParcelTexts
{
    public static readonly Text Title = new("Waar is mijn pakket bij de douane?", "Where is my parcel at customs?");
    public static readonly Text Lead = new(
        "U ziet wat er nu met uw pakket gebeurt en wat het kost. U hoeft niet in te loggen.",
        "You see what happens to your parcel now and what it costs. You need not sign in.");
    public static readonly Text Number = new("Wat is het nummer van uw pakket?", "What is the number of your parcel?");
    public static readonly Text NumberHint = new(
        "U vindt het in het bericht van de winkel of de bezorger. Heeft u een nummer van de douane (MRN)? Dat kan ook.",
        "You find it in the message of the shop or the carrier. A number of customs (MRN) works too.");
    public static readonly Text NumberMissing = new(
        "Vul het nummer van uw pakket in.", "Fill in the number of your parcel.");
    public static readonly Text Next = new("Volgende", "Next");
    public static readonly Text Postcode = new("Wat is uw postcode?", "What is your postcode?");
    public static readonly Text PostcodeHint = new(
        "De postcode van het adres waar het pakket naartoe gaat, bijvoorbeeld 1234 AB.",
        "The postcode of the address that the parcel goes to, for example 1234 AB.");
    public static readonly Text PostcodeMissing = new("Vul uw postcode in.", "Fill in your postcode.");
    public static readonly Text Show = new("Laat zien", "Show");
    public static readonly Text Step = new("Vraag {0} van 2", "Question {0} of 2");
    public static readonly Text Again = new("Een ander pakket opzoeken", "Look up another parcel");

    public static readonly Text NotFoundTitle = new(
        "We vinden geen pakket met dit nummer en deze postcode",
        "We find no parcel with this number and this postcode");
    public static readonly Text NotFound = new(
        "Kijk of het nummer en de postcode kloppen. Het kan ook dat het pakket nog niet is aangegeven bij de douane, "
        + "of dat het al langer geleden is. Probeer het morgen nog eens, of vraag het de bezorger.",
        "Check the number and the postcode. It may also be that the parcel is not yet declared to customs, or that it "
        + "was too long ago. Try again tomorrow, or ask the carrier.");

    public static readonly Text ReceivedTitle = new("Uw pakket is onderweg", "Your parcel is on its way");
    public static readonly Text Received = new(
        "De douane weet dat het komt. Het pakket zelf is nog niet bij de douane.",
        "Customs knows that it comes. The parcel itself is not at customs yet.");
    public static readonly Text ReceivedUntil = new(
        "Komt het niet uiterlijk op {0} aan? Dan moet de bezorger opnieuw aangifte doen.",
        "If it does not arrive by {0}, the carrier has to declare it again.");
    public static readonly Text BusyTitle = new(
        "De douane is bezig met uw pakket",
        "Customs is dealing with your parcel");
    public static readonly Text Busy = new(
        "Er moet nog iets worden uitgezocht. Daarna hoort de bezorger of het pakket verder mag.",
        "Something has to be worked out. After that the carrier hears whether the parcel can go on.");
    public static readonly Text ControlTitle = new("De douane controleert uw pakket", "Customs checks your parcel");
    public static readonly Text Control = new(
        "Dat gebeurt vaker en zegt niets over u. Als de douane iets nodig heeft, vraagt zij dat aan het bedrijf dat de "
        + "aangifte deed.",
        "That happens often and says nothing about you. If customs needs anything, it asks the company that made the "
        + "declaration.");
    public static readonly Text AskedTitle = new(
        "De douane wacht op informatie over uw pakket", "Customs waits for information about your parcel");
    public static readonly Text Asked = new(
        "De douane heeft het bedrijf dat de aangifte deed iets gevraagd. Dat is meestal de bezorger. Vaak gaat het om "
        + "de prijs of om wat er in het pakket zit.",
        "Customs has asked something of the company that made the declaration. Mostly that is the carrier. Often it is "
        + "about the price or about what is in the parcel.");
    public static readonly Text AskedUntil = new(
        "Dat bedrijf kan antwoorden tot en met {0}. Zo lang blijft uw pakket bij de douane.",
        "That company can answer until the end of {0}. Until then your parcel stays at customs.");
    public static readonly Text AskedThen = new(
        "Klopt het antwoord, dan mag uw pakket verder. Komt er geen antwoord, dan beslist de douane zelf. U ziet het "
        + "dan hier.",
        "If the answer is right, your parcel can go on. If no answer comes, customs decides by itself. You will see it "
        + "here then.");
    public static readonly Text DoSend = new(
        "Vraagt de bezorger of de winkel u om een factuur of een bewijs van betaling? Stuur dat snel, aan wie het "
        + "vraagt. U hoeft zelf niets aan de douane te sturen.",
        "Does the carrier or the shop ask you for an invoice or a proof of payment? Send it soon, to whoever asks it. "
        + "You need not send anything to customs yourself.");
    public static readonly Text ReleasedTitle = new("Uw pakket mag verder", "Your parcel can go on");
    public static readonly Text Released = new(
        "De douane is klaar. De bezorger brengt het pakket naar u toe.",
        "Customs is done. The carrier brings the parcel to you.");
    public static readonly Text EndedTitle = new(
        "De aangifte van uw pakket geldt niet meer", "The declaration of your parcel no longer counts");
    public static readonly Text Ended = new(
        "De aangifte is ingetrokken of verlopen. Vraag de winkel of de bezorger wat er met uw pakket gebeurt.",
        "The declaration was withdrawn or has lapsed. Ask the shop or the carrier what happens to your parcel.");
    public static readonly Text StoppedTitle = new(
        "Uw pakket mag niet verder", "Your parcel cannot go on");
    public static readonly Text Stopped = new(
        "De douane geeft het pakket niet vrij. Het bedrijf dat de aangifte deed, kent de reden. Vraag het daar.",
        "Customs does not release the parcel. The company that made the declaration knows the reason. Ask there.");

    public static readonly Text CostTitle = new("Wat het kost", "What it costs");
    public static readonly Text CostLater = new(
        "Wat u moet betalen, staat vast als de douane klaar is. U ziet het dan hier.",
        "What you have to pay is certain when customs is done. You will see it here then.");
    public static readonly Text CostLaterPaid = new(
        "De btw heeft u al aan de winkel betaald. Of u nog invoerrecht moet betalen, ziet u hier als de douane klaar "
        + "is.",
        "You have paid the VAT to the shop already. Whether you still have to pay customs duty you see here when "
        + "customs is done.");
    public static readonly Text CostNone = new("U betaalt de douane niets.", "You pay customs nothing.");
    public static readonly Text Value = new("Waarde van de spullen", "Value of the goods");
    public static readonly Text Duty = new("Invoerrecht", "Customs duty");
    public static readonly Text Vat = new("Btw bij invoer", "VAT on import");
    public static readonly Text Total = new("Samen te betalen", "To pay together");
    public static readonly Text WhyFlat = new(
        "Voor pakketjes uit een webwinkel buiten de EU geldt een vast bedrag per soort artikel.",
        "For parcels from a web shop outside the EU a fixed amount per kind of goods applies.");
    public static readonly Text WhyDuty = new(
        "Het invoerrecht hangt af van wat er in het pakket zit, wat het waard is en waar het vandaan komt.",
        "The duty depends on what is in the parcel, what it is worth and where it comes from.");
    public static readonly Text WhyVat = new(
        "Btw betaalt u over de waarde, het vervoer en het invoerrecht, net als in een winkel hier.",
        "VAT is due on the value, the transport and the duty, as in a shop here.");
    public static readonly Text WhyPaid = new(
        "De btw heeft u al aan de winkel betaald. U betaalt die niet nog een keer.",
        "You have paid the VAT to the shop already. You do not pay it again.");
    public static readonly Text WhoCollects = new(
        "De bezorger betaalt dit voor u aan de douane en vraagt het aan u terug. Hij mag daar zelf kosten bij rekenen; "
        + "die zijn niet van de douane.",
        "The carrier pays this to customs for you and asks it from you. He may charge costs of his own; those are not "
        + "of customs.");

    public static readonly Text DoTitle = new("Wat u kunt doen", "What you can do");
    public static readonly Text DoNothing = new("U hoeft niets te doen.", "You need not do anything.");
    public static readonly Text DoAsk = new(
        "Klopt het bedrag niet? Vraag het eerst de bezorger. Te veel betaald? Het bedrijf dat de aangifte deed kan het "
        + "tot {0} jaar na de vrijgave terugvragen.",
        "Is the amount wrong? Ask the carrier first. Paid too much? The company that made the declaration can ask it "
        + "back until {0} years after release.");
    public static readonly Text DoAskShort = new(
        "Klopt er iets niet? Vraag het eerst de bezorger.", "Is something wrong? Ask the carrier first.");
}

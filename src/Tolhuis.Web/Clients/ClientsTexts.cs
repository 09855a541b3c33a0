// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Clients.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Clients;

/// <summary>Words of the pages of parties.</summary>
public static class ClientsTexts
{
    public static readonly Text Clients = new("Klanten", "Clients");
    public static readonly Text ClientsLead = new(
        "Wie aangifte deed van {0} tot en met {1}, of iets onder controle heeft; de meeste regels eerst. Zoeken gaat "
            + "door het hele register.",
        "Who lodged declarations from {0} to {1}, or has something under control; most lines first. A search goes "
            + "through the whole register.");
    public static readonly Text SearchFor = new("Naam of EORI-nummer", "Name or EORI number");
    public static readonly Text Nothing = new("Geen partij gevonden.", "No party found.");
    public static readonly Text NothingWhy = new(
        "Zoek op een deel van de naam of van het EORI-nummer.", "Search for part of the name or of the EORI number.");
    public static readonly Text Name = new("Naam", "Name");
    public static readonly Text Eori = new("EORI-nummer", "EORI number");
    public static readonly Text RejectedShare = new("Afgewezen", "Rejected");
    public static readonly Text UnderControl = new("Nu onder controle", "Under control now");
    public static readonly Text NotInOrder = new("Niet in orde", "Not in order");
    public static readonly Text OfEnded = new("{0} van {1}", "{0} of {1}");

    public static readonly Text NotVerified = new("Niet in het register bevestigd", "Not confirmed by the register");
    public static readonly Text AsOf = new("Stand op", "As of");
    public static readonly Text Show = new("Toon", "Show");
    public static readonly Text FindingNothing = new(
        "Geen aangiften in de {0} dagen tot en met {1}.", "No declarations in the {0} days up to {1}.");
    public static readonly Text Finding = new(
        "In de {0} dagen tot en met {1}: {2} met {3}; {4} van de aangiften is afgewezen.",
        "In the {0} days up to {1}: {2} with {3}; {4} of the declarations were rejected.");
    public static readonly CountedText DeclarationCount = new(
        new("1 aangifte", "1 declaration"), new("{0} aangiften", "{0} declarations"));
    public static readonly CountedText LineCount = new(
        new("1 regel", "1 line"), new("{0} regels", "{0} lines"));
    public static readonly Text NoSample = new(
        "Er is in een jaar geen regel van deze partij uit de steekproef gecontroleerd: over het aandeel dat niet "
            + "klopt valt niets te zeggen.",
        "In a year no line of this party was controlled from the random sample: nothing can be said of the share that "
            + "is wrong.");
    public static readonly Text Sample = new(
        "Uit de steekproef waren {0} van {1} gecontroleerde regels niet in orde sinds {4}; het werkelijke aandeel ligt "
            + "met 95 % zekerheid tussen {2} en {3}.",
        "From the random sample {0} of {1} controlled lines were not in order since {4}; the true share lies between "
            + "{2} and {3} with 95% confidence.");
    public static readonly CountedText Simulated = new(
        new("1 bevinding is van een gesimuleerde medewerker.", "1 finding is of a simulated officer."),
        new("{0} bevindingen zijn van gesimuleerde medewerkers.", "{0} findings are of simulated officers."));
    public static readonly Text Before = new("30 dagen ervoor: {0}", "30 days before: {0}");
    public static readonly Text Debt = new("Invoerrecht en btw", "Import duty and VAT");
    public static readonly Text LinesPerDay = new("Regels per dag", "Lines per day");
    public static readonly Text LinesPerDaySummary = new("{0} regels in {1} dagen", "{0} lines in {1} days");
    public static readonly Text WhatBecame = new("Wat er met de regels gebeurde", "What became of the lines");
    public static readonly Text Released = new("Direct vrijgegeven", "Released at once");
    public static readonly Text Selected = new("Voor controle gekozen", "Selected for control");
    public static readonly Text ToPerson = new("Door een mens vast te stellen", "To be determined by a person");
    public static readonly Text ControlResults = new(
        "Uitkomst van controles in een jaar", "Results of controls in a year");
    public static readonly Text NoControls = new(
        "Er is in dit jaar geen controle van deze partij afgerond.", "No control of this party ended in this year.");
    public static readonly Text Why = new("Waarom gekozen", "Why selected");
    public static readonly Text Ended = new("Afgerond", "Ended");
    public static readonly Text Between = new("Aandeel, 95 % zeker", "Share, 95% confidence");
    public static readonly Text FromTo = new("{0} tot {1}", "{0} to {1}");
    public static readonly Text Brought = new("Bracht op (EUR)", "Brought in (EUR)");
    public static readonly Text NewestDeclarations = new("Nieuwste aangiften", "Newest declarations");
    public static readonly Text NoDeclarations = new(
        "Geen aangiften tot deze dag.", "No declarations up to this day.");
    public static readonly Text AllDeclarations = new(
        "Alle aangiften van deze partij", "All declarations of this party");
    public static readonly Text NewestRequests = new("Nieuwste verzoeken", "Newest requests");
    public static readonly Text NoRequests = new(
        "Geen verzoek gevonden onder de nieuwste 5.000 van iedereen.",
        "No request found among everyone's newest 5,000.");
    public static readonly Text Agreed = new("Afgesproken berichtversie", "Message version agreed");
    public static readonly Text NothingAgreed = new(
        "Niets afgesproken: de versie van de wet van de dag geldt.",
        "Nothing agreed: the version of the law of the day holds.");
    public static readonly Text Model = new("Model", "Data model");
    public static readonly Text From = new("Vanaf", "From");

    private static readonly Dictionary<PartyKind, Text> Kinds = new()
    {
        [PartyKind.Unknown] = new("Partij", "Party"),
        [PartyKind.EcommerceDeclarant] = new("Aangever e-commerce", "E-commerce declarant"),
        [PartyKind.PostalOperator] = new("Postbedrijf", "Postal operator"),
        [PartyKind.Importer] = new("Importeur", "Importer"),
        [PartyKind.CustomsAgent] = new("Douane-expediteur", "Customs agent"),
    };

    private static readonly Text[] Reasons =
    [
        new("Overig", "Other"), new("Verplicht door de wet", "Demanded by law"), new("Steekproef", "Random sample"),
        new("Risicoprofiel", "Risk profile"),
    ];

    public static Text Of(PartyKind kind) => Kinds[kind];

    /// <summary>Words for the kind of reason of a control, by its stored number.</summary>
    public static Text OfKind(int kind) => Reasons[kind is > 0 and < 4 ? kind : 0];

    /// <summary>For the tests that every kind has words in both languages.</summary>
    internal static IEnumerable<Text> Named => Kinds.Values.Concat(Reasons);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Tariff;

/// <summary>Words of the tariff: the law of a day, its editions and its drafts.</summary>
public static class TariffTexts
{
    public static readonly Text Sha256 = new("SHA-256", "SHA-256");
    public static readonly Text Tariff = new("Tarief en wet", "Tariff and law");
    public static readonly Text TariffLead = new(
        "Wat er geldt voor een goederencode op de dag die u kiest, en wat er verandert.",
        "What holds for a commodity code on the day you choose, and what changes.");
    public static readonly Text Search = new("Goederencode of woord", "Commodity code or word");
    public static readonly Text SearchInList = new("Code of woord in deze lijst", "Code or word in this list");
    public static readonly Text SearchHint = new(
        "Bijvoorbeeld 6109 of katoen", "For instance 6109 or cotton");
    public static readonly Text OnDay = new("Recht van de dag", "Law of the day");
    public static readonly Text Show = new("Tonen", "Show");
    public static readonly Text Origin = new("Land van oorsprong", "Country of origin");
    public static readonly Text OriginHint = new("Twee letters; leeg is alle landen", "Two letters; empty for all");
    public static readonly Text NotCountry = new(
        "{0} is geen land van twee letters; alle landen worden getoond.",
        "{0} is not a country of two letters; all countries are shown.");
    public static readonly Text Code = new("Code", "Code");
    public static readonly Text Description = new("Omschrijving", "Description");
    public static readonly Text Found = new("{0} codes bij {1}", "{0} codes for {1}");
    public static readonly Text FoundMost = new(
        "De eerste {0} codes staan hier. Zoek nauwer voor de andere.",
        "The first {0} codes stand here. Search more closely for the others.");
    public static readonly Text NothingFound = new("Er is geen code bij {0}.", "There is no code for {0}.");
    public static readonly Text NothingFoundWhy = new(
        "De editie die geldt kent op deze dag geen code die zo begint, en geen omschrijving met deze woorden.",
        "The edition in use knows no code on this day that begins so, and no description with these words.");
    public static readonly Text RecentAndComing = new("Wat er verandert", "What changes");
    public static readonly Text RecentAndComingLead = new(
        "Alle dagen van {0} tot {1} waarop rijen van het recht beginnen of eindigen.",
        "All days from {0} until {1} on which rows of the law begin or end.");
    public static readonly Text NoChanges = new("Er verandert niets in deze tijd.", "Nothing changes in this time.");
    public static readonly Text Day = new("Dag", "Day");
    public static readonly Text Table = new("Tabel", "Table");
    public static readonly Text Begins = new("Begint", "Begins");
    public static readonly Text Ends = new("Eindigt", "Ends");
    public static readonly Text Pages = new("Delen van het tarief", "Parts of the tariff");
    public static readonly Text Codes = new("Codes", "Codes");
    public static readonly Text Editions = new("Edities", "Editions");
    public static readonly Text Drafts = new("Ontwerpen", "Drafts");
    public static readonly Text Lists = new("Codelijsten", "Code lists");

    public static readonly Text CommodityCode = new("Goederencode", "Commodity code");
    public static readonly Text CodeTitle = new("Goederencode {0}", "Commodity code {0}");
    public static readonly Text Edition = new("Editie", "Edition");
    public static readonly Text SupplementaryUnit = new("Bijzondere maatstaf", "Supplementary unit");
    public static readonly Text None = new("geen", "none");
    public static readonly Text Vat = new("Btw bij invoer", "VAT at import");
    public static readonly Text FlatDuty = new("Vast invoerrecht", "Flat customs duty");
    public static readonly Text FlatDutyOf = new(
        "{0} per post, geteld per {1}", "{0} for each item, counted by {1}");
    public static readonly Text Path = new("Plaats in de nomenclatuur", "Place in the nomenclature");
    public static readonly Text NoPath = new(
        "De editie heeft geen woorden voor deze code.", "The edition has no words for this code.");
    public static readonly Text Duties = new("Douanerechten", "Customs duties");
    public static readonly Text NoDuties = new(
        "Er is geen recht bekend dat vanzelf geldt: een medewerker stelt het vast.",
        "No duty is known that applies by itself: an officer determines it.");
    public static readonly Text Preferences = new("Preferenties en contingenten", "Preferences and quotas");
    public static readonly Text Defence = new("Handelsbescherming", "Trade defence");
    public static readonly Text Demands = new("Bescheiden en verboden", "Documents and prohibitions");
    public static readonly Text RestrictionsAndReliefs = new(
        "Beperkingen en uitzonderingen", "Restrictions and exceptions");
    public static readonly Text NextChanges = new("Wat er hierna verandert", "What changes next");
    public static readonly Text NoNextChanges = new(
        "Voor deze code is geen wijziging bekend.", "No change is known for this code.");
    public static readonly Text Measure = new("Maatregel", "Measure");
    public static readonly Text DutyRate = new("Recht", "Duty");
    public static readonly Text DeterminedByPerson = new("door een medewerker", "by an officer");
    public static readonly Text Documents = new("Een van deze bescheiden", "One of these documents");
    public static readonly Text Claim = new("Preferentie", "Preference");
    public static readonly Text OrderNumber = new("volgnummer {0}", "order number {0}");
    public static readonly Text AdditionalCode = new("aanvullende code {0}", "additional code {0}");
    public static readonly Text AllOrigins = new("alle landen", "all countries");
    public static readonly Text Except = new("behalve {0}", "except {0}");
    public static readonly Text Validity = new("Geldig", "Valid");
    public static readonly Text Ground = new("Grond", "Ground");
    public static readonly Text List = new("Lijst", "List");
    public static readonly Text Always = new("altijd", "always");
    public static readonly Text From = new("vanaf {0}", "from {0}");
    public static readonly Text Until = new("tot {0}", "until {0}");
    public static readonly Text Between = new("{0} tot {1}", "{0} until {1}");
    public static readonly Text What = new("Wat", "What");
    public static readonly Text NotKnown = new(
        "De editie die geldt kent deze code op deze dag niet.",
        "The edition in use does not know this code on this day.");

    public static readonly Text EditionsLead = new(
        "Iedere editie is alle recht zoals we het toen kenden. Een beslissing houdt het nummer van haar editie.",
        "Each edition is all the law as we knew it then. A decision keeps the number of its edition.");
    public static readonly Text Recorded = new("Vastgelegd", "Recorded");
    public static readonly Text Source = new("Herkomst", "Source");
    public static readonly Text FromProgram = new("met het programma meegekomen", "came with the program");
    public static readonly Text FromImport = new("door een beheerder overgenomen", "taken over by an operator");
    public static readonly Text FromDraft = new("ontwerp {0}", "draft {0}");
    public static readonly Text Files = new("Bestanden", "Files");
    public static readonly Text InUse = new("geldt nu", "in use");
    public static readonly Text Compare = new("Verschil met de vorige", "Difference with the one before");
    public static readonly Text CompareOf = new(
        "Verschil tussen editie {0} en {1}", "Difference between editions {0} and {1}");
    public static readonly Text DifferencesTitle = new("Wat er anders is", "What differs");
    public static readonly Text DifferencesNone = new("Er is geen verschil.", "There is no difference.");
    public static readonly Text DifferencesShown = new(
        "De eerste {0} van {1} verschillen staan hier.", "The first {0} of {1} differences stand here.");
    public static readonly Text FirstDay = new("Eerste dag waarop het recht anders is", "First day whose law differs");
    public static readonly Text FirstDayPast = new(
        "Deze dag is voorbij. Beslissingen die al zijn genomen blijven staan; een herberekening met deze editie kan "
            + "anders uitvallen.",
        "This day is past. Decisions already taken stand; a calculation anew with this edition may come out "
            + "differently.");
    public static readonly Text Added = new("Nieuw", "Added");
    public static readonly Text Changed = new("Gewijzigd", "Changed");
    public static readonly Text Ended = new("Beëindigd", "Ended");
    public static readonly Text Unchanged = new("Gelijk", "Unchanged");
    public static readonly Text Removed = new("Weg", "Removed");
    public static readonly Text Key = new("Rij", "Row");
    public static readonly Text Before = new("Was", "Before");
    public static readonly Text After = new("Wordt", "After");
    public static readonly Text Nothing = new("niets", "nothing");

    public static readonly Text ListsLead = new(
        "De lijsten van de dag die u kiest: codes voor een bericht, en hulplijsten waarmee de regels kiezen wat geldt.",
        "The lists of the day you choose: codes for a message, and helper lists by which the rules find what holds.");
    public static readonly Text CodesCount = new("Codes", "Codes in force");
    public static readonly Text ListTitle = new("Codelijst {0}", "Code list {0}");
    public static readonly Text NoCodes = new(
        "Op deze dag heeft deze lijst geen codes.", "On this day this list has no codes.");

    /// <summary>What counts as one item of the flat duty; null for a key without words.</summary>
    public static Text? OfCountingKey(string key) => CountingKeys.GetValueOrDefault(key);

    public static Text Of(MeasureType type) => TypeNames[type];

    public static Text Of(RowDifference kind) => kind switch
    {
        RowDifference.Added => Added,
        RowDifference.Removed => Removed,
        _ => Changed,
    };

    /// <summary>The name of a table for people; null where it has none but its own.</summary>
    public static Text? OfTable(string table) => TableNames.GetValueOrDefault(table);

    public static (Tone Tone, Text Word) Of(DraftState state) => state switch
    {
        DraftState.Open => (Tone.Active, DraftTexts.StateOpen),
        DraftState.Published => (Tone.Done, DraftTexts.StatePublished),
        _ => (Tone.Neutral, DraftTexts.StateWithdrawn),
    };

    private static readonly Dictionary<MeasureType, Text> TypeNames = new()
    {
        [MeasureType.ThirdCountry] = new("Recht voor derde landen", "Duty for third countries"),
        [MeasureType.EndUse] = new("Bijzondere bestemming", "End-use"),
        [MeasureType.Suspension] = new("Schorsing", "Suspension"),
        [MeasureType.Preference] = new("Tariefpreferentie", "Tariff preference"),
        [MeasureType.Quota] = new("Tariefcontingent", "Tariff quota"),
        [MeasureType.AntiDumping] = new("Antidumpingrecht", "Anti-dumping duty"),
        [MeasureType.Countervailing] = new("Compenserend recht", "Countervailing duty"),
        [MeasureType.Safeguard] = new("Vrijwaringsrecht", "Safeguard duty"),
        [MeasureType.ProvisionalAntiDumping] =
            new("Voorlopig antidumpingrecht", "Provisional anti-dumping duty"),
        [MeasureType.ProvisionalCountervailing] =
            new("Voorlopig compenserend recht", "Provisional countervailing duty"),
        [MeasureType.Document] = new("Bescheid nodig", "Document needed"),
        [MeasureType.Prohibition] = new("Verbod", "Prohibition"),
    };

    private static readonly Dictionary<string, Text> CountingKeys = new(StringComparer.Ordinal)
    {
        ["line"] = new("regel", "line"),
        ["hs6"] = new("code van zes cijfers", "code of six digits"),
    };

    private static readonly Dictionary<string, Text> TableNames = new(StringComparer.Ordinal)
    {
        ["tariff.measures"] = new("Maatregelen", "Measures"),
        ["tariff.nomenclature"] = new("Nomenclatuur", "Nomenclature"),
        ["tariff.country_groups"] = new("Landengroepen", "Country groups"),
        ["tariff.exchange_rates"] = new("Douanekoersen", "Customs exchange rates"),
        ["tariff.code_lists"] = new("Codes uit codelijsten", "Codes of code lists"),
        ["tariff.vat_rates"] = new("Btw-tarieven", "VAT rates"),
        ["tariff.restricted_goods"] = new("Beperkte goederen", "Restricted goods"),
        ["tariff.goods_lists"] = new("Goederenlijsten", "Goods lists"),
        ["tariff.settings"] = new("Grenzen en instellingen", "Limits and settings"),
        ["tariff.problems"] = new("Meldingen over het tarief", "Problems of the tariff"),
        ["declarations.problems"] = new("Meldingen over aangiften", "Problems of declarations"),
        ["tariff.steps"] = new("Stappen van de berekening", "Steps of the calculation"),
        ["declarations.data_sets"] = new("Keuze van de gegevensset", "Choice of the data set"),
        ["declarations.document_types"] = new("Soorten documenten", "Types of documents"),
        ["declarations.follow_ups"] = new("Berichten na een aangifte", "Messages after a declaration"),
        ["declarations.json_names"] = new("Namen in JSON", "Names in JSON"),
        ["declarations.message_versions"] = new("Berichtversies", "Message versions"),
        ["declarations.prelodged"] = new("Meldingen bij vroege aangiften", "Problems of early declarations"),
        ["declarations.request_limits"] = new("Termijnen van verzoeken", "Terms of requests"),
        ["controls.blind"] = new("Blind controleren", "Blind controls"),
        ["risk.areas"] = new("Risicogebieden", "Risk areas"),
        ["risk.enforcement_areas"] = new("Handhavingsgebieden", "Enforcement areas"),
        ["risk.sample_shares"] = new("Grootte van de steekproef", "Size of the random sample"),
        ["access.problems"] = new("Meldingen over toegang", "Problems of access"),
        ["access.sign_in_policy"] = new("Regels voor aanmelden", "Rules for signing in"),
        ["intake.problems"] = new("Meldingen over ontvangst", "Problems of intake"),
        ["declarations.elements"] = new("Gegevenselementen van aangiften", "Data elements of declarations"),
    };
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Tariff;

/// <summary>Words of drafts of the next edition.</summary>
public static class DraftTexts
{
    public static readonly Text Lead = new(
        "De volgende editie in de maak: laden, controleren, en door een ander laten publiceren.",
        "The next edition in the making: load, check, and have someone else publish.");
    public static readonly Text NoDrafts = new("Er zijn nog geen ontwerpen.", "There are no drafts yet.");
    public static readonly Text NoDraftsWhy = new(
        "Laad een bestand zoals het is gepubliceerd; het wordt pas recht als een ander het publiceert.",
        "Load a file as it was published; it becomes law only when someone else publishes it.");
    public static readonly Text Draft = new("Ontwerp", "Draft");
    public static readonly Text Title = new("Ontwerp {0}", "Draft {0}");
    public static readonly Text State = new("Stand", "State");
    public static readonly Text StateOpen = new("Open", "Open for files");
    public static readonly Text StatePublished = new("Gepubliceerd", "Published");
    public static readonly Text StateWithdrawn = new("Ingetrokken", "Withdrawn");
    public static readonly Text BasedOn = new("Gemaakt op editie", "Made on edition");
    public static readonly Text Made = new("Begonnen", "Begun");
    public static readonly Text ClosedBy = new("Afgesloten door", "Closed by");
    public static readonly Text Reason = new("Reden", "Reason");
    public static readonly Text ReasonHint = new(
        "Waarom dit het recht wordt: de publicatie, het besluit. Blijft in de geschiedenis staan.",
        "Why this becomes the law: the publication, the decision. Stays in the history.");
    public static readonly Text WithdrawHint = new("Waarom het niet doorgaat", "Why it does not go ahead");
    public static readonly Text Loads = new("Wat er is geladen", "What was loaded");
    public static readonly Text LoadedBy = new("Geladen door", "Loaded by");
    public static readonly Text LoadNew = new("Bestand laden", "Load a file");
    public static readonly Text LoadMore = new("Nog een bestand laden", "Load another file");
    public static readonly Text LoadLead = new(
        "Er wordt niets half geladen: is er een rij fout, dan blijft alles zoals het was en ziet u welke.",
        "Nothing is half loaded: if a row is wrong, all stays as it was and you see which one.");
    public static readonly Text Kind = new("Soort", "Kind");
    public static readonly Text KindHint = new(
        "nomenclature, duties, rates, codes, offices, measures, of de naam van een tabel",
        "nomenclature, duties, rates, codes, offices, measures, or the name of a table");
    public static readonly Text File = new("Bestand", "File");
    public static readonly Text FileHint = new(
        "CSV of JSON in UTF-8, hoogstens {0}", "CSV or JSON in UTF-8, at most {0}");
    public static readonly Text FileMissing = new("Kies een bestand.", "Choose a file.");
    public static readonly Text From = new("Eerste dag", "First day");
    public static readonly Text FromHint = new(
        "Vanaf deze dag verandert er iets, daarvoor niets; leeg is vandaag",
        "From this day something changes, before it nothing; empty means today");
    public static readonly Text GroundHint = new(
        "Voor rijen zonder eigen grond; leeg is die van de soort",
        "For rows without a ground of their own; empty means that of the kind");
    public static readonly Text Scope = new("Wat het bestand niet noemt", "What the file does not name");
    public static readonly Text ScopeUsual = new("Zoals bij deze soort hoort", "As is usual for the kind");
    public static readonly Text ScopeComplete = new(
        "Eindigt, binnen de hoofdstukken, lijsten of landen van het bestand",
        "Ends, within the chapters, lists or countries of the file");
    public static readonly Text ScopePartial = new("Blijft", "Stays");
    public static readonly Text Load = new("Laden", "Load");
    public static readonly Text FaultsOfFile = new(
        "Het bestand is niet geladen: {0} fouten", "The file was not loaded: {0} faults");

    public static readonly Text CheckTitle = new("Controle", "Check");
    public static readonly Text Fit = new(
        "Dit ontwerp kan worden gepubliceerd: {0} verschillen met de editie die geldt.",
        "This draft can be published: {0} differences with the edition in use.");
    public static readonly Text FaultsTitle = new(
        "Dit ontwerp kan zo niet worden gepubliceerd.", "This draft cannot be published as it is.");
    public static readonly Text PublishTitle = new("Publiceren", "Publish");
    public static readonly Text PublishLead = new(
        "Daarmee wordt dit editie {0}. Beslissingen vanaf dat ogenblik gebruiken haar; wat al is beslist blijft staan. "
            + "Een editie kan niet worden teruggenomen, alleen opgevolgd.",
        "With that this becomes edition {0}. Decisions from that moment use it; what is decided stands. An edition "
            + "cannot be taken back, only followed by another.");
    public static readonly Text Publish = new("Publiceren als editie {0}", "Publish as edition {0}");
    public static readonly Text WithdrawTitle = new("Intrekken", "Withdraw");
    public static readonly Text Withdraw = new("Ontwerp intrekken", "Withdraw draft");
    public static readonly Text OwnDraft = new(
        "U hebt in dit ontwerp geladen. Een ander moet het publiceren.",
        "You loaded into this draft. Someone else must publish it.");
    public static readonly Text NotAllowed = new(
        "Publiceren is aan een collega die dat mag.", "Publishing is for a colleague who may.");
    public static readonly Text IsLoaded = new("{0} is geladen.", "{0} is loaded.");
    public static readonly Text IsPublished = new(
        "Ontwerp {0} is editie {1} geworden en geldt nu.", "Draft {0} became edition {1} and is in use now.");
    public static readonly Text IsWithdrawn = new("Ontwerp {0} is ingetrokken.", "Draft {0} is withdrawn.");
}

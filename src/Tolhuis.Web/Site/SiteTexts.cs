// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Site;

/// <summary>Words of the start page, help, errors and the accessibility statement.</summary>
public static class SiteTexts
{
    public static readonly Text Hello = new("Goedendag, {0}", "Good day, {0}");
    public static readonly CountedText WithYou = new(
        new("Er ligt 1 taak bij u.", "1 task is with you."),
        new("Er liggen {0} taken bij u.", "{0} tasks are with you."));
    public static readonly Text NoneWithYou = new("U hebt nu niets onder handen.", "You have nothing in hand now.");
    public static readonly Text FirstTasks = new(
        "De eerste {0} van {1}: eerst wat bij u ligt, dan wat vrij is.",
        "The first {0} of {1}: first what is with you, then what is free.");
    public static readonly Text Tasks = new("Taken", "Tasks");
    public static readonly Text NoTasks = new("Er wacht niets op u.", "Nothing is waiting for you.");
    public static readonly Text NoTasksWhy = new(
        "Nieuwe taken voor uw rollen verschijnen hier vanzelf.", "New tasks for your roles appear here by themselves.");
    public static readonly Text Subject = new("Onderwerp", "Subject");
    public static readonly Text Purpose = new("Doel", "Purpose");
    public static readonly Text Opened = new("Ontstaan", "Opened");
    public static readonly Text Due = new("Uiterlijk", "Due");
    public static readonly Text TakenBy = new("Bij", "With");
    public static readonly Text NoOne = new("Niemand", "No one");

    public static readonly Text KeysLead = new(
        "Alles kan ook met de muis en met Tab. Sneltoetsen van één letter kunt u uitzetten onder Weergave.",
        "Everything also works with the mouse and with Tab. Shortcuts of one letter can be turned off under Display.");

    public static readonly Text NotFoundTitle = new("Deze pagina is er niet", "This page does not exist");
    public static readonly Text NotFoundBody = new(
        "Het adres klopt niet, of wat hier stond is er niet meer. Er is niets verloren gegaan.",
        "The address is not right, or what was here is no longer here. Nothing is lost.");
    public static readonly Text ForbiddenTitle = new("Dit hoort niet bij uw rollen", "This is not part of your roles");
    public static readonly Text ForbiddenBody = new(
        "Er is niets gewijzigd. Hoort dit wel bij uw werk, vraag de beheerder dan om de rol.",
        "Nothing was changed. If this is part of your work, ask the administrator for the role.");
    public static readonly Text BadRequestTitle = new(
        "Dit formulier kon niet worden verwerkt",
        "This form could not be handled");
    public static readonly Text BadRequestBody = new(
        "Er is niets gewijzigd. De pagina stond mogelijk te lang open; ga terug, ververs haar en probeer het opnieuw.",
        "Nothing was changed. The page may have been open too long; go back, reload it and try again.");
    public static readonly Text FailedTitle = new("Dit lukte door een fout van ons", "This failed by a fault of ours");
    public static readonly Text FailedBody = new(
        "Wat al was opgeslagen is veilig. Probeer het over een minuut opnieuw; lukt het dan niet, geef de "
            + "beheerder dit nummer.",
        "What was saved is safe. Try again in a minute; if it fails again, give the administrator this number.");
    public static readonly Text TooLargeTitle = new("Dit is te groot", "This is too large");
    public static readonly Text TooLargeBody = new(
        "Er is niets bewaard. Ga terug en stuur een kleiner bestand. Bij het formulier staat hoe groot het mag zijn.",
        "Nothing was kept. Go back and send a smaller file. The form says how large it may be.");
    public static readonly Text TooManyTitle = new("Te vaak kort na elkaar", "Too often in a short time");
    public static readonly Text TooManyBody = new(
        "Er is niets gewijzigd. Wacht een minuut en probeer het dan opnieuw; gebeurt dit vaker, zeg het de beheerder.",
        "Nothing was changed. Wait a minute and then try again; if this happens often, tell the administrator.");
    public static readonly Text UnavailableTitle = new("Opslaan kan nu even niet", "Saving is not possible for now");
    public static readonly Text UnavailableBody = new(
        "Lezen kan nog wel, en wat is opgeslagen is veilig. Probeer het over een minuut opnieuw.",
        "Reading still works, and what was saved is safe. Try again in a minute.");
    public static readonly Text Reference = new("Nummer", "Reference");
    public static readonly Text ToOverview = new("Naar het overzicht", "To the overview");
    public static readonly Text ToPortal = new("Naar het portaal", "To the portal");

    public static readonly Text A11yTitle = new("Toegankelijkheid", "Accessibility");
    public static readonly Text A11yLead = new(
        "Iedereen moet met Tolhuis kunnen werken. Wij richten ons op WCAG 2.2, niveau A en AA (EN 301 549).",
        "Everyone must be able to work with Tolhuis. We aim at WCAG 2.2, levels A and AA (EN 301 549).");
    public static readonly Text A11yStatusTitle = new("Stand", "Status");
    public static readonly Text A11yStatus = new(
        "Tolhuis is nog niet onafhankelijk onderzocht. Bij elke wijziging controleert een programma elke pagina; "
            + "dat vindt ongeveer de helft van de problemen. Wie Tolhuis gebruikt laat zelf een onderzoek doen en "
            + "publiceert de uitkomst.",
        "Tolhuis has not been examined independently yet. At each change a program checks every page; that finds "
            + "about half of the problems. Whoever uses Tolhuis has it examined and publishes the result.");
    public static readonly Text A11yHowTitle = new("Wat u kunt verwachten", "What you can expect");
    public static readonly Text A11yKeyboard = new(
        "Alles werkt met alleen het toetsenbord, ook zonder sneltoetsen.",
        "Everything works with the keyboard only, also without shortcuts.");
    public static readonly Text A11yScript = new(
        "Elke pagina werkt ook zonder JavaScript.",
        "Every page also works without JavaScript.");
    public static readonly Text A11yZoom = new(
        "Tekst kan tot 200 % groter; een scherm van 320 pixels breed volstaat.",
        "Text can grow to 200%; a screen 320 pixels wide is enough.");
    public static readonly Text A11yColour = new(
        "Kleur is nooit de enige drager van betekenis; grafieken hebben een tabel.",
        "Colour is never the only carrier of meaning; charts have a table.");
    public static readonly Text A11yThemes = new(
        "Licht, donker, hoog contrast en afdrukken zijn ingericht.",
        "Light, dark, high contrast and print are provided for.");
    public static readonly Text A11yReportTitle = new("Werkt iets niet voor u?", "Does something not work for you?");
    public static readonly Text A11yReport = new(
        "Meld het bij de beheerder van uw organisatie, met het adres van de pagina en wat u wilde doen.",
        "Report it to the administrator of your organisation, with the address of the page and what you wanted to do.");

    private static readonly Dictionary<string, Text> Purposes = new(StringComparer.Ordinal)
    {
        ["control-before-release"] = new("Controle voor vrijgave", "Control before release"),
        ["determine-debt"] = new("Schuld vaststellen", "Determine the debt"),
        ["decide-request"] = new("Beslissen op een verzoek", "Decide on a request"),
        ["decide-claim"] = new("Terugbetaling of kwijtschelding beoordelen", "Judge a repayment or remission"),
        ["keep-records"] = new("Bestand terugzetten", "Restore a file"),
    };

    /// <summary>Words for the purpose of a task; null for one that has none yet.</summary>
    public static Text? OfPurpose(string purpose) => Purposes.GetValueOrDefault(purpose);

    /// <summary>For the tests that every purpose has words in both languages.</summary>
    internal static IEnumerable<Text> Named => Purposes.Values;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Web.Components;

namespace Tolhuis.Web.Platform;

/// <summary>Words of the frame around every page.</summary>
public static class PlatformTexts
{
    public static readonly Text SkipToContent = new("Naar de inhoud", "Skip to content");
    public static readonly Text MainNavigation = new("Onderdelen", "Sections");
    public static readonly Text Search = new("Zoeken op MRN, LRN of EORI", "Search by MRN, LRN or EORI");
    public static readonly Text SearchShort = new("Zoeken", "Search");
    public static readonly Text Preferences = new("Weergave", "Display");
    public static readonly Text Theme = new("Kleuren", "Colours");
    public static readonly Text ThemeAuto = new("Als het systeem", "As the system");
    public static readonly Text ThemeLight = new("Licht", "Light");
    public static readonly Text ThemeDark = new("Donker", "Dark");
    public static readonly Text LanguageName = new("Nederlands", "English");
    public static readonly Text Shortcuts = new("Sneltoetsen", "Keyboard shortcuts");
    public static readonly Text ShortcutsOn = new("Sneltoetsen aan", "Shortcuts on");
    public static readonly Text ShortcutsOff = new("Sneltoetsen uit", "Shortcuts off");
    public static readonly Text ShortcutsOffNow = new("Sneltoetsen uitzetten", "Turn shortcuts off");
    public static readonly Text ShortcutsOnNow = new("Sneltoetsen aanzetten", "Turn shortcuts on");
    public static readonly Text Close = new("Sluiten", "Close");
    public static readonly Text Accessibility = new("Toegankelijkheid", "Accessibility");
    public static readonly Text Account = new("Uw account", "Your account");
    public static readonly Text SignOut = new("Afmelden", "Sign out");
    public static readonly Text Overview = new("Overzicht", "Overview");

    public static readonly Text Ago = new("{0} geleden", "{0} ago");
    public static readonly Text Ahead = new("over {0}", "in {0}");
    public static readonly CountedText Now = new(new("zojuist", "just now"), new("zojuist", "just now"));
    public static readonly CountedText Seconds = new(new("{0} s", "{0} s"), new("{0} s", "{0} s"));
    public static readonly CountedText Minutes = new(new("{0} min", "{0} min"), new("{0} min", "{0} min"));
    public static readonly CountedText Hours = new(new("{0} uur", "{0} hour"), new("{0} uur", "{0} hours"));
    public static readonly CountedText Days = new(new("{0} dag", "{0} day"), new("{0} dagen", "{0} days"));

    public static readonly Text WithinSecond = new("binnen een seconde", "within a second");

    public static readonly Text SortBy = new("Sorteer op {0}", "Sort by {0}");
    public static readonly Text Filters = new("Filters", "Filter by");
    public static readonly Text RemoveFilter = new("Filter weghalen: {0}", "Remove filter: {0}");
    public static readonly Text ClearFilters = new("Alle filters weghalen", "Clear all filters");
    public static readonly Text Pages = new("Bladeren", "Pages");
    public static readonly Text FirstPage = new("Eerste", "First");
    public static readonly Text NextPage = new("Volgende", "Next");
    public static readonly Text Shown = new("{0} getoond", "{0} shown");
    public static readonly Text TableOfChart = new("Als tabel", "As a table");

    public static readonly Text ProblemsTitle = new("Er klopt iets niet", "There is a problem");
    public static readonly Text ErrorTitle = new("Fout: {0}", "Error: {0}");
    public static readonly Text DataElement = new("Gegevenselement", "Data element");
    public static readonly Text Rejects = new("Afwijzing", "Rejects");
    public static readonly Text ForPerson = new("Beoordeling nodig", "Needs a person");
    public static readonly Text Warns = new("Waarschuwing", "Warning");

    public static readonly Text KeySearch = new("Zoeken", "Search");
    public static readonly Text KeyHelp = new("Dit overzicht", "This list");
    public static readonly Text KeyGo = new("Ga naar {0}", "Go to {0}");
    public static readonly Text KeyRows = new("Volgende of vorige regel", "Next or previous row");
    public static readonly Text KeyOpen = new("Regel openen", "Open the row");
    public static readonly Text KeyTheme = new("Licht of donker", "Light or dark");
    public static readonly Text KeyCopy = new("Nummer van het dossier kopiëren", "Copy the number of the file");
    public static readonly Text KeySelect = new("Regel kiezen of niet meer kiezen", "Select or deselect the row");
    public static readonly Text KeyNext = new(
        "Naar de knop die het volgende neemt", "To the button that takes the next one");
    public static readonly Text KeyFilter = new("Naar de filters", "To the filters");
    public static readonly Text KeyLink = new("Koppeling naar deze pagina kopiëren", "Copy the link to this page");
    public static readonly Text KeyEscape = new(
        "Sluiten wat open staat, of niets meer kiezen", "Close what is open, or deselect everything");
    public static readonly Text Printed = new("Afgedrukt op {0} door {2}: {1}", "Printed at {0} by {2}: {1}");
    public static readonly Text KeyThen = new("dan", "then");
    public static readonly Text KeyNothingLegal = new(
        "Geen enkele handeling met rechtsgevolg zit onder één toets.",
        "No act with legal effect hides under a single key.");
    public static readonly Text StaleTitle = new("Dit kan hier niet meer", "This can no longer be done here");
    public static readonly Text StaleBody = new(
        "Er is iets veranderd terwijl de pagina openstond; een collega kan u voor zijn geweest. Er is niets "
            + "vastgelegd. Hieronder staat hoe het nu is.",
        "Something changed while the page was open; a colleague may have been ahead of you. Nothing was recorded. "
            + "Below is how it stands now.");
    public static readonly Text LiveOn = new("Loopt mee", "Live");
    public static readonly Text LivePaused = new(
        "Even geen verbinding; cijfers van {0}",
        "No connection for now; figures of {0}");

    public static Text Of(Severity severity) => severity switch
    {
        Severity.Reject => Rejects,
        Severity.Manual => ForPerson,
        _ => Warns,
    };

    public static Tone ToneOf(Severity severity) => severity == Severity.Warn ? Tone.Neutral : Tone.Attention;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Site;

/// <summary>Words of one's own settings and of those of the house.</summary>
public static class SettingsTexts
{
    public static readonly Text Settings = new("Instellingen", "Settings");
    public static readonly Text SettingsLead = new(
        "Alleen voor u, op elke computer waar u zich aanmeldt.", "Only for you, on every computer where you sign in.");
    public static readonly Text Language = new("Taal", "Language");
    public static readonly Text Density = new("Regels in lijsten", "Rows in lists");
    public static readonly Text Compact = new("Dicht op elkaar", "Close together");
    public static readonly Text Comfortable = new("Met meer ruimte", "With more room");
    public static readonly Text Save = new("Bewaren", "Save");
    public static readonly Text NoViews = new(
        "U hebt nog geen weergave bewaard.",
        "You have not kept a view yet.");
    public static readonly Text NoViewsWhy = new(
        "Filter een lijst en kies daar \"Bewaar deze weergave\".",
        "Filter a list and choose \"Keep this view\" there.");
    public static readonly Text NotKept = new(
        "Dat is niet bewaard: u kunt {0} weergaven hebben, met een naam van hoogstens {1} tekens.",
        "That was not kept: you can have {0} views, with a name of at most {1} characters.");
    public static readonly Text NameOf = new("Naam van {0}", "Name of {0}");
    public static readonly Text Rename = new("Naam wijzigen", "Rename");
    public static readonly Text First = new("Lijst hiermee openen", "Open the list with it");
    public static readonly Text NotFirst = new("Lijst niet meer hiermee openen", "No longer open the list with it");
    public static readonly Text Remove = new("Weghalen", "Remove");

    public static readonly Text House = new("Inrichting van het huis", "How the house is set");
    public static readonly Text HouseLead = new(
        "Alleen lezen. Wijzigen gaat met een nieuwe editie van het recht of door de beheerder van de computer.",
        "Read only. Changes come with a new edition of the law or from whoever runs the computer.");
    public static readonly Text Program = new("Programma", "Program");
    public static readonly Text Version = new("Versie", "Version");
    public static readonly Text Runtime = new("Draait op", "Runs on");
    public static readonly Text Clock = new("Klok", "Clock");
    public static readonly Text Road = new("Ontvangst en termijnen", "Intake and terms");
    public static readonly Text RoadOpening = new("Gaat open", "Opening");
    public static readonly Text RoadOpen = new("Loopt", "Runs");
    public static readonly Text RoadStopped = new("Staat stil", "Stands still");
    public static readonly Text Store = new("Opslag", "Storage");
    public static readonly Text StoreKind = new("Soort", "Kind");
    public static readonly Text StoreDemo = new("Demo, alles is verzonnen", "Demo, everything is invented");
    public static readonly Text StoreReal = new("Echt", "Real");
    public static readonly Text Database = new("Gegevens", "Records");
    public static readonly Text Archive = new("Berichten en documenten", "Messages and documents");
    public static readonly Text Free = new("Vrije ruimte", "Free space");
    public static readonly Text KeyRows = new("Sleutels", "Keys");
    public static readonly Text NoKeys = new("Er zijn nog geen sleutels.", "There are no keys yet.");
    public static readonly Text KeyFor = new("Waarvoor", "What for");
    public static readonly Text KeyId = new("Nummer", "Number");
    public static readonly Text KeyMade = new("Gemaakt", "Made");
    public static readonly Text Fingerprint = new("Vingerafdruk", "Fingerprint");
    public static readonly Text KeyUse = new("Gebruik", "Use");
    public static readonly Text KeyCurrent = new("In gebruik", "In use");
    public static readonly Text KeyEarlier = new("Alleen om te controleren", "Only to verify");
    public static readonly Text LawSettings = new("Instellingen van het recht", "Settings of the law");
    public static readonly Text LawSettingsLead = new(
        "Termijnen, grenzen en bewaartijden van editie {0}, zoals ze gelden op {1}.",
        "Terms, limits and times of keeping of edition {0}, as they hold on {1}.");
    public static readonly Text Setting = new("Instelling", "Setting");
    public static readonly Text Value = new("Waarde", "Value");

    private static readonly Text Other = new("Overig", "Other");

    private static readonly Dictionary<KeyKind, Text> KeyKinds = new()
    {
        [KeyKind.Draw] = new("Trekkingen van de steekproef", "Draws of the random sample"),
        [KeyKind.Pseudonym] = new("Schuilnamen in analyses", "Pseudonyms in analyses"),
        [KeyKind.Receipt] = new("Bewijzen en logboek ondertekenen", "Signing receipts and the trail"),
        [KeyKind.Webhook] = new("Berichten naar buiten ondertekenen", "Signing messages to the outside"),
        [KeyKind.Backup] = new("Reservekopieën versleutelen", "Encrypting backups"),
    };

    public static Text Of(KeyKind kind) => KeyKinds.GetValueOrDefault(kind, Other);

    /// <summary>For the tests that every kind has words in both languages.</summary>
    internal static IEnumerable<Text> Named => KeyKinds.Values;
}

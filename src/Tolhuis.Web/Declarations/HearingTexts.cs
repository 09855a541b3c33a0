// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>Words of hearing a declarant before a denial, and of the examination before an invalidation.</summary>
public static class HearingTexts
{
    public static readonly Text Announce = new("Afwijzing aankondigen", "Announce a denial");
    public static readonly Text NoHearing = new("Horen is niet nodig, omdat", "No hearing is needed, because");
    public static readonly Text NoHearingHint = new(
        "Alleen bij afwijzen zonder aankondiging: de aangever moet anders eerst worden gehoord.",
        "Only for a denial without announcement: otherwise the declarant must be heard first.");
    public static readonly Text NoHearingNone = new("Geen uitzondering", "No exception");
    public static readonly Text NoHearingMissing = new(
        "Kies een uitzondering van de wet, of kondig de afwijzing aan zodat de aangever kan reageren.",
        "Choose an exception of the law, or announce the denial so that the declarant can respond.");
    public static readonly Text Waits = new(
        "Afwijzen kan na {0}, of eerder als de zienswijze is vastgelegd. Toekennen kan nu.",
        "A denial is possible after {0}, or earlier once the view is recorded. Granting is possible now.");
    public static readonly Text WaitsError = new(
        "De aangever kan tot en met {0} reageren. Wacht die dag af, of leg zijn zienswijze vast.",
        "The declarant can respond until {0}. Wait for that day to end, or record his view.");
    public static readonly Text PreviewAnnounce = new(
        "Aankondigen: controleer en bevestig", "Announce: check and confirm");
    public static readonly Text LetterAnnounced = new(
        "Wij zijn van plan uw verzoek {0} ({1}) over aangifte {2} af te wijzen.",
        "We intend to deny your request {0} ({1}) about declaration {2}.");
    public static readonly Text LetterTerm = new(
        "U kunt binnen {0} dagen uw zienswijze geven ({1}). De laatste dag staat in de kennisgeving.",
        "You can give your view within {0} days ({1}). The last day stands in the notification.");
    public static readonly Text ConfirmAnnounce = new("Aankondiging versturen", "Send the announcement");
    public static readonly Text DoneAnnounced = new("De afwijzing is aangekondigd", "The denial is announced");
    public static readonly Text DoneAnnouncedBody = new(
        "De aangever krijgt een kennisgeving. Het verzoek blijft open.",
        "The declarant gets a notification. The request stays open.");
    public static readonly Text View = new("Zienswijze van de aangever", "View of the declarant");
    public static readonly Text ViewHint = new(
        "Wat de aangever schreef of zei. Blijft bij het verzoek en kan niet meer worden gewijzigd.",
        "What the declarant wrote or said. Stays with the request and cannot be changed any more.");
    public static readonly Text ViewMissing = new(
        "Schrijf op wat de aangever zei.", "Write down what the declarant said.");
    public static readonly Text RecordView = new("Zienswijze vastleggen", "Record the view");
    public static readonly Text DoneView = new("De zienswijze is vastgelegd", "The view is recorded");
    public static readonly Text DoneViewBody = new(
        "U kunt nu beslissen.", "You can decide now.");
    public static readonly Text ExaminedOn = new("Dag van het onderzoek", "Day of the examination");
    public static readonly Text ExaminedHint = new(
        "Alleen bij toekennen.", "Only for granting.");
    public static readonly Text ExaminationResult = new("Resultaat van het onderzoek", "Result of the examination");
    public static readonly Text ExaminationResultHint = new(
        "Wat er werd gevonden. De aangever leest dit niet.", "What was found. The declarant does not read this.");
    public static readonly Text ExaminedOnMissing = new(
        "Geef de dag waarop de goederen zijn onderzocht, of wacht met toekennen.",
        "Give the day on which the goods were examined, or wait with granting.");
    public static readonly Text ExaminationResultMissing = new(
        "Schrijf op wat het onderzoek opleverde.", "Write down what the examination showed.");
    public static readonly Text Acts = new("Wat eraan voorafging", "What came before");
    public static readonly Text Until = new("Reageren kan tot en met {0}.", "A response is possible until {0}.");
    public static readonly Text On = new("Onderzocht op {0}.", "Examined on {0}.");

    private static readonly Dictionary<RequestActKind, Text> Kinds = new()
    {
        [RequestActKind.DenialAnnounced] = new("Afwijzing aangekondigd", "Denial announced"),
        [RequestActKind.ViewRecorded] = new("Zienswijze vastgelegd", "View recorded"),
        [RequestActKind.HearingNotNeeded] = new("Horen niet nodig", "No hearing needed"),
        [RequestActKind.Examined] = new("Goederen onderzocht", "Goods examined"),
        [RequestActKind.BeforeTheGate] = new(
            "Afgewezen in een eerdere versie, zonder aantekening van het horen",
            "Denied in an earlier version, without a record of a hearing"),
    };

    public static Text Of(RequestActKind kind) => Kinds[kind];

    /// <summary>For the tests that every kind has a word in both languages.</summary>
    internal static IEnumerable<Text> Named => Kinds.Values;
}

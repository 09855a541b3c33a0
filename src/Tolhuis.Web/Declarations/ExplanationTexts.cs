// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>
/// Words of why and how: the two editions of a reason, the law of a calculation, a line beside the list.
/// </summary>
public static class ExplanationTexts
{
    public static readonly Text ForHouse = new("Voor de medewerker: alles", "For the officer: everything");
    public static readonly Text ForTrader = new("Wat de aangever nu ziet", "What the declarant sees now");
    public static readonly Text ForTraderLead = new(
        "Zo staat het in het portaal en in de API. Waarom een regel is gekozen wordt hem nooit gezegd.",
        "This is how it stands in the portal and the API. Why a line was selected is never told to him.");
    public static readonly Text Seen = new("Gezien: {0}", "Seen: {0}");
    public static readonly Text Limit = new("Grens: {0}", "Limit: {0}");
    public static readonly Text From = new("Volgens {0}", "By {0}");
    public static readonly Text NoAmounts = new("Nog niet bekendgemaakt", "Not notified yet");
    public static readonly Text Told = new("Wat hem is verteld", "What he was told");
    public static readonly Text NothingTold = new("Nog niets.", "Nothing yet.");
    public static readonly Text LawUsed = new(
        "Berekend met editie {0} van het recht, zoals dat gold op {1}.",
        "Calculated with edition {0} of the law, as it held on {1}.");
    public static readonly Text LawOfCode = new("Het recht voor {0} op {1}", "The law for {0} on {1}");
    public static readonly Text OpenLine = new("Regel {0} ernaast tonen", "Show line {0} beside the list");
    public static readonly Text NetMass = new("Netto", "Net");
    public static readonly Text Procedures = new("Aanvullende regelingen", "Additional procedures");
    public static readonly Text ValueInEuro = new("Waarde in euro", "Value in euro");
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Rules;

/// <summary>Net mass is the mass without packaging, so never above gross mass (18 01 and 18 04).</summary>
internal sealed class NetMassNotAboveGrossMass() : GeneralRule(DeclarationsProblems.NetMassAboveGross)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        decimal netOfLinesWithoutGross = 0;
        decimal grossOfLines = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            grossOfLines += lines[i].GrossMass;
            if (lines[i].GrossMass == 0)
                netOfLinesWithoutGross += lines[i].NetMass;
            else if (lines[i].NetMass > lines[i].GrossMass)
                subject.Report(Code, Field.NetMass, i + 1, Kilograms(lines[i].NetMass), Kilograms(lines[i].GrossMass));
        }

        // Where the lines have no gross mass of their own, that of the shipment is the limit for all of them together.
        var gross = subject.Declaration.GrossMass;
        if (gross > 0 && netOfLinesWithoutGross > 0 && netOfLinesWithoutGross + grossOfLines > gross)
            subject.Report(
                Code, Field.GrossMass, 0, Kilograms(netOfLinesWithoutGross + grossOfLines), Kilograms(gross));
    }

    private static string Kilograms(decimal millionths) =>
        (millionths / 1_000_000).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// The law of the day has an exchange rate for every currency; without one a person must determine the value.
/// </summary>
internal sealed class ValuesAreConvertible() : H7Rule(DeclarationsProblems.ValueNotConvertible)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Value.Currency.IsEmpty && !subject.Law.TryToEuroCents(lines[i].Value, out _))
                subject.Report(Code, Field.IntrinsicCurrency, i + 1, lines[i].Value.Currency.ToString());
        }
    }
}

/// <summary>
/// The intrinsic value of the whole consignment is at most the limit of the day, EUR 150 (Regulation 1186/2009, art.
/// 23; Delegated Regulation 2015/2446, art. 143a). Each line is converted on its own; transport and insurance do not
/// count.
/// </summary>
internal sealed class IntrinsicValueWithinLimit() : H7Rule(DeclarationsProblems.ValueAboveLimit)
{
    public override void Check(RuleSubject subject) =>
        Total.CheckAgainst(subject, Code, "intrinsic-value-limit-cents", onlyGifts: false);
}

/// <summary>Gifts together are worth at most the limit of the day, EUR 45 (Regulation 1186/2009, art. 26).</summary>
internal sealed class GiftWithinLimit() : H7Rule(DeclarationsProblems.GiftAboveLimit)
{
    public override void Check(RuleSubject subject) =>
        Total.CheckAgainst(subject, Code, "gift-limit-cents", onlyGifts: true);
}

/// <summary>Sum of intrinsic values in euro cents against a limit that is a setting of the law.</summary>
internal static class Total
{
    public static void CheckAgainst(RuleSubject subject, string code, string setting, bool onlyGifts)
    {
        if (!subject.Law.TryGetSetting(setting, out var limitCents))
            return;
        decimal totalCents = 0;
        var first = 0;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (onlyGifts && !Gift.Is(lines[i], subject.Law))
                continue;
            // What cannot be converted has its own problem; the others can be above the limit all the same.
            if (lines[i].Value.Currency.IsEmpty || !subject.Law.TryToEuroCents(lines[i].Value, out var cents))
                continue;
            totalCents += cents;
            if (first == 0)
                first = i + 1;
        }

        if (totalCents > limitCents)
            subject.Report(code, Field.IntrinsicAmount, first, Euros(totalCents), Euros(limitCents));
    }

    private static string Euros(decimal cents) =>
        (cents / 100).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}

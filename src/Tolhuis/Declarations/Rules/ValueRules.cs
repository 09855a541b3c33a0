// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Checking;

namespace Tolhuis.Declarations.Rules;

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
    public override void Check(RuleSubject subject) => Total.CheckAgainst(
        subject, Code, Field.IntrinsicAmount, subject.Rules.IntrinsicLimitCents, bits: 0);
}

/// <summary>Gifts together are worth at most the limit of the day, EUR 45 (Regulation 1186/2009, art. 26).</summary>
internal sealed class GiftWithinLimit() : H7Rule(DeclarationsProblems.GiftAboveLimit)
{
    public override void Check(RuleSubject subject)
    {
        if ((subject.AllProcedures & subject.Rules.GiftBits) != 0)
            Total.CheckAgainst(
                subject, Code, Field.IntrinsicAmount, subject.Rules.GiftLimitCents, subject.Rules.GiftBits);
    }
}

/// <summary>
/// The schemes for distance sales are for consignments up to the limit of the day, EUR 150 (VAT Directive, art. 369l
/// and title XII, chapter 7), also where they are declared in H1 or H6.
/// </summary>
internal sealed class DistanceSaleWithinLimit()
    : Rule(DeclarationsProblems.DistanceSaleAboveLimit, RuleSets.H1 | RuleSets.H6)
{
    public override void Check(RuleSubject subject)
    {
        var schemes = subject.Rules.IossBits | subject.Rules.SpecialArrangementBits;
        if ((subject.AllProcedures & schemes) != 0)
            Total.CheckAgainst(subject, Code, Field.ItemAmount, subject.Rules.IntrinsicLimitCents, schemes);
    }
}

/// <summary>
/// Goods have a value, also free samples and gifts: what would have been paid (Delegated Regulation 2015/2446, art.
/// 1(48); UCC art. 70 and 74).
/// </summary>
internal sealed class ValueIsAboveZero() : Rule(DeclarationsProblems.ValueZero, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Value is { Cents: 0, Currency.IsEmpty: false })
            {
                var isH7 = subject.Declaration.DataSet == Contract.DataSet.H7;
                subject.Report(Code, isH7 ? Field.IntrinsicAmount : Field.ItemAmount, i + 1);
            }
        }
    }
}

/// <summary>Sum of values in euro cents against a limit of the law.</summary>
internal static class Total
{
    /// <param name="bits">Only lines with one of these additional procedures; 0 for all lines.</param>
    public static void CheckAgainst(RuleSubject subject, string code, Field field, long? limitCents, ulong bits)
    {
        if (limitCents is not { } limit)
            return;
        Int128 totalCents = 0;
        var first = 0;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (bits != 0 && (subject.Procedures(i) & bits) == 0)
                continue;
            // What cannot be converted has its own problem; the others can be above the limit all the same.
            if (lines[i].Value.Currency.IsEmpty || !subject.Law.TryToEuroCents(lines[i].Value, out var cents))
                continue;
            totalCents += cents;
            if (first == 0)
                first = i + 1;
        }

        if (totalCents > limit)
            subject.Report(code, field, first, Euros((decimal)totalCents), Euros(limit));
    }

    public static string Euros(decimal cents) => (cents / 100).ToString("0.00", CultureInfo.InvariantCulture);
}

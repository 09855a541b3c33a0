// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// A gift between private individuals is no sale: C08 excludes the codes of distance sales (rule V2).
/// </summary>
internal sealed class GiftHasNoVatScheme() : Rule(DeclarationsProblems.GiftWithVatScheme, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        var law = subject.Rules;
        if ((subject.AllProcedures & law.GiftBits) == 0 || (subject.AllProcedures & law.DistanceSaleBits) == 0)
            return;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!subject.IsGift(i))
                continue;
            foreach (var procedure in lines[i].AdditionalProcedures)
            {
                if (subject.Law.IsInList("distance-sale-additional-procedure", procedure))
                    subject.Report(Code, Field.AdditionalProcedure, i + 1, procedure);
            }
        }
    }
}

/// <summary>
/// In H7 supplementary units are only for the goods of art. 27 of Regulation 1186/2009, sent as a gift (rule V12).
/// </summary>
internal sealed class SupplementaryUnitsOnlyForGifts() : H7Rule(DeclarationsProblems.SupplementaryUnitsWithoutGift)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].SupplementaryUnits > 0 && !subject.IsGift(i))
                subject.Report(Code, Field.SupplementaryUnits, i + 1);
        }
    }
}

/// <summary>
/// Relief for gifts of tobacco, alcohol and perfume has limits by quantity (Regulation 1186/2009, art. 27), so the
/// quantity must be there.
/// </summary>
internal sealed class LimitedGiftHasQuantity() : H7Rule(DeclarationsProblems.GiftQuantityMissing)
{
    public override void Check(RuleSubject subject)
    {
        if ((subject.AllProcedures & subject.Rules.GiftBits) == 0)
            return;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (subject.IsGift(i) && lines[i].SupplementaryUnits == 0
                && subject.Law.GoodsRow("gift-relief-limited", lines[i].Code) is not null)
                subject.Report(Code, Field.SupplementaryUnits, i + 1, lines[i].Code.ToString());
        }
    }
}

/// <summary>
/// A gift goes to a private individual (Regulation 1186/2009, art. 25): a taxable person is named only where other
/// items are no gift.
/// </summary>
internal sealed class GiftHasNoTaxablePerson() : Rule(DeclarationsProblems.GiftWithVatNumber, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        if ((subject.AllProcedures & subject.Rules.GiftBits) == 0)
            return;
        for (var i = 0; i < subject.Declaration.Lines.Count; i++)
        {
            if (!subject.IsGift(i))
                return;
        }

        foreach (var reference in subject.Groups(Field.FiscalReference))
        {
            if (reference.Text(Field.FiscalRole) is "FR1" or "FR5" or "FR7")
                reference.Report(Code, Field.FiscalRole, reference.Text(Field.FiscalRole).ToString());
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// F48 says that VAT was paid at the sale: the vendor's IOSS number must be there, with role FR5 (rule V3).
/// </summary>
internal sealed class IossProcedureHasNumber() : Rule(DeclarationsProblems.IossNumberMissing, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        if ((subject.AllProcedures & subject.Rules.IossBits) != 0 && !subject.HasIossReference)
            subject.Report(Code, Field.FiscalId, 0);
    }
}

/// <summary>An IOSS number without F48 would leave open who pays the VAT (rule V3).</summary>
internal sealed class IossNumberHasProcedure() : Rule(DeclarationsProblems.IossWithoutProcedure, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.HasIossReference && (subject.AllProcedures & subject.Rules.IossBits) == 0)
            subject.Report(Code, Field.AdditionalProcedure, 1);
    }
}

/// <summary>
/// All goods of a consignment with an IOSS number were sold under it: each item has F48 (rule V3). Others are lodged
/// apart.
/// </summary>
internal sealed class IossCoversEveryItem() : H7Rule(DeclarationsProblems.IossNotEveryItem)
{
    public override void Check(RuleSubject subject)
    {
        var ioss = subject.Rules.IossBits;
        if (!subject.HasIossReference || (subject.AllProcedures & ioss) == 0)
            return;
        for (var i = 0; i < subject.Declaration.Lines.Count; i++)
        {
            // An item without any additional procedure has its own problem.
            if (subject.Procedures(i) != 0 && (subject.Procedures(i) & ioss) == 0)
                subject.Report(Code, Field.AdditionalProcedure, i + 1);
        }
    }
}

/// <summary>
/// The IOSS number is IM, the number of a Member State and seven digits (rule V13). Its check digit is not public; the
/// register decides whether it exists.
/// </summary>
internal sealed class IossNumberHasItsForm() : Rule(DeclarationsProblems.IossNumberForm, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        var text = subject.IossText;
        if (!text.IsEmpty && !IossNumber.TryParse(text, out _, out _))
            subject.Report(Code, Field.FiscalId, 0, ProblemList.Cut(text));
    }
}

/// <summary>
/// A consignment is sold by one vendor: two different IOSS numbers leave open whose scheme the VAT was paid under.
/// </summary>
internal sealed class IossNumberIsOne() : Rule(DeclarationsProblems.IossTwoNumbers, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        if (!subject.HasIossReference)
            return;
        foreach (var reference in subject.Groups(Field.FiscalReference))
        {
            var number = reference.Text(Field.FiscalId);
            if (reference.Text(Field.FiscalRole) is "FR5" && !number.IsEmpty
                && !number.SequenceEqual(subject.IossText))
                reference.Report(Code, Field.FiscalId, ProblemList.Cut(number));
        }
    }
}

/// <summary>
/// Distance sales under the IOSS go to a customer in the Union: so does the importer's address (rule V11).
/// </summary>
internal sealed class IossImporterIsInTheUnion()
    : Rule(DeclarationsProblems.IossImporterOutsideUnion, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        var country = subject.Text(Field.ImporterCountry, 0);
        if (subject.HasIossReference && !country.IsEmpty && subject.IsOutside("member-state", country))
            subject.Report(Code, Field.ImporterCountry, 0, ProblemList.Cut(country));
    }
}

/// <summary>
/// The schemes for distance sales leave out goods under excise (VAT Directive, art. 369l): F48 and F49 are not possible
/// for them (rule V8).
/// </summary>
internal sealed class ExciseGoodsHaveNoVatScheme() : Rule(DeclarationsProblems.ExciseWithVatScheme, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        var schemes = subject.Rules.IossBits | subject.Rules.SpecialArrangementBits;
        if ((subject.AllProcedures & schemes) == 0)
            return;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if ((subject.Procedures(i) & schemes) != 0 && !subject.IsGift(i)
                && subject.Law.GoodsRow("excise", lines[i].Code) is not null)
                subject.Report(Code, Field.Hs6, i + 1, lines[i].Code.ToString());
        }
    }
}

/// <summary>
/// The special arrangement F49 is for goods that no taxable person imports (rule V4; VAT Directive, title XII, chapter
/// 7): a VAT number of the importer does not go with it.
/// </summary>
internal sealed class SpecialArrangementHasNoTaxablePerson()
    : Rule(DeclarationsProblems.SpecialArrangementTaxable, RuleSets.LowValue)
{
    public override void Check(RuleSubject subject)
    {
        if ((subject.AllProcedures & subject.Rules.SpecialArrangementBits) == 0)
            return;
        foreach (var reference in subject.Groups(Field.FiscalReference))
        {
            if (reference.Text(Field.FiscalRole) is "FR1" or "FR7")
                reference.Report(Code, Field.FiscalRole, reference.Text(Field.FiscalRole).ToString());
        }
    }
}

/// <summary>In H7 a holder of deferred VAT payment (FR4) is named for the special arrangement F49 only (rule V4).
/// </summary>
internal sealed class DeferredVatHasSpecialArrangement() : H7Rule(DeclarationsProblems.DeferredVatWithoutArrangement)
{
    public override void Check(RuleSubject subject)
    {
        if ((subject.AllProcedures & subject.Rules.SpecialArrangementBits) != 0)
            return;
        foreach (var reference in subject.Groups(Field.FiscalReference))
        {
            if (reference.Text(Field.FiscalRole) is "FR4")
                reference.Report(Code, Field.FiscalRole);
        }
    }
}

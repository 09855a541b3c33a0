// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// H7 is release for free circulation of goods without a previous procedure: where a procedure is given, it is 4000
/// (Delegated Regulation 2015/2446, art. 143a).
/// </summary>
internal sealed class H7HasProcedure4000() : H7Rule(DeclarationsProblems.ProcedureNotInH7)
{
    private const string FreeCirculation = "4000";

    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Procedure is not ("" or FreeCirculation))
                subject.Report(Code, Field.RequestedProcedure, i + 1, lines[i].Procedure);
        }
    }
}

/// <summary>
/// Additional procedures of H7 are those of the list <c>h7-additional-procedure</c> on the day: C07 until the relief
/// ends on 1 July 2026, C08, F48, F49, and F53 from then on.
/// </summary>
internal sealed class H7HasOnlyItsAdditionalProcedures() : H7Rule(DeclarationsProblems.AdditionalProcedureNotInH7)
{
    private const string List = "h7-additional-procedure";

    public override void Check(RuleSubject subject)
    {
        if ((subject.AllProcedures & ~(subject.Rules.H7Bits | RuleLaw.Repeated)) == 0 || !subject.Law.HasList(List))
            return;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var procedure in lines[i].AdditionalProcedures)
            {
                if (!subject.Law.IsInList(List, procedure))
                    subject.Report(Code, Field.AdditionalProcedure, i + 1, procedure);
            }
        }
    }
}

/// <summary>
/// The additional procedures of an item go together as a row of <c>h7-procedure-combination</c> says: until 1 July 2026
/// the relief C07 with or without a VAT scheme, or a gift; from then on one kind of distance sale, or a gift.
/// </summary>
internal sealed class H7ProceduresGoTogether() : H7Rule(DeclarationsProblems.AdditionalProceduresNotTogether)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var bits = subject.Procedures(i) & ~RuleLaw.Repeated;
            // What no H7 can have, and a gift that is a sale, have rules of their own; so has an item without any.
            var isForOtherRule = bits == 0 || (bits & ~subject.Rules.H7Bits) != 0
                || (subject.IsGift(i) && subject.IsDistanceSale(i));
            if (!isForOtherRule && !subject.Rules.IsCombination(bits))
            {
                subject.Report(
                    Code, Field.AdditionalProcedure, i + 1, string.Join(" + ", lines[i].AdditionalProcedures));
            }
        }
    }
}

/// <summary>
/// Codes of chapter 99 are special codes of the Combined Nomenclature; H7 needs the goods' own code (rule V10).
/// </summary>
internal sealed class H7HasNoSpecialChapter() : H7Rule(DeclarationsProblems.CommodityChapterNotInH7)
{
    private const int SpecialChapter = 99;

    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Code.Chapter == SpecialChapter)
                subject.Report(Code, Field.Hs6, i + 1, lines[i].Code.ToString());
        }
    }
}

/// <summary>
/// Goods that are always under a prohibition or restriction cannot use H7 (rule V7; Delegated Regulation 2015/2446,
/// art. 143a(1)): the list <c>h7-excluded</c>. Goods that may be under one are selected by Risk instead.
/// </summary>
internal sealed class H7HasNoExcludedGoods() : H7Rule(DeclarationsProblems.CommodityNotInH7)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (subject.Law.GoodsRow("h7-excluded", lines[i].Code) is not null)
                subject.Report(Code, Field.Hs6, i + 1, lines[i].Code.ToString());
        }
    }
}

/// <summary>
/// The data of H7 cannot state excise duty (rule V8). A gift can be free of it within the quantities of art. 27.
/// </summary>
internal sealed class ExciseGoodsAreForH1() : H7Rule(DeclarationsProblems.ExciseInH7)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!subject.IsGift(i) && (subject.Procedures(i) & (subject.Rules.IossBits
                | subject.Rules.SpecialArrangementBits)) == 0
                && subject.Law.GoodsRow("excise", lines[i].Code) is not null)
                subject.Report(Code, Field.Hs6, i + 1, lines[i].Code.ToString());
        }
    }
}

/// <summary>
/// Without an IOSS number the office of a low-value consignment is one in the Member State where its transport ends
/// (Implementing Regulation 2015/2447, art. 221(4)): the importer's address is in it.
/// </summary>
internal sealed class LowValueGoodsEndInThisState() : H7Rule(DeclarationsProblems.ImporterInOtherState)
{
    public override void Check(RuleSubject subject)
    {
        var country = subject.Text(Field.ImporterCountry, 0);
        var own = subject.Rules.MemberStateOfImport;
        if (subject.HasIossReference || country.Length != 2 || own.Length == 0 || country.SequenceEqual(own))
            return;
        if ((subject.AllProcedures & subject.Rules.IossBits) == 0)
            subject.Report(Code, Field.ImporterCountry, 0, country.ToString(), own);
    }
}

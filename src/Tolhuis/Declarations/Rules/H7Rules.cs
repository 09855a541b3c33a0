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
        if (!subject.Law.HasList(List))
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

/// <summary>A gift between private individuals is no sale: C08 excludes F48 and F49 (rule V2).</summary>
internal sealed class GiftHasNoVatScheme() : H7Rule(DeclarationsProblems.GiftWithVatScheme)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Gift.Is(lines[i], subject.Law))
                continue;
            foreach (var procedure in lines[i].AdditionalProcedures)
            {
                if (procedure is RuleSubject.IossProcedure or "F49")
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
            if (lines[i].SupplementaryUnits > 0 && !Gift.Is(lines[i], subject.Law))
                subject.Report(Code, Field.SupplementaryUnits, i + 1);
        }
    }
}

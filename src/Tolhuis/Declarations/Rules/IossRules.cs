// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// F48 says that VAT was paid at the sale: the vendor's IOSS number must be there, with role FR5 (rule V3).
/// </summary>
internal sealed class IossProcedureHasNumber() : H7Rule(DeclarationsProblems.IossNumberMissing)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.HasIossProcedure && !subject.HasIossReference)
            subject.Report(Code, Field.FiscalId, 0);
    }
}

/// <summary>An IOSS number without F48 would leave open who pays the VAT (rule V3).</summary>
internal sealed class IossNumberHasProcedure() : H7Rule(DeclarationsProblems.IossWithoutProcedure)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.HasIossReference && !subject.HasIossProcedure)
            subject.Report(Code, Field.AdditionalProcedure, 1);
    }
}

/// <summary>
/// The IOSS number is IM, the number of a Member State and seven digits (rule V13). Its check digit is not public; the
/// register decides whether it exists.
/// </summary>
internal sealed class IossNumberHasItsForm() : H7Rule(DeclarationsProblems.IossNumberForm)
{
    public override void Check(RuleSubject subject)
    {
        var text = subject.IossText;
        if (!text.IsEmpty && !IossNumber.TryParse(text, out _, out _))
            subject.Report(Code, Field.FiscalId, 0, ProblemList.Cut(text));
    }
}

/// <summary>
/// Distance sales under the IOSS go to a customer in the Union: so does the importer's address (rule V11).
/// </summary>
internal sealed class IossImporterIsInTheUnion() : H7Rule(DeclarationsProblems.IossImporterOutsideUnion)
{
    private const string MemberStates = "member-state";

    public override void Check(RuleSubject subject)
    {
        var country = subject.Text(Field.ImporterCountry, 0);
        if (!subject.HasIossReference || country.IsEmpty || !subject.Law.HasList(MemberStates))
            return;
        if (!subject.Law.IsInList(MemberStates, country))
            subject.Report(Code, Field.ImporterCountry, 0, ProblemList.Cut(country));
    }
}

/// <summary>
/// A consignment of a private individual to another: its additional procedure is in a list of the law (C08).
/// </summary>
internal static class Gift
{
    private const string List = "gift-additional-procedure";

    public static bool Is(DeclarationLine line, Tolhuis.Tariff.Contract.LawOfTheDay law)
    {
        foreach (var procedure in line.AdditionalProcedures)
        {
            if (law.IsInList(List, procedure))
                return true;
        }

        return false;
    }
}

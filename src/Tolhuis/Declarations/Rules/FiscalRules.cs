// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// A rule for goods that are free of VAT at import because they are supplied to another Member State: procedures of the
/// list <c>procedure-with-onward-supply</c>, 42 and 63 (VAT Directive, art. 143(1)(d) and 143(2)).
/// </summary>
internal abstract class OnwardSupplyRule(string code) : FullRule(code)
{
    public sealed override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var procedure = lines[i].Procedure;
            if (procedure.Length == 4 && subject.IsInList("procedure-with-onward-supply", procedure.AsSpan(0, 2)))
                CheckItem(subject, i + 1, procedure);
        }
    }

    protected abstract void CheckItem(RuleSubject subject, int item, string procedure);

    protected static bool HasRole(RuleSubject subject, int item, string role, string orRole)
    {
        foreach (var reference in subject.Groups(Field.FiscalReference))
        {
            var its = reference.Text(Field.FiscalRole);
            if ((reference.Item == 0 || reference.Item == item)
                && (its.SequenceEqual(role) || its.SequenceEqual(orRole)))
                return true;
        }

        return false;
    }
}

/// <summary>At import the customer in the other Member State is named by his VAT number, role FR2.</summary>
internal sealed class OnwardSupplyHasCustomer() : OnwardSupplyRule(DeclarationsProblems.FiscalCustomerMissing)
{
    protected override void CheckItem(RuleSubject subject, int item, string procedure)
    {
        if (!HasRole(subject, item, "FR2", "FR2"))
            subject.Report(Code, Field.FiscalRole, 0, procedure);
    }
}

/// <summary>At import the importer, or his tax representative, is named by a VAT number, role FR1 or FR3.</summary>
internal sealed class OnwardSupplyHasImporter() : OnwardSupplyRule(DeclarationsProblems.FiscalImporterMissing)
{
    protected override void CheckItem(RuleSubject subject, int item, string procedure)
    {
        if (!HasRole(subject, item, "FR1", "FR3"))
            subject.Report(Code, Field.FiscalRole, 0, procedure);
    }
}

/// <summary>The customer's VAT number is of another Member State than that of import.</summary>
internal sealed class OnwardSupplyCustomerIsElsewhere() : OnwardSupplyRule(DeclarationsProblems.FiscalCustomerSameState)
{
    protected override void CheckItem(RuleSubject subject, int item, string procedure)
    {
        var own = subject.Rules.MemberStateOfImport;
        foreach (var reference in subject.Groups(Field.FiscalReference))
        {
            var number = reference.Text(Field.FiscalId);
            if (own.Length != 0 && reference.Text(Field.FiscalRole) is "FR2" && number.StartsWith(own)
                && (reference.Item == 0 || reference.Item == item))
                reference.Report(Code, Field.FiscalId, ProblemList.Cut(number), own);
        }
    }
}

/// <summary>The goods' country of destination is another Member State than that of import.</summary>
internal sealed class OnwardSupplyGoesElsewhere() : OnwardSupplyRule(DeclarationsProblems.FiscalDestinationSameState)
{
    protected override void CheckItem(RuleSubject subject, int item, string procedure)
    {
        var own = subject.Rules.MemberStateOfImport;
        var place = subject.Has(Field.Destination, item) ? item : 0;
        if (own.Length != 0 && subject.Text(Field.Destination, place).SequenceEqual(own))
            subject.Report(Code, Field.Destination, place, procedure, own);
    }
}

/// <summary>
/// A VAT number begins with the letters of a Member State (VAT Directive, art. 215), EL for Greece and XI for Northern
/// Ireland: list <c>vat-number-country</c>. IOSS numbers and national references have rules of their own.
/// </summary>
internal sealed class VatNumberIsOfAMemberState() : GeneralRule(DeclarationsProblems.FiscalNumberForm)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var reference in subject.Groups(Field.FiscalReference))
        {
            if (reference.Text(Field.FiscalRole) is not ("FR1" or "FR2" or "FR3" or "FR7"))
                continue;
            var number = reference.Text(Field.FiscalId);
            if (!number.IsEmpty
                && (number.Length is < 4 or > Eori.MaxLength || subject.IsOutside("vat-number-country", number[..2])))
                reference.Report(Code, Field.FiscalId, ProblemList.Cut(number));
        }
    }
}

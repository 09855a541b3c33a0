// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// Some kinds of guarantee are for transit or temporary admission only (2015/2447 Annex B, 99 02): the list
/// <c>guarantee-not-for-import</c>.
/// </summary>
internal sealed class GuaranteeIsForImport() : FullRule(DeclarationsProblems.GuaranteeNotForImport)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var guarantee in subject.Groups(Field.Guarantee))
        {
            var type = guarantee.Text(Field.GuaranteeType);
            if (subject.IsInList("guarantee-not-for-import", type))
                guarantee.Report(Code, Field.GuaranteeType, ProblemList.Cut(type));
        }
    }
}

/// <summary>
/// A guarantee that exists has a number: the GRN or another reference (99 03 069 and 073), for the kinds of the list
/// <c>guarantee-with-reference</c>.
/// </summary>
internal sealed class GuaranteeHasReference() : FullRule(DeclarationsProblems.GuaranteeReferenceMissing)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var guarantee in subject.Groups(Field.Guarantee))
        {
            var type = guarantee.Text(Field.GuaranteeType);
            if (subject.IsInList("guarantee-with-reference", type) && !guarantee.Has(Field.GuaranteeGrn)
                && !guarantee.Has(Field.GuaranteeOther))
                guarantee.Report(Code, Field.GuaranteeGrn, ProblemList.Cut(type));
        }
    }
}

/// <summary>
/// A GRN is 17 or 24 characters: year, country, twelve characters and a check digit, for vouchers with a letter and six
/// digits behind (2015/2447 Annex B, 99 03 069; the check digit is that of the MRN).
/// </summary>
internal sealed class GrnHasItsForm() : FullRule(DeclarationsProblems.GuaranteeGrnForm)
{
    private const int Short = 17;
    private const int Long = 24;

    public override void Check(RuleSubject subject)
    {
        foreach (var guarantee in subject.Groups(Field.Guarantee))
        {
            var grn = guarantee.Text(Field.GuaranteeGrn);
            if (!grn.IsEmpty && !IsGrn(grn))
                guarantee.Report(Code, Field.GuaranteeGrn, ProblemList.Cut(grn));
        }
    }

    private static bool IsGrn(ReadOnlySpan<char> grn)
    {
        if (grn.Length is not (Short or Long) || !char.IsAsciiDigit(grn[0]) || !char.IsAsciiDigit(grn[1])
            || !char.IsAsciiLetterUpper(grn[2]) || !char.IsAsciiLetterUpper(grn[3]))
            return false;
        var sum = 0;
        for (var i = 0; i < Short - 1; i++)
        {
            if (!char.IsAsciiDigit(grn[i]) && !char.IsAsciiLetterUpper(grn[i]))
                return false;
            sum += Iso6346.ValueOf(grn[i]) << i;
        }

        return sum % 11 % 10 == grn[Short - 1] - '0';
    }
}

/// <summary>An amount of guarantee has a currency, and the other way round (99 03 071 and 012).</summary>
internal sealed class GuaranteeAmountHasCurrency() : FullRule(DeclarationsProblems.GuaranteeAmountCurrency)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var guarantee in subject.Groups(Field.Guarantee))
        {
            var hasAmount = guarantee.Has(Field.GuaranteeAmount);
            if (hasAmount != guarantee.Has(Field.GuaranteeCurrency))
                guarantee.Report(Code, hasAmount ? Field.GuaranteeCurrency : Field.GuaranteeAmount);
        }
    }
}

/// <summary>
/// End-use and other procedures with a debt that may arise need a guarantee (UCC art. 89 and 211(3)(c)), in the
/// declaration or with the authorisation; without one in the declaration a warning says so.
/// </summary>
internal sealed class SpecialProcedureHasGuarantee() : Rule(DeclarationsProblems.GuaranteeMissing, RuleSets.H1)
{
    public override void Check(RuleSubject subject)
    {
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var procedure = lines[i].Procedure;
            if (procedure.Length != 4 || !subject.IsInList("procedure-with-guarantee", procedure.AsSpan(0, 2)))
                continue;
            foreach (var _ in subject.Groups(Field.Guarantee))
                return;
            subject.Report(Code, Field.GuaranteeType, 0, procedure);
            return;
        }
    }
}

/// <summary>
/// Who asks to pay later (method of payment of the list <c>deferred-method-of-payment</c>) names the authorisation for
/// it (12 10 001 000), for each item can only be put on an account that is known.
/// </summary>
internal sealed class DeferredPaymentHasReference() : FullRule(DeclarationsProblems.PaymentReferenceMissing)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.HasGroup(Field.DeferredPayment, 0))
            return;
        foreach (var tax in subject.Groups(Field.DutyTax))
        {
            var method = tax.Text(Field.MethodOfPayment);
            if (!subject.IsInList("deferred-method-of-payment", method))
                continue;
            tax.Report(Code, Field.MethodOfPayment, method.ToString());
            return;
        }
    }
}

/// <summary>An authorisation for deferred payment is named where some tax is to be paid later (12 10 and 14 03 038).
/// </summary>
internal sealed class DeferredReferenceHasMethod() : FullRule(DeclarationsProblems.PaymentMethodMissing)
{
    public override void Check(RuleSubject subject)
    {
        if (!subject.Law.HasList("deferred-method-of-payment"))
            return;
        var hasMethod = false;
        foreach (var tax in subject.Groups(Field.DutyTax))
        {
            var method = tax.Text(Field.MethodOfPayment);
            hasMethod |= !method.IsEmpty;
            if (subject.IsInList("deferred-method-of-payment", method))
                return;
        }

        // Without any method of payment the authorisation itself says how.
        if (hasMethod && subject.HasGroup(Field.DeferredPayment, 0))
            subject.Report(Code, Field.DeferredReference, 0);
    }
}

/// <summary>
/// Who declares an amount, a base or a method of payment says of which tax (14 03 039): without the type it is of none.
/// </summary>
internal sealed class DeclaredTaxHasType() : FullRule(DeclarationsProblems.TaxTypeMissing)
{
    private static readonly Field[] Parts =
    [
        Field.MethodOfPayment, Field.TaxBaseQuantity, Field.TaxBaseUnit, Field.TaxBaseAmount, Field.TaxAmount,
        Field.TaxPayable,
    ];

    public override void Check(RuleSubject subject)
    {
        foreach (var tax in subject.Groups(Field.DutyTax))
        {
            if (!tax.Text(Field.TaxType).IsEmpty)
                continue;
            foreach (var part in Parts)
            {
                if (tax.Text(part).IsEmpty)
                    continue;
                tax.Report(Code, Field.TaxType);
                break;
            }
        }
    }
}

/// <summary>A quantity as tax base has a unit, and the other way round (14 03 040 006 and 005).</summary>
internal sealed class TaxBaseQuantityHasUnit() : FullRule(DeclarationsProblems.TaxQuantityUnit)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var tax in subject.Groups(Field.DutyTax))
        {
            if (tax.Has(Field.TaxBaseQuantity) && !tax.Has(Field.TaxBaseUnit))
                tax.Report(Code, Field.TaxBaseUnit);
        }
    }
}

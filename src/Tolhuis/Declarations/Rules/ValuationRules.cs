// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// Additions and deductions belong to the transaction value (UCC art. 71 and 72): with another valuation method they
/// are not taken into account.
/// </summary>
internal sealed class AdditionsAreToTransactionValue() : FullRule(DeclarationsProblems.ValuationAdditions)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var addition in subject.Groups(Field.Addition))
        {
            var method = subject.Text(Field.ValuationMethod, Math.Max(addition.Item, 1));
            if (method.Length == 1 && method is not "1")
                addition.Report(
                    Code,
                    Field.AdditionCode,
                    ProblemList.Cut(addition.Text(Field.AdditionCode)),
                    method.ToString());
        }
    }
}

/// <summary>
/// Under delivery terms without main carriage (list <c>incoterm-without-freight</c>) the cost of transport to the
/// border of the Union is added to the price, code AK (UCC art. 71(1)(e)).
/// </summary>
internal sealed class FreightIsAdded() : Rule(DeclarationsProblems.ValuationFreightMissing, RuleSets.H1)
{
    public override void Check(RuleSubject subject)
    {
        var incoterm = subject.Text(Field.Incoterm, 0);
        if (!subject.IsInList("incoterm-without-freight", incoterm)
            || subject.Text(Field.ValuationMethod, 1) is not "1")
            return;
        foreach (var addition in subject.Groups(Field.Addition))
        {
            if (addition.Text(Field.AdditionCode) is "AK")
                return;
        }

        subject.Report(Code, Field.AdditionCode, 0, incoterm.ToString());
    }
}

/// <summary>
/// Delivery terms name their place: a UN/LOCODE, or a country and a place (14 01; 2015/2447 Annex B).
/// </summary>
internal sealed class DeliveryTermsHavePlace() : Rule(DeclarationsProblems.DeliveryPlaceMissing, RuleSets.H1)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.Has(Field.Incoterm, 0) && !subject.Has(Field.DeliveryLocode, 0)
            && !(subject.Has(Field.DeliveryCountry, 0) && subject.Has(Field.DeliveryPlace, 0)))
            subject.Report(Code, Field.DeliveryLocode, 0, ProblemList.Cut(subject.Text(Field.Incoterm, 0)));
    }
}

/// <summary>
/// The total of the invoice is the sum of its items (14 06 and 14 08), but for a tolerance that is a setting.
/// </summary>
internal sealed class InvoiceTotalIsSumOfItems() : FullRule(DeclarationsProblems.InvoiceTotalDiffers)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.Rules.InvoiceToleranceCents is not { } tolerance
            || !Money.TryParseCents(subject.Text(Field.InvoiceTotal, 0), out var total))
            return;
        Int128 sum = 0;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            // Items in different currencies have a problem of their own, and no sum.
            if (lines[i].Value.Currency.IsEmpty || lines[i].Value.Currency != lines[0].Value.Currency)
                return;
            sum += lines[i].Value.Cents;
        }

        if (Int128.Abs(sum - total) > tolerance)
            subject.Report(Code, Field.InvoiceTotal, 0, Total.Euros(total), Total.Euros((decimal)sum));
    }
}

/// <summary>An invoice has one currency (14 05 001 000), so its items have that currency.</summary>
internal sealed class ItemsHaveInvoiceCurrency() : FullRule(DeclarationsProblems.InvoiceCurrencyDiffers)
{
    public override void Check(RuleSubject subject)
    {
        var currency = subject.Text(Field.InvoiceCurrency, 0);
        if (currency.IsEmpty)
            return;
        for (var i = 0; i < subject.Declaration.Lines.Count; i++)
        {
            var its = subject.Text(Field.InvoiceCurrency, i + 1);
            if (!its.IsEmpty && !its.SequenceEqual(currency))
                subject.Report(
                    Code, Field.InvoiceCurrency, i + 1, ProblemList.Cut(its), ProblemList.Cut(currency));
        }
    }
}

/// <summary>
/// The statistical value is about the value of the goods (99 06; Regulation 2019/2152): more than the factor of the day
/// above or below the invoiced amount it is probably mistyped.
/// </summary>
internal sealed class StatisticalValueIsPlausible() : FullRule(DeclarationsProblems.StatisticalValueImplausible)
{
    public override void Check(RuleSubject subject)
    {
        if (subject.Rules.StatisticalFactor is not (> 0 and { } factor))
            return;
        var lines = subject.Declaration.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Money.TryParseCents(subject.Text(Field.StatisticalValue, i + 1), out var statistical)
                || !subject.Law.TryToEuroCents(lines[i].Value, out var value) || value == 0)
                continue;
            if ((Int128)statistical > (Int128)value * factor || (Int128)statistical * factor < value)
                subject.Report(Code, Field.StatisticalValue, i + 1, Total.Euros(statistical), Total.Euros(value));
        }
    }
}

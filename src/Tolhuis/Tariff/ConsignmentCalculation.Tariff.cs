// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;
using static Tolhuis.Tariff.CalculationTrace;

namespace Tolhuis.Tariff;

/// <summary>
/// The measures of the tariff for one line: the duty that is claimed (third countries, preference, suspension,
/// end-use), then trade defence on top. What the declaration does not show, or a quota's balance decides, is left to
/// a person.
/// </summary>
internal ref partial struct ConsignmentCalculation
{
    private const string EndUseProcedures = "end-use-procedure";

    internal static readonly MeasureType[] DefenceTypes =
    [
        MeasureType.AntiDumping, MeasureType.Countervailing, MeasureType.Safeguard,
        MeasureType.ProvisionalAntiDumping, MeasureType.ProvisionalCountervailing,
    ];

    private readonly bool TryTariffDuty(int i, TaxableLine line, out long duty)
    {
        duty = 0;
        var measure = DutyClaimed(i, line);
        return measure is not null
            && TryDutyOf(i, line, measure, out duty)
            && (!_law.Measures.MayHaveDefence(line.Code) || TryDefence(i, line, ref duty));
    }

    /// <summary>The measure by which the duty is levied; null, with a step that says why, if a person must
    /// say.</summary>
    private readonly Measure? DutyClaimed(int i, TaxableLine line)
    {
        var book = _law.Measures;
        var claim = DutyClaim.Of(line, _rules);
        if (line.QuotaOrderNumber.Length > 0 && book.KnowsQuotas)
        {
            var step = book.IsOrderNumber(line.QuotaOrderNumber)
                ? CalculationSteps.Quota
                : CalculationSteps.QuotaUnknown;
            _trace?.Add(i, step, null, line.QuotaOrderNumber, line.Code.ToString());
            return null;
        }

        var measure = DutyClaim.MeasureOf(line, claim, book);
        if (measure?.Type == MeasureType.Quota)
        {
            _trace?.AddOn(measure.Ground, i, CalculationSteps.Quota, null, measure.OrderNumber, line.Code.ToString());
            return null;
        }

        if (measure?.Duty is null)
        {
            _trace?.AddOn(
                measure?.Ground ?? "",
                i,
                CalculationSteps.NoDutyRate,
                null,
                line.Code.ToString(),
                DutyClaim.OriginText(line, claim),
                line.Preference);
            return null;
        }

        var isForEndUse = line.Procedure.Length > 0 && _law.IsInList(EndUseProcedures, line.Procedure);
        if (isForEndUse != (measure.Type == MeasureType.EndUse))
        {
            _trace?.AddOn(
                measure.Ground, i, CalculationSteps.EndUseProcedure, null, measure.Code, line.Procedure, claim);
            return null;
        }

        return HasDocuments(i, line, measure) ? measure : null;
    }

    private readonly bool HasDocuments(int i, TaxableLine line, Measure measure)
    {
        if (measure.Documents.Count == 0 || measure.IsDocumentedBy(line))
            return true;
        _trace?.AddOn(
            measure.Ground,
            i,
            CalculationSteps.DocumentMissing,
            null,
            string.Join(", ", measure.Documents),
            measure.Duty?.ToString() ?? "",
            measure.Code);
        return false;
    }

    private readonly bool TryDefence(int i, TaxableLine line, ref long duty)
    {
        foreach (var type in DefenceTypes)
        {
            var measure = _law.Measures.Defence(type, line.Code, line.Origin, line.AdditionalCodes, out var isOpen);
            if (isOpen || measure is { Duty: null })
            {
                _trace?.AddOn(
                    measure?.Ground ?? "",
                    i,
                    CalculationSteps.DefenceOpen,
                    null,
                    MeasureTypes.TaxTypeOf(type),
                    line.Code.ToString(),
                    line.Origin.ToString());
                return false;
            }

            if (measure is null)
                continue;
            if (type is MeasureType.ProvisionalAntiDumping or MeasureType.ProvisionalCountervailing)
            {
                _trace?.AddOn(
                    measure.Ground,
                    i,
                    CalculationSteps.ProvisionalDuty,
                    null,
                    MeasureTypes.TaxTypeOf(type),
                    measure.Duty!.ToString(),
                    measure.Code);
                return false;
            }

            if (!HasDocuments(i, line, measure) || !TryDutyOf(i, line, measure, out var onTop))
                return false;
            duty += onTop;
        }

        return true;
    }

    private readonly bool TryDutyOf(int i, TaxableLine line, Measure measure, out long duty)
    {
        var baseCents = CustomsValue(i);
        if (measure.Duty!.PlainBasisPoints is { } basisPoints)
        {
            duty = ExactAmounts.Share(
                baseCents, basisPoints, 10_000, _rules.DutyRoundingUnitCents, _rules.DutyRounding);
            if (_trace is not null)
                TraceDuty(i, line, measure, baseCents, duty, default);
            return true;
        }

        var quantities = new DutyQuantities(
            baseCents,
            line.NetMass,
            line.GrossMass,
            _law.Measures.SupplementaryUnit(line.Code),
            line.SupplementaryUnits);
        var amount = measure.Duty.Evaluate(_law.Day, quantities, _rules.DutyRoundingUnitCents, _rules.DutyRounding);
        duty = amount.Cents;
        if (_trace is null)
            return amount.Outcome == DutyOutcome.Determined;
        if (amount.Outcome == DutyOutcome.Determined)
            TraceDuty(i, line, measure, baseCents, duty, quantities);
        else
            TraceOpenDuty(i, measure, amount);
        return amount.Outcome == DutyOutcome.Determined;
    }

    private readonly void TraceDuty(
        int i, TaxableLine line, Measure measure, long baseCents, long duty, in DutyQuantities quantities)
    {
        if (measure is { Type: MeasureType.ThirdCountry, Duty.PlainBasisPoints: { } basisPoints })
        {
            _trace!.AddOn(
                measure.Ground,
                i,
                CalculationSteps.TariffDuty,
                duty,
                Percent(basisPoints),
                measure.Code,
                Amount(baseCents));
            return;
        }

        var (step, chosenBy) = measure.Type switch
        {
            MeasureType.Preference => (CalculationSteps.PreferenceDuty, line.Preference),
            MeasureType.Suspension => (CalculationSteps.SuspensionDuty, line.Preference),
            MeasureType.EndUse => (CalculationSteps.EndUseDuty, line.Procedure),
            MeasureType.AntiDumping => (CalculationSteps.AntiDumpingDuty, measure.AdditionalCode),
            MeasureType.Countervailing => (CalculationSteps.CountervailingDuty, measure.AdditionalCode),
            MeasureType.Safeguard => (CalculationSteps.SafeguardDuty, measure.AdditionalCode),
            _ => (CalculationSteps.ThirdCountryDuty, line.Preference),
        };
        _trace!.AddOn(
            measure.Ground,
            i,
            step,
            duty,
            measure.Duty!.ToString(),
            measure.Code,
            Amount(baseCents),
            QuantityText(quantities),
            chosenBy.Length > 0 ? chosenBy : "-",
            measure.Type <= MeasureType.Quota
                ? DutyClaim.OriginText(line, DutyClaim.Of(line, _rules))
                : line.Origin.ToString());
    }

    private readonly void TraceOpenDuty(int i, Measure measure, DutyAmount amount)
    {
        var duty = measure.Duty!.ToString();
        switch (amount.Outcome)
        {
            case DutyOutcome.MissingQuantity:
                _trace!.AddOn(
                    measure.Ground, i, CalculationSteps.QuantityMissing, null, amount.Missing, duty, measure.Code);
                break;
            case DutyOutcome.NeedsPerson:
                _trace!.AddOn(measure.Ground, i, CalculationSteps.AgriculturalComponent, null, duty, measure.Code);
                break;
            case DutyOutcome.OutOfSeason:
                _trace!.AddOn(measure.Ground, i, CalculationSteps.OutOfSeason, null, duty, measure.Code, DayText());
                break;
            default:
                _trace!.Add(i, CalculationSteps.AmountTooLarge, null, duty);
                break;
        }
    }

    private static string QuantityText(in DutyQuantities quantities)
    {
        var parts = new List<string>(3);
        if (quantities.NetMass > 0)
            parts.Add(Quantity(quantities.NetMass, "kg"));
        if (quantities.GrossMass > 0)
            parts.Add(Quantity(quantities.GrossMass, "kg bruto/gross"));
        if (quantities.SupplementaryUnits > 0)
            parts.Add(Quantity(quantities.SupplementaryUnits, quantities.SupplementaryUnit));
        return parts.Count == 0 ? "-" : string.Join("; ", parts);
    }
}

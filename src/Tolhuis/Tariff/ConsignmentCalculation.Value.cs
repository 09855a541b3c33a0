// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;
using static Tolhuis.Tariff.CalculationTrace;

namespace Tolhuis.Tariff;

/// <summary>
/// The customs value of a line by the transaction value: price, transport, additions less deductions (UCC art. 70 to
/// 72). A value by another method (art. 74) is for a person.
/// </summary>
internal ref partial struct ConsignmentCalculation
{
    private readonly long CustomsValue(int i) => _valueCents[i] + _freightCents[i] + _additionCents[i];

    /// <summary>False, with a step that says why, if a person must determine the value.</summary>
    private readonly bool HasCustomsValue(int i, TaxableLine line)
    {
        if (_consignment.IsSuperReduced)
            return true;
        if (line.ValuationMethod != 1)
            _trace?.Add(i, CalculationSteps.OtherValuation, null, $"{line.ValuationMethod}");
        else if (CustomsValue(i) < 0)
            _trace?.Add(i, CalculationSteps.ValueBelowZero, null, Amount(CustomsValue(i)));
        else
            return true;
        return false;
    }

    /// <summary>Adds what is declared at the line itself.</summary>
    private readonly bool AddOwn(int i, IReadOnlyList<ValueAddition> additions)
    {
        for (var k = 0; k < additions.Count; k++)
        {
            if (!TrySign(i, additions[k], out var sign) || !TryConvert(i, additions[k].Amount, out var cents)
                || !TryAdd(i, sign, cents, additions[k].Code, CalculationSteps.Addition, CalculationSteps.Deduction))
                return false;
        }

        return true;
    }

    /// <summary>Spreads what is declared at the shipment over the lines by value, each amount to the cent.</summary>
    private readonly bool AddOfShipment()
    {
        var additions = _consignment.Additions;
        for (var k = 0; k < additions.Count && _lines.Count > 0; k++)
        {
            if (!TrySign(0, additions[k], out var sign) || !TryConvert(0, additions[k].Amount, out var cents))
                return false;
            _shareCents.Clear();
            Proportion.Spread(cents, _valueCents, _totalCents, _shareCents, _space);
            for (var i = 0; i < _lines.Count; i++)
            {
                if (!TryAdd(
                    i, sign, _shareCents[i], additions[k].Code,
                    CalculationSteps.AdditionShare, CalculationSteps.DeductionShare))
                    return false;
            }
        }

        return true;
    }

    private readonly bool TrySign(int i, ValueAddition addition, out int sign)
    {
        sign = addition.Code switch
        {
            ['A', ..] => 1,
            ['B', ..] => -1,
            _ => 0,
        };
        if (sign == 0)
            _trace?.Add(i, CalculationSteps.AdditionUnknown, null, addition.Code, addition.Amount.ToString());
        return sign != 0;
    }

    private readonly bool TryAdd(int i, int sign, long cents, string code, string addition, string deduction)
    {
        _additionCents[i] += sign * cents;
        // With another method they are not taken into account, and a person values the line.
        if (_lines[i].ValuationMethod == 1 && cents > 0)
            _trace?.Add(i, sign > 0 ? addition : deduction, sign * cents, code, Amount(cents));
        if (Math.Abs(_additionCents[i]) <= MaxAmountCents)
            return true;
        _trace?.Add(i, CalculationSteps.AmountTooLarge, null, Amount(_additionCents[i]));
        return false;
    }

    private readonly void TraceCustomsValue(int i)
    {
        if (_additionCents[i] == 0)
            _trace!.Add(
                i, CalculationSteps.CustomsValue, CustomsValue(i), Amount(_valueCents[i]), Amount(_freightCents[i]));
        else
            _trace!.Add(
                i, CalculationSteps.CustomsValueAdjusted, CustomsValue(i), Amount(_valueCents[i]),
                Amount(_freightCents[i]), Amount(_additionCents[i]), Amount(CustomsValue(i)));
    }
}

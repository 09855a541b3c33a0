// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using static Tolhuis.Tariff.CalculationTrace;

namespace Tolhuis.Tariff;

/// <summary>
/// The calculation of one consignment. Amounts are exact euro cents throughout; half goes up where a share is taken.
/// Lines keep their order: the gift relief is used up, and the flat duty charged, from the first line on.
/// </summary>
internal ref partial struct ConsignmentCalculation
{
    /// <summary>Work space: value, freight, additions less deductions, a share, and two to spread one.</summary>
    public const int NumbersPerLine = 6;

    // A trillion: far above any consignment, and ten thousand lines of it still fit a long.
    private const long MaxAmountCents = 100_000_000_000_000;

    private readonly TaxableConsignment _consignment;
    private readonly IReadOnlyList<TaxableLine> _lines;
    private readonly LawOfTheDay _law;
    private readonly TaxRules _rules;
    private readonly CalculationTrace? _trace;
    private readonly Span<long> _valueCents;
    private readonly Span<long> _freightCents;
    private readonly Span<long> _additionCents;
    private readonly Span<long> _shareCents;
    private readonly Span<long> _space;
    private readonly Dictionary<CountingKey, int> _firstLineByKey;
    private long _totalCents;
    private long _giftLeftCents;

    public ConsignmentCalculation(
        TaxableConsignment consignment, LawOfTheDay law, CalculationTrace? trace, Span<long> space)
    {
        _consignment = consignment;
        _lines = consignment.Lines;
        _law = law;
        _rules = law.TaxRules;
        _trace = trace;
        var count = _lines.Count;
        _valueCents = space[..count];
        _freightCents = space.Slice(count, count);
        _additionCents = space.Slice(2 * count, count);
        _shareCents = space.Slice(3 * count, count);
        _space = space.Slice(4 * count, 2 * count);
        _giftLeftCents = _rules.GiftLimitCents;
        _firstLineByKey = EmptyFlatDutyKeys();
    }

    public void Run(scoped Span<LineTax> result)
    {
        var hasAllAmounts = ConvertAmounts();
        for (var i = 0; i < result.Length; i++)
            result[i] = hasAllAmounts ? Assess(i, _lines[i]) : new LineTax(false, _valueCents[i], 0, 0);
    }

    /// <summary>
    /// Values and freight in euro. One amount that cannot be converted leaves the total, and so all lines, open.
    /// </summary>
    private bool ConvertAmounts()
    {
        var hasAll = true;
        for (var i = 0; i < _lines.Count; i++)
        {
            hasAll &= TryConvert(i, _lines[i].Value, out _valueCents[i]);
            _totalCents += _valueCents[i];
            _freightCents[i] = 0;
            if (_lines[i].Freight is { } ofLine)
                hasAll &= TryConvert(i, ofLine, out _freightCents[i]);
            _additionCents[i] = 0;
            hasAll &= AddOwn(i, _lines[i].Additions);
        }

        if (_consignment.Freight is { } ofShipment && _lines.Count > 0)
        {
            hasAll &= TryConvert(0, ofShipment, out var freightCents);
            if (hasAll)
                Proportion.Spread(freightCents, _valueCents, _totalCents, _freightCents, _space);
        }

        return hasAll && AddOfShipment();
    }

    private readonly bool TryConvert(int i, Money amount, out long euroCents)
    {
        euroCents = 0;
        if (amount.Cents is < 0 or > MaxAmountCents)
        {
            _trace?.Add(i, CalculationSteps.AmountTooLarge, null, amount.ToString());
            return false;
        }

        if (!_law.TryToEuroCents(amount, out euroCents))
        {
            _trace?.Add(i, CalculationSteps.NoExchangeRate, null, amount.Currency.ToString(), DayText());
            return false;
        }

        if (_trace is not null && amount.Currency != CurrencyCode.Euro && amount.Cents > 0)
            AddExchangeRate(i, amount, euroCents);
        if (euroCents <= MaxAmountCents)
            return true;
        _trace?.Add(i, CalculationSteps.AmountTooLarge, null, amount.ToString());
        euroCents = 0;
        return false;
    }

    private LineTax Assess(int i, TaxableLine line)
    {
        TraceValue(i, line);
        var customsValue = CustomsValue(i);
        var value = _consignment.IsSuperReduced ? _valueCents[i] : Math.Max(customsValue, 0);
        var open = new LineTax(false, value, 0, 0);
        if (!HasCustomsValue(i, line) || IsStopped(i, line))
            return open;
        var isGift = HasCodeIn(line, "gift-additional-procedure");
        if (isGift && _law.GoodsRow("gift-relief-limited", line.Code) is not null)
        {
            _trace?.Add(i, CalculationSteps.GiftQuantityLimit, null, line.Code.ToString());
            return open;
        }

        if (isGift && _valueCents[i] <= _giftLeftCents)
        {
            _trace?.Add(i, CalculationSteps.GiftRelief, 0, Amount(_valueCents[i]), Amount(_giftLeftCents));
            _giftLeftCents -= _valueCents[i];
            return new LineTax(true, value, 0, 0);
        }

        if (!TryDuty(i, line, isGift, out var duty, out var isFlat))
            return open;
        var vat = Vat(i, line, customsValue + (isFlat && !_rules.IsFlatDutyInVatBase ? 0 : duty));
        return new LineTax(true, value, duty, vat);
    }

    /// <summary>What no rule below may decide: other procedures, excise goods, and an H7 above its limit.</summary>
    private readonly bool IsStopped(int i, TaxableLine line)
    {
        var isOrdinary = line.Procedure.Length == 0 || _law.IsInList("duty-by-rate-procedure", line.Procedure)
            || !_consignment.IsSuperReduced && _law.IsInList(EndUseProcedures, line.Procedure);
        for (var k = 0; k < line.AdditionalProcedures.Count && isOrdinary; k++)
            isOrdinary = _law.IsInList("duty-by-rate-additional-procedure", line.AdditionalProcedures[k]);
        if (!isOrdinary)
        {
            _trace?.Add(
                i, CalculationSteps.OtherProcedure, null, line.Procedure, string.Join(' ', line.AdditionalProcedures));
        }
        else if (_law.GoodsRow("excise", line.Code) is not null)
        {
            _trace?.Add(i, CalculationSteps.ExciseGoods, null, line.Code.ToString());
        }
        else if (_consignment.IsSuperReduced && _totalCents > _rules.ValueLimitCents)
        {
            _trace?.Add(
                i, CalculationSteps.OverValueLimit, null, Amount(_totalCents), Amount(_rules.ValueLimitCents));
        }
        else
        {
            return false;
        }

        return true;
    }

    private readonly long Vat(int i, TaxableLine line, long baseCents)
    {
        if (_consignment.Ioss is not null)
        {
            _trace?.Add(i, CalculationSteps.VatIoss, 0);
            return 0;
        }

        var permille = _law.VatPermille(line.Code);
        var vat = ExactAmounts.Share(baseCents, permille, 1000, _rules.VatRoundingUnitCents, _rules.VatRounding);
        _trace?.Add(i, CalculationSteps.Vat, vat, Percent(permille * 10L), Amount(baseCents));
        return vat;
    }

    private readonly bool HasCodeIn(TaxableLine line, string list)
    {
        for (var i = 0; i < line.AdditionalProcedures.Count; i++)
        {
            if (_law.IsInList(list, line.AdditionalProcedures[i]))
                return true;
        }

        return false;
    }

    private readonly void TraceValue(int i, TaxableLine line)
    {
        if (_trace is null)
            return;
        if (_freightCents[i] > 0)
        {
            var step = _consignment.IsPostal ? CalculationSteps.PostalCharges : CalculationSteps.FreightShare;
            _trace.Add(i, step, _freightCents[i], Amount(_freightCents[i]));
        }

        if (_consignment.IsSuperReduced)
            _trace.Add(i, CalculationSteps.IntrinsicValue, _valueCents[i], Amount(_valueCents[i]), Amount(_totalCents));
        else if (line.ValuationMethod == 1)
            TraceCustomsValue(i);
    }

    private readonly void AddExchangeRate(int i, Money amount, long euroCents)
    {
        _law.TryGetExchangeRate(amount.Currency, out var unitsPerEuro);
        // The row's own ground: a rate that is only continued for trials must say so here, and not cite the law.
        _trace!.AddOn(
            _law.GroundOfExchangeRate(amount.Currency),
            i,
            CalculationSteps.ExchangeRate,
            euroCents,
            amount.ToString(),
            unitsPerEuro.ToString("0.######", CultureInfo.InvariantCulture),
            amount.Currency.ToString());
    }

    private readonly string DayText() => _law.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

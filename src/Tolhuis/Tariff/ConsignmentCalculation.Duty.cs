// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using static Tolhuis.Tariff.CalculationTrace;

namespace Tolhuis.Tariff;

/// <summary>
/// Customs duty of one line. In this order: the relief for negligible value (until 1 July 2026), the flat rate for
/// gifts, the flat duty for distance sales (from 1 July 2026), the measures of the tariff.
/// </summary>
internal ref partial struct ConsignmentCalculation
{
    // Kept from one consignment to the next; given up when one has made it large, so that its memory is bounded.
    private const int MaxKeysKept = 1024;

    [ThreadStatic]
    private static Dictionary<CountingKey, int>? _keptKeys;

    /// <summary>
    /// The keys for one consignment, empty. Asked for once in a calculation: it may be another one every time.
    /// </summary>
    private static Dictionary<CountingKey, int> EmptyFlatDutyKeys()
    {
        if (_keptKeys is null || _keptKeys.Capacity > MaxKeysKept)
            _keptKeys = new Dictionary<CountingKey, int>(32);
        _keptKeys.Clear();
        return _keptKeys;
    }

    private bool TryDuty(int i, TaxableLine line, bool isGift, out long duty, out bool isFlat)
    {
        duty = 0;
        isFlat = false;
        var isWithinLimit = _totalCents <= _rules.ValueLimitCents;
        if (_rules.HasValueRelief && isWithinLimit
            && (_consignment.IsSuperReduced || HasCodeIn(line, "value-relief-additional-procedure")))
            return IsRelieved(i, line);
        if (isGift && _totalCents <= _rules.GiftFlatRateLimitCents
            && _law.GoodsRow("gift-flat-rate-excluded", line.Code) is null)
        {
            duty = GiftDuty(i, line);
            return true;
        }

        if (_rules.HasFlatDuty && isWithinLimit && IsDistanceSale(line))
        {
            duty = FlatDuty(i, line);
            isFlat = true;
            return true;
        }

        if (!_consignment.IsSuperReduced)
            return TryTariffDuty(i, line, out duty);
        _trace?.Add(i, CalculationSteps.NoDistanceSale, null);
        return false;
    }

    private readonly bool IsRelieved(int i, TaxableLine line)
    {
        if (_law.GoodsRow("value-relief-excluded", line.Code) is not null)
        {
            _trace?.Add(i, CalculationSteps.OutsideRelief, null, line.Code.ToString());
            return false;
        }

        _trace?.Add(i, CalculationSteps.ValueRelief, 0, Amount(_totalCents), Amount(_rules.ValueLimitCents));
        return true;
    }

    /// <summary>The flat rate is left out for goods that are free by the tariff.</summary>
    private readonly long GiftDuty(int i, TaxableLine line)
    {
        if (_law.TryGetDuty(line.Code, line.Origin, "", "", out var rate) && rate.BasisPoints == 0)
        {
            _trace?.Add(i, CalculationSteps.GiftFree, 0, rate.MatchedCode);
            return 0;
        }

        var baseCents = CustomsValue(i);
        var basisPoints = _rules.GiftFlatRateBasisPoints;
        var duty = ExactAmounts.Share(
            baseCents, basisPoints, 10_000, _rules.DutyRoundingUnitCents, _rules.DutyRounding);
        _trace?.Add(i, CalculationSteps.GiftFlatRate, duty, Percent(basisPoints), Amount(baseCents));
        return duty;
    }

    /// <summary>
    /// Distance sales are known by their additional procedure or an IOSS number. In H1 outside the IOSS, the tariff
    /// applies where a preference is claimed or the trader asks for the tariff's duty.
    /// </summary>
    private readonly bool IsDistanceSale(TaxableLine line)
    {
        if (_consignment.Ioss is null && !HasCodeIn(line, "distance-sale-additional-procedure"))
            return false;
        return _consignment.IsSuperReduced || line.Preference is "" or "100"
            || _consignment.Ioss is not null && !DutyClaim.AsksTariffDuty(line, _rules);
    }

    /// <summary>One amount per counting key in the consignment, charged on the first line that has the key.</summary>
    private readonly long FlatDuty(int i, TaxableLine line)
    {
        var key = _rules.FlatDutyKey switch
        {
            FlatDutyKey.Line => new CountingKey(default, "", default, "", i),
            FlatDutyKey.Hs6 => new CountingKey(line.Code.Hs6, "", default, "", 0),
            FlatDutyKey.Hs6DescriptionOrigin =>
                new CountingKey(line.Code.Hs6, line.Description, line.Origin, "", 0),
            _ => new CountingKey(line.Code.Hs6, line.Description, line.Origin, line.ProductIdentifier, 0),
        };
        if (_firstLineByKey.TryAdd(key, i))
        {
            _trace?.Add(
                i,
                CalculationSteps.FlatDuty,
                _rules.FlatDutyCents,
                Amount(_rules.FlatDutyCents),
                line.Code.Hs6.ToString(),
                _rules.FlatDutyKeyName);
            return _rules.FlatDutyCents;
        }

        _trace?.Add(
            i, CalculationSteps.FlatDutyGrouped, 0, $"{_firstLineByKey[key] + 1}", line.Code.Hs6.ToString());
        return 0;
    }

    /// <summary>Descriptions are the same without blanks around them and without case, as for the warning that goods
    /// were put together.</summary>
    private readonly record struct CountingKey(
        CommodityCode Hs6, string Description, CountryCode Origin, string Identifier, int Line)
    {
        public bool Equals(CountingKey other) =>
            Hs6 == other.Hs6 && Origin == other.Origin && Line == other.Line && Identifier == other.Identifier
            && Description.AsSpan().Trim()
                .Equals(other.Description.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);

        public override int GetHashCode() => HashCode.Combine(
            Hs6,
            string.GetHashCode(Description.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase),
            Origin,
            Identifier,
            Line);
    }
}

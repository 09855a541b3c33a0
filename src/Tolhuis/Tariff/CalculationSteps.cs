// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff;

/// <summary>Every step a calculation may take; ground and sentences stand in Law/steps.csv.</summary>
internal static class CalculationSteps
{
    public const string ExchangeRate = "tariff.step.exchange-rate";
    public const string FreightShare = "tariff.step.freight-share";
    public const string CustomsValue = "tariff.step.customs-value";
    public const string CustomsValueAdjusted = "tariff.step.customs-value-adjusted";
    public const string PostalCharges = "tariff.step.postal-charges";

    // Values of these four: code of 14 04, euro.
    public const string Addition = "tariff.step.addition";
    public const string AdditionShare = "tariff.step.addition-share";
    public const string Deduction = "tariff.step.deduction";
    public const string DeductionShare = "tariff.step.deduction-share";
    public const string IntrinsicValue = "tariff.step.intrinsic-value";
    public const string ValueRelief = "tariff.step.value-relief";
    public const string GiftRelief = "tariff.step.gift-relief";
    public const string GiftFlatRate = "tariff.step.gift-flat-rate";
    public const string GiftFree = "tariff.step.gift-free";
    public const string FlatDuty = "tariff.step.flat-duty";
    public const string FlatDutyGrouped = "tariff.step.flat-duty-grouped";
    public const string TariffDuty = "tariff.step.tariff-duty";

    // Values of all of these: duty, code of its row, customs value, quantities, then what claimed or chose it.
    public const string ThirdCountryDuty = "tariff.step.third-country-duty";
    public const string PreferenceDuty = "tariff.step.preference-duty";
    public const string SuspensionDuty = "tariff.step.suspension-duty";
    public const string EndUseDuty = "tariff.step.end-use-duty";
    public const string AntiDumpingDuty = "tariff.step.anti-dumping-duty";
    public const string CountervailingDuty = "tariff.step.countervailing-duty";
    public const string SafeguardDuty = "tariff.step.safeguard-duty";
    public const string Vat = "tariff.step.vat";
    public const string VatIoss = "tariff.step.vat-ioss";

    // What customs determined itself; one value each.
    public const string DeterminedCode = "tariff.step.determined-code";
    public const string DeterminedOrigin = "tariff.step.determined-origin";
    public const string DeterminedValue = "tariff.step.determined-value";
    public const string DeterminedGrossMass = "tariff.step.determined-gross-mass";
    public const string DeterminedNetMass = "tariff.step.determined-net-mass";
    public const string DeterminedUnits = "tariff.step.determined-units";
    public const string DeterminedDescription = "tariff.step.determined-description";
    public const string DeterminedPreference = "tariff.step.determined-preference";
    public const string DeterminedDuty = "tariff.step.determined-duty";
    public const string DeterminedVat = "tariff.step.determined-vat";

    // From here on: the calculation stops and a person determines the amount.
    public const string NoExchangeRate = "tariff.step.no-exchange-rate";
    public const string AmountTooLarge = "tariff.step.amount-too-large";
    public const string AdditionUnknown = "tariff.step.addition-unknown";
    public const string OtherValuation = "tariff.step.other-valuation";
    public const string ValueBelowZero = "tariff.step.value-below-zero";
    public const string OverValueLimit = "tariff.step.over-value-limit";
    public const string OutsideRelief = "tariff.step.outside-relief";
    public const string ExciseGoods = "tariff.step.excise-goods";
    public const string GiftQuantityLimit = "tariff.step.gift-quantity-limit";
    public const string OtherProcedure = "tariff.step.other-procedure";
    public const string NoDutyRate = "tariff.step.no-duty-rate";
    public const string NoDistanceSale = "tariff.step.no-distance-sale";
    public const string Quota = "tariff.step.quota";
    public const string QuotaUnknown = "tariff.step.quota-unknown";
    public const string DocumentMissing = "tariff.step.document-missing";
    public const string EndUseProcedure = "tariff.step.end-use-procedure";
    public const string QuantityMissing = "tariff.step.quantity-missing";
    public const string AgriculturalComponent = "tariff.step.agricultural-component";
    public const string OutOfSeason = "tariff.step.out-of-season";
    public const string DefenceOpen = "tariff.step.defence-open";
    public const string ProvisionalDuty = "tariff.step.provisional-duty";
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff;

/// <summary>Every problem of this module; severity, ground and sentences stand in Law/problems.csv.</summary>
public static class TariffProblems
{
    /// <summary>Values: currency, date.</summary>
    public const string ExchangeRateMissing = "tariff.exchange-rate.missing";

    /// <summary>Values: item number, commodity code, code of the step that stopped the calculation.</summary>
    public const string DutyNotDetermined = "tariff.duty.not-determined";

    /// <summary>Values: number of faults, the first fault.</summary>
    public const string EditionInvalid = "tariff.edition.invalid";

    /// <summary>Values: number of the edition in use.</summary>
    public const string EditionUnchanged = "tariff.edition.unchanged";

    /// <summary>Values: item number, commodity code, the documents of which one is needed, ground.</summary>
    public const string DocumentMissing = "tariff.document.missing";

    /// <summary>Values: item number, commodity code, origin, ground.</summary>
    public const string GoodsProhibited = "tariff.goods.prohibited";
}

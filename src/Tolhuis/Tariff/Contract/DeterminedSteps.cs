// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff.Contract;

/// <summary>
/// Steps that no calculation takes: what customs determined itself (UCC 101(1), 191(2)), as a step of its own between
/// those of the law.
/// </summary>
public static class DeterminedSteps
{
    public const string Code = CalculationSteps.DeterminedCode;
    public const string Origin = CalculationSteps.DeterminedOrigin;
    public const string Value = CalculationSteps.DeterminedValue;
    public const string GrossMass = CalculationSteps.DeterminedGrossMass;
    public const string NetMass = CalculationSteps.DeterminedNetMass;
    public const string SupplementaryUnits = CalculationSteps.DeterminedUnits;
    public const string Description = CalculationSteps.DeterminedDescription;
    public const string Preference = CalculationSteps.DeterminedPreference;
    public const string Duty = CalculationSteps.DeterminedDuty;
    public const string Vat = CalculationSteps.DeterminedVat;

    /// <param name="line">Place of the line, from 1.</param>
    /// <param name="step">One of the constants of this class.</param>
    /// <param name="value">As it was determined, in invariant text.</param>
    /// <param name="cents">The amount in euro cents, of duty and VAT.</param>
    public static CalculationStep Of(LawOfTheDay law, int line, string step, string value, long? cents = null) =>
        new(line, step, law.GroundOfStep(step), [value], cents);
}

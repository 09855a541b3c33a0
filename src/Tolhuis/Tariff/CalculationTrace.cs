// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// Collects the steps of one calculation; where there is none, the calculation makes no texts at all.
/// </summary>
internal sealed class CalculationTrace(LawOfTheDay law)
{
    private readonly List<CalculationStep> _steps = [];

    public IReadOnlyList<CalculationStep> Steps => _steps;

    public static string Amount(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A rate in hundredths of a per cent as per cent.</summary>
    public static string Percent(long basisPoints) =>
        (basisPoints / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Millionths of a unit.</summary>
    public static string Quantity(long millionths, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{millionths / 1_000_000m:0.######} {unit}");

    public void Add(int line, string code, long? amountCents, params string[] arguments) =>
        AddOn("", line, code, amountCents, arguments);

    /// <summary>A step on the ground of the row that it used; on that of the step where the row has none.</summary>
    public void AddOn(string ground, int line, string code, long? amountCents, params string[] arguments) =>
        _steps.Add(new CalculationStep(
            line + 1, code, ground.Length > 0 ? ground : law.GroundOfStep(code), arguments, amountCents));
}

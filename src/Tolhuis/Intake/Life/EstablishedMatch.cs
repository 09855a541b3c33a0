// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>Whether a declared line says what was established of its goods, compared as values.</summary>
internal static class EstablishedMatch
{
    /// <summary>False for an amount of duty or VAT: a declarant does not declare it, so no correction can say it.
    /// </summary>
    public static bool IsSaidBy(DeclarationLine line, Particular established) =>
        ParticularValue.TryParse(established.Kind, established.Value, out var value) && value.Kind switch
        {
            ParticularKind.CommodityCode => IsSaidBy(line.Code, value.Code),
            ParticularKind.Origin => line.Origin == value.Country,
            ParticularKind.Value => line.Value == value.Money,
            ParticularKind.GrossMass => line.GrossMass == value.Millionths,
            ParticularKind.NetMass => line.NetMass == value.Millionths,
            ParticularKind.SupplementaryUnits => line.SupplementaryUnits == value.Millionths,
            ParticularKind.Description => string.Equals(line.Description, value.Text, StringComparison.Ordinal),
            ParticularKind.Preference => string.Equals(line.Preference, value.Text, StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>Whoever declares six digits (H7) can say no more than the subheading; eight digits for an established
    /// ten leave the rest open.</summary>
    private static bool IsSaidBy(CommodityCode declared, CommodityCode established) =>
        declared == established || (declared.DigitCount == 6 && established.IsUnder(declared));
}

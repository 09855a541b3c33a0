// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Controls.Contract;

/// <summary>Which particular of a goods item customs established. Numbers are stored and never change.</summary>
public enum ParticularKind : byte
{
    /// <summary>18 09: eight or ten digits.</summary>
    CommodityCode = 1,

    /// <summary>16 08: country of origin, two letters.</summary>
    Origin = 2,

    /// <summary>14 08 or 14 14: the amount, a blank and the currency, e.g. <c>21.50 EUR</c>.</summary>
    Value = 3,

    /// <summary>18 04: kilograms, at most six decimals.</summary>
    GrossMass = 4,

    /// <summary>18 01: kilograms, at most six decimals.</summary>
    NetMass = 5,

    /// <summary>18 02: at most six decimals.</summary>
    SupplementaryUnits = 6,

    /// <summary>18 05: description of goods.</summary>
    Description = 7,

    /// <summary>14 11: preference, three digits.</summary>
    Preference = 8,

    /// <summary>The import duty that a person determined, in euro, e.g. <c>3.20</c>; stands instead of what would be
    /// calculated.</summary>
    Duty = 20,

    /// <summary>The import VAT that a person determined, in euro.</summary>
    Vat = 21,
}

/// <summary>
/// What customs established of a goods item, in the notation of its kind with a point as decimal separator.
/// </summary>
/// <param name="Item">Number of the goods item.</param>
public sealed record Particular(int Item, ParticularKind Kind, string Value);

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;

namespace Tolhuis.Web.Controls;

/// <summary>
/// Which particulars make sense with which kind of error, so that the form asks no more than that. A help and no rule:
/// without script all are shown, and what is handed in is judged by what it is.
/// </summary>
public static class ErrorParticulars
{
    private static readonly Dictionary<ParticularKind, string> Errors = new()
    {
        [ParticularKind.CommodityCode] = "classification description prohibited undeclared other",
        [ParticularKind.Description] = "classification description prohibited undeclared other",
        [ParticularKind.Origin] = "origin document undeclared other",
        [ParticularKind.Preference] = "origin document procedure other",
        [ParticularKind.Value] = "value document undeclared other",
        [ParticularKind.GrossMass] = "quantity undeclared other",
        [ParticularKind.NetMass] = "quantity undeclared other",
        [ParticularKind.SupplementaryUnits] = "quantity classification undeclared other",
    };

    /// <summary>Codes of the list <c>control-error</c>, with blanks between; empty for a kind that no form asks.
    /// </summary>
    public static string Of(ParticularKind kind) => Errors.GetValueOrDefault(kind, "");
}

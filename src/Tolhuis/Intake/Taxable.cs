// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>The facts of a declaration that the calculation of duties asks for.</summary>
internal static class Taxable
{
    public static TaxableConsignment From(Declaration declaration)
    {
        var lines = new TaxableLine[declaration.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = declaration.Lines[i];
            lines[i] = new TaxableLine(
                line.Code,
                line.Description,
                line.Origin,
                line.Value,
                line.Freight,
                line.GrossMass,
                line.NetMass,
                line.Procedure,
                line.AdditionalProcedures,
                line.Preference);
        }

        return new TaxableConsignment(
            declaration.DataSet == DataSet.H7, declaration.Ioss, declaration.Freight, lines);
    }
}

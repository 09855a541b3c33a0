// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>The facts of a declaration that the calculation of duties asks for.</summary>
internal static class Taxable
{
    private static readonly List<string> NoTypes = [];

    public static TaxableConsignment From(Declaration declaration) => From(declaration, declaration.Lines);

    /// <summary>Some lines of a declaration: those of a supplement that were accepted on the same day.</summary>
    public static TaxableConsignment From(Declaration declaration, IReadOnlyList<DeclarationLine> chosen)
    {
        var lines = new TaxableLine[chosen.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = chosen[i];
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
                line.Preference)
            {
                AdditionalCodes = line.AdditionalCodes,
                SupplementaryUnits = line.SupplementaryUnits,
                QuotaOrderNumber = line.QuotaOrderNumber,
                DocumentTypes = DocumentTypes(declaration.References, line.References),
            };
        }

        return new TaxableConsignment(
            declaration.DataSet == DataSet.H7, declaration.Ioss, declaration.Freight, lines)
        {
            IsPostal = declaration.DataSet == DataSet.H6,
        };
    }

    /// <summary>Allocates only for a line that has documents of its own.</summary>
    private static List<string> DocumentTypes(
        IReadOnlyList<Reference> shipment, IReadOnlyList<Reference> line)
    {
        if (shipment.Count == 0 && line.Count == 0)
            return NoTypes;
        List<string>? types = null;
        foreach (var references in (ReadOnlySpan<IReadOnlyList<Reference>>)[line, shipment])
        {
            foreach (var reference in references)
            {
                if (reference.Kind is ReferenceKind.Supporting or ReferenceKind.Additional
                        or ReferenceKind.Authorisation
                    && reference.Type.Length > 0)
                    (types ??= []).Add(reference.Type);
            }
        }

        return types ?? NoTypes;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>The facts of a declaration that the calculation of duties asks for.</summary>
internal static class Taxable
{
    private static readonly List<string> NoTypes = [];

    public static TaxableConsignment From(Declaration declaration, LawOfTheDay law) =>
        From(declaration, declaration.Lines, law);

    /// <summary>Some lines of a declaration: those of a supplement that were accepted on the same day.</summary>
    public static TaxableConsignment From(
        Declaration declaration, IReadOnlyList<DeclarationLine> chosen, LawOfTheDay law)
    {
        // Column H1 asks the method; elsewhere the value is the price.
        var asksMethod = declaration.DataSet == DataSet.H1;
        var hasIdentifiers = law.TextSetting("flat-duty-counting-key")
            .EndsWith("-identifier", StringComparison.Ordinal);
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
                Additions = Additions(line.Additions),
                ValuationMethod = asksMethod ? line.ValuationMethod : 1,
                PreferentialOrigin = line.PreferentialOrigin,
                ProductIdentifier = hasIdentifiers ? ProductIdentifier(line, law) : "",
            };
        }

        return new TaxableConsignment(
            declaration.DataSet == DataSet.H7, declaration.Ioss, declaration.Freight, lines)
        {
            IsPostal = declaration.DataSet == DataSet.H6,
            Additions = Additions(declaration.Additions),
            AsksSupplementaryUnits = declaration.DataSet == DataSet.H1
                && !DeclarationTypes.IsSimplified(declaration.AdditionalType, declaration.DataSet),
        };
    }

    private static IReadOnlyList<ValueAddition> Additions(IReadOnlyList<Addition> declared) => declared.Count == 0
        ? []
        : [.. declared.Select(addition => new ValueAddition(addition.Code, addition.Amount))];

    /// <summary>Number of the first document of a type in the list of the day; empty without.</summary>
    private static string ProductIdentifier(DeclarationLine line, LawOfTheDay law)
    {
        for (var i = 0; i < line.References.Count; i++)
        {
            if (line.References[i].Kind == ReferenceKind.Supporting
                && law.IsInList("product-identifier-merchant", line.References[i].Type))
                return line.References[i].Number;
        }

        return "";
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

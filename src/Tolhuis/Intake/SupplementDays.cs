// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// The days of a supplementary declaration: each line is calculated by the law of the day on which it was accepted (UCC
/// 167(4), 182(2)), so a month that crosses a change of law is split there.
/// </summary>
internal static class SupplementDays
{
    /// <summary>Day of a line: as declared at the line, else at the shipment; null where neither is declared.</summary>
    public static DateOnly? Declared(Declaration declaration, int index) =>
        declaration.Lines[index].AcceptanceDate ?? declaration.AcceptanceDate;

    /// <summary>The date whose law counts for the declaration as a whole: of the shipment, else the earliest line.
    /// </summary>
    public static DateOnly First(Declaration declaration, DateOnly? otherwise) => declaration.AcceptanceDate
        ?? Enumerable.Range(0, declaration.Lines.Count)
            .Select(i => Declared(declaration, i) ?? otherwise ?? DateOnly.MaxValue).Min();

    /// <param name="law">Law of the day for lines that declare none; other days are of the same edition.</param>
    public static void Calculate(Declaration declaration, LawOfTheDay law, Span<LineTax> result)
    {
        foreach (var group in Groups(declaration, law.Day))
        {
            var taxes = new LineTax[group.Lines.Count];
            TariffCalculator.Calculate(
                Taxable.From(declaration, group.Lines), law.Source.On(group.Day), taxes);
            for (var i = 0; i < taxes.Length; i++)
                result[group.Places[i]] = taxes[i];
        }
    }

    /// <summary>The steps of the same calculation, day by day.</summary>
    public static IReadOnlyList<CalculationStep> Explain(Declaration declaration, LawOfTheDay law) =>
    [
        .. Groups(declaration, law.Day).SelectMany(group =>
            TariffCalculator.Explain(Taxable.From(declaration, group.Lines), law.Source.On(group.Day))),
    ];

    private static IEnumerable<(DateOnly Day, List<DeclarationLine> Lines, List<int> Places)> Groups(
        Declaration declaration, DateOnly otherwise) => Enumerable.Range(0, declaration.Lines.Count)
            .GroupBy(i => Declared(declaration, i) ?? otherwise)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Select(i => declaration.Lines[i]).ToList(), group.ToList()));
}

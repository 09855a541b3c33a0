// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
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
    /// <returns>What the lines lack by the law of their days.</returns>
    public static IReadOnlyList<Problem> Calculate(Declaration declaration, LawOfTheDay law, Span<LineTax> result)
    {
        var lacking = new List<Problem>();
        foreach (var (day, places, consignment) in Groups(declaration, law))
        {
            var taxes = new LineTax[places.Count];
            var onDay = law.Source.On(day);
            TariffCalculator.Calculate(consignment, onDay, taxes);
            for (var i = 0; i < taxes.Length; i++)
                result[places[i]] = taxes[i];
            // Items are numbered within the day there, and within the declaration here.
            lacking.AddRange(MeasureDocuments.Missing(consignment, onDay).Select(problem => problem with
            {
                Arguments = [ItemOf(problem, places), .. problem.Arguments.Skip(1)],
            }));
        }

        return lacking;
    }

    private static string ItemOf(Problem problem, List<int> places) => DecisionRows.TextOf(
        places[int.Parse(problem.Arguments[0], System.Globalization.CultureInfo.InvariantCulture) - 1] + 1);

    /// <summary>The steps of the same calculation, day by day.</summary>
    public static IReadOnlyList<CalculationStep> Explain(Declaration declaration, LawOfTheDay law) =>
    [
        .. Groups(declaration, law).SelectMany(group =>
            TariffCalculator.Explain(group.Consignment, law.Source.On(group.Day))),
    ];

    private static IEnumerable<(DateOnly Day, List<int> Places, TaxableConsignment Consignment)> Groups(
        Declaration declaration, LawOfTheDay law)
    {
        var lines = declaration.Lines;
        var total = lines.Sum(line => line.Value.Cents);
        var before = 0L;
        foreach (var group in Enumerable.Range(0, lines.Count)
            .GroupBy(i => Declared(declaration, i) ?? law.Day).OrderBy(group => group.Key))
        {
            var places = group.ToList();
            var consignment = Taxable.From(
                declaration, [.. places.Select(i => lines[i])], law.Source.On(group.Key));
            if (total > 0)
            {
                var (from, until) = (before, before + places.Sum(i => lines[i].Value.Cents));
                before = until;
                consignment = consignment with
                {
                    Freight = declaration.Freight is { } freight ? Part(freight, from, until, total) : null,
                    Additions = [.. consignment.Additions.Select(addition => addition with
                    {
                        Amount = Part(addition.Amount, from, until, total),
                    })],
                };
            }

            yield return (group.Key, places, consignment);
        }
    }

    /// <summary>Amounts of the shipment go with the value; what rounding leaves goes to the last day.</summary>
    private static Money Part(Money amount, long from, long until, long total) => amount with
    {
        Cents = (long)((Int128)amount.Cents * until / total) - (long)((Int128)amount.Cents * from / total),
    };
}

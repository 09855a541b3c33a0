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
    // Cents; with the most lines and as much freight the shares still fit, and no calculation takes more.
    private const long MaxShared = 100_000_000_000_000_000;

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
        var values = Weights(lines, law);
        var total = values.Aggregate((Int128)0, (sum, value) => sum + value);
        var before = (Int128)0;
        foreach (var group in Enumerable.Range(0, lines.Count)
            .GroupBy(i => Declared(declaration, i) ?? law.Day).OrderBy(group => group.Key))
        {
            var places = group.ToList();
            var consignment = Taxable.From(
                declaration, [.. places.Select(i => lines[i])], law.Source.On(group.Key));
            if (values.Length == 0)
            {
                // Without a rate for one line no share is known, so no day can be determined.
                consignment = Shared(consignment, declaration, amount => amount with { Cents = long.MaxValue });
            }
            else if (total > 0)
            {
                var from = before;
                before = places.Aggregate(before, (sum, i) => sum + values[i]);
                var until = before;
                consignment = Shared(consignment, declaration, amount => Part(amount, from, until, total));
            }

            yield return (group.Key, places, consignment);
        }
    }

    private static TaxableConsignment Shared(
        TaxableConsignment consignment, Declaration declaration, Func<Money, Money> share) => consignment with
        {
            Freight = declaration.Freight is { } freight ? share(freight) : null,
            Additions = [.. consignment.Additions.Select(one => one with { Amount = share(one.Amount) })],
        };

    /// <summary>Amounts of the shipment go with the value; what rounding leaves goes to the last day.</summary>
    private static Money Part(Money amount, Int128 from, Int128 until, Int128 total) =>
        amount.Cents is < 0 or > MaxShared
            ? amount with { Cents = long.MaxValue }
            : amount with { Cents = (long)(amount.Cents * until / total) - (long)(amount.Cents * from / total) };

    /// <summary>Values by which freight is shared: as they are in one currency, else in euro; none if one of them
    /// cannot be converted.</summary>
    private static long[] Weights(IReadOnlyList<DeclarationLine> lines, LawOfTheDay law)
    {
        var weights = new long[lines.Count];
        var isOneCurrency = lines.All(line => line.Value.Currency == lines[0].Value.Currency);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = lines[i].Value.Cents;
            if (weights[i] is < 0 or > MaxShared
                || !isOneCurrency && !law.TryToEuroCents(lines[i].Value, out weights[i]))
                return [];
        }

        return weights;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>
/// Documents that measures ask for (conditions of a measure): CITES permits, veterinary and plant health documents,
/// licences; prohibitions; and the supplementary units that the nomenclature asks.
/// Nothing is allocated while nothing is missing.
/// </summary>
public static class MeasureDocuments
{
    /// <summary>More problems of one consignment are not named: a person looks at it anyway.</summary>
    public const int MaxProblems = 100;

    /// <summary>
    /// What the lines lack by the law of the day: per line and measure one problem, in the order of the lines. Its
    /// first value is the item number (position + 1), then the code, the alternatives and the ground.
    /// </summary>
    public static IReadOnlyList<Problem> Missing(TaxableConsignment consignment, LawOfTheDay law)
    {
        var book = law.Measures;
        if (!book.HasDemands && !consignment.AsksSupplementaryUnits)
            return [];
        List<Problem>? problems = null;
        for (var i = 0; i < consignment.Lines.Count; i++)
        {
            var line = consignment.Lines[i];
            var shorterThan = Prefixes<int>.MaxLength + 1;
            while (book.TryDemands(line.Code, ref shorterThan, out var places))
            {
                foreach (var place in places)
                {
                    if (!place.IsMetBy(line) && (problems?.Count ?? 0) < MaxProblems)
                        (problems ??= []).Add(Problem(place.Measure, i, line, law));
                }
            }

            if (consignment.AsksSupplementaryUnits && line.SupplementaryUnits == 0
                && book.SupplementaryUnit(line.Code) is { Length: > 0 } unit && (problems?.Count ?? 0) < MaxProblems)
                (problems ??= []).Add(UnitsMissing(i, line, unit, law));
        }

        return problems ?? (IReadOnlyList<Problem>)[];
    }

    private static Problem UnitsMissing(int i, TaxableLine line, string unit, LawOfTheDay law) =>
        ProblemCatalogue.Of(law).Make(
            DutyClaim.NeedsUnits(line, law) ? TariffProblems.UnitsNeeded : TariffProblems.UnitsMissing,
            law.Day,
            "18 02 001 000",
            "",
            (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            line.Code.ToString(),
            unit);

    private static Problem Problem(Measure measure, int i, TaxableLine line, LawOfTheDay law)
    {
        var isProhibited = measure.Type == MeasureType.Prohibition;
        return ProblemCatalogue.Of(law).Make(
            isProhibited ? TariffProblems.GoodsProhibited : TariffProblems.DocumentMissing,
            law.Day,
            isProhibited ? "18 09 056 000" : "12 03 002 000",
            "",
            (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            line.Code.ToString(),
            isProhibited ? line.Origin.ToString() : string.Join(", ", measure.Documents),
            measure.Ground);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>
/// What the lines of a consignment owe by the law of one day: relief or flat duty for low-value consignments (H7 and
/// distance sales in H1), the duty for third countries (H1) and VAT. One calculation serves both the decision and its
/// explanation, so they cannot differ. Not calculated, so left to a person: preferences, quotas, trade defence, excise,
/// other procedures.
/// </summary>
public static class TariffCalculator
{
    // Up to this number of lines the work space is on the stack: nearly every message.
    private const int MaxLinesOnStack = 32;

    /// <summary>Calculates each line; allocates nothing for consignments of ordinary size.</summary>
    /// <param name="result">One place per line, in the order of the lines.</param>
    public static void Calculate(TaxableConsignment consignment, LawOfTheDay law, Span<LineTax> result) =>
        Run(consignment, law, result, trace: null);

    /// <summary>
    /// The steps of the same calculation, in the order of the lines; sentences by <see cref="LawOfTheDay.TextOfStep"/>.
    /// </summary>
    public static IReadOnlyList<CalculationStep> Explain(TaxableConsignment consignment, LawOfTheDay law)
    {
        var trace = new CalculationTrace(law);
        Run(consignment, law, new LineTax[consignment.Lines.Count], trace);
        return trace.Steps;
    }

    private static void Run(
        TaxableConsignment consignment, LawOfTheDay law, Span<LineTax> result, CalculationTrace? trace)
    {
        var lines = consignment.Lines.Count;
        Invariant.Holds(result.Length == lines, "each line has one place for its result");
        var length = lines * ConsignmentCalculation.NumbersPerLine;
        if (lines <= MaxLinesOnStack)
        {
            Span<long> space = stackalloc long[MaxLinesOnStack * ConsignmentCalculation.NumbersPerLine];
            new ConsignmentCalculation(consignment, law, trace, space[..length]).Run(result);
            return;
        }

        var rented = ArrayPool<long>.Shared.Rent(length);
        try
        {
            new ConsignmentCalculation(consignment, law, trace, rented.AsSpan(0, length)).Run(result);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }
}

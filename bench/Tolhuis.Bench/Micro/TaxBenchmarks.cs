// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using BenchmarkDotNet.Attributes;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Bench.Micro;

/// <summary>
/// Time and bytes allocated of calculating one consignment: a parcel under the flat duty, which asks no measure, a
/// standard line by each kind of measure, and the question which documents are missing.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class TaxBenchmarks
{
    private readonly LawOfTheDay _law = LawEdition.BuiltIn.On(new DateOnly(2026, 11, 24));
    private readonly LineTax[] _one = new LineTax[1];
    private readonly LineTax[] _two = new LineTax[2];
    private readonly TaxableConsignment _parcel = new(
        true, null, null, [Line("610910", "", "") with { AdditionalProcedures = ["F53"] },
            Line("640219", "", "") with { AdditionalProcedures = ["F53"] }]);
    private readonly TaxableConsignment _percentage = H1(Line("6109100010", "CN", "100"));
    private readonly TaxableConsignment _compound =
        H1(Line("0201300000", "AR", "100") with { NetMass = 400_000_000 });
    private readonly TaxableConsignment _preference =
        H1(Line("6109100010", "GB", "300") with { DocumentTypes = ["N380", "U116"] });
    private readonly TaxableConsignment _defence =
        H1(Line("8712003000", "CN", "100") with { AdditionalCodes = ["B999"] });

    [Benchmark(Baseline = true)]
    public void ParcelOfTwoLines() => TariffCalculator.Calculate(_parcel, _law, _two);

    [Benchmark]
    public void Percentage() => TariffCalculator.Calculate(_percentage, _law, _one);

    [Benchmark]
    public void Compound() => TariffCalculator.Calculate(_compound, _law, _one);

    [Benchmark]
    public void Preference() => TariffCalculator.Calculate(_preference, _law, _one);

    [Benchmark]
    public void AntiDumping() => TariffCalculator.Calculate(_defence, _law, _one);

    [Benchmark]
    public int DocumentsOfParcel() => MeasureDocuments.Missing(_parcel, _law).Count;

    private static TaxableConsignment H1(TaxableLine line) => new(false, null, null, [line]);

    private static TaxableLine Line(string code, string origin, string preference)
    {
        Invariant.Holds(CommodityCode.TryParse(code, out var commodity, out _), "The code of the benchmark is one.");
        var hasOrigin = CountryCode.TryParse(origin, out var country);
        return new TaxableLine(
            commodity,
            "goods",
            hasOrigin ? country : default,
            new Money(10_000, CurrencyCode.Euro),
            null,
            0,
            0,
            "4000",
            ["000"],
            preference);
    }
}

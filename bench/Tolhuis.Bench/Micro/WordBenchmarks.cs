// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using BenchmarkDotNet.Attributes;
using Tolhuis.Kernel;
using Tolhuis.Risk;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Bench.Micro;

/// <summary>
/// Time and bytes allocated of what is done for every line: reading its words, asking the law, one draw.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class WordBenchmarks
{
    private static readonly byte[] MrnBytes =
        [.. "26NL000000000042R"u8, (byte)('0' + Mrn.CheckDigit("26NL000000000042R"))];
    private readonly byte[] _key = new byte[32];
    private readonly LawOfTheDay _law = LawEdition.BuiltIn.On(new DateOnly(2026, 11, 24));
    private CommodityCode _code;

    [GlobalSetup]
    public void SetUp() =>
        Invariant.Holds(CommodityCode.TryParse("620462", out _code, out _), "The code of the benchmark is one.");

    [Benchmark]
    public bool ReadMrn() => Mrn.TryParse(MrnBytes, out _, out _);

    [Benchmark]
    public bool RefuseMrn() => Mrn.TryParse("26NL00000000004"u8, out _, out _);

    [Benchmark]
    public bool ReadCommodityCode() => CommodityCode.TryParse("6204623110"u8, out _, out _);

    [Benchmark]
    public bool ReadAmount() => Money.TryParseCents("1234.56", out _);

    [Benchmark]
    public bool ConvertToEuro()
    {
        return CurrencyCode.TryParse("USD", out var dollar)
            && _law.TryToEuroCents(new Money(123_456, dollar), out _);
    }

    [Benchmark]
    public bool IsRestricted() => _law.RestrictionOf(_code, default) is not null;

    [Benchmark]
    public ulong Draw() => SampleDraw.Fraction(_key, 42, _code);
}

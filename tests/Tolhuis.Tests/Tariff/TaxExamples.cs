// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tests.Tariff;

/// <summary>Consignments for the tests of this folder, in few words.</summary>
internal static class TaxExamples
{
    public static readonly DateOnly LastDayOfTheRelief = new(2026, 6, 30);
    public static readonly DateOnly FirstDayOfTheFlatDuty = new(2026, 7, 1);

    public static CommodityCode Code(string text) => CommodityCode.TryParse(text, out var code, out _)
        ? code
        : throw new ArgumentException(text);

    public static CountryCode Country(string text) => CountryCode.TryParse(text, out var country)
        ? country
        : throw new ArgumentException(text);

    public static Money Amount(long cents, string currency = "EUR") => CurrencyCode.TryParse(currency, out var code)
        ? new Money(cents, code)
        : throw new ArgumentException(currency);

    public static IossNumber Ioss => IossNumber.TryParse("IM5280000001", out var number, out _)
        ? number
        : throw new InvalidOperationException();

    public static TaxableLine Line(string code, long cents, params string[] additionalProcedures) =>
        new(Code(code), "goods", default, Amount(cents), null, 0, 0, "", additionalProcedures, "");

    public static TaxableLine FullLine(string code, long cents, string origin = "CN") => new(
        Code(code), "goods", Country(origin), Amount(cents), null, 0, 0, "4000", ["000"], "100")
    {
        PreferentialOrigin = origin,
    };

    public static TaxableConsignment H7(params TaxableLine[] lines) => new(true, null, null, lines);

    public static TaxableConsignment H1(params TaxableLine[] lines) => new(false, null, null, lines);

    public static LineTax[] Calculate(TaxableConsignment consignment, DateOnly day) =>
        Calculate(consignment, LawEdition.BuiltIn.On(day));

    public static LineTax[] Calculate(TaxableConsignment consignment, LawOfTheDay law)
    {
        var result = new LineTax[consignment.Lines.Count];
        TariffCalculator.Calculate(consignment, law, result);
        return result;
    }

    public static IReadOnlyList<string> StepCodes(TaxableConsignment consignment, DateOnly day) =>
        [.. TariffCalculator.Explain(consignment, LawEdition.BuiltIn.On(day)).Select(step => step.Code)];
}

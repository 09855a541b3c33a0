// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Declarations;
using Xunit;

namespace Tolhuis.Tests.Intake;

/// <summary>Freight of a shipment whose lines were accepted on several days.</summary>
public sealed class SupplementDaysTests
{
    private static readonly LawOfTheDay Law = LawEdition.BuiltIn.On(new DateOnly(2026, 7, 6));

    [Fact]
    public void Freight_is_shared_by_value_in_euro_whatever_the_currencies()
    {
        Assert.True(Law.TryToEuroCents(Amount(1_000_000, "JPY"), out var yen));

        var taxes = Calculate(Amount(yen, "EUR"), Amount(1_000_000, "JPY"));

        // Lines of the same value, so each has half of 20 euro.
        Assert.Equal([yen + 1_000, yen + 1_000], taxes.Select(tax => tax.ValueEuroCents));
    }

    [Fact]
    public void Without_a_rate_for_one_line_no_line_is_determined()
    {
        var taxes = Calculate(Amount(10_000, "EUR"), Amount(10_000, "KPW"));

        Assert.All(taxes, tax => Assert.False(tax.IsDetermined));
    }

    [Fact]
    public void Values_beyond_all_bounds_are_not_determined_and_break_nothing()
    {
        var taxes = Calculate(Amount(long.MaxValue - 1, "EUR"), Amount(long.MaxValue - 1, "EUR"));

        Assert.All(taxes, tax => Assert.False(tax.IsDetermined));
    }

    private static LineTax[] Calculate(Money first, Money second)
    {
        var from = new MessageChecker().Check(Parcels.H7("S-1"), SampleMessages.LawAfterRelief).Declaration!;
        var declaration = new Declaration
        {
            DataSet = DataSet.H1,
            Lrn = from.Lrn,
            AdditionalType = 'Y',
            Declarant = from.Declarant,
            Importer = from.Importer,
            Exporter = from.Exporter,
            Freight = Amount(2_000, "EUR"),
            Lines = [Line(1, first), Line(2, second)],
        };
        var taxes = new LineTax[2];
        SupplementDays.Calculate(declaration, Law, taxes);
        return taxes;

        DeclarationLine Line(int number, Money value) => new()
        {
            ItemNumber = number,
            Code = from.Lines[0].Code,
            Description = from.Lines[0].Description,
            Value = value,
            GrossMass = from.Lines[0].GrossMass,
            AdditionalProcedures = from.Lines[0].AdditionalProcedures,
            AcceptanceDate = new DateOnly(2026, 7, number),
        };
    }

    private static Money Amount(long cents, string currency) =>
        new(cents, CurrencyCode.TryParse(currency, out var code) ? code : default);
}

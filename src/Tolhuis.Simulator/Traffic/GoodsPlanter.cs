// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Trade;

namespace Tolhuis.Simulator.Traffic;

/// <summary>Fills one goods line: which goods, what they are said to be, and with which planted mechanism.</summary>
internal sealed class GoodsPlanter(ProductCatalogue catalogue)
{
    private static readonly byte[][] VagueDescriptions =
        Array.ConvertAll(["gift", "parts", "accessories", "goods", "sample", "daily necessities", "toy", "item"],
            Names.Utf8);

    private readonly Product[] _withNeighbour = Array.FindAll(catalogue.Free, p => p.Neighbour is not null);

    /// <summary>
    /// Fills the line with goods of at most <paramref name="mostEuroCents"/> as declared; small goods take the place of
    /// goods that would go above it.
    /// </summary>
    public void Fill(
        GoodsLine line, Product product, Mechanism mechanism, Currency currency, long mostEuroCents,
        ChanceStream chance)
    {
        // Large goods in small numbers, small goods in larger: few people order three suitcases.
        var pieces = product.Grams < 400 && chance.Happens(180_000) ? chance.Between(2, 4) : 1;
        Fill(line, product, mechanism, currency, mostEuroCents, pieces, chance);
    }

    public void Fill(
        GoodsLine line, Product ordinary, Mechanism mechanism, Currency currency, long mostEuroCents, int pieces,
        ChanceStream chance)
    {
        var actual = mechanism switch
        {
            Mechanism.RestrictedGoods or Mechanism.HiddenRestrictedGoods => chance.Pick(catalogue.Restricted),
            Mechanism.WrongCode => ordinary.Neighbour is null ? chance.Pick(_withNeighbour) : ordinary,
            _ => ordinary,
        };
        var price = actual.DrawCents(chance) * pieces;
        if (price > mostEuroCents)
        {
            // Where a mechanism is planted, its goods stay: only their price is cut to what the consignment still
            // bears.
            if (mechanism == Mechanism.None)
            {
                actual = chance.Pick(catalogue.Cheap);
                pieces = 1;
            }

            price = Math.Min(actual.DrawCents(chance) * pieces, mostEuroCents);
        }

        line.Mechanism = mechanism;
        line.Pieces = pieces;
        line.Grams = actual.DrawGrams(chance, pieces);
        line.TrueEuroCents = price;
        line.TrueCode = actual.Hs6;
        Declare(line, actual, mechanism, chance);
        line.Cents = currency.FromEuro(mechanism == Mechanism.Undervaluation ? Undervalue(line, price, chance) : price);
    }

    // What the trader says about the goods: true, or bent by the mechanism.
    private void Declare(GoodsLine line, Product actual, Mechanism mechanism, ChanceStream chance)
    {
        line.Product = mechanism is Mechanism.FalseDescription or Mechanism.HiddenRestrictedGoods
            ? OtherThan(actual, chance)
            : actual;
        line.Hs6 = mechanism == Mechanism.WrongCode ? actual.Neighbour! : line.Product.Hs6;
        if (mechanism == Mechanism.VagueDescription)
            line.Description.Append(chance.Pick(VagueDescriptions));
        else
            line.Product.Describe(line.Description, chance);
        if (mechanism == Mechanism.WrongMass)
        {
            var factor = chance.Between(3, 9);
            line.Note = chance.Happens(500_000) ? $"mass times {factor}" : $"mass divided by {factor}";
            line.Grams = line.Note.StartsWith("mass times", StringComparison.Ordinal)
                ? line.Grams * factor
                : Math.Max(1, line.Grams / factor);
        }
        else if (mechanism is Mechanism.FalseDescription or Mechanism.HiddenRestrictedGoods)
        {
            line.Note = "declared as other goods";
        }
    }

    // Eight to 35 hundredths of the price: far below the lower end of the ordinary prices of the product.
    private static long Undervalue(GoodsLine line, long price, ChanceStream chance)
    {
        var percent = chance.Between(8, 35);
        line.Note = $"declared at {percent} percent";
        return Math.Max(10, price * percent / 100);
    }

    private Product OtherThan(Product actual, ChanceStream chance)
    {
        while (true)
        {
            var other = chance.Pick(catalogue.Free);
            if (!other.Hs6.AsSpan().SequenceEqual(actual.Hs6))
                return other;
        }
    }
}

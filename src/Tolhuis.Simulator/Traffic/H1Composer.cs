// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Trade;

namespace Tolhuis.Simulator.Traffic;

/// <summary>
/// Composes standard declarations of importers: 1 to 20 lines of commercial quantities from one supplier.
/// </summary>
internal sealed class H1Composer(TradeWorld world, TradingDeclarant declarant, ChanceStream chance)
{
    private const int MostLines = 20;

    private readonly GoodsPlanter _planter = new(world.Catalogue);

    public void Compose(Consignment consignment, long mostLines)
    {
        consignment.Clear();
        consignment.Declarant = declarant;
        consignment.TransportNumber = chance.Between(0, 1_999_999_999) * 5L;
        var supplier = declarant.DrawSeller(chance);
        consignment.Sender = supplier.Address;
        consignment.Currency = supplier.DrawCurrency(chance);
        // The least of three draws: most declarations are short, a few are long, five lines on average.
        var drawn = MostLines;
        for (var i = 0; i < 3; i++)
            drawn = Math.Min(drawn, chance.Between(1, MostLines));
        for (var i = Math.Min(drawn, mostLines); i > 0; i--)
        {
            var product = chance.Pick(chance.Happens(600_000) ? supplier.Products : world.Catalogue.Free);
            var mechanism = declarant.DrawAtLine(supplier, chance);
            var pieces = chance.Between(10, 500);
            _planter.Fill(
                consignment.AddLine(), product, mechanism, consignment.Currency, long.MaxValue, pieces, chance);
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Risk.Contract;
using Tolhuis.Tests.Intake;
using Xunit;

namespace Tolhuis.Tests.Controls;

public sealed class ControlOrdersTests : IAsyncLifetime
{
    private TestStore _store = null!;

    private IControls Orders => _store.Get<IControls>();

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_selected_line_has_one_order_of_the_kind_of_its_first_reason()
    {
        var row = _store.Declaration(await _store.Lodge(Parcels.Restricted("A-1")));

        var order = Assert.Single(Orders.Of(row));
        Assert.Equal((int)SelectionKind.Mandatory, order.Kind);
        Assert.Equal((row.Id, row.FirstLine, ControlState.Ordered), (order.DeclarationId, order.LineId, order.State));
    }

    [Fact]
    public async Task Released_and_rejected_declarations_have_no_order()
    {
        var released = _store.Declaration(await _store.Lodge(Parcels.H7("A-1")));
        var rejected = _store.Declaration(await _store.Lodge(Parcels.Rejected("A-2")));

        Assert.Empty(Orders.Of(released));
        Assert.Empty(Orders.Of(rejected));
        Assert.Equal(0, Orders.CountOpen());
    }

    [Fact]
    public async Task Open_orders_come_oldest_first_and_page_by_page()
    {
        await _store.Decide(Parcels.Zip(Enumerable.Range(1, 5).Select(i => Parcels.Restricted($"A-{i}"))));

        var first = Orders.Open(limit: 2);
        var second = Orders.Open(limit: 2, after: first[^1].Id);

        Assert.Equal(5, Orders.CountOpen());
        Assert.Equal(
            first.Concat(second).Select(order => order.Id).Order(), first.Concat(second).Select(order => order.Id));
        Assert.Equal(4, first.Concat(second).Select(order => order.Id).Distinct().Count());
    }
}

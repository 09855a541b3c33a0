// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Risk;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Declarations;
using Tolhuis.Tests.Intake;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Risk;

/// <summary>What buys a new draw and what does not (docs/explanation/random-sample.md).</summary>
public sealed class ConsignmentKeyTests
{
    private static readonly Parcel Parcel = new();

    [Fact]
    public void Another_local_reference_number_or_declarant_is_the_same_consignment()
    {
        Assert.Equal(KeyOf(Parcel), KeyOf(Parcel with { Lrn = "LRN-2" }));
        Assert.Equal(KeyOf(Parcel), KeyOf(Parcel with { Declarant = "NL007654321" }));
    }

    [Theory]
    [InlineData("j. de vries")]
    [InlineData("J de Vries")]
    [InlineData("  J. de-Vries.")]
    [InlineData("JDEVRIES")]
    public void Case_blanks_and_punctuation_of_the_consignee_do_not_count(string name) =>
        Assert.Equal(KeyOf(Parcel), KeyOf(Parcel with { Consignee = name }));

    [Fact]
    public void Another_consignee_or_transport_document_is_another_consignment()
    {
        Assert.NotEqual(KeyOf(Parcel), KeyOf(Parcel with { Consignee = "K. de Vries" }));
        Assert.NotEqual(KeyOf(Parcel), KeyOf(Parcel with { TransportDocument = "CP000000002NL" }));
    }

    [Fact]
    public void With_a_transport_document_other_goods_are_the_same_consignment() =>
        Assert.Equal(KeyOf(Parcel), KeyOf(Parcel with { Code = "950300", Description = "Wooden blocks" }));

    [Fact]
    public void With_a_mere_dash_as_transport_document_the_goods_tell_consignments_apart()
    {
        var dash = Parcel with { TransportDocument = "-" };

        Assert.Equal(KeyOf(dash), KeyOf(dash with { Lrn = "LRN-2" }));
        Assert.NotEqual(KeyOf(dash), KeyOf(dash with { Code = "950300", Description = "Wooden blocks" }));
    }

    [Fact]
    public void The_goods_count_as_a_set_of_subheadings_in_whatever_order_and_text()
    {
        var blocks = Parcel with { Code = "950300", Description = "Wooden blocks" };

        Assert.NotEqual(GoodsOf(H7(Parcel)), GoodsOf(H7(blocks)));
        Assert.NotEqual(GoodsOf(H7(Parcel)), GoodsOf(H7(Parcel with { TransportDocument = "CP000000002NL" })));
        Assert.Equal(GoodsOf(H7(Parcel)), GoodsOf(H7(Parcel with { Description = "Shirt", Value = "13.00" })));
        Assert.Equal(GoodsOf(Lines("A-1", 1)), GoodsOf(Lines("A-1", 3)));
    }

    private static ulong GoodsOf(byte[] message)
    {
        var read = new MessageChecker().Check(message, LawEdition.BuiltIn.On(new DateOnly(2026, 7, 6)));
        Assert.NotNull(read.Declaration);
        return ConsignmentKey.WithGoods(ConsignmentKey.Of(read.Declaration), read.Declaration);
    }

    private static ulong KeyOf(Parcel parcel)
    {
        var read = new MessageChecker().Check(Parcels.H7(parcel), LawEdition.BuiltIn.On(new DateOnly(2026, 7, 6)));
        Assert.NotNull(read.Declaration);
        return ConsignmentKey.Of(read.Declaration);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Xunit;

namespace Tolhuis.Tests.Controls;

/// <summary>The notation of what was established, strict and by kind.</summary>
public sealed class ParticularValueTests
{
    [Theory]
    [InlineData(ParticularKind.CommodityCode, "43016010")]
    [InlineData(ParticularKind.CommodityCode, "4301601000")]
    [InlineData(ParticularKind.Origin, "CN")]
    [InlineData(ParticularKind.Value, "21.50 EUR")]
    [InlineData(ParticularKind.Value, "0 USD")]
    [InlineData(ParticularKind.GrossMass, "0.000001")]
    [InlineData(ParticularKind.NetMass, "12")]
    [InlineData(ParticularKind.SupplementaryUnits, "3.5")]
    [InlineData(ParticularKind.Description, "Bont van een vos, 1 stuk")]
    [InlineData(ParticularKind.Preference, "100")]
    [InlineData(ParticularKind.Duty, "3.20")]
    [InlineData(ParticularKind.Vat, "0")]
    public void What_is_written_as_its_kind_asks_is_read(ParticularKind kind, string text)
    {
        Assert.True(ParticularValue.TryParse(kind, text, out var value));
        Assert.Equal(kind, value.Kind);
    }

    [Theory]
    [InlineData(ParticularKind.CommodityCode, "430160")]
    [InlineData(ParticularKind.CommodityCode, "4301.60.10")]
    [InlineData(ParticularKind.Origin, "cn")]
    [InlineData(ParticularKind.Origin, "CHN")]
    [InlineData(ParticularKind.Value, "21,50 EUR")]
    [InlineData(ParticularKind.Value, "21.50EUR")]
    [InlineData(ParticularKind.Value, "21.50 EUR ")]
    [InlineData(ParticularKind.Value, " EUR")]
    [InlineData(ParticularKind.Value, "-1 EUR")]
    [InlineData(ParticularKind.Value, "1e3 EUR")]
    [InlineData(ParticularKind.GrossMass, "0.0000001")]
    [InlineData(ParticularKind.NetMass, "")]
    [InlineData(ParticularKind.SupplementaryUnits, "1.2.3")]
    [InlineData(ParticularKind.Description, " padded ")]
    [InlineData(ParticularKind.Description, "two\nlines")]
    [InlineData(ParticularKind.Preference, "1000")]
    [InlineData(ParticularKind.Duty, "3.205")]
    [InlineData(ParticularKind.Vat, "3.20 EUR")]
    [InlineData((ParticularKind)0, "x")]
    public void Anything_else_is_refused(ParticularKind kind, string text) =>
        Assert.False(ParticularValue.TryParse(kind, text, out _));

    [Fact]
    public void Too_long_a_text_is_refused_before_it_is_read()
    {
        Assert.False(ParticularValue.TryParse(ParticularKind.Description, new string('x', 513), out _));
        Assert.False(ParticularValue.TryParse(ParticularKind.Value, new string('9', 400) + " EUR", out _));
    }

    [Fact]
    public void The_same_amount_in_another_notation_is_the_same_value()
    {
        ParticularValue.TryParse(ParticularKind.Value, "21.5 EUR", out var one);
        ParticularValue.TryParse(ParticularKind.Value, "21.50 EUR", out var other);

        Assert.Equal(one, other);
    }
}

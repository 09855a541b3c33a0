// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Web.Platform;
using Tolhuis.Web.Portal;
using Xunit;

namespace Tolhuis.Tests.Web;

public sealed class CorrectionFormTests
{
    private static readonly CorrectableItem Item = new(1,
    [
        new(ParticularKind.CommodityCode, "610910"), new(ParticularKind.Value, "21.50 EUR"),
        new(ParticularKind.GrossMass, "1.2"), new(ParticularKind.Description, "T-shirts"),
    ]);

    [Theory]
    [InlineData("21,50", "21.50")]
    [InlineData("21.50", "21.50")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1.234.567", "1234567")]
    [InlineData(" 1 200 ", "1200")]
    [InlineData(",5", "0.5")]
    [InlineData("5,", "5")]
    [InlineData("-5", "-5")]
    [InlineData("veel", "veel")]
    [InlineData("", "")]
    public void A_number_is_read_as_people_type_it(string typed, string read) =>
        Assert.Equal(read, TypedNumber.Normal(typed));

    [Fact]
    public void A_form_that_is_handed_in_as_it_was_given_changes_nothing()
    {
        foreach (var language in (Language[])[Language.Dutch, Language.English])
        {
            var given = CorrectionForm.Begin([Item], "Why", language);
            var posted = given.Fields.ToDictionary(f => f.Name, f => new StringValues(f.Typed));
            posted["v1-3-valuta"] = "EUR";

            Assert.Empty(given.Changes());
            Assert.Empty(CorrectionForm.Read([Item], new FormCollection(posted), language).Changes());
        }
    }

    [Fact]
    public void Only_what_differs_is_a_change_and_idle_zeros_are_none()
    {
        var form = Read(
            ("v1-1", "62 03 42"), ("v1-3", "21,5"), ("v1-3-valuta", "eur"), ("v1-4", "1,20"), ("v1-7", " Jeans "));

        Assert.Equal(
            [new(1, ParticularKind.CommodityCode, "620342"), new(1, ParticularKind.Description, "Jeans")],
            form.Changes());
    }

    [Fact]
    public void Another_currency_is_a_change_and_so_is_what_was_emptied()
    {
        Assert.Equal(
            [new Particular(1, ParticularKind.Value, "21.50 USD")], Read(("v1-3", "21,50"), ("v1-3-valuta", "USD"))
                .Changes());
        Assert.Equal([new Particular(1, ParticularKind.GrossMass, "")], Read(("v1-4", "")).Changes());
    }

    [Fact]
    public void A_field_of_another_item_or_of_no_particular_is_not_looked_at() =>
        Assert.Empty(Read(("v2-1", "620342"), ("v1-21", "0"), ("v1-20", "0"), ("x", "y")).Changes());

    [Theory]
    [InlineData("1", true)]
    [InlineData("1, 1", true)]
    [InlineData("2", false)]
    [InlineData("1, 2", false)]
    [InlineData("een", false)]
    [InlineData("", false)]
    public void Lines_are_chosen_by_their_numbers(string typed, bool isFound) =>
        Assert.Equal(isFound, CorrectionForm.Choose([Item], typed) is not null);

    [Fact]
    public void At_most_ten_lines_are_on_one_form()
    {
        var items = Enumerable.Range(1, 11).Select(n => Item with { Item = n }).ToList();

        Assert.Equal(10, CorrectionForm.Choose(items, "1,2,3,4,5,6,7,8,9,10")!.Count);
        Assert.Null(CorrectionForm.Choose(items, "1,2,3,4,5,6,7,8,9,10,11"));
    }

    [Theory]
    [InlineData(null, "/portaal")]
    [InlineData("/declarations", "/portaal")]
    [InlineData("/portaal/aangiften/3?x=1", "/portaal/aangiften/3?x=1")]
    [InlineData("/portaal", "/portaal")]
    [InlineData("/portaalx", "/portaal")]
    [InlineData("//elders/portaal", "/portaal")]
    public void A_trader_goes_to_the_portal_after_signing_in(string? asked, string to) =>
        Assert.Equal(to, Returning.To(asked, new Person(1, "vos", "Vos", [Role.Trader], false)));

    [Fact]
    public void Someone_of_the_house_goes_where_he_was() =>
        Assert.Equal(
            "/declarations", Returning.To("/declarations", new Person(1, "sam", "Sam", [Role.Officer], false)));

    private static CorrectionForm Read(params (string Name, string Value)[] posted) => CorrectionForm.Read(
        [Item], new FormCollection(posted.ToDictionary(p => p.Name, p => new StringValues(p.Value))), Language.Dutch);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Controls;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.Tests.Web;

public sealed class ControlWordsTests
{
    private static readonly LawOfTheDay Law = LawEdition.BuiltIn.On(new DateOnly(2026, 9, 1));

    private static CurrencyCode Euro => Money.Euro(0).Currency;

    [Theory]
    [InlineData(ParticularKind.CommodityCode, " 6109 10.00-10 ", "6109100010")]
    [InlineData(ParticularKind.Origin, "cn", "CN")]
    [InlineData(ParticularKind.Preference, "3 00", "300")]
    [InlineData(ParticularKind.Value, "21,50", "21.50 EUR")]
    [InlineData(ParticularKind.Value, "1.234,50 usd", "1234.50 USD")]
    [InlineData(ParticularKind.Value, "USD 1,234.50", "1234.50 USD")]
    [InlineData(ParticularKind.Value, "1.250.000", "1250000 EUR")]
    [InlineData(ParticularKind.Value, "1,250,000.50 usd", "1250000.50 USD")]
    [InlineData(ParticularKind.Vat, "1.250.000", "1250000")]
    [InlineData(ParticularKind.GrossMass, "1,2 kg", "1.2")]
    [InlineData(ParticularKind.NetMass, "0.162", "0.162")]
    [InlineData(ParticularKind.SupplementaryUnits, "12", "12")]
    [InlineData(ParticularKind.Description, " Cotton shirt ", "Cotton shirt")]
    [InlineData(ParticularKind.Value, " ", "")]
    public void What_people_type_becomes_what_is_kept(ParticularKind kind, string typed, string kept)
    {
        var normal = ParticularWords.Normal(kind, typed, Euro);

        Assert.Equal(kept, normal);
        Assert.Equal(kept.Length > 0, ParticularValue.TryParse(kind, normal, out _));
    }

    [Theory]
    [InlineData(ParticularKind.CommodityCode, "61O9")]
    [InlineData(ParticularKind.Origin, "China")]
    [InlineData(ParticularKind.Value, "-5 EUR")]
    [InlineData(ParticularKind.Value, "<b>5</b>")]
    [InlineData(ParticularKind.GrossMass, "twee")]
    [InlineData(ParticularKind.Preference, "1234")]
    public void What_cannot_be_read_stays_unreadable(ParticularKind kind, string typed) =>
        Assert.False(ParticularValue.TryParse(kind, ParticularWords.Normal(kind, typed, Euro), out _));

    [Theory]
    [InlineData(ParticularKind.Value, "1234.50 USD", "1.234,50\u00A0USD")]
    [InlineData(ParticularKind.GrossMass, "0.162", "0,162\u00A0kg")]
    [InlineData(ParticularKind.Vat, "2.1", "2,10\u00A0EUR")]
    [InlineData(ParticularKind.CommodityCode, "6109100010", "6109100010")]
    public void What_is_kept_is_shown_in_the_language_of_the_reader(ParticularKind kind, string kept, string shown) =>
        Assert.Equal(shown, ParticularWords.Shown(kind, kept, Language.Dutch));

    [Theory]
    [InlineData(ParticularKind.CommodityCode, "610910", "6109100010", true)]
    [InlineData(ParticularKind.CommodityCode, "61091000", "6109909010", false)]
    [InlineData(ParticularKind.Value, "5 EUR", "5.00 EUR", true)]
    [InlineData(ParticularKind.Value, "5.00 EUR", "5.00 USD", false)]
    [InlineData(ParticularKind.NetMass, "1.20", "1.2", true)]
    public void Values_are_compared_as_what_they_say(ParticularKind kind, string one, string other, bool isSame) =>
        Assert.Equal(isSame, ParticularWords.IsSame(kind, one, other));

    [Fact]
    public void In_order_leaves_out_what_was_typed_for_an_error()
    {
        var form = new FindingForm
        {
            OrderId = 4, Result = "in-order", ErrorKind = "value", FollowUp = "Correction", Told = "Fout", Value = "5",
        };

        var draft = FindingDraft.From(form, Line(), [], Law, Language.Dutch);

        Assert.Empty(draft.Faults);
        Assert.Equal(
            (4L, "in-order", "", "", FollowUpKind.None),
            (draft.Finding.OrderId, draft.Finding.Result, draft.Finding.ErrorKind, draft.Finding.Told,
                draft.Finding.FollowUp));
        Assert.Empty(draft.Finding.Established);
    }

    [Fact]
    public void Not_in_order_says_all_that_is_missing_at_once()
    {
        var form = new FindingForm { Result = "not-in-order", FollowUp = "99", Told = " ", Origin = "China" };

        var draft = FindingDraft.From(form, Line(), [], Law, Language.Dutch);

        Assert.Equal(
            ["veld-ErrorKind", "gevolg", "veld-Origin"], draft.Faults.Select(f => f.Field));
        Assert.Contains(
            "veld-Told",
            FindingDraft.From(new FindingForm { Result = "not-in-order", ErrorKind = "value", FollowUp = "Correction" },
                Line(), [], Law, Language.Dutch).Faults.Select(f => f.Field));
    }

    [Theory]
    [InlineData("Correction", "gevolg")]
    [InlineData("None", null)]
    public void What_could_not_be_examined_asks_for_no_correction(string followUp, string? fault)
    {
        var form = new FindingForm { Result = "not-possible", FollowUp = followUp, Told = "Niet gezien" };

        var draft = FindingDraft.From(form, Line(), [], Law, Language.Dutch);

        Assert.Equal(fault is null ? [] : [fault], draft.Faults.Select(f => f.Field));
    }

    [Fact]
    public void Every_kind_of_error_of_a_particular_is_in_its_list()
    {
        foreach (var kind in ParticularWords.OfFinding)
        {
            foreach (var error in ErrorParticulars.Of(kind).Split(' '))
                Assert.True(Law.IsInList(FindingDraft.Errors, error), error);
        }
    }

    [Fact]
    public void The_view_of_the_worklist_goes_along_to_the_page_of_a_control_and_back()
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/controls";
        request.QueryString = new QueryString("?stage=ToExamine&set=H7&with=none&after=12&evil=%3Cscript%3E");

        var view = ControlView.From(request);

        Assert.Equal("/controls/7?stage=ToExamine&with=none&set=H7&taken=1", view.UrlOf(7, "taken"));
        Assert.Equal(
            new ControlFilter(ControlStage.ToExamine, null, DataSet.H7, null, true, false, 12, 50),
            view.FilterOf(3, 50));
        Assert.Equal([ControlStage.ToExamine], view.NextFilters().Select(f => f.Stage!.Value));
    }

    [Fact]
    public void The_next_control_is_one_with_something_to_do()
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/controls";
        var all = ControlView.From(request);
        request.QueryString = new QueryString("?stage=AwaitsCorrection");

        Assert.Equal(ControlView.Workable, all.NextFilters().Select(f => f.Stage!.Value));
        Assert.Empty(ControlView.From(request).NextFilters());
    }

    private static LineRow Line()
    {
        Assert.True(CommodityCode.TryParse("610910", out var code, out _));
        Assert.True(CountryCode.TryParse("CN", out var country));
        return new LineRow(
            1, 1, code, country, "shirt", Money.Euro(500), 500, 162_000, 0, "", 0, 0, LineOutcome.Selected);
    }
}

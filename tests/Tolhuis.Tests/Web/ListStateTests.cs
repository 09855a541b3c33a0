// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http;
using Tolhuis.Web.Components;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.Tests.Web;

public sealed class ListStateTests
{
    [Fact]
    public void The_state_of_a_list_goes_into_its_url_and_comes_back()
    {
        var state = Read("?sort=mrn&state=held&after=a%26b&unknown=1");

        Assert.Equal("/declarations?sort=mrn&state=held&after=a%26b", state.Url());
        Assert.Equal("/declarations?sort=mrn&state=held", state.FirstPage());
        Assert.Equal("/declarations?sort=mrn", state.Without("state"));
        Assert.Equal("/declarations?sort=mrn&state=released", state.With("state", "released"));
    }

    [Fact]
    public void Sorting_again_turns_the_order_round_and_starts_at_the_first_page()
    {
        var state = Read("?sort=-received&after=9");

        Assert.Equal("/declarations?sort=received", state.SortedBy("received"));
        Assert.Equal("/declarations?sort=mrn", state.SortedBy("mrn"));
    }

    [Theory]
    [InlineData("?sort=drop+table")]
    [InlineData("?sort=")]
    [InlineData("")]
    public void An_unknown_sort_is_the_default(string query) =>
        Assert.Equal("/declarations", Read(query).Url());

    [Fact]
    public void Long_texts_are_cut() =>
        Assert.Equal(70, Read("?state=" + new string('x', 5_000)).Filter("state")!.Length);

    [Theory]
    [InlineData("/declarations?x=1", "/declarations?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData(null, "/")]
    public void One_returns_only_inside_this_site(string? asked, string expected) =>
        Assert.Equal(expected, Returning.To(asked));

    private static ListState Read(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/declarations";
        context.Request.QueryString = new QueryString(query);
        return ListState.From(context.Request, ["received", "mrn"], ["state"]);
    }
}

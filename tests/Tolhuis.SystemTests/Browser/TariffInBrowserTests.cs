// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Access.Contract;
using Tolhuis.SystemTests.Web;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>The pages of the law in a browser.</summary>
public sealed class TariffInBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private House _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await House.Start();
        var drafts = _house.Get<ILawDrafts>();
        var by = new Actor(ActorKind.Person, 999, "Pieter Aalbers");
        await Load(drafts, "duties", "code,duty\n61091000,11%\n", by);
        await drafts.Publish(1, null, "Verordening van juli", new Actor(ActorKind.System, 0, "tolhuis tariff"));
        await Load(drafts, "codes", "list,code,text_nl,text_en\nincoterm,NEW,Nieuw,New\n", by);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("/tariff", Role.Officer)]
    [InlineData("/tariff?q=6109", Role.Officer)]
    [InlineData("/tariff/61091000", Role.Officer)]
    [InlineData("/tariff/lists", Role.Auditor)]
    [InlineData("/tariff/lists/incoterm", Role.Auditor)]
    [InlineData("/tariff/editions?to=2", Role.RecoveryOfficer)]
    [InlineData("/tariff/drafts", Role.Analyst)]
    [InlineData("/tariff/drafts/new", Role.Analyst)]
    [InlineData("/tariff/drafts/2", Role.RecoveryOfficer)]
    public async Task Every_page_is_clean_for_axe_and_never_scrolls_sideways(string address, Role role)
    {
        foreach (var (width, colors, language) in Looks.Variants(address))
        {
            var (page, complaints) = await chromium.Open(_house.Address, width, colors);
            await Looks.SignIn(page, _house, role);
            await page.GotoAsync($"{address}{(address.Contains('?') ? '&' : '?')}taal={language}");

            await Chromium.AssertClean(page);
            Assert.Empty(complaints);
            Assert.True(await Looks.Fits(page), $"{address} scrolls sideways at {width} px");
            await Looks.Picture(page, address, width, colors, language);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_draft_is_published_with_the_keyboard_alone()
    {
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.SignIn(page, _house, Role.RecoveryOfficer);
        await Looks.Go(page, "w");
        await page.WaitForURLAsync("**/tariff");
        await page.GotoAsync("/tariff/drafts/2");

        await page.Locator("#reden").FocusAsync();
        await page.Keyboard.TypeAsync("Nieuwe code");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("is editie 3 geworden").WaitForAsync();
        Assert.Equal(3, _house.Get<ITariff>().Current.Number);
        Assert.Empty(complaints);
    }

    private static Task<LoadOutcome> Load(ILawDrafts drafts, string kind, string content, Actor by) => drafts.Load(
        new LoadRequest(kind, kind + ".csv", Encoding.UTF8.GetBytes(content), IsComplete: false), by);
}

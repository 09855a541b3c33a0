// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Access.Contract;
using Tolhuis.SystemTests.Web;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>A house in which one draft of the law was published and another is open.</summary>
public sealed class DraftedHouse : SharedHouse
{
    protected override async Task Furnish()
    {
        var drafts = House.Get<ILawDrafts>();
        var by = new Actor(ActorKind.Person, 999, "Pieter Aalbers");
        await Load(drafts, "duties", "code,duty\n61091000,11%\n", by);
        await drafts.Publish(1, null, "Verordening van juli", new Actor(ActorKind.System, 0, "tolhuis tariff"));
        await Load(drafts, "codes", "list,code,text_nl,text_en\nincoterm,NEW,Nieuw,New\n", by);
    }

    private static Task<LoadOutcome> Load(ILawDrafts drafts, string kind, string content, Actor by) => drafts.Load(
        new LoadRequest(kind, kind + ".csv", Encoding.UTF8.GetBytes(content), IsComplete: false), by);
}

/// <summary>The pages of the law in a browser.</summary>
public sealed class TariffInBrowserTests(Chromium chromium, DraftedHouse drafted) : IClassFixture<DraftedHouse>
{
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
    public Task Every_page_is_clean_for_axe_and_never_scrolls_sideways(string address, Role role) =>
        Looks.AssertWellMade(chromium, drafted.House, role, address);

    [Fact]
    public async Task A_draft_is_published_with_the_keyboard_alone()
    {
        await using var own = new DraftedHouse();
        await own.InitializeAsync();
        var (page, complaints) = await chromium.Open(own.House.Address);
        await Looks.EnterAtStart(page, own.House, Role.RecoveryOfficer);
        await Looks.Go(page, "w");
        await page.WaitForURLAsync("**/tariff");
        await page.GotoAsync("/tariff/drafts/2");

        await page.Locator("#reden").FocusAsync();
        await page.Keyboard.TypeAsync("Nieuwe code");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("is editie 3 geworden").WaitForAsync();
        Assert.Equal(3, own.House.Get<ITariff>().Current.Number);
        Assert.Empty(complaints);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;
using Tolhuis.Access.Contract;
using Tolhuis.SystemTests.Web;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>A house with a token in use, one with an end and one that was revoked.</summary>
public sealed class TokenHouse : SharedHouse
{
    private static readonly Actor Administrator = new(ActorKind.Person, 1, "Lotte Smeets");

    public static async Task MakeTokens(House house)
    {
        await house.Tokens.Create(
            new TokenRequest(
                "Snelpost BV", "NL001234567", ["DE9876543", "FR12345678", "BE555"], Label: "Aangiftepakket"),
                Administrator);
        var (used, _) =
            await house.Tokens.Create(
                new TokenRequest("Havenlogistiek Rijnmond", "NL850011223", [], Until: new DateOnly(2030, 1, 1)),
                Administrator);
        var (revoked, _) =
            await house.Tokens.Create(
                new TokenRequest("Softwarehuis De Sluis", "", ["*"], TokenScopes.Read), Administrator);
        house.Tokens.Authenticate(used!.Secret);
        await house.Tokens.Revoke(revoked!.Id, Administrator);
    }

    protected override Task Furnish() => MakeTokens(House);
}

/// <summary>The looks of pages that need no traffic.</summary>
public sealed class PageLooksInBrowserTests(Chromium chromium, TokenHouse tokens) : IClassFixture<TokenHouse>
{
    [Theory]
    [InlineData("/aanmelden")]
    [InlineData("/toegang/eerste-beheerder")]
    [InlineData("/toegankelijkheid")]
    [InlineData("/portaal/zending")]
    [InlineData("/hulp/toetsen")]
    [InlineData("/geen/pagina")]
    [InlineData("/")]
    [InlineData("/access/account")]
    [InlineData("/access/tokens")]
    [InlineData("/access/tokens/new")]
    [InlineData("/access/tokens/1/revoke")]
    public Task Every_page_is_clean_for_axe_and_never_scrolls_sideways(string address) =>
        Looks.AssertWellMade(chromium, tokens.House, Role.Administrator, address);
}

public sealed class PagesInBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.Start();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task The_keyboard_goes_through_rows_and_to_pages_and_shows_its_help()
    {
        await TokenHouse.MakeTokens(_house);
        var (page, complaints) = await chromium.Open(_house.Address);
        await SignIn(page, Role.Administrator);

        await Looks.Go(page, "t");
        await page.WaitForURLAsync("**/access/tokens");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");

        // The newest token is revoked, so its row has nothing to open and is passed over.
        Assert.Equal(
            2, await page.EvaluateAsync<int>(
                "[...document.querySelectorAll('[data-row]')].findIndex(r => r.contains(document.activeElement))"));
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#hulp")).ToBeVisibleAsync();
        await Chromium.AssertClean(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#hulp")).ToBeHiddenAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Shortcuts_can_be_switched_off()
    {
        var (page, _) = await chromium.Open(_house.Address);
        await SignIn(page, Role.Administrator);
        await page.GetByText("Weergave").ClickAsync();
        await page.GetByText("Sneltoetsen uitzetten").ClickAsync();

        await page.Keyboard.PressAsync("?");

        await Assertions.Expect(page.Locator("#hulp")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_theme_changes_at_once_and_stays()
    {
        var (page, complaints) = await chromium.Open(_house.Address);
        await SignIn(page, Role.Officer);
        var light = await Background(page);

        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("d"), "**/voorkeuren");
        var dark = await Background(page);
        await page.ReloadAsync();

        Assert.NotEqual(light, dark);
        Assert.Equal(dark, await Background(page));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Everything_works_without_script()
    {
        var (page, _) = await chromium.Open(_house.Address, hasScript: false);
        await SignIn(page, Role.Administrator);
        await page.GotoAsync("/access/tokens");
        await page.GetByRole(AriaRole.Link, new() { Name = "Token maken" }).First.ClickAsync();
        await page.GetByLabel("Indiener").FillAsync("Snelpost BV");
        await page.GetByLabel("Machtigingen").FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Token maken" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("12 is geen EORI-nummer");
        await Assertions.Expect(page.GetByLabel("Indiener")).ToHaveValueAsync("Snelpost BV");
        await page.GetByLabel("Machtigingen").FillAsync("NL001234567");
        await page.GetByRole(AriaRole.Button, new() { Name = "Token maken" }).ClickAsync();

        await Assertions.Expect(page.Locator(".secret")).ToContainTextAsync("tolhuis_");
        Assert.Single(_house.Tokens.List());
    }

    [Fact]
    public async Task Problems_of_a_form_get_the_focus_and_lead_to_their_field()
    {
        var (page, complaints) = await chromium.Open(_house.Address);
        await SignIn(page, Role.Administrator);
        await page.GotoAsync("/access/tokens/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Token maken" }).ClickAsync();

        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Chromium.AssertClean(page);
        await Looks.Picture(page, "/access/tokens/new/problems", 1280, ColorScheme.Light, "nl");
        await page.Locator(".error-summary a").First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("Indiener")).ToBeFocusedAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_one_time_code_behind_the_hash_fills_its_field_and_leaves_the_address()
    {
        var (page, complaints) = await chromium.Open(_house.Address);

        await page.GotoAsync("/toegang/eerste-beheerder#code=tolhuis_abc");

        await Assertions.Expect(page.GetByLabel("Eenmalige code")).ToHaveValueAsync("tolhuis_abc");
        Assert.EndsWith("/toegang/eerste-beheerder", page.Url, StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    private Task SignIn(IPage page, Role role) => Looks.SignIn(page, _house, role);

    private static Task<string> Background(IPage page) =>
        page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}

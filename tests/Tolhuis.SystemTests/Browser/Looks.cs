// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;
using Tolhuis.Access.Contract;
using Tolhuis.SystemTests.Web;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>In which sizes, colours and languages pages are looked at, and how one gets in.</summary>
internal static class Looks
{
    private static readonly (int Width, ColorScheme Colors, string Language)[] All =
    [
        (1280, ColorScheme.Light, "nl"), (1280, ColorScheme.Dark, "en"), (320, ColorScheme.Light, "en"),
        (2560, ColorScheme.Dark, "nl"),
    ];

    /// <summary>
    /// One variant a page, each page another, keeps the run short; with TOLHUIS_UI=all every page is tried in all of
    /// them.
    /// </summary>
    public static (int Width, ColorScheme Colors, string Language)[] Variants(string address) =>
        Environment.GetEnvironmentVariable("TOLHUIS_UI") == "all" ? All : [All[address.Length % All.Length]];

    /// <summary>A page in all its looks: clean for axe, without complaints, and never wider than its window.</summary>
    /// <param name="path">Where it is now.</param>
    /// <param name="address">Its name, the same in every run, which decides in which look it is tried.</param>
    public static async Task AssertWellMade(
        Chromium chromium, House house, Role role, string path, string? address = null)
    {
        foreach (var (width, colors, language) in Variants(address ?? path))
        {
            var (page, complaints) = await chromium.Open(house.Address, width, colors);
            await Enter(page, house, role);
            await page.GotoAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}taal={language}");

            await Chromium.AssertClean(page);
            Assert.Empty(complaints);
            Assert.True(await Fits(page), $"{path} scrolls sideways at {width} px");
            await Picture(page, address ?? path, width, colors, language);
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Lets a browser in with the cookie of <see cref="House.As"/>; no page is opened.</summary>
    public static async Task Enter(IPage page, House house, Role role) =>
        await page.Context.AddCookiesAsync((await house.CookiesOf(role))
            .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = house.Address.ToString() }));

    /// <summary>As <see cref="Enter"/>, with the start page open in Dutch, whatever another test chose.</summary>
    public static async Task EnterAtStart(IPage page, House house, Role role)
    {
        await Enter(page, house, role);
        await page.GotoAsync("/?taal=nl");
    }

    /// <summary>Signs in as a person does, on the page.</summary>
    public static async Task SignIn(IPage page, House house, Role role)
    {
        var person = house.People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(role));
        await page.GotoAsync("/aanmelden");
        await page.GetByRole(AriaRole.Button, new() { Name = person.Name }).ClickAsync();
        // Asked until it is so: an event of loading that came before one waits for it never comes again. The start page
        // keeps a live connection open, so what counts is that the page stands, not that it is quiet.
        await Assertions.Expect(page).ToHaveURLAsync(house.Address.ToString());
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        // The language goes with the person: another test of the same house may have left him in English.
        if (await page.Locator("html").GetAttributeAsync("lang") != "nl")
            await page.GotoAsync("/?taal=nl");
    }

    /// <summary>
    /// The key of going and that of a place, sent together: a machine that does other work must not take longer between
    /// them than the page waits for the second.
    /// </summary>
    public static Task Go(IPage page, string key) =>
        Task.WhenAll(page.Keyboard.PressAsync("g"), page.Keyboard.PressAsync(key));

    public static Task<bool> Fits(IPage page) =>
        page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

    /// <summary>For people to look at: TOLHUIS_PICTURES names a folder.</summary>
    public static async Task Picture(IPage page, string address, int width, ColorScheme colors, string language)
    {
        if (Environment.GetEnvironmentVariable("TOLHUIS_PICTURES") is not { Length: > 0 } folder)
            return;
        var words = address.Split(['/', '{', '}', '?', '=', '&'], StringSplitOptions.RemoveEmptyEntries);
        var name = $"{(words.Length == 0 ? "start" : string.Join('-', words))}-{width}-{colors}-{language}.png";
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
    }
}

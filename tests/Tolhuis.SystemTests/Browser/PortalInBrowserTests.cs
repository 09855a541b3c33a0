// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.SystemTests.Web;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>The walk-through of a trader: what is asked, answered, and seen to be answered.</summary>
public sealed class PortalInBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private House _house = null!;
    private DeclarationRow _row = null!;
    private Person _trader = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await House.Start();
        _row = await _house.AskOne();
        _trader = await _house.MakeTrader("vos", _house.DeclarantOf(_row));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(320, false)]
    public async Task A_trader_corrects_what_customs_asks_in_few_pages_and_sees_when_an_answer_comes(
        int width, bool hasScript)
    {
        var (page, complaints) = await chromium.Open(_house.Address, width, hasScript: hasScript);
        await SignIn(page);
        var pages = 0;
        page.FrameNavigated += (_, frame) => pages += frame == page.MainFrame ? 1 : 0;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }), "1 aangifte heeft iets van u nodig");
        await page.GetByRole(AriaRole.Link, new() { Name = "Geef antwoord" }).ClickAsync();
        await Expect(page.Locator(".letter"), Traders.Reason);

        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Maak een keuze.")).ToBeVisibleAsync();
        await page.GetByLabel("Ik verbeter de aangifte").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await page.GetByLabel("Omschrijving").FillAsync("Kraag van nepbont");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }), "Klopt dit?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Wijzig Omschrijving van regel 1" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Omschrijving")).ToHaveValueAsync("Kraag van nepbont");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        Assert.Empty(_house.Get<IDeclarations>().Requests(_row.Id));
        await page.GetByRole(AriaRole.Button, new() { Name = "Verstuur de verbetering" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }), "Wij hebben uw antwoord");

        // One mistake and one second thought among them; without those it is five pages.
        Assert.InRange(pages, 5, 10);
        var request = Assert.Single(_house.Get<IDeclarations>().Requests(_row.Id));
        await Expect(page.GetByRole(AriaRole.Status), $"Uw kenmerk is {request.Id}");
        await Assertions.Expect(page.GetByText("het antwoord staat bij deze aangifte")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin" }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }), "Er is nu niets van u nodig");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Every_page_of_the_portal_is_clean_and_fits_and_its_targets_are_big()
    {
        string[] parts =
        [
            "", "/regels", "/berichten", "/stukken", "/vraag", "/vraag?verder=1", "/vraag/hulp", "/vraag/verbeteren",
        ];
        var released = _house.Released(1)[0];
        var own = await _house.MakeTrader("vrij", _house.DeclarantOf(_row), _house.DeclarantOf(released));
        string[] addresses =
        [
            "/portaal", "/portaal/aangiften", "/portaal/aangiften?q=NIETS",
            .. parts.Select(part => PathOf(_row) + part), PathOf(released), PathOf(released) + "/berekening",
        ];
        var (first, _) = await chromium.Open(_house.Address);
        await SignIn(first, own);
        var cookies = (await first.Context.CookiesAsync())
            .Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = _house.Address.ToString() });
        var wrong = new List<string>();
        foreach (var address in addresses)
        {
            foreach (var (width, colors, language) in Looks.Variants(address))
            {
                var (page, complaints) = await chromium.Open(_house.Address, width, colors);
                await page.Context.AddCookiesAsync(cookies);
                var mark = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                await page.GotoAsync($"{address}{mark}taal={language}");
                wrong.AddRange((await Chromium.Axe(page)).Select(found => $"{address}: {found}"));
                if (!await Looks.Fits(page))
                    wrong.Add($"{address} scrolls sideways at {width} px");
                if (await SmallTargets(page) is { Length: > 0 } small)
                    wrong.Add($"{address}: too small: {small}");
                await Looks.Picture(page, address, width, colors, language);
                wrong.AddRange(complaints);
                await page.Context.CloseAsync();
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task An_intended_decision_is_read_and_answered_on_a_phone()
    {
        var row = _house.Held().First(one => one.Id != _row.Id);
        await _house.AnnounceNoRelease(row);
        var (page, complaints) = await chromium.Open(_house.Address, 320);
        await SignIn(page, await _house.MakeTrader("bont", _house.DeclarantOf(row)));
        await page.GetByRole(AriaRole.Link, new() { Name = "Geef antwoord" }).ClickAsync();
        await Expect(page.Locator(".letter"), Traders.Grounds);
        await Chromium.AssertClean(page);
        Assert.True(await Looks.Fits(page));
        await Looks.Picture(page, "/portaal/zienswijze", 320, ColorScheme.Light, "nl");

        await page.GetByRole(AriaRole.Button, new() { Name = "Nakijken" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Schrijf op wat u ervan vindt.").First).ToBeVisibleAsync();
        await page.GetByLabel("Wat vindt u ervan?").FillAsync("Het is nepbont.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nakijken" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verstuur" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status), "Een medewerker leest het");
        Assert.Empty(complaints);
    }

    private async Task SignIn(IPage page, Person? trader = null)
    {
        await page.GotoAsync("/aanmelden");
        await page.GetByRole(AriaRole.Button, new() { Name = (trader ?? _trader).Name }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(_house.Address, "/portaal").ToString());
    }

    private static Task Expect(ILocator locator, string text) =>
        Assertions.Expect(locator.First).ToContainTextAsync(text);

    private static string PathOf(DeclarationRow row) => $"/portaal/aangiften/{row.Id}";

    // Links within a sentence are as high as the sentence (WCAG 2.5.8); all else can be hit with a thumb.
    private static Task<string> SmallTargets(IPage page) => page.EvaluateAsync<string>("""
        () => ["a", "button", "input", "select", "summary"]
          .flatMap(name => [...document.querySelectorAll(`.portal ${name}`)])
          .filter(e => e.type !== "hidden" && e.type !== "radio" && e.offsetParent)
          .filter(e => !e.closest("table, .utrecht-alert"))
          .filter(e => e.getBoundingClientRect().height < 43.5)
          .map(e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 30)}`).join("; ")
        """);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Simulate;
using Tolhuis.SystemTests.Web;
using Tolhuis.Web;
using Tolhuis.Web.Site;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>The tour as a visitor walks it: from the start page through every stop, with the plug really pulled.
/// </summary>
[Collection("plug")]
public sealed class TourInBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_visitor_walks_all_stops_and_pulls_the_plug()
    {
        await using var trials = new PlugTrials(TimeProvider.System);
        await using var house = await House.Start(settings: new HostSettings(House.AnyPort) { Plug = trials });
        await TourTests.WorkedDay(house, 3_000);
        var (page, complaints) = await chromium.Open(house.Address);
        await Looks.SignIn(page, house, Role.Officer);

        await page.GetByRole(AriaRole.Link, new() { Name = "Neem de rondleiding" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tour__stop")).ToHaveCountAsync(TourStops.All.Count);
        await page.Locator(".tour__stop a").First.ClickAsync();
        for (var stop = 0; stop < TourStops.All.Count; stop++)
        {
            await Assertions.Expect(page).ToHaveURLAsync(new Uri(house.Address, TourStops.All[stop].Url).ToString());
            await Chromium.AssertClean(page);
            if (TourStops.All[stop].Word == "stekker")
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Trek de stekker eruit" }).ClickAsync();
                await Assertions.Expect(page.Locator("#stekker-zin")).ToContainTextAsync(
                    "niets kwijt en niets dubbel", new() { Timeout = 90_000 });
            }

            if (stop + 1 < TourStops.All.Count)
                await page.Locator("a[rel=next]").ClickAsync();
        }

        Assert.Empty(complaints);
        Assert.True(trials.Latest!.IsHeld);
    }

    [Fact]
    public async Task No_stop_scrolls_sideways_in_any_look()
    {
        await using var house = await House.Start();
        await TourTests.WorkedDay(house, 2_000);
        foreach (var address in TourStops.All.Select(stop => stop.Url).Prepend(TourStops.Address))
            await Looks.AssertWellMade(chromium, house, Role.Officer, address);
    }
}

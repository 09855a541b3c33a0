// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>
/// Makes the pictures of the README from a running demo: <c>./dev pictures</c> starts one and says where it is in
/// TOLHUIS_DEMO, and in which folder the pictures go in TOLHUIS_README. A picture larger than is decent in a repository
/// fails.
/// </summary>
public sealed class ReadmePictures(Chromium chromium)
{
    private const int MostBytes = 200 * 1024;

    private static readonly string? Demo = Environment.GetEnvironmentVariable("TOLHUIS_DEMO");

    private static readonly string? Folder = Environment.GetEnvironmentVariable("TOLHUIS_README");

    [Fact]
    public async Task The_pictures_of_the_readme_come_from_the_running_demo()
    {
        Assert.SkipWhen(Demo is null || Folder is null, "skipped: only ./dev pictures makes pictures");
        var page = await Open("Samira Hendriks", 1440, 900);
        // The demo decides a day first; until then there is nothing to see.
        await Assertions.Expect(page.Locator(".bars").First).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Picture(page, "overview");

        await page.GotoAsync("/findings");
        await Picture(page, "findings");

        await page.GotoAsync("/controls?set=H1&with=none");
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator(".finding-form")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.activeElement?.blur(); scrollTo(0, 0)");
        await Picture(page, "control");
    }

    private async Task<IPage> Open(string person, int width, int height)
    {
        var (page, _) = await chromium.Open(new Uri(Demo!), width);
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync("/aanmelden?taal=en");
        await page.GetByRole(AriaRole.Button, new() { Name = person }).ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/aanmelden"));
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        return page;
    }

    private static async Task Picture(IPage page, string name)
    {
        var bytes = await page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(Folder!, name + ".png") });
        Assert.InRange(bytes.Length, 1, MostBytes);
    }
}

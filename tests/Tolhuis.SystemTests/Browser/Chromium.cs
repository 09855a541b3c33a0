// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Tolhuis.SystemTests.Browser.Chromium))]

namespace Tolhuis.SystemTests.Browser;

/// <summary>
/// Chromium of the machine, without a window and without any call to the outside; one process for all tests.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Paths =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    ];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    // By class, for the tests of one class run one after another: the pages of the test that runs now.
    private readonly ConcurrentDictionary<string, (string Test, List<IBrowserContext> Contexts)> _open = new();

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Path => Array.Find(Paths, File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Path is not { } path)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser =
            await _playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>
    /// A fresh page that fails on anything the content security policy stops and on any error of our script.
    /// </summary>
    public async Task<(IPage Page, List<string> Complaints)> Open(
        Uri address, int width = 1280, ColorScheme colors = ColorScheme.Light, bool hasScript = true,
        ForcedColors forced = ForcedColors.None)
    {
        Assert.SkipWhen(_browser is null, "skipped: no chromium on this machine");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = colors,
            JavaScriptEnabled = hasScript,
            ForcedColors = forced,
        });
        await Remember(context);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        return (page, complaints);
    }

    // A page that stays open goes on asking a house that is gone for news.
    private async Task Remember(IBrowserContext context)
    {
        var (type, test) = (TestContext.Current.TestClass!.UniqueID, TestContext.Current.Test!.UniqueID);
        if (_open.TryGetValue(type, out var before))
        {
            if (before.Test == test)
            {
                before.Contexts.Add(context);
                return;
            }

            foreach (var old in before.Contexts)
                await old.CloseAsync();
        }

        _open[type] = (test, [context]);
    }

    /// <summary>Fails with all that axe finds, and where.</summary>
    public static async Task AssertClean(IPage page)
    {
        var found = await Axe(page);
        Assert.True(found.Count == 0, $"{page.Url}\n{string.Join('\n', found)}");
    }

    /// <summary>What axe finds, one line each; empty if the page is clean.</summary>
    public static async Task<IReadOnlyList<string>> Axe(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly =
                new RunOnlyOptions
                {
                    Type = "tag",
                    Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
                },
        });
        return [.. result.Violations.Select(v =>
            $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")];
    }
}

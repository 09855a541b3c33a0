// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.Access.Contract;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>What a person arranges for himself follows him and is no one else's.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private House _house = null!;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await House.Start();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Preferences_follow_a_person_to_another_browser_and_no_one_else()
    {
        var officer = await _house.As(Role.Officer);
        await House.Post(
            officer, "/settings", "/voorkeuren", ("taal", "en"), ("kleuren", "dark"), ("dichtheid", "comfortable"),
            ("toetsen", "off"), ("terug", "/settings"));

        using var elsewhere = _house.Stranger();
        var person = _house.People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(Role.Officer));
        await House.Post(elsewhere, "/aanmelden", "/aanmelden/demo", ("persoon", $"{person.Id}"));
        var html = await Get(elsewhere, "/");
        var other = await Get(await _house.As(Role.Analyst), "/");

        Assert.Contains(
            "<html lang=\"en\" data-theme=\"dark\" data-shortcuts=\"off\" data-density=\"comfortable\"", html,
            StringComparison.Ordinal);
        Assert.Contains("<html lang=\"nl\" data-theme=\"auto\"", other, StringComparison.Ordinal);
        await Get(elsewhere, "/?taal=nl");
        Assert.Contains("<html lang=\"nl\"", await Get(officer, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_kept_as_a_tab_renamed_put_first_and_removed_without_script()
    {
        var officer = await _house.As(Role.Officer);
        var analyst = await _house.As(Role.Analyst);
        await _house.TakeMessages(seed: 5, count: 5);
        const string Query = "?state=Released&set=H7";
        await House.Post(
            officer, "/declarations" + Query, "/weergaven", ("doe", "keep"), ("lijst", "/declarations"),
            ("vraag", Query), ("naam", "Vrij en klein"), ("terug", "/declarations"));

        var view = Assert.Single(_house.Get<IDesk>().Views(Person(Role.Officer)));
        var list = await Get(officer, "/declarations");
        Assert.Contains(">Vrij en klein</a>", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Vrij en klein", await Get(analyst, "/declarations"), StringComparison.Ordinal);

        // Another's view cannot be touched.
        foreach (var act in (string[])["rename", "first", "remove"])
        {
            var refused = await House.Post(
                analyst, "/settings", "/weergaven", ("doe", act), ("weergave", $"{view.Id}"), ("naam", "x"));
            Assert.Contains("weergave-niet", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        foreach (var (act, name) in new[] { ("rename", "Klein"), ("first", "") })
        {
            await House.Post(
                officer, "/settings", "/weergaven", ("doe", act), ("weergave", $"{view.Id}"), ("naam", name));
        }

        var start = WebUtility.HtmlDecode(await Get(officer, "/"));
        Assert.Equal("Klein", _house.Get<IDesk>().Views(Person(Role.Officer))[0].Name);
        Assert.Contains($"href=\"/declarations{Query}\"", start, StringComparison.Ordinal);
        await House.Post(officer, "/settings", "/weergaven", ("doe", "remove"), ("weergave", $"{view.Id}"));
        Assert.Empty(_house.Get<IDesk>().Views(Person(Role.Officer)));
    }

    [Fact]
    public async Task Views_are_bounded_and_lead_nowhere_else()
    {
        var desk = _house.Get<IDesk>();
        var person = Person(Role.Officer);
        foreach (
            var (list, name, query) in new[]
            {
                ("//evil.example", "a", ""), ("https://evil.example", "a", ""), ("/declarations", "", ""),
                ("/declarations", new string('a', IDesk.NameLength + 1), ""), ("/declarations", "a\n", "x"),
                ("/declarations", "a", "@evil.example"),
                ("/declarations", "a", "?" + new string('x', IDesk.QueryLength)),
                ("/\\evil.example", "a", ""),
            })
        {
            Assert.False(await desk.Keep(person, list, name, query), list + name + query);
        }

        for (var i = 0; i < IDesk.MostViews; i++)
            Assert.True(await desk.Keep(person, "/declarations", $"v{i}", "?state=Released"));
        Assert.False(await desk.Keep(person, "/declarations", "one more", ""));
        Assert.True(await desk.Keep(person, "/declarations", "v3", "?state=Rejected"));
        Assert.Equal(IDesk.MostViews, desk.Views(person).Count);
    }

    [Fact]
    public async Task The_house_shows_law_keys_and_room_and_no_secret_and_no_path()
    {
        var html = await Get(await _house.As(Role.Administrator), "/settings/house");
        var keys = _house.Get<IKeys>();

        Assert.Contains("correction-term-days", html, StringComparison.Ordinal);
        Assert.All(keys.List(), key => Assert.Contains(key.Id, html, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Convert.ToHexString(keys.Secret(KeyKind.Pseudonym).Secret), html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Path.GetTempPath() + "tolhuis-house", html, StringComparison.Ordinal);
    }

    private long Person(Role role) =>
        _house.People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(role)).Id;

    private static Task<string> Get(HttpClient client, string address) =>
        client.GetStringAsync(new Uri(address, UriKind.Relative), Ended);
}

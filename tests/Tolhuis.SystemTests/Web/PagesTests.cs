// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.RegularExpressions;
using Tolhuis.Access.Contract;
using Xunit;

namespace Tolhuis.SystemTests.Web;

public sealed partial class PagesTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    private const string Password = "paard fiets lantaarn";
    private readonly House _house = shared.House;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/aanmelden")]
    [InlineData("/toegankelijkheid")]
    [InlineData("/geen/pagina")]
    [InlineData("/voorkeuren")]
    [InlineData("/favicon.ico")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        using var client = _house.Stranger();

        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Ended);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData(Role.Officer, "/declarations", "/tariff")]
    [InlineData(Role.Administrator, "/intake", "/access/tokens")]
    public async Task The_rail_leaves_room_before_each_group_that_one_sees(Role role, params string[] first)
    {
        var client = await _house.As(role);

        var html = await client.GetStringAsync(new Uri("/", UriKind.Relative), Ended);

        var begins = html.Split("<li class=\"rail__group\">").Skip(1)
            .Select(rest => rest.Split("href=\"")[1].Split('"')[0]);
        Assert.Equal(first, begins);
    }

    [Fact]
    public async Task No_page_holds_inline_style_or_script()
    {
        var administrator = await _house.As(Role.Administrator);
        foreach (
            var address in (string[])[
                "/", "/aanmelden", "/access/tokens", "/access/tokens/new", "/access/account", "/fout/500",
                "/toegankelijkheid"])
        {
            var html = await administrator.GetStringAsync(new Uri(address, UriKind.Relative), Ended);
            Assert.DoesNotMatch(Inline(), html);
            Assert.Contains("<h1", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Style_and_script_come_with_their_hash_and_stay_for_ever()
    {
        using var client = _house.Stranger();
        var html = await client.GetStringAsync(new Uri("/aanmelden", UriKind.Relative), Ended);
        foreach (Match match in AssetUrl().Matches(html))
        {
            var answer = await client.GetAsync(new Uri(match.Value, UriKind.Relative), Ended);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        var old = await client.GetAsync(new Uri("/assets/0000000000000000/tolhuis.css", UriKind.Relative), Ended);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
    }

    [Fact]
    public async Task The_first_administrator_is_made_on_the_page_and_is_signed_in()
    {
        await using var house = await House.Start(isDemo: false);
        var token = await house.People.IssueFirstToken();
        using var client = house.Stranger();

        var refused = await House.Post(client, "/toegang/eerste-beheerder", "/toegang/eerste-beheerder",
            ("_handler", "first-administrator"), ("Posted.Token", token!), ("Posted.Name", "Lotte"),
            ("Posted.SignInName", "lotte"), ("Posted.Password", "kort"));
        var made = await House.Post(client, "/toegang/eerste-beheerder", "/toegang/eerste-beheerder",
            ("_handler", "first-administrator"), ("Posted.Token", token!), ("Posted.Name", "Lotte"),
            ("Posted.SignInName", "lotte"), ("Posted.Password", Password));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync(Ended);
        Assert.Contains("Het wachtwoord heeft 4 tekens", html, StringComparison.Ordinal);
        Assert.DoesNotContain("kort\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Contains(
            "Lotte", await client.GetStringAsync(new Uri("/", UriKind.Relative), Ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_goes_back_to_where_one_came_from_and_never_to_another_site()
    {
        await using var house = await House.Start(isDemo: false);
        await house.People.CreateFirst((await house.People.IssueFirstToken())!, "lotte", "Lotte", Password, "");

        Assert.Equal("/access/tokens", await SignIn(house, "/access/tokens"));
        Assert.Equal("/", await SignIn(house, "//example.org"));
        Assert.Equal("/", await SignIn(house, "/\\example.org"));
        Assert.Equal("/", await SignIn(house, "https://example.org/"));
    }

    [Theory]
    [InlineData("/aanmelden")]
    [InlineData("/aanmelden/demo")]
    [InlineData("/toegang/eerste-beheerder/")]
    public async Task An_address_that_tries_too_often_is_told_to_wait_in_its_own_language(string door)
    {
        await using var house = await House.Start();
        using var client = house.Stranger();
        await client.GetAsync(new Uri("/aanmelden?taal=en", UriKind.Relative), Ended);
        HttpResponseMessage answer;
        var attempts = 0;
        do
        {
            using var nothing = new FormUrlEncodedContent([]);
            answer = await client.PostAsync(new Uri(door, UriKind.Relative), nothing, Ended);
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++attempts < 100);

        Assert.InRange(attempts, 20, 40);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Contains(
            "Too often in a short time", await answer.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK, (await client.GetAsync(new Uri("/aanmelden", UriKind.Relative), Ended)).StatusCode);
        Assert.Contains("Te vaak kort na elkaar", await Dutch(), StringComparison.Ordinal);

        async Task<string> Dutch()
        {
            using var other = house.Stranger();
            using var nothing = new FormUrlEncodedContent([]);
            var refused = await other.PostAsync(new Uri(door, UriKind.Relative), nothing, Ended);
            return await refused.Content.ReadAsStringAsync(Ended);
        }
    }

    [Fact]
    public async Task A_wrong_password_is_said_on_the_page_with_its_field_empty()
    {
        using var client = _house.Stranger();

        var answer = await House.Post(client, "/aanmelden?taal=en", "/aanmelden",
            ("_handler", "sign-in"), ("Posted.SignInName", "lotte"), ("Posted.Password", "geheim"));

        var html = await answer.Content.ReadAsStringAsync(Ended);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The name or the password is not right", html, StringComparison.Ordinal);
        Assert.Contains("value=\"lotte\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", html, StringComparison.Ordinal);
        Assert.Contains("<title>Error: Sign in", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_a_stolen_cookie()
    {
        var officer = await _house.As(Role.Officer);
        using var thief = _house.Stranger();
        var person = _house.People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(Role.Officer));
        var signedIn = await House.Post(thief, "/aanmelden", "/aanmelden/demo", ("persoon", $"{person.Id}"));
        var cookie = signedIn.Headers.GetValues("Set-Cookie")
            .First(c => c.StartsWith("tolhuis.session", StringComparison.Ordinal));

        await House.Post(thief, "/access/account", "/afmelden", ("afmelden", "1"));
        using var copy =
            new HttpClient(
                new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
            {
                BaseAddress =
                    _house.Address
            };
        copy.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync(new Uri("/", UriKind.Relative), Ended)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(new Uri("/", UriKind.Relative), Ended)).StatusCode);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_token_is_made_shown_once_listed_and_revoked()
    {
        var administrator = await _house.As(Role.Administrator);
        var made =
            await House.Post(administrator, "/access/tokens/new", "/access/tokens/new", ("_handler", "new-token"),
            ("Posted.Submitter", "<b>Snelpost</b>"), ("Posted.Eori", "NL001234567"), ("Posted.Mandates", "DE1\r\nFR2"),
            ("Posted.MayLodge", "true"));

        var html = await made.Content.ReadAsStringAsync(Ended);
        var secret = Secret().Match(html).Value;
        var submitter = _house.Tokens.Authenticate(secret)!;
        var list = await administrator.GetStringAsync(new Uri("/access/tokens", UriKind.Relative), Ended);
        var revoked =
            await House.Post(
                administrator, $"/access/tokens/{submitter.TokenId}/revoke",
                $"/access/tokens/{submitter.TokenId}/revoke", ("_handler", "revoke-token"));

        Assert.Equal(3, submitter.Mandates.Count);
        Assert.DoesNotContain("<b>Snelpost", html + list, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Null(_house.Tokens.Authenticate(secret));
        Assert.Contains(
            "Ingetrokken",
            await administrator.GetStringAsync(new Uri("/access/tokens?revoked=1", UriKind.Relative), Ended),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_and_theme_are_kept()
    {
        using var client = _house.Stranger();
        var english = await client.GetStringAsync(new Uri("/toegankelijkheid?taal=en", UriKind.Relative), Ended);
        await House.Post(client, "/toegankelijkheid", "/voorkeuren", ("kleuren", "dark"), ("toetsen", "off"));
        var later = await client.GetStringAsync(new Uri("/aanmelden", UriKind.Relative), Ended);

        Assert.Contains("<html lang=\"en\"", english, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\" data-theme=\"auto\" data-shortcuts=\"on\"", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_and_one_that_is_not_yours_say_so_with_a_number()
    {
        var officer = await _house.As(Role.Officer);

        var missing = await officer.GetAsync(new Uri("/geen/pagina", UriKind.Relative), Ended);
        var forbidden = await officer.GetAsync(new Uri("/access/tokens", UriKind.Relative), Ended);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains(
            "Deze pagina is er niet", await missing.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Contains(
            "Dit hoort niet bij uw rollen", await forbidden.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_gives_a_page_with_a_number_and_nothing_of_the_program()
    {
        await using var house = await House.Start();
        var administrator = await house.As(Role.Administrator);
        await administrator.GetAsync(new Uri("/access/tokens", UriKind.Relative), Ended);
        await house.Execute("drop table access_mandates");
        await house.Execute("drop table access_tokens");

        var answer = await administrator.GetAsync(new Uri("/access/tokens", UriKind.Relative), Ended);

        var html = await answer.Content.ReadAsStringAsync(Ended);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Dit lukte door een fout van ons", html, StringComparison.Ordinal);
        Assert.DoesNotContain("access_tokens", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }

    private static async Task<string> SignIn(House house, string back)
    {
        using var client = house.Stranger();
        var page = "/aanmelden?terug=" + Uri.EscapeDataString(back);
        var answer =
            await House.Post(
                client, page, page, ("_handler", "sign-in"), ("Posted.SignInName", "lotte"),
                ("Posted.Password", Password));
        return answer.Headers.Location is { IsAbsoluteUri: true } address ? address.PathAndQuery
            : answer.Headers.Location!.ToString();
    }

    [GeneratedRegex("\\sstyle=|\\son[a-z]+=\"|<style|<script(?![^>]* src=)", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex AssetUrl();

    [GeneratedRegex("tolhuis_[A-Za-z0-9_-]{43}")]
    private static partial Regex Secret();
}

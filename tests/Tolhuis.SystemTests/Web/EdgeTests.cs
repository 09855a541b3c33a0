// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.Access.Contract;
using Tolhuis.Web;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>What the server believes of who asks, over which way and under which name.</summary>
public sealed class EdgeTests
{
    private static readonly HostSettings BehindProxy =
        new(House.AnyPort, Proxy: IPAddress.Loopback, Hosts: ["douane.example"]);

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Under_a_name_that_is_not_its_own_the_server_answers_nothing()
    {
        (string Host, HttpStatusCode Status)[] names =
        [
            ("kwaad.example", HttpStatusCode.BadRequest), ("127.0.0.1.kwaad.example", HttpStatusCode.BadRequest),
            ("192.0.2.1", HttpStatusCode.BadRequest), ("localhost", HttpStatusCode.OK),
            ("127.0.0.1", HttpStatusCode.OK), ("[::1]", HttpStatusCode.OK),
        ];
        await using var demo = await House.Start();
        await using var real = await House.Start(isDemo: false);
        foreach (var (host, status) in names)
        {
            foreach (var house in new[] { demo, real })
            {
                var page = await Ask(house, "/aanmelden", ("Host", host));
                var answer = await Ask(house, "/v1/health", ("Host", host), ("Accept", "application/json"));
                Assert.Equal((host, status, status), (host, page.StatusCode, answer.StatusCode));
            }
        }
    }

    [Fact]
    public async Task A_demo_behind_a_proxy_shows_and_opens_no_demo_account()
    {
        (string Header, string Value)[] signs =
        [
            ("X-Forwarded-For", "192.0.2.1"), ("Forwarded", "for=192.0.2.1"), ("X-Real-IP", "192.0.2.1"),
            ("Host", "douane.example"), ("Origin", "https://douane.example"), ("Origin", "null"),
        ];
        await using var house = await House.Start(settings: new HostSettings(House.AnyPort, Hosts: ["douane.example"]));
        var person = house.People.DemoAccounts(isLoopback: true)[0];
        var near = await (await Ask(house, "/aanmelden")).Content.ReadAsStringAsync(Ended);
        Assert.Contains("/aanmelden/demo", near, StringComparison.Ordinal);
        foreach (var (header, value) in signs)
        {
            var far = await Ask(house, "/aanmelden", (header, value));
            using var client = house.Stranger();
            client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
            var entered = await House.Post(client, "/aanmelden", "/aanmelden/demo", ("persoon", $"{person.Id}"));

            Assert.DoesNotContain(
                "/aanmelden/demo", await far.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
            Assert.Equal((header, HttpStatusCode.Forbidden), (header, entered.StatusCode));
        }
    }

    [Fact]
    public async Task Of_the_named_proxy_the_callers_address_is_believed_and_of_no_other()
    {
        await using var named = await House.Start(isDemo: false, BehindProxy);
        await using var unnamed = await House.Start(
            isDemo: false, new HostSettings(House.AnyPort, Proxy: IPAddress.Parse("192.0.2.250")));

        Assert.Equal("198.51.100.7", await OriginOfRefusal(named));
        Assert.Equal("127.0.0.1", await OriginOfRefusal(unnamed));
    }

    [Fact]
    public async Task In_a_real_store_a_cookie_goes_unencrypted_only_within_the_computer()
    {
        await using var house = await House.Start(isDemo: false, BehindProxy);

        var near = await Ask(house, "/aanmelden");
        var proxied = await Ask(
            house, "/aanmelden", ("Host", "douane.example"), ("X-Forwarded-For", "198.51.100.7"),
            ("X-Forwarded-Proto", "https"));
        var careless = await Ask(house, "/aanmelden", ("X-Forwarded-For", "198.51.100.7"));

        Assert.NotEmpty(Cookies(near));
        Assert.All(Cookies(near), c => Assert.DoesNotContain("secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.False(near.Headers.Contains("Strict-Transport-Security"));
        foreach (var answer in new[] { proxied, careless })
        {
            Assert.NotEmpty(Cookies(answer));
            Assert.All(Cookies(answer), c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
            Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    private static async Task<string?> OriginOfRefusal(House house)
    {
        // The cookie of the form is Secure here: a client that keeps cookies itself would not send it back.
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        client.BaseAddress = house.Address;
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");
        var form = await client.GetAsync(new Uri("/aanmelden", UriKind.Relative), Ended);
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", Cookies(form).Select(c => c.Split(';')[0])));
        var answer = await House.Post(client, "/aanmelden", "/aanmelden",
            ("_handler", "sign-in"), ("Posted.SignInName", "nobody"), ("Posted.Password", "wrong"));
        Assert.Contains(
            "naam of het wachtwoord", await answer.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        return house.Get<IAuditTrail>().List(1)[0].Origin;
    }

    private static async Task<HttpResponseMessage> Ask(
        House house, string address, params (string Name, string Value)[] headers)
    {
        using var client = house.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, Ended);
    }

    private static string[] Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
}

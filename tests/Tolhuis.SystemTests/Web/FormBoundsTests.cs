// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Net.Sockets;
using System.Text;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>Forms that are too long or come too slowly, and the code by which a trader chooses his password.</summary>
public sealed class FormBoundsTests
{
    private const string Chosen = "paard fiets lantaarn";

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/aanmelden")]
    [InlineData("/portaal/zending")]
    public async Task Who_sends_a_form_one_letter_at_a_time_keeps_no_one_out(string page)
    {
        await using var house = await House.Start();
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 8; i++)
                slow.Add(await SendSlowly(house, page));
            using var client = house.Stranger();
            client.Timeout = FormBounds.Patience / 2;

            using var answer = await House.Post(
                client, page, page, ("_handler", page == "/aanmelden" ? "sign-in" : "nummer"));

            Assert.Equal(page == "/aanmelden" ? HttpStatusCode.BadRequest : HttpStatusCode.OK, answer.StatusCode);
        }
        finally
        {
            slow.ForEach(one => one.Dispose());
        }
    }

    [Fact]
    public async Task A_form_that_does_not_come_is_given_up()
    {
        await using var house = await House.Start();
        using var slow = await SendSlowly(house, "/aanmelden");
        using var reader = new StreamReader(slow.GetStream(), leaveOpen: true);
        string? line = null;
        try
        {
            line = await reader.ReadLineAsync(Ended).AsTask().WaitAsync(FormBounds.Patience * 3, Ended);
        }
        catch (IOException)
        {
            // Cut off: that too is given up.
        }

        // Whoever comes first: the server below, which asks some bytes a second, or the form that had its time.
        Assert.True(line is null || line.Contains("408", StringComparison.Ordinal), line);
    }

    [Theory]
    [InlineData("/aanmelden", FormBounds.OpenBytes)]
    [InlineData("/portaal/zending", FormBounds.OpenBytes)]
    [InlineData("/voorkeuren", FormBounds.OpenBytes)]
    [InlineData("/weergaven", FormBounds.FieldBytes)]
    public async Task A_form_that_is_too_long_is_refused_in_words_and_is_no_fault(string page, int most)
    {
        await using var house = await House.Start();
        using var client = house.Stranger();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("naam", new string('x', most))]);

        using var answer = await client.PostAsync(new Uri(page, UriKind.Relative), form, Ended);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Dit is te groot", await answer.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trader_chooses_his_password_by_his_code_and_comes_into_the_portal()
    {
        await using var house = await House.Start(isDemo: false);
        var token = await house.People.IssueFirstToken();
        await house.People.CreateFirst(token!, "lotte", "Lotte Smeets", Chosen, "");
        Assert.True(Eori.TryParse("NL001234567", out var eori, out _));
        var (_, problems) = await house.People.CreateTrader(
            "ilse", "Ilse Vos", null, "Vos Handel BV", eori, [], new Actor(ActorKind.Person, 1, "Lotte Smeets"));
        Assert.Empty(problems);
        var code = await house.People.IssueTraderCode("ilse", new Actor(ActorKind.Person, 1, "Lotte Smeets"));
        using var client = house.Stranger();

        using var wrong = await Choose(client, "lotte", code!, Chosen);
        using var shortOne = await Choose(client, "ilse", code!, "kort");
        using var right = await Choose(client, "ilse", code!, Chosen);
        using var again = await Choose(client, "ilse", code!, Chosen);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (wrong.StatusCode, shortOne.StatusCode));
        Assert.DoesNotContain(Chosen, await wrong.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.Redirect, "/portaal"), (right.StatusCode, right.Headers.Location!.AbsolutePath));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    private static Task<HttpResponseMessage> Choose(HttpClient client, string name, string code, string password) =>
        House.Post(
            client, "/toegang/wachtwoord", "/toegang/wachtwoord", ("_handler", "first-password"),
            ("Posted.SignInName", name), ("Posted.Code", code), ("Posted.Password", password));

    // The head of a form, and the first letters of what it announces.
    private static async Task<TcpClient> SendSlowly(House house, string page)
    {
        var client = new TcpClient();
        await client.ConnectAsync(house.Address.Host, house.Address.Port, Ended);
        var head = $"POST {page} HTTP/1.1\r\nHost: {house.Address.Host}\r\nContent-Length: 12000\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\nna";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Ended);
        return client;
    }
}

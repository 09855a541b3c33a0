// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Tolhuis.Access.Contract;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>The pages of the law, over HTTP, without a script.</summary>
public sealed partial class TariffPagesTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    private const string Duties = "code,duty\n61091000,11%\n";
    private readonly House _house = shared.House;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_is_found_by_digits_and_words_and_shown_as_it_holds_on_the_day()
    {
        var officer = await _house.As(Role.Officer);

        var found = await Page(officer, "/tariff?q=6109&on=2026-12-01");
        Assert.Contains("/tariff/610910?on=2026-12-01", found, StringComparison.Ordinal);
        var none = await Page(officer, "/tariff?q=%3Cscript%3Exyzzy&on=2026-12-01");
        Assert.Contains("Er is geen code bij &lt;script&gt;xyzzy.", none, StringComparison.Ordinal);
        var leap = await officer.GetAsync(new Uri("/tariff?q=6109%2010&on=2026-12-01", UriKind.Relative), Ended);
        Assert.EndsWith("/tariff/610910?on=2026-12-01", leap.Headers.Location!.ToString(), StringComparison.Ordinal);

        var before = await Page(officer, "/tariff/610910?on=2026-06-30&origin=cn");
        var after = await Page(officer, "/tariff/610910?on=2026-07-01");
        Assert.DoesNotContain("Vast invoerrecht", before, StringComparison.Ordinal);
        Assert.Contains("/tariff/610910?on=2026-07-01", before, StringComparison.Ordinal);
        Assert.Contains("Vast invoerrecht", after, StringComparison.Ordinal);
        Assert.Contains("Recht voor derde landen", after, StringComparison.Ordinal);
        Assert.Contains("12%", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tariff/61091")]
    [InlineData("/tariff/katoen")]
    [InlineData("/tariff/drafts/77")]
    [InlineData("/tariff/lists/no-such-list")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        var officer = await _house.As(Role.Officer);
        var answer = await officer.GetAsync(new Uri(address, UriKind.Relative), Ended);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/tariff?on=gisteren")]
    [InlineData("/tariff?on=9999-12-31")]
    [InlineData("/tariff/610910?on=0001-01-01&origin=%00")]
    [InlineData("/tariff/editions?to=1&from=99999")]
    [InlineData("/tariff/lists/incoterm?q=%25&after=ZZZ")]
    public async Task A_strange_question_gets_a_page_and_no_fault(string address)
    {
        var officer = await _house.As(Role.Officer);
        var answer = await officer.GetAsync(new Uri(address, UriKind.Relative), Ended);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_makes_a_draft_unfit_is_told_in_the_language_of_the_page()
    {
        await using var house = await House.Start();
        var analyst = await house.As(Role.Analyst);
        await Load(analyst, "/tariff/drafts/new", "duties", Duties);
        // A row that a loader lets through; such a thing must be seen once more before it is law.
        await house.Execute(
            "update tariff_drafts set bundle = cast(replace(cast(bundle as text), ',11%,', ',11x,') as blob)");

        var dutch = await Page(analyst, "/tariff/drafts/1?taal=nl");
        var english = await Page(analyst, "/tariff/drafts/1?taal=en");

        Assert.Contains("het recht is niet te lezen", dutch, StringComparison.Ordinal);
        Assert.DoesNotContain("the duty cannot be read", dutch, StringComparison.Ordinal);
        Assert.Contains("the duty cannot be read", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyst_loads_and_another_publishes_and_the_history_says_so()
    {
        await using var house = await House.Start();
        var analyst = await house.As(Role.Analyst);
        var approver = await house.As(Role.RecoveryOfficer);
        var loaded = await Load(analyst, "/tariff/drafts/new", "duties", Duties);
        Assert.EndsWith("/tariff/drafts/1?loaded=1", loaded.Headers.Location!.ToString(), StringComparison.Ordinal);
        var more = await Load(
            analyst, "/tariff/drafts/new?draft=1", "codes", "list,code,text_nl,text_en\nincoterm,NEW,Nieuw,New\n");
        Assert.Equal(HttpStatusCode.Redirect, more.StatusCode);

        var seen = await Page(approver, "/tariff/drafts/1");
        Assert.Contains("duties.csv", seen, StringComparison.Ordinal);
        Assert.Contains("Publiceren als editie 2", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("publish-draft", await Page(analyst, "/tariff/drafts/1"), StringComparison.Ordinal);

        var outdated = await Close(approver, "publish-draft", "te vroeg", version: 1);
        Assert.Equal(HttpStatusCode.BadRequest, outdated.StatusCode);
        var without = await Close(approver, "publish-draft", " ", version: 2);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Contains("Geef een reden", await without.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        var published = await Close(approver, "publish-draft", "Verordening van juli", version: 2);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);

        Assert.Equal(2, house.Get<ITariff>().Current.Number);
        var history = await Page(approver, "/tariff/editions?to=2");
        Assert.Contains("Verordening van juli", history, StringComparison.Ordinal);
        Assert.Contains("Willem Terpstra", history, StringComparison.Ordinal);
        Assert.Contains("61091000", history, StringComparison.Ordinal);
        var record = house.Get<IAuditTrail>().List(50).First(r => r.Action == "tariff:publish");
        Assert.Equal("Willem Terpstra", record.ActorName);
        var closed = await Page(approver, "/tariff/drafts/1");
        Assert.DoesNotContain("publish-draft", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_with_both_roles_cannot_publish_his_own_load()
    {
        await using var house = await House.Start();
        var approver = await house.As(Role.RecoveryOfficer);
        var person = house.People.DemoAccounts(true).First(p => p.Roles.Contains(Role.RecoveryOfficer));
        await house.Get<ILawDrafts>().Load(
            new LoadRequest("duties", "d.csv", Encoding.UTF8.GetBytes(Duties), IsComplete: false), person.AsActor());

        Assert.Contains(
            "Een ander moet het publiceren", await Page(approver, "/tariff/drafts/1"), StringComparison.Ordinal);
        Assert.Equal(1, house.Get<ITariff>().Current.Number);
    }

    [Fact]
    public async Task Who_may_not_publish_sees_no_form_for_it_and_a_forged_one_is_refused()
    {
        await using var house = await House.Start();
        await house.Get<ILawDrafts>().Load(
            new LoadRequest("duties", "d.csv", Encoding.UTF8.GetBytes(Duties), IsComplete: false),
            new Actor(ActorKind.System, 0, "test"));
        foreach (var role in Enum.GetValues<Role>()
            .Where(role => Permissions.Allows(role, Permission.TariffRead)
                && !Permissions.Allows(role, Permission.TariffPublish)))
        {
            var client = await house.As(role);
            var page = await Page(client, "/tariff/drafts/1");
            Assert.DoesNotContain("publish-draft", page, StringComparison.Ordinal);

            var answer = await Post(
                client, "/tariff/drafts/1", TokenOf(await Page(client, "/access/account")),
                ("_handler", "publish-draft"), ("Posted.Reason", "x"), ("Posted.Version", "1"));

            // The page has no such form for them: it is shown as it stands, and says that nothing was recorded.
            Assert.Equal((role, HttpStatusCode.SeeOther), (role, answer.StatusCode));
            var shown = await Page(client, answer.Headers.Location!.ToString());
            Assert.Contains("Er is niets vastgelegd", shown, StringComparison.Ordinal);
        }

        Assert.Equal(1, house.Get<ITariff>().Current.Number);
        Assert.Equal(DraftState.Open, house.Get<ILawDrafts>().Find(1)!.State);
    }

    [Fact]
    public async Task A_bad_file_shows_every_bad_row_and_makes_no_draft()
    {
        await using var house = await House.Start();
        var analyst = await house.As(Role.Analyst);

        var answer = await Load(analyst, "/tariff/drafts/new", "duties", "code,duty\n6109,<b>x</b>\n610,12%\n");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(Ended);
        Assert.Contains("Het bestand is niet geladen: 2 fouten", html, StringComparison.Ordinal);
        Assert.Contains("Regel 2, kolom duty: &lt;b&gt;x&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Empty(house.Get<ILawDrafts>().List());
        var none = await Load(analyst, "/tariff/drafts/new", "duties", "");
        Assert.Contains("Kies een bestand", await none.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_withdrawn_with_a_reason()
    {
        await using var house = await House.Start();
        var analyst = await house.As(Role.Analyst);
        await Load(analyst, "/tariff/drafts/new", "duties", Duties);

        var answer = await Close(analyst, "withdraw-draft", "verkeerd bestand", version: 1);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Ingetrokken", await Page(analyst, "/tariff/drafts"), StringComparison.Ordinal);
        Assert.Equal("verkeerd bestand", house.Get<ILawDrafts>().Find(1)!.Reason);
    }

    [Fact]
    public async Task A_list_shows_its_codes_of_the_day_in_both_languages()
    {
        // The language goes with the person, and others of this class read Dutch.
        var officer = await _house.AsAnother(Role.Officer);

        var before = await Page(officer, "/tariff/lists/h7-additional-procedure?on=2026-06-30");
        var after = await Page(officer, "/tariff/lists/h7-additional-procedure?on=2026-07-01&taal=en");

        Assert.Contains("C07", before, StringComparison.Ordinal);
        Assert.DoesNotContain("C07", after, StringComparison.Ordinal);
        Assert.Contains("Code list h7-additional-procedure", after, StringComparison.Ordinal);
        Assert.Contains("package-type", await Page(officer, "/tariff/lists"), StringComparison.Ordinal);
    }

    private static Task<string> Page(HttpClient client, string address) =>
        client.GetStringAsync(new Uri(address, UriKind.Relative), Ended);

    private static async Task<HttpResponseMessage> Close(
        HttpClient client, string handler, string reason, int version) => await Post(
            client, "/tariff/drafts/1", TokenOf(await Page(client, "/tariff/drafts/1")),
            ("_handler", handler), ("Posted.Reason", reason), ("Posted.Version", $"{version}"));

    private static async Task<HttpResponseMessage> Post(
        HttpClient client, string address, string token, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, Ended);
    }

    private static async Task<HttpResponseMessage> Load(HttpClient client, string page, string kind, string csv)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(TokenOf(await Page(client, page))), "__RequestVerificationToken" },
            { new StringContent("load-law"), "_handler" },
            { new StringContent(kind), "Posted.Kind" },
            { new StringContent("partial"), "Posted.Scope" },
        };
        if (csv.Length > 0)
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "bestand", kind + ".csv");
        return await client.PostAsync(new Uri(page, UriKind.Relative), content, Ended);
    }

    private static string TokenOf(string html) => FormToken().Match(html).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>The pages of controls over HTTP: who has what, and what is refused.</summary>
public sealed class ControlPagesTests : IAsyncLifetime
{
    private House _house = null!;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private IControls Controls => _house.Get<IControls>();

    public async ValueTask InitializeAsync()
    {
        _house = await House.Start();
        await _house.Hold(4);
        await _house.MakeBlind(false);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Two_officers_never_work_on_one_control()
    {
        var row = _house.Held(1)[0];
        var address = $"/controls/{row.Id}";
        var first = await _house.As(Role.Officer);
        var second = await _house.AsAnother(Role.Officer);

        await House.Post(first, address, address, ("_handler", "take-control"));
        var seen = await Get(second, address);
        await House.Post(second, address, address, ("_handler", "take-control"));
        await House.Post(second, address, address, ("_handler", "save-finding"), ("Posted.Result", "in-order"),
            ("Posted.Step", "confirm"));

        Assert.Equal(_house.Officer().Id, Controls.CaseOf(row.Id)!.HeldBy);
        Assert.Contains("Deze controle ligt bij", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Posted.Result", seen, StringComparison.Ordinal);
        Assert.Empty(Controls.Findings(row.Id));
    }

    [Fact]
    public async Task Two_officers_who_ask_for_the_next_get_different_ones()
    {
        _house.Held(2);
        var first = await _house.As(Role.Officer);
        var second = await _house.AsAnother(Role.Officer);

        var answers = await Task.WhenAll(
            House.Post(first, "/controls", "/controls?set=H7", ("_handler", "next-control")),
            House.Post(second, "/controls", "/controls?set=H7", ("_handler", "next-control")));

        var places = answers.Select(a => a.Headers.Location!.ToString()).ToList();
        Assert.All(places, place => Assert.Matches("/controls/[0-9]+\\?set=H7&taken=1$", place));
        Assert.NotEqual(places[0], places[1]);
    }

    [Fact]
    public async Task A_colleague_who_is_away_loses_a_control_only_with_a_reason()
    {
        var row = _house.Held(1)[0];
        var address = $"/controls/{row.Id}";
        var first = await _house.As(Role.Officer);
        var second = await _house.AsAnother(Role.Officer);
        await House.Post(first, address, address, ("_handler", "take-control"));

        var silent = await House.Post(second, address, address, ("_handler", "give-back"), ("Returned.Reason", " "));
        var holderAfterSilence = Controls.CaseOf(row.Id)!.HeldBy;
        await House.Post(second, address, address, ("_handler", "give-back"), ("Returned.Reason", "Ziek"));

        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.Equal(_house.Officer().Id, holderAfterSilence);
        Assert.Null(Controls.CaseOf(row.Id)!.HeldBy);
    }

    [Fact]
    public async Task Who_comes_just_too_late_is_told_so()
    {
        var row = _house.Held(1)[0];
        var (page, decision) = ($"/controls/{row.Id}", $"/controls/{row.Id}/decision");
        var officer = await _house.As(Role.Officer);
        await House.Post(officer, page, page, ("_handler", "take-control"));

        await _house.LoseEveryRace(toColleague: false);
        var returned = await House.Post(officer, "/", page, ("_handler", "give-back"));
        await _house.LoseEveryRace(toColleague: true);
        var taken = await House.Post(officer, "/", page, ("_handler", "take-control"));
        await _house.Execute("update access_tasks set taken_by = null");
        var decided = await House.Post(officer, "/", decision, ("_handler", "take-decision"));

        await Says(returned, HttpStatusCode.Conflict, "De controle was al teruggegeven of afgesloten");
        await Says(taken, HttpStatusCode.Conflict, "Een collega was u net voor");
        await Says(decided, HttpStatusCode.Conflict, "Een collega was u net voor");
    }

    [Fact]
    public async Task While_the_road_is_being_opened_pages_say_so_and_do_nothing()
    {
        var row = _house.Held(1)[0];
        var (page, decision) = ($"/controls/{row.Id}", $"/controls/{row.Id}/decision");
        var officer = await _house.As(Role.Officer);
        var road = _house.Get<OpenRoad>();
        var acts = road.Acts;
        road.Acts = null;

        (string Address, string Handler)[] forms =
        [
            (page, "take-control"), (page, "next-control"), (decision, "take-decision"), ("/controls", "next-control"),
        ];
        foreach (var (address, handler) in forms)
        {
            await Says(
                await House.Post(officer, address, address, ("_handler", handler)), HttpStatusCode.ServiceUnavailable,
                "De ontvangst wordt geopend");
        }

        road.Acts = acts;
        Assert.Null(Controls.CaseOf(row.Id)!.HeldBy);
    }

    [Fact]
    public async Task Who_only_reads_controls_takes_and_saves_nothing()
    {
        var row = _house.Held(1)[0];
        var address = $"/controls/{row.Id}";
        var analyst = await _house.As(Role.Analyst);

        var page = await Get(analyst, address);
        foreach (var handler in (string[])["next-control", "take-control", "save-finding", "give-back"])
        {
            var answer = await House.Post(analyst, "/", address, ("_handler", handler), ("Posted.Result", "in-order"),
                ("Posted.Step", "confirm"));
            Assert.True(
                answer.StatusCode == HttpStatusCode.Forbidden
                    || answer.Headers.Location?.ToString().EndsWith("?verouderd=1", StringComparison.Ordinal) == true,
                $"{handler}: {answer.StatusCode} {answer.Headers.Location}");
        }

        Assert.Contains("Een controleambtenaar onderzoekt deze aangifte", page, StringComparison.Ordinal);
        Assert.Null(Controls.CaseOf(row.Id)!.HeldBy);
        Assert.Empty(Controls.Findings(row.Id));
    }

    [Fact]
    public async Task Who_may_not_see_declarations_sees_no_goods_and_no_control()
    {
        var row = _house.Held(1)[0];
        var line = _house.LineOf(row, _house.OrderOf(row));
        var planner = await _house.As(Role.Planner);

        var list = await Get(planner, "/controls");
        var page = await planner.GetAsync(new Uri($"/controls/{row.Id}", UriKind.Relative), Ended);

        Assert.Contains(row.Mrn.ToString(), list, StringComparison.Ordinal);
        Assert.DoesNotContain(line.Description, WebUtility.HtmlDecode(list), StringComparison.Ordinal);
        Assert.DoesNotContain($"/controls/{row.Id}", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Theory]
    [InlineData("/controls?stage=<script>&set=H99&kind=7&with=nobody&overdue=x&after=abc")]
    [InlineData("/controls?row=1&row=x&row=-5&act=take")]
    [InlineData("/controls?act=take&row=99999999999999999999")]
    [InlineData("/findings?days=99999&result=x%27y&error=%00&kind=999&declarant=-1&after=zzz")]
    public async Task An_address_that_makes_no_sense_gives_a_page_and_no_fault(string address)
    {
        var officer = await _house.As(Role.Officer);

        var answer = await officer.GetAsync(new Uri(address, UriKind.Relative), Ended);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>&", await answer.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_that_never_was_under_control_has_no_control_page()
    {
        await _house.TakeMessages(seed: 3, count: 20);
        var officer = await _house.As(Role.Officer);
        var released = _house.Released(1)[0];

        foreach (var address in (string[])[$"/controls/{released.Id}", "/controls/99999999", "/controls/0"])
        {
            var answer = await officer.GetAsync(new Uri(address, UriKind.Relative), Ended);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        }
    }

    [Fact]
    public async Task What_is_handed_in_for_the_goods_of_another_is_refused_and_says_so()
    {
        var row = _house.Held(1)[0];
        var address = $"/controls/{row.Id}";
        var officer = await _house.As(Role.Officer);
        await House.Post(officer, address, address, ("_handler", "take-control"));

        var unknown = await House.Post(officer, address, address, ("_handler", "save-finding"),
            ("Posted.Result", "in-order"), ("Posted.Method", "telepathy"), ("Posted.Step", "confirm"));
        var foreign = await House.Post(officer, address, address, ("_handler", "save-finding"),
            ("Posted.Result", "in-order"), ("bewijs", "999999"), ("Posted.Step", "confirm"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (unknown.StatusCode, foreign.StatusCode));
        Assert.Contains(
            "error-summary", await foreign.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        Assert.Empty(Controls.Findings(row.Id));
    }

    [Fact]
    public async Task The_picture_leaves_out_what_a_simulator_did_when_asked()
    {
        var rows = _house.Held(2);
        await _house.Execute("""
            insert into access_people (id, sign_in_name, name, roles, is_demo, is_simulated, created_at)
            values (777, 'sim.officer', 'S. Imulator', 'Officer', 1, 1, 1)
            """);
        await _house.FindInOrder(rows[0], new Actor(ActorKind.Person, 777, "S. Imulator"));
        await _house.FindInOrder(rows[1]);
        var officer = await _house.As(Role.Officer);

        var all = WebUtility.HtmlDecode(await Get(officer, "/findings"));
        var real = WebUtility.HtmlDecode(await Get(officer, "/findings?real=1"));

        Assert.Contains("2 controles afgerond, waarvan 0 niet in orde", all, StringComparison.Ordinal);
        Assert.Contains("gesimuleerd</span>", all, StringComparison.Ordinal);
        Assert.Contains("1 controle afgerond, waarvan 0 niet in orde", real, StringComparison.Ordinal);
        Assert.DoesNotContain(rows[0].Mrn.ToString(), real, StringComparison.Ordinal);
        Assert.Contains(rows[1].Mrn.ToString(), real, StringComparison.Ordinal);
    }

    private static async Task Says(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
    }

    private static Task<string> Get(HttpClient client, string address) =>
        client.GetStringAsync(new Uri(address, UriKind.Relative), Ended);
}

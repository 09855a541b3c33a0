// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>The right to be heard on a control over HTTP: what is intended is told, and a view is taken once.</summary>
public sealed class ViewTests : IAsyncLifetime
{
    private const string Said = "{\"text\": \"The fur is an imitation\"}";
    private RunningTolhuis _tolhuis = null!;
    private HttpClient _caller = null!;
    private string _path = "";
    private DeclarationRow _row = null!;
    private Actor _officer = null!;

    private IActs Acts => _tolhuis.Services.GetRequiredService<IActs>();

    private IControls Controls => _tolhuis.Services.GetRequiredService<IControls>();

    public async ValueTask InitializeAsync()
    {
        _tolhuis = await RunningTolhuis.Start();
        _caller = await _tolhuis.Caller();
        var lodged = await _caller.Lodge(SampleMessages.H7("VIEW-000001", code: "930690"));
        _path = lodged.Header("Location")!;
        _row = _tolhuis.Find(lodged.Text("mrn")!);
        var id = await _tolhuis.Store.Write((connection, transaction) => connection.ExecuteScalar<long>(
            """
            INSERT INTO access_people (sign_in_name, name, roles, is_demo, is_simulated, created_at)
            VALUES ('j.wassenaar', 'J. Wassenaar', 'Officer', 0, 0, 0) RETURNING id
            """,
            transaction: transaction));
        _officer = new Actor(ActorKind.Person, id, "J. Wassenaar");
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _tolhuis.DisposeAsync();
    }

    [Fact]
    public async Task What_is_intended_is_told_with_its_grounds_and_term_and_no_name()
    {
        var before = await _caller.Get(_path);
        await Announce();

        var read = await _caller.Get(_path, ("If-None-Match", before.Header("ETag")!));
        var told = (await _caller.Get("/v1/notifications?kind=intendedDetermination")).Json!["notifications"]![0]!;
        var xml = await _caller.Xml(told["seq"]!.ToString());

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(
            ("noRelease", "It is a protected species", "2026-07-31T22:00:00Z"),
            (read.Text("intendedDecision"), read.Text("intendedGrounds"), read.Text("hearUntil")));
        Assert.Equal(("45", "DMSTIM"), (told["code"]!.ToString(), told["message"]!.ToString()));
        Assert.Equal("It is a protected species", told["explanation"]!.ToString());
        Assert.Equal(
            ("2026-07-31", "2026-07-31T22:00:00Z"), (told["dueOn"]!.ToString(), told["hearUntil"]!.ToString()));
        var statement = xml.Descendants(LifeCalls.Wco + "AdditionalInformation").Single();
        Assert.Equal("It is a protected species", statement.Element(LifeCalls.Wco + "StatementDescription")!.Value);
        Assert.NotEmpty(statement.Element(LifeCalls.Wco + "LimitDateTime")!.Value);
        Assert.DoesNotContain("Wassenaar", read.Content + told + xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_kept_once_and_the_same_words_get_the_same_answer()
    {
        await Announce();

        var given = await Give(Said);
        var again = await Give(Said);
        var other = await Give("{\"text\": \"And another thing\"}");
        var read = await _caller.Get(_path);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (given.Status, again.Status));
        Assert.Equal("The fur is an imitation", given.Text("text"));
        Assert.Equal(given.Text("givenAt"), again.Text("givenAt"));
        Assert.Equal((HttpStatusCode.Conflict, "intake.view.given"), (other.Status, other.Text("code")));
        Assert.Equal(given.Text("givenAt"), read.Text("viewGivenAt"));
        var kept = Assert.Single(Controls.Hearings(_row.Id));
        Assert.Equal(("The fur is an imitation", "Poldersoft"), (kept.View, kept.ViewBy));
    }

    [Fact]
    public async Task After_the_view_the_decision_is_told_with_its_reason()
    {
        await Announce();
        await Give(Said);
        Assert.True((await Acts.DecideAnnounced(
            Controls.Hearings(_row.Id)[0].Id, false, "The laboratory says otherwise", _officer)).IsDone);

        var read = await _caller.Get(_path);
        var told = (await _caller.Get("/v1/notifications?kind=notReleased")).Json!["notifications"]![0]!;
        var xml = await _caller.Xml(told["seq"]!.ToString());

        Assert.Equal("notReleased", read.Text("state"));
        Assert.Null(read.Json!["dutyAmount"]);
        Assert.Null(read.Json["intendedDecision"]);
        Assert.Equal("The laboratory says otherwise", told["explanation"]!.ToString());
        Assert.Contains("The laboratory says otherwise", xml.ToString(), StringComparison.Ordinal);
        // The same words again are still the same view; others come too late.
        Assert.Equal(HttpStatusCode.OK, (await Give(Said)).Status);
        Assert.Equal("intake.view.nothing-intended", (await Give("{\"text\": \"Late\"}")).Text("code"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"text\": 1}")]
    [InlineData("{\"text\": \"  \"}")]
    [InlineData("{\"text\": \"a\\u0000b\"}")]
    [InlineData("{\"text\": \"\\ud800\"}")]
    public async Task What_is_no_view_is_refused_and_nothing_is_kept(string body)
    {
        await Announce();

        var answer = await Give(body);

        Assert.Equal((HttpStatusCode.BadRequest, "intake.view.malformed"), (answer.Status, answer.Text("code")));
        Assert.Null(Assert.Single(Controls.Hearings(_row.Id)).View);
    }

    [Fact]
    public async Task Too_long_a_view_is_refused()
    {
        await Announce();

        Assert.Equal(
            "intake.view.malformed", (await Give($"{{\"text\": \"{new string('x', 2_001)}\"}}")).Text("code"));
    }

    [Fact]
    public async Task Nothing_can_be_said_where_nothing_is_intended()
    {
        var answer = await Give(Said);

        Assert.Equal((HttpStatusCode.Conflict, "intake.view.nothing-intended"), (answer.Status, answer.Text("code")));
    }

    [Fact]
    public async Task Who_may_act_for_the_declarant_may_speak_and_for_another_it_does_not_exist()
    {
        await Announce();
        using var stranger = await _tolhuis.Caller("Windroos", mandate: "NL009999999");
        using var colleague = await _tolhuis.Caller("Zeewind");

        var refused = await stranger.Post(_path + "/views", SampleMessages.Json(Said));
        var given = await colleague.Post(_path + "/views", SampleMessages.Json(Said));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal("declarations.declaration.not-found", refused.Text("code"));
        Assert.Equal(HttpStatusCode.Created, given.Status);
        Assert.Equal("Zeewind", Assert.Single(Controls.Hearings(_row.Id)).ViewBy);
    }

    private Task<ApiAnswer> Give(string body) => _caller.Post(_path + "/views", SampleMessages.Json(body));

    private async Task Announce()
    {
        Assert.True((await Acts.TakeControl(_row.Id, _officer)).IsDone);
        var order = Assert.Single(Controls.Of(_row));
        Assert.True((await Acts.RecordFinding(
            new NewFinding(order.Id, "not-in-order", "prohibited", "goods", "", "Not allowed",
                FollowUpKind.NoRelease, [], []),
            _officer)).IsDone);
        var announced = await Acts.AnnounceDecision(
            _row.Id, IntendedKind.NoRelease, "It is a protected species", [], _officer);
        Assert.True(announced.IsDone, string.Join(' ', announced.Problems.Select(problem => problem.Code)));
    }
}

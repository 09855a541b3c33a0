// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.SystemTests.Api;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>The pages on which customs decides itself: amounts that await a person, and a decision on a control.
/// </summary>
public sealed class DecisionPagesTests : IAsyncLifetime
{
    private House _house = null!;
    private HttpClient _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await House.Start();
        _officer = await _house.As(Role.Officer);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Amounts_that_await_a_person_are_taken_previewed_and_confirmed()
    {
        var row = await Lodge(SampleMessages.H7("DET-000001").Replace("\"EUR\"", "\"KPW\"", StringComparison.Ordinal));
        Assert.Equal(DeclarationState.Accepted, row.State);
        var page = $"/declarations/{row.Id}/determine";
        Assert.Contains(page, await Text($"/declarations/{row.Id}"), StringComparison.Ordinal);
        await _house.LoseEveryRace(toColleague: true);
        var late = await House.Post(_officer, "/", page, ("_handler", "take-determine"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains(
            "Een collega was u net voor",
            await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await _house.Execute("drop trigger lost_race");
        await _house.Execute("update access_tasks set taken_by = null");
        var taken = await House.Post(_officer, page, page, ("_handler", "take-determine"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);

        var wrong = await House.Post(_officer, page, page, Determine("preview", "twelve", ""));
        var preview = await House.Post(_officer, page, page, Determine("preview", "1,20", "3.45"));
        var words = WebUtility.HtmlDecode(
            await preview.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("1,20\u00A0EUR aan invoerrecht en 3,45\u00A0EUR aan btw", words, StringComparison.Ordinal);
        Assert.Equal(1, Find(row).Version);

        var done = await House.Post(_officer, page, page, Determine("confirm", "1.20", "3.45"));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(
            (DeclarationState.Released, 2, 120L, 345L),
            (Find(row).State, Find(row).Version, Find(row).DutyCents, Find(row).VatCents));
        Assert.Contains("Vastgelegd als versie 2", await Text(page + "?done=1"), StringComparison.Ordinal);
        Assert.Contains("vastgesteld: invoerrecht van 1,20 euro", await Text($"/declarations/{row.Id}/calculation"),
            StringComparison.Ordinal);
        Assert.Contains("Vaststelling door de douane", await Text($"/declarations/{row.Id}/versions"),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _officer.GetAsync(
            new Uri($"/declarations/{row.Id}/timeline", UriKind.Relative),
            TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_decision_is_announced_heard_and_taken_each_with_what_the_declarant_gets()
    {
        var row = await Lodge(SampleMessages.WithVat(SampleMessages.H7("DEC-000001", code: "930690")));
        var page = $"/controls/{row.Id}/decision";
        await House.Post(_officer, page, page, ("_handler", "take-decision"));
        var officer = await Examine(row, new Particular(1, ParticularKind.Value, "100.00 EUR"));

        var form = await Text(page);
        var preview = await House.Post(_officer, page, page, Announce("preview"));
        var words = WebUtility.HtmlDecode(
            await preview.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("value=\"100.00 EUR\"", form, StringComparison.Ordinal);
        Assert.Contains("100,00\u00A0EUR", words, StringComparison.Ordinal);
        Assert.Contains("binnen 30 dagen", words, StringComparison.Ordinal);
        Assert.Contains("meer", words, StringComparison.Ordinal);
        Assert.Empty(_house.Get<IControls>().Hearings(row.Id));

        Assert.Equal(HttpStatusCode.Redirect, (await House.Post(_officer, page, page, Announce("confirm"))).StatusCode);
        var hearing = Assert.Single(_house.Get<IControls>().Hearings(row.Id));
        Assert.Equal([new Particular(1, ParticularKind.Value, "100.00 EUR")], hearing.Established);
        var early = await House.Post(_officer, page, page, Decide("confirm", "carry"));
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);

        await House.Post(_officer, page, page, ("_handler", "give-view"), ("Posted.View", "The price was lower"));
        Assert.Contains("The price was lower", await Text(page), StringComparison.Ordinal);
        var letter = await House.Post(_officer, page, page, Decide("preview", "carry"));
        Assert.Contains("vrijgegeven", await letter.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect, (await House.Post(_officer, page, page, Decide("confirm", "carry"))).StatusCode);

        Assert.Equal(
            (DeclarationState.Released, 2, 10_000L), (Find(row).State, Find(row).Version, Find(row).ValueCents));
        Assert.Contains("is op", await Text(page + "?decided=1"), StringComparison.Ordinal);
        Assert.Contains(officer.Name, await Text($"/declarations/{row.Id}/timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_page_says_why_nothing_can_be_decided_and_does_nothing_for_another()
    {
        var row = await Lodge(SampleMessages.H7("DEC-000002", code: "930690"));
        var page = $"/controls/{row.Id}/decision";
        await House.Post(_officer, page, page, ("_handler", "take-decision"));
        Assert.Contains("Nog niet elke regel is onderzocht", await Text(page), StringComparison.Ordinal);
        await Examine(row);
        var colleague = await _house.AsAnother(Role.Officer);

        var other = await House.Post(colleague, page, page, Announce("confirm"));

        Assert.NotEqual(HttpStatusCode.Redirect, other.StatusCode);
        Assert.Empty(_house.Get<IControls>().Hearings(row.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await _officer.GetAsync(
            new Uri("/controls/999999/decision", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static (string, string)[] Determine(string step, string duty, string vat) =>
    [
        ("_handler", "determine"), ("Posted.Reason", "By the invoice"), ("recht-1", duty), ("btw-1", vat),
        ("Posted.Step", step),
    ];

    private static (string, string)[] Announce(string step) =>
    [
        ("_handler", "announce-decision"), ("Posted.Kind", "Determination"),
        ("Posted.Grounds", "The invoice says more"),
        ("regel-0", "1"), ("soort-0", "Value"), ("waarde-0", "100,00 EUR"), ("Posted.Step", step),
    ];

    private static (string, string)[] Decide(string step, string choice) =>
    [
        ("_handler", "decide-announced"), ("Posted.Choice", choice), ("Posted.Reason", "Your view changes nothing"),
        ("Posted.Step", step),
    ];

    private async Task<DeclarationRow> Lodge(string message)
    {
        var answer = await _house.Get<IIntake>().Lodge(Encoding.UTF8.GetBytes(message), await _house.Tokens.House());
        Assert.DoesNotContain(answer.Problems, problem => problem.Severity == Tolhuis.Kernel.Severity.Reject);
        return _house.Get<IDeclarations>().Find(answer.DeclarationId)!;
    }

    private DeclarationRow Find(DeclarationRow row) => _house.Get<IDeclarations>().Find(row.Id)!;

    private async Task<Actor> Examine(DeclarationRow row, params Particular[] established)
    {
        var held = _house.Get<IControls>().CaseOf(row.Id)!;
        var officer = new Actor(ActorKind.Person, held.HeldBy!.Value, held.HeldByName!);
        var found = await _house.Get<IActs>().RecordFinding(
            new NewFinding(
                _house.Get<IControls>().Of(row)[0].Id, "not-in-order", "value", "documents", "", "The value is wrong",
                FollowUpKind.Determination, established, []),
            officer);
        Assert.True(found.IsDone, string.Join(' ', found.Problems.Select(problem => problem.Code)));
        return officer;
    }

    private async Task<string> Text(string address) => WebUtility.HtmlDecode(
            await _officer.GetStringAsync(
        new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
}

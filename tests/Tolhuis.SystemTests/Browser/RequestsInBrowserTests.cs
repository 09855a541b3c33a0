// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.SystemTests.Web;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>Officers deciding on what declarants ask, each test in a house of its own.</summary>
public sealed class RequestsInBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private House _house = null!;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private IDeclarations Declarations => _house.Get<IDeclarations>();

    public async ValueTask InitializeAsync()
    {
        _house = await House.Start();
        await _house.TakeTraffic(400);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_officer_takes_an_amendment_after_release_and_grants_it()
    {
        var row = _house.Released(1)[0];
        var asked = await _house.Amend(row, "The seller gave a discount", 50);
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.EnterAtStart(page, _house, Role.Officer);
        await Looks.Go(page, "v");
        await page.WaitForURLAsync("**/requests");

        await page.GetByRole(AriaRole.Button, new() { Name = "Neem het volgende" }).ClickAsync();
        await page.WaitForURLAsync($"**/requests/{asked.RequestId}?taken=1**");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Wijzigingen" })).ToBeVisibleAsync();
        foreach (var width in new[] { 320, 768, 1280, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.True(await Looks.Fits(page), $"A request at hand scrolls sideways at {width} px");
        }

        await page.GetByLabel("Toekennen").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat de aangever krijgt" }).ClickAsync();
        await Assertions.Expect(page.Locator(".letter")).ToContainTextAsync("is toegekend");
        Assert.Equal(RequestState.Pending, Declarations.Request(asked.RequestId)!.State);
        await Chromium.AssertClean(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Toekennen bevestigen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"{asked.RequestId}");

        var request = Declarations.Request(asked.RequestId)!;
        Assert.Equal((RequestState.Granted, 2), (request.State, request.VersionMade));
        Assert.Equal(2, Declarations.Find(row.Id)!.Version);
        await page.GotoAsync($"/declarations/{row.Id}/versions");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("1 regel is gewijzigd");
        Assert.Contains(_house.Get<IAuditTrail>().List(), r => r.Action == "intake:grant-request");
        Assert.Contains(_house.Get<IAuditTrail>().List(), r => r.Action == "declarations:view-request");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task An_officer_denies_an_invalidation_with_a_reason_and_the_trader_never_sees_who()
    {
        var row = _house.Released(1)[0];
        var asked = await _house.Invalidate(row, "The customer sent the goods back");
        var officer = _house.People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(Role.Officer));
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.Enter(page, _house, Role.Officer);
        await page.GotoAsync($"/requests/{asked.RequestId}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Neem dit verzoek" }).ClickAsync();

        await page.GetByLabel("Afwijzen").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat de aangever krijgt" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Geef een reden")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Reden voor de aangever")).ToBeFocusedAsync();
        await Chromium.AssertClean(page);
        await Assertions.Expect(page.GetByText("Kies een uitzondering van de wet")).ToBeVisibleAsync();
        await page.GetByLabel("Horen is niet nodig, omdat").SelectOptionAsync("10-a");
        await page.GetByLabel("Reden voor de aangever").FillAsync("Niet binnen 90 dagen gevraagd.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat de aangever krijgt" }).ClickAsync();
        await Assertions.Expect(page.Locator(".letter")).ToContainTextAsync("Niet binnen 90 dagen gevraagd.");
        Assert.DoesNotContain(officer.Name, await page.Locator(".letter").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Afwijzen bevestigen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Het verzoek is afgewezen");

        var request = Declarations.Request(asked.RequestId)!;
        Assert.Equal((RequestState.Denied, "Niet binnen 90 dagen gevraagd."), (request.State, request.Reason));
        Assert.Equal(DeclarationState.Released, Declarations.Find(row.Id)!.State);
        Assert.Empty(complaints);
        Assert.DoesNotContain(officer.Name, await OutwardText(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_announces_a_denial_records_the_view_and_then_denies()
    {
        var row = _house.Released(1)[0];
        var asked = await _house.Invalidate(row, "The customer sent the goods back");
        var officer = _house.People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(Role.Officer));
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.Enter(page, _house, Role.Officer);
        await page.GotoAsync($"/requests/{asked.RequestId}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Neem dit verzoek" }).ClickAsync();

        await page.GetByLabel("Afwijzing aankondigen").CheckAsync();
        await page.GetByLabel("Reden voor de aangever").FillAsync("De goederen zijn gebruikt.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat de aangever krijgt" }).ClickAsync();
        await Assertions.Expect(page.Locator(".letter")).ToContainTextAsync("binnen 30 dagen");
        Assert.Empty(Declarations.RequestActs(asked.RequestId));
        await page.GetByRole(AriaRole.Button, new() { Name = "Aankondiging versturen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("De afwijzing is aangekondigd");
        Assert.Equal(RequestState.Pending, Declarations.Request(asked.RequestId)!.State);

        // Denied too early: the page says until when one waits.
        await page.GetByLabel("Afwijzen").CheckAsync();
        await page.GetByLabel("Reden voor de aangever").FillAsync("De goederen zijn gebruikt.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat de aangever krijgt" }).ClickAsync();
        await Assertions.Expect(page.GetByText("leg zijn zienswijze vast")).ToBeVisibleAsync();
        await Chromium.AssertClean(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zienswijze vastleggen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Schrijf op wat de aangever zei.")).ToBeVisibleAsync();
        await page.GetByLabel("Zienswijze van de aangever").FillAsync("De doos bleef dicht.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zienswijze vastleggen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("De zienswijze is vastgelegd");

        await page.GetByLabel("Afwijzen").CheckAsync();
        await page.GetByLabel("Reden voor de aangever").FillAsync("De doos was open.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat de aangever krijgt" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Afwijzen bevestigen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Het verzoek is afgewezen");

        Assert.Equal(RequestState.Denied, Declarations.Request(asked.RequestId)!.State);
        await page.GotoAsync($"/declarations/{row.Id}/timeline");
        await Assertions.Expect(page.GetByText("Afwijzing aangekondigd")).ToBeVisibleAsync();
        Assert.Empty(complaints);
        var outward = await OutwardText(row);
        Assert.Contains("intendedDecision", outward, StringComparison.Ordinal);
        Assert.DoesNotContain(officer.Name, outward, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_states_the_examination_before_an_invalidation_is_granted()
    {
        await _house.Hold(1);
        var row = Declarations.List(new DeclarationFilter(State: DeclarationState.UnderControl, Limit: 1))[0];
        var asked = await _house.Invalidate(row, "The customer sent the goods back", RequestState.AwaitsExamination);
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.Enter(page, _house, Role.Officer);
        await page.GotoAsync($"/requests/{asked.RequestId}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Neem dit verzoek" }).ClickAsync();

        await page.GetByLabel("Toekennen").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat de aangever krijgt" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Geef de dag waarop")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Schrijf op wat het onderzoek opleverde.")).ToBeVisibleAsync();
        await Chromium.AssertClean(page);
        var today = Tolhuis.Kernel.DutchTime.DateOf(_house.Get<TimeProvider>().GetUtcNow());
        await page.GetByLabel("Dag van het onderzoek").FillAsync($"{today:yyyy-MM-dd}");
        await page.GetByLabel("Resultaat van het onderzoek").FillAsync("Twee dozen geopend, zoals aangegeven.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat de aangever krijgt" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Toekennen bevestigen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Het verzoek is toegekend");

        Assert.Equal(DeclarationState.Invalidated, Declarations.Find(row.Id)!.State);
        var act = Assert.Single(Declarations.RequestActs(asked.RequestId));
        Assert.Equal(
            (RequestActKind.Examined, today, "Twee dozen geopend, zoals aangegeven."),
            (act.Kind, act.Day!.Value, act.Text));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task An_officer_asks_for_a_correction_of_a_declaration_that_is_held()
    {
        await _house.Hold(1);
        var row = Declarations.List(new DeclarationFilter(State: DeclarationState.UnderControl, Limit: 1))[0];
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.Enter(page, _house, Role.Officer);
        await page.GotoAsync($"/controls/{row.Id}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Om een correctie vragen" }).ClickAsync();
        await page.GetByLabel("Reden voor de aangever").FillAsync("De omschrijving past niet bij de goederencode.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat de aangever krijgt" }).ClickAsync();
        Assert.Empty(Declarations.CorrectionsAsked(row.Id));
        await page.GetByRole(AriaRole.Button, new() { Name = "Vraag versturen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("De vraag is verstuurd");

        Assert.Single(Declarations.CorrectionsAsked(row.Id));
        await page.GotoAsync($"/declarations/{row.Id}/timeline");
        await Assertions.Expect(page.GetByText("Om correctie gevraagd")).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Only_who_may_decide_gets_the_form_and_a_forged_decision_is_refused()
    {
        var row = _house.Released(1)[0];
        var asked = await _house.Invalidate(row, "The customer sent the goods back");
        var address = $"/requests/{asked.RequestId}";
        var agent = await _house.As(Role.ContactAgent);
        var officer = await _house.As(Role.Officer);

        var forOfficer = await officer.GetStringAsync(new Uri(address, UriKind.Relative), Ended);
        var forAgent = await agent.GetStringAsync(new Uri(address, UriKind.Relative), Ended);
        var forged = await House.Post(agent, address, address, ("_handler", "decide-request"),
            ("Posted.Choice", "grant"), ("Posted.Step", "confirm"));
        var untaken = await House.Post(officer, address, address, ("_handler", "decide-request"),
            ("Posted.Choice", "grant"), ("Posted.Step", "confirm"));

        Assert.Contains("Neem dit verzoek", forOfficer, StringComparison.Ordinal);
        Assert.DoesNotContain("Neem dit verzoek", forAgent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Redirect, forged.StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, untaken.StatusCode);
        Assert.Equal(RequestState.Pending, Declarations.Request(asked.RequestId)!.State);
    }

    [Fact]
    public async Task A_request_that_a_colleague_has_taken_is_shown_as_his()
    {
        var row = _house.Released(1)[0];
        var asked = await _house.Invalidate(row, "The customer sent the goods back");
        await _house.Execute(
            "update access_tasks set taken_by = 2 where closed_at is null and object_kind = 'request'");
        var officer = await _house.As(Role.Officer);

        var html = await officer.GetStringAsync(new Uri($"/requests/{asked.RequestId}", UriKind.Relative), Ended);

        Assert.Contains("Dit verzoek ligt bij", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Posted.Choice", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_a_colleague_overtook_shows_how_it_stands_now()
    {
        var row = _house.Released(1)[0];
        var asked = await _house.Invalidate(row, "The customer sent the goods back");
        var address = $"/requests/{asked.RequestId}";
        var first = await _house.As(Role.Officer);
        var second = await _house.AsAnother(Role.Officer);
        await House.Post(first, address, address, ("_handler", "take-request"));
        await House.Post(first, address, address, ("_handler", "decide-request"), ("Posted.Choice", "grant"),
            ("Posted.Reason", "Aangetoond."), ("Posted.Step", "confirm"));
        Assert.Equal(RequestState.Granted, Declarations.Request(asked.RequestId)!.State);

        foreach (var handler in (string[])["take-request", "decide-request"])
        {
            var answer = await House.Post(second, "/", address, ("_handler", handler), ("Posted.Choice", "deny"),
                ("Posted.Reason", "Te laat."), ("Posted.Step", "confirm"));
            Assert.Equal((handler, HttpStatusCode.SeeOther), (handler, answer.StatusCode));
            var html = await second.GetStringAsync(answer.Headers.Location!, Ended);
            Assert.Contains("Dit kan hier niet meer", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Posted.Choice", html, StringComparison.Ordinal);
        }

        Assert.Equal(RequestState.Granted, Declarations.Request(asked.RequestId)!.State);
        Assert.DoesNotContain(
            "Dit kan hier niet meer", await second.GetStringAsync(new Uri(address, UriKind.Relative), Ended),
            StringComparison.Ordinal);
    }

    /// <summary>Everything that the submitter can read over the API about one declaration.</summary>
    private async Task<string> OutwardText(DeclarationRow row)
    {
        var eori = _house.Get<Tolhuis.Clients.Contract.IParties>().Find(row.DeclarantId)!.Eori.ToString();
        var (token, _) = await _house.Tokens.Create(
            new TokenRequest("Aangiftekantoor De Kade", eori, []), new Actor(ActorKind.Person, 1, "Lotte"));
        await _house.Execute($"update declarations_declarations set submitter_id = {token!.Submitter.Id}");
        using var client = _house.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Secret);
        client.DefaultRequestHeaders.Accept.Clear();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var text = "";
        foreach (var part in (string[])["", "/notifications", "/lines"])
        {
            var answer = await client.GetAsync(new Uri($"/v1/declarations/{row.Mrn}{part}", UriKind.Relative), Ended);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            text += await answer.Content.ReadAsStringAsync(Ended);
        }

        return text;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Playwright;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.SystemTests.Web;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

public sealed class DeclarationsInBrowserTests(Chromium chromium, BusyHouse busy)
    : IClassFixture<BusyHouse>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/declarations")]
    [InlineData("/declarations?state=UnderControl")]
    [InlineData("/declarations?q=nothing")]
    [InlineData("{released}")]
    [InlineData("{held}")]
    [InlineData("{rejected}")]
    [InlineData("{held}/lines")]
    [InlineData("{held}/calculation")]
    [InlineData("{held}/reasons")]
    [InlineData("{held}/timeline")]
    [InlineData("{held}/messages")]
    [InlineData("{held}/messages?view=raw")]
    [InlineData("{held}/correction")]
    [InlineData("{amended}")]
    [InlineData("{amended}/versions")]
    [InlineData("{amended}/requests")]
    [InlineData("{amended}/timeline")]
    [InlineData("{received}")]
    [InlineData("/declarations?state=Received")]
    [InlineData("/requests")]
    [InlineData("/requests?kind=Invalidation")]
    [InlineData("{request}")]
    [InlineData("/rules")]
    [InlineData("/rules?q=lrn&on=2026-01-01")]
    [InlineData("/rules/declarations.commodity.form")]
    [InlineData("/clients")]
    [InlineData("/clients/1")]
    [InlineData("/settings")]
    [InlineData("{released}/lines?line=1")]
    [InlineData("/requests?pick=all")]
    [InlineData("/intake")]
    [InlineData("/intake/1")]
    public Task Every_page_with_traffic_is_clean_for_axe_and_never_scrolls_sideways(string address) =>
        Looks.AssertWellMade(chromium, busy.House, Role.Officer, Fill(address), address);

    [Fact]
    public async Task An_officer_finds_a_declaration_by_its_number_without_the_mouse()
    {
        var row = busy.House.Get<IDeclarations>()
            .List(new DeclarationFilter(State: DeclarationState.Released, Limit: 1))[0];
        var (page, complaints) = await chromium.Open(busy.House.Address);
        await Looks.EnterAtStart(page, busy.House, Role.Officer);

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync($" {row.Mrn.ToString().ToLowerInvariant()} ");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/declarations/{row.Id}");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(row.Mrn.ToString());
        Assert.Contains(busy.House.Get<IAuditTrail>().List(), r => r.Action == "declarations:view"
            && r.ObjectId == $"{row.Id}");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Searching_an_EORI_number_lists_the_declarations_of_that_declarant()
    {
        var row = busy.House.Get<IDeclarations>().List(new DeclarationFilter(Limit: 1))[0];
        var eori = busy.House.Get<IParties>().Find(row.DeclarantId)!.Eori;
        var officer = await busy.House.As(Role.Officer);

        var answer = await officer.GetAsync(
            new Uri($"/declarations?q={eori}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.EndsWith($"/declarations?declarant={row.DeclarantId}", answer.Headers.Location!.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_overview_follows_what_is_decided()
    {
        var (page, complaints) = await chromium.Open(busy.House.Address);
        await Looks.EnterAtStart(page, busy.House, Role.Officer);
        var figure = page.Locator(".figure__value").First;
        var before = await figure.TextContentAsync();

        await busy.House.TakeMessages(seed: 77, count: 5);

        await Assertions.Expect(figure).Not.ToHaveTextAsync(before!, new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("[data-live-state]")).ToHaveTextAsync("Loopt mee");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Paging_through_declarations_shows_each_once()
    {
        var (page, complaints) = await chromium.Open(busy.House.Address);
        await Looks.EnterAtStart(page, busy.House, Role.Officer);
        await page.GotoAsync("/declarations?set=H7");
        var first = await page.Locator("[data-row] th").AllTextContentsAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Volgende" }).ClickAsync();
        await page.WaitForURLAsync("**after=*");
        var second = await page.Locator("[data-row] th").AllTextContentsAsync();

        Assert.Equal(50, first.Count);
        Assert.Empty(first.Intersect(second));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_auditor_sees_reasons_and_the_contact_agent_does_not()
    {
        var path = Fill("{held}");
        var auditor = await busy.House.As(Role.Auditor);
        var agent = await busy.House.As(Role.ContactAgent);
        var ended = TestContext.Current.CancellationToken;

        Assert.Contains("/reasons", await auditor.GetStringAsync(new Uri(path, UriKind.Relative), ended),
            StringComparison.Ordinal);
        Assert.DoesNotContain("/reasons", await agent.GetStringAsync(new Uri(path, UriKind.Relative), ended),
            StringComparison.Ordinal);
        var answer = await agent.GetAsync(new Uri(path + "/reasons", UriKind.Relative), ended);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private string Fill(string address)
    {
        var declarations = busy.House.Get<IDeclarations>();
        if (address == "{request}")
            return $"/requests/{declarations.PendingRequests(0, 200).First(r => r.Kind == MessageKind.Amendment).Id}";
        if (address.StartsWith("{amended}", StringComparison.Ordinal))
            return address.Replace("{amended}", $"/declarations/{busy.Amended}", StringComparison.Ordinal);
        foreach (var (word, state) in ((string, DeclarationState)[])
            [("released", DeclarationState.Released), ("received", DeclarationState.Received),
                ("held", DeclarationState.UnderControl),
                ("rejected", DeclarationState.Rejected)])
        {
            if (address.Contains(word, StringComparison.Ordinal)
                && declarations.List(new DeclarationFilter(State: state, Limit: 1)) is [var row])
                return address.Replace("{" + word + "}", $"/declarations/{row.Id}", StringComparison.Ordinal);
        }

        return address;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.SystemTests.Web;
using Xunit;

namespace Tolhuis.SystemTests.Browser;

/// <summary>Officers at work with what is under control, each test in a house of its own.</summary>
public sealed partial class ControlsInBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private const string Check = "Controleer de bevinding";
    private House _house = null!;

    private IDeclarations Declarations => _house.Get<IDeclarations>();

    private IControls Controls => _house.Get<IControls>();

    public async ValueTask InitializeAsync()
    {
        _house = await House.Start();
        await _house.Hold(4);
        await _house.MakeBlind(false);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_officer_takes_the_next_finds_it_in_order_and_has_the_one_after_it_without_the_mouse()
    {
        _house.Held(2);
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.EnterAtStart(page, _house, Role.Officer);
        await Looks.Go(page, "k");
        await page.WaitForURLAsync("**/controls", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.GotoAsync("/controls?set=H7");

        var id = await TakeNext(page);
        await Assertions.Expect(page.Locator(".reasons")).ToContainTextAsync(Reason());
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.GetByLabel("In orde", new() { Exact = false }).First).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".preview")).ToContainTextAsync("direct vrijgegeven");
        Assert.Empty(Controls.Findings(id));
        Assert.Equal(DeclarationState.UnderControl, Declarations.Find(id)!.State);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("is vrijgegeven");
        var next = await TakeNext(page);

        var finding = Assert.Single(Controls.Findings(id));
        Assert.Equal(("in-order", _house.Officer().Name), (finding.Result, finding.ByName));
        Assert.Equal(DeclarationState.Released, Declarations.Find(id)!.State);
        Assert.NotEqual(id, next);
        Assert.Equal(_house.Officer().Id, Controls.CaseOf(next)!.HeldBy);
        Assert.Contains(
            _house.Get<IAuditTrail>().List(),
            r => r.Action == "controls:view" && r.ObjectId == $"{next}");
        await page.GotoAsync($"/declarations/{id}");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("Gecontroleerd en vrijgegeven");
        await Assertions.Expect(page.Locator("table")).ToContainTextAsync("Gecontroleerd en vrijgegeven");
        await page.GotoAsync($"/declarations/{id}/timeline");
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("Bevinding vastgelegd");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task An_officer_asks_for_a_correction_and_lets_go_what_came_with_a_reason()
    {
        var row = _house.Held(1)[0];
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.Enter(page, _house, Role.Officer);
        await page.GotoAsync($"/controls/{row.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Neem deze controle" }).ClickAsync();
        await Assertions.Expect(page.GetByText("De controle ligt nu bij u.")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("2");
        await page.GetByLabel("Wat klopt er niet?").SelectOptionAsync("value");
        await Assertions.Expect(page.GetByLabel("Land van oorsprong")).ToBeHiddenAsync();
        await page.GetByLabel("Waarde", new() { Exact = true }).FillAsync("99.999,50 EUR");
        await page.GetByRole(AriaRole.Button, new() { Name = Check }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Waarde", new() { Exact = true })).ToHaveValueAsync("99.999,50 EUR");
        await Chromium.AssertClean(page);
        await page.GetByLabel("Bericht aan de aangever").FillAsync("Op de factuur staat 99.999,50 euro.");
        await page.GetByRole(AriaRole.Button, new() { Name = Check }).ClickAsync();
        await Assertions.Expect(page.Locator(".letter")).ToContainTextAsync("Op de factuur staat 99.999,50 euro.");
        Assert.DoesNotContain(
            _house.Officer().Name, await page.Locator(".letter").InnerTextAsync(), StringComparison.Ordinal);
        await Chromium.AssertClean(page);
        Assert.Empty(Declarations.CorrectionsAsked(row.Id));
        await page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen en correctie vragen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("om een correctie gevraagd");
        Assert.Single(Declarations.CorrectionsAsked(row.Id));

        await _house.Correct(row, 90);
        await page.GotoAsync($"/controls/{row.Id}");
        await Assertions.Expect(page.GetByText("1 gegeven wijkt af van wat is vastgesteld.")).ToBeVisibleAsync();
        foreach (var width in new[] { 320, 768, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.True(await Looks.Fits(page), $"A correction that came scrolls sideways at {width} px");
        }

        await Chromium.AssertClean(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat er gebeurt" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Zeg waarom u toch vrijgeeft")).ToBeVisibleAsync();
        await page.GetByLabel("Reden, alleen voor collega's").FillAsync("De korting is alsnog aangetoond.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk wat er gebeurt" }).ClickAsync();
        Assert.Equal(DeclarationState.UnderControl, Declarations.Find(row.Id)!.State);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vrijgeven bevestigen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("De aangifte is vrijgegeven");

        Assert.Equal(DeclarationState.Released, Declarations.Find(row.Id)!.State);
        await page.GotoAsync("/findings");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("1 niet in orde");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Tables_keep_one_line_a_row_and_stay_within_the_page()
    {
        var row = _house.Held(1)[0];
        await _house.Execute("""
            insert into access_people (id, sign_in_name, name, roles, is_demo, is_simulated, created_at)
            values (777, 'sim.officer', 'S. Imulator', 'Officer', 1, 1, 1)
            """);
        await _house.FindInOrder(row, new Actor(ActorKind.Person, 777, "S. Imulator"));
        await using var content = new MemoryStream("Factuur"u8.ToArray());
        await _house.Get<IDocuments>().Keep(
            row.Id, DocumentKind.Evidence, new string('f', 100) + ".txt", content, _house.Officer().AsActor(),
            TestContext.Current.CancellationToken);
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.SignIn(page, _house, Role.Officer);

        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("/findings");
        var found = page.Locator("[data-row]", new() { Has = page.Locator(".simulated") });
        Assert.InRange((await found.BoundingBoxAsync())!.Height, 24, 40);
        await page.SetViewportSizeAsync(320, 700);
        Assert.True(await Looks.Fits(page), "Findings scroll sideways at 320 px");
        Assert.InRange((await found.BoundingBoxAsync())!.Height, 24, 40);
        await page.GotoAsync($"/declarations/{row.Id}/documents");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        Assert.True(await Looks.Fits(page), "Documents scroll sideways at 320 px");
        var size = await page.GetByText("7\u00A0B", new() { Exact = true }).BoundingBoxAsync();
        Assert.InRange(size!.X + size.Width, 0, 320);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task What_is_controlled_blind_shows_its_reason_only_after_the_finding()
    {
        await _house.MakeBlind(true);
        var row = _house.Held(1)[0];
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.Enter(page, _house, Role.Officer);
        foreach (var address in new[] { "/", "/controls", $"/controls/{row.Id}", $"/declarations/{row.Id}/reasons" })
        {
            await page.GotoAsync(address);
            Assert.DoesNotMatch(Reason(), await page.Locator("main").InnerTextAsync());
        }

        await page.GotoAsync("/controls?kind=Sample");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(0);
        await page.GotoAsync($"/controls/{row.Id}");
        await Assertions.Expect(page.GetByText("Kijk zonder te weten waarom")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Neem deze controle" }).ClickAsync();
        await Assertions.Expect(page.GetByText("De controle ligt nu bij u.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen en vrijgeven" }).ClickAsync();

        await Assertions.Expect(page.Locator(".reasons")).ToContainTextAsync(Reason());
        await Assertions.Expect(page.Locator(".findings")).ToContainTextAsync("blind bekeken");
        Assert.True(Assert.Single(Controls.Findings(row.Id)).WasBlind);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_finding_is_saved_without_script()
    {
        var row = _house.Held(1)[0];
        var (page, _) = await chromium.Open(_house.Address, hasScript: false);
        await Looks.Enter(page, _house, Role.Officer);
        await page.GotoAsync("/controls?set=H7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Volgende en vergrendel" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = Check }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kies de uitkomst");
        await page.Locator("[name='Posted.Result'][value='not-in-order']").CheckAsync();
        await page.GetByLabel("Wat klopt er niet?").SelectOptionAsync("origin");
        await page.GetByLabel("Land van oorsprong").FillAsync("x1");
        await page.GetByLabel("Bericht aan de aangever").FillAsync("Het label zegt Vietnam.");
        await page.GetByRole(AriaRole.Button, new() { Name = Check }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("x1 is zo niet te lezen");
        await page.GetByLabel("Land van oorsprong").FillAsync("vn");
        await page.GetByRole(AriaRole.Button, new() { Name = Check }).ClickAsync();
        await Assertions.Expect(page.Locator(".preview")).ToContainTextAsync("VN");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terug naar de bevinding" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Bericht aan de aangever"))
            .ToHaveValueAsync("Het label zegt Vietnam.");
        await page.GetByRole(AriaRole.Button, new() { Name = Check }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen en correctie vragen" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("is vastgelegd");
        var finding = Assert.Single(Controls.Findings(row.Id));
        Assert.Equal(new Particular(finding.Item, ParticularKind.Origin, "VN"), Assert.Single(finding.Established));
    }

    [Fact]
    public async Task Chosen_controls_are_taken_after_a_look_and_given_back_again()
    {
        var rows = _house.Held(3);
        await _house.FindWrong(rows[2], "99999.50 EUR");
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.Enter(page, _house, Role.Officer);
        await page.GotoAsync("/controls");
        foreach (var row in rows)
            await page.Locator($"[data-pick][value='{row.Id}']").CheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Neem deze" }).ClickAsync();
        await Assertions.Expect(page.Locator(".bulk-preview")).ToContainTextAsync("Met 1 regel gebeurt niets");
        await Assertions.Expect(page.Locator(".bulk-preview")).ToContainTextAsync("ligt al bij u");
        await Chromium.AssertClean(page);
        Assert.Null(Controls.CaseOf(rows[0].Id)!.HeldBy);
        await page.GetByRole(AriaRole.Button, new() { Name = "Neem deze (2)" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ongedaan maken" })).ToBeVisibleAsync();
        Assert.Equal(_house.Officer().Id, Controls.CaseOf(rows[0].Id)!.HeldBy);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ongedaan maken" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ongedaan maken" })).ToBeHiddenAsync();

        Assert.Null(Controls.CaseOf(rows[0].Id)!.HeldBy);
        Assert.Null(Controls.CaseOf(rows[1].Id)!.HeldBy);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task What_is_typed_and_chosen_stays_while_the_list_follows_what_happens()
    {
        var rows = _house.Held(2);
        var (page, complaints) = await chromium.Open(_house.Address);
        await Looks.Enter(page, _house, Role.Officer);
        await page.GotoAsync("/controls");
        await page.Locator($"[data-pick][value='{rows[0].Id}']").CheckAsync();
        var held = page.Locator($"tr:has([data-pick][value='{rows[1].Id}'])");

        await _house.Get<Tolhuis.Intake.Contract.IActs>().TakeControl(rows[1].Id, _house.Officer().AsActor());
        await _house.TakeMessages(seed: 9, count: 3);

        await Assertions.Expect(held).ToContainTextAsync("Mij", new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator($"[data-pick][value='{rows[0].Id}']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[data-bulk-count]")).ToHaveTextAsync("1 gekozen");
        Assert.Empty(complaints);
    }

    // How a reason begins, whole or short: of the law, or of the sample.
    [GeneratedRegex("Verplicht|Steekproef( \\(|: )")]
    private static partial Regex Reason();

    // The number of the control that was opened.
    private static async Task<long> TakeNext(IPage page)
    {
        var before = page.Url;
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page).Not.ToHaveURLAsync(before);
        var held = page.GetByText("Deze controle ligt bij u.").Or(page.GetByText("De controle ligt nu bij u."));
        await Assertions.Expect(held).ToBeVisibleAsync();
        return long.Parse(
            new Uri(page.Url).AbsolutePath.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
    }
}

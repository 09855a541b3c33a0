// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>What a trader sees and does in the portal, and what he never sees.</summary>
public sealed class PortalTests : IAsyncLifetime
{
    private static readonly string[] Parts =
    [
        "", "/regels", "/berichten", "/stukken", "/vraag", "/vraag/hulp", "/vraag/verbeteren", "/zienswijze",
        "/antwoord/1", "/regels.csv", "/bericht", "/stukken/1", "/berichten/1.xml",
    ];

    private House _house = null!;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private IDeclarations Declarations => _house.Get<IDeclarations>();

    public async ValueTask InitializeAsync() => _house = await House.Start();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_trader_sees_his_own_and_not_that_anothers_exists()
    {
        var row = await _house.AskOne();
        var other = _house.Held().First(one => one.DeclarantId != row.DeclarantId);
        using var client = await SignIn(row);

        var home = await Get(client, "/portaal");
        var list = await Get(client, "/portaal/aangiften");

        Assert.Contains("1 aangifte heeft iets van u nodig", home, StringComparison.Ordinal);
        Assert.Contains(row.Mrn.ToString(), list, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Mrn.ToString(), list, StringComparison.Ordinal);
        foreach (var part in Parts)
        {
            var theirs = await client.GetAsync(Address(other.Id, part), Ended);
            var nothing = await client.GetAsync(Address(999_999_999, part), Ended);
            Assert.Equal(
                (part, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
                (part, theirs.StatusCode, nothing.StatusCode));
            Assert.Equal(
                Shape(await theirs.Content.ReadAsStringAsync(Ended)),
                Shape(await nothing.Content.ReadAsStringAsync(Ended)));
        }

        var searched = await Get(client, $"/portaal/aangiften?q={other.Mrn}");
        Assert.Contains("Geen aangifte gevonden", searched, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_owed_is_told_with_the_release_and_not_before()
    {
        var row = await _house.AskOne();
        var released = _house.Released(1)[0];
        var trader = await _house.MakeTrader("vos", _house.DeclarantOf(row), _house.DeclarantOf(released));
        using var signedIn = await _house.SignIn(trader);

        var held = await Get(signedIn, Path(row.Id)) + await Get(signedIn, Path(row.Id, "/regels"));
        var file = await Get(signedIn, Path(row.Id, "/regels.csv"));
        var free = await Get(signedIn, Path(released.Id));

        Assert.DoesNotContain("U betaalt", held, StringComparison.Ordinal);
        Assert.DoesNotContain("Invoerrecht", held + file, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound, (await signedIn.GetAsync(Address(row.Id, "/berekening"), Ended)).StatusCode);
        Assert.Contains("U betaalt", free, StringComparison.Ordinal);
        Assert.Contains("Invoerrecht", await Get(signedIn, Path(released.Id, "/regels.csv")), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK, (await signedIn.GetAsync(Address(released.Id, "/berekening"), Ended)).StatusCode);
    }

    [Fact]
    public async Task A_control_that_is_not_announced_reads_as_accepted_everywhere()
    {
        var row = await _house.AskOne();
        var id = row.Id.ToString(CultureInfo.InvariantCulture);
        await _house.Execute($"update declarations_corrections_asked set answered_by = 1 where declaration_id = {id}");
        using var client = await SignIn(row);
        Assert.Contains("Onder controle", await Get(client, Path(row.Id)), StringComparison.Ordinal);

        await _house.Execute("drop trigger declarations_history_keeps_rows");
        await _house.Execute($"delete from declarations_history where declaration_id = {id} and kind in (5, 6)");

        var pages = await Get(client, Path(row.Id)) + await Get(client, Path(row.Id, "/berichten"))
            + await Get(client, "/portaal/aangiften") + await Get(client, "/portaal/aangiften?stand=accepted");
        Assert.Contains(row.Mrn.ToString(), pages, StringComparison.Ordinal);
        Assert.DoesNotContain("Onder controle</span>", pages, StringComparison.Ordinal);
        Assert.DoesNotContain(
            row.Mrn.ToString(), await Get(client, "/portaal/aangiften?stand=underControl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_that_is_sent_twice_is_made_once()
    {
        var row = await _house.AskOne();
        using var client = await SignIn(row);
        var page = Path(row.Id, "/vraag/verbeteren");
        var fields = Fields(row, "Schroeven van staal, 8 mm");

        var check = await House.Post(client, page, page, [.. fields, ("stap", "nakijken")]);
        Assert.Empty(Declarations.Requests(row.Id));
        var number = NumberIn(await check.Content.ReadAsStringAsync(Ended));
        (string, string)[] sending = [.. fields, ("stap", "verstuur"), ("kenmerk", number)];
        var first = House.Post(client, page, page, sending);
        var second = House.Post(client, page, page, sending);
        var answers = await Task.WhenAll(first, second);
        var late = await House.Post(client, "/portaal", page, sending);

        Assert.Contains("Klopt dit?", await check.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        var request = Assert.Single(Declarations.Requests(row.Id));
        Assert.Equal(number, request.Lrn);
        Assert.Equal(Path(row.Id, $"/antwoord/{request.Id}"), late.Headers.Location?.AbsolutePath);
        Assert.Equal(2, Declarations.Find(row.Id)!.Version);
        Assert.Contains(
            answers, a => a.Headers.Location?.AbsolutePath == Path(row.Id, $"/antwoord/{request.Id}"));
        Assert.NotNull(Assert.Single(Declarations.CorrectionsAsked(row.Id)).AnsweredBy);
        var done = await Get(client, Path(row.Id, $"/antwoord/{request.Id}"));
        Assert.Contains($"Uw kenmerk is {request.Id}", done, StringComparison.Ordinal);
        Assert.Contains("Er is nu niets van u nodig", await Get(client, "/portaal"), StringComparison.Ordinal);
        Assert.Contains(_house.Get<IAuditTrail>().List(), r => r.Action == "portal:correct");
        Assert.Contains(_house.Get<IAuditTrail>().List(), r => r.Action == "portal:view" && r.ObjectId == $"{row.Id}");
    }

    [Fact]
    public async Task The_number_of_a_correction_is_drawn_each_time_and_no_other_is_taken()
    {
        var row = await _house.AskOne();
        using var client = await SignIn(row);
        var page = Path(row.Id, "/vraag/verbeteren");
        var fields = Fields(row, "Schroeven van staal, 8 mm");

        var numbers = new List<string>();
        foreach (var step in (string[])["nakijken", "nakijken", "verstuur"])
        {
            using var check = await House.Post(client, page, page, [.. fields, ("stap", step), ("kenmerk", "FUR1")]);
            numbers.Add(NumberIn(await check.Content.ReadAsStringAsync(Ended)));
        }

        Assert.Equal(3, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.Matches("^PORTAL-[0-9A-Z]{15}$", number));
        Assert.Empty(Declarations.Requests(row.Id));
    }

    [Fact]
    public async Task A_correction_of_a_declaration_that_changed_meanwhile_is_not_sent()
    {
        var row = await _house.AskOne();
        using var client = await SignIn(row);
        var page = Path(row.Id, "/vraag/verbeteren");

        var answer = await House.Post(
            client, page, page, [.. Fields(row with { Version = 7 }, "Schroeven van staal"), ("stap", "verstuur")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "Er is niets verstuurd", await answer.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        Assert.Empty(Declarations.Requests(row.Id));
    }

    [Fact]
    public async Task A_correction_that_changes_nothing_or_is_wrong_says_so_and_keeps_what_was_typed()
    {
        var row = await _house.AskOne();
        using var client = await SignIn(row);
        var page = Path(row.Id, "/vraag/verbeteren");

        var same = await House.Post(client, page, page, [.. Fields(row, null), ("stap", "verstuur")]);
        (string, string)[] wrong =
        [
            .. Fields(row, "Schroeven").Where(f => f.Name != "v1-1"), ("v1-1", "<b>"), ("stap", "nakijken"),
        ];
        var refused = await House.Post(client, page, page, wrong);

        Assert.Equal(HttpStatusCode.BadRequest, same.StatusCode);
        Assert.Contains(
            "U hebt nog niets veranderd", await same.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync(Ended);
        Assert.Contains("Zo kunnen wij de verbetering niet aannemen", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Schroeven\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Empty(Declarations.Requests(row.Id));
    }

    [Fact]
    public async Task A_trader_whose_account_ended_sees_nothing_at_once()
    {
        var row = await _house.AskOne();
        var trader = await _house.MakeTrader("vos", _house.DeclarantOf(row));
        using var client = await _house.SignIn(trader);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Address(row.Id), Ended)).StatusCode);

        await _house.Tokens.Revoke(trader.TokenId!.Value, Actor.System);

        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(Address(row.Id), Ended)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(Address(row.Id, "/regels.csv"), Ended)).StatusCode);
    }

    [Fact]
    public async Task Another_who_acts_for_the_same_declarant_reads_no_message_and_no_reference_of_his_colleague()
    {
        var row = await _house.AskOne();
        Assert.True(Eori.TryParse("NL999999990", out var agent, out _));
        var trader = await _house.MakeTrader("agent", agent, _house.DeclarantOf(row));
        using var client = await _house.SignIn(trader);

        var page = await Get(client, Path(row.Id));

        Assert.DoesNotContain(row.Lrn, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address(row.Id, "/bericht"), Ended)).StatusCode);
        Assert.DoesNotContain(
            row.Mrn.ToString(), await Get(client, $"/portaal/aangiften?q={row.Lrn}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_who_acts_for_the_same_declarant_corrects_as_he_might_by_his_own_software()
    {
        var row = await _house.AskOne();
        Assert.True(Eori.TryParse("NL999999990", out var agent, out _));
        var trader = await _house.MakeTrader("agent", agent, _house.DeclarantOf(row));
        using var client = await _house.SignIn(trader);
        var page = Path(row.Id, "/vraag/verbeteren");
        var fields = Fields(row, "Schroeven van staal, 8 mm");

        using var check = await House.Post(client, page, page, [.. fields, ("stap", "nakijken")]);
        var html = await check.Content.ReadAsStringAsync(Ended);
        using var sent = await House.Post(
            client, page, page, [.. fields, ("stap", "verstuur"), ("kenmerk", NumberIn(html))]);

        var request = Assert.Single(Declarations.Requests(row.Id));
        Assert.DoesNotContain(row.Lrn, html, StringComparison.Ordinal);
        Assert.Equal(Path(row.Id, $"/antwoord/{request.Id}"), sent.Headers.Location?.AbsolutePath);
        Assert.NotEqual(row.SubmitterId, request.SubmitterId);
        Assert.Equal(RequestState.Granted, request.State);
    }

    [Fact]
    public async Task He_says_what_he_thinks_of_an_intended_decision_once_and_reads_no_name()
    {
        var asked = await _house.AskOne();
        var row = _house.Held().First(one => one.Id != asked.Id);
        await _house.AnnounceNoRelease(row);
        using var client = await SignIn(row);
        var page = Path(row.Id, "/zienswijze");
        const string View = "Het is nepbont. De factuur <b>zegt</b> het.";

        var (home, html) = (await Get(client, "/portaal"), await Get(client, page));
        var check = await House.Post(
            client, page, page, ("_handler", "view"), ("Posted.View", View), ("Posted.Step", "check"));
        Assert.Null(Assert.Single(_house.Get<IControls>().Hearings(row.Id)).View);
        var sent = await House.Post(
            client, page, page, ("_handler", "view"), ("Posted.View", View), ("Posted.Step", "send"));
        var again = await House.Post(
            client, "/portaal", page, ("_handler", "view"), ("Posted.View", "Anders"), ("Posted.Step", "send"));

        Assert.Contains(Traders.Grounds, html, StringComparison.Ordinal);
        Assert.Contains("1 aangifte heeft iets van u nodig", home, StringComparison.Ordinal);
        Assert.DoesNotContain(_house.Officer().Name, html, StringComparison.Ordinal);
        Assert.Contains(
            "Kijk na wat u verstuurt", await check.Content.ReadAsStringAsync(Ended), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.SeeOther), (sent.StatusCode, again.StatusCode));
        Assert.Equal(View, Assert.Single(_house.Get<IControls>().Hearings(row.Id)).View);
        var after = await Get(client, page);
        Assert.Contains("Een medewerker leest het", after, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>zegt", after, StringComparison.Ordinal);
        Assert.Contains(_house.Get<IAuditTrail>().List(), r => r.Action == "portal:give-view");
    }

    [Fact]
    public async Task What_one_representative_thought_is_not_shown_to_another_as_his_own()
    {
        var asked = await _house.AskOne();
        var row = _house.Held().First(one => one.Id != asked.Id);
        await _house.AnnounceNoRelease(row);
        using var first = await SignInAgent("een", "NL999999990", row);
        using var second = await SignInAgent("twee", "NL999999991", row);
        using var declarant = await SignIn(row);
        var page = Path(row.Id, "/zienswijze");
        await House.Post(
            first, page, page, ("_handler", "view"), ("Posted.View", "Het is nepbont."), ("Posted.Step", "send"));

        var (own, colleague, principal) = (await Get(first, page), await Get(second, page), await Get(declarant, page));

        Assert.Contains("Uw antwoord", own, StringComparison.Ordinal);
        Assert.Contains("De douane heeft een antwoord van", colleague, StringComparison.Ordinal);
        Assert.DoesNotContain("nepbont", colleague, StringComparison.Ordinal);
        Assert.DoesNotContain("Uw antwoord", colleague + principal, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("nepbont", principal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_law_asks_to_be_heard_on_is_told_with_its_units()
    {
        var asked = await _house.AskOne();
        var row = _house.Held().First(one => one.Id != asked.Id);
        await _house.AnnounceNoRelease(row);
        await _house.Execute("""
            insert into controls_intended (hearing_id, item, kind, value)
            select id, 1, 4, '1250.5' from controls_hearings
            union all select id, 1, 3, '1250000.5 USD' from controls_hearings
            """);
        using var client = await SignIn(row);

        var html = WebUtility.HtmlDecode(await Get(client, Path(row.Id, "/zienswijze")));

        Assert.Contains("1.250,5\u00A0kg", html, StringComparison.Ordinal);
        Assert.Contains("1.250.000,50\u00A0USD", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_goes_on_behind_rows_that_are_not_shown()
    {
        await _house.Hold(25);
        var held = _house.Held().OrderBy(row => row.Id).ToList();
        await _house.Execute("drop trigger declarations_history_keeps_rows");
        await _house.Execute(string.Create(
            CultureInfo.InvariantCulture,
            $"delete from declarations_history where declaration_id > {held[2].Id} and kind in (5, 6)"));
        using var client = await _house.SignIn(await _house.MakeTrader(
            "vos", [.. held.Select(_house.DeclarantOf).Distinct()]));

        var announced = await Get(client, "/portaal/aangiften?stand=underControl");
        var first = await Get(client, "/portaal/aangiften?stand=accepted");
        var next = WebUtility.HtmlDecode(first.Split("rel=\"next\" href=\"")[1].Split('"')[0]);
        var second = await Get(client, next);

        Assert.All(held.Take(3), row => Assert.Contains(row.Mrn.ToString(), announced, StringComparison.Ordinal));
        Assert.DoesNotContain(held[3].Mrn.ToString(), announced, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", announced + second, StringComparison.Ordinal);
        Assert.All(held.Skip(5), row => Assert.Contains(row.Mrn.ToString(), first, StringComparison.Ordinal));
        Assert.All(
            held.Skip(3).Take(2), row => Assert.Contains(row.Mrn.ToString(), second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_is_sent_and_read_back_by_him_and_by_no_other()
    {
        var row = await _house.AskOne();
        var other = _house.Held().First(one => one.DeclarantId != row.DeclarantId);
        using var client = await SignIn(row);
        using var stranger = await _house.SignIn(await _house.MakeTrader("ander", _house.DeclarantOf(other)));
        var page = Path(row.Id, "/stukken");

        var sent = await Send(client, page, "factuur.txt", "Factuur 12: 40,00 EUR");
        var none = await Send(client, page, "leeg.txt", "");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (sent.StatusCode, none.StatusCode));
        var document = Assert.Single(_house.Get<IDocuments>().Of(row.Id));
        using var saved = await client.GetAsync(Address(row.Id, $"/stukken/{document.Id}"), Ended);
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith("sandbox;", Assert.Single(saved.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
        Assert.Contains(_house.Get<IAuditTrail>().List(), r => r.Action == "declarations:read-document");
        Assert.Contains("factuur.txt", await Get(client, page), StringComparison.Ordinal);
        Assert.Equal((DocumentKind.FromDeclarant, "factuur.txt"), (document.Kind, document.Name));
        Assert.Equal("Factuur 12: 40,00 EUR", await Get(client, Path(row.Id, $"/stukken/{document.Id}")));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync(Address(other.Id, $"/stukken/{document.Id}"), Ended)).StatusCode);
        await using var content = new MemoryStream("Gezien bij de controle"u8.ToArray());
        var (evidence, _) = await _house.Get<IDocuments>().Keep(
            row.Id, DocumentKind.Evidence, "bewijs.txt", content, _house.Officer().AsActor(), Ended);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.GetAsync(Address(row.Id, $"/stukken/{evidence!.Id}"), Ended)).StatusCode);
        Assert.DoesNotContain("bewijs.txt", await Get(client, page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_reads_everything_is_slowed_down()
    {
        var row = await _house.AskOne();
        using var client = await SignIn(row);
        var seen = new List<HttpStatusCode>();

        for (var i = 0; i < 200; i++)
        {
            using var answer = await client.GetAsync(Address(1, "/regels.csv"), Ended);
            seen.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, seen);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, seen.Take(100));
    }

    private async Task<HttpClient> SignIn(DeclarationRow row) =>
        await _house.SignIn(await _house.MakeTrader("vos", _house.DeclarantOf(row)));

    private async Task<HttpClient> SignInAgent(string name, string eori, DeclarationRow row)
    {
        Assert.True(Eori.TryParse(eori, out var agent, out _));
        return await _house.SignIn(await _house.MakeTrader(name, agent, _house.DeclarantOf(row)));
    }

    // Every field as it stands, and another description where one is given.
    private (string Name, string Value)[] Fields(DeclarationRow row, string? description)
    {
        var item = _house.Get<ICorrectionComposer>().Items(row)[0];
        var fields = new List<(string, string)>
        {
            ("_handler", "correct"), ("versie", row.Version.ToString(CultureInfo.InvariantCulture)),
            ("reden", "Op verzoek van de douane."),
        };
        foreach (var particular in item.Particulars)
        {
            var parts = particular.Declared.Split(' ', 2);
            var isValue = particular.Kind == ParticularKind.Value;
            var value = particular.Kind == ParticularKind.Description && description is not null ? description
                : isValue ? parts[0] : particular.Declared;
            fields.Add(($"v{item.Item}-{(int)particular.Kind}", value));
            if (isValue)
                fields.Add(($"v{item.Item}-{(int)particular.Kind}-valuta", parts[^1]));
        }

        return [.. fields];
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string page, string name, string content)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative), Ended);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(House.TokenIn(html)), "__RequestVerificationToken" },
            { new StringContent("documents"), "_handler" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), "document", name },
        };
        return await client.PostAsync(new Uri(page, UriKind.Relative), form, Ended);
    }

    private static string NumberIn(string html) =>
        html.Split("name=\"kenmerk\" value=\"") is [_, var rest] ? rest.Split('"')[0] : "";

    private static Task<string> Get(HttpClient client, string address) =>
        client.GetStringAsync(new Uri(address, UriKind.Relative), Ended);

    private static string Path(long id, string part = "") =>
        string.Create(CultureInfo.InvariantCulture, $"/portaal/aangiften/{id}{part}");

    private static Uri Address(long id, string part = "") => new(Path(id, part), UriKind.Relative);

    // But for the number to quote and the address in the link to the other language.
    private static string Shape(string html) =>
        html.IndexOf("<h1", StringComparison.Ordinal) is >= 0 and var title
            ? html[title..].Split("<code>")[0] : html;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>
/// Every endpoint and who may use it, tried over HTTP for every role. A new endpoint without a row fails.
/// </summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private const string Everyone = "";
    private const string SignedIn = "*";
    private const string Token = "token";

    /// <summary>
    /// Method, pattern, the permission it asks (or everyone, or whoever is signed in), and an address to try.
    /// </summary>
    private static readonly (string Method, string Pattern, string Permission, string Address)[] Table =
    [
        ("GET", "/", Permission.HouseEnter, "/"),
        ("GET", "/rondleiding", Permission.HouseEnter, "/rondleiding"),
        ("GET", "/rondleiding/{Word}", Permission.HouseEnter, "/rondleiding/recht"),
        ("GET", "/aanmelden", Everyone, "/aanmelden"),
        ("POST", "/aanmelden/demo", Everyone, "/aanmelden/demo"),
        ("POST", "/afmelden", Everyone, "/afmelden"),
        ("POST", "/voorkeuren", Everyone, "/voorkeuren"),
        ("GET", "/toegang/eerste-beheerder", Everyone, "/toegang/eerste-beheerder"),
        ("GET", "/toegang/wachtwoord", Everyone, "/toegang/wachtwoord"),
        ("GET", "/toegankelijkheid", Everyone, "/toegankelijkheid"),
        ("GET", "/portaal/zending", Everyone, "/portaal/zending"),
        ("GET", "/hulp/toetsen", Everyone, "/hulp/toetsen"),
        ("GET", "/fout/{Status:int}", Everyone, "/fout/404"),
        ("GET", "/assets/{hash}/{name}", Everyone, "/assets/x/y"),
        ("GET", "/favicon.ico", Everyone, "/favicon.ico"),
        ("GET", "/live/{subject}", Permission.HouseEnter, "/live/nothing"),
        ("GET", "/declarations", Permission.DeclarationsRead, "/declarations"),
        ("GET", "/declarations/{Id:long}", Permission.DeclarationsRead, "/declarations/1"),
        ("GET", "/declarations/{Id:long}/{Tab}", Permission.DeclarationsRead, "/declarations/1/lines"),
        ("GET", "/declarations/{Id:long}/correction", Permission.ControlsWork, "/declarations/1/correction"),
        ("GET", "/controls", Permission.ControlsRead, "/controls"),
        ("GET", "/controls/{DeclarationId:long}", Permission.ControlsRead, "/controls/1"),
        ("GET", "/findings", Permission.ControlsRead, "/findings"),
        ("GET", "/declarations/{Id:long}/determine", Permission.DeclarationsDecide, "/declarations/1/determine"),
        ("GET", "/controls/{DeclarationId:long}/decision", Permission.DeclarationsDecide, "/controls/1/decision"),
        (
            "GET", "/declarations/{id:long}/documents/{documentId:long}", Permission.DeclarationsMessage,
            "/declarations/1/documents/1"),
        ("GET", "/requests", Permission.DeclarationsRead, "/requests"),
        ("GET", "/requests/{Id:long}", Permission.DeclarationsRead, "/requests/1"),
        ("GET", "/rules", Permission.TariffRead, "/rules"),
        ("GET", "/rules/{Code}", Permission.TariffRead, "/rules/lrn.in-use"),
        ("POST", "/weergaven", Permission.HouseEnter, "/weergaven"),
        ("GET", "/settings", Permission.HouseEnter, "/settings"),
        ("GET", "/settings/house", Permission.SettingsRead, "/settings/house"),
        ("GET", "/clients", Permission.ClientsRead, "/clients"),
        ("GET", "/clients/{Id:long}", Permission.ClientsRead, "/clients/1"),
        ("GET", "/intake", Permission.IntakeRead, "/intake"),
        ("GET", "/intake/{Id:long}", Permission.IntakeRead, "/intake/1"),
        ("GET", "/tariff", Permission.TariffRead, "/tariff"),
        ("GET", "/tariff/{Code}", Permission.TariffRead, "/tariff/610910"),
        ("GET", "/tariff/editions", Permission.TariffRead, "/tariff/editions"),
        ("GET", "/tariff/lists", Permission.TariffRead, "/tariff/lists"),
        ("GET", "/tariff/lists/{List}", Permission.TariffRead, "/tariff/lists/incoterm"),
        ("GET", "/tariff/drafts", Permission.TariffRead, "/tariff/drafts"),
        ("GET", "/tariff/drafts/new", Permission.TariffLoad, "/tariff/drafts/new"),
        ("GET", "/tariff/drafts/{Number:int}", Permission.TariffRead, "/tariff/drafts/1"),
        ("GET", "/access/account", Permission.HouseEnter, "/access/account"),
        ("GET", "/access/tokens", Permission.AccessTokens, "/access/tokens"),
        ("GET", "/access/tokens/new", Permission.AccessTokens, "/access/tokens/new"),
        ("GET", "/access/tokens/{Id:long}/revoke", Permission.AccessTokens, "/access/tokens/1/revoke"),
        ("GET", "/portaal", Everyone, "/portaal"),
        ("GET", "/portaal/aangiften", Permission.PortalUse, "/portaal/aangiften"),
        ("GET", "/portaal/aangiften/{Id:long}", Permission.PortalUse, "/portaal/aangiften/1"),
        ("GET", "/portaal/aangiften/{Id:long}/{Tab}", Permission.PortalUse, "/portaal/aangiften/1/regels"),
        ("GET", "/portaal/aangiften/{Id:long}/vraag", Permission.PortalUse, "/portaal/aangiften/1/vraag"),
        ("GET", "/portaal/aangiften/{Id:long}/vraag/hulp", Permission.PortalUse, "/portaal/aangiften/1/vraag/hulp"),
        ("GET", "/portaal/aangiften/{Id:long}/vraag/verbeteren", Permission.PortalUse,
            "/portaal/aangiften/1/vraag/verbeteren"),
        ("GET", "/portaal/aangiften/{Id:long}/antwoord/{Request:long}", Permission.PortalUse,
            "/portaal/aangiften/1/antwoord/1"),
        ("GET", "/portaal/aangiften/{Id:long}/zienswijze", Permission.PortalUse, "/portaal/aangiften/1/zienswijze"),
        ("GET", "/portaal/aangiften/{id:long}/regels.csv", Permission.PortalUse, "/portaal/aangiften/1/regels.csv"),
        ("GET", "/portaal/aangiften/{id:long}/bericht", Permission.PortalUse, "/portaal/aangiften/1/bericht"),
        ("GET", "/portaal/aangiften/{id:long}/berichten/{seq:long}.xml", Permission.PortalUse,
            "/portaal/aangiften/1/berichten/1.xml"),
        ("GET", "/portaal/aangiften/{id:long}/stukken/{document:long}", Permission.PortalUse,
            "/portaal/aangiften/1/stukken/1"),
        ("GET", "/_framework/opaque-redirect", SignedIn, "/_framework/opaque-redirect"),
        ("GET", "/v1/", Everyone, "/v1"),
        ("GET", "/v1/health", Everyone, "/v1/health"),
        ("GET", "/v1/openapi.json", Everyone, "/v1/openapi.json"),
        ("GET", "/v1/schemas/declaration.json", Everyone, "/v1/schemas/declaration.json"),
        ("GET", "/v1/declarations", Token, "/v1/declarations"),
        ("GET", "/v1/declarations/{mrn}", Token, "/v1/declarations/1"),
        ("GET", "/v1/declarations/{mrn}/lines", Token, "/v1/declarations/1/lines"),
        ("GET", "/v1/declarations/{mrn}/notifications", Token, "/v1/declarations/1/notifications"),
        ("GET", "/v1/notifications", Token, "/v1/notifications"),
        ("POST", "/v1/declarations/{mrn}/presentations", Token, "/v1/declarations/1/presentations"),
        ("POST", "/v1/declarations/{mrn}/amendments", Token, "/v1/declarations/1/amendments"),
        ("POST", "/v1/declarations/{mrn}/corrections", Token, "/v1/declarations/1/corrections"),
        ("POST", "/v1/declarations/{mrn}/invalidation-requests", Token, "/v1/declarations/1/invalidation-requests"),
        ("POST", "/v1/declarations/{mrn}/repayment-requests", Token, "/v1/declarations/1/repayment-requests"),
        ("POST", "/v1/declarations/{mrn}/supplements", Token, "/v1/declarations/1/supplements"),
        ("POST", "/v1/declarations/{mrn}/views", Token, "/v1/declarations/1/views"),
        ("GET", "/v1/declarations/{mrn}/requests", Token, "/v1/declarations/1/requests"),
        ("GET", "/v1/declarations/{mrn}/requests/{requestId}", Token, "/v1/declarations/1/requests/1"),
        ("GET", "/v1/declarations/{mrn}/versions", Token, "/v1/declarations/1/versions"),
        ("GET", "/v1/declarations/{mrn}/versions/{version}/lines", Token, "/v1/declarations/1/versions/1/lines"),
        ("GET", "/v1/declarations/{mrn}/corrections-asked", Token, "/v1/declarations/1/corrections-asked"),
        ("POST", "/v1/declarations/{mrn}/documents", Token, "/v1/declarations/1/documents"),
        ("GET", "/v1/declarations/{mrn}/documents/{documentId}", Token, "/v1/declarations/1/documents/1"),
        ("GET", "/v1/notifications/{seq}", Token, "/v1/notifications/1"),
        ("POST", "/v1/declaration-batches", Token, "/v1/declaration-batches"),
        ("GET", "/v1/declaration-files", Token, "/v1/declaration-files"),
        ("GET", "/v1/declaration-files/{id}", Token, "/v1/declaration-files/1"),
        ("GET", "/v1/tariff/{code}", Token, "/v1/tariff/610910"),
        ("GET", "/v1/code-lists/{list}", Token, "/v1/code-lists/incoterm"),
        ("GET", "/v1/{**rest}", Everyone, "/v1/nothing"),
        ("GET", "/v1/declaration-files/{id}/receipts", Token, "/v1/declaration-files/1/receipts"),
    ];

    /// <summary>Parts of a dossier that ask more than the dossier does: without it they do not exist.</summary>
    private static readonly (string Tab, string Permission)[] ClosedTabs =
    [
        ("reasons", Permission.ControlsRead),
        ("messages", Permission.DeclarationsMessage),
        ("documents", Permission.DeclarationsMessage),
    ];

    private House _house = null!;

    public async ValueTask InitializeAsync() => _house = await House.Start();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public void Every_endpoint_stands_in_the_table()
    {
        var patterns = _house.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + (e.RoutePattern.RawText ?? "").TrimStart('/')).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Table.Select(r => r.Pattern).Order(StringComparer.Ordinal), patterns);
    }

    [Fact]
    public async Task Every_endpoint_lets_in_whom_the_table_says_and_no_one_else()
    {
        var wrong = new List<string>();
        using var stranger = _house.Stranger();
        foreach (var (method, pattern, permission, address) in Table)
        {
            var answer = await Ask(stranger, method, address);
            var isSentAway = answer.StatusCode == HttpStatusCode.Unauthorized
                || answer.Headers.Location?.ToString().Contains("/aanmelden?terug=", StringComparison.Ordinal) == true;
            if (isSentAway != (permission != Everyone))
                wrong.Add($"stranger {method} {pattern}: {answer.StatusCode}");
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            var client = await _house.As(role);

            // A cookie opens no door of the API: another site could send it along.
            foreach (var (method, pattern, _, address) in Table.Where(r => r.Permission == Token))
            {
                var answer = await Ask(client, method, address);
                if (answer.StatusCode != HttpStatusCode.Unauthorized)
                    wrong.Add($"{role} {method} {pattern}: {answer.StatusCode}");
            }

            foreach (var (method, pattern, permission, address) in Table.Where(r =>
                r.Permission is not (Everyone or Token)))
            {
                var answer = await Ask(client, method, address);
                if (answer.StatusCode == HttpStatusCode.Forbidden == (
                    permission == SignedIn || Permissions.Allows(role, permission)))
                    wrong.Add($"{role} {method} {pattern}: {answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_closed_part_of_a_dossier_exists_only_for_whom_the_table_says()
    {
        await _house.TakeMessages(seed: 3, count: 5);
        var id = _house.Get<IDeclarations>().List(new DeclarationFilter(Limit: 1))[0].Id;
        foreach (var role in Enum.GetValues<Role>().Where(r => Permissions.Allows(r, Permission.DeclarationsRead)))
        {
            var client = await _house.As(role);
            var overview = await client.GetStringAsync(
                new Uri($"/declarations/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
            foreach (var (tab, permission) in ClosedTabs)
            {
                var isOpen = Permissions.Allows(role, permission);
                var answer = await Ask(client, "GET", $"/declarations/{id}/{tab}");
                Assert.Equal(
                    (role, tab, isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound), (role, tab, answer.StatusCode));
                Assert.Equal(isOpen, overview.Contains($"/declarations/{id}/{tab}\"", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task An_administrator_sees_the_counts_of_a_file_and_nothing_of_its_declarations()
    {
        await _house.TakeTraffic(60);
        var file = _house.Get<IReceivedFiles>().List(1)[0];
        var receipt = _house.Get<IReceivedFiles>().Receipts(file.Id, 0, 1)[0];
        var address = new Uri($"/intake/{file.Id}", UriKind.Relative);

        var officer = await (await _house.As(Role.Officer)).GetStringAsync(
            address, TestContext.Current.CancellationToken);
        var administrator = await (await _house.As(Role.Administrator)).GetStringAsync(
            address, TestContext.Current.CancellationToken);

        Assert.Contains(receipt.EntryName, officer, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.EntryName, administrator, StringComparison.Ordinal);
        Assert.Contains("<h1", administrator, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_the_token_of_its_form_is_refused()
    {
        var administrator = await _house.As(Role.Administrator);
        foreach (
            var address in (string[])[
                "/aanmelden", "/aanmelden/demo", "/afmelden", "/voorkeuren", "/toegang/eerste-beheerder",
                "/access/tokens/new"])
        {
            using var form =
                new FormUrlEncodedContent([KeyValuePair.Create("afmelden", "1"), KeyValuePair.Create("persoon", "1")]);
            var answer =
                await administrator.PostAsync(
                    new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.BadRequest), (address, answer.StatusCode));
        }

        Assert.Equal(HttpStatusCode.OK, (await Ask(administrator, "GET", "/")).StatusCode);
    }

    [Fact]
    public async Task A_decision_without_the_token_of_its_form_is_refused()
    {
        await _house.TakeMessages(seed: 3, count: 40);
        var asked = await _house.Invalidate(_house.Released(1)[0], "Sent back");
        var officer = await _house.As(Role.Officer);
        foreach (var address in (string[])["/requests", $"/requests/{asked.RequestId}", "/declarations/1/correction"])
        {
            using var form = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("_handler", "decide-request"), KeyValuePair.Create("Posted.Choice", "grant"),
                KeyValuePair.Create("Posted.Step", "confirm"),
            ]);
            var answer = await officer.PostAsync(
                new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.BadRequest), (address, answer.StatusCode));
        }

        Assert.Equal(
            RequestState.Pending, _house.Get<IDeclarations>().Request(asked.RequestId)!.State);
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        return await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}

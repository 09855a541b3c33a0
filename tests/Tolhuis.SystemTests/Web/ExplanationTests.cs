// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>Why and how of a declaration: for the officer, and beside it what the declarant sees.</summary>
public sealed class ExplanationTests(TrafficHouse shared) : IClassFixture<TrafficHouse>
{
    private readonly House _house = shared.House;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reasons_stand_beside_what_the_declarant_sees_and_never_in_it()
    {
        var row = One(DeclarationState.UnderControl);
        var html = await Get(await _house.As(Role.Auditor), $"/declarations/{row.Id}/reasons");
        var parts = html.Split("edition--trader", 2);

        Assert.Equal(2, parts.Length);
        Assert.Matches("Verplichte controle|Steekproef", parts[0]);
        Assert.DoesNotMatch("Verplichte controle|Steekproef|Grens:", parts[1]);
        Assert.Contains("Nog niet bekendgemaakt", parts[1], StringComparison.Ordinal);
        Assert.DoesNotContain(Language.Dutch.Amount(Money.Euro(row.VatCents)), parts[1], StringComparison.Ordinal);

        var released = _house.Released(1)[0];
        var seen = (await Get(
            await _house.As(Role.Auditor), $"/declarations/{released.Id}/reasons")).Split("edition--trader", 2)[1];
        Assert.Contains(Language.Dutch.Amount(Money.Euro(released.VatCents)), seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_step_of_a_calculation_leads_to_the_law_of_its_day()
    {
        var row = _house.Released(1)[0];
        var line = _house.Get<IDeclarations>().Lines(row)[0];
        var officer = await _house.As(Role.Officer);
        var html = await Get(officer, $"/declarations/{row.Id}/calculation");

        var law = $"/tariff/{line.Code}?on={row.AcceptedOn:yyyy-MM-dd}";
        Assert.Contains($"href=\"{law}\"", html, StringComparison.Ordinal);
        Assert.Contains(Language.Dutch.Day(row.AcceptedOn!.Value), html, StringComparison.Ordinal);
        Assert.Contains("<h1", await Get(officer, law), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_opens_beside_the_list_by_its_address_and_closes_by_a_link()
    {
        var row = _house.Released(1)[0];
        var officer = await _house.As(Role.Officer);

        var open = await Get(officer, $"/declarations/{row.Id}/lines?line=1");
        var closed = await Get(officer, $"/declarations/{row.Id}/lines");
        var unknown = await Get(officer, $"/declarations/{row.Id}/lines?line=99999");

        Assert.Contains("<dialog class=\"drawer\"", open, StringComparison.Ordinal);
        Assert.Contains($"href=\"/declarations/{row.Id}/lines\" aria-label", open, StringComparison.Ordinal);
        Assert.Contains($"href=\"/declarations/{row.Id}/lines?line=1\"", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"drawer\"", closed + unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_controls_are_counted_by_age()
    {
        var open = _house.Get<IControls>().CountOpen();
        Assert.True(open > 1);
        var now = _house.Time.NowMicroseconds();
        Assert.Equal(new OpenByAge(open, 0, 0, 0), _house.Get<IControlResults>().OpenByAge(now));

        await _house.Execute($"""
            UPDATE controls_orders SET ordered_at = {now - 8L * 86_400_000_000} WHERE id = (
                SELECT min(id) FROM controls_orders WHERE state <> 3)
            """);
        Assert.Equal(new OpenByAge(open - 1, 0, 0, 1), _house.Get<IControlResults>().OpenByAge(now));
        Assert.Contains(
            "Langer dan een week", await Get(await _house.As(Role.Officer), "/"), StringComparison.Ordinal);
    }

    private DeclarationRow One(DeclarationState state) =>
        _house.Get<IDeclarations>().List(new DeclarationFilter(State: state, Limit: 1))[0];

    private static async Task<string> Get(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative), Ended));
}

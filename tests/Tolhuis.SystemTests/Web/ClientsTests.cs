// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>Parties with what they lodged, counted again from the declarations themselves.</summary>
public sealed class ClientsTests(TrafficHouse shared) : IClassFixture<TrafficHouse>
{
    private readonly House _house = shared.House;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private DateOnly Today => _house.Today;

    [Fact]
    public void The_totals_of_a_declarant_are_those_of_his_declarations()
    {
        var declarations = _house.Get<IDeclarations>();
        var totals = declarations.Declarants(Today.AddDays(-29), Today.AddDays(1));

        Assert.NotEmpty(totals);
        Assert.Equal(totals.OrderByDescending(t => t.Lines).Select(t => t.Lines), totals.Select(t => t.Lines));
        foreach (var total in totals.Take(5))
        {
            var rows = All(total.DeclarantId);
            var accepted = rows.Where(r => r.AcceptedOn is not null).ToList();
            Assert.Equal(rows.Count(r => r.State != DeclarationState.Received), total.Declarations);
            Assert.Equal(rows.Count(r => r.State == DeclarationState.Rejected), total.Rejected);
            Assert.Equal(rows.Count(r => r.State == DeclarationState.UnderControl), total.UnderControl);
            Assert.Equal(accepted.Sum(r => r.LineCount), total.Lines);
            Assert.Equal(accepted.Sum(r => r.DutyCents + r.VatCents), total.DebtCents);
            Assert.Equal(
                total.Lines,
                declarations.DaysOf(total.DeclarantId, Today.AddDays(-29), Today.AddDays(1)).Sum(d => d.Lines));
        }
    }

    [Fact]
    public async Task A_party_is_found_by_name_or_number_and_its_picture_says_the_day_and_stands_in_the_trail()
    {
        var total = _house.Get<IDeclarations>().Declarants(Today.AddDays(-29), Today.AddDays(1))[0];
        var party = _house.Get<IParties>().Find(total.DeclarantId)!;
        var officer = await _house.As(Role.Officer);

        var found = await Get(officer, $"/clients?q={Uri.EscapeDataString(party.Eori.ToString().ToLowerInvariant())}");
        var picture = await Get(officer, $"/clients/{party.Id}");
        var earlier = await Get(officer, $"/clients/{party.Id}?on=2020-02-29");
        var list = await Get(officer, "/clients");

        Assert.Contains($"href=\"/clients/{party.Id}\"", found, StringComparison.Ordinal);
        Assert.Contains($"href=\"/clients/{party.Id}\"", list, StringComparison.Ordinal);
        Assert.Contains(Language.Dutch.Number(total.Lines), picture, StringComparison.Ordinal);
        Assert.Contains("valt niets te zeggen", picture, StringComparison.Ordinal);
        Assert.Contains("29 feb 2020", earlier, StringComparison.Ordinal);
        Assert.Contains("Geen aangiften in de 30 dagen", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/declarations/", earlier, StringComparison.Ordinal);
        Assert.Equal(
            ["2020-02-29", Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
            _house.Get<IAuditTrail>().List().Where(r => r.Action == "clients:view" && r.ObjectId == $"{party.Id}")
                .Select(r => r.Details));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await officer.GetAsync(new Uri("/clients/999999999", UriKind.Relative), Ended)).StatusCode);
    }

    [Fact]
    public async Task What_the_sample_found_is_said_with_its_uncertainty()
    {
        var id = _house.Get<IDeclarations>().Declarants(Today.AddDays(-29), Today.AddDays(1))[1].DeclarantId;
        var day = Today.AddDays(-3);
        await _house.Execute($"INSERT INTO controls_declarant_days VALUES ({id}, {day.DayNumber}, 2, 20, 2, 0, 1000)");

        var results = _house.Get<IControlResults>().ByDeclarant(Today.AddDays(-364), Today.AddDays(1), [id]);
        var picture = await Get(await _house.As(Role.Officer), $"/clients/{id}");

        Assert.Equal([new DeclarantResults(id, 2, 20, 2, 0, 1_000)], results);
        Assert.Contains("2 van 20 gecontroleerde regels niet in orde", picture, StringComparison.Ordinal);
        var plain = picture.Replace('\u00A0', ' ').Replace(" %", "%", StringComparison.Ordinal);
        Assert.Contains("tussen 2,8% en 30,1%", plain, StringComparison.Ordinal);
        Assert.Empty(_house.Get<IControlResults>().ByDeclarant(Today.AddDays(-2), Today.AddDays(1), [id]));
    }

    private static async Task<string> Get(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative), Ended));

    private List<DeclarationRow> All(long declarant)
    {
        var all = new List<DeclarationRow>();
        for (long? before = null; ;)
        {
            var rows = _house.Get<IDeclarations>()
                .List(new DeclarationFilter(DeclarantId: declarant, Before: before, Limit: 200));
            all.AddRange(rows);
            if (rows.Count == 0)
                return all;
            before = rows[^1].Id;
        }
    }
}

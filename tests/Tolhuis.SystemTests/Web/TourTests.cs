// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Simulate;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Web;
using Tolhuis.Web.Site;
using Xunit;

namespace Tolhuis.SystemTests.Web;

/// <summary>The tour, without a browser: each stop says what there is, or that there is nothing yet.</summary>
public sealed class TourTests
{
    [Fact]
    public async Task In_an_empty_house_every_stop_says_what_is_missing_and_the_law_needs_nothing()
    {
        await using var house = await House.Start();
        var officer = await house.As(Role.Officer);

        Assert.Contains("Er is nog niets geselecteerd", await Get(officer, "waarom"), StringComparison.Ordinal);
        Assert.Contains("Er is nog niets getrokken", await Get(officer, "steekproef"), StringComparison.Ordinal);
        Assert.Contains("nog geen fout tot het eind", await Get(officer, "geld"), StringComparison.Ordinal);
        var law = await Get(officer, "recht");
        Assert.Contains("beide antwoorden kloppen", law, StringComparison.Ordinal);
        Assert.Contains("3,63", law, StringComparison.Ordinal);
        var unknown = await officer.GetAsync(
            new Uri("/rondleiding/niets", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Of_a_day_that_simulated_people_worked_the_stops_show_what_is_there()
    {
        await using var house = await House.Start();
        await WorkedDay(house, 3_000);
        var officer = await house.As(Role.Officer);

        Assert.Contains("De controleur ziet", await Get(officer, "waarom"), StringComparison.Ordinal);
        Assert.Contains("gesimuleerd", await Get(officer, "steekproef"), StringComparison.Ordinal);
        Assert.Contains("<table", await Get(officer, "steekproef"), StringComparison.Ordinal);
        Assert.True(house.Get<Tolhuis.Controls.Contract.IControls>().Outcomes(
            new Tolhuis.Controls.Contract.OutcomeFilter()).All(outcome => outcome.IsSimulated));
    }

    [Fact]
    public async Task Who_may_not_read_controls_is_told_so_and_sees_no_reason()
    {
        await using var house = await House.Start();
        await house.TakeMessages(seed: 3, count: 20);
        foreach (var role in Enum.GetValues<Role>()
            .Where(role => Permissions.Allows(role, Permission.HouseEnter)
                && !Permissions.Allows(role, Permission.ControlsRead)))
        {
            var client = await house.As(role);
            foreach (var stop in (string[])["waarom", "steekproef", "geld"])
            {
                var page = await Get(client, stop);
                Assert.Contains("Dit ziet uw rol niet", page, StringComparison.Ordinal);
                Assert.DoesNotContain("De controleur ziet", page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Without_a_host_that_gives_it_the_plug_has_no_button_and_the_command_instead()
    {
        await using var house = await House.Start();

        var page = await Get(await house.As(Role.Officer), "stekker");

        Assert.Contains("tolhuis plug", page, StringComparison.Ordinal);
        Assert.DoesNotContain("pull-plug", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_demo_one_trial_runs_at_a_time_and_a_form_of_another_site_starts_none()
    {
        var plug = new CountedTrials();
        await using var house = await House.Start(settings: new HostSettings(House.AnyPort) { Plug = plug });
        var officer = await house.As(Role.Officer);

        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "pull-plug")]);
        var refused = await officer.PostAsync(
            new Uri("/rondleiding/stekker", UriKind.Relative), forged, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.BadRequest, 0), (refused.StatusCode, plug.Started));

        await House.Post(officer, "/rondleiding/stekker", "/rondleiding/stekker", ("_handler", "pull-plug"));
        var again = await House.Post(
            officer, "/rondleiding/stekker", "/rondleiding/stekker", ("_handler", "pull-plug"));
        var page = await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, plug.Started);
        Assert.Contains("Er loopt al een proef", page, StringComparison.Ordinal);
        Assert.Contains("De proef loopt", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_house_is_given_no_plug_even_if_its_host_offers_one()
    {
        await using var house = await House.Start(
            isDemo: false, settings: new HostSettings(House.AnyPort) { Plug = new CountedTrials() });

        Assert.Null(house.App.Services.GetService(typeof(IPlugTrials)));
    }

    /// <summary>A small day, worked back by the officers of the simulation, with the answers of the declarants.
    /// </summary>
    internal static async Task WorkedDay(House house, long lines)
    {
        var simulator = new TrafficSimulator(new SimulationPlan
        {
            Lines = lines,
            Day = house.Today.AddDays(-1),
        });
        var simulated = new SimulatedHouse(house.App.Services, await house.Tokens.House(), house.Time);
        await simulated.MoveIn(simulator);
        await simulated.TakeDay(simulator, (_, _) => { }, CancellationToken.None);
        await simulated.Controls.WorkBack(CancellationToken.None);
        await simulated.Corrections.Send(TimeSpan.FromMinutes(10), simulated.Controls.LookAtCorrection);
        Assert.Equal((0L, 0L), (simulated.Controls.Failed, simulated.Corrections.Failed));
        Assert.NotEmpty(house.Get<Tolhuis.Controls.Contract.IControls>().Outcomes(
            new Tolhuis.Controls.Contract.OutcomeFilter()));
        Assert.Null(house.Get<IIntake>().Fault);
    }

    private static Task<string> Get(HttpClient client, string stop) => client.GetStringAsync(
        new Uri($"/rondleiding/{stop}", UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Counts and stays running, so that a test needs no second program.</summary>
    private sealed class CountedTrials : IPlugTrials
    {
        public int Started { get; private set; }

        public PlugTrial? Latest { get; private set; }

        public bool TryStart()
        {
            if (Started > 0)
                return false;
            Started++;
            Latest = new PlugTrial(PlugPhase.Loading, 1, 3, 50, 48, 8, 0, 0, 0, [], 1, null, null);
            return true;
        }
    }
}

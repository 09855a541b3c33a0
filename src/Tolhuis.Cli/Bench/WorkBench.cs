// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Simulate;
using Tolhuis.Clients.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Simulator;
using Tolhuis.Web;

namespace Tolhuis.Cli.Bench;

/// <summary>What is asked of the measurement.</summary>
/// <param name="Seconds">In how many seconds the day of work is done.</param>
/// <param name="Prefill">Lines decided before it begins.</param>
internal sealed record WorkBenchPlan(
    int Officers, int Traders, int Seconds, int BackgroundLinesPerSecond, long Prefill);

/// <summary>Times of one kind of request, in milliseconds.</summary>
internal sealed record StepTime(string Step, int Requests, double P50Ms, double P99Ms, double MaxMs);

/// <summary>A day of work of people, from request to the last byte of its answer.</summary>
/// <param name="Findings">Saved by the officers of the measurement.</param>
/// <param name="Faults">Answers that were no page; the first ones are named.</param>
/// <param name="Limited">Answers that said "too many requests".</param>
internal sealed record WorkBenchAnswer(
    int Officers, int Traders, double Seconds, int Requests, double P50Ms, double P99Ms, double MaxMs, long Findings,
    int Faults, int Limited, double BackgroundLinesPerSecond, IReadOnlyList<StepTime> Steps)
{
    public IReadOnlyList<string> FirstFaults { get; init; } = [];
}

/// <summary>
/// A day of work of officers and traders without browsers, done in minutes, while files flow in beside it. Officers
/// take the next control, look, find and confirm by the forms of the pages; traders look at what is theirs. Server,
/// people and files share the cores of one machine. Traders share twenty accounts; each officer has his own.
/// </summary>
internal sealed partial class WorkBench(WorkBenchPlan plan, string folder)
{
    /// <summary>Controls of one officer on a day.</summary>
    private const int ControlsPerOfficer = 40;

    /// <summary>Of every so many findings one is not in order, and the declarant is asked to correct.</summary>
    private const int OneWrongIn = 20;

    private const int OfficerAccounts = 50;
    private const int TraderAccounts = 20;

    private static readonly Dictionary<string, string> Nothing = [];

    public async Task<WorkBenchAnswer> Run(CancellationToken stop)
    {
        var path = Path.Combine(folder, "work-store");
        foreach (var old in new[] { path, path + ".keys", path + ".trail-heads" }.Where(Directory.Exists))
            Directory.Delete(old, recursive: true);
        var store = Store.Open(path, TimeProvider.System, demo: true);
        await using var app = TolhuisHost.Build(store, TimeProvider.System, new HostSettings("http://127.0.0.1:0"));
        await app.StartAsync(stop);
        var services = app.Services;
        await services.GetRequiredService<IPeople>().MarkDemo();
        var house = await services.GetRequiredService<ITokens>().House();
        var intake = services.GetRequiredService<IIntake>();
        var people = await Prepare(services, intake, house, stop);
        var address = new Uri(
            services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var officers = await SignIn(address, people.Officers, stop);
        var traders = await SignIn(address, people.Traders, stop);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var before = intake.Pulse.Total.Counts.Lines;
        var started = Stopwatch.GetTimestamp();
        var background = HttpBench.Background(intake, house, plan.BackgroundLinesPerSecond, ending.Token);
        var clients = new List<PageClient>();
        await Task.WhenAll(Work(address, officers, traders, clients, stop));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var flowed = intake.Pulse.Total.Counts.Lines - before;
        await ending.CancelAsync();
        await background;
        var today = DutchTime.DateOf(TimeProvider.System.GetUtcNow());
        var effect = services.GetRequiredService<IControls>().Effect(today.AddDays(-1), today.AddDays(1));
        await app.StopAsync(stop);
        return Sum(clients, elapsed, effect.Ended, flowed / elapsed);
    }

    private List<Task> Work(
        Uri address, List<SocketsHttpHandler> officers, List<SocketsHttpHandler> traders, List<PageClient> clients,
        CancellationToken stop)
    {
        var work = new List<Task>();
        for (var i = 0; i < plan.Officers; i++)
        {
            clients.Add(new PageClient(address, officers[i % officers.Count]));
            work.Add(OfficerDay(clients[^1], i, stop));
        }

        for (var i = 0; i < plan.Traders; i++)
        {
            clients.Add(new PageClient(address, traders[i % traders.Count]));
            work.Add(TraderVisit(clients[^1], i, stop));
        }

        return work;
    }

    /// <summary>Controls one after the other, evenly over the day; some looks aside.</summary>
    private async Task OfficerDay(PageClient page, int number, CancellationToken stop)
    {
        var pace = TimeSpan.FromSeconds((double)plan.Seconds / ControlsPerOfficer);
        await Task.Delay(pace * ((double)number / plan.Officers), stop);
        for (var i = 0; i < ControlsPerOfficer; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await page.Open("worklist of controls", "/controls", stop);
            if (await page.Submit("take the next control", "_handler", "next-control", Nothing, stop)
                && HasFinding(page))
                await Find(page, isWrong: (number + i) % OneWrongIn == 0, stop);
            if (i % 4 == 0)
                await LookAside(page, i, stop);
            var left = pace - Stopwatch.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
                await Task.Delay(left, stop);
        }
    }

    // A declaration has a line or two under control: until the page has no form for a finding any more.
    private static async Task Find(PageClient page, bool isWrong, CancellationToken stop)
    {
        for (var line = 0; line < 5; line++)
        {
            var isChecked = await page.Submit(
                "check a finding", "_handler", "save-finding", isWrong ? Wrong : InOrder, stop);
            if (!isChecked || !await page.Submit("save a finding", "_handler", "save-finding", Confirm, stop))
                return;
            if (OrderOf().Match(page.Page) is not { Success: true } next || !HasFinding(page))
                return;
            await page.Open("page of a control", WebUtility.HtmlDecode(next.Value), stop);
        }
    }

    private static bool HasFinding(PageClient page) => page.Page.Contains("save-finding", StringComparison.Ordinal);

    private static async Task LookAside(PageClient page, int turn, CancellationToken stop)
    {
        switch (turn / 4 % 5)
        {
            case 0:
                await page.Open("overview", "/", stop);
                break;
            case 1:
                await page.Open("list of declarations", "/declarations", stop);
                if (DossierOf().Match(page.Page) is { Success: true } first)
                    await page.Open("dossier", first.Groups[1].Value, stop);
                break;
            case 2:
                await page.Open("findings", "/findings", stop);
                break;
            case 3:
                await page.Open("list of parties", "/clients", stop);
                if (ClientOf().Match(page.Page) is { Success: true } client)
                    await page.Open("picture of a client", client.Groups[1].Value, stop);
                break;
            default:
                await page.Open("list under control", "/declarations?state=UnderControl", stop);
                break;
        }
    }

    private async Task TraderVisit(PageClient page, int number, CancellationToken stop)
    {
        await Task.Delay(TimeSpan.FromSeconds((double)plan.Seconds * number / plan.Traders), stop);
        await page.Open("portal", "/portaal", stop);
        await page.Open("portal: declarations", "/portaal/aangiften", stop);
        if (PortalDeclaration().Match(page.Page) is not { Success: true } found)
            return;
        var declaration = found.Groups[1].Value;
        await page.Open("portal: a declaration", declaration, stop);
        foreach (var tab in PortalTabs().Matches(page.Page).Select(match => match.Groups[1].Value).Distinct().Take(3))
            await page.Open("portal: part of a declaration", tab, stop);
    }

    private async Task<(IReadOnlyList<Person> Officers, IReadOnlyList<Person> Traders)> Prepare(
        IServiceProvider services, IIntake intake, Submitter house, CancellationToken stop)
    {
        var simulator = new TrafficSimulator(new SimulationPlan
        {
            Lines = plan.Prefill,
            Seed = 21,
            Day = DutchTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(-1),
        });
        var parties = SimulatedDay.PartiesOf(simulator);
        await services.GetRequiredService<IParties>().Register(parties, TimeProvider.System.NowMicroseconds());
        await SimulatedDay.Take(
            intake, services.GetRequiredService<IReceivedFiles>(), house, simulator, (_, _) => { }, stop);
        var people = services.GetRequiredService<IPeople>();
        var traders = new List<Person>();
        foreach (var (eori, name, _) in parties.Take(TraderAccounts))
        {
            var (person, problems) = await people.CreateTrader(
                $"bench.{traders.Count}", $"Bench {traders.Count}", null, name, eori, [eori], Actor.System);
            var codes = string.Join(", ", problems.Select(problem => problem.Code));
            Invariant.Holds(person is not null, $"An account is made ({codes}).");
            traders.Add(person!);
        }

        var officers = new List<Person>();
        for (var i = 0; i < Math.Min(plan.Officers, OfficerAccounts); i++)
        {
            var officer = await people.AddDemoAccount($"bench.officer.{i}", $"Bench {i}", Role.Officer);
            Invariant.Holds(officer is not null, "An account of an officer is made.");
            officers.Add(officer!);
        }

        return (officers, traders);
    }

    /// <summary>Signing in is limited to thirty a minute of one address: beyond that one waits.</summary>
    private static async Task<List<SocketsHttpHandler>> SignIn(
        Uri address, IReadOnlyList<Person> people, CancellationToken stop)
    {
        var signedIn = new List<SocketsHttpHandler>();
        foreach (var person in people)
        {
            var connections = new SocketsHttpHandler
            {
                CookieContainer = new CookieContainer(),
                AutomaticDecompression = DecompressionMethods.All,
            };
            using var page = new PageClient(address, connections);
            var id = person.Id.ToString(CultureInfo.InvariantCulture);
            for (var isIn = false; !isIn;)
            {
                await page.Open("sign in", "/aanmelden", stop);
                isIn = await page.Submit(
                    "sign in", "terug", "", new Dictionary<string, string> { ["persoon"] = id }, stop);
                Invariant.Holds(isIn || page.Faults.Count == 0, $"{person.Name} signs in.");
                if (!isIn)
                    await Task.Delay(2_000, stop);
            }

            signedIn.Add(connections);
        }

        return signedIn;
    }

    private WorkBenchAnswer Sum(List<PageClient> clients, double elapsed, long findings, double lines)
    {
        var all = clients.SelectMany(client => client.Times).ToList();
        var sum = Of("all", all.ConvertAll(time => time.Ms));
        var answer = new WorkBenchAnswer(
            plan.Officers, plan.Traders, Math.Round(elapsed, 1), sum.Requests, sum.P50Ms, sum.P99Ms, sum.MaxMs,
            findings,
            clients.Sum(client => client.Faults.Count), clients.Sum(client => client.Limited), Math.Round(lines),
            [.. all.GroupBy(time => time.Step).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Of(group.Key, group.Select(time => time.Ms).ToList()))])
        {
            FirstFaults = [.. clients.SelectMany(client => client.Faults).Take(10)],
        };
        foreach (var client in clients)
            client.Dispose();
        return answer;
    }

    private static StepTime Of(string step, List<double> times)
    {
        times.Sort();
        return new StepTime(step, times.Count, At(times, 0.50), At(times, 0.99), At(times, 1));
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0
        ? 0
        : Math.Round(sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))], 1);

    private static readonly Dictionary<string, string> InOrder = new()
    {
        ["Posted.Result"] = ResultCodes.InOrder,
        ["Posted.Method"] = "documents",
        ["Posted.FollowUp"] = nameof(FollowUpKind.None),
        ["Posted.Step"] = "check",
    };

    private static readonly Dictionary<string, string> Wrong = new()
    {
        ["Posted.Result"] = ResultCodes.NotInOrder,
        ["Posted.ErrorKind"] = "value",
        ["Posted.Method"] = "documents",
        ["Posted.FollowUp"] = nameof(FollowUpKind.Correction),
        ["Posted.Told"] = "De factuur noemt een hogere waarde.",
        ["Posted.Step"] = "check",
    };

    private static readonly Dictionary<string, string> Confirm = new() { ["Posted.Step"] = "confirm" };

    [GeneratedRegex("/controls/[0-9]+\\?[^\"]*order=[0-9]+")]
    private static partial Regex OrderOf();

    [GeneratedRegex("href=\"(/declarations/[0-9]+)\"")]
    private static partial Regex DossierOf();

    [GeneratedRegex("href=\"(/clients/[0-9]+)\"")]
    private static partial Regex ClientOf();

    [GeneratedRegex("href=\"(/portaal/aangiften/[0-9]+)\"")]
    private static partial Regex PortalDeclaration();

    [GeneratedRegex("href=\"(/portaal/aangiften/[0-9]+/[a-z]+)\"")]
    private static partial Regex PortalTabs();
}

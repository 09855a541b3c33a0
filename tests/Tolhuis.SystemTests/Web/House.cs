// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Simulate;
using Tolhuis.Clients.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Simulator;
using Tolhuis.Soak;
using Tolhuis.SystemTests.Platform;
using Tolhuis.Tests.Intake;
using Tolhuis.Tests.Platform;
using Tolhuis.Web;

namespace Tolhuis.SystemTests.Web;

/// <summary>
/// The pages on a real server at a free port of this machine, over a store of its own. Its day and its draw are the
/// same in every run.
/// </summary>
public sealed partial class House : IAsyncDisposable
{
    /// <summary>A free port of this machine.</summary>
    public const string AnyPort = "http://127.0.0.1:0";

    private const int MessagesInFile = 150;

    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-house-").FullName;
    private readonly Store _store;
    private readonly Dictionary<Role, (HttpClient Client, CookieContainer Cookies)> _clients = [];
    private readonly List<HttpClient> _others = [];

    private House(bool isDemo, HostSettings? settings)
    {
        _store = Store.Open(EmptyStore.In(Path.Combine(_folder, "data")), Time, isDemo);
        App = TolhuisHost.Build(
            _store, Time, settings ?? new HostSettings(AnyPort), services => services.AddSteadyDraw());
    }

    public WebApplication App { get; }

    public TimeProvider Time { get; } = new HouseClock();

    /// <summary>The Dutch day of <see cref="Time"/>.</summary>
    public DateOnly Today => DutchTime.DateOf(Time.GetUtcNow());

    public Uri Address { get; private set; } = null!;

    public IPeople People => App.Services.GetRequiredService<IPeople>();

    public ITokens Tokens => App.Services.GetRequiredService<ITokens>();

    public static async Task<House> Start(bool isDemo = true, HostSettings? settings = null)
    {
        var house = new House(isDemo, settings);
        if (isDemo)
            await house.People.MarkDemo();
        await house.App.StartAsync();
        house.Address =
            new Uri(house.App.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return house;
    }

    /// <summary>A browser without script that nobody signed in; it follows no redirects.</summary>
    public HttpClient Stranger(CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() })
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { { "Accept", "text/html" } },
        };

    /// <summary>A browser in which a person with that role has signed in.</summary>
    public async Task<HttpClient> As(Role role)
    {
        if (_clients.TryGetValue(role, out var known))
            return known.Client;
        if (role is Role.Trader or Role.Supplier)
        {
            await Execute($"""
                insert into access_people (sign_in_name, name, roles, is_demo, created_at)
                values ('x.{role}', '{role}', '{role}', 1, 1)
                """);
        }

        var cookies = new CookieContainer();
        var client = await SignIn(
            People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(role)), cookies);
        _clients[role] = (client, cookies);
        return client;
    }

    /// <summary>What the browser of <see cref="As"/> keeps, for another browser of the same person.</summary>
    public async Task<IEnumerable<Cookie>> CookiesOf(Role role)
    {
        await As(role);
        return _clients[role].Cookies.GetCookies(Address);
    }

    /// <summary>A browser of a colleague of <see cref="As"/> with the same role.</summary>
    public async Task<HttpClient> AsAnother(Role role)
    {
        var name = $"Colleague {_others.Count + 1}";
        await Execute($"""
            insert into access_people (sign_in_name, name, roles, is_demo, created_at)
            values ('y{_others.Count}.{role}', '{name}', '{role}', 1, 1)
            """);
        var client = await SignIn(People.DemoAccounts(isLoopback: true).Single(p => p.Name == name));
        _others.Add(client);
        return client;
    }

    /// <summary>Gets a page for its form token and posts a form, as a browser does.</summary>
    public static async Task<HttpResponseMessage> Post(
        HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = TokenIn(html);
        var form = fields.Append(("__RequestVerificationToken", token))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    /// <summary>The token of the forms of a page.</summary>
    public static string TokenIn(string html) => FormToken().Match(html).Groups[1].Value;

    /// <summary>
    /// The traffic of yesterday, decided; at most a few thousand lines in a test. It comes in a few files: the hundreds
    /// of small ones that a day of so few lines has would each be a transaction of its own.
    /// </summary>
    public async Task TakeTraffic(long lines)
    {
        var simulator = new TrafficSimulator(
            new SimulationPlan { Lines = lines, Day = Today.AddDays(-1), BadMessageRate = 0.05 });
        await Get<IParties>().Register(SimulatedDay.PartiesOf(simulator), Time.NowMicroseconds());
        var submitter = await Tokens.House();
        foreach (var messages in simulator.Messages().Chunk(MessagesInFile))
        {
            using var zip = new MemoryStream(SmallZip.Of(messages));
            var name = $"{messages[^1].At:yyyyMMddHHmmssfff}.zip";
            var receipt = await Get<IIntake>().Receive(
                zip, name, submitter, DutchTime.ToMicroseconds(messages[^1].At));
            await Get<IIntake>().WhenDecided(receipt.File!.Id);
        }

        await TakeMessages(seed: 2, count: 40);
    }

    /// <summary>Single messages of today.</summary>
    public async Task TakeMessages(long seed, int count)
    {
        var submitter = await Tokens.House();
        foreach (
            var message in new TrafficSimulator(new SimulationPlan { Seed = seed, Day = Today }).Messages().Take(count))
            await Get<IIntake>().Lodge(message.Content.ToArray(), submitter);
    }

    public Task Execute(string sql) =>
        _store.Write((connection, transaction) => connection.Execute(sql, null, transaction));

    /// <summary>From here on someone else is always just ahead: once a page was read, its task is with a colleague,
    /// or with no one any more.</summary>
    public async Task LoseEveryRace(bool toColleague)
    {
        var colleague = People.DemoAccounts(isLoopback: true).First(p => !p.Roles.Contains(Role.Officer)).Id;
        var holder = toColleague ? colleague.ToString(CultureInfo.InvariantCulture) : "null";
        await Execute("drop trigger if exists lost_race");
        await Execute($"""
            create trigger lost_race after insert on access_trail when new.action like '%:view'
            begin update access_tasks set taken_by = {holder}; end
            """);
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values.Select(known => known.Client).Concat(_others))
            client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HttpClient> SignIn(Person person, CookieContainer? cookies = null)
    {
        var client = Stranger(cookies);
        var answer = await Post(client, "/aanmelden", "/aanmelden/demo", ("persoon", $"{person.Id}"));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? client : throw new InvalidOperationException($"Signing in gave {answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

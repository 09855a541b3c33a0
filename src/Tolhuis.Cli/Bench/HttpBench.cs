// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Platform;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Simulator;
using Tolhuis.Web;

namespace Tolhuis.Cli.Bench;

/// <summary>Latency of one message over HTTP, from sending to its durable decision, in milliseconds.</summary>
internal sealed record HttpBenchAnswer(
    int Messages, double P50Ms, double P99Ms, double MaxMs, double BackgroundLinesPerSecond)
{
    /// <summary>XML against JSON, over HTTP against through a file.</summary>
    public IReadOnlyList<ShapeCost> Costs { get; init; } = [];
}

/// <summary>
/// One message after another over loopback HTTP, answered with its decision, while files flow in beside it at a set
/// rate.
/// Server, client and files share the cores of one machine.
/// </summary>
internal sealed class HttpBench(int seconds, int backgroundLinesPerSecond, string folder)
{
    private const int MessagesPerFile = 250;

    public async Task<HttpBenchAnswer> Run(CancellationToken stop)
    {
        var path = Path.Combine(folder, "http-store");
        foreach (var old in new[] { path, path + ".keys", path + ".trail-heads" }.Where(Directory.Exists))
            Directory.Delete(old, recursive: true);
        var store = Store.Open(path, TimeProvider.System, demo: true);
        await using var app = TolhuisHost.Build(store, TimeProvider.System, new HostSettings("http://127.0.0.1:0"));
        await app.StartAsync(stop);
        using var client = await Client(app, stop);
        await Send(client, Messages(seed: 3).Take(300), stop);
        var intake = app.Services.GetRequiredService<IIntake>();
        var house = await app.Services.GetRequiredService<ITokens>().House();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var before = intake.Pulse.Total.Counts.Lines;
        var started = Stopwatch.GetTimestamp();
        var background = Background(intake, house, backgroundLinesPerSecond, ending.Token);
        var times = await Send(client, UntilElapsed(Messages(seed: 4), started), stop);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var flowed = intake.Pulse.Total.Counts.Lines - before;
        await ending.CancelAsync();
        await background;
        await app.StopAsync(stop);
        times.Sort();
        return new HttpBenchAnswer(
            times.Count, At(times, 0.50), At(times, 0.99), Math.Round(times[^1], 2), Math.Round(flowed / elapsed));
    }

    internal static async Task<HttpClient> Client(WebApplication app, CancellationToken stop)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .First();
        var tokens = app.Services.GetRequiredService<ITokens>();
        var (token, _) = await tokens.Create(new TokenRequest("Bench", "", ["*"]), Actor.System).WaitAsync(stop);
        var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token!.Secret);
        return client;
    }

    private static async Task<List<double>> Send(
        HttpClient client, IEnumerable<SimulatedMessage> messages, CancellationToken stop)
    {
        var times = new List<double>();
        foreach (var message in messages)
        {
            using var content = new ReadOnlyMemoryContent(message.Content.ToArray());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsync("/v1/declarations", content, stop);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            Invariant
                .Holds((int)answer.StatusCode is 201, $"A good message is accepted over HTTP ({answer.StatusCode}).");
            // A sender with thirty messages a second; as fast as it goes would measure the client.
            await Task.Delay(30, stop);
        }

        return times;
    }

    /// <summary>Lets zips flow in at a rate until it is stopped.</summary>
    internal static async Task Background(IIntake intake, Submitter house, int linesPerSecond, CancellationToken stop)
    {
        try
        {
            using var pace = new PeriodicTimer(TimeSpan.FromSeconds(MessagesPerFile * 2.0 / linesPerSecond));
            var files = Messages(seed: 5).Chunk(MessagesPerFile);
            foreach (var (messages, number) in files.Select((messages, number) => (messages, number)))
            {
                using var zip = new MemoryStream(IntakeBench.Zip(messages), writable: false);
                await pace.WaitForNextTickAsync(stop);
                await intake.Receive(zip, $"{number:D6}.zip", house, stop: stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private IEnumerable<SimulatedMessage> UntilElapsed(IEnumerable<SimulatedMessage> messages, long started) =>
        messages.TakeWhile(_ => Stopwatch.GetElapsedTime(started).TotalSeconds < seconds);

    private static IEnumerable<SimulatedMessage> Messages(long seed) => new TrafficSimulator(new SimulationPlan
    {
        Lines = 10_000_000,
        Seed = seed,
        H1Share = 0,
        BadMessageRate = 0,
        Day = DutchTime.DateOf(TimeProvider.System.GetUtcNow()),
    }).Messages();

    private static double At(List<double> sorted, double share) =>
        Math.Round(sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))], 2);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Simulator;
using Tolhuis.Web;

namespace Tolhuis.Cli.Bench;

/// <summary>What one message costs in one shape, in milliseconds; medians of all rounds.</summary>
/// <param name="HttpMedianMs">From sending to its durable decision, with many senders at once.</param>
/// <param name="HttpMsPerMessage">Elapsed time over number of messages: what the machine needs for one.</param>
/// <param name="FileMsPerMessage">The same messages in zips, from receipt to the last durable decision.</param>
/// <param name="Ratio">Over HTTP against through a file.</param>
internal sealed record ShapeCost(
    string Shape, int Messages, int BytesPerMessage, double HttpMedianMs, double HttpP99Ms, double HttpMsPerMessage,
    double FileMsPerMessage, double Ratio);

/// <summary>
/// The same messages as XML and as JSON, each way into a store of its own: one by one over loopback HTTP by many
/// senders at once, and in zips. Everything shares the cores of one machine.
/// </summary>
internal sealed class LodgingCost(int messages, int rounds, string folder)
{
    private const int Senders = 16;
    private const int MessagesPerFile = 250;
    private const int WarmUp = 500;

    public async Task<IReadOnlyList<ShapeCost>> Run(CancellationToken stop)
    {
        var shapes = new[] { ("xml", "application/xml", 0.0), ("json", "application/json", 1.0) };
        var http = shapes.ToDictionary(shape => shape.Item1, _ => new List<HttpRound>());
        var files = shapes.ToDictionary(shape => shape.Item1, _ => new List<double>());
        var bytes = new Dictionary<string, int>();
        for (var round = 0; round < rounds; round++)
        {
            // In turns, so that a busy minute of the machine does not fall on one shape.
            foreach (var (shape, contentType, share) in shapes)
            {
                var made = Messages(11 + round, share).Take(messages).ToList();
                bytes[shape] = (int)made.Average(message => message.Content.Length);
                http[shape].Add(await OverHttp(made, contentType, share, stop));
                files[shape].Add(await ThroughFiles(made, share, stop));
            }
        }

        return [.. bytes.Keys.Select(shape => CostOf(shape, bytes[shape], http[shape], files[shape]))];
    }

    private ShapeCost CostOf(string shape, int bytes, List<HttpRound> http, List<double> files)
    {
        var overHttp = Median(http.ConvertAll(round => round.MsPerMessage));
        var throughFiles = Median(files);
        return new ShapeCost(
            shape, messages, bytes, Median(http.ConvertAll(round => round.MedianMs)),
            Median(http.ConvertAll(round => round.P99Ms)), overHttp, throughFiles,
            Math.Round(overHttp / throughFiles, 2));
    }

    private async Task<HttpRound> OverHttp(
        List<SimulatedMessage> made, string contentType, double share, CancellationToken stop)
    {
        await using var app = TolhuisHost.Build(
            NewStore(), TimeProvider.System, new HostSettings("http://127.0.0.1:0"));
        await app.StartAsync(stop);
        using var client = await HttpBench.Client(app, stop);
        await SendAll(client, [.. Messages(7, share).Take(WarmUp)], contentType, stop);
        var started = Stopwatch.GetTimestamp();
        var times = await SendAll(client, made, contentType, stop);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await app.StopAsync(stop);
        times.Sort();
        return new HttpRound(elapsed / made.Count, times[times.Count / 2], times[(int)(times.Count * 0.99)]);
    }

    private static async Task<List<double>> SendAll(
        HttpClient client, List<SimulatedMessage> made, string contentType, CancellationToken stop)
    {
        var times = new double[made.Count];
        await Parallel.ForAsync(
            0, made.Count, new ParallelOptions { MaxDegreeOfParallelism = Senders, CancellationToken = stop },
            async (i, cancelled) =>
            {
                using var content = new ReadOnlyMemoryContent(made[i].Content);
                content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
                var sent = Stopwatch.GetTimestamp();
                using var answer = await client.PostAsync("/v1/declarations", content, cancelled);
                times[i] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
                Invariant.Holds(
                    (int)answer.StatusCode is 201, $"A good message is accepted over HTTP ({answer.StatusCode}).");
            });
        return [.. times];
    }

    private async Task<double> ThroughFiles(List<SimulatedMessage> made, double share, CancellationToken stop)
    {
        await using var app = TolhuisHost.Build(
            NewStore(), TimeProvider.System, new HostSettings("http://127.0.0.1:0"));
        await app.StartAsync(stop);
        var intake = app.Services.GetRequiredService<IIntake>();
        var house = await app.Services.GetRequiredService<ITokens>().House();
        await Receive(intake, house, Zips([.. Messages(7, share).Take(WarmUp)]), stop);
        var zips = Zips(made);
        var started = Stopwatch.GetTimestamp();
        await Receive(intake, house, zips, stop);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await app.StopAsync(stop);
        return elapsed / made.Count;
    }

    private static List<byte[]> Zips(List<SimulatedMessage> made) =>
        [.. made.Chunk(MessagesPerFile).Select(IntakeBench.Zip)];

    private static async Task Receive(IIntake intake, Submitter house, List<byte[]> zips, CancellationToken stop)
    {
        var waits = new List<Task>();
        foreach (var zip in zips)
        {
            using var content = new MemoryStream(zip, writable: false);
            var receipt = await intake.Receive(content, "bench.zip", house, stop: stop);
            Invariant.Holds(receipt.File is not null, "A file of the measurement is received.");
            waits.Add(intake.WhenDecided(receipt.File!.Id));
        }

        await Task.WhenAll(waits).WaitAsync(stop);
    }

    private Store NewStore()
    {
        var path = Path.Combine(folder, "lodging-store");
        foreach (var old in new[] { path, path + ".keys", path + ".trail-heads" }.Where(Directory.Exists))
            Directory.Delete(old, recursive: true);
        return Store.Open(path, TimeProvider.System, demo: true);
    }

    private static IEnumerable<SimulatedMessage> Messages(long seed, double jsonShare) =>
        new TrafficSimulator(new SimulationPlan
        {
            Lines = 10_000_000,
            Seed = seed,
            H1Share = 0,
            BadMessageRate = 0,
            JsonShare = jsonShare,
            Day = DutchTime.DateOf(TimeProvider.System.GetUtcNow()),
        }).Messages();

    private static double Median(List<double> values)
    {
        values.Sort();
        return Math.Round(values[values.Count / 2], 3);
    }

    private readonly record struct HttpRound(double MsPerMessage, double MedianMs, double P99Ms);
}

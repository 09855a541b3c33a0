// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Tolhuis.Kernel;
using Tolhuis.Simulator;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// Sends good messages to a child, many at once, and keeps what was acknowledged. A message whose answer did not come
/// is sent again to the next child, as a sender does who doubts.
/// </summary>
internal sealed class PlugLoad(long seed, DateOnly day) : IDisposable
{
    /// <summary>Beyond it nothing new is sent: a trial fits on any disk.</summary>
    public const int MaxMessages = 3_000;

    private const int Lanes = 8;
    private readonly IEnumerator<SimulatedMessage> _messages = new TrafficSimulator(new SimulationPlan
    {
        Seed = seed,
        Day = day,
        Lines = MaxMessages * 4,
        BadMessageRate = 0,
    }).Messages().GetEnumerator();

    private readonly Lock _reading = new();
    private readonly ConcurrentQueue<byte[]> _doubtful = new();
    private long _sent;
    private long _unanswered;
    private long _keptUnanswered;

    /// <summary>Number of the declaration by the LRN of its message: what was answered for it.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>Good messages that were refused; at most a few sentences.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    public long Sent => Interlocked.Read(ref _sent);

    public long Unanswered => Interlocked.Read(ref _unanswered);

    public long KeptUnanswered => Interlocked.Read(ref _keptUnanswered);

    /// <summary>Sends until it is stopped, the child is gone, or nothing is left.</summary>
    public Task Run(HttpClient client, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Send(client, isNewToo: true, stop)));

    /// <summary>Sends only what was not answered yet.</summary>
    public Task Finish(HttpClient client, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Send(client, isNewToo: false, stop)));

    public void Dispose() => _messages.Dispose();

    private async Task Send(HttpClient client, bool isNewToo, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var isAgain = _doubtful.TryDequeue(out var message);
            if (!isAgain && (!isNewToo || (message = Next()) is null))
                return;
            try
            {
                await SendOne(client, message!, isAgain);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
            {
                // No answer: it may be kept or not, and only sending it again will tell.
                if (!isAgain)
                    Interlocked.Increment(ref _unanswered);
                _doubtful.Enqueue(message!);
                return;
            }
        }
    }

    private async Task SendOne(HttpClient client, byte[] message, bool isAgain)
    {
        using var content = new ByteArrayContent(message);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        // Never broken off by us: an answer on its way at the kill must be read or lost, not thrown away.
        using var answer = await client.PostAsync(
            new Uri("/v1/declarations", UriKind.Relative), content, CancellationToken.None);
        if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK))
        {
            if (Refusals.Count < 5)
                Refusals.Enqueue($"A good message was answered {(int)answer.StatusCode}.");
            return;
        }

        var lodging = await answer.Content.ReadFromJsonAsync<Answer>(CancellationToken.None);
        if (isAgain && answer.StatusCode == HttpStatusCode.OK)
            Interlocked.Increment(ref _keptUnanswered);
        Acknowledged[lodging!.Lrn] = lodging.Mrn;
    }

    private byte[]? Next()
    {
        using (_reading.EnterScope())
        {
            if (_sent >= MaxMessages || !_messages.MoveNext())
                return null;
            Interlocked.Increment(ref _sent);
            return _messages.Current.Content.ToArray();
        }
    }

    private sealed record Answer(string Mrn, string Lrn);
}

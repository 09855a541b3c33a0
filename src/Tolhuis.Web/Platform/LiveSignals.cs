// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Access.Contract;

namespace Tolhuis.Web.Platform;

/// <summary>
/// Tells open pages that something changed; the page then asks for itself again, so there is one way of making a page.
/// A signal holds no content. Bounds: named subjects only, 500 open streams, one signal a second, half an hour a
/// stream.
/// </summary>
public sealed class LiveSignals(TimeProvider time)
{
    public const string Intake = "intake";
    public const string Declarations = "declarations";
    private const int MaxStreams = 500;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, long> _versions = new(
        new Dictionary<string, long> { [Intake] = 0, [Declarations] = 0 }, StringComparer.Ordinal);

    private int _streams;

    /// <summary>Something of that subject changed. Costs nothing when no one looks.</summary>
    public void Touch(string subject) => _versions.AddOrUpdate(subject, 1, (_, version) => unchecked(version + 1));

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/live/{subject}", (string subject, HttpContext context, LiveSignals signals) =>
            signals.Stream(subject, context))
        .RequireAuthorization(Permission.HouseEnter).WithDisplayName("live");

    private async Task Stream(string subject, HttpContext context)
    {
        if (!_versions.TryGetValue(subject, out var seen))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Interlocked.Increment(ref _streams) > MaxStreams)
        {
            Interlocked.Decrement(ref _streams);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            await Send(subject, seen, context);
        }
        catch (OperationCanceledException)
        {
            // The reader left; there is no one to tell.
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }
    }

    private async Task Send(string subject, long seen, HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var ended = context.RequestAborted;
        await context.Response.WriteAsync("retry: 3000\n\n", ended);
        await context.Response.Body.FlushAsync(ended);
        using var timer = new PeriodicTimer(Beat, time);
        var start = time.GetTimestamp();
        for (var beat = 1; time.GetElapsedTime(start) < Longest && await timer.WaitForNextTickAsync(ended); beat++)
        {
            var version = _versions[subject];
            if (version == seen && beat % 15 != 0)
                continue;

            // A comment now and then keeps the way open through proxies and finds readers who left.
            var line = version == seen
                ? ": still here\n\n"
                : string.Create(CultureInfo.InvariantCulture, $"event: changed\ndata: {version}\n\n");
            seen = version;
            await context.Response.WriteAsync(line, ended);
            await context.Response.Body.FlushAsync(ended);
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Tolhuis.Access.Contract;
using Tolhuis.Web.Site;

namespace Tolhuis.Web.Platform;

/// <summary>
/// Tells open pages that something changed; the page then asks for itself again, so there is one way of making a page.
/// A signal holds no content. Bounds: known subjects only, 500 open streams, one signal in two seconds, half an hour a
/// stream.
/// </summary>
public sealed class LiveSignals(OpenRoad road, TimeProvider time, IServiceProvider services)
{
    /// <summary>Something was decided.</summary>
    public const string Intake = "intake";

    /// <summary>The trial of pulling the plug went on.</summary>
    public const string Plug = "plug";

    private const int MaxStreams = 500;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private int _streams;

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/live/{subject}", Open)
        .RequireAuthorization(Permission.HouseEnter).WithDisplayName("live");

    private static Task Open(string subject, HttpContext context, LiveSignals signals) =>
        signals.Stream(subject, context);

    private async Task Stream(string subject, HttpContext context)
    {
        if (subject is not (Intake or Plug))
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
            await Send(context, subject);
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

    private async Task Send(HttpContext context, string subject)
    {
        context.Response.ContentType = "text/event-stream";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var ended = either.Token;
        await Write(context, "retry: 3000\n\n", ended);
        using var timer = new PeriodicTimer(Beat, time);
        var start = time.GetTimestamp();
        var seen = Version(subject);
        for (var beat = 1; time.GetElapsedTime(start) < Longest && await timer.WaitForNextTickAsync(ended); beat++)
        {
            var version = Version(subject);
            if (version != seen)
                await Write(
                    context, string.Create(CultureInfo.InvariantCulture, $"event: changed\ndata: {version}\n\n"),
                    ended);

            // A comment now and then keeps the way open through proxies and finds readers who left.
            else if (beat % 8 == 0)
                await Write(context, ": still here\n\n", ended);
            seen = version;
        }
    }

    private long Version(string subject) => subject == Plug
        ? services.GetService<IPlugTrials>()?.Latest?.GetHashCode() ?? 0
        : road.Intake?.Pulse.Total.LastAt ?? 0;

    private static async Task Write(HttpContext context, string line, CancellationToken ended)
    {
        await context.Response.WriteAsync(line, ended);
        await context.Response.Body.FlushAsync(ended);
    }
}

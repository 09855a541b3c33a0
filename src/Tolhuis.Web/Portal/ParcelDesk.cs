// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.Extensions.Hosting;
using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>
/// Looks up parcels for whoever asks. Every answer takes the same time, so that none tells whether a number exists:
/// one that takes longer comes a whole step later, whatever kept it. The trail gets counts
/// and nothing of what was typed or found.
/// </summary>
internal sealed class ParcelDesk(IParcels parcels, IAuditTrail trail, TimeProvider time, ILogger<ParcelDesk> log)
    : BackgroundService
{
    /// <summary>Longer than a lookup takes.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan CountEvery = TimeSpan.FromHours(1);

    private static readonly Action<ILogger, Exception?> NotCounted = LoggerMessage.Define(
        LogLevel.Warning, new EventId(2201, "ParcelLookupsNotCounted"),
        "Counts of parcel lookups could not be recorded; they are added to the next ones.");

    private long _asked;
    private long _found;
    private long _refused;

    public async Task<FoundParcel?> Find(string number, string postcode)
    {
        var started = time.GetTimestamp();
        var found = await Task.Run(() => parcels.Find(number, postcode)).ConfigureAwait(false);
        Interlocked.Increment(ref _asked);
        if (found is not null)
            Interlocked.Increment(ref _found);
        await Task.Delay(RestOf(time.GetElapsedTime(started)), time).ConfigureAwait(false);
        return found;
    }

    /// <summary>How long an answer still waits: until the next whole step.</summary>
    internal static TimeSpan RestOf(TimeSpan took) => AnswerTime * (took.Ticks / AnswerTime.Ticks + 1) - took;

    /// <summary>One more was turned away because there were too many.</summary>
    public void CountRefused() => Interlocked.Increment(ref _refused);

    /// <summary>Records what was counted since the last time.</summary>
    public async Task RecordCounts()
    {
        var (asked, found, refused) = (
            Interlocked.Exchange(ref _asked, 0), Interlocked.Exchange(ref _found, 0),
            Interlocked.Exchange(ref _refused, 0));
        if (asked + refused == 0)
            return;
        try
        {
            var counts = string.Create(
                CultureInfo.InvariantCulture, $"asked {asked}, found {found}, refused {refused}");
            await trail.Record(new TrailEntry(
                Actor.System, "portal:look-up-parcels", "parcels", Details: counts)).ConfigureAwait(false);
        }
        catch (StoreUnavailableException fault)
        {
            Interlocked.Add(ref _asked, asked);
            Interlocked.Add(ref _found, found);
            Interlocked.Add(ref _refused, refused);
            NotCounted(log, fault);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await RecordCounts().ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(CountEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RecordCounts();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}

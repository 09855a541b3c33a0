// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Parcels;

/// <summary>
/// Puts the parcel keys of declarations that are on disk into sorted segments, each one transaction of one row, and
/// forgets segments beyond the term. A tree on a random key would cost the way in more than everything else together.
/// </summary>
internal sealed class ParcelSegments(
    IConnections connections, ITariff tariff, TimeProvider time, ILogger<ParcelSegments> log) : BackgroundService
{
    /// <summary>Own numbers that one segment covers.</summary>
    public const int Span = 65_536;

    private static readonly Action<ILogger, Exception?> Failed = LoggerMessage.Define(
        LogLevel.Error, new EventId(2103, "ParcelSegmentsFailed"),
        "Parcel keys could not be put in order; trying again.");

    /// <summary>Makes at most one segment and forgets at most one.</summary>
    /// <returns>False if there was nothing to do.</returns>
    public async Task<bool> Step(int span = Span)
    {
        var today = DutchTime.DateOf(time.NowMicroseconds());
        if (FirstDay(tariff.Current.On(today), today) is not { } from)
            return false;
        long before;
        (long First, long Last)? next;
        bool hasOld;
        byte[] keys = [];
        using (var connection = connections.OpenRead())
        {
            var newest = ParcelStore.LastId(connection);
            before = ParcelStore.FirstIdSince(connection, from.DayNumber) ?? newest + 1;
            var first = Math.Max(ParcelStore.LastSegmented(connection) + 1, before);
            var last = first + span - 1;
            next = last <= newest ? (first, last) : null;
            hasOld = ParcelStore.HasOld(connection, before);
            if (next is not null)
                keys = ParcelSegment.Write([.. ParcelStore.Keys(connection, first, last)]);
        }

        if (next is null && !hasOld)
            return false;
        return await connections.Write((connection, transaction) =>
        {
            var forgotten = ParcelStore.Forget(connection, transaction, before);
            // Segments follow each other without a gap: what is too old goes first.
            if (next is { } range && forgotten == 0)
                ParcelStore.AddSegment(connection, transaction, range.First, range.Last, keys);
            return forgotten > 0 || next is not null;
        }).ConfigureAwait(false);
    }

    /// <summary>First day on which a parcel that is still found came in; null where the law has no such term.
    /// </summary>
    public static DateOnly? FirstDay(LawOfTheDay law, DateOnly today) =>
        law.TryGetSetting("parcel-lookup-days", out var days) ? today.AddDays(-(int)days) : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), time);
        try
        {
            do
                await StepAll(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task StepAll(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && await Step())
            {
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !stop.IsCancellationRequested)
        {
            // Until it succeeds the rows themselves are looked through, at most so many.
            Failed(log, fault);
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Access;

/// <summary>
/// What Access does by itself while the program serves: each second it seals the trail; each minute it signs the head,
/// saves when tokens were used, records new keys and commits to the sample keys of today and tomorrow.
/// </summary>
internal sealed class AccessClock(
    IAuditTrail trail, Tokens tokens, KeyFolder keys, KeyStore keyStore, Platform.IConnections connections,
    TimeProvider time,
    ILogger<AccessClock> log) : BackgroundService
{
    private static readonly Action<ILogger, Exception?> Failed = LoggerMessage.Define(
        LogLevel.Error, new EventId(2001, "AccessClockFailed"),
        "The trail could not be sealed or signed; trying again.");

    public async Task EverySecond() => await trail.Seal();

    public async Task EveryMinute()
    {
        await keyStore.RecordNewKeys(keys.List());
        var today = DutchTime.DateOf(time.GetUtcNow());
        await Commit(today);
        await Commit(today.AddDays(1));
        await tokens.SaveLastUsed();
        await SealAndSign();
    }

    public async Task Commit(DateOnly day)
    {
        if (!keyStore.IsCommitted(day))
        {
            await connections.Write((connection, transaction) =>
            {
                keyStore.Commit(connection, transaction, day, keys.DrawCommitment(day));
                return 0;
            });
        }

        keys.RememberCommitted(day);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        for (long second = 0; !stoppingToken.IsCancellationRequested; second++)
        {
            await Attempt(second % 60 == 0 ? EveryMinute : EverySecond);
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await Attempt(SealAndSign);
    }

    private async Task SealAndSign()
    {
        await trail.Seal();
        await trail.SignHead();
    }

    // A full disk or a locked file must not end the clock, and with it the server: the next tick tries again, and the fault is in the log.
    private async Task Attempt(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is System.Data.Common.DbException or IOException or InvalidOperationException
            or Platform.StoreUnavailableException)
        {
            Failed(log, e);
        }
    }
}

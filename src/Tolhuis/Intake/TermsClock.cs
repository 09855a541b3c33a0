// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tolhuis.Intake.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Passes the terms that are over while the program serves: at its start and each hour. What happens depends on the
/// last day of a term, not on when this runs.
/// </summary>
internal sealed class TermsClock(IServiceProvider services, TimeProvider time, ILogger<TermsClock> log)
    : BackgroundService
{
    private static readonly Action<ILogger, Exception?> Failed = LoggerMessage.Define(
        LogLevel.Error, new EventId(2101, "TermsClockFailed"), "Terms could not be passed; trying again.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The road is rebuilt when it is first asked for: that must not keep the host from starting.
        await Task.Yield();
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        try
        {
            do
                await PassAll(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task PassAll(CancellationToken stop)
    {
        try
        {
            var acts = services.GetRequiredService<IActs>();
            while (!stop.IsCancellationRequested && await acts.PassTerms() > 0)
            {
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !stop.IsCancellationRequested)
        {
            // Neither a full disk nor a fault of the program ends the clock, nor the host: the next hour tries again.
            Failed(log, fault);
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.Hosting;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>
/// Callers that wait for news in their pull box. Each looks once a second; at most 256 wait, four of one submitter, and
/// all are answered when the program stops.
/// </summary>
internal sealed class PullBoxWaiters(TimeProvider time, IHostApplicationLifetime lifetime)
{
    public const int Most = 256;
    public const int MostPerSubmitter = 4;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Dictionary<long, int> _waitingBySubmitter = [];
    private readonly Lock _gate = new();
    private int _waiting;

    /// <summary>How many wait now.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting;
        }
    }

    /// <summary>Ends when there is news, when the time is over or when the program stops.</summary>
    /// <returns>False if there was no room to wait: the caller is answered at once.</returns>
    public async Task<bool> Wait(long submitterId, int seconds, Func<bool> hasNews, CancellationToken aborted)
    {
        if (!Enter(submitterId))
            return false;
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
            var start = time.GetTimestamp();
            while (!hasNews())
            {
                var left = TimeSpan.FromSeconds(seconds) - time.GetElapsedTime(start);
                if (left <= TimeSpan.Zero)
                    break;
                await Task.Delay(left < Beat ? left : Beat, time, stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            // The program stops: the caller gets what there is and asks again elsewhere.
        }
        finally
        {
            Leave(submitterId);
        }

        return true;
    }

    private bool Enter(long submitterId)
    {
        lock (_gate)
        {
            var own = _waitingBySubmitter.GetValueOrDefault(submitterId);
            if (_waiting >= Most || own >= MostPerSubmitter)
                return false;
            _waitingBySubmitter[submitterId] = own + 1;
            _waiting++;
            return true;
        }
    }

    private void Leave(long submitterId)
    {
        lock (_gate)
        {
            _waiting--;
            if (_waitingBySubmitter[submitterId] == 1)
                _waitingBySubmitter.Remove(submitterId);
            else
                _waitingBySubmitter[submitterId]--;
        }
    }
}

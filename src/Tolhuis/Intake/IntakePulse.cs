// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;

namespace Tolhuis.Intake;

/// <summary>Counts of one second.</summary>
/// <param name="Second">Seconds since 1970 UTC.</param>
public readonly record struct PulseSecond(long Second, IntakeCounts Counts);

/// <summary>
/// What the decider did in the last five minutes, second by second, and since the start of the program. Written after
/// each
/// batch by the writer's thread, read by any page.
/// </summary>
public sealed class IntakePulse
{
    public const int Seconds = 300;

    private readonly Lock _lock = new();
    private readonly PulseSecond[] _ring = new PulseSecond[Seconds];
    private IntakeCounts _total;
    private long _lastAt;

    /// <summary>Counts since the program started, and the instant (microseconds UTC) of the last batch.</summary>
    public (IntakeCounts Counts, long LastAt) Total
    {
        get
        {
            using (_lock.EnterScope())
                return (_total, _lastAt);
        }
    }

    public void Add(in IntakeCounts counts, long at)
    {
        var second = at / 1_000_000;
        using (_lock.EnterScope())
        {
            ref var slot = ref _ring[second % Seconds];
            var sum = slot.Second == second ? slot.Counts : default;
            sum.Add(counts);
            slot = new PulseSecond(second, sum);
            _total.Add(counts);
            _lastAt = at;
        }
    }

    /// <summary>
    /// The last seconds up to and including the given one, oldest first; seconds without work are zero.
    /// </summary>
    public IReadOnlyList<PulseSecond> Last(int seconds, long now)
    {
        var until = now / 1_000_000;
        var result = new PulseSecond[Math.Clamp(seconds, 1, Seconds)];
        using (_lock.EnterScope())
        {
            for (var i = 0; i < result.Length; i++)
            {
                var second = until - result.Length + 1 + i;
                var slot = _ring[second % Seconds];
                result[i] = slot.Second == second ? slot : new PulseSecond(second, default);
            }
        }

        return result;
    }
}

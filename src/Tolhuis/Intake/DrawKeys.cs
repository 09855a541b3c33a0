// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using Tolhuis.Access.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// The sample's keys of the days in use, in memory: a day's key never changes, and a draw is made for every line.
/// </summary>
internal sealed class DrawKeys(IKeys keys)
{
    private const int MaxDays = 400;
    private readonly ConcurrentDictionary<DateOnly, byte[]> _byDay = new();

    public byte[] Of(DateOnly day)
    {
        if (_byDay.TryGetValue(day, out var key))
            return key;
        if (_byDay.Count >= MaxDays)
            _byDay.Clear();
        return _byDay[day] = keys.DrawKey(day);
    }
}

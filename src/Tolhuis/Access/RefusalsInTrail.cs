// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Tolhuis.Access;

/// <summary>
/// How many refusals of sign-in that say little go into the audit trail, which keeps them for ever: so many a minute in
/// sum. The rest is counted, and the count stands with the next one that is recorded.
/// </summary>
internal sealed class RefusalsInTrail
{
    public const int PerMinute = 20;

    private const long MinuteMicroseconds = 60_000_000;

    private readonly Lock _gate = new();
    private long _minute = long.MinValue;
    private int _recorded;
    private long _left;

    /// <summary>
    /// The details to record with, naming how many were left out before; null if this one is only counted.
    /// </summary>
    public string? Admit(long now)
    {
        lock (_gate)
        {
            var minute = now / MinuteMicroseconds;
            if (minute != _minute)
                (_minute, _recorded) = (minute, 0);
            if (_recorded >= PerMinute)
            {
                _left++;
                return null;
            }

            _recorded++;
            var details = _left == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"not recorded before: {_left}");
            _left = 0;
            return details;
        }
    }
}

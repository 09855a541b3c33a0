// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>
/// Half-open period of civil dates in Europe/Amsterdam: from its first day up to, not including, <c>Until</c>; open
/// without it.
/// </summary>
public readonly record struct Period(DateOnly From, DateOnly? Until = null)
{
    /// <summary>True from the first day up to the day before <c>Until</c>.</summary>
    public bool Contains(DateOnly day) => day >= From && (Until is not { } until || day < until);
}

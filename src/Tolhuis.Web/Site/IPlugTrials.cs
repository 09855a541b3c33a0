// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Web.Site;

/// <summary>How far a trial is in which the program is killed under load.</summary>
public enum PlugPhase
{
    Starting,
    Loading,
    Killed,
    Counting,
    Done,
}

/// <summary>
/// A trial of pulling the plug: another run of this program on a store of its own is sent messages over HTTP, killed
/// without a chance to end well, started again, and counted.
/// </summary>
/// <param name="Sent">Messages sent; each counts once, however often it had to be sent.</param>
/// <param name="Acknowledged">Of these, those that got an answer.</param>
/// <param name="Unanswered">Messages on their way at a kill; their sender sent them again, as a sender does.</param>
/// <param name="KeptUnanswered">Of these, those that were kept though their answer was lost: they were not taken twice.
/// </param>
/// <param name="Decided">Declarations in the store at the end.</param>
/// <param name="Missing">Acknowledged messages that the store does not have, or not as answered.</param>
/// <param name="Faults">Promises of the store that do not hold, by <c>tolhuis verify</c>; at most 20.</param>
/// <param name="StartedAt">Microseconds since 1970 UTC, as are all instants.</param>
/// <param name="Failure">Why the trial could not be carried out; null if it could.</param>
public sealed record PlugTrial(
    PlugPhase Phase, int Kills, int KillsPlanned, long Sent, long Acknowledged, long Unanswered, long KeptUnanswered,
    long Decided, long Missing, IReadOnlyList<string> Faults, long StartedAt, long? EndedAt, string? Failure)
{
    public bool IsRunning => EndedAt is null;

    /// <summary>Nothing acknowledged is lost, nothing is there twice, and every promise of the store holds.</summary>
    public bool IsHeld => Phase == PlugPhase.Done && Failure is null && Missing == 0 && Decided == Acknowledged
        && Acknowledged > 0 && Faults.Count == 0;
}

/// <summary>Starts such a trial from a page. Given by the host of a demo; a real house has none.</summary>
public interface IPlugTrials
{
    /// <summary>The latest trial since the start of the program, running or ended; null without one.</summary>
    PlugTrial? Latest { get; }

    /// <summary>Begins a trial; false while one runs.</summary>
    bool TryStart();
}

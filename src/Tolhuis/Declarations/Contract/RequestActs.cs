// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Tolhuis.Declarations.Contract;

/// <summary>What a person did with a request before or with its decision. Numbers are stored and never change.
/// </summary>
public enum RequestActKind : byte
{
    /// <summary>The declarant was told that the request will be denied, and why (UCC 22(6)).</summary>
    DenialAnnounced = 1,

    /// <summary>The declarant gave his view; the term need not be waited for.</summary>
    ViewRecorded = 2,

    /// <summary>A person stated, with a ground of the law, that no hearing was needed.</summary>
    HearingNotNeeded = 3,

    /// <summary>A person stated that the announced examination took place (UCC 174(1)).</summary>
    Examined = 4,

    /// <summary>Denied by an earlier version of the program, which kept nothing of a hearing.</summary>
    BeforeTheGate = 5,
}

/// <summary>An act of a person about a request; only added to.</summary>
/// <param name="By">Name of the person; stays in the house.</param>
/// <param name="Ground">Code of the list <c>hearing-not-needed</c>; empty for other kinds.</param>
/// <param name="Text">Grounds of the intended denial, view of the declarant, or result of the examination.</param>
/// <param name="Day">Last day to be heard, or day of the examination.</param>
public sealed record RequestAct(
    long Id, long RequestId, RequestActKind Kind, long At, string By, string Ground, string Text, DateOnly? Day);

/// <summary>
/// The detail of a history row of kind <see cref="HistoryKind.IntendedDecision"/>: which request will be denied, until
/// which day one can be heard, and why. Kept as one line of text: number, day, grounds.
/// </summary>
public sealed record IntendedDecision(long RequestId, DateOnly HearUntil, string Grounds)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Null if the detail is not of this kind.</summary>
    public static IntendedDecision? Parse(string? detail)
    {
        var parts = (detail ?? "").Split(' ', 3);
        return parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && DateOnly.TryParseExact(
                parts[1], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new IntendedDecision(id, day, parts[2])
                : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{RequestId} {HearUntil:yyyy-MM-dd} {Grounds}");
}

/// <summary>
/// The detail of a history row of kind <see cref="HistoryKind.IntendedDetermination"/>: which intended decision on a
/// held declaration, until when one can be heard, what it would be, and why. Kept as one line of text: number, instant,
/// kind, grounds.
/// </summary>
/// <param name="EndsAt">First instant after the term; microseconds UTC.</param>
/// <param name="IsNoRelease">The goods would not be released; else customs would determine particulars itself.</param>
public sealed record IntendedDetermination(long HearingId, long EndsAt, bool IsNoRelease, string Grounds)
{
    private const string NoRelease = "no-release";
    private const string Determination = "determination";

    /// <summary>Null if the detail is not of this kind.</summary>
    public static IntendedDetermination? Parse(string? detail)
    {
        var parts = (detail ?? "").Split(' ', 4);
        return parts.Length == 4
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var endsAt)
            && parts[2] is NoRelease or Determination
                ? new IntendedDetermination(id, endsAt, parts[2] == NoRelease, parts[3])
                : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{HearingId} {EndsAt} {(IsNoRelease ? NoRelease : Determination)} {Grounds}");
}

/// <summary>
/// The detail of a history row of kind <see cref="HistoryKind.OfficerDecided"/>: who decided, a name of the house, and
/// why. The declarant gets neither. Kept as name, new line, reason.
/// </summary>
/// <param name="Reason">Empty where none was needed.</param>
public sealed record OfficerDecision(string Name, string Reason)
{
    public static OfficerDecision Parse(string? detail)
    {
        var parts = (detail ?? "").Split('\n', 2);
        return new OfficerDecision(parts[0], parts.Length == 2 ? parts[1] : "");
    }

    public override string ToString() => Reason.Length == 0 ? Name : $"{Name}\n{Reason}";
}

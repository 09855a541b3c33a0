// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Controls.Contract;

/// <summary>
/// The result of a control back at the line that was selected, for the learning that comes later: written once, when
/// what becomes of the goods is decided. Where duty is still to be determined after the control, that is the release
/// which follows it. Where nothing is owed any more (no release, invalidation) the final amounts are the declared ones:
/// such a control brings no money. What happens after that end, such as an invalidation after release, changes nothing
/// here. Amounts in euro cents, instants in microseconds UTC.
/// </summary>
/// <param name="SelectedLine">Own number of the line as it was selected, in the version of then.</param>
/// <param name="FinalLine">Own number of the line for the same goods in the version that stands at the end.</param>
/// <param name="Kind">Kind of its first reason, see Risk: 1 mandatory, 2 sample, 3 profile.</param>
/// <param name="Result">Code of the list <c>control-result</c>; empty if it was never examined (invalidated).</param>
/// <param name="TakenAt">First time that someone took the control; null if no one did.</param>
/// <param name="FoundAt">When the finding that counts was saved.</param>
/// <param name="AskedAt">When a correction was asked.</param>
/// <param name="AnsweredAt">When it came.</param>
/// <param name="EndedAt">Release, refusal of release or invalidation.</param>
/// <param name="WorkMicroseconds">Between taking and saving, summed over the findings; 0 where unknown.</param>
public sealed record ControlOutcome(
    long OrderId,
    long DeclarationId,
    long SelectedLine,
    long FinalLine,
    int Kind,
    string Result,
    string ErrorKind,
    bool WasBlind,
    bool IsSimulated,
    long DeclaredValueCents,
    long DeclaredDutyCents,
    long DeclaredVatCents,
    long FinalValueCents,
    long FinalDutyCents,
    long FinalVatCents,
    long SelectedAt,
    long? TakenAt,
    long? FoundAt,
    long? AskedAt,
    long? AnsweredAt,
    long EndedAt,
    long WorkMicroseconds)
{
    /// <summary>What the control brought: duty and VAT at the end less as declared; 0 where nothing is owed.</summary>
    public long DifferenceCents => FinalDutyCents + FinalVatCents - DeclaredDutyCents - DeclaredVatCents;
}

/// <summary>What controls brought in a period, by the instant at which they ended.</summary>
/// <param name="Ended">Controls that ended with a result.</param>
/// <param name="MedianMicroseconds">Median of selection to end, of the 2,000 at most that ended last; null
/// without any.</param>
public sealed record ControlEffect(
    long Ended, long InOrder, long NotInOrder, long DifferenceCents, long? MedianMicroseconds, long WorkMicroseconds);

/// <summary>What the controls brought that ended with a result on one Dutch day.</summary>
public sealed record DayEffect(
    DateOnly Day, long Ended, long InOrder, long NotInOrder, long DifferenceCents, long WorkMicroseconds);

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Controls.Contract;

/// <summary>What customs intends to decide about a held declaration. Numbers are stored and never change.</summary>
public enum IntendedKind : byte
{
    /// <summary>To determine particulars or amounts itself (UCC 101(1), 191(2)).</summary>
    Determination = 1,

    /// <summary>Not to release the goods (UCC 194, 198).</summary>
    NoRelease = 2,
}

/// <summary>
/// An intended decision on a held declaration that was told to the declarant, with what became of it. The term to be
/// heard is the dated setting <c>hearing-term-days</c> (Delegated Regulation 2015/2446, art. 8(1)): the 24 hours of
/// art. 8(2) are for goods without a declaration, and these have one.
/// </summary>
/// <param name="Established">What would be determined; empty for no release.</param>
/// <param name="EndsAt">First instant after the term; microseconds UTC.</param>
/// <param name="View">What the declarant said; null while he said nothing.</param>
/// <param name="ViewBy">Who gave it: a name of the house, or the submitter.</param>
/// <param name="DecidedAt">When it was decided or withdrawn; null while open.</param>
/// <param name="IsWithdrawn">Not decided after all, because of the view or of a correction.</param>
public sealed record Hearing(
    long Id,
    long DeclarationId,
    IntendedKind Kind,
    string Grounds,
    IReadOnlyList<Particular> Established,
    long AnnouncedAt,
    string AnnouncedBy,
    long EndsAt,
    string? View,
    long? ViewAt,
    string? ViewBy,
    long? DecidedAt,
    bool IsWithdrawn)
{
    /// <summary>Last Dutch day of the term.</summary>
    public DateOnly LastDay => DutchTime.DateOf(EndsAt - 1);

    /// <summary>Of what kind <see cref="ViewById"/> is; null while nothing was said.</summary>
    public ActorKind? ViewByKind { get; init; }

    /// <summary>Own number of who gave the view: a person of the house or a submitter.</summary>
    public long? ViewById { get; init; }

    /// <summary>Who decided or withdrew it, a name of the house; null while open.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>True if this submitter gave the view himself.</summary>
    public bool IsViewOf(long submitterId) => (ViewByKind, ViewById) == (ActorKind.Submitter, submitterId);
}

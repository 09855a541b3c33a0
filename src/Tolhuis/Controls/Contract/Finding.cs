// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Controls.Contract;

/// <summary>What follows from a finding. Numbers are stored and never change.</summary>
public enum FollowUpKind : byte
{
    /// <summary>Nothing: the goods can go as far as this line is concerned.</summary>
    None = 1,

    /// <summary>The declarant is asked to correct his declaration.</summary>
    Correction = 2,

    /// <summary>Customs determines what is owed, after the declarant was heard (UCC 22(6)).</summary>
    Determination = 3,

    /// <summary>The goods are not released, after the declarant was heard (UCC 22(6), 194, 198).</summary>
    NoRelease = 4,
}

/// <summary>What an officer found, as it is handed in.</summary>
/// <param name="OrderId">The control order.</param>
/// <param name="Result">Code of the list <c>control-result</c>.</param>
/// <param name="ErrorKind">Code of the list <c>control-error</c>; empty if in order.</param>
/// <param name="Method">Code of the list <c>control-method</c>: how it was controlled.</param>
/// <param name="Note">For the house only; at most 2,000 characters.</param>
/// <param name="Told">For the declarant, in plain words; at most 2,000 characters; needed if anything follows.</param>
/// <param name="Established">What was established of the goods; empty if in order. At most 20.</param>
/// <param name="Documents">Own numbers of documents kept as evidence; at most 20.</param>
public sealed record NewFinding(
    long OrderId,
    string Result,
    string ErrorKind,
    string Method,
    string Note,
    string Told,
    FollowUpKind FollowUp,
    IReadOnlyList<Particular> Established,
    IReadOnlyList<long> Documents);

/// <summary>A finding as kept; never changed. A later one about the same order is added and counts.</summary>
/// <param name="Version">Version of the declaration that was looked at.</param>
/// <param name="WasBlind">The reasons were hidden from the officer until he saved it.</param>
/// <param name="IsSimulated">Made by the simulator of a demo, not by a person.</param>
public sealed record Finding(
    long Id,
    long OrderId,
    long DeclarationId,
    long LineId,
    int Item,
    int Version,
    string Result,
    string ErrorKind,
    string Method,
    string Note,
    string Told,
    FollowUpKind FollowUp,
    long At,
    long ById,
    string ByName,
    bool WasBlind,
    bool IsSimulated,
    IReadOnlyList<Particular> Established,
    IReadOnlyList<long> Documents);

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;

namespace Tolhuis.Soak.Child;

/// <summary>Answer to a single message; <see cref="Fault"/> is set instead if it was refused.</summary>
/// <param name="DeclarationId">Own number of the declaration, or of the request about one: one series.</param>
internal sealed record LodgeAnswer(
    string? Fault, MessageOutcome Outcome, long DeclarationId, string Mrn, int Lines, int Released, int Selected,
    int Undecided);

/// <summary>Answer to a file; <see cref="Fault"/> or <see cref="Problem"/> is set instead if it was refused.</summary>
internal sealed record ReceiveAnswer(string? Fault, string? Problem, long FileId, bool IsRepeat, string ContentHash);

/// <summary>A declaration, or a request about one, as it stands in the store.</summary>
internal sealed record StoredDeclaration(
    long Id, string Mrn, bool IsRejected, string Lrn, string RawHash, int Lines,
        int Released, int Selected, int Undecided);

/// <summary>A received file as it stands, with the outcome of each decided entry by number.</summary>
internal sealed record StoredFile(long Id, string ContentHash, int Entries, int Decided, string Outcomes, long Lines);

/// <summary>Totals of the days, and rows of received files.</summary>
/// <param name="LastId">Last number of the series of declarations and requests.</param>
/// <param name="Rejected">Declarations, and requests about them.</param>
internal sealed record StoredTotals(
    long LastId, long Files, long Accepted, long Rejected, long Lines, long Released, long Selected, long Undecided);

/// <summary>A promise of the store that does not hold.</summary>
internal sealed record FaultAnswer(string Promise, string Sentence);

/// <summary>Whether the store takes writes, and messages decided since the start.</summary>
internal sealed record StateAnswer(string? Fault, long Messages);

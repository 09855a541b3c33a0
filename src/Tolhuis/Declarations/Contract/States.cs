// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Contract;

/// <summary>
/// State of a declaration. Numbers are stored and never change. The waiting ones (3 and 4) are in an index of their
/// own.
/// </summary>
public enum DeclarationState : byte
{
    /// <summary>Pre-lodged: known, but not accepted until the goods are presented (UCC 171).</summary>
    Received = 1,
    Rejected = 2,

    /// <summary>Accepted; a person must determine or decide something before release.</summary>
    Accepted = 3,
    UnderControl = 4,
    Released = 5,
    Invalidated = 6,
    NotReleased = 7,

    /// <summary>Pre-lodged and not presented within its term: deemed not to have been lodged (UCC 171).</summary>
    Lapsed = 8,
}

/// <summary>What was decided on one line. Numbers are stored and never change.</summary>
public enum LineOutcome : byte
{
    Released = 1,

    /// <summary>Selected for control.</summary>
    Selected = 2,

    /// <summary>
    /// Held because another line of its declaration is selected or undecided: one selected line holds its declaration.
    /// </summary>
    Held = 3,

    /// <summary>A person must determine something first, e.g. the duty.</summary>
    ToDetermine = 4,

    /// <summary>The goods are not yet presented: nothing is decided on the line.</summary>
    AwaitsPresentation = 5,
}

/// <summary>
/// Kinds of history rows; a notification is such a row. The numbers are those of the message family (01 accepted, 03
/// rejected,
/// 05 control, 08 released, ...) so that one list serves store, API and screen.
/// </summary>
public enum HistoryKind : byte
{
    Accepted = 1,
    Received = 2,
    Rejected = 3,
    UnderControl = 5,
    DocumentsRequested = 6,
    Corrected = 7,
    Released = 8,
    Cleared = 9,
    Invalidated = 10,
    RequestDecided = 11,
    DebtDetermined = 13,

    /// <summary>The guarantee or the deferred payment is not sufficient for the debt.</summary>
    GuaranteeInsufficient = 14,

    /// <summary>Reminder of an insufficient guarantee or a payment.</summary>
    PaymentReminder = 15,

    /// <summary>A supplementary declaration is due, or overdue (Delegated Regulation 2015/2446, art. 146).</summary>
    SupplementDue = 40,

    /// <summary>Not presented in time: deemed not lodged (UCC 171).</summary>
    Lapsed = 41,

    /// <summary>A request will be denied; the declarant can give his view first (UCC 22(6)).</summary>
    IntendedDecision = 42,

    /// <summary>A correction that customs asked for did not come in time.</summary>
    CorrectionOverdue = 43,

    /// <summary>A correction that customs asked for is due soon.</summary>
    CorrectionReminder = 44,

    /// <summary>Customs intends to decide on a held declaration; the declarant can give his view first (UCC 22(6)).
    /// </summary>
    IntendedDetermination = 45,

    /// <summary>An intended decision on a held declaration is not taken after all.</summary>
    IntentWithdrawn = 46,

    /// <summary>The goods are not released (UCC 194, 198).</summary>
    NotReleased = 47,

    /// <summary>Inside the house only: a person must determine the duty. The trader still sees "accepted".</summary>
    ToDetermine = 50,

    /// <summary>Inside the house only: an officer saved a finding; the detail is its number.</summary>
    Found = 51,

    /// <summary>Inside the house only: someone took the control up; the detail is his name.</summary>
    TakenUp = 52,

    /// <summary>Inside the house only: an officer determined or let go what was held; the detail is a
    /// <see cref="OfficerDecision"/>. What follows of it is of the same instant.</summary>
    OfficerDecided = 53,
}

/// <summary>Where a request about a declaration stands. Numbers are stored and never change.</summary>
public enum RequestState : byte
{
    /// <summary>Done: by the decider where the law leaves no choice, else by a person.</summary>
    Granted = 1,

    /// <summary>Refused by a person, with a reason.</summary>
    Denied = 2,

    /// <summary>Waits for a person.</summary>
    Pending = 3,

    /// <summary>Waits until the examination of the goods has taken place (UCC 174(1), second subparagraph).</summary>
    AwaitsExamination = 4,

    /// <summary>The message itself was rejected: form, terms, or a state in which it cannot be asked.</summary>
    Rejected = 5,
}

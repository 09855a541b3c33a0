// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Intake;

/// <summary>
/// Problem codes of this module, in order of precedence. Severity, ground and sentences: Law/problems.csv.
/// </summary>
public static class IntakeProblems
{
    /// <summary>The submitter has no mandate for the declarant on the day of receipt (UCC Art. 18 and 19).</summary>
    public const string MandateMissing = "intake.mandate.missing";

    /// <summary>The same submitter used this local reference number before, for a message with other content.</summary>
    public const string LrnInUse = "intake.lrn.in-use";

    /// <summary>The program failed on this message; it is kept and looked at.</summary>
    public const string MessageQuarantined = "intake.message.quarantined";

    /// <summary>The store takes no messages now: disk full, failed sync or stopping.</summary>
    public const string StoreUnavailable = "intake.store.unavailable";

    /// <summary>The file is longer than its bound.</summary>
    public const string FileTooLarge = "intake.file.too-large";

    /// <summary>The file cannot be opened or read where it lies.</summary>
    public const string FileNotRead = "intake.file.not-read";

    /// <summary>The file is empty, or is a pipe, socket or device.</summary>
    public const string FileNotOrdinary = "intake.file.not-ordinary";

    /// <summary>The file begins like a zip file and is none.</summary>
    public const string FileNotZip = "intake.file.not-zip";

    /// <summary>The directory of the zip file cannot be read.</summary>
    public const string FileDamaged = "intake.file.damaged";

    /// <summary>The zip file has more messages than allowed.</summary>
    public const string FileTooManyEntries = "intake.file.too-many-entries";

    /// <summary>Unpacked, the messages together would be longer than their bound.</summary>
    public const string FileExpandsTooFar = "intake.file.expands-too-far";

    // One entry of a zip file is refused, the rest of the file goes on.

    /// <summary>The name is a path elsewhere, too long, or has characters that no name has.</summary>
    public const string EntryName = "intake.entry.name";

    /// <summary>An earlier entry has the same name.</summary>
    public const string EntryNameTwice = "intake.entry.name-twice";

    /// <summary>The entry needs a password.</summary>
    public const string EntryEncrypted = "intake.entry.encrypted";

    /// <summary>The entry is itself an archive.</summary>
    public const string EntryNested = "intake.entry.nested";

    /// <summary>Unpacked, the entry would be longer than its bound.</summary>
    public const string EntryTooLarge = "intake.entry.too-large";

    /// <summary>Unpacked, the entry would grow beyond all reason.</summary>
    public const string EntryExpandsTooFar = "intake.entry.expands-too-far";

    /// <summary>The entry cannot be unpacked, or is not what its checksum says.</summary>
    public const string EntryDamaged = "intake.entry.damaged";

    /// <summary>The archive has reached its stated bound.</summary>
    public const string ArchiveFull = "intake.archive.full";

    /// <summary>The disk of the archive has less free space than its stated reserve.</summary>
    public const string DiskReserve = "intake.disk.reserve";

    // Messages about an earlier declaration. The first is also the answer to whoever may not act for its declarant.

    /// <summary>No declaration with that number among those of the declarants the submitter acts for.</summary>
    public const string RequestMrnUnknown = "intake.request.mrn-unknown";

    /// <summary>A request of the same kind waits for a decision.</summary>
    public const string RequestUndecided = "intake.request.undecided";

    /// <summary>The state of the declaration leaves no room for the request.</summary>
    public const string RequestState = "intake.request.state";

    /// <summary>Not presented within its term: deemed not lodged (UCC 171).</summary>
    public const string PresentationLapsed = "intake.presentation.lapsed";

    /// <summary>Its goods are already presented, or it was never pre-lodged.</summary>
    public const string PresentationNotAwaited = "intake.presentation.not-awaited";

    /// <summary>An examination is announced (UCC 173(2)(a)).</summary>
    public const string AmendmentUnderControl = "intake.amendment.under-control";

    /// <summary>Customs has found particulars to be wrong (UCC 173(2)(b)).</summary>
    public const string AmendmentFoundWrong = "intake.amendment.found-wrong";

    /// <summary>It has as many versions as the law of the day lets it have before release.</summary>
    public const string AmendmentTooMany = "intake.amendment.too-many";

    /// <summary>Released, and accepted longer ago than the term (UCC 173(3)).</summary>
    public const string AmendmentTooLate = "intake.amendment.too-late";

    /// <summary>An amendment names another declarant.</summary>
    public const string AmendmentDeclarant = "intake.amendment.declarant";

    /// <summary>Perhaps other goods than those declared first (UCC 173(1)).</summary>
    public const string AmendmentOtherGoods = "intake.amendment.other-goods";

    /// <summary>Amends what customs determined: granting puts what is declared in its place.</summary>
    public const string AmendmentDetermined = "intake.amendment.determined";

    /// <summary>A correction that customs asked for: whoever asked looks at it before release.</summary>
    public const string AmendmentCorrection = "intake.amendment.correction";

    /// <summary>A request to invalidate the declaration waits: it is not released meanwhile.</summary>
    public const string AmendmentInvalidationAsked = "intake.amendment.invalidation-asked";

    /// <summary>What is to be invalidated was supplemented: both are one instrument (UCC 167(4)).</summary>
    public const string InvalidationSupplemented = "intake.invalidation.supplemented";

    /// <summary>No reason for which a released declaration is invalidated (Delegated Regulation 2015/2446, art. 148).
    /// </summary>
    public const string InvalidationReason = "intake.invalidation.reason";

    /// <summary>Released, and accepted longer ago than the term (Delegated Regulation 2015/2446, art. 148).</summary>
    public const string InvalidationTooLate = "intake.invalidation.too-late";

    /// <summary>More is claimed than the declaration owes.</summary>
    public const string ClaimExceeds = "intake.claim.exceeds";

    /// <summary>More is claimed than the declaration owes, together with what is claimed already.</summary>
    public const string ClaimTwice = "intake.claim.twice";

    /// <summary>A claim is in another currency than the debt.</summary>
    public const string ClaimCurrency = "intake.claim.currency";

    /// <summary>After the term of UCC 121: a person judges whether it still can be taken.</summary>
    public const string ClaimTooLate = "intake.claim.too-late";

    /// <summary>A supplement names nothing that it supplements.</summary>
    public const string SupplementNamesNone = "intake.supplement.names-none";

    /// <summary>A supplement names more declarations than one may supplement.</summary>
    public const string SupplementNamesTooMany = "intake.supplement.names-too-many";

    /// <summary>What it names is no simplified declaration or entry that was accepted.</summary>
    public const string SupplementNotSimplified = "intake.supplement.not-simplified";

    /// <summary>The goods of what it names are not presented yet (types E and F).</summary>
    public const string SupplementNotPresented = "intake.supplement.not-presented";

    /// <summary>What it names is not released yet.</summary>
    public const string SupplementNotReleased = "intake.supplement.not-released";

    /// <summary>What it names was supplemented before.</summary>
    public const string SupplementAlready = "intake.supplement.already";

    /// <summary>The supplement names another declarant than what it supplements.</summary>
    public const string SupplementDeclarant = "intake.supplement.declarant";

    /// <summary>No date of acceptance for a line.</summary>
    public const string SupplementDateMissing = "intake.supplement.date-missing";

    public const string SupplementDateFuture = "intake.supplement.date-future";

    /// <summary>A declared date is not the day on which what is supplemented was accepted (UCC 167(4)).</summary>
    public const string SupplementDateOther = "intake.supplement.date-other";

    public const string SupplementDateTooOld = "intake.supplement.date-too-old";

    // Acts of people.

    public const string ActRequestUnknown = "intake.act.request-unknown";

    /// <summary>It is decided, or is not decided here: a claim is for recovery.</summary>
    public const string ActNotOpen = "intake.act.not-open";

    /// <summary>A denial, or the asking of a correction, needs a reason of a bounded length.</summary>
    public const string ActReason = "intake.act.reason";

    /// <summary>The state of the declaration leaves no room for the act.</summary>
    public const string ActState = "intake.act.state";

    /// <summary>A correction was asked before and is not answered.</summary>
    public const string ActCorrectionOpen = "intake.act.correction-open";

    /// <summary>A denial without a hearing, and without a ground for that.</summary>
    public const string ActHearingNeeded = "intake.act.hearing-needed";

    /// <summary>The term to be heard runs and no view is recorded.</summary>
    public const string ActHearingRuns = "intake.act.hearing-runs";

    public const string ActDenialAnnounced = "intake.act.denial-announced";

    public const string ActDenialNotAnnounced = "intake.act.denial-not-announced";

    public const string ActViewMissing = "intake.act.view-missing";

    public const string ActViewRecorded = "intake.act.view-recorded";

    /// <summary>Goods are to be examined first, and no one said that they were and with which result.</summary>
    public const string ActExaminationMissing = "intake.act.examination-missing";

    public const string ActExaminationDay = "intake.act.examination-day";

    // Intended decisions on held declarations, and what customs determines.

    /// <summary>No intended decision with that number.</summary>
    public const string IntentUnknown = "intake.intent.unknown";

    /// <summary>It is decided or withdrawn.</summary>
    public const string IntentClosed = "intake.intent.closed";

    /// <summary>The declarant gave his view already: it is kept once.</summary>
    public const string IntentHeard = "intake.intent.heard";

    /// <summary>The term to be heard runs and the declarant gave no view (UCC 22(6)).</summary>
    public const string IntentHearingRuns = "intake.intent.hearing-runs";

    /// <summary>Not to release goods determines nothing of them.</summary>
    public const string IntentEstablishesNothing = "intake.intent.establishes-nothing";

    /// <summary>Nothing, or more than a decision can hold, is determined.</summary>
    public const string DeterminedCount = "intake.determined.count";

    /// <summary>Something is determined of an item that the declaration does not have.</summary>
    public const string DeterminedItem = "intake.determined.item";

    public const string DeterminedTwice = "intake.determined.twice";

    /// <summary>What is determined is not in the notation of its kind.</summary>
    public const string DeterminedValue = "intake.determined.value";

    /// <summary>A code that the law of the day of acceptance does not have.</summary>
    public const string DeterminedUnknown = "intake.determined.unknown";

    /// <summary>The amounts of a line cannot be calculated, and no person gave both.</summary>
    public const string DeterminedAmounts = "intake.determined.amounts";

    /// <summary>Of what is held to determine its debt, only duty and VAT of lines that await them are given.</summary>
    public const string DeterminedNotAwaited = "intake.determined.not-awaited";

    /// <summary>An intended decision on the declaration is neither decided nor withdrawn.</summary>
    public const string ActIntentOpen = "intake.act.intent-open";

    /// <summary>The control is not his who acts: he did not take it, or someone else has it.</summary>
    public const string ControlNotTaken = "intake.control.not-taken";

    // What an officer found.

    /// <summary>No control order with that number.</summary>
    public const string FindingOrder = "intake.finding.order";

    /// <summary>A result, kind of error, method or follow-up that is not in its list on the day.</summary>
    public const string FindingCode = "intake.finding.code";

    /// <summary>In order, and yet an error, something established or a follow-up.</summary>
    public const string FindingInOrder = "intake.finding.in-order";

    public const string FindingErrorMissing = "intake.finding.error-missing";

    /// <summary>What could not be examined has no error, nothing established and nothing to correct.</summary>
    public const string FindingNotPossible = "intake.finding.not-possible";

    public const string FindingText = "intake.finding.text";

    /// <summary>Something follows, and no words for the declarant say what.</summary>
    public const string FindingTold = "intake.finding.told";

    public const string FindingTooMany = "intake.finding.too-many";

    /// <summary>Something was established of an item that the declaration does not have.</summary>
    public const string FindingItem = "intake.finding.item";

    /// <summary>What was established is not in the notation of its kind.</summary>
    public const string FindingValue = "intake.finding.value";

    public const string FindingTwice = "intake.finding.twice";

    /// <summary>A document that is not one of the declaration.</summary>
    public const string FindingDocument = "intake.finding.document";

    /// <summary>Lines under control have no finding yet.</summary>
    public const string ReleaseNotExamined = "intake.release.not-examined";

    /// <summary>Something was found and not corrected as established, and no reason says why it is let go.</summary>
    public const string ReleaseReason = "intake.release.reason";

    /// <summary>A request to invalidate the declaration waits.</summary>
    public const string ReleaseInvalidationAsked = "intake.release.invalidation-asked";

    /// <summary>A person must determine something of it first.</summary>
    public const string ReleaseToDetermine = "intake.release.to-determine";

    // A correction that is composed for a person.

    /// <summary>No goods item has the number of a change.</summary>
    public const string CorrectionItem = "intake.correction.item";

    /// <summary>The data set has no such particular, or its value has not the form of one.</summary>
    public const string CorrectionParticular = "intake.correction.particular";

    /// <summary>Nothing is changed, or more than one correction may change.</summary>
    public const string CorrectionCount = "intake.correction.count";

    /// <summary>A value or the reason has a character that no message may have.</summary>
    public const string CorrectionCharacter = "intake.correction.character";

    /// <summary>The message is no longer kept, or cannot be changed without changing something else.</summary>
    public const string CorrectionNotComposed = "intake.correction.not-composed";

    // A check without a store.

    /// <summary>What a check of form alone cannot say: whether and how the declaration it is about stands.</summary>
    public const string RequestUnchecked = "intake.request.unchecked";
}

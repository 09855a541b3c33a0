// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Intake.Contract;

/// <summary>What became of an act of a person: the state of the declaration after it, or why it cannot be
/// done.</summary>
public sealed record ActAnswer(DeclarationState? State, IReadOnlyList<Problem> Problems)
{
    public bool IsDone => Problems.Count == 0;
}

/// <summary>
/// What people decide about declarations, and what terms do. Each act goes through the decider: it has its place in the
/// one order, and its state, history, task and audit record are one transaction.
/// </summary>
/// <exception cref="StoreUnavailableException">Every act: nothing of it was kept; try again later.</exception>
public interface IActs
{
    /// <summary>
    /// Grants or denies a request that waits for a person (amendment, invalidation). Granting an amendment makes the
    /// new version and calculates it by the law of the day of acceptance.
    /// </summary>
    /// <remarks>
    /// A denial is a gate: its ground for not hearing the declarant is stated, or a denial was announced and the term
    /// is over or his view recorded (UCC 22(6)). An invalidation is granted while control orders are open only if it is
    /// stated that the examination took place (UCC 174(1)).
    /// </remarks>
    /// <param name="reason">Why, in words for the declarant; needed for a denial. At most 2,000 characters.</param>
    /// <param name="states">What the person states with it; null for nothing.</param>
    Task<ActAnswer> DecideRequest(
        long requestId, bool isGranted, string reason, Actor by, DecisionStatement? states = null);

    /// <summary>
    /// Tells the sender of a request that it will be denied; it stays open, and he can give his view until the last day
    /// of the term (UCC 22(6), Delegated Regulation 2015/2446 art. 8).
    /// </summary>
    /// <param name="grounds">The grounds of the intended denial, in words for him; 1 to 2,000 characters.</param>
    Task<ActAnswer> AnnounceDenial(long requestId, string grounds, Actor by);

    /// <summary>Keeps the view that the declarant gave on an announced denial; it can then be decided.</summary>
    /// <param name="view">His words or a report of them; 1 to 2,000 characters.</param>
    Task<ActAnswer> RecordView(long requestId, string view, Actor by);

    /// <summary>
    /// Asks the declarant to correct a declaration that is held; he is notified, and only his correction, not an
    /// amendment, is taken from then on (UCC 173(2) does not stop what customs asks for).
    /// </summary>
    Task<ActAnswer> AskCorrection(long declarationId, string reason, Actor by);

    /// <summary>
    /// Takes the control of a declaration: its task is his, its orders are in progress from then on, and what he spends
    /// on it counts. Taking what one has changes nothing.
    /// </summary>
    Task<ActAnswer> TakeControl(long declarationId, Actor by);

    /// <summary>
    /// Takes the first control of a filter that no one has; two who ask at once never get the same.
    /// </summary>
    /// <param name="filter">Who has it and its limit do not count.</param>
    /// <returns>Number of the declaration; null if there is none.</returns>
    Task<long?> TakeNextControl(ControlFilter filter, Actor by);

    /// <summary>
    /// Saves what an officer found at a control order whose declaration he has taken. When all orders of the
    /// declaration have a finding, what follows is done in the same transaction: release if nothing stands in the way,
    /// or the declarant is asked to correct with the words of the findings.
    /// </summary>
    Task<ActAnswer> RecordFinding(NewFinding finding, Actor by);

    /// <summary>
    /// Releases what was held and examined, or corrected, once a person looked (UCC 194(1)); what is owed is then told.
    /// </summary>
    /// <param name="reason">For the house; at most 2,000 characters. Needed if a correction differs from what was
    /// established.</param>
    Task<ActAnswer> ReleaseHeld(long declarationId, string reason, Actor by);

    /// <summary>
    /// Tells the declarant of a held declaration what customs intends to decide on it; he can be heard until the term
    /// is over (UCC 22(6), Delegated Regulation 2015/2446 art. 8(1)).
    /// </summary>
    /// <param name="grounds">In words for him; 1 to 2,000 characters.</param>
    /// <param name="established">What would be determined, at least one; empty for no release.</param>
    Task<ActAnswer> AnnounceDecision(
        long declarationId, IntendedKind kind, string grounds, IReadOnlyList<Particular> established, Actor by);

    /// <summary>Keeps the view that the declarant gave on an intended decision, by a person of the house or by himself.
    /// </summary>
    Task<ActAnswer> GiveView(long hearingId, string view, Actor by);

    /// <summary>
    /// Decides what was announced, once the declarant gave his view or the term is over. A determination makes a new
    /// version in the law of the day of acceptance and releases; no release ends the declaration as not released.
    /// </summary>
    /// <param name="isWithdrawn">It is not decided after all; the declaration stays held.</param>
    Task<ActAnswer> DecideAnnounced(long hearingId, bool isWithdrawn, string reason, Actor by);

    /// <summary>
    /// Determines what a person must determine of an accepted declaration that is held for that alone, as declared: no
    /// hearing is due, because it follows the declaration. Makes a new version and releases.
    /// </summary>
    /// <param name="determined">Duty and VAT of each line that awaits it.</param>
    Task<ActAnswer> DetermineDebt(
        long declarationId, IReadOnlyList<Particular> determined, string reason, Actor by);

    /// <summary>
    /// Lets every pre-lodged declaration whose term is over lapse, and says which supplementary declarations and
    /// corrections asked are overdue; at most 1,000 of each at a time, so ask until nothing is left.
    /// </summary>
    /// <returns>How many changed.</returns>
    Task<int> PassTerms();
}

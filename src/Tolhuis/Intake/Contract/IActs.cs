// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
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
    /// <param name="reason">Why, in words for the declarant; needed for a denial. At most 2,000 characters.</param>
    Task<ActAnswer> DecideRequest(long requestId, bool isGranted, string reason, Actor by);

    /// <summary>
    /// Asks the declarant to correct a declaration that is held; he is notified, and only his correction, not an
    /// amendment, is taken from then on (UCC 173(2) does not stop what customs asks for).
    /// </summary>
    Task<ActAnswer> AskCorrection(long declarationId, string reason, Actor by);

    /// <summary>
    /// Lets every pre-lodged declaration whose term is over lapse, and says which supplementary declarations are
    /// overdue; at most 1,000 at a time, so ask until nothing is left.
    /// </summary>
    /// <returns>How many changed.</returns>
    Task<int> PassTerms();
}

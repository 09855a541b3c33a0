// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>Who hears of a request: the person whose task it is, and its sender once it is decided.</summary>
internal sealed class RequestTasks(DecisionRows rows)
{
    /// <summary>Kind of the object of a task about a request.</summary>
    public const string ObjectKind = "request";

    /// <summary>No request waits without a task: judging it is for the inspector, paying back for the
    /// receiver.</summary>
    public void Open(RequestScope scope, MessageKind kind)
    {
        var isClaim = kind == MessageKind.RepaymentOrRemission;
        rows.State.Tasks.Open(rows.Connection, rows.Transaction, new TaskRequest(
            "declarations",
            isClaim ? "claim" : kind == MessageKind.Invalidation ? "invalidation" : "amendment",
            isClaim ? Role.RecoveryOfficer : Role.Officer,
            isClaim ? "decide-claim" : "decide-request",
            ObjectKind,
            DecisionRows.TextOf(scope.RequestId),
            scope.Declaration.Mrn.ToString()));
    }

    /// <summary>The claim that came with an invalidation which is granted.</summary>
    public void OpenClaim(long requestId, Mrn mrn) =>
        rows.State.Tasks.Open(rows.Connection, rows.Transaction, new TaskRequest(
            "declarations", "claim", Role.RecoveryOfficer, "decide-claim", "claim", DecisionRows.TextOf(requestId),
            mrn.ToString()));

    public void Close(long requestId) => rows.CloseTask("declarations", ObjectKind, requestId);

    /// <summary>The sender of the request is told, who need not be the one that lodged the declaration.</summary>
    public void TellDecided(RequestScope scope, RequestState state) =>
        TellDecided(scope.Declaration.Id, scope.Message.Submitter.Id, scope.RequestId, state, "");

    public void TellDecided(long declarationId, long submitterId, long requestId, RequestState state, string reason) =>
        rows.WriteLaterHistory(
            declarationId, submitterId, HistoryKind.RequestDecided,
            new RequestDecided(requestId, state, reason).ToString());

    /// <summary>The state of the declaration leaves no room for the request. That it was selected would show before
    /// the control is announced, so that is told as accepted.</summary>
    public static Problem WrongState(RequestScope scope) => scope.Problem(
        IntakeProblems.RequestState, scope.Declaration.Mrn.ToString(),
        (scope.Declaration.State == DeclarationState.UnderControl
            ? DeclarationState.Accepted : scope.Declaration.State).ToString());
}

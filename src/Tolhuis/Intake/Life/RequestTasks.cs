// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Calendar.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

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
            scope.Declaration.Mrn.ToString(),
            DueAt(scope.Message.ReceivedOn, scope.Law)));
    }

    /// <summary>The end of the last day on which a decision is in time (UCC 22(3)).</summary>
    private long DueAt(DateOnly receivedOn, LawOfTheDay law) => DutchTime.StartOf(
        rows.State.Tools.Calendar.LastDay(
            receivedOn, Term.Days((int)law.Setting("request-decision-term-days"))).AddDays(1)) - 1;

    /// <summary>The claim that came with an invalidation which is granted; its term began when it came.</summary>
    public void OpenClaim(long requestId, Mrn mrn, DateOnly receivedOn, LawOfTheDay law) =>
        rows.State.Tasks.Open(rows.Connection, rows.Transaction, new TaskRequest(
            "declarations", "claim", Role.RecoveryOfficer, "decide-claim", "claim", DecisionRows.TextOf(requestId),
            mrn.ToString(), DueAt(receivedOn, law)));

    public void Close(long requestId) => rows.CloseTask("declarations", ObjectKind, requestId);

    /// <summary>The sender of the request is told, who need not be the one that lodged the declaration.</summary>
    public void TellDecided(RequestScope scope, RequestState state) =>
        TellDecided(scope.Declaration.Id, scope.Message.Submitter.Id, scope.RequestId, state, "");

    public void TellDecided(long declarationId, long submitterId, long requestId, RequestState state, string reason) =>
        rows.WriteLaterHistory(
            declarationId, submitterId, HistoryKind.RequestDecided,
            new RequestDecided(requestId, state, reason).ToString());

    /// <summary>The sender is told that his message was rejected; the declaration stays as it is.</summary>
    public void TellRejected(StandingDeclaration declaration, PreparedMessage message, long requestId) =>
        rows.WriteLaterHistory(
            declaration.Id, message.Submitter.Id, HistoryKind.Rejected, DecisionRows.TextOf(requestId));

    /// <summary>The sender is told that his request was received and waits; the declaration stays as it is.</summary>
    public void TellReceived(StandingDeclaration declaration, PreparedMessage message, long requestId) =>
        rows.WriteLaterHistory(
            declaration.Id, message.Submitter.Id, HistoryKind.Received, DecisionRows.TextOf(requestId));

    /// <summary>The state of the declaration leaves no room for the request.</summary>
    public static Problem WrongState(RequestScope scope) => scope.Problem(
        IntakeProblems.RequestState, scope.Declaration.Mrn.ToString());
}

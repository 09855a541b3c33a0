// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Declarations.Api;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Intake.Api;

/// <summary>What one message gets: either an answer with a status below 400, or a problem.</summary>
/// <param name="Place">Address below /v1 of what it became; null if it became nothing that can be read.</param>
internal sealed record LodgingOutcome(
    int Status, LodgingBody? Lodging, ApiProblem? Problem, string? Place = null);

/// <summary>Turns the decision on a message into HTTP: the same for a message alone and for one in a batch.</summary>
internal sealed class LodgingAnswers(IDeclarations declarations, TraderEdition edition, ProblemTexts texts)
{
    /// <summary>Problems that are of the state of the declaration, not of the message.</summary>
    private static readonly HashSet<string> StateCodes =
    [
        IntakeProblems.RequestState, IntakeProblems.RequestUndecided, IntakeProblems.PresentationLapsed,
        IntakeProblems.PresentationNotAwaited, IntakeProblems.AmendmentUnderControl,
        IntakeProblems.AmendmentFoundWrong, IntakeProblems.AmendmentTooLate, IntakeProblems.InvalidationTooLate,
        IntakeProblems.SupplementAlready, IntakeProblems.SupplementNotSimplified,
    ];

    public LodgingOutcome Of(MessageAnswer answer, string language)
    {
        var problems = answer.Problems;
        if (answer.Outcome == MessageOutcome.Duplicate)
            problems = declarations.Problems(answer.RequestId != 0 ? answer.RequestId : answer.DeclarationId);
        var items = texts.ForTrader(problems, answer.ReceivedAt, language);
        return answer switch
        {
            { Outcome: MessageOutcome.Unreadable } => Refuse(ApiFaults.MessageUnreadable, answer, items),
            { Outcome: MessageOutcome.Rejected } or { State: DeclarationState.Rejected }
                or { RequestState: RequestState.Rejected } => Refuse(FaultOf(problems), answer, items),
            {
                Outcome: MessageOutcome.Accepted,
                RequestState: RequestState.Pending or RequestState.AwaitsExamination
            } => Take(StatusCodes.Status202Accepted, answer, answer.Lines, items),
            { Outcome: MessageOutcome.Accepted } => Take(StatusCodes.Status201Created, answer, answer.Lines, items),
            { Outcome: MessageOutcome.Duplicate } => Take(
                StatusCodes.Status200OK, answer, declarations.Find(answer.DeclarationId)?.LineCount ?? 0, items),
            _ => Take(StatusCodes.Status202Accepted, answer, 0, items),
        };
    }

    public static string WordOf(MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.Accepted => "accepted",
        MessageOutcome.Rejected => "rejected",
        MessageOutcome.Unreadable => "unreadable",
        MessageOutcome.Duplicate => "duplicate",
        _ => "quarantined",
    };

    // The message may be good: it comes at the wrong time. With anything else wrong, it is a bad message first.
    private static ApiFault FaultOf(IReadOnlyList<Problem> problems)
    {
        if (problems.Any(problem => problem.Code == IntakeProblems.LrnInUse))
            return ApiFaults.LrnInUse;
        var rejecting = problems.Where(problem => problem.Severity == Severity.Reject).ToList();
        return rejecting.Count > 0 && rejecting.TrueForAll(problem => StateCodes.Contains(problem.Code))
            ? ApiFaults.NotPossible : ApiFaults.MessageRejected;
    }

    private static LodgingOutcome Refuse(ApiFault fault, MessageAnswer answer, IReadOnlyList<ProblemItem> items)
    {
        var problem = new ApiProblem(fault)
        {
            Problems = items,
            Lrn = answer.Lrn.Length == 0 ? null : answer.Lrn,
            Outcome = WordOf(answer.Outcome),
        };
        return new LodgingOutcome(problem.Status, null, problem);
    }

    private LodgingOutcome Take(int status, MessageAnswer answer, int lines, IReadOnlyList<ProblemItem> items)
    {
        var mrn = MrnOf(answer);
        var body = new LodgingBody(
            WordOf(answer.Outcome), TraderWords.Of(answer.Kind), mrn, answer.Lrn,
            answer.State is { } state ? edition.StateOf(answer.DeclarationId, state) : null,
            ApiTime.Of(answer.ReceivedAt), lines,
            answer.RequestId == 0 ? null : answer.RequestId,
            answer.RequestState is { } requestState ? edition.StateOf(answer.DeclarationId, requestState) : null,
            items);
        var place = mrn is null ? null
            : answer.RequestId == 0 ? $"/declarations/{mrn}"
            : string.Create(CultureInfo.InvariantCulture, $"/declarations/{mrn}/requests/{answer.RequestId}");
        return new LodgingOutcome(status, body, null, place);
    }

    // Of a request, the number of the declaration that it is about.
    private string? MrnOf(MessageAnswer answer) =>
        !answer.Mrn.IsEmpty ? answer.Mrn.ToString()
            : answer.RequestId != 0 && declarations.Find(answer.DeclarationId) is { } row ? TraderEdition.MrnOf(row)
            : null;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Intake.Life;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>Acts of people and of terms, each one transaction of the decider with its record in the trail.</summary>
internal sealed class Acts(IntakeRoad road, ITariff tariff, IAuditTrail trail) : IActs
{
    private const int TermsAtOnce = 1_000;

    public Task<ActAnswer> DecideRequest(
        long requestId, bool isGranted, string reason, Actor by, DecisionStatement? states = null) =>
        Do(
            requestId, by, isGranted ? "intake:grant-request" : "intake:deny-request", "request",
            (life, law) => life.Acts.DecideRequest(requestId, isGranted, reason.Trim(), by, law, states),
            DetailsOf(isGranted, states ?? DecisionStatement.None));

    public Task<ActAnswer> AnnounceDenial(long requestId, string grounds, Actor by) =>
        Do(requestId, by, "intake:announce-denial", "request", (life, law) =>
            life.Hearings.AnnounceDenial(requestId, grounds.Trim(), by, law));

    public Task<ActAnswer> RecordView(long requestId, string view, Actor by) =>
        Do(requestId, by, "intake:record-view", "request", (life, law) =>
            life.Hearings.RecordView(requestId, view.Trim(), by, law));

    public Task<ActAnswer> AskCorrection(long declarationId, string reason, Actor by) =>
        Do(declarationId, by, "intake:ask-correction", "declaration", (life, law) =>
            life.Acts.AskCorrection(declarationId, reason.Trim(), by, law));

    /// <summary>
    /// Terms end with the day, and what counts is when a message came: one that came in time may still wait to be
    /// decided, a single message for seconds, a file until its turn.
    /// </summary>
    public Task<int> PassTerms() => road.Decider.Run((batch, connection, transaction, now) =>
    {
        var settled = now - (long)TimeSpan.FromMinutes(10).TotalMicroseconds;
        var undecided = IntakeStore.OldestUndecided(connection, transaction) ?? settled;
        var today = DutchTime.DateOf(Math.Min(settled, undecided));
        var passed = batch.Life.Terms.Pass(today, TermsAtOnce) + batch.Life.Overdue.Pass(today, TermsAtOnce);
        if (passed > 0)
        {
            trail.Record(connection, transaction, new TrailEntry(
                Actor.System, "intake:pass-terms", "day", Terms.TextOf(today),
                Details: $"{DecisionRows.TextOf(passed)} declarations"));
        }

        return passed;
    });

    private Task<ActAnswer> Do(
        long objectId, Actor by, string action, string objectKind, Func<LifeEvents, LawOfTheDay, ActAnswer> act,
        string details = "") =>
        road.Decider.Run((batch, connection, transaction, now) =>
        {
            var answer = act(batch.Life, tariff.Current.On(DutchTime.DateOf(now)));
            trail.Record(connection, transaction, new TrailEntry(
                by, action, objectKind, DecisionRows.TextOf(objectId), answer.IsDone ? "done" : "refused",
                Details: answer.IsDone ? details : answer.Problems[0].Code));
            return answer;
        });

    // What was stated, without its words: those stand with the request.
    private static string DetailsOf(bool isGranted, DecisionStatement states) => isGranted
        ? states.Examination is { } examined ? $"examined {Terms.TextOf(examined.On)}" : ""
        : states.NoHearing.Length is > 0 and <= 20 ? $"no hearing: {states.NoHearing}" : "";
}

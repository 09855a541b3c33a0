// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Intake.Life;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>Acts of people and of terms, each one transaction of the decider with its record in the trail.</summary>
internal sealed class Acts(
    IntakeRoad road, ITariff tariff, IControls controls, IAuditTrail trail, ILogger<Acts> log) : IActs
{
    private const int TermsAtOnce = 200;
    private const int MaxStuck = 1_000;

    private static readonly Action<ILogger, long, Exception?> Stuck = LoggerMessage.Define<long>(
        LogLevel.Error, new EventId(2102, "TermStuck"),
        "The term of declaration {DeclarationId} could not be passed; it is left out until the next start.");

    // Terms that fail, until the next start.
    private readonly ConcurrentDictionary<long, bool> _stuck = new();

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

    public Task<ActAnswer> TakeControl(long declarationId, Actor by) =>
        Do(declarationId, by, "intake:take-control", "declaration", (life, law) =>
            life.Controls.TakeControl(declarationId, by, law));

    public Task<long?> TakeNextControl(ControlFilter filter, Actor by) =>
        road.Decider.Run((batch, connection, transaction, now) =>
        {
            var next = controls.NextFree(connection, transaction, filter);
            if (next is not { } id)
                return null;
            var answer = batch.Life.Controls.TakeControl(id, by, tariff.Current.On(DutchTime.DateOf(now)));
            trail.Record(connection, transaction, new TrailEntry(
                by, "intake:take-control", "declaration", DecisionRows.TextOf(id), answer.IsDone ? "done" : "refused",
                Details: answer.IsDone ? "next" : answer.Problems[0].Code));
            return answer.IsDone ? next : null;
        });

    public Task<ActAnswer> RecordFinding(NewFinding finding, Actor by) =>
        Do(finding.OrderId, by, "intake:record-finding", "control-order", (life, law) =>
            life.Controls.RecordFinding(finding, by, law));

    public Task<ActAnswer> ReleaseHeld(long declarationId, string reason, Actor by) =>
        Do(declarationId, by, "intake:release-held", "declaration", (life, law) =>
            life.Controls.ReleaseHeld(declarationId, reason.Trim(), by, law));

    public Task<ActAnswer> AnnounceDecision(
        long declarationId, IntendedKind kind, string grounds, IReadOnlyList<Particular> established, Actor by) =>
        Do(declarationId, by, "intake:announce-decision", "declaration", (life, law) =>
            life.Intents.Announce(declarationId, kind, grounds.Trim(), established, by, law), kind.ToString());

    public Task<ActAnswer> GiveView(long hearingId, string view, Actor by) =>
        Do(hearingId, by, "intake:give-view", "hearing", (life, law) =>
            life.Intents.GiveView(hearingId, view.Trim(), by, law));

    public Task<ActAnswer> DecideAnnounced(long hearingId, bool isWithdrawn, string reason, Actor by) =>
        Do(hearingId, by, isWithdrawn ? "intake:withdraw-intent" : "intake:decide-announced", "hearing",
            (life, law) => life.Intents.Decide(hearingId, isWithdrawn, reason.Trim(), by, law));

    public Task<ActAnswer> DetermineDebt(
        long declarationId, IReadOnlyList<Particular> determined, string reason, Actor by) =>
        Do(declarationId, by, "intake:determine-debt", "declaration", (life, law) =>
            life.Determinations.DetermineDebt(declarationId, determined, reason.Trim(), by, law));

    public async Task<int> PassTerms()
    {
        try
        {
            return await Pass(TermsAtOnce).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (StoreUnavailableException or OutOfMemoryException))
        {
            // One of them fails: alone each other one goes on, and the one that fails is left out from now on.
            return await PassEachAlone().ConfigureAwait(false);
        }
    }

    private async Task<int> PassEachAlone()
    {
        for (var passed = 0; passed < TermsAtOnce;)
        {
            var tried = 0L;
            try
            {
                if (await Pass(1, id => tried = id).ConfigureAwait(false) == 0)
                    return passed;
                passed++;
            }
            catch (Exception fault) when (fault is not (StoreUnavailableException or OutOfMemoryException)
                && tried != 0 && _stuck.Count < MaxStuck)
            {
                _stuck[tried] = true;
                Stuck(log, tried, fault);
            }
        }

        return TermsAtOnce;
    }

    private Task<int> Pass(int limit, Action<long>? trying = null) =>
        road.Decider.Run((batch, connection, transaction, now) =>
        {
            var terms = batch.Life.Terms;
            var day = terms.SettledDay();
            var over = terms.Over(day, limit + _stuck.Count).Where(id => !_stuck.ContainsKey(id)).Take(limit).ToList();
            foreach (var id in over)
            {
                trying?.Invoke(id);
                terms.Pass(id);
            }

            // After what is overdue: of that no one is reminded any more.
            var passed = over.Count + batch.Life.Overdue.Pass(day, limit)
                + batch.Life.Overdue.Remind(day, tariff.Current.On(DutchTime.DateOf(now)), limit)
                + batch.Life.Intents.PassTerms(limit);
            if (passed > 0)
            {
                trail.Record(connection, transaction, new TrailEntry(
                    Actor.System, "intake:pass-terms", "day", Terms.TextOf(day),
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

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Amendment (UCC 173) and the correction that customs asked for, which is another act. What is amended is decided
/// again by the law of the day of acceptance; the draw stays that of the first day, so amending buys no new one. Before
/// acceptance everything may still change; after release a person judges, within the term of 173(3).
/// </summary>
internal sealed class Amendments(
    DecisionRows rows, LifeStore store, Versions versions, Terms terms, RequestTasks tasks, LifeContent content,
    Releases releases, AnsweredCorrections answered, Func<long, Eori?> eoriOf)
{
    public Verdict Decide(RequestScope scope)
    {
        var declaration = scope.Declaration;
        var kind = store.OpenCorrection(declaration.Id) == 0 ? MessageKind.Amendment : MessageKind.Correction;
        if (WhyNot(scope, kind) is { } refusal)
            return Verdict.Refuse(kind, [.. scope.Message.Problems, refusal]);
        // After release too: no one is asked to judge what the law of acceptance does not let in.
        var read = ReadAnew(scope.Message, declaration, scope.Message.Place, kind);
        if (read.IsRejected)
            return Verdict.Refuse(kind, [.. scope.Message.Problems, .. read.Problems]);
        if (declaration.State == DeclarationState.Released)
        {
            tasks.Open(scope, kind);
            return new Verdict(kind, RequestState.Pending, [.. scope.Message.Problems, .. read.Problems]);
        }

        tasks.TellDecided(scope, RequestState.Granted);
        var version = Apply(
            declaration, read, kind, scope.RequestId, scope.Message.Place, Versions.Bytes(scope.Message.ContentHash),
            scope.Law);
        if (kind == MessageKind.Correction)
        {
            store.AnswerCorrections(declaration.Id, scope.RequestId);
            answered.Follow(declaration, read, scope.Law);
        }

        return new Verdict(kind, RequestState.Granted, [.. scope.Message.Problems, .. read.Problems], version);
    }

    /// <summary>A person allows what was asked after release.</summary>
    public Verdict Grant(StandingRequest request, StandingDeclaration declaration, string reason, LawOfTheDay law)
    {
        // Only law, instant and version of the message that is read count here; who may do what was checked when it
        // came.
        var asker = new PreparedMessage
        {
            Submitter = new Submitter(request.SubmitterId, "", null, [], TokenScopes.None, 0),
            ReceivedAt = request.ReceivedAt,
            ReceivedOn = law.Day,
            Law = law,
            Checked = new CheckedMessage { IsReadable = true, MessageVersion = request.MessageVersion },
        };
        var place = new RawPlace(request.FileId, request.Entry);
        var read = ReadAnew(asker, declaration, place, request.Kind);
        if (read.IsRejected)
            return Verdict.Refuse(request.Kind, read.Problems);
        store.KeepProblems(request.Id, read.Problems);
        tasks.TellDecided(declaration.Id, request.SubmitterId, request.Id, RequestState.Granted, reason);
        var version = Apply(declaration, read, request.Kind, request.Id, place, request.ContentHash, law);
        return new Verdict(request.Kind, RequestState.Granted, read.Problems, version);
    }

    private Problem? WhyNot(RequestScope scope, MessageKind kind)
    {
        var declaration = scope.Declaration;
        var mrn = declaration.Mrn.ToString();
        // Each version has lines of its own, for ever.
        if (kind == MessageKind.Amendment && declaration.State != DeclarationState.Released
            && scope.Law.TryGetSetting("versions-before-release", out var most) && declaration.Version >= most)
            return scope.Problem(IntakeProblems.AmendmentTooMany, mrn, DecisionRows.TextOf(most));
        switch (declaration.State)
        {
            case DeclarationState.Received:
                return null;
            case DeclarationState.UnderControl or DeclarationState.Accepted when kind == MessageKind.Correction:
                return null;
            case DeclarationState.UnderControl:
                return scope.Problem(IntakeProblems.AmendmentUnderControl, mrn);
            case DeclarationState.Accepted:
                if (store.WasCorrectionAsked(declaration.Id))
                    return scope.Problem(IntakeProblems.AmendmentFoundWrong, mrn);
                // That its examination is over gives the right to amend not back (UCC 173(2)(a)).
                return store.WasControlled(declaration.Id)
                    ? scope.Problem(IntakeProblems.AmendmentUnderControl, mrn)
                    : null;
            case DeclarationState.Released:
                var last = terms.LastDayOfYears(
                    declaration.AcceptedOn!.Value, scope.Law, "amendment-after-release-years");
                return scope.Today > last
                    ? scope.Problem(IntakeProblems.AmendmentTooLate, mrn, Terms.TextOf(last))
                    : null;
            default:
                return RequestTasks.WrongState(scope);
        }
    }

    /// <summary>The new content by the law that counts for the declaration, with the problems of amending.</summary>
    private PreparedMessage ReadAnew(
        PreparedMessage by, StandingDeclaration declaration, RawPlace place, MessageKind kind)
    {
        var law = declaration.AcceptedOn is { } accepted ? by.Law.Source.On(accepted) : by.Law;
        var drawDay = DateOnly.FromDayNumber((int)declaration.DrawDay);
        var read = content.Read(place, by, law, declaration.DataSet, declaration.DecidedAs, drawDay,
            by.Checked.MessageVersion);
        var found = new List<Problem>();
        if (IsOtherDeclarant(read, declaration))
            found.Add(Problems.Of(by, IntakeProblems.AmendmentDeclarant, declaration.Mrn.ToString()));
        if (read.Checked.Declaration is { } amended && DeclarationTypes.IsSupplementary(declaration.DecidedAs))
        {
            var days = store.Supplemented(declaration.Id)
                .Select(supplemented => supplemented.Declaration.AcceptedOn!.Value).Distinct().ToList();
            found.AddRange(Supplements.DateProblems(by, amended, days));
        }

        if (read.IsRejected || found.Count > 0)
            return read with { IsRejected = true, Problems = [.. read.Problems, .. found] };
        found.AddRange(ForPerson(by, declaration, read.Checked.Declaration!, law, kind)
            .Select(code => Problems.Of(law, code, declaration.Mrn.ToString())));
        return found.Count > 0 ? read with { Problems = [.. read.Problems, .. found] } : read;
    }

    private bool IsOtherDeclarant(PreparedMessage read, StandingDeclaration declaration)
    {
        var eori = eoriOf(declaration.DeclarantId);
        // Of content that is rejected by its form there is only the text of his number.
        return read.Checked.Declaration is { } amended
            ? amended.Declarant.Id != eori
            : read.Checked.DeclarantText is { Length: > 0 } text && text != eori?.ToString();
    }

    /// <summary>Codes of what a person must judge before the declaration can be released.</summary>
    private IEnumerable<string> ForPerson(
        PreparedMessage by, StandingDeclaration declaration, Declaration amended, LawOfTheDay law, MessageKind kind)
    {
        if (declaration.State == DeclarationState.Received)
            yield break;
        if (IsOtherGoods(by, declaration, amended, law))
            yield return IntakeProblems.AmendmentOtherGoods;
        if (store.IsDetermined(declaration))
            yield return IntakeProblems.AmendmentDetermined;
        if (declaration.State != DeclarationState.Accepted)
            yield break;
        // What customs asked for is looked at by whoever asked, and what may be invalidated is not let go meanwhile.
        if (kind == MessageKind.Correction)
            yield return IntakeProblems.AmendmentCorrection;
        if (store.Undecided(declaration.Id, MessageKind.Invalidation) != 0)
            yield return IntakeProblems.AmendmentInvalidationAsked;
    }

    /// <summary>
    /// UCC 173(1), second sentence: an amendment shall not make the declaration apply to other goods. Another transport
    /// document and no commodity code of before is no proof, so a person looks.
    /// </summary>
    private bool IsOtherGoods(
        PreparedMessage by, StandingDeclaration declaration, Declaration amended, LawOfTheDay law)
    {
        var codes = store.Lines(declaration).Select(line => line.Code).ToHashSet();
        if (amended.Lines.Any(line => codes.Contains(line.Code.ToStored())))
            return false;
        var before = content.Read(
            declaration.Content, by, law, declaration.DataSet, declaration.DecidedAs,
            DateOnly.FromDayNumber((int)declaration.DrawDay), declaration.MessageVersion);
        return before.Checked.Declaration?.TransportDocument != amended.TransportDocument;
    }

    private int Apply(
        StandingDeclaration declaration, PreparedMessage read, MessageKind kind, long requestId, RawPlace place,
        byte[] contentHash, LawOfTheDay by)
    {
        var linesBefore = store.Lines(declaration);
        var outcomes = new LineOutcome[read.LineCount];
        var firstLine = rows.Numbers.NextLine;
        var state = Decide(declaration, read, linesBefore, firstLine, outcomes);
        var (version, counts, sum) = versions.Add(declaration, new NextVersion(
            kind, read, requestId, place, contentHash, DateOnly.FromDayNumber((int)declaration.DrawDay), state,
            outcomes, declaration.AcceptedOn, declaration.DecidedAs));
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.Corrected);
        if (declaration.AcceptedOn is { } accepted)
        {
            var then = LineCounts.Of(linesBefore.Select(line => line.Outcome).ToArray());
            rows.TotalsOf(accepted, declaration.DeclarantId, declaration.DataSet)
                .Change(counts, then, declaration.CountedOf(sum) - declaration.Counted);
        }

        // What is owed is told with the release and not before.
        var told = declaration.State == DeclarationState.Released
            ? (declaration.DutyCents, declaration.VatCents) : (0, 0);
        if (state == DeclarationState.Released && (sum.Duty, sum.Vat) != told)
            rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.DebtDetermined);
        if (state != declaration.State)
            Move(declaration, state, by);
        return version;
    }

    /// <summary>
    /// State and outcomes of the new version. A declaration under control stays under control, with the control of each
    /// item that is still there; what was controlled keeps its orders; what is released stays released.
    /// </summary>
    private DeclarationState Decide(
        StandingDeclaration declaration, PreparedMessage read,
        IReadOnlyList<(long Item, long Id, long Code, LineOutcome Outcome)> before, long firstLine,
        LineOutcome[] outcomes)
    {
        if (declaration.State is DeclarationState.Received or DeclarationState.Released)
        {
            Array.Fill(outcomes, declaration.State == DeclarationState.Received
                ? LineOutcome.AwaitsPresentation
                : LineOutcome.Released);
            return declaration.State;
        }

        var state = LineDecision.Decide(read, read.Assessment!, outcomes, out var reasons);
        var moved = new HashSet<int>();
        if (before.Any(line => line.Outcome == LineOutcome.Selected))
        {
            var isReopened = MoveControls(read.Checked.Declaration!, before, firstLine, outcomes, moved);
            // After a control nothing but what was not examined comes under control again.
            state = declaration.State == DeclarationState.UnderControl || isReopened
                || (reasons ?? []).Keys.Any(index => !moved.Contains(index))
                ? DeclarationState.UnderControl : DeclarationState.Accepted;
        }

        foreach (var (index, found) in reasons ?? [])
        {
            if (!moved.Contains(index))
                rows.WriteSelection(firstLine + index, declaration.Id, found);
        }

        return state;
    }

    /// <returns>True if an item is to be examined in the place of one that is gone.</returns>
    private bool MoveControls(
        Declaration amended, IReadOnlyList<(long Item, long Id, long Code, LineOutcome Outcome)> before,
        long firstLine, LineOutcome[] outcomes, HashSet<int> moved)
    {
        var isReopened = false;
        foreach (var line in before.Where(line => line.Outcome == LineOutcome.Selected))
        {
            var index = Enumerable.Range(0, amended.Lines.Count)
                .FirstOrDefault(i => amended.Lines[i].ItemNumber == line.Item && !moved.Contains(i), -1);
            // An item that is gone leaves its control to the first one that has none: the goods are still there. What
            // was found of it is no finding about the other one, so that is to be examined.
            var isGone = index < 0;
            if (isGone)
                index = Enumerable.Range(0, amended.Lines.Count).FirstOrDefault(i => !moved.Contains(i), -1);
            if (index < 0)
            {
                store.EndOrder(line.Id, rows.Now);
                continue;
            }

            store.MoveSelection(line.Id, firstLine + index, isReopened: isGone);
            outcomes[index] = LineOutcome.Selected;
            moved.Add(index);
            isReopened |= isGone;
        }

        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] == LineOutcome.Released)
                outcomes[i] = LineOutcome.Held;
        }

        return isReopened;
    }

    private void Move(StandingDeclaration declaration, DeclarationState state, LawOfTheDay by)
    {
        if (state == DeclarationState.Released)
        {
            releases.Release(declaration, by);
            return;
        }

        rows.CloseTask("declarations", "declaration", declaration.Id);
        if (state is DeclarationState.Accepted or DeclarationState.UnderControl)
            rows.OpenTask(declaration.Mrn, declaration.Id, state, by);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, DecisionRows.KindOf(state));
        declaration.State = state;
    }
}

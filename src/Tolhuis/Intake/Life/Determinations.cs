// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// What customs determines itself (UCC 101(1), 191(2)): the content that stands, with what was determined in place of
/// what was declared, weighed by the law of the day of acceptance. It is a version of its own, and releases.
/// </summary>
internal sealed class Determinations(
    DecisionRows rows, LifeStore store, Versions versions, LifeContent content, Releases releases,
    ReleaseChecks checks)
{
    /// <summary>
    /// Determines what awaits a person of a declaration that is held for that alone. Where nothing awaits but the look
    /// of a person, it is released as it stands.
    /// </summary>
    public ActAnswer DetermineDebt(
        long declarationId, IReadOnlyList<Particular> determined, string reason, Actor by, LawOfTheDay law)
    {
        if (store.Find(declarationId) is not { } declaration)
            return ActAnswers.Refused(null, law, IntakeProblems.RequestMrnUnknown, DecisionRows.TextOf(declarationId));
        if (declaration.State != DeclarationState.Accepted || by.Kind != ActorKind.Person)
            return ActAnswers.WrongState(declaration, law);
        if (rows.IsHeldByOther(declaration, by))
            return ActAnswers.NotTaken(declaration, law);
        if (reason.Length is 0 or > ActAnswers.MaxText)
            return ActAnswers.WithoutReason(declaration, law);
        if (checks.WhatWaits(declaration, Waiting.BeforeRelease, law) is { } waits)
            return new ActAnswer(declaration.State, [waits]);
        var read = content.ReadStanding(declaration, law);
        if (read.Checked.Declaration is not { } declared)
            return new ActAnswer(declaration.State, read.Problems);
        var awaits = Determined.Weigh(declared, [], read.Law).Awaits;
        if (determined.Count == 0 && !awaits.Contains(true))
        {
            KeepOfficer(declaration, by, reason);
            releases.LetGo(declaration, toDetermine: false, law);
            return new ActAnswer(declaration.State, []);
        }

        if (Misfits(declared, awaits, determined, read.Law) is { Count: > 0 } misfits)
            return new ActAnswer(declaration.State, misfits);
        return Make(declaration, read, determined, reason, law, by);
    }

    /// <summary>Why these particulars cannot be determined of the declaration; empty if they can.</summary>
    public IReadOnlyList<Problem> WhyNot(
        StandingDeclaration declaration, IReadOnlyList<Particular> particulars, LawOfTheDay law)
    {
        var read = content.ReadStanding(declaration, law);
        if (read.Checked.Declaration is not { } declared)
            return read.Problems;
        var faults = Determined.FaultsOf(particulars, ItemsOf(declared), read.Law);
        return faults.Count > 0 ? faults : Determined.Weigh(declared, particulars, read.Law).Problems;
    }

    /// <summary>Makes the version and releases; nothing is changed if it cannot be decided so.</summary>
    public ActAnswer Make(
        StandingDeclaration declaration, IReadOnlyList<Particular> particulars, string reason, LawOfTheDay law)
    {
        var read = content.ReadStanding(declaration, law);
        return read.Checked.Declaration is null
            ? new ActAnswer(declaration.State, read.Problems)
            : Make(declaration, read, particulars, reason, law);
    }

    /// <param name="officer">Who determines, where no intended decision keeps it.</param>
    private ActAnswer Make(
        StandingDeclaration declaration, PreparedMessage read, IReadOnlyList<Particular> particulars, string reason,
        LawOfTheDay law, Actor? officer = null)
    {
        var declared = read.Checked.Declaration!;
        if (Determined.FaultsOf(particulars, ItemsOf(declared), read.Law) is { Count: > 0 } faults)
            return new ActAnswer(declaration.State, faults);
        var weighed = Determined.Weigh(declared, particulars, read.Law);
        if (weighed.Problems.Count > 0)
            return new ActAnswer(declaration.State, weighed.Problems);
        var determined = read with
        {
            Checked = read.Checked with { Declaration = weighed.Declaration },
            Taxes = weighed.Taxes,
        };
        var (version, sum) = Add(declaration, determined);
        DeterminedStore.Add(rows.Connection, rows.Transaction, declaration.Id, version, particulars);
        if (officer is not null)
            KeepOfficer(declaration, officer, reason);
        rows.WriteLaterHistory(
            declaration.Id, declaration.SubmitterId,
            (sum.Duty, sum.Vat) == (declaration.DutyCents, declaration.VatCents)
                ? HistoryKind.Corrected : HistoryKind.DebtDetermined,
            reason);
        // Its lines are those of the new version now.
        var standing = store.Find(declaration.Id)!;
        releases.Release(standing, law);
        declaration.State = standing.State;
        return new ActAnswer(standing.State, []);
    }

    private void KeepOfficer(StandingDeclaration declaration, Actor officer, string reason) => rows.WriteLaterHistory(
        declaration.Id, declaration.SubmitterId, HistoryKind.OfficerDecided,
        new OfficerDecision(officer.Name, reason).ToString());

    private (int Version, TaxSum Sum) Add(StandingDeclaration declaration, PreparedMessage determined)
    {
        var before = store.Lines(declaration);
        var outcomes = OutcomesOf([.. before.Select(line => line.Outcome)]);
        var firstLine = rows.Numbers.NextLine;
        for (var i = 0; i < before.Count; i++)
        {
            // An order is about the goods: it goes on with the line that stands for them now.
            if (before[i].Outcome == LineOutcome.Selected)
                store.MoveSelection(before[i].Id, firstLine + i, isReopened: false);
        }

        var (version, counts, sum) = versions.Add(declaration, new NextVersion(
            MessageKind.Determination, determined, null, declaration.Content, declaration.ContentHash,
            DateOnly.FromDayNumber((int)declaration.DrawDay), declaration.State, outcomes, declaration.AcceptedOn,
            declaration.DecidedAs));
        var then = LineCounts.Of(before.Select(line => line.Outcome).ToArray());
        rows.TotalsOf(declaration.AcceptedOn!.Value, declaration.DeclarantId, declaration.DataSet)
            .Change(counts, then, declaration.CountedOf(sum) - declaration.Counted);
        return (version, sum);
    }

    /// <summary>
    /// Of goods that were selected the lines keep what was decided on them, as in a release; else all go now.
    /// </summary>
    public static LineOutcome[] OutcomesOf(IReadOnlyList<LineOutcome> before) => before.Contains(LineOutcome.Selected)
        ? [.. before.Select(one => one == LineOutcome.Selected ? one : LineOutcome.Held)]
        : [.. before.Select(_ => LineOutcome.Released)];

    /// <summary>Only duty and VAT, and only of lines that await them: the rest stays as declared.</summary>
    private static List<Problem> Misfits(
        Declaration declared, bool[] awaits, IReadOnlyList<Particular> determined, LawOfTheDay law)
    {
        var waiting = declared.Lines.Where((_, i) => awaits[i]).Select(line => line.ItemNumber).ToHashSet();
        return
        [
            .. determined.Where(one => !Determined.IsAmount(one) || !waiting.Contains(one.Item))
                .Select(one => Problems.Of(law, IntakeProblems.DeterminedNotAwaited, DecisionRows.TextOf(one.Item))),
        ];
    }

    private static HashSet<int> ItemsOf(Declaration declared) => [.. declared.Lines.Select(line => line.ItemNumber)];
}

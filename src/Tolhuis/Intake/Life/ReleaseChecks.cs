// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>What an act may have to wait for.</summary>
[Flags]
internal enum Waiting
{
    None = 0,

    /// <summary>A correction that was asked, while its term runs: unanswered after it, it holds no one up.</summary>
    Correction = 1,

    /// <summary>An intended decision that is neither decided nor withdrawn.</summary>
    Intent = 2,

    /// <summary>A request to invalidate it that is not decided.</summary>
    Invalidation = 4,

    /// <summary>All that comes before goods are let go.</summary>
    BeforeRelease = Correction | Intent | Invalidation,
}

/// <summary>What stands in the way of a release, as the content that stands and the law of acceptance say.</summary>
internal sealed class ReleaseChecks(LifeStore store, LifeContent content, IntendedStore intents)
{
    /// <summary>What is to come before the act; null if nothing is.</summary>
    /// <param name="law">Law of the day of the act.</param>
    public Problem? WhatWaits(StandingDeclaration declaration, Waiting before, LawOfTheDay law)
    {
        var mrn = declaration.Mrn.ToString();
        if (before.HasFlag(Waiting.Correction)
            && store.CorrectionDueOn(declaration.Id) is { } dueOn && law.Day <= dueOn)
            return Problems.Of(law, IntakeProblems.ActCorrectionOpen, mrn);
        if (before.HasFlag(Waiting.Intent) && intents.OpenOf(declaration.Id) != 0)
            return Problems.Of(law, IntakeProblems.ActIntentOpen, mrn);
        return before.HasFlag(Waiting.Invalidation)
            && store.Undecided(declaration.Id, MessageKind.Invalidation) is > 0 and var request
            ? Problems.Of(law, IntakeProblems.ReleaseInvalidationAsked, mrn, DecisionRows.TextOf(request))
            : null;
    }

    /// <summary>Duty of a line is for a person to determine.</summary>
    public bool HasToDetermine(StandingDeclaration declaration, LawOfTheDay law) =>
        content.ReadStanding(declaration, law).Taxes.Any(tax => !tax.IsDetermined);

    /// <summary>
    /// A request to invalidate it waits: then a person decides on that first. What must be judged of the goods was
    /// judged with the finding.
    /// </summary>
    public bool WaitsForPerson(StandingDeclaration declaration) =>
        store.Undecided(declaration.Id, MessageKind.Invalidation) != 0;

    /// <summary>What the content that stands leaves to a person: what he looked at when he examined it.</summary>
    public IReadOnlyList<Problem> LeftToPerson(StandingDeclaration declaration, LawOfTheDay law) =>
        [.. content.ReadStanding(declaration, law).Problems.Where(problem => problem.Severity == Severity.Manual)];

    /// <summary>A reason is needed where something was found and not corrected as established.</summary>
    public static bool NeedsReason(IReadOnlyList<CountingFinding> counting) =>
        counting.Any(found => found.FollowUp != (long)FollowUpKind.None);

    /// <summary>An accepted declaration waits for nothing but a look at the correction that was asked.</summary>
    public bool IsHeldForCorrection(StandingDeclaration declaration, LawOfTheDay law) =>
        store.WasCorrectionAsked(declaration.Id) && declaration.Version > 1
        && store.Lines(declaration).All(line => line.Outcome != LineOutcome.ToDetermine)
        && !HasToDetermine(declaration, law);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>What stands in the way of a release, as the content that stands and the law of acceptance say.</summary>
internal sealed class ReleaseChecks(LifeStore store, LifeContent content)
{
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

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// What follows once a correction that customs asked for has come. Where the dated setting lets it, a declaration that
/// now says all that was established is released at once; else the officer who has it looks, within a term.
/// </summary>
internal sealed class AnsweredCorrections(DecisionRows rows, LifeStore store, Releases releases, ReleaseChecks checks)
{
    private const string ReleaseOnMatch = "control-release-on-match";
    private readonly ControlActsStore _controls = new(rows.Connection, rows.Transaction);

    /// <param name="declaration">As it stood before the correction.</param>
    /// <param name="read">The correction, by the law of acceptance.</param>
    /// <param name="law">Law of the day on which it came: what customs does with it is procedure.</param>
    public void Follow(StandingDeclaration declaration, PreparedMessage read, LawOfTheDay law)
    {
        if (declaration.State == DeclarationState.UnderControl)
        {
            _controls.KeepExamined(declaration.Id);
            if (law.TextSetting(ReleaseOnMatch) == "yes" && IsMatch(declaration, read, law))
            {
                var corrected = store.Find(declaration.Id)!;
                releases.LetGo(corrected, toDetermine: false, law);
                declaration.State = corrected.State;
                return;
            }
        }

        rows.PutDue(declaration.Id, rows.HoursOn("correction-look-hours", law));
    }

    private bool IsMatch(StandingDeclaration declaration, PreparedMessage read, LawOfTheDay law)
    {
        var declarationId = declaration.Id;
        var findings = _controls.Counting(declarationId);
        var toCorrect = findings.Where(found => found.FollowUp == (long)FollowUpKind.Correction).ToList();
        return toCorrect.Count > 0
            && findings.All(found => found.FollowUp is (long)FollowUpKind.None or (long)FollowUpKind.Correction)
            && _controls.IsExamined(declarationId)
            && checks.WhatWaits(declaration, Waiting.Intent | Waiting.Invalidation, law) is null
            && read.Taxes.All(tax => tax.IsDetermined)
            && toCorrect.All(found => IsMatch(_controls.Established(found.Id), read.Checked.Declaration!))
            && LeavesNothingNew(declaration, read, law);
    }

    /// <summary>What the correction itself leaves to a person (other goods, a document that its new code asks) no one
    /// looked at yet.</summary>
    private bool LeavesNothingNew(StandingDeclaration before, PreparedMessage read, LawOfTheDay law)
    {
        var left = read.Problems.Where(problem => problem.Severity == Severity.Manual).ToList();
        if (left.Count == 0)
            return true;
        var known = checks.LeftToPerson(before, law);
        return left.All(problem => known.Any(one =>
            one.Code == problem.Code && one.Arguments.SequenceEqual(problem.Arguments)));
    }

    private static bool IsMatch(IReadOnlyList<Particular> established, Declaration corrected) =>
        established.Count > 0 && established.All(particular =>
            corrected.Lines.FirstOrDefault(line => line.ItemNumber == particular.Item) is { } line
            && EstablishedMatch.IsSaidBy(line, particular));
}

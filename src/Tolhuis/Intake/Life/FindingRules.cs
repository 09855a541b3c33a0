// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>What a finding must be to be kept; everything that is wrong is said at once.</summary>
internal sealed class FindingRules(LifeStore store, ControlActsStore controls)
{
    private const int MaxRows = 20;
    private const string Results = "control-result";
    private const string Errors = "control-error";
    private const string Methods = "control-method";

    public static NewFinding Trimmed(NewFinding given) => given with
    {
        Note = (given.Note ?? "").Trim(),
        Told = (given.Told ?? "").Trim(),
        Result = given.Result ?? "",
        ErrorKind = given.ErrorKind ?? "",
        Method = given.Method ?? "",
        Established = given.Established ?? [],
        Documents = given.Documents ?? [],
    };

    /// <param name="law">Law of the day on which it is found.</param>
    public IReadOnlyList<Problem> FaultsOf(NewFinding found, StandingDeclaration declaration, LawOfTheDay law)
    {
        var faults = new List<Problem>();
        void Add(string code, params string[] arguments) => faults.Add(Problems.Of(law, code, arguments));

        if (!law.IsInList(Results, found.Result))
            Add(IntakeProblems.FindingCode, Results, Bounded(found.Result));
        if (!law.IsInList(Methods, found.Method))
            Add(IntakeProblems.FindingCode, Methods, Bounded(found.Method));
        if (found.ErrorKind.Length > 0 && !law.IsInList(Errors, found.ErrorKind))
            Add(IntakeProblems.FindingCode, Errors, Bounded(found.ErrorKind));
        if (!Enum.IsDefined(found.FollowUp))
            Add(IntakeProblems.FindingCode, "follow-up", DecisionRows.TextOf((long)found.FollowUp));
        if (found.Result == ResultCodes.InOrder
            && (found.ErrorKind.Length > 0 || found.FollowUp != FollowUpKind.None || found.Established.Count > 0))
            Add(IntakeProblems.FindingInOrder);
        if (found.Result == ResultCodes.NotInOrder && found.ErrorKind.Length == 0)
            Add(IntakeProblems.FindingErrorMissing);
        // Of what no one saw nothing is known, so nothing can be corrected.
        if (found.Result == ResultCodes.NotPossible && (found.ErrorKind.Length > 0
            || found.FollowUp == FollowUpKind.Correction || found.Established.Count > 0))
            Add(IntakeProblems.FindingNotPossible);
        if (found.Note.Length > ActAnswers.MaxText || found.Told.Length > ActAnswers.MaxText)
            Add(IntakeProblems.FindingText, DecisionRows.TextOf(ActAnswers.MaxText));
        if (found.FollowUp != FollowUpKind.None && found.Told.Length == 0)
            Add(IntakeProblems.FindingTold);
        if (found.Established.Count > MaxRows || found.Documents.Count > MaxRows)
        {
            Add(IntakeProblems.FindingTooMany, DecisionRows.TextOf(MaxRows));
            return faults;
        }

        AddEstablished(found.Established, declaration, Add);
        if (!controls.HasDocuments(declaration.Id, [.. found.Documents.Distinct()]))
            Add(IntakeProblems.FindingDocument, declaration.Mrn.ToString());
        return faults;
    }

    /// <summary>What the declarant is told to correct: the words of the findings, by item, as long as they fit.
    /// </summary>
    public static string ToldOf(IEnumerable<CountingFinding> findings)
    {
        var told = string.Join('\n', findings
            .Where(found => found.FollowUp == (long)FollowUpKind.Correction)
            .Select(found => found.Told).Distinct(StringComparer.Ordinal));
        return told.Length <= ActAnswers.MaxText ? told : string.Concat(told.AsSpan(0, ActAnswers.MaxText - 1), "…");
    }

    private void AddEstablished(
        IReadOnlyList<Particular> established, StandingDeclaration declaration, Action<string, string[]> add)
    {
        if (established.Count == 0)
            return;
        var items = store.Lines(declaration).Select(line => line.Item).ToHashSet();
        foreach (var particular in established)
        {
            if (!items.Contains(particular.Item))
                add(IntakeProblems.FindingItem, [DecisionRows.TextOf(particular.Item)]);
            if (!ParticularValue.TryParse(particular.Kind, particular.Value ?? "", out _))
            {
                add(IntakeProblems.FindingValue,
                    [Bounded(particular.Value ?? ""), DecisionRows.TextOf((long)particular.Kind)]);
            }
        }

        if (established.GroupBy(particular => (particular.Item, particular.Kind)).Any(same => same.Count() > 1))
            add(IntakeProblems.FindingTwice, []);
    }

    private static string Bounded(string text) => text.Length > 100 ? text[..100] : text;
}

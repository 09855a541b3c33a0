// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Supplementary declarations (UCC 167; Delegated Regulation 2015/2446, art. 146): a declaration of their own that
/// tells what a simplified one or an entry in the declarant's records left open. It is one with what it supplements and
/// takes effect on the day that was accepted (UCC 167(4)): the declarant has no other day to choose. The goods were
/// released before, so nothing is drawn or held for control.
/// </summary>
internal sealed class Supplements(
    DecisionRows rows, LifeStore store, LifeContent content, Func<PreparedMessage, Mrn, StandingDeclaration?> find,
    Func<long, Eori?> eoriOf)
{
    /// <summary>Where the law of the day sets no bound.</summary>
    private const int MaxNamed = 400;
    private const int MaxDaysTold = 5;

    /// <summary>Code list of the previous documents (12 01) that name what is supplemented.</summary>
    private const string Documents = "supplemented-document";

    /// <summary>A new declaration of type X, Y or Z, which names what it supplements as a previous document (12 01).
    /// </summary>
    /// <returns>The message with what it supplements and owes, or the problems for which it is rejected.</returns>
    public (PreparedMessage? Content, IReadOnlyList<Problem> Problems) Weigh(PreparedMessage message, long declarant)
    {
        var declaration = message.Checked.Declaration!;
        var problems = new List<Problem>(message.Problems);
        var named = new List<StandingDeclaration>();
        var mrns = NamedBy(declaration, message.Law);
        var most = message.Law.TryGetSetting("supplementary-max-named", out var set) ? set : MaxNamed;
        if (mrns.Count > most)
        {
            return (null, [.. problems, Problems.Of(
                message, IntakeProblems.SupplementNamesTooMany, DecisionRows.TextOf(mrns.Count),
                DecisionRows.TextOf(most))]);
        }

        foreach (var mrn in mrns)
        {
            var standing = find(message, mrn);
            if (standing is null || standing.DeclarantId != declarant)
                problems.Add(Problems.Of(message, IntakeProblems.RequestMrnUnknown, mrn.ToString()));
            else if (WhyNot(message, standing) is { } problem)
                problems.Add(problem);
            else
                named.Add(standing);
        }

        // An entry in the records may have been made without notifying it (UCC 182(3)): then there is none to name.
        if (named.Count == 0 && problems.Count == message.Problems.Count && declaration.AdditionalType != 'Z')
            problems.Add(Problems.Of(message, IntakeProblems.SupplementNamesNone));
        return Weighed(message, declaration, named, problems);
    }

    /// <summary>A message of the kind SUP, which names what it supplements by its number.</summary>
    /// <param name="refusal">Set if it is refused before it is looked at.</param>
    public (PreparedMessage? Content, IReadOnlyList<Problem> Problems) Read(
        PreparedMessage message, StandingDeclaration? standing, Problem? refusal)
    {
        if (standing is null)
            return (null, [.. message.Problems, LifeEvents.Unknown(message)]);
        if (refusal is not null)
            return (null, [.. message.Problems, refusal]);
        if (message.IsRejected)
            return (null, message.Problems);
        if (WhyNot(message, standing) is { } problem)
            return (null, [.. message.Problems, problem]);
        var law = message.Law.Source.On(standing.AcceptedOn!.Value);
        var read = content.Read(message.Place, message, law, DataSet.H1, TypeFor(standing), default,
            message.Checked.MessageVersion);
        IReadOnlyList<Problem> found = [.. message.Problems, .. read.Problems];
        if (read.Checked.Declaration is not { } declaration)
            return (null, found);
        if (declaration.Declarant.Id != eoriOf(standing.DeclarantId))
        {
            return (null, [.. found, Problems.Of(
                message, IntakeProblems.SupplementDeclarant, standing.Mrn.ToString())]);
        }

        return Weighed(read with { Problems = found, IsRejected = false }, declaration, [standing], [.. found]);
    }

    /// <summary>What was supplemented is cleared: its own term is met.</summary>
    public void Clear(PreparedMessage message, long id)
    {
        foreach (var supplemented in message.Supplemented)
        {
            var standing = store.Find(supplemented)!;
            store.AddSupplemented(id, supplemented, standing.SupplementDueOn!.Value);
            store.EndTerm(supplemented);
            rows.WriteLaterHistory(
                supplemented, standing.SubmitterId, HistoryKind.Cleared,
                Mrn.ForSequence(message.ReceivedOn, id).ToString());
        }
    }

    /// <summary>The type of the supplement to a simplified declaration: B by X, C by Y, an entry by Z.</summary>
    public static char TypeFor(StandingDeclaration standing) => standing.DataSet == DataSet.I2
        ? 'Z'
        : standing.DecidedAs is 'B' ? 'X' : 'Y';

    private static (PreparedMessage? Content, IReadOnlyList<Problem> Problems) Weighed(
        PreparedMessage message, Declaration declaration, List<StandingDeclaration> named, List<Problem> problems)
    {
        var days = named.Select(standing => standing.AcceptedOn!.Value).Distinct().ToList();
        var dates = DateProblems(message, declaration, days);
        problems.AddRange(dates);
        if (dates.Count > 0 || problems.Any(problem => problem.Severity == Severity.Reject))
            return (null, problems);
        DateOnly? otherwise = days.Count == 1 ? days[0] : null;
        var acceptedOn = SupplementDays.First(declaration, otherwise);
        var (taxes, lacking) = Preparation.Weigh(declaration, message.Law.Source.On(otherwise ?? acceptedOn));
        problems.AddRange(lacking);
        if (lacking.Any(problem => problem.Severity == Severity.Reject))
            return (null, problems);
        return (message with
        {
            AcceptedOn = acceptedOn,
            Problems = problems,
            Supplemented = [.. named.Select(standing => standing.Id)],
            Taxes = taxes,
            Assessment = Assessment.OfReleased(declaration.Lines.Count),
        }, problems);
    }

    /// <summary>What is wrong with the dates of acceptance that a supplement declares.</summary>
    /// <param name="message">The one that declares them.</param>
    /// <param name="named">Days of acceptance of what it supplements; empty if none of it was lodged here, and then the
    /// declared days count (an entry in the records that was not notified, UCC 182(3)).</param>
    public static IReadOnlyList<Problem> DateProblems(
        PreparedMessage message, Declaration declaration, IReadOnlyCollection<DateOnly> named)
    {
        var problems = new List<Problem>();
        var told = new HashSet<DateOnly>();
        // What is dated at the shipment counts as a whole, even if every line has a date of its own.
        if (declaration.AcceptanceDate is { } shipment && declaration.Lines.Count > 0)
            AddDateProblem(message, declaration, 0, shipment, named, told, problems);
        for (var i = 0; i < declaration.Lines.Count && problems.Count < MaxNamed; i++)
        {
            // Undated lines take the day of what is supplemented, if that is one day.
            if (SupplementDays.Declared(declaration, i) is { } day)
                AddDateProblem(message, declaration, i, day, named, told, problems);
            else if (named.Count != 1)
                problems.Add(Problems.Of(message, IntakeProblems.SupplementDateMissing, ItemOf(declaration, i)));
        }

        return problems;
    }

    private static void AddDateProblem(
        PreparedMessage message, Declaration declaration, int index, DateOnly day, IReadOnlyCollection<DateOnly> named,
        HashSet<DateOnly> told, List<Problem> problems)
    {
        var today = message.ReceivedOn;
        var oldest = today.AddDays(-(int)message.Law.Setting("supplementary-max-age-days"));
        var item = ItemOf(declaration, index);
        // One sentence for each wrong day, at its first item.
        if (told.Contains(day))
            return;
        var problem = day > today
            ? Problems.Of(message, IntakeProblems.SupplementDateFuture, item, Terms.TextOf(day))
            : named.Count > 0 && !named.Contains(day)
                ? Problems.Of(
                    message, IntakeProblems.SupplementDateOther, item, Terms.TextOf(day),
                    string.Join(", ", named.Order().Take(MaxDaysTold).Select(Terms.TextOf)))
                : day < oldest
                    ? Problems.Of(
                        message, IntakeProblems.SupplementDateTooOld, item, Terms.TextOf(day), Terms.TextOf(oldest))
                    : null;
        told.Add(day);
        if (problem is not null)
            problems.Add(problem);
    }

    private static string ItemOf(Declaration declaration, int index) =>
        DecisionRows.TextOf(declaration.Lines[index].ItemNumber);

    private static Problem? WhyNot(PreparedMessage message, StandingDeclaration standing)
    {
        var code = !DeclarationTypes.IsSimplified(standing.DeclaredAs, standing.DataSet)
            ? IntakeProblems.SupplementNotSimplified
            : standing.State switch
            {
                DeclarationState.Received => IntakeProblems.SupplementNotPresented,
                // What is under control is not told apart: that it was selected would show before it is announced.
                DeclarationState.Accepted or DeclarationState.UnderControl => IntakeProblems.SupplementNotReleased,
                DeclarationState.Released when standing.SupplementDueOn is null => IntakeProblems.SupplementAlready,
                DeclarationState.Released => null,
                _ => IntakeProblems.SupplementNotSimplified,
            };
        return code is null ? null : Problems.Of(message, code, standing.Mrn.ToString());
    }

    private static List<Mrn> NamedBy(Declaration declaration, LawOfTheDay law) => [.. declaration.References
        .Concat(declaration.Lines.SelectMany(line => line.References))
        .Where(reference => reference.Kind == ReferenceKind.Previous && law.IsInList(Documents, reference.Type))
        .Select(reference => Mrn.TryParse(reference.Number.AsSpan(), out var mrn, out _)
            && mrn.TryGetSequence(out _) ? mrn : default)
        .Where(mrn => !mrn.IsEmpty)
        .Distinct()];
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Supplementary declarations (UCC 167; Delegated Regulation 2015/2446, art. 146): a declaration of their own that
/// tells what a simplified one or an entry in the declarant's records left open. Each line is calculated by the law of
/// the day on which it was accepted; the goods were released before, so nothing is drawn or held for control.
/// </summary>
internal sealed class Supplements(
    DecisionRows rows, LifeStore store, LifeContent content, Func<PreparedMessage, Mrn, StandingDeclaration?> find)
{
    /// <summary>Where the law of the day sets no bound.</summary>
    private const int MaxNamed = 400;

    private const int MaxProblems = 400;

    /// <summary>A new declaration of type X, Y or Z, which names what it supplements as a previous document (12 01).
    /// </summary>
    /// <returns>The message with what it supplements and owes, or the problems for which it is rejected.</returns>
    public (PreparedMessage? Content, IReadOnlyList<Problem> Problems) Weigh(PreparedMessage message, long declarant)
    {
        var declaration = message.Checked.Declaration!;
        var problems = new List<Problem>(message.Problems);
        var named = new List<StandingDeclaration>();
        var mrns = NamedBy(declaration);
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
        var read = content.Read(message.Place, message, law, DataSet.H1, TypeFor(standing), default);
        IReadOnlyList<Problem> found = [.. message.Problems, .. read.Problems];
        if (read.Checked.Declaration is not { } declaration)
            return (null, found);
        if (read.Checked.DeclarantText != message.Checked.DeclarantText && message.Checked.DeclarantText.Length > 0)
            return (null, [.. found, LifeEvents.Unknown(message)]);
        return Weighed(read with { Problems = found, IsRejected = false }, declaration, [standing], [.. found]);
    }

    /// <summary>What was supplemented is cleared: its own term is met.</summary>
    public void Clear(PreparedMessage message, long id)
    {
        foreach (var supplemented in message.Supplemented)
        {
            store.EndTerm(supplemented);
            var standing = store.Find(supplemented)!;
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
        var otherwise = named.Count > 0 ? named[0].AcceptedOn : null;
        var before = problems.Count;
        AddDateProblems(message, declaration, otherwise, problems);
        if (problems.Count > before || problems.Any(problem => problem.Severity == Severity.Reject))
            return (null, problems);
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

    private static void AddDateProblems(
        PreparedMessage message, Declaration declaration, DateOnly? otherwise, List<Problem> problems)
    {
        var today = message.ReceivedOn;
        var oldest = today.AddDays(-(int)message.Law.Setting("supplementary-max-age-days"));
        for (var i = 0; i < declaration.Lines.Count && problems.Count < MaxProblems; i++)
        {
            var item = DecisionRows.TextOf(declaration.Lines[i].ItemNumber);
            if ((SupplementDays.Declared(declaration, i) ?? otherwise) is not { } day)
                problems.Add(Problems.Of(message, IntakeProblems.SupplementDateMissing, item));
            else if (day > today)
                problems.Add(Problems.Of(message, IntakeProblems.SupplementDateFuture, item, Terms.TextOf(day)));
            else if (day < oldest)
                problems.Add(Problems.Of(
                    message, IntakeProblems.SupplementDateTooOld, item, Terms.TextOf(day), Terms.TextOf(oldest)));
        }
    }

    private static Problem? WhyNot(PreparedMessage message, StandingDeclaration standing)
    {
        if (!DeclarationTypes.IsSimplified(standing.DeclaredAs, standing.DataSet) || standing.AcceptedOn is null
            || standing.State == DeclarationState.Invalidated)
            return Problems.Of(message, IntakeProblems.SupplementNotSimplified, standing.Mrn.ToString());
        return standing.SupplementDueOn is null
            ? Problems.Of(message, IntakeProblems.SupplementAlready, standing.Mrn.ToString())
            : null;
    }

    private static List<Mrn> NamedBy(Declaration declaration) => [.. declaration.References
        .Concat(declaration.Lines.SelectMany(line => line.References))
        .Where(reference => reference.Kind == ReferenceKind.Previous)
        .Select(reference => Mrn.TryParse(reference.Number.AsSpan(), out var mrn, out _)
            && mrn.TryGetSequence(out _) ? mrn : default)
        .Where(mrn => !mrn.IsEmpty)
        .Distinct()];
}

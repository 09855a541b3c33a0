// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>
/// Presentation of goods that were declared before (UCC 171, 172): the pre-lodged declaration is accepted on the day
/// the notice comes, by the law and the draw of that day, and takes its place in the order of the notice. If the law of
/// that day does not let it be accepted, the notice is refused and the declaration stays received until it is amended
/// or lapses.
/// </summary>
internal sealed class Presentations(
    DecisionRows rows, LifeStore store, Versions versions, Terms terms, ConsignmentDraws draws, LifeContent content)
{
    private const MessageKind Kind = MessageKind.Presentation;

    public Verdict Decide(RequestScope scope)
    {
        var declaration = scope.Declaration;
        if (declaration.State == DeclarationState.Lapsed)
            return Verdict.Refuse(Kind, scope.Problem(IntakeProblems.PresentationLapsed, declaration.Mrn.ToString()));
        if (IsOfEntry(declaration))
            return new Verdict(Kind, RequestState.Granted, scope.Message.Problems);
        if (declaration.State != DeclarationState.Received)
        {
            return Verdict.Refuse(
                Kind, scope.Problem(IntakeProblems.PresentationNotAwaited, declaration.Mrn.ToString()));
        }

        var type = DeclarationTypes.OncePresented(declaration.DeclaredAs);
        var read = content.Read(
            declaration.Content, scope.Message, scope.Law, declaration.DataSet, type, scope.Today,
            declaration.MessageVersion);
        return read.IsRejected
            ? Verdict.Refuse(Kind, [.. scope.Message.Problems, .. read.Problems])
            : Accept(scope, read, type);
    }

    /// <summary>
    /// An entry in the declarant's records was accepted when it was made (UCC 182(2)); that its goods are presented is
    /// told once more and changes nothing.
    /// </summary>
    private bool IsOfEntry(StandingDeclaration declaration) => declaration.DataSet == DataSet.I2
        && declaration.State
            is DeclarationState.Accepted or DeclarationState.UnderControl or DeclarationState.Released
        && !store.WasPresented(declaration.Id);

    private Verdict Accept(RequestScope scope, PreparedMessage read, char type)
    {
        var declaration = scope.Declaration;
        rows.SealDrawKey(scope.Today);
        var assessment = draws.Draw(read.Assessment!, read.Checked.Declaration!, out var isRelodged);
        var outcomes = new LineOutcome[read.LineCount];
        var firstLine = rows.Numbers.NextLine;
        var state = LineDecision.Decide(read, assessment, outcomes, out var reasons);
        foreach (var (index, found) in reasons ?? [])
            rows.WriteSelection(firstLine + index, declaration.Id, found);
        var (version, counts, sum) = versions.Add(declaration, new NextVersion(
            Kind, read, scope.RequestId, declaration.Content, declaration.ContentHash, assessment.DrawDay, state,
            outcomes, scope.Today, type));
        store.SetConsignment(declaration.Id, assessment.Consignment, assessment.Goods, isRelodged);
        store.EndTerm(declaration.Id);
        if (state == DeclarationState.Released && DeclarationTypes.IsSimplified(type, declaration.DataSet))
            terms.AwaitSupplement(declaration.Id, type, declaration.DataSet, scope.Today, scope.Law);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.Accepted);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, DecisionRows.KindOf(state));
        if (state != DeclarationState.Released)
            rows.OpenTask(declaration.Mrn, declaration.Id, state, scope.Law);
        rows.TotalsOf(scope.Today, declaration.DeclarantId, declaration.DataSet)
            .AddPresented(counts, isRelodged, declaration.CountedOf(sum));
        declaration.State = state;
        return new Verdict(
            Kind, RequestState.Granted, [.. scope.Message.Problems, .. read.Problems], version);
    }
}

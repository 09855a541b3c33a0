// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>Lets goods go that were held (UCC 194(1)): state, tasks, what is told, and the term of a supplement.
/// </summary>
internal sealed class Releases(DecisionRows rows, LifeStore store, Terms terms)
{
    private readonly ControlActsStore _controls = new(rows.Connection, rows.Transaction);

    /// <summary>
    /// Ends what it was held for. Where duty is still to be determined it is no longer held for a control but waits for
    /// that, else it is released.
    /// </summary>
    /// <param name="law">Law of the day of release.</param>
    public void LetGo(StandingDeclaration declaration, bool toDetermine, LawOfTheDay law)
    {
        if (!toDetermine)
        {
            // What is owed is told with the release; another amount than was declared at first is told apart.
            if (store.DeclaredAtFirst(declaration.Id) is { } first
                && first != (declaration.DutyCents, declaration.VatCents))
            {
                rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.DebtDetermined);
            }

            Release(declaration, law);
            return;
        }

        // What the control brought is not known before the duty is: its outcomes come with the release.
        EndOrders(declaration);
        store.SetState(declaration.Id, DeclarationState.Accepted);
        declaration.State = DeclarationState.Accepted;
        rows.OpenTask(declaration.Mrn, declaration.Id, declaration.State, law);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.ToDetermine);
    }

    /// <summary>Whatever the end is (release, refusal of release, invalidation): what the control brought is kept, its
    /// orders and its task end, and no correction is asked any more.</summary>
    /// <param name="isOwed">Only a release leaves something owed; else the control brought no money.</param>
    public void EndControl(StandingDeclaration declaration, bool isOwed)
    {
        EndOrders(declaration);
        _controls.KeepOutcomes(
            declaration.Id, declaration.DeclarantId, declaration.FirstLine,
            declaration.FirstLine + declaration.LineCount, isOwed, rows.Now);
    }

    /// <param name="law">Law of the day of release.</param>
    public void Release(StandingDeclaration declaration, LawOfTheDay law)
    {
        store.SetState(declaration.Id, DeclarationState.Released);
        EndControl(declaration, isOwed: true);
        rows.CloseTask("declarations", "declaration", declaration.Id);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.Released);
        declaration.State = DeclarationState.Released;
        if (DeclarationTypes.IsSimplified(declaration.DeclaredAs, declaration.DataSet))
        {
            terms.AwaitSupplement(
                declaration.Id, declaration.DeclaredAs, declaration.DataSet, law.Day, law);
        }
    }

    private void EndOrders(StandingDeclaration declaration)
    {
        _controls.EndOrders(declaration.Id, rows.Now);
        rows.CloseTask("controls", "declaration", declaration.Id);
        store.CloseCorrections(declaration.Id, rows.Now);
    }
}

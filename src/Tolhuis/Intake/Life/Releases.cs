// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Life;

/// <summary>Lets goods go that were held (UCC 194(1)): state, tasks, what is told, and the term of a supplement.
/// </summary>
internal sealed class Releases(DecisionRows rows, LifeStore store, Terms terms)
{
    /// <param name="law">Law of the day of release.</param>
    public void Release(StandingDeclaration declaration, LawOfTheDay law)
    {
        store.SetState(declaration.Id, DeclarationState.Released);
        rows.CloseTask("controls", "declaration", declaration.Id);
        rows.CloseTask("declarations", "declaration", declaration.Id);
        rows.WriteLaterHistory(declaration.Id, declaration.SubmitterId, HistoryKind.Released);
        declaration.State = DeclarationState.Released;
        if (DeclarationTypes.IsSimplified(declaration.DeclaredAs, declaration.DataSet))
        {
            terms.AwaitSupplement(
                declaration.Id, declaration.DeclaredAs, declaration.DataSet, law.Day, law);
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Simulator.Life;

namespace Tolhuis.Cli.Simulate;

/// <summary>A correction that a simulated declarant will send.</summary>
internal sealed record ExpectedCorrection(long DeclarationId, SimulatedAnswer Answer, Submitter By);

/// <summary>
/// The declarants of the simulation who are asked to correct: most answer after some hours of their faster time, some
/// late, some in part, a few never. What they send is a message like any other.
/// </summary>
/// <param name="submitterOf">Under whom a declaration was lodged.</param>
internal sealed class SimulatedCorrections(
    IDeclarations declarations, IIntake intake, Func<DeclarationRow, Submitter> submitterOf, TimeProvider time)
{
    /// <summary>Their time runs faster: four hours are ten seconds.</summary>
    private const int Haste = 1_440;
    /// <summary>Of a day that lies behind: its declarants had all night, and answer within half a minute.</summary>
    private const int HasteOfEarlier = 10 * Haste;
    private const int MaxWaiting = 5_000;
    private readonly PriorityQueue<ExpectedCorrection, DateTimeOffset> _waiting = new();

    /// <summary>Corrections that were not accepted as sent.</summary>
    public long Failed { get; private set; }

    /// <param name="isOfEarlier">It was worked back from a day before.</param>
    public void Expect(
        DeclarationRow row, ReadOnlyMemory<byte> message, IReadOnlyList<EstablishedValue> established,
        bool isOfEarlier)
    {
        if (_waiting.Count >= MaxWaiting
            || declarations.CorrectionsAsked(row.Id) is not [.., { AnsweredBy: null or 0 }]
            || SimulatedAnswer.Of(message, row.Lrn, row.Mrn.ToString(), established) is not { } answer)
            return;
        _waiting.Enqueue(
            new ExpectedCorrection(row.Id, answer, submitterOf(row)),
            time.GetUtcNow() + (answer.After / (isOfEarlier ? HasteOfEarlier : Haste)));
    }

    /// <summary>Sends what is due.</summary>
    /// <param name="within">How far ahead is due already: a run that does not wait goes to its end.</param>
    /// <param name="after">Gets each that was sent: someone may have to look at it.</param>
    public async Task Send(TimeSpan within, Func<long, bool, Task> after)
    {
        while (_waiting.TryPeek(out var next, out var due) && due <= time.GetUtcNow() + within)
        {
            _waiting.Dequeue();
            try
            {
                var answer = await intake.Lodge(next.Answer.Content, next.By);
                if (answer.Outcome != MessageOutcome.Accepted)
                    Failed++;
                else if (answer.State == DeclarationState.UnderControl)
                    await after(next.DeclarationId, next.Answer.IsWhole);
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
            {
                Failed++;
            }
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Simulator.Life;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// What the declarants of the live stream send later about what they lodged. A demo has no days to wait, so their time
/// runs faster: a presentation of two days later comes after two minutes.
/// </summary>
/// <param name="submitterOf">Under whom a declaration was lodged: the same speaks of it again.</param>
internal sealed class LiveFollowUps(
    IDeclarations declarations, Func<DeclarationRow, Submitter> submitterOf, TimeProvider time)
{
    private const int Haste = 1_440;

    /// <summary>Beyond it the newest are left out: a demo that runs for days must not grow.</summary>
    private const int MaxWaiting = 5_000;

    /// <summary>Of every thousand released declarations six are spoken of again: enough to find a handful.</summary>
    private const int LookedThrough = 3_000;
    private const int OfEarlier = 12;

    private readonly PriorityQueue<(ReadOnlyMemory<byte> Message, Submitter By), DateTimeOffset> _waiting = new();

    public void Expect(ReadOnlyMemory<byte> message, MessageAnswer answer)
    {
        if (answer.Outcome != MessageOutcome.Accepted || answer.Kind != MessageKind.NewDeclaration
            || declarations.Find(answer.DeclarationId) is not { } row)
            return;
        var followUps = SimulatedLife.Of(new AnsweredDeclaration(
            message, answer.Lrn, answer.Mrn.ToString(), row.State == DeclarationState.Received,
            row.State == DeclarationState.Released, row.DutyCents, row.VatCents));
        foreach (var followUp in followUps)
        {
            if (_waiting.Count < MaxWaiting)
                _waiting.Enqueue((followUp.Content, submitterOf(row)), time.GetUtcNow() + followUp.After / Haste);
        }
    }

    /// <summary>
    /// What is still to come about declarations of before the live stream, one each two seconds, so that a demo has
    /// requests to decide from its start.
    /// </summary>
    public void ExpectOf(IReceivedFiles files)
    {
        var found = 0;
        long? before = null;
        for (var looked = 0; looked < LookedThrough && found < OfEarlier;)
        {
            var rows = declarations.List(
                new DeclarationFilter(State: DeclarationState.Released, Before: before, Limit: 100));
            foreach (var row in rows)
            {
                if (files.RawMessage(row.RawFileId, row.RawEntry) is not { } message)
                    continue;
                foreach (var followUp in SimulatedLife.Of(new AnsweredDeclaration(
                    message, row.Lrn, row.Mrn.ToString(), false, true, row.DutyCents, row.VatCents)))
                    {
                    _waiting.Enqueue(
                        (followUp.Content, submitterOf(row)), time.GetUtcNow() + TimeSpan.FromSeconds(2 * ++found));
                }
            }

            if (rows.Count < 100)
                return;
            before = rows[^1].Id;
            looked += rows.Count;
        }
    }

    /// <summary>The next message whose time has come.</summary>
    public bool TryTake(out (ReadOnlyMemory<byte> Message, Submitter By) followUp)
    {
        followUp = default;
        if (!_waiting.TryPeek(out _, out var due) || due > time.GetUtcNow())
            return false;
        followUp = _waiting.Dequeue();
        return true;
    }
}

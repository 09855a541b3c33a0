// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Decides a stored message again with the law edition, the day and the draw key that it was decided with. The same
/// message
/// must give the same lines, years later.
/// </summary>
internal sealed class Replay
{
    private readonly ITariff _tariff;
    private readonly DrawKeys _keys;
    private readonly Submitter _anyone;
    private readonly Preparation _preparation;

    public Replay(ITariff tariff, IKeys keys, IMessageVersions? versions = null)
    {
        _tariff = tariff;
        _keys = new DrawKeys(keys);
        _preparation = new Preparation(_keys.Of, versions);
        // The mandate was checked at lodging; what is replayed is the law and the draw.
        _anyone = new Submitter(0, "replay", null, [new Mandate(null, new Period(DateOnly.MinValue))], TokenScopes.All,
            0);
    }

    /// <param name="reasons">The reasons that are stored with the lines.</param>
    public IEnumerable<string> Differences(
        DeclarationRow row, IReadOnlyList<LineRow> lines, IReadOnlyList<SelectionRow> reasons, byte[] raw)
    {
        if (_tariff.Edition(row.Edition) is not { } edition)
        {
            yield return $"edition {row.Edition} of the law is not in the store.";
            yield break;
        }

        var law = edition.On(DutchTime.DateOf(row.ReceivedAt));
        var message = _preparation.Prepare(raw, _anyone, row.ReceivedAt, law);
        if (message.Checked.Declaration is not { } declaration)
        {
            yield return $"is rejected now ({string.Join(", ", message.Problems.Select(problem => problem.Code))}).";
            yield break;
        }

        if (declaration.Lines.Count != lines.Count)
        {
            yield return $"has {declaration.Lines.Count} lines now, {lines.Count} then.";
            yield break;
        }

        var assessment = message.Assessment!.RedrawnFor(row.DrawDay, _keys.Of(row.DrawDay), declaration);
        var outcomes = new LineOutcome[lines.Count];
        var state = LineDecision.Decide(message, assessment, outcomes, out var found);
        // What people did since then is theirs: only a state that the decider gives is compared.
        if (row.State is DeclarationState.Accepted or DeclarationState.UnderControl or DeclarationState.Released
            && row.State != state)
            yield return $"is {state} now, {row.State} then.";
        for (var i = 0; i < lines.Count; i++)
        {
            var tax = message.Taxes[i];
            var line = lines[i];
            if ((tax.ValueEuroCents, tax.DutyCents, tax.VatCents) != (line.ValueCents, line.DutyCents, line.VatCents))
            {
                yield return $"line {line.Item} owes {tax.DutyCents} + {tax.VatCents} cents now, "
                    + $"{line.DutyCents} + {line.VatCents} then.";
            }

            if (outcomes[i] != line.Outcome)
                yield return $"line {line.Item} is {outcomes[i]} now, {line.Outcome} then.";
            var stored = reasons.Where(reason => reason.LineId == line.Id).Select(reason => reason.Reason);
            if (!(found?.GetValueOrDefault(i) ?? []).SequenceEqual(stored))
                yield return $"line {line.Item} has other reasons now than then.";
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Life;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>One version of a declaration as it stands in the store, with the message that holds its content.</summary>
/// <param name="State">The state that the decider gave; null if a person or a later version gave another.</param>
/// <param name="Before">Lines of the version before; null for the one as lodged.</param>
/// <param name="Reasons">The reasons that are stored with the lines.</param>
/// <param name="Manual">Problems of the request that left the version to a person.</param>
/// <param name="SupplementedOn">Day of acceptance of what it supplements, if it does.</param>
internal sealed record ReplayCase(
    DeclarationRow Row,
    VersionRow Version,
    DeclarationState? State,
    IReadOnlyList<LineRow> Lines,
    IReadOnlyList<LineRow>? Before,
    IReadOnlyList<SelectionRow> Reasons,
    IReadOnlyList<Problem> Manual,
    DateOnly? SupplementedOn)
{
    /// <summary>A person allowed it, as of what was released.</summary>
    public bool IsGranted { get; init; }

    /// <summary>What customs determined of the version; empty for one of another kind.</summary>
    public IReadOnlyList<Particular> Determined { get; init; } = [];
}

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

    public Replay(ITariff tariff, IKeys keys)
    {
        _tariff = tariff;
        _keys = new DrawKeys(keys);
        _preparation = new Preparation(_keys.Of);
        // The mandate was checked at lodging; what is replayed is the law and the draw.
        _anyone = new Submitter(0, "replay", null, [new Mandate(null, new Period(DateOnly.MinValue))], TokenScopes.All,
            0);
    }

    public IEnumerable<string> Differences(ReplayCase decided, byte[] raw)
    {
        var version = decided.Version;
        if (_tariff.Edition(version.Edition) is not { } edition)
        {
            yield return $"edition {version.Edition} of the law is not in the store.";
            yield break;
        }

        var message = Read(decided, raw, edition);
        if (message.Checked.Declaration is not { } declaration)
        {
            yield return $"is rejected now ({string.Join(", ", message.Problems.Select(problem => problem.Code))}).";
            yield break;
        }

        if (declaration.Lines.Count != decided.Lines.Count)
        {
            yield return $"has {declaration.Lines.Count} lines now, {decided.Lines.Count} then.";
            yield break;
        }

        foreach (var difference in OfAmounts(message, decided.Lines).Concat(OfDetermined(decided, declaration))
            .Concat(OfOutcomes(decided, message, declaration)))
            yield return difference;
    }

    /// <summary>As it was read then: as lodged by the law of its receipt, or as content by that of the day named.
    /// </summary>
    private PreparedMessage Read(ReplayCase decided, byte[] raw, LawEdition edition)
    {
        var (row, version) = (decided.Row, decided.Version);
        var received = edition.On(DutchTime.DateOf(row.ReceivedAt));
        var message = new Preparation(_keys.Of, new StoredVersion(version.MessageVersion))
            .Prepare(raw, _anyone, row.ReceivedAt, received);
        if (version.Version > 1)
        {
            var read = _preparation.PrepareContent(
                raw, message, edition.On(version.LawDay), row.DataSet, version.DecidedAs, version.DrawDay,
                version.MessageVersion);
            return version.Kind == MessageKind.Determination
                ? WithDetermined(read, decided.Determined, edition.On(version.LawDay))
                : read with { Problems = [.. read.Problems, .. decided.Manual] };
        }

        if (!DeclarationTypes.IsSupplementary(version.DecidedAs))
            return message;
        if (message.Checked.Kind == MessageKind.Supplementary)
        {
            message = _preparation.PrepareContent(
                raw, message, edition.On(decided.SupplementedOn ?? version.LawDay), DataSet.H1, version.DecidedAs,
                default, version.MessageVersion);
        }

        if (message.Checked.Declaration is not { } supplement)
            return message;
        var (taxes, lacking) = Preparation.Weigh(supplement, edition.On(decided.SupplementedOn ?? version.LawDay));
        return message with
        {
            Taxes = taxes,
            Problems = [.. message.Problems, .. lacking],
            Assessment = Assessment.OfReleased(supplement.Lines.Count),
        };
    }

    private static PreparedMessage WithDetermined(
        PreparedMessage read, IReadOnlyList<Particular> particulars, LawOfTheDay law)
    {
        if (read.Checked.Declaration is not { } declared)
            return read;
        var weighed = Determined.Weigh(declared, particulars, law);
        return read with
        {
            Checked = read.Checked with { Declaration = weighed.Declaration },
            Taxes = weighed.Taxes,
            Problems = [.. read.Problems, .. weighed.Problems],
        };
    }

    /// <summary>What was determined stands in the lines as well as in its own rows.</summary>
    private static IEnumerable<string> OfDetermined(ReplayCase decided, Declaration declaration)
    {
        if (decided.Version.Kind != MessageKind.Determination)
            yield break;
        for (var i = 0; i < decided.Lines.Count; i++)
        {
            var (line, now) = (decided.Lines[i], declaration.Lines[i]);
            if ((line.Code, line.Description, line.Value, line.GrossMass, line.NetMass)
                != (now.Code, now.Description, now.Value, now.GrossMass, now.NetMass))
                yield return $"line {line.Item} is not as it was determined.";
        }
    }

    private static IEnumerable<string> OfAmounts(PreparedMessage message, IReadOnlyList<LineRow> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var tax = message.Taxes[i];
            var line = lines[i];
            if ((tax.ValueEuroCents, tax.DutyCents, tax.VatCents) != (line.ValueCents, line.DutyCents, line.VatCents))
            {
                yield return $"line {line.Item} owes {tax.DutyCents} + {tax.VatCents} cents now, "
                    + $"{line.DutyCents} + {line.VatCents} then.";
            }
        }
    }

    private IEnumerable<string> OfOutcomes(ReplayCase decided, PreparedMessage message, Declaration declaration)
    {
        var version = decided.Version;
        // What a correction leaves under control is what a person looks at, not what the law would select anew.
        if (version.Kind == MessageKind.Correction)
            return [];
        if (version.Kind == MessageKind.Determination)
        {
            return Determinations.OutcomesOf([.. decided.Before!.Select(line => line.Outcome)])
                .Zip(decided.Lines).Where(pair => pair.First != pair.Second.Outcome)
                .Select(pair => $"line {pair.Second.Item} is {pair.First} now, {pair.Second.Outcome} then.");
        }

        if (DeclarationTypes.IsPrelodged(version.DecidedAs))
            return AllAre(LineOutcome.AwaitsPresentation, decided.Lines);
        if (version.Kind == MessageKind.Amendment
            && (decided.IsGranted || decided.Before!.All(line => line.Outcome == LineOutcome.Released)))
            return AllAre(LineOutcome.Released, decided.Lines);
        return Decided(decided, message, declaration);
    }

    private IEnumerable<string> Decided(ReplayCase decided, PreparedMessage message, Declaration declaration)
    {
        if (message.Assessment is null)
        {
            yield return "awaits presentation now, was decided then.";
            yield break;
        }

        var drawDay = decided.Version.DrawDay;
        var assessment = DeclarationTypes.IsSupplementary(decided.Version.DecidedAs)
            ? message.Assessment
            : message.Assessment.RedrawnFor(drawDay, _keys.Of(drawDay), declaration);
        var outcomes = new LineOutcome[decided.Lines.Count];
        var state = LineDecision.Decide(message, assessment, outcomes, out var found);
        if (decided.State is { } then && then != state)
            yield return $"is {state} now, {then} then.";
        for (var i = 0; i < outcomes.Length; i++)
        {
            var line = decided.Lines[i];
            if (outcomes[i] != line.Outcome)
                yield return $"line {line.Item} is {outcomes[i]} now, {line.Outcome} then.";
            var stored = decided.Reasons.Where(reason => reason.LineId == line.Id).Select(reason => reason.Reason);
            if (!(found?.GetValueOrDefault(i) ?? []).SequenceEqual(stored))
                yield return $"line {line.Item} has other reasons now than then.";
        }
    }

    private static IEnumerable<string> AllAre(LineOutcome expected, IReadOnlyList<LineRow> lines) => lines
        .Where(line => line.Outcome != expected)
        .Select(line => $"line {line.Item} is {expected} now, {line.Outcome} then.");
}

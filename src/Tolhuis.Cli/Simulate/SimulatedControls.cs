// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator.Life;

namespace Tolhuis.Cli.Simulate;

/// <summary>What the road and the modules offer to the people of the simulation.</summary>
internal sealed record SimulatedDesk(
    IControls Controls, IDeclarations Declarations, IReceivedFiles Files, IDocuments Documents, IActs Acts,
    IIntake Intake);

/// <summary>
/// The officers of the simulation. They act through the same acts as people, under names that say what they are, and
/// leave enough for whoever tries the demo. An act that fails is left; the traffic never waits for it.
/// </summary>
internal sealed class SimulatedControls(
    SimulatedDesk desk, SimulatedTruth truth, SimulatedCorrections corrections, TimeProvider time)
{
    /// <summary>Cases that stay for people.</summary>
    public const int KeptFree = 40;

    /// <summary>Cases of a day before that are worked back at most: of a large day people keep the rest.</summary>
    public const int MostWorkedBack = 2_000;

    private const int Officers = 4;
    private const int MostInHand = 20;
    private const int MostExamined = 5_000;
    private static readonly TimeSpan BetweenCases = TimeSpan.FromSeconds(6);
    private readonly List<Person> _officers = [];
    private readonly PriorityQueue<(long Declaration, Person By), DateTimeOffset> _inHand = new();
    private readonly Random _chance = new(17);

    /// <summary>Who examined what still waits: a control stays with whoever took it.</summary>
    private readonly Dictionary<long, Person> _examined = [];
    private DateTimeOffset _nextCase;

    /// <summary>Task of the last of the oldest cases of which nothing is known: they are not looked up again.</summary>
    private long? _afterUnknown;
    private int _turn;

    /// <summary>Acts that were refused or failed.</summary>
    public long Failed { get; private set; }

    public async Task Hire(IPeople people)
    {
        for (var number = 1; number <= Officers; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Gesimuleerde controleur {number}");
            if (await people.Simulated(name, Role.Officer) is { } officer)
                _officers.Add(officer);
        }
    }

    /// <summary>
    /// Works back what a day of traffic left: three quarters of it, but never below what is kept for people; of a small
    /// day half, and of a large one no more than <see cref="MostWorkedBack"/>.
    /// </summary>
    public async Task WorkBack(CancellationToken stop)
    {
        if (_officers.Count == 0)
            return;
        // Of twice as many free cases three quarters are more than the most: the rest need not be looked up.
        var free = Free(2 * MostWorkedBack);
        foreach (var one in free.Take(WorkedBackOf(free.Count)))
        {
            stop.ThrowIfCancellationRequested();
            var officer = Next();
            if (await Take(one, officer))
                await Examine(one, officer, isOfEarlier: true, stop);
        }
    }

    /// <summary>How many of so many free cases are worked back.</summary>
    internal static int WorkedBackOf(int free) =>
        Math.Min(MostWorkedBack, Math.Min(free * 3 / 4, Math.Max(free - KeptFree, free / 2)));

    /// <summary>One look around: a case is taken now and then, and what has been in hand long enough is finished.
    /// </summary>
    public async Task Look(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        while (_inHand.TryPeek(out var work, out var due) && due <= now)
        {
            _inHand.Dequeue();
            await Examine(work.Declaration, work.By, isOfEarlier: false, stop);
        }

        if (now < _nextCase || _officers.Count == 0)
            return;
        _nextCase = now + BetweenCases;
        if (_inHand.Count >= MostInHand || Free(KeptFree + 1) is not { Count: > KeptFree } free)
            return;
        var officer = Next();
        if (await Take(free[0], officer))
            _inHand.Enqueue((free[0], officer), now + TimeSpan.FromSeconds(_chance.Next(20, 75)));
    }

    /// <summary>An officer looks at a correction that came and did not lead to release by itself.</summary>
    public Task LookAtCorrection(long declarationId, bool isWhole) => Try(async () =>
    {
        if (desk.Controls.CaseOf(declarationId) is not
            { Stage: ControlStage.CorrectionCame or ControlStage.ToDecide })
            return;
        if (!_examined.Remove(declarationId, out var officer)
            || !(await desk.Acts.TakeControl(declarationId, officer.AsActor())).IsDone)
            return;
        var reason = isWhole ? "Gesimuleerd: gecorrigeerd zoals vastgesteld." : "Gesimuleerd: deels gecorrigeerd, het "
            + "verschil is klein.";
        Count(await desk.Acts.ReleaseHeld(declarationId, reason, officer.AsActor()));
    });

    // Oldest first, and only those of which the truth is known.
    private List<long> Free(int most)
    {
        const int PageSize = 200;
        var found = new List<long>();
        var after = _afterUnknown;
        while (found.Count < most)
        {
            var page = desk.Controls.Cases(new ControlFilter(
                Stage: ControlStage.ToExamine, IsFree: true, After: after, Limit: PageSize));
            found.AddRange(page.Select(one => one.DeclarationId).Where(IsKnown));
            if (page.Count < PageSize)
                break;
            after = page[^1].TaskId;
            if (found.Count == 0 && page[^1].DueAt is not null)
                _afterUnknown = after;
        }

        // A term can move: when nothing is left behind the mark, the next look begins at the head again.
        if (found.Count == 0)
            _afterUnknown = null;
        return found;
    }

    private bool IsKnown(long id) => desk.Declarations.Find(id) is { Version: 1 } row && truth.Knows(row);

    private Person Next() => _officers[_turn++ % _officers.Count];

    private async Task<bool> Take(long declarationId, Person officer)
    {
        var isTaken = false;
        await Try(async () =>
            isTaken = (await desk.Acts.TakeControl(declarationId, officer.AsActor())).IsDone);
        return isTaken;
    }

    private Task Examine(
        long declarationId, Person officer, bool isOfEarlier, CancellationToken stop) => Try(async () =>
    {
        if (desk.Declarations.Find(declarationId) is not { } row
            || desk.Files.RawMessage(row.RawFileId, row.RawEntry) is not { } message)
            return;
        var lines = desk.Declarations.Lines(row).ToDictionary(line => line.Id);
        var established = new List<EstablishedValue>();
        foreach (var order in desk.Controls.Of(row).Where(order => order.State != ControlState.Finished))
        {
            if (!lines.TryGetValue(order.LineId, out var line))
                continue;
            var found = SimulatedOfficer.Look(LineOf(row, line), truth.Of(row.Lrn));
            var evidence = found.Outcome == ResultCodes.NotInOrder
                ? await Evidence(row, line, found, officer, stop)
                : [];
            Count(await desk.Acts.RecordFinding(FindingOf(order, found, evidence), officer.AsActor()));
            established.AddRange(found.Established);
        }

        if (established.Count == 0)
            return;
        if (_examined.Count < MostExamined)
            _examined[declarationId] = officer;
        corrections.Expect(row, message, established, isOfEarlier);
    });

    private async Task<IReadOnlyList<long>> Evidence(
        DeclarationRow row, LineRow line, SimulatedFinding found, Person officer, CancellationToken stop)
    {
        var kept = new List<long>();
        await Try(async () =>
        {
            var pdf = SimulatedInvoice.Pdf(
                $"INV-{row.Lrn}",
                [
                    "Dit is geen echte factuur: gemaakt door de simulatie van een demo.",
                    $"Aangifte {row.Mrn}, artikel {line.Item}", .. found.Established.Select(one => one.Value),
                ]);
            using var stream = new MemoryStream(pdf, writable: false);
            var (document, _) = await desk.Documents.Keep(
                row.Id, DocumentKind.Evidence, $"simulatie-factuur-{line.Item}.pdf", stream, officer.AsActor(), stop);
            if (document is not null)
                kept.Add(document.Id);
        });
        return kept;
    }

    private static LookedAtLine LineOf(DeclarationRow row, LineRow line) => new(
        row.Lrn, line.Item, row.DataSet != DataSet.H7, line.Value.Cents, line.Value.Currency.ToString(),
        line.GrossMass, line.NetMass, line.Description);

    private static NewFinding FindingOf(
        ControlOrder order, SimulatedFinding found, IReadOnlyList<long> evidence) => new(
        order.Id, found.Outcome, found.Error, found.Method, found.Note, found.Told,
        found.Established.Count > 0 ? FollowUpKind.Correction : FollowUpKind.None,
        [.. found.Established.Select(one => new Particular(one.Item, KindOf(one.Kind), one.Value))], evidence);

    private static ParticularKind KindOf(EstablishedKind kind) => kind switch
    {
        EstablishedKind.Code => ParticularKind.CommodityCode,
        EstablishedKind.Value => ParticularKind.Value,
        EstablishedKind.GrossMass => ParticularKind.GrossMass,
        EstablishedKind.NetMass => ParticularKind.NetMass,
        _ => ParticularKind.Description,
    };

    private void Count(ActAnswer answer)
    {
        if (!answer.IsDone)
            Failed++;
    }

    private async Task Try(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            Failed++;
        }
    }
}

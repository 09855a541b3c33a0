// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Cli.Platform;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Web.Site;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// Kills the program under load and counts again. Everything is real: the process, the port, the store, the signal.
/// Bounds: a store of its own in a temporary folder that is deleted, <see cref="PlugLoad.MaxMessages"/> messages, and
/// the time that the caller gives.
/// </summary>
internal sealed class PlugRun(TimeProvider time, Action<PlugTrial> report)
{
    private const int MaxFaults = 20;
    private const int Replayed = 300;

    /// <summary>Enough to be called load; then the moment of the kill is left to chance.</summary>
    private const int AnswersBeforeKill = 40;
    private static readonly TimeSpan LongestLoad = TimeSpan.FromSeconds(10);

    private PlugTrial _trial = new(PlugPhase.Starting, 0, 0, 0, 0, 0, 0, 0, 0, [], 0, null, null);

    /// <param name="kills">1 to 20.</param>
    public async Task<PlugTrial> Run(int kills, long seed, CancellationToken stop)
    {
        Report(_trial with { KillsPlanned = kills, StartedAt = time.NowMicroseconds() });
        var folder = Directory.CreateTempSubdirectory("tolhuis-plug-");
        try
        {
            await Carry(Path.Combine(folder.FullName, "store"), kills, seed, stop);
            Report(_trial with { Phase = PlugPhase.Done, EndedAt = time.NowMicroseconds() });
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or HttpRequestException
            or OperationCanceledException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            var sentence = fault is OperationCanceledException
                ? CommandLine.Say("De tijd was om.", "Time was up.") : fault.Message;
            Report(_trial with { Phase = PlugPhase.Done, EndedAt = time.NowMicroseconds(), Failure = sentence });
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return _trial;
    }

    private async Task Carry(string store, int kills, long seed, CancellationToken stop)
    {
        var day = DutchTime.DateOf(time.GetUtcNow());
        var token = await Prepare(store, day);
        using var load = new PlugLoad(seed, day);
        var random = new Random(unchecked((int)seed));
        for (var kill = 1; kill <= kills; kill++)
        {
            using var child = await PlugChild.Start(store, token, stop);
            Report(PlugPhase.Loading, load);
            await LoadAndKill(child, load, random, stop);
            Report(PlugPhase.Killed, load, kill);
        }

        using (var last = await PlugChild.Start(store, token, stop))
        {
            await load.Finish(last.Client, stop);
            Report(PlugPhase.Counting, load);
            // It ends as roughly as the others: what is counted is what is on the disk.
            await last.Kill();
        }

        await Count(store, load);
    }

    /// <summary>A store with the parties of the traffic, and a token that may lodge for all of them.</summary>
    private async Task<string> Prepare(string store, DateOnly day)
    {
        await using var opened = await OpenedStore.Open(store, time);
        var simulator = new TrafficSimulator(new SimulationPlan { Day = day });
        await opened.Get<IParties>().Register(SimulatedDay.PartiesOf(simulator), time.NowMicroseconds());
        var (token, problems) = await opened.Get<ITokens>().Create(
            new TokenRequest("Tolhuis plug", "", ["*"]), Actor.System);
        return token?.Secret ?? throw new InvalidOperationException(problems[0].Code);
    }

    private async Task LoadAndKill(PlugChild child, PlugLoad load, Random random, CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ending.CancelAfter(LongestLoad);
        var before = load.Acknowledged.Count;
        var sending = load.Run(child.Client, ending.Token);
        while (!sending.IsCompleted && load.Acknowledged.Count - before < AnswersBeforeKill
            && !ending.IsCancellationRequested)
        {
            await Task.Delay(50, stop);
            Report(PlugPhase.Loading, load);
        }

        await Task.Delay(random.Next(50, 900), stop);
        await child.Kill();
        await sending;
    }

    private async Task Count(string store, PlugLoad load)
    {
        await using var opened = await OpenedStore.Open(store, time);
        var declarations = opened.Get<IDeclarations>();
        var missing = load.Acknowledged.Count(answer => !IsKept(declarations, answer.Key, answer.Value));
        var decided = declarations.Days(DateOnly.MinValue, DateOnly.MaxValue)
            .Sum(row => row.Accepted + row.Received + row.Rejected);
        var faults = opened.Get<Verification>().Run(Replayed, (_, _, _) => { });
        Report(_trial with
        {
            Decided = decided,
            Missing = missing,
            Faults =
            [
                .. load.Refusals.Concat(faults.Select(fault => $"{fault.Promise}: {fault.Sentence}")).Take(MaxFaults),
            ],
        });
        Report(PlugPhase.Counting, load);
    }

    private static bool IsKept(IDeclarations declarations, string lrn, string number) =>
        Mrn.TryParse(number.AsSpan(), out var mrn, out _) && declarations.Find(mrn) is { } row && row.Lrn == lrn
        && row.State is not (DeclarationState.Rejected or DeclarationState.Invalidated);

    private void Report(PlugPhase phase, PlugLoad load, int? kills = null) => Report(_trial with
    {
        Phase = phase,
        Kills = kills ?? _trial.Kills,
        Sent = load.Sent,
        Acknowledged = load.Acknowledged.Count,
        Unanswered = load.Unanswered,
        KeptUnanswered = load.KeptUnanswered,
    });

    private void Report(PlugTrial trial)
    {
        _trial = trial;
        report(trial);
    }
}

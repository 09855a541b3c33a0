// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Globalization;
using Tolhuis.Cli.Platform;
using Tolhuis.Web.Site;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// <c>tolhuis plug</c>: pulls the plug. Kills this program under load, starts it again, and counts whether everything
/// that was acknowledged is there.
/// </summary>
internal static class PlugCommand
{
    private const int MaxKills = 20;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PerKill = TimeSpan.FromSeconds(20);

    public static Command Create()
    {
        var kills = new Option<int>("--kills")
        {
            Description = "How often it is killed, 1 to 20. / Hoe vaak het wordt afgebroken, 1 tot 20.",
            DefaultValueFactory = _ => 3,
        };
        var seed = new Option<long?>("--seed") { Description = "Seed of the traffic. / Startgetal van het verkeer." };
        var json = CommandLine.JsonOption();
        var command = new Command(
            "plug",
            "Kill the program under load and count again. / Het programma onder belasting afbreken en opnieuw tellen.")
        {
            kills, seed, json,
        };
        command.SetAction((result, stop) => Run(
            result.GetValue(kills), result.GetValue(seed) ?? Random.Shared.Next(1, int.MaxValue),
            result.GetValue(json), stop));
        return command;
    }

    private static async Task<int> Run(int kills, long seed, bool isJson, CancellationToken stop)
    {
        if (kills is < 1 or > MaxKills)
        {
            throw new CommandRefusedException(CommandLine.Say(
                $"--kills is 1 tot {MaxKills}.", $"--kills is 1 to {MaxKills}."));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Least + (PerKill * kills));
        PlugTrial? trial = null;
        await CommandLine.WithProgress("plug", async report => trial = await new PlugRun(
            TimeProvider.System, at => report(at.Kills, kills + 1)).Run(kills, seed, limit.Token));
        if (isJson)
            CommandLine.WriteJson(PlugAnswer.Of(trial!, seed));
        else
            Print(trial!, seed);
        return trial!.IsHeld ? ExitCode.Done : ExitCode.Findings;
    }

    private static void Print(PlugTrial trial, long seed)
    {
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        Console.Out.WriteLine(CommandLine.Say(
            $"{trial.Kills} keer afgebroken; {trial.Acknowledged} berichten bevestigd, {trial.Decided} in de opslag, "
            + $"{trial.Missing} kwijt. Van {trial.Unanswered} zonder antwoord waren er {trial.KeptUnanswered} bewaard.",
            $"Killed {trial.Kills} times; {trial.Acknowledged} messages acknowledged, {trial.Decided} in the store, "
            + $"{trial.Missing} lost. Of {trial.Unanswered} without an answer {trial.KeptUnanswered} were kept."));
        foreach (var fault in trial.Faults)
            Console.Out.WriteLine(fault);
        if (trial.Failure is { } failure)
            CommandLine.Complain(failure);
        Console.Out.WriteLine(trial.IsHeld
            ? CommandLine.Say(
                "Niets is kwijt en niets staat er twee keer.", "Nothing is lost and nothing is there twice.")
            : CommandLine.Say("De belofte is niet gebleken.", "The promise was not shown."));
    }

    private sealed record PlugAnswer(
        bool Ok, long Seed, int Kills, long Sent, long Acknowledged, long Decided, long Missing, long Unanswered,
        long KeptUnanswered, IReadOnlyList<string> Faults, double Seconds, string? Failure)
    {
        public static PlugAnswer Of(PlugTrial trial, long seed) => new(
            trial.IsHeld, seed, trial.Kills, trial.Sent, trial.Acknowledged, trial.Decided, trial.Missing,
            trial.Unanswered, trial.KeptUnanswered, trial.Faults,
            Math.Round(((trial.EndedAt ?? trial.StartedAt) - trial.StartedAt) / 1e6, 1), trial.Failure);
    }
}

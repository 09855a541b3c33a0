// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Tolhuis.Cli.Platform;
using Tolhuis.Intake;
using Tolhuis.Platform;

namespace Tolhuis.Cli.Intake;

/// <summary><c>tolhuis verify</c>: checks every promise of a store and says what is wrong.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var replay = new Option<long>("--replay")
        {
            Description = "How many of the newest declarations are decided again. / "
                + "Hoeveel van de nieuwste aangiften opnieuw worden beslist.",
            DefaultValueFactory = _ => 2_000,
        };
        var store = CommandLine.StoreOption();
        var json = CommandLine.JsonOption();
        var command = new Command("verify",
            "Check every promise of a store. / Elke belofte van een opslag controleren.")
        {
            replay, store, json,
        };
        command.SetAction((result, _) => Run(result.GetValue(store)!, result.GetValue(replay), result.GetValue(json)));
        return command;
    }

    private static async Task<int> Run(string path, long replay, bool isJson)
    {
        await using var opened = await OpenedStore.OpenExisting(path, TimeProvider.System);
        IReadOnlyList<VerificationFault> faults = [];
        await CommandLine.WithProgress("verify", report =>
        {
            faults = opened.Get<Verification>().Run(replay, (done, total, _) => report(done, total));
            return Task.CompletedTask;
        });
        if (isJson)
            CommandLine.WriteJson(new VerifyAnswer(faults.Count == 0, faults));
        else
            Print(faults);
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static void Print(IReadOnlyList<VerificationFault> faults)
    {
        foreach (var fault in faults)
            Console.Out.WriteLine($"{fault.Promise}: {fault.Sentence}");
        Console.Out.WriteLine(faults.Count == 0
            ? CommandLine.Say("Alles klopt.", "All is as promised.")
            : CommandLine.Say($"{faults.Count} gebreken.", $"{faults.Count} faults."));
    }

    private sealed record VerifyAnswer(bool Ok, IReadOnlyList<VerificationFault> Faults);
}

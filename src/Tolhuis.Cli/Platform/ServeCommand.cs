// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tolhuis.Access.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Platform;
using Tolhuis.Web;

namespace Tolhuis.Cli.Platform;

/// <summary><c>tolhuis serve</c>: the real start. The first administrator comes in by a one-time token.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on. / Adressen om op te luisteren.",
            DefaultValueFactory = _ => "http://localhost:5090",
        };
        var bound = new Option<long>("--archive-bound")
        {
            Description = "Bytes of raw messages kept before new ones are refused. / "
                + "Bytes aan ruwe berichten voordat nieuwe worden geweigerd.",
            DefaultValueFactory = _ => IntakeBounds.ArchiveBytes,
        };
        var reserve = new Option<long>("--free-reserve")
        {
            Description = "Bytes that stay free on the archive's disk before new messages are refused. / "
                + "Bytes die vrij blijven op de schijf van het archief voordat nieuwe berichten worden geweigerd.",
            DefaultValueFactory = _ => IntakeBounds.FreeBytes,
        };
        var store = CommandLine.StoreOption();
        var command = new Command("serve", "Run the server. / De server draaien.") { urls, bound, reserve, store };
        command.SetAction((result, stop) => Run(
            new HostSettings(
                result.GetValue(urls)!, new IntakeSettings(result.GetValue(bound), result.GetValue(reserve))),
            result.GetValue(store)!,
            stop));
        return command;
    }

    private static async Task<int> Run(HostSettings settings, string path, CancellationToken stop)
    {
        var urls = settings.Urls;
        var store = Store.Open(path, TimeProvider.System, demo: false, $"process {Environment.ProcessId}, {urls}");
        await using var app = TolhuisHost.Build(store, TimeProvider.System, settings);
        await app.StartAsync(stop);
        await app.Services.GetRequiredService<ITokens>().House();
        if (await app.Services.GetRequiredService<IPeople>().IssueFirstToken() is { } token)
        {
            Console.Error.WriteLine(CommandLine.Say(
                "Er is nog niemand. Maak de eerste beheerder met dit eenmalige token:",
                "There is no one yet. Make the first administrator with this one-time token:"));
            Console.Error.WriteLine($"{urls.Split(';')[0]}/toegang/eerste-beheerder");
            Console.Error.WriteLine(token);
        }

        Console.Error.WriteLine(CommandLine.Say($"Tolhuis luistert op {urls}.", $"Tolhuis listens on {urls}."));
        await app.WaitForShutdownAsync(stop);
        return ExitCode.Done;
    }
}

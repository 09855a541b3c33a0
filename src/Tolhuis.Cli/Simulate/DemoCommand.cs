// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using Tolhuis.Cli.Intake;
using Tolhuis.Cli.Platform;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Simulator;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// <c>tolhuis demo</c>: makes a demo store, lets a day of simulated traffic be decided while one watches, and keeps a
/// live
/// stream running. With <c>--headless</c> the same work without a server.
/// </summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var headless = new Option<bool>(
            "--headless")
        { Description = "Without a server; print the counts. / Zonder server; toon de aantallen." };
        var lines = new Option<long>("--lines")
        {
            Description = "Goods lines of the day. / Regels van de dag.",
            DefaultValueFactory = _ => 60_000,
        };
        var seed = new Option<long?>("--seed") { Description = "Seed of the traffic. / Startgetal van het verkeer." };
        var port = new Option<int>("--port")
        {
            Description = "Port of the pages. / Poort van de pagina's.",
            DefaultValueFactory = _ => 5090
        };
        var store = CommandLine.StoreOption();
        var json = CommandLine.JsonOption();
        var command = new Command("demo",
            "See a day of traffic being decided. / Zie hoe een dag verkeer wordt beslist.")
        {
            headless, lines, seed, port, store, json,
        };
        command.SetAction((result, stop) =>
        {
            var request = new DemoRequest(
                result.GetValue(lines), result.GetValue(seed), result.GetValue(port), result.GetValue(store)!, result
                    .GetValue(json));
            return result.GetValue(headless) ? Headless(request, stop) : DemoServer.Run(request, stop);
        });
        return command;
    }

    private static async Task<int> Headless(DemoRequest request, CancellationToken stop)
    {
        RefuseRealStore(request.Store);
        await using var opened = await OpenedStore.Open(request.Store, TimeProvider.System, demo: true);
        var simulator = new TrafficSimulator(PlanOf(opened, request));
        var house = new SimulatedHouse(opened.Services, opened.House, TimeProvider.System);
        await house.MoveIn(simulator);
        var counts = default(IntakeCounts);
        await CommandLine.WithProgress("demo", async report =>
            counts = await house.TakeDay(simulator, report, stop));
        await house.Controls.WorkBack(stop);
        // No one waits here: declarants answer at once, save those who answer late.
        await house.Corrections.Send(WithoutWaiting, house.Controls.LookAtCorrection);
        DemoAnswer.Of(counts, opened, house).Print(request.IsJson);
        return ExitCode.Done;
    }

    internal static void RefuseRealStore(string store)
    {
        if (StoreFolder.Exists(store) && !StoreFolder.IsDemoStore(store))
            throw new CommandRefusedException(CommandLine.Say(
                $"{store} is een echte opslag; de demo schrijft daar niet in. Geef een andere map met --store.",
                $"{store} is a real store; the demo does not write into it. Name another folder with --store."));
    }

    /// <summary>As far ahead as a demo would send answers while someone watches.</summary>
    private static readonly TimeSpan WithoutWaiting = TimeSpan.FromMinutes(10);

    /// <summary>Few senders use JSON; enough to see it.</summary>
    private const double JsonShare = 0.02;

    /// <summary>
    /// Yesterday in the Netherlands, so that the whole day lies behind us; a new seed for every run on one store.
    /// </summary>
    internal static SimulationPlan PlanOf(OpenedStore opened, DemoRequest request) =>
        PlanOf(opened.Get<IReceivedFiles>(), request);

    internal static SimulationPlan PlanOf(IReceivedFiles files, DemoRequest request)
    {
        var plan = new SimulationPlan
        {
            Lines = request.Lines,
            Seed = request.Seed ?? (files.List(1) is [var last] ? last.Id + 1 : 1),
            Day = DutchTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(-1),
            JsonShare = JsonShare,
        };
        return plan.Fault is { } fault ? throw new CommandRefusedException(fault) : plan;
    }
}

/// <summary>What a demo was asked for.</summary>
internal sealed record DemoRequest(long Lines, long? Seed, int Port, string Store, bool IsJson);

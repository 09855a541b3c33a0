// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tolhuis.Access.Contract;
using Tolhuis.Cli.Platform;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Platform;
using Tolhuis.Simulator;
using Tolhuis.Web;

namespace Tolhuis.Cli.Simulate;

/// <summary>The demo with its pages: a day of traffic first, then a live stream until it is stopped.</summary>
internal static class DemoServer
{
    private const int LiveMessagesPerSecond = 8;

    /// <summary>Enough of them that one sees goods arrive while watching.</summary>
    private const double LivePrelodgedShare = 0.1;

    public static async Task<int> Run(DemoRequest request, CancellationToken stop)
    {
        DemoCommand.RefuseRealStore(request.Store);
        var url = $"http://localhost:{request.Port}";
        var store = OpenedStore.Hold(
            request.Store, TimeProvider.System, demo: true, $"process {Environment.ProcessId}, {url}");
        await using var plug = new PlugTrials(TimeProvider.System);
        await using var app = TolhuisHost.Build(store, TimeProvider.System, new HostSettings(url) { Plug = plug });
        await app.StartAsync(stop);
        var house = await app.Services.GetRequiredService<ITokens>().House();
        await app.Services.GetRequiredService<IPeople>().MarkDemo();
        Console.Error.WriteLine(CommandLine.Say(
            $"Open {url} en kies een demo-account. Stoppen: Ctrl+C.",
                $"Open {url} and choose a demo account. To stop: Ctrl+C."));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            stop, app.Lifetime.ApplicationStopping);
        var traffic = Traffic(app.Services, house, request, ending.Token);
        await app.WaitForShutdownAsync(stop);
        await ending.CancelAsync();
        await traffic;
        return ExitCode.Done;
    }

    private static async Task Traffic(IServiceProvider services, Submitter house, DemoRequest request,
        CancellationToken stop)
    {
        try
        {
            var files = services.GetRequiredService<IReceivedFiles>();
            var plan = DemoCommand.PlanOf(files, request);
            var simulator = new TrafficSimulator(plan);
            var simulated = new SimulatedHouse(services, house, TimeProvider.System);
            await simulated.MoveIn(simulator);
            await simulated.TakeDay(simulator, (_, _) => { }, stop);
            await simulated.Controls.WorkBack(stop);
            var later = new LiveFollowUps(
                services.GetRequiredService<IDeclarations>(), simulated.SubmitterOf, TimeProvider.System);
            later.ExpectOf(files);
            for (var seed = plan.Seed + 1; !stop.IsCancellationRequested; seed++)
            {
                var day = plan with { Seed = seed, Day = plan.Day.AddDays(1), PrelodgedShare = LivePrelodgedShare };
                await Live(services.GetRequiredService<IIntake>(), simulated, day, later, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The demo ends; what was decided is kept.
        }
        catch (StoreUnavailableException exception) when (exception.Fault == StoreFault.Stopping)
        {
            // As above.
        }
    }

    private static async Task Live(
        IIntake intake, SimulatedHouse simulated, SimulationPlan plan, LiveFollowUps later, CancellationToken stop)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / LiveMessagesPerSecond));
        foreach (var message in new TrafficSimulator(plan).Messages())
        {
            await pace.WaitForNextTickAsync(stop);
            simulated.Truth.Add(message);
            var bytes = message.Content.ToArray();
            later.Expect(bytes, await intake.Lodge(bytes, simulated.Senders.For(message.DeclarantEori)));
            while (later.TryTake(out var followUp))
                await intake.Lodge(followUp.Message, followUp.By);
            await simulated.Controls.Look(stop);
            await simulated.Corrections.Send(TimeSpan.Zero, simulated.Controls.LookAtCorrection);
        }
    }
}

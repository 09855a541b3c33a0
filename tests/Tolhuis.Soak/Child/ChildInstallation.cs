// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Simulator;

namespace Tolhuis.Soak.Child;

/// <summary>How the child opens its store.</summary>
/// <param name="CheckpointBytes">Small, so that many checkpoints fall into a short run.</param>
/// <param name="IsUnsynced">Planted fault: the engine no longer syncs its log.</param>
/// <param name="IsQuiet">Without the clocks, so that nothing is written but what is asked for.</param>
internal sealed record ChildSettings(string Store, long CheckpointBytes, bool IsUnsynced, bool IsQuiet = false);

/// <summary>An installation as a server has it: the store, all modules and their clocks.</summary>
internal sealed class ChildInstallation : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ChildInstallation(ServiceProvider services, Store store, Submitter house)
    {
        _services = services;
        Store = store;
        House = house;
    }

    public Store Store { get; }

    public Submitter House { get; }

    public static async Task<ChildInstallation> Open(ChildSettings settings, IntakeSettings? intake = null)
    {
        var store = Store.Open(settings.Store, TimeProvider.System, demo: true,
            checkpointBytes: settings.CheckpointBytes);
        if (settings.IsUnsynced)
            StopSyncing(store.WriteConnection);
        var services = new ServiceCollection().AddLogging()
            .AddTolhuis(store, TimeProvider.System, intake ?? new IntakeSettings(MinFreeBytes: 0))
            .BuildServiceProvider();
        try
        {
            var house = await services.GetRequiredService<ITokens>().House();
            await services.GetRequiredService<IParties>().Register(Parties(), TimeProvider.System.NowMicroseconds());
            foreach (var clock in settings.IsQuiet ? [] : services.GetServices<IHostedService>())
                await clock.StartAsync(CancellationToken.None);
            return new ChildInstallation(services, store, house);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        foreach (var clock in _services.GetServices<IHostedService>())
            await clock.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    private static List<(Eori, string, PartyKind)> Parties()
    {
        var parties = new List<(Eori, string, PartyKind)>();
        foreach (var party in new TrafficSimulator(new SimulationPlan()).Parties)
        {
            if (Eori.TryParse(party.Eori.AsSpan(), out var eori, out _))
                parties.Add((eori, party.Name, PartyKind.EcommerceDeclarant));
        }

        return parties;
    }

    // Safe here: the writer has no work before there is a decider.
    private static void StopSyncing(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=OFF;";
        command.ExecuteNonQuery();
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// All who act in a demo besides whoever tries it: who lodges, what is true, the officers, and the declarants who are
/// asked to correct.
/// </summary>
internal sealed class SimulatedHouse
{
    private readonly IServiceProvider _services;
    private readonly IParties _parties;
    private readonly IDeclarations _declarations;
    private readonly TimeProvider _time;

    public SimulatedHouse(IServiceProvider services, Submitter house, TimeProvider time)
    {
        (_services, _time) = (services, time);
        _parties = services.GetRequiredService<IParties>();
        _declarations = services.GetRequiredService<IDeclarations>();
        Senders = new TrafficSenders(house);
        var intake = services.GetRequiredService<IIntake>();
        Corrections = new SimulatedCorrections(_declarations, intake, SubmitterOf, time);
        Controls = new SimulatedControls(
            new SimulatedDesk(
                services.GetRequiredService<IControls>(), _declarations, services.GetRequiredService<IReceivedFiles>(),
                services.GetRequiredService<IDocuments>(), services.GetRequiredService<IActs>(), intake),
            Truth, Corrections, time);
    }

    public TrafficSenders Senders { get; }

    public SimulatedTruth Truth { get; } = new();

    public SimulatedCorrections Corrections { get; }

    public SimulatedControls Controls { get; }

    /// <summary>Registers the parties, makes the accounts of two traders and hires the officers.</summary>
    public async Task MoveIn(TrafficSimulator simulator)
    {
        await _parties.Register(SimulatedDay.PartiesOf(simulator), _time.NowMicroseconds());
        var people = _services.GetRequiredService<IPeople>();
        await people.MarkDemo();
        await Senders.AddTraders(people, simulator);
        await Controls.Hire(people);
    }

    public Task<IntakeCounts> TakeDay(
        TrafficSimulator simulator, Action<long, long> report, CancellationToken stop) => SimulatedDay.Take(
            _services.GetRequiredService<IIntake>(), _services.GetRequiredService<IReceivedFiles>(), Senders, Truth,
            simulator, report, stop);

    /// <summary>Under whom a declaration is lodged: that of its declarant.</summary>
    public Submitter SubmitterOf(DeclarationRow row) =>
        Senders.For(_parties.Find(row.DeclarantId)?.Eori.ToString() ?? "");
}

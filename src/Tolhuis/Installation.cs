// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tolhuis.Access;
using Tolhuis.Clients;
using Tolhuis.Clients.Contract;
using Tolhuis.Controls;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Platform;
using Tolhuis.Risk;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff;

namespace Tolhuis;

/// <summary>One store with all modules on it: the same for a server, a command and a test.</summary>
public static class Installation
{
    /// <summary>Adds every module over an open store. The services own the store: disposing them closes it.</summary>
    public static IServiceCollection AddTolhuis(
        this IServiceCollection services, Store store, TimeProvider time, IntakeSettings? intake = null, AccessFolders? folders = null)
    {
        services.TryAddSingleton(time);
        // A factory, so that the container disposes the store after everything that uses it.
        services.AddSingleton(_ => store);
        services.AddSingleton<IConnections>(provider => provider.GetRequiredService<Store>());
        services.AddAccess(folders ?? AccessFolders.Beside(store.Folder.Path));
        services.AddTariff();
        services.AddSingleton(provider => ClientsModule.Open(provider.GetRequiredService<IConnections>()));
        services.AddSingleton<IMeetParties>(provider => provider.GetRequiredService<PartyRegister>());
        services.AddSingleton<IParties>(provider => provider.GetRequiredService<PartyRegister>());
        services.AddSingleton<IDeclarations, DeclarationQuestions>();
        services.AddSingleton<ISelections, Selections>();
        services.AddSingleton<IControls, ControlOrders>();
        services.AddIntake(intake ?? new IntakeSettings());
        return services;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tolhuis.Access;
using Tolhuis.Calendar;
using Tolhuis.Clients;
using Tolhuis.Controls;
using Tolhuis.Declarations;
using Tolhuis.Intake;
using Tolhuis.Platform;
using Tolhuis.Risk;
using Tolhuis.Tariff;

namespace Tolhuis;

/// <summary>One store with all modules on it: the same for a server, a command and a test.</summary>
public static class Installation
{
    /// <summary>Adds every module over an open store. The services own the store: disposing them closes it.</summary>
    public static IServiceCollection AddTolhuis(
        this IServiceCollection services,
        Store store,
        TimeProvider time,
        IntakeSettings? intake = null,
        AccessFolders? folders = null)
    {
        services.TryAddSingleton(time);
        // A factory, so that the container disposes the store after everything that uses it.
        services.AddSingleton(_ => store);
        services.AddSingleton<IConnections>(provider => provider.GetRequiredService<Store>());
        // The order of Modules.All.
        services.AddCalendar();
        services.AddAccess(folders ?? AccessFolders.Beside(store.Folder.Path));
        services.AddTariff();
        services.AddClients();
        var bounds = intake ?? new IntakeSettings();
        // Documents have a bound of their own, as large as that of messages.
        services.AddDeclarations(new DocumentSettings(bounds.MaxArchiveBytes, bounds.MinFreeBytes));
        services.AddRisk();
        services.AddControls();
        services.AddIntake(bounds);
        return services;
    }
}

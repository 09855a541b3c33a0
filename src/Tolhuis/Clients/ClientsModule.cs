// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Clients;

/// <summary>Door of the module for the host.</summary>
public static class ClientsModule
{
    /// <summary>Reads the register into memory.</summary>
    public static PartyRegister Open(IConnections connections) => new(connections);

    /// <summary>
    /// Adds the register as one instance for all who ask and for the decider, which also meets parties.
    /// </summary>
    public static IServiceCollection AddClients(this IServiceCollection services)
    {
        services.AddSingleton(provider => Open(provider.GetRequiredService<IConnections>()));
        services.AddSingleton<IMeetParties>(provider => provider.GetRequiredService<PartyRegister>());
        services.AddSingleton<IParties>(provider => provider.GetRequiredService<PartyRegister>());
        services.AddSingleton<IAgreeVersions>(provider => new MessageVersions(
            provider.GetRequiredService<IConnections>(), provider.GetRequiredService<IAuditTrail>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IMessageVersions>(provider => provider.GetRequiredService<IAgreeVersions>());
        return services;
    }
}

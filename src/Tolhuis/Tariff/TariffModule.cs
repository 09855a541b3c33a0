// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>The door of the module Tariff for the host.</summary>
public static class TariffModule
{
    /// <summary>
    /// Opens the editions of a store. The edition of the program is recorded at the first opening, and again when the
    /// program brings another one and no operator has taken over an edition since.
    /// </summary>
    public static async Task<ITariff> Open(IConnections connections, TimeProvider time) =>
        await EditionShelf.Open(connections, time);

    /// <summary>Adds <see cref="ITariff"/> as one instance for the whole program.</summary>
    public static IServiceCollection AddTariff(this IServiceCollection services) =>
        // Once, at the start of the program, before anything waits for the store.
        services.AddSingleton(provider =>
            Open(provider.GetRequiredService<IConnections>(), provider.GetRequiredService<TimeProvider>())
                .GetAwaiter().GetResult());
}

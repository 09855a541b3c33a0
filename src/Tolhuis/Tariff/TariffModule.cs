// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Access.Contract;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tariff.Loading;

namespace Tolhuis.Tariff;

/// <summary>The door of the module Tariff for the host.</summary>
public static class TariffModule
{
    /// <summary>
    /// Opens the editions of a store. The edition of the program is recorded at the first opening, and again when the
    /// program brings another one and no operator has taken over an edition since.
    /// </summary>
    /// <param name="trail">Given, an edition that an operator took over under an earlier program is made whole for
    /// this one, as a new edition.</param>
    public static async Task<ITariff> Open(
        IConnections connections, TimeProvider time, IAuditTrail? trail = null) =>
        await EditionShelf.Open(connections, time, trail);

    /// <summary>Drafts of the next edition over the editions of <see cref="Open"/>.</summary>
    public static ILawDrafts Drafts(
        IConnections connections, ITariff tariff, IAuditTrail trail, TimeProvider time) =>
        new LawDrafts(connections, (EditionShelf)tariff, trail, time);

    /// <summary>
    /// Adds <see cref="ITariff"/> and <see cref="ILawDrafts"/> as one instance each for the whole program.
    /// </summary>
    public static IServiceCollection AddTariff(this IServiceCollection services) => services
        // Once, at the start of the program, before anything waits for the store.
        .AddSingleton(provider =>
            Open(
                provider.GetRequiredService<IConnections>(), provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<IAuditTrail>())
                .GetAwaiter().GetResult())
        .AddSingleton(provider => Drafts(
            provider.GetRequiredService<IConnections>(), provider.GetRequiredService<ITariff>(),
            provider.GetRequiredService<IAuditTrail>(), provider.GetRequiredService<TimeProvider>()));
}

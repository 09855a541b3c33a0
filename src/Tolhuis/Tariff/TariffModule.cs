// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>The door of the module Tariff for the host.</summary>
public static class TariffModule
{
    /// <summary>
    /// Opens the editions of a store whose schema is up to date. The edition of the program is recorded at the first opening,
    /// and again when the program brings another one and no operator has taken over an edition since.
    /// </summary>
    /// <param name="open">Gives an open connection for writing; it is closed after use.</param>
    /// <param name="time">Clock for the moment of recording.</param>
    /// <summary>Needs an <see cref="Platform.IConnections"/> in the services.</summary>
    public static IServiceCollection AddTariff(this IServiceCollection services) =>
        services.AddSingleton<ITariff>(provider =>
        {
            var connections = provider.GetRequiredService<Platform.IConnections>();
            return new EditionShelf(connections.OpenRead, provider.GetRequiredService<TimeProvider>(), work =>
                connections.Write((connection, transaction) =>
                {
                    work(connection, transaction);
                    return 0;
                }).GetAwaiter().GetResult());
        });

    public static ITariff Open(Func<DbConnection> open, TimeProvider time) => new EditionShelf(open, time);
}

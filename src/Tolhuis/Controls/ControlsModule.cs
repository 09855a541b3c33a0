// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Controls.Contract;

namespace Tolhuis.Controls;

/// <summary>Door of the module for the host.</summary>
public static class ControlsModule
{
    /// <summary>Needs an <see cref="Platform.IConnections"/> in the services.</summary>
    public static IServiceCollection AddControls(this IServiceCollection services) =>
        services.AddSingleton<IControls, ControlOrders>().AddSingleton<IControlResults, ControlResultsStore>()
            .AddSingleton<ISampleEstimates, SampleEstimates>();
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Risk.Contract;

namespace Tolhuis.Risk;

/// <summary>
/// Door of the module for the host. Selection itself is no service: <see cref="Assessment"/> is pure and the decider
/// (module Intake) holds the memory that it needs.
/// </summary>
public static class RiskModule
{
    /// <summary>Needs an <see cref="Platform.IConnections"/> in the services.</summary>
    public static IServiceCollection AddRisk(this IServiceCollection services) =>
        services.AddSingleton<ISelections, Selections>();
}

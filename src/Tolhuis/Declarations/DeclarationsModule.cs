// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Declarations;

/// <summary>
/// Door of the module for the host. Reading and checking need no service: <see cref="MessageChecker"/> is made by
/// whoever
/// uses it, one for each thread.
/// </summary>
public static class DeclarationsModule
{
    /// <summary>Needs an <see cref="Platform.IConnections"/> in the services.</summary>
    public static IServiceCollection AddDeclarations(this IServiceCollection services) =>
        services.AddSingleton<IDeclarations, DeclarationQuestions>();
}

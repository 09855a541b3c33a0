// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Documents;

namespace Tolhuis.Declarations;

/// <summary>Settings of documents.</summary>
/// <param name="MaxBytes">Contents kept, each counted once, before new ones are refused.</param>
/// <param name="MinFreeBytes">Free space of the store's disk below which new ones are refused.</param>
public sealed record DocumentSettings(long MaxBytes, long MinFreeBytes);

/// <summary>
/// Door of the module for the host. Reading and checking need no service: <see cref="MessageChecker"/> is made by
/// whoever
/// uses it, one for each thread.
/// </summary>
public static class DeclarationsModule
{
    /// <summary>Needs a <see cref="Platform.Store"/> in the services.</summary>
    public static IServiceCollection AddDeclarations(this IServiceCollection services, DocumentSettings documents) =>
        services.AddSingleton(documents)
            .AddSingleton<IDeclarations, DeclarationQuestions>()
            .AddSingleton<IDocuments, KeptDocuments>();
}

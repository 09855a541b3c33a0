// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Intake.Parcels;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>Settings of intake.</summary>
/// <param name="MaxArchiveBytes">Raw messages kept before new ones are refused.</param>
/// <param name="MinFreeBytes">Free space of the archive's disk below which new ones are refused.</param>
public sealed record IntakeSettings(
    long MaxArchiveBytes = IntakeBounds.ArchiveBytes, long MinFreeBytes = IntakeBounds.FreeBytes);

/// <summary>Door of the module for the host.</summary>
public static class IntakeModule
{
    public static IServiceCollection AddIntake(this IServiceCollection services, IntakeSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IntakeRoad>();
        services.AddSingleton<IIntake>(provider => provider.GetRequiredService<IntakeRoad>());
        services.AddSingleton<IActs, Acts>();
        services.AddHostedService<TermsClock>();
        services.AddSingleton<ParcelSegments>();
        services.AddHostedService(provider => provider.GetRequiredService<ParcelSegments>());
        services.AddSingleton<IParcels, ParcelLookup>();
        services.AddSingleton<Verification>();
        services.AddSingleton<IDryDecisions, DryDecisions>();
        services.AddSingleton<ICalculations, Calculations>();
        services.AddSingleton<ICorrectionComposer, CorrectionComposer>();
        services.AddSingleton<IReceivedFiles>(provider => new ReceivedFiles(
            provider.GetRequiredService<IConnections>(),
            provider.GetRequiredService<Store>().Folder.ArchivePath,
            provider.GetRequiredService<IDeclarations>()));
        return services;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tolhuis.Access.Contract;

namespace Tolhuis.Access;

/// <summary>Where Access keeps what must not lie in the store: keys, and the signed heads of the trail.</summary>
/// <param name="KeysFolder">Made at first use, readable by its owner only.</param>
public sealed record AccessFolders(string KeysFolder, string HeadsFolder)
{
    /// <summary>Beside the store: <c>data.keys</c> and <c>data.trail-heads</c> for the store <c>data</c>.</summary>
    public static AccessFolders Beside(string storeFolder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(storeFolder));
        return new AccessFolders(path + ".keys", path + ".trail-heads");
    }
}

/// <summary>The door of Access for the host.</summary>
public static class AccessModule
{
    /// <summary>
    /// Needs an <see cref="Platform.IConnections"/> and a <see cref="TimeProvider"/> in the services.
    /// </summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, AccessFolders folders)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folders);
        services.AddSingleton(p => new KeyFolder(folders.KeysFolder, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IKeys>(p =>
        {
            var keys = p.GetRequiredService<KeyFolder>();
            keys.Commit ??= p.GetRequiredService<KeyStore>().Commit;
            return keys;
        });
        services.AddSingleton<PersonStore>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<TrailStore>();
        services.AddSingleton(p => new TrailHeads(folders.HeadsFolder, p.GetRequiredService<KeyFolder>()));
        services.AddSingleton<IAuditTrail>(p => new AuditTrail(
            p.GetRequiredService<TrailStore>(), p.GetRequiredService<Platform.IConnections>(),
            p.GetRequiredService<TrailHeads>(),
            p.GetRequiredService<KeyFolder>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<KeyStore>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<ITokens>(p => p.GetRequiredService<Tokens>());
        services.AddSingleton<IPeople, People>();
        services.AddSingleton<ITasks, TaskStore>();
        services.AddSingleton<IDesk, DeskStore>();
        services.AddSingleton<AccessClock>();
        services.AddHostedService(p => p.GetRequiredService<AccessClock>());
        return services;
    }

    /// <summary>Keys without a store, for the command line.</summary>
    public static IKeys OpenKeys(string keysFolder, TimeProvider time) => new KeyFolder(keysFolder, time);

    /// <summary>Where ASP.NET keeps its DataProtection keys: with the other keys.</summary>
    public static string DataProtectionFolder(AccessFolders folders)
    {
        PrivateFiles.MakeFolder(folders.KeysFolder);
        var path = Path.Combine(folders.KeysFolder, KeyFolder.DataProtectionFolder);
        PrivateFiles.MakeFolder(path);
        return path;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Platform;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web;

/// <summary>How a server is started.</summary>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="Proxy">
/// The one proxy before the server: what it says of the caller's address and of HTTPS is believed, and of no one else.
/// </param>
/// <param name="Hosts">Names under which the server is asked for, besides those of <paramref name="Urls"/>.</param>
public sealed record HostSettings(
    string Urls, IntakeSettings? Intake = null, IPAddress? Proxy = null, IReadOnlyList<string>? Hosts = null)
{
    /// <summary>Lets a page of a demo pull the plug of another run of the program; null in a real house.</summary>
    public Site.IPlugTrials? Plug { get; init; }
}

/// <summary>One server over one store: pages, API and the road behind them.</summary>
public static partial class TolhuisHost
{
    /// <param name="alter">Puts something else in the place of a part, e.g. in a test.</param>
    public static WebApplication Build(
        Store store, TimeProvider time, HostSettings settings, Action<IServiceCollection>? alter = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = IntakeBounds.FileBytes + (1 << 20));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddTolhuis(store, time, settings.Intake);
        builder.Services.AddHostedService<RoadStart>();
        if (settings.Plug is { } plug && store.Folder.IsDemo)
            builder.Services.AddSingleton(plug);
        builder.AddTolhuisWeb();
        Platform.Edge.Configure(builder.Services, settings);
        builder.Services.AddTolhuisApi();
        alter?.Invoke(builder.Services);
        var app = builder.Build();
        if (store.Folder.IsOpenToOthers)
            WarnOfOpenFolder(app.Logger, store.Folder.Path);
        Platform.Edge.Use(app, settings, isReal: !store.Folder.IsDemo);
        app.MapTolhuisWeb();
        app.MapTolhuisApi();
        return app;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Others than its owner may look into the folder of the store, {Folder}. Close it: chmod 700.")]
    private static partial void WarnOfOpenFolder(ILogger logger, string folder);

    /// <summary>
    /// Opens the road once the pages are up: rebuilding what the decider knows must not keep people waiting.
    /// </summary>
    private sealed class RoadStart(IServiceProvider services) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            var road = services.GetRequiredService<Platform.OpenRoad>();
            road.Intake = services.GetRequiredService<IIntake>();
            road.Acts = services.GetRequiredService<IActs>();
        }
    }
}

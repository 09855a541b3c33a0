// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Platform;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web;

/// <summary>How a server is started.</summary>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
public sealed record HostSettings(string Urls, IntakeSettings? Intake = null);

/// <summary>One server over one store: pages, API and the road behind them.</summary>
public static partial class TolhuisHost
{
    public static WebApplication Build(Store store, TimeProvider time, HostSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = IntakeBounds.FileBytes + (1 << 20));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddTolhuis(store, time, settings.Intake);
        builder.Services.AddHostedService<RoadStart>();
        builder.AddTolhuisWeb();
        builder.Services.AddTolhuisApi();
        var app = builder.Build();
        if (store.Folder.IsOpenToOthers)
            WarnOfOpenFolder(app.Logger, store.Folder.Path);
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
            services.GetRequiredService<Platform.OpenRoad>().Intake = services.GetRequiredService<IIntake>();
        }
    }
}

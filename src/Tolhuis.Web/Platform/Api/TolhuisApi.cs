// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Tolhuis.Web.Declarations.Api;
using Tolhuis.Web.Intake.Api;
using Tolhuis.Web.Tariff.Api;

namespace Tolhuis.Web.Platform.Api;

/// <summary>
/// The HTTP API under /v1, after the NL GOV API Design Rules 2.2. The host adds it to the services and maps it; it
/// needs authentication and authorization in the pipeline and nothing else.
/// </summary>
public static class TolhuisApi
{
    public static IServiceCollection AddTolhuisApi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new ApiSettings());
        services.AddSingleton<IStartupFilter, ApiEdge>();
        services.AddSingleton<ApiLimits>();
        services.AddSingleton<ApiDescription>();
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<ProblemTexts>();
        services.AddSingleton<TraderEdition>();
        services.AddSingleton<Notifications>();
        services.AddSingleton<ResponseXml>();
        services.AddSingleton<PullBoxWaiters>();
        services.AddSingleton<LodgingAnswers>();
        services.AddSingleton<MessageLook>();
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        services.AddAuthorization(TokenAuthentication.AddPolicies);
        services.ConfigureHttpJsonOptions(options =>
        {
            // Dutch words stay readable; what could break out of a page is still escaped.
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi(ApiDescription.DocumentName, ApiDescription.Configure);
        return services;
    }

    public static void MapTolhuisApi(this IEndpointRouteBuilder routes)
    {
        // The pattern of the root group is kept whole in every endpoint, so that a 405 can name what is allowed.
        var all = routes.MapGroup(ApiEdge.Root).AddEndpointFilter<RouteGroupBuilder, ApiFilter>();
        RootEndpoints.Map(all.MapGroup("").AllowAnonymous());
        var read = all.MapGroup("").RequireAuthorization(TokenAuthentication.ReadPolicy);
        DeclarationEndpoints.Map(read);
        LifeEndpoints.Map(read);
        DocumentEndpoints.MapRead(read);
        NotificationEndpoints.Map(read);
        FileEndpoints.MapRead(read);
        TariffEndpoints.Map(read);
        var lodge = all.MapGroup("").RequireAuthorization(TokenAuthentication.LodgePolicy);
        LodgeEndpoints.Map(lodge);
        FollowUpEndpoints.Map(lodge);
        ViewEndpoints.Map(lodge);
        BatchEndpoints.Map(lodge);
        DocumentEndpoints.MapLodge(lodge);
        FileEndpoints.MapLodge(lodge);
    }

    /// <summary>The OpenAPI 3.1 description as JSON: the same bytes as /v1/openapi.json, made without a store or a
    /// port.</summary>
    public static async Task<ReadOnlyMemory<byte>> Describe(CancellationToken stop = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Services.AddTolhuisApi();
        await using var app = builder.Build();
        app.MapTolhuisApi();
        // Endpoints are known to the description only once the pipeline is built.
        await app.StartAsync(stop).ConfigureAwait(false);
        return await app.Services.GetRequiredService<ApiDescription>().Bytes().ConfigureAwait(false);
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}

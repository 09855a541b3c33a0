// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Tolhuis.Access;
using Tolhuis.Access.Contract;
using Tolhuis.Web.Access;
using Tolhuis.Web.Layout;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web;

/// <summary>
/// The pages for the host. Rendered on the server without a circuit: plain links and forms that work without a script.
/// Every endpoint asks for a signed-in person unless it says otherwise.
/// </summary>
public static class TolhuisWeb
{
    /// <summary>Needs Access (<see cref="AccessModule.AddAccess"/>) in the services.</summary>
    public static void AddTolhuisWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped<Preferences>();
        services.AddScoped(p => p.GetRequiredService<Preferences>().Language);
        services.AddScoped<ProblemSentences>();
        services.AddScoped<Declarations.PartyNames>();
        services.AddScoped<Declarations.RuleBookPages>();
        services.AddScoped<Controls.ControlRows>();
        services.AddScoped<Controls.ControlDossiers>();
        services.AddScoped<Portal.PortalAccess>();
        services.AddScoped<Portal.PortalQuestions>();
        services.AddScoped<Portal.PortalCorrections>();
        services.AddSingleton<Portal.PortalLimits>();
        services.AddSingleton<FormBounds>();
        services.AddSingleton<OpenRoad>();
        services.AddSingleton<LiveSignals>();
        services.AddSingleton<Site.HouseFolder>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "tolhuis.form";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SignedIn.Configure);
        services.AddAuthorization(Authorize);
        services.AddRateLimiter(SignInLimits.Configure);
        services.AddSingleton<Portal.ParcelLimits>();
        services.AddSingleton<Portal.ParcelDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<Portal.ParcelDesk>());
        AddDataProtection(services);

        // It warns that its keys are not encrypted: they lie with the other keys, readable by their owner only.
        builder.Logging.AddFilter(
            "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
    }

    public static void MapTolhuisWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseWhen(IsPage, pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/fout/500",
                CreateScopeForErrors = true,
                StatusCodeSelector = StatusOf,
            });
            pages.UseStatusCodePagesWithReExecute("/fout/{0}", createScopeForStatusCodePages: true);
        });
        app.Use(ShowFaultsByGet);
        app.UseRouting();
        app.Use(app.Services.GetRequiredService<FormBounds>().Bound);
        app.UseRateLimiter();
        var parcels = app.Services.GetRequiredService<Portal.ParcelLimits>();
        var desk = app.Services.GetRequiredService<Portal.ParcelDesk>();
        app.Use((context, next) => parcels.Limit(context, desk, () => next(context)));
        app.Use(Preferences.RememberLanguage);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(Preferences.KeepLanguage);
        app.Use(app.Services.GetRequiredService<Portal.PortalLimits>().Limit);
        app.UseAntiforgery();
        app.Use(StaleForms.ShowAsItStands);
        app.Use(Components.ListExport.Answer);
        app.MapPageFiles();
        Preferences.Map(app);
        KeptViews.Map(app);
        LiveSignals.Map(app);
        SignInEndpoints.Map(app);
        Portal.PortalDownloads.Map(app);
        Declarations.DocumentDownload.Map(app);
        app.MapRazorComponents<App>();
    }

    // Programs get problem+json from the API; people get a page.
    private static bool IsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/v1") && !context.Request.Path.StartsWithSegments("/live");

    // A form that was refused must not be handled once more by the page that says so.
    private static Task ShowFaultsByGet(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        Tolhuis.Platform.StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static void Authorize(AuthorizationOptions options)
    {
        foreach (var permission in Permission.All)
        {
            options.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireAssertion(
                c => c.User.Claims.Any(claim => claim.Type == System.Security.Claims.ClaimTypes.Role
                    && Enum.TryParse<Role>(claim.Value, out var role) && Permissions.Allows(role, permission))));
        }

        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }

    private static void AddDataProtection(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("tolhuis");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<AccessFolders, ILoggerFactory>((options, folders, log) => options.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    new DirectoryInfo(AccessModule.DataProtectionFolder(folders)), log));
    }
}

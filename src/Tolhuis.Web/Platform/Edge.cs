// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Tolhuis.Web.Platform;

/// <summary>
/// What the server believes of a request: names it answers to, the one proxy whose word counts, and whether a cookie
/// may travel without encryption. Another site whose name is pointed at this computer reaches nothing.
/// </summary>
internal static class Edge
{
    // A proxy that nobody told us of, or that moved what it was told: the caller is not the one at the other end.
    private static readonly string[] ForwardedBy =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For",
        "X-Original-Proto", "X-Real-IP",
    ];

    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    public static void Configure(IServiceCollection services, HostSettings settings)
    {
        services.Configure<HostFilteringOptions>(options =>
        {
            options.AllowedHosts = HostsOf(settings);
            options.AllowEmptyHosts = false;
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = settings.Proxy is null
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            if (settings.Proxy is { } proxy)
                options.KnownProxies.Add(proxy);
        });
    }

    /// <summary>Before everything else.</summary>
    /// <param name="isReal">True for a store that is no demo: its cookies travel encrypted.</param>
    public static void Use(WebApplication app, HostSettings settings, bool isReal)
    {
        app.UseHostFiltering();
        if (settings.Proxy is not null)
            app.UseForwardedHeaders();
        if (!isReal)
            return;
        app.Use((context, next) =>
        {
            if (!IsDirectLoopback(context))
                context.Items[typeof(Edge)] = true;
            return next(context);
        });
        app.UseCookiePolicy(new CookiePolicyOptions
        {
            OnAppendCookie = cookie => cookie.CookieOptions.Secure |= MustBeSecure(cookie.Context),
            OnDeleteCookie = cookie => cookie.CookieOptions.Secure |= MustBeSecure(cookie.Context),
        });
    }

    /// <summary>
    /// True if cookies of this answer must be marked Secure and the browser is told to stay with HTTPS.
    /// </summary>
    public static bool MustBeSecure(HttpContext context) =>
        context.Request.IsHttps || context.Items.ContainsKey(typeof(Edge));

    /// <summary>
    /// True if the caller sits at this computer and asked for it by its own name, with no one between. A proxy that was
    /// set up without care tells nothing of itself and asks by our own name; it gives itself away by the oldest version
    /// of HTTP, which no browser speaks, and by the name of the site in the origin of a form.
    /// </summary>
    public static bool IsDirectLoopback(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && OwnNames.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !ForwardedBy.Any(context.Request.Headers.ContainsKey)
        && !HttpProtocol.IsHttp10(context.Request.Protocol) && IsOwnOrigin(context.Request.Headers.Origin);

    // "null" is what a browser says of a page that has no name: not one of ours.
    private static bool IsOwnOrigin(string? origin) => string.IsNullOrEmpty(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && OwnNames.Contains(uri.Host, StringComparer.OrdinalIgnoreCase));

    /// <summary>The names of this computer, those of the addresses to listen on, and those that were given.</summary>
    internal static List<string> HostsOf(HostSettings settings)
    {
        var listening = settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(url => BindingAddress.Parse(url).Host)
            // Listening on all addresses says nothing of names.
            .Where(host => host is not ("*" or "+" or "0.0.0.0" or "[::]"));
        return [.. OwnNames.Concat(listening).Concat(settings.Hosts ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}

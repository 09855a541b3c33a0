// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Web.Platform.Api;

/// <summary>
/// The outermost ring of the API: headers on every answer, no trailing slash, HEAD as GET without content. A start-up
/// filter, because an answer to a path without an endpoint must have them too.
/// </summary>
internal sealed partial class ApiEdge(ILogger<ApiEdge> logger) : IStartupFilter
{
    public const string Root = "/v1";
    public const string DescriptionPath = "/v1/openapi.json";

    /// <summary>Version of the interface, not of the program (semantic versioning; design rule
    /// version-header).</summary>
    public const string Version = "1.0.0";

    public const string VersionHeader = "API-Version";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) => IsApi(context.Request.Path) ? Guard(context, rest) : rest(context));
        next(app);
    };

    public static bool IsApi(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    private async Task Guard(HttpContext context, RequestDelegate rest)
    {
        // Registered first, so it runs last and wins over the headers of pages.
        context.Response.OnStarting(SetHeaders, context);
        var path = context.Request.Path.Value!;
        var isRoot = path.Length <= Root.Length + 1;
        if ((path.EndsWith('/') && !isRoot) || path.Contains("//", StringComparison.Ordinal)
            || !path.StartsWith(Root, StringComparison.Ordinal))
        {
            await new ApiProblem(ApiFaults.PathNotFound).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        try
        {
            await rest(context).ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted
            && !context.RequestAborted.IsCancellationRequested)
        {
            // What fails outside an endpoint, before its own filter can say so.
            Failed(logger, context.Request.Path, exception);
            await new ApiProblem(ApiFaults.ServerFailed).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    [LoggerMessage(EventId = 7_002, Level = LogLevel.Error,
        Message = "A request to {Path} failed outside its endpoint.")]
    private static partial void Failed(ILogger logger, string path, Exception exception);

    private static Task SetHeaders(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers[VersionHeader] = Version;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.Remove("Set-Cookie");
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        var path = context.Request.Path;
        var isSchema = path.Equals(MessageSchema.Path, StringComparison.Ordinal);
        if (isSchema && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
            headers.CacheControl = "public, max-age=3600";
        if (isSchema || path.Equals(DescriptionPath, StringComparison.Ordinal))
        {
            // Description and schema are open to programs in a browser; nothing else is (design rule transport/cors).
            headers.AccessControlAllowOrigin = "*";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
        else
        {
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
        }

        return Task.CompletedTask;
    }
}

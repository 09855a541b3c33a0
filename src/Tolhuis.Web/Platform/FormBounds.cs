// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Tolhuis.Web.Portal;

namespace Tolhuis.Web.Platform;

/// <summary>
/// How long a form may be, and how slowly it may come. A form of someone nobody knows is read whole, within seconds,
/// before it takes one of the few places in which a password is checked or a parcel is looked up: else two who send one
/// letter at a time keep everyone out.
/// </summary>
internal sealed class FormBounds(TimeProvider time)
{
    /// <summary>A form that anyone may send.</summary>
    public const int OpenBytes = 16 << 10;

    /// <summary>A form without a file; one with a file may be as long as the server takes.</summary>
    public const int FieldBytes = 1 << 20;

    /// <summary>How long a form that anyone may send may be on its way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly PathString[] Open =
        ["/aanmelden", "/toegang", "/afmelden", "/voorkeuren", ParcelLimits.Path];

    public async Task Bound(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || request.Path.StartsWithSegments("/v1"))
        {
            await next(context);
            return;
        }

        var isOpen = Open.Any(path => request.Path.StartsWithSegments(path));
        var most = isOpen ? OpenBytes : IsMultipart(request) ? (int?)null : FieldBytes;
        if (request.ContentLength > most)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (most is not null
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        if (!isOpen || !request.HasFormContentType || await IsRead(context))
            await next(context);
    }

    private static bool IsMultipart(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    // What is read stays with the request: the form is not read again. Who is too slow is cut off without an answer:
    // his connection is in the middle of what he sends.
    private async Task<bool> IsRead(HttpContext context)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            // Called off and not left behind: the connection would be read by two otherwise.
            await context.Request.ReadFormAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (BadHttpRequestException fault)
        {
            context.Response.StatusCode = fault.StatusCode;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or OperationCanceledException)
        {
            // No form, or its sender left.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return false;
    }
}

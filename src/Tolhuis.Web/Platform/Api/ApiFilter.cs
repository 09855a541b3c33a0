// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Tolhuis.Platform;

namespace Tolhuis.Web.Platform.Api;

/// <summary>What an endpoint reads: content types and the most bytes. Metadata for the filter and for the
/// description.</summary>
internal sealed record RequestContent(long MaxBytes, string Description, params string[] ContentTypes)
{
    /// <summary>What the JSON is, if it is no message about a declaration.</summary>
    public JsonForm? Json { get; init; }
}

/// <summary>A small JSON body of its own: its schema, and an example as text.</summary>
internal sealed record JsonForm(OpenApiSchema Schema, string Example);

/// <summary>
/// Around every endpoint of the API: form of the answer, turn of the token, content type and size; faults become
/// problem documents.
/// </summary>
internal sealed partial class ApiFilter(ApiLimits limits, ILogger<ApiFilter> logger) : IEndpointFilter
{
    /// <summary>Of the schema of messages: programs that look for one ask for it.</summary>
    public const string SchemaType = "application/schema+json";

    private const int RetrySeconds = 30;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        string[] forms =
        [
            AcceptHeader.Json,
            .. http.GetEndpoint()?.Metadata.GetOrderedMetadata<OtherForm>().Select(form => form.ContentType) ?? [],
        ];
        if (!AcceptHeader.Allows(http.Request, forms))
            return new ApiProblem(ApiFaults.NotAcceptable, string.Join(", ", forms));

        var content = http.GetEndpoint()?.Metadata.GetMetadata<RequestContent>();
        if (content is not null && Refusal(http, content) is { } refusal)
            return refusal;
        using var lease = await limits.Acquire(http).ConfigureAwait(false);
        if (!lease.IsAcquired)
            return new ApiProblem(ApiFaults.RateExceeded) { RetryAfter = RequestRate.RetryAfter(lease, otherwise: 1) };
        using var room = await limits.AcquireRoom(http, content).ConfigureAwait(false);
        if (!room.IsAcquired)
            return Unavailable(StoreFault.Busy);
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception)
        {
            return Unavailable(exception.Fault);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge(content?.MaxBytes ?? 0)
                : new ApiProblem(ApiFaults.RequestMalformed);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            Failed(logger, http.Request.Path, exception);
            return new ApiProblem(ApiFaults.ServerFailed);
        }
    }

    public static ApiProblem Unavailable(StoreFault fault) => new(ApiFaults.StoreUnavailable, WordOf(fault))
    {
        RetryAfter = fault == StoreFault.Busy ? 1 : RetrySeconds,
    };

    public static ApiProblem TooLarge(long maxBytes) =>
        new(ApiFaults.BodyTooLarge, maxBytes.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Refuses at once what would wait for a store that writes nothing more until it is restarted. A full disk is not
    /// such a store: it may have room again, and the next message finds out.
    /// </summary>
    public static void RefuseIfStuck(StoreFault? fault)
    {
        if (fault is { } known and not (StoreFault.Full or StoreFault.Busy))
            throw new StoreUnavailableException(known);
    }

    /// <summary>Stable word for why the store takes nothing: it stands in answers and in the health resource.</summary>
    public static string WordOf(StoreFault fault) => fault switch
    {
        StoreFault.Full => "disk-full",
        StoreFault.SyncFailed => "sync-failed",
        StoreFault.Stopping => "stopping",
        StoreFault.Busy => "busy",
        _ => "promise-broken",
    };

    private static ApiProblem? Refusal(HttpContext http, RequestContent content)
    {
        var request = http.Request;
        var isKnown = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && content.ContentTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);
        if (!isKnown || request.Headers.ContentEncoding.Count > 0)
        {
            var given = request.ContentType is { Length: > 0 and <= 100 } text ? text : "-";
            http.Response.Headers.Accept = string.Join(", ", content.ContentTypes);
            return new ApiProblem(ApiFaults.ContentTypeUnsupported, given, string.Join(", ", content.ContentTypes));
        }

        if (request.ContentLength > content.MaxBytes)
            return TooLarge(content.MaxBytes);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = content.MaxBytes;
        return null;
    }

    [LoggerMessage(EventId = 7_001, Level = LogLevel.Error, Message = "A request to {Path} failed.")]
    private static partial void Failed(ILogger logger, string path, Exception exception);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Net.Http.Headers;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Web.Platform.Api;

/// <summary>Where things are.</summary>
[Description("De ingang: versie en adressen.")]
public sealed record RootBody(
    [property: Description("Versie van deze interface.")] string Version,
    [property: Description("Adressen per onderwerp.")] IReadOnlyDictionary<string, string> Links);

/// <summary>Whether messages are taken in.</summary>
[Description("Of er berichten worden aangenomen.")]
public sealed record HealthBody([property: Description("ready, als alles goed is.")] string Status);

/// <summary>What is open to everyone: the entrance, health, the description; and the answer to addresses that do not
/// exist.</summary>
internal static class RootEndpoints
{
    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet("", Root).WithName("readRoot").WithTags("platform").WithSummary("Ingang met adressen")
            .Produces<RootBody>();
        open.MapGet("/health", Health).WithName("readHealth").WithTags("platform")
            .WithSummary("Of er berichten worden aangenomen")
            .WithDescription("503 zegt waarom niet; lezen gaat dan door.").Produces<HealthBody>();
        open.MapGet("/openapi.json", Describe).ExcludeFromDescription();
        open.MapGet(MessageSchema.Path[ApiEdge.Root.Length..], Schema).ExcludeFromDescription();
        open.Map("/{**rest}", Missing).ExcludeFromDescription();
    }

    private static Ok<RootBody> Root(HttpContext context, [FromServices] ApiSettings settings)
    {
        var root = context.Request.PathBase + ApiEdge.Root;
        return TypedResults.Ok(
            new RootBody(ApiEdge.Version, new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["declarations"] = root + "/declarations",
                ["declarationBatches"] = root + "/declaration-batches",
                ["declarationFiles"] = root + "/declaration-files",
                ["tariff"] = root + "/tariff/{code}",
                ["codeLists"] = root + "/code-lists/{list}",
                ["notifications"] = root + "/notifications",
                ["health"] = root + "/health",
                ["description"] = root + "/openapi.json",
                ["messageSchema"] = context.Request.PathBase + MessageSchema.Path,
                ["contact"] = settings.ContactUrl,
            }));
    }

    private static IResult Health([FromServices] IIntake intake) =>
        intake.Fault is { } fault ? ApiFilter.Unavailable(fault) : TypedResults.Ok(new HealthBody("ready"));

    private static async Task<IResult> Describe([FromServices] ApiDescription description) =>
        TypedResults.Bytes(await description.Bytes().ConfigureAwait(false), "application/json");

    /// <summary>The schema of a message by the law of today, with its hash as entity tag.</summary>
    private static FileContentHttpResult Schema([FromServices] ITariff tariff, [FromServices] TimeProvider time)
    {
        var schema = MessageSchema.Of(tariff.Current.On(DutchTime.DateOf(time.GetUtcNow())));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(schema.Span))[..32]}\"");
        return TypedResults.Bytes(schema, ApiFilter.SchemaType, entityTag: tag);
    }

    /// <summary>404, or 405 if another method exists here. An endpoint of its own, so that no page answers for the
    /// API.</summary>
    private static ApiProblem Missing(HttpContext context, [FromServices] EndpointDataSource endpoints)
    {
        var allowed = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 }
                && IsAt(endpoint, context.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (allowed.Count == 0)
            return new ApiProblem(ApiFaults.PathNotFound);
        var list = string.Join(", ", allowed);
        context.Response.Headers.Allow = list;
        return new ApiProblem(ApiFaults.MethodNotAllowed, context.Request.Method, list);
    }

    private static bool IsAt(RouteEndpoint endpoint, PathString path)
    {
        var text = endpoint.RoutePattern.RawText ?? "";
        return text.StartsWith(ApiEdge.Root, StringComparison.Ordinal)
            && new TemplateMatcher(TemplateParser.Parse(text), []).TryMatch(path, []);
    }
}

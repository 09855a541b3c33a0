// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Tolhuis.Web.Platform;

/// <summary>
/// Style, script and pictures of the pages, from inside the program. The URL carries the hash of the content, so a
/// browser keeps them for ever and a new version is a new URL.
/// </summary>
public static class PageFiles
{
    private const string Immutable = "public, max-age=31536000, immutable";

    private static readonly Lazy<FrozenDictionary<string, PageFile>> All = new(Load);

    /// <summary>URL of a file, e.g. <c>/assets/1a2b3c4d5e6f7a8b/tolhuis.css</c>.</summary>
    public static string Url(string name) => $"/assets/{All.Value[name].Hash}/{name}";

    public static void MapPageFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{hash}/{name}", Send).AllowAnonymous().WithDisplayName("assets");
        routes.MapGet("/favicon.ico", () => Results.Redirect(Url("favicon.svg"))).AllowAnonymous()
            .WithDisplayName("favicon");
    }

    private static IResult Send(string hash, string name, HttpContext context)
    {
        if (!All.Value.TryGetValue(name, out var asset) || asset.Hash != hash)
            return Results.NotFound();
        context.Response.Headers.CacheControl = Immutable;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            return Results.Bytes(asset.Plain, asset.ContentType);
        context.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(asset.Brotli, asset.ContentType);
    }

    private static FrozenDictionary<string, PageFile> Load()
    {
        var assembly = typeof(PageFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("assets/", StringComparison.Ordinal))
            .ToFrozenDictionary(n => n["assets/".Length..], n =>
                Read(assembly.GetManifestResourceStream(n)!, n), StringComparer.Ordinal);
    }

    private static PageFile Read(Stream stream, string name)
    {
        using var plain = new MemoryStream();
        using (stream)
            stream.CopyTo(plain);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(plain.ToArray());
        var type = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
        var bytes = plain.ToArray();
        return new PageFile(bytes, packed.ToArray(), type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }

    private sealed record PageFile(byte[] Plain, byte[] Brotli, string ContentType, string Hash);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Tolhuis.Declarations.Contract;

namespace Tolhuis.Web.Platform.Api;

/// <summary>The OpenAPI description: made once from the endpoints, the same for every caller.</summary>
internal sealed class ApiDescription(IServiceProvider services) : IDisposable
{
    public const string DocumentName = "v1";
    public const string SchemeName = "token";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private byte[]? _bytes;

    /// <summary>Name of the schema of messages in JSON.</summary>
    public const string MessageSchemaName = "DeclarationMessage";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description =>
            description.RelativePath?.StartsWith("v1", StringComparison.Ordinal) == true;
        options.AddOperationTransformer(OperationDescription.Complete);
        options.AddDocumentTransformer(Complete);
    }

    public async Task<byte[]> Bytes()
    {
        if (_bytes is { } known)
            return known;
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            return _bytes ??= await Make().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<byte[]> Make()
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
        var document = await provider.GetOpenApiDocumentAsync().ConfigureAwait(false);
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1).ConfigureAwait(false);
        return Encoding.UTF8.GetBytes(WithMessageSchema(text).ReplaceLineEndings("\n") + "\n");
    }

    /// <summary>
    /// Puts the schema of messages where the model of the description has only room for a name: it does not know all
    /// words of JSON Schema.
    /// </summary>
    private static string WithMessageSchema(string text)
    {
        var description = JsonNode.Parse(text)!;
        var schema = MessageSchema.AsNode(MessageSchema.Described);
        schema.Remove("$schema");
        schema.Remove("$id");
        var inside = schema.ToJsonString(Readable).Replace(
            "\"#/$defs/", $"\"#/components/schemas/{MessageSchemaName}/$defs/", StringComparison.Ordinal);
        description["components"]!["schemas"]![MessageSchemaName] = JsonNode.Parse(inside);
        return description.ToJsonString(Readable);
    }

    private static Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context,
        CancellationToken stop)
    {
        var settings = context.ApplicationServices.GetRequiredService<ApiSettings>();
        document.Info = new OpenApiInfo
        {
            Title = "Tolhuis",
            Version = ApiEdge.Version,
            Description =
                "Invoeraangiften indienen en volgen. Antwoorden zijn JSON; fouten zijn application/problem+json "
                + "(RFC 9457) met een vaste code en, in de taal van Accept-Language (nl of en), wat er is en wat u nu "
                + "doet. Ogenblikken zijn UTC (RFC 3339), bedragen decimale tekst met valuta, massa's kilogram. "
                + "Aanmelden gaat met een token in de kop Authorization. Zie ook docs/reference/api.md.",
            Contact = new OpenApiContact
            {
                Name = settings.ContactName,
                Email = settings.ContactEmail,
                Url = new Uri(settings.ContactUrl),
            },
            License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        document.Servers = [new OpenApiServer { Url = ApiEdge.Root, Description = "Deze server" }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "declarations", Description = "Aangiften indienen en volgen." },
            new() { Name = "declaration-files", Description = "Zips met veel berichten, en wat ervan werd." },
            new() { Name = "notifications", Description = "Postbus met berichten over al uw aangiften." },
            new() { Name = "tariff", Description = "Het recht van de dag: goederencodes en codelijsten." },
            new() { Name = "platform", Description = "Ingang en toestand." },
        };
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
            paths[path == ApiEdge.Root ? "/" : path[ApiEdge.Root.Length..]] = item;
        document.Paths = paths;
        document.Components ??= new OpenApiComponents();
        document.AddComponent(MessageSchemaName, new OpenApiSchema { Type = JsonSchemaType.Object });
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[SchemeName] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "Token van de indiener, met de bevoegdheden lodge (indienen) en read (lezen).",
        };
        return Task.CompletedTask;
    }

    /// <summary>The scope that an endpoint asks for; null if it is open to everyone.</summary>
    public static string? ScopeOf(IList<object> metadata) =>
        metadata.OfType<IAllowAnonymous>().Any()
            ? null
            : TokenAuthentication.ScopeOf(metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy);
}

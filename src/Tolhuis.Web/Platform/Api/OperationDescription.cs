// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Tolhuis.Web.Platform.Api;

/// <summary>Completes one operation of the description from the metadata of its endpoint: nothing is written
/// twice.</summary>
internal static class OperationDescription
{
    private static readonly SortedDictionary<int, string> Meanings = new()
    {
        [200] = "Gelukt.",
        [201] = "Aanvaard of helemaal beoordeeld.",
        [202] = "Ontvangen en veilig bewaard.",
        [304] = "Niet veranderd.",
        [400] = "Het verzoek of het bericht klopt niet; alle fouten staan in problems.",
        [401] = "Geen geldig token.",
        [403] = "Het token mag dit niet.",
        [404] = "Niet gevonden, of niet van u.",
        [406] = "De gevraagde vorm bestaat niet.",
        [409] = "Tegenstrijdig met wat er al is: LRN of Idempotency-Key al gebruikt, of de staat van de aangifte laat "
            + "het niet toe.",
        [413] = "Te groot.",
        [415] = "Inhoudstype niet ondersteund.",
        [429] = "Te veel verzoeken; zie Retry-After.",
        [500] = "Fout in Tolhuis. Opnieuw sturen kan altijd.",
        [503] = "Er wordt nu niets aangenomen; zie Retry-After.",
    };

    public static async Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context,
        CancellationToken stop)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var scope = ApiDescription.ScopeOf(metadata);
        var content = metadata.OfType<RequestContent>().LastOrDefault();
        AddParameters(operation, metadata);
        var known = operation.Parameters?.OfType<OpenApiParameter>() ?? [];
        foreach (var parameter in known.Where(p => p.In == ParameterLocation.Path))
            DescribePath(parameter);
        if (content is not null)
            operation.RequestBody = BodyOf(content, context.Document);
        if (scope is not null)
        {
            var scheme = new OpenApiSecuritySchemeReference(ApiDescription.SchemeName, context.Document);
            operation.Security = [new() { [scheme] = [scope] }];
        }

        operation.Responses ??= [];
        AddExamples(operation, context);
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDocument), null, stop).ConfigureAwait(false);
        context.Document?.AddComponent(nameof(ProblemDocument), problem);
        foreach (var status in ProblemsOf(operation, metadata, scope is not null, content is not null))
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = ProblemOf(status, context.Document);
        if (metadata.Contains(AnswerHeaders.ETag))
            operation.Responses["304"] = new OpenApiResponse();
        foreach (var (status, response) in operation.Responses)
        {
            if (response is OpenApiResponse own)
                CompleteResponse(own, int.Parse(status, CultureInfo.InvariantCulture), metadata);
        }
    }

    private static IEnumerable<int> ProblemsOf(OpenApiOperation operation, IList<object> metadata, bool isSecured,
        bool hasContent)
    {
        if (isSecured || metadata.OfType<QueryParameters>().Any())
            yield return 400;
        if (isSecured)
        {
            yield return 401;
            yield return 403;
        }

        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true)
            yield return 404;
        yield return 406;
        if (metadata.Contains(RequestHeaders.IdempotencyKey))
            yield return 409;
        if (hasContent)
        {
            yield return 413;
            yield return 415;
        }

        if (isSecured)
            yield return 429;
        yield return 500;
        if (hasContent || !isSecured)
            yield return 503;
    }

    private static void AddParameters(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<QueryParameters>().SelectMany(all => all.All))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = SchemaOf(parameter),
            });
        }

        foreach (var header in metadata.OfType<RequestHeader>())
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Description = header.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = header.Example,
            });
        }
    }

    private static OpenApiSchema SchemaOf(QueryParameter parameter) => parameter switch
    {
        NumberParameter number => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int64",
            Minimum = number.Min.ToString(CultureInfo.InvariantCulture),
            Maximum = number.Max == long.MaxValue ? null : number.Max.ToString(CultureInfo.InvariantCulture),
            Default = number.Default is { } value ? JsonValue.Create(value) : null,
        },
        ChoiceParameter choice => new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. choice.Words.Select(word => (JsonNode)JsonValue.Create(word)!)],
        },
        MrnParameter => MrnSchema(),
        InstantParameter => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        DayParameter => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        TextParameter text => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = text.MaxLength },
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void DescribePath(OpenApiParameter parameter)
    {
        if (parameter.Name is "code" or "list")
        {
            DescribeLawPath(parameter, isCode: parameter.Name == "code");
            return;
        }

        var isMrn = parameter.Name == "mrn";
        var (description, example) = parameter.Name switch
        {
            "mrn" => ("MRN van een eigen aangifte.", 0),
            "requestId" => ("Nummer van een verzoek over die aangifte.", ApiExamples.RequestId),
            "documentId" => ("Nummer van een document bij die aangifte.", ApiExamples.DocumentId),
            "version" => ("Versie van die aangifte, vanaf 1.", 1),
            "seq" => ("Nummer van een eigen bericht.", ApiExamples.Seq),
            _ => ("Nummer van een eigen bestand.", ApiExamples.FileId),
        };
        parameter.Description = description;
        parameter.Schema = isMrn
            ? MrnSchema() : new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "1" };
        parameter.Example = isMrn ? JsonValue.Create(ApiExamples.Mrn) : JsonValue.Create(example);
    }

    private static OpenApiSchema MrnSchema() => new()
    {
        Type = JsonSchemaType.String,
        MinLength = 18,
        MaxLength = 18,
    };

    private static OpenApiMediaType FormOf(OtherForm form) => new()
    {
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(form.Example),
    };

    private static void DescribeLawPath(OpenApiParameter parameter, bool isCode)
    {
        parameter.Description = isCode ? "Goederencode van 6, 8 of 10 cijfers." : "Naam van een codelijst.";
        parameter.Schema = isCode
            ? new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 6, MaxLength = 10 }
            : new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 60 };
        parameter.Example = JsonValue.Create(isCode ? "610910" : "incoterm");
    }

    private static OpenApiRequestBody BodyOf(RequestContent content, OpenApiDocument? document) => new()
    {
        Description = content.Description,
        Required = true,
        Content = content.ContentTypes.ToDictionary(type => type, type => new OpenApiMediaType
        {
            Schema = type switch
            {
                "multipart/form-data" => new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["message"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            MinItems = 1,
                            MaxItems = 100,
                            Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        },
                    },
                },
                "application/json" when content.Json is { } json => json.Schema,
                "application/json" => new OpenApiSchemaReference(ApiDescription.MessageSchemaName, document),
                "application/zip" or "application/pdf" or "application/octet-stream" or "image/jpeg" or "image/png" =>
                    new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                _ => new OpenApiSchema { Type = JsonSchemaType.String },
            },
            Example = type == "application/xml" ? JsonValue.Create(ApiExamples.Message)
                : type == "application/json" ? JsonNode.Parse(content.Json?.Example ?? ApiExamples.JsonMessage)
                : null,
        }),
    };

    private static OpenApiResponse ProblemOf(int status, OpenApiDocument? document) => new()
    {
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [ApiProblem.ContentType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(nameof(ProblemDocument), document),
            },
        },
    };

    private static void AddExamples(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var options = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        foreach (var type in context.Description.SupportedResponseTypes)
        {
            var status = type.StatusCode.ToString(CultureInfo.InvariantCulture);
            if (type.Type is null || ApiExamples.Of(type.Type) is not { } example
                || operation.Responses?.TryGetValue(status, out var response) != true)
                continue;
            foreach (var media in response!.Content?.Values.OfType<OpenApiMediaType>() ?? [])
                media.Example = JsonSerializer.SerializeToNode(example, type.Type, options);
        }
    }

    private static void CompleteResponse(OpenApiResponse response, int status, IList<object> metadata)
    {
        response.Description = Meanings[status];
        var headers = response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        headers[ApiEdge.VersionHeader] = Text("Versie van deze interface.", ApiEdge.Version);
        if (status is 429 or 503)
            headers["Retry-After"] = Text("Seconden tot een nieuwe poging.", "30");
        if (status is 401 or 403)
            headers["WWW-Authenticate"] = Text("Hoe u zich aanmeldt (RFC 6750).", "Bearer realm=\"tolhuis\"");
        if (status >= 400)
            return;
        foreach (var header in metadata.OfType<AnswerHeader>())
            headers[header.Name] = Text(header.Description, header.Example);
        if (metadata.OfType<QueryParameters>().Any())
            headers["Link"] = Text("Volgende bladzijde, als die er is (RFC 8288).",
                "</v1/declarations?cursor=41>; rel=\"next\"");
        foreach (var form in metadata.OfType<OtherForm>().Where(_ => status == 200))
            (response.Content ??= new Dictionary<string, OpenApiMediaType>())[form.ContentType] = FormOf(form);
        if (metadata.Contains(RequestHeaders.Prefer) || metadata.Contains(RequestHeaders.Wait))
            headers["Preference-Applied"] = Text("Voorkeur die is toegepast (RFC 7240).", "wait=10");
    }

    private static OpenApiHeader Text(string description, string example) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };
}

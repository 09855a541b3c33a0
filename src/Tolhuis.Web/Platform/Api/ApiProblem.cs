// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Tolhuis.Web.Platform.Api;

/// <summary>One thing that is wrong, as the API says it.</summary>
[Description("Eén fout of waarschuwing.")]
public sealed record ProblemItem(
    [property: Description("Vaste code, module.onderwerp.wat.")] string Code,
    [property: Description("reject: het bericht is geweigerd; warn: het bericht is aangenomen, let hierop.")]
    string Severity,
    [property: Description("Nummer van het gegevenselement in het EUCDM, als er een is.")] string? DataElement,
    [property: Description("Plaats in het bericht of in het verzoek, als die er is.")] string? Pointer,
    [property: Description("Wat er is, welke waarde, welke grens en wat u nu doet; in de taal van Accept-Language.")]
    string Text,
    [property: Description("Wettelijke grond, als er een is.")] string? Ground);

/// <summary>Body of every answer of 400 and above (RFC 9457).</summary>
[Description("Foutantwoord (RFC 9457).")]
public sealed record ProblemDocument(
    [property: Description("HTTP-status.")] int Status,
    [property: Description("Soort fout, kort.")] string Title,
    [property: Description("Wat er is en wat u nu doet.")] string Detail,
    [property: Description("Pad van het verzoek, zonder vraagparameters.")] string Instance,
    [property: Description("Vaste code, module.onderwerp.wat.")] string Code,
    [property: Description("Alle fouten tegelijk; leeg als er niets meer te zeggen is.")]
    IReadOnlyList<ProblemItem> Problems)
{
    [Description("LRN van het bericht, als het te lezen was.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Lrn { get; init; }

    [Description("Wat er met het bericht gebeurde: rejected, unreadable of duplicate.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Outcome { get; init; }
}

/// <summary>An answer that says what is wrong, in the language of the request.</summary>
internal sealed class ApiProblem(ApiFault fault, params string[] arguments) : IResult
{
    public const string ContentType = "application/problem+json";

    public IReadOnlyList<ProblemItem> Problems { get; init; } = [];

    public string? Lrn { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Seconds after which to try again; null if that would not help.</summary>
    public int? RetryAfter { get; init; }

    public int Status => fault.Status;

    public ProblemDocument ToDocument(HttpContext context)
    {
        var language = ApiLanguage.Of(context);
        var detail = string.Format(CultureInfo.InvariantCulture, fault.Detail.In(language), [.. arguments]);
        return new ProblemDocument(
            fault.Status, fault.Title.In(language), detail, context.Request.PathBase + context.Request.Path, fault.Code,
            Problems)
        {
            Lrn = Lrn,
            Outcome = Outcome,
        };
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = fault.Status;
        response.Headers.ContentLanguage = ApiLanguage.Of(httpContext);
        if (RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return response.WriteAsJsonAsync(ToDocument(httpContext), options, ContentType, httpContext.RequestAborted);
    }
}

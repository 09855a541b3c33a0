// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Text.Json.Nodes;

namespace Tolhuis.SystemTests.Api;

/// <summary>An answer of the API: status, headers, and its content as JSON.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, HttpResponseMessage Message, JsonNode? Json, string Content)
{
    public string? ContentType => Message.Content.Headers.ContentType?.MediaType;

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values) : null;

    public string? Text(string name) => Json![name]?.ToString();

    public IReadOnlyList<string> ProblemCodes =>
        Json!["problems"]!.AsArray().Select(problem => problem!["code"]!.ToString()).ToList();

    public static async Task<ApiAnswer> Of(HttpResponseMessage message)
    {
        var content = await message.Content.ReadAsStringAsync();
        return new ApiAnswer(message.StatusCode, message, content.Length == 0 ? null : JsonNode.Parse(content),
            content);
    }
}

/// <summary>Short ways to call the API.</summary>
internal static class ApiCalls
{
    public static async Task<ApiAnswer> Get(this HttpClient client, string path,
        params (string Name, string Value)[] headers) =>
        await client.Send(HttpMethod.Get, path, null, headers);

    public static async Task<ApiAnswer> Post(
        this HttpClient client, string path, HttpContent? content, params (string Name, string Value)[] headers) =>
        await client.Send(HttpMethod.Post, path, content, headers);

    public static Task<ApiAnswer> Lodge(this HttpClient client, string message,
        params (string Name, string Value)[] headers) =>
        client.Post("/v1/declarations", SampleMessages.Xml(message), headers);

    public static async Task<ApiAnswer> Send(
        this HttpClient client, HttpMethod method, string path, HttpContent? content,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        return await ApiAnswer.Of(await client.SendAsync(request));
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Net.Http.Headers;
using Tolhuis.Declarations.Contract;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Intake.Api;

/// <summary>Content types of messages. What is sent must be what its header says: a wrong header is a mistake to mend,
/// and a proxy that trusts it must not be led astray.</summary>
internal static class MessageTypes
{
    public const string Xml = "application/xml";
    public const string TextXml = "text/xml";
    public const string Json = "application/json";

    /// <summary>The refusal if a header says XML for JSON or the other way; null for any other header too.</summary>
    public static ApiProblem? Mismatch(string? contentType, ReadOnlySpan<byte> message)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return null;
        var isSaidJson = Is(type, Json);
        var isSaidXml = Is(type, Xml) || Is(type, TextXml);
        var isJson = MessageShape.IsJson(message);
        if (isSaidJson == isJson || !isSaidJson && !isSaidXml)
            return null;
        return new ApiProblem(ApiFaults.ContentTypeMismatch, type.MediaType.Value!, isJson ? "JSON" : "XML");
    }

    private static bool Is(MediaTypeHeaderValue type, string name) =>
        type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);
}

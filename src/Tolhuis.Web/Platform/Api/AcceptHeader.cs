// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Tolhuis.Web.Platform.Api;

/// <summary>Another form than JSON in which an endpoint can answer. Metadata for the filter and the description.
/// </summary>
internal sealed record OtherForm(string ContentType, string Example);

/// <summary>Which form of an answer a caller takes (RFC 9110, section 12.5.1).</summary>
internal static class AcceptHeader
{
    public const string Json = "application/json";

    /// <summary>True if the caller takes a problem document or one of the forms of this endpoint.</summary>
    public static bool Allows(HttpRequest request, params string[] forms)
    {
        var accept = request.GetTypedHeaders().Accept;
        if (accept.Count == 0)
            return request.Headers.Accept.ToString().Trim().Length == 0;
        return QualityOf(accept, ApiProblem.ContentType) > 0 || forms.Any(form => QualityOf(accept, form) > 0);
    }

    /// <summary>True if the other form is liked better than JSON; JSON where both are liked as well.</summary>
    public static bool Prefers(HttpRequest request, string other)
    {
        var accept = request.GetTypedHeaders().Accept;
        return QualityOf(accept, other) > QualityOf(accept, Json);
    }

    // The most precise range that fits decides, not the most generous.
    private static double QualityOf(IList<MediaTypeHeaderValue> accept, string type)
    {
        var (precision, quality) = (0, 0.0);
        foreach (var range in accept.Take(100))
        {
            var own = range.MatchesAllTypes ? 1
                : range.MatchesAllSubTypes
                    ? (type.StartsWith(range.Type.Value + "/", StringComparison.OrdinalIgnoreCase) ? 2 : 0)
                    : range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
            if (own > precision)
                (precision, quality) = (own, range.Quality ?? 1);
        }

        return quality;
    }
}

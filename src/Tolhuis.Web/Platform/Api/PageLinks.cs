// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Tolhuis.Web.Platform.Api;

/// <summary>Where the next page of a list is: in the answer and in the Link header (RFC 8288).</summary>
internal static class PageLinks
{
    /// <summary>Sets the Link header and gives the address of the next page; null if this is the last.</summary>
    public static string? Next(HttpContext context, QueryParameter cursor, string? value)
    {
        if (value is null)
            return null;
        var query = new QueryBuilder(context.Request.Query.Where(pair => pair.Key != cursor.Name)
            .SelectMany(pair => pair.Value.Select(one => KeyValuePair.Create(pair.Key, one ?? ""))))
        {
            { cursor.Name, value },
        };
        var next = context.Request.PathBase + context.Request.Path + query.ToQueryString().ToUriComponent();
        context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return next;
    }
}

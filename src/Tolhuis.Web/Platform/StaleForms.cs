// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Tolhuis.Web.Platform;

/// <summary>
/// A form that its page no longer has: a colleague decided, took or asked while it was open. The page is shown as it
/// stands, and says that nothing was changed.
/// </summary>
internal static class StaleForms
{
    private const string Mark = "verouderd";

    public static bool IsShownAfter(HttpContext context) => context.Request.Query.ContainsKey(Mark);

    /// <summary>Just before the pages. A form without a valid token stays refused.</summary>
    public static async Task ShowAsItStands(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var answer = context.Response;
        // A page that has no form of that name answers so, with nothing in it; a page with a fault in a field has text.
        if (HttpMethods.IsPost(context.Request.Method) && !answer.HasStarted
            && answer.StatusCode == StatusCodes.Status400BadRequest && answer.ContentType == "text/plain"
            && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true })
        {
            answer.ContentType = null;
            answer.StatusCode = StatusCodes.Status303SeeOther;
            answer.Headers.Location = context.Request.PathBase + context.Request.Path + new QueryBuilder(
                context.Request.Query.Where(q => q.Key is not (Mark or "done" or "taken"))
                    .Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()))
                    .Append(KeyValuePair.Create(Mark, "1"))).ToQueryString();
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Tolhuis.Web.Platform.Api;

/// <summary>What a caller prefers (RFC 7240): to wait so many seconds for the outcome, or to be answered at
/// once.</summary>
/// <param name="WaitSeconds">Null if not asked, or not understood: a preference may always be ignored.</param>
internal sealed record PreferHeader(int? WaitSeconds, bool RespondAsync)
{
    public static PreferHeader Read(HttpRequest request, int maxWaitSeconds)
    {
        int? wait = null;
        var isAsync = false;
        foreach (var preference in request.Headers.GetCommaSeparatedValues("Prefer").Take(20))
        {
            // Parameters of a preference stand behind a semicolon; ours have none.
            var word = preference.Split(';')[0].Trim();
            if (word.Equals("respond-async", StringComparison.OrdinalIgnoreCase))
                isAsync = true;
            else if (wait is null && word.StartsWith("wait=", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(
                    word.AsSpan(5).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                wait = Math.Min(seconds, maxWaitSeconds);
        }

        return new PreferHeader(wait, isAsync);
    }

    public static void SetApplied(HttpResponse response, string preference) =>
        response.Headers["Preference-Applied"] = preference;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Tolhuis.Web.Platform;

/// <summary>How many requests may come, and what is said of one too many.</summary>
internal static class RequestRate
{
    // What gives its room back does not know when.
    private const int UsualSeconds = 5;

    /// <summary>So many at once; as many as <paramref name="back"/> come back each period. None waits.</summary>
    public static TokenBucketRateLimiterOptions Of(int atOnce, int back, int seconds) => new()
    {
        TokenLimit = atOnce,
        TokensPerPeriod = back,
        ReplenishmentPeriod = TimeSpan.FromSeconds(seconds),
        QueueLimit = 0,
    };

    /// <summary>Whole seconds to wait, at least 1.</summary>
    /// <param name="otherwise">Where the lease does not say.</param>
    public static int RetryAfter(RateLimitLease lease, int otherwise = UsualSeconds) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
            ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : otherwise;

    /// <summary>Answers 429 with the time to wait; the page that says so is the host's.</summary>
    public static void Refuse(HttpContext context, RateLimitLease lease)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = RetryAfter(lease).ToString(CultureInfo.InvariantCulture);
    }
}

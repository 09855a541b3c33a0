// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>
/// Requests of one trader in the portal: a person who reads never meets them, a program that reads everything does. The
/// rest gets 429 and a page that says what to do.
/// </summary>
internal sealed class PortalLimits : IDisposable
{
    public const int AtOnce = 120;
    private const int PerSecond = 2;
    private const int ChangesAtOnce = 30;

    private readonly PartitionedRateLimiter<long> _all = Of(AtOnce, PerSecond, 1);
    private readonly PartitionedRateLimiter<long> _changes = Of(ChangesAtOnce, ChangesAtOnce, 60);

    public async Task Limit(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/portaal") || context.Session()?.Person.Id is not { } person)
        {
            await next(context);
            return;
        }

        using var one = _all.AttemptAcquire(person);
        using var change = HttpMethods.IsPost(context.Request.Method) ? _changes.AttemptAcquire(person) : null;
        if (one.IsAcquired && change is not { IsAcquired: false })
        {
            await next(context);
            return;
        }

        RequestRate.Refuse(context, one.IsAcquired ? change! : one);
    }

    public void Dispose()
    {
        _all.Dispose();
        _changes.Dispose();
    }

    private static PartitionedRateLimiter<long> Of(int atOnce, int back, int seconds) =>
        PartitionedRateLimiter.Create<long, long>(person => RateLimitPartition.GetTokenBucketLimiter(
            person, _ => RequestRate.Of(atOnce, back, seconds)));
}

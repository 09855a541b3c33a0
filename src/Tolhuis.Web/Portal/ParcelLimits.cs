// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Tolhuis.Web.Access;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Portal;

/// <summary>
/// Lookups of parcels, per address and in sum: anyone may ask, and a number and a postcode could be guessed. The rest
/// gets 429 and a page that says what to do.
/// </summary>
internal sealed class ParcelLimits : IDisposable
{
    public const string Path = "/portaal/zending";

    /// <summary>Questions of one address at once; as many come back each minute. A lookup is two questions.</summary>
    public const int PerAddress = 20;

    private const int PerSecond = 40;
    private const int AtTheSameTime = 32;

    private readonly PartitionedRateLimiter<HttpContext> _limits = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter(
            "all", _ => new ConcurrencyLimiterOptions { PermitLimit = AtTheSameTime, QueueLimit = 0 })),
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            SignInLimits.AddressOf(context), _ => RequestRate.Of(PerAddress, PerAddress, 60))),
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            SignInLimits.NetworkOf(context), _ => RequestRate.Of(3 * PerAddress, 3 * PerAddress, 60))),
        PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetTokenBucketLimiter(
            "all", _ => RequestRate.Of(PerSecond * 4, PerSecond, 1))));

    public async Task Limit(HttpContext context, ParcelDesk desk, Func<Task> next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.StartsWithSegments(Path))
        {
            await next();
            return;
        }

        using var lease = _limits.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next();
            return;
        }

        desk.CountRefused();
        RequestRate.Refuse(context, lease);
    }

    public void Dispose() => _limits.Dispose();
}

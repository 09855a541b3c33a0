// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Tolhuis.Access.Contract;

namespace Tolhuis.Web.Platform.Api;

/// <summary>
/// Requests per token: a sustained rate with bursts, and so many at the same time. Those that wait are bounded; the
/// rest gets 429. Requests without a token reach cheap resources only and are not counted.
/// </summary>
internal sealed class ApiLimits : IDisposable
{
    private const int UnitBytes = 64 * 1024;

    /// <summary>All contents in memory at the same time: 128 MB; as much again eightfold may wait unread in its
    /// socket.</summary>
    private const int ContentUnits = 2_048;

    private readonly PartitionedRateLimiter<long> _limiter;
    private readonly ConcurrencyLimiter _contents = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = ContentUnits,
        QueueLimit = ContentUnits * 8,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public ApiLimits(ApiSettings settings)
    {
        var rate = PartitionedRateLimiter.Create<long, long>(token => RateLimitPartition.GetTokenBucketLimiter(
            token, _ => RequestRate.Of(settings.RequestsPerSecond * 2, settings.RequestsPerSecond, 1)));
        var concurrency = PartitionedRateLimiter.Create<long, long>(token => RateLimitPartition.GetConcurrencyLimiter(
            token, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = settings.ConcurrentRequests,
                QueueLimit = settings.QueuedRequests,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }));
        _limiter = PartitionedRateLimiter.CreateChained(rate, concurrency);
    }

    public async ValueTask<RateLimitLease> Acquire(HttpContext context) =>
        context.Items[typeof(Submitter)] is Submitter submitter
            ? await _limiter.AcquireAsync(submitter.TokenId, 1, context.RequestAborted).ConfigureAwait(false)
            : Free.Instance;

    /// <summary>Room in memory for the content of a request; without a stated length, for the most it may be.</summary>
    public ValueTask<RateLimitLease> AcquireRoom(HttpContext context, RequestContent? content)
    {
        if (content is null)
            return ValueTask.FromResult<RateLimitLease>(Free.Instance);
        var bytes = Math.Min(context.Request.ContentLength ?? content.MaxBytes, content.MaxBytes);
        // Twice: once as received, once in its parts.
        return _contents.AcquireAsync((int)(bytes * 2 / UnitBytes) + 1, context.RequestAborted);
    }

    public void Dispose()
    {
        _limiter.Dispose();
        _contents.Dispose();
    }

    private sealed class Free : RateLimitLease
    {
        public static readonly Free Instance = new();

        public override bool IsAcquired => true;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Access;

/// <summary>
/// Attempts to sign in, per address and in sum: each costs a fifth of a second of hashing and a row in the audit trail,
/// and anyone may make them. What waits is bounded; the rest gets 429 and a page that says what to do.
/// </summary>
internal static class SignInLimits
{
    /// <summary>Attempts of one address at once; as many come back each minute.</summary>
    public const int PerAddress = 30;

    /// <summary>Attempts of one network at once: a /48 of IPv6 has 65,536 households, and may be of one.</summary>
    private const int PerNetwork = 3 * PerAddress;

    /// <summary>
    /// Attempts of all addresses a second. With it the failures that are remembered outlast a block (SignInFailures).
    /// </summary>
    private const int PerSecond = 10;

    private const int AtTheSameTime = 2;
    private const int Waiting = 32;
    private const int WaitingPerAddress = 4;

    // Everything that takes a password, a code or a demo account from someone nobody knows yet.
    private static readonly PathString[] Doors = ["/aanmelden", "/toegang"];

    public static void Configure(RateLimiterOptions options)
    {
        options.OnRejected = (context, _) =>
        {
            RequestRate.Refuse(context.HttpContext, context.Lease);
            return ValueTask.CompletedTask;
        };

        // First what gives its room back, then what is used up: who is refused has paid nothing.
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            Of(AddressOf, key => RateLimitPartition.GetConcurrencyLimiter(key, _ => Room(1, WaitingPerAddress))),
            Of(_ => "all", key => RateLimitPartition.GetConcurrencyLimiter(key, _ => Room(AtTheSameTime, Waiting))),
            Of(AddressOf, key => RateLimitPartition.GetTokenBucketLimiter(key, _ => RequestRate.Of(PerAddress, PerAddress, 60))),
            Of(NetworkOf, key => RateLimitPartition.GetTokenBucketLimiter(key, _ => RequestRate.Of(PerNetwork, PerNetwork, 60))),
            Of(_ => "all", key => RateLimitPartition.GetTokenBucketLimiter(key, _ => RequestRate.Of(60, PerSecond, 1))));
    }

    private static PartitionedRateLimiter<HttpContext> Of(
        Func<HttpContext, string> keyOf, Func<string, RateLimitPartition<string>> limit) =>
        PartitionedRateLimiter.Create<HttpContext, string>(
            context => IsAttempt(context.Request) ? limit(keyOf(context)) : RateLimitPartition.GetNoLimiter(""));

    private static bool IsAttempt(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && Doors.Any(door => request.Path.StartsWithSegments(door));

    // An IPv6 household has a whole /64 to itself, and can have a /48.
    internal static string AddressOf(HttpContext context) => Cut(context, bytes: 8);

    internal static string NetworkOf(HttpContext context) => Cut(context, bytes: 6);

    private static string Cut(HttpContext context, int bytes)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var cut = address.GetAddressBytes();
        Array.Clear(cut, bytes, cut.Length - bytes);
        return new IPAddress(cut).ToString();
    }

    private static ConcurrencyLimiterOptions Room(int permits, int waiting) => new()
    {
        PermitLimit = permits,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    };
}

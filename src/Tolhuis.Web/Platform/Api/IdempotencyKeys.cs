// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Platform.Api;

/// <summary>
/// Checks that an Idempotency-Key comes with one content only. It needs no durable place: submitter, kind, LRN and
/// content already give the earlier answer, for ever. Remembered for 24 hours in this process, at most 50,000 keys,
/// oldest out first.
/// </summary>
internal sealed class IdempotencyKeys(TimeProvider time)
{
    public const string Header = "Idempotency-Key";
    public const int Capacity = 50_000;
    public const int MaxLength = 100;
    private const long TermMicroseconds = 24L * 3_600 * 1_000_000;

    private readonly Dictionary<(long Submitter, string Key), (string Content, long At)> _contentByKey = [];
    private readonly Queue<((long Submitter, string Key) Key, long At)> _order = new();
    private readonly Lock _gate = new();

    /// <summary>The refusal if the key does not fit or came with other content; null if all is well or no key was
    /// given.</summary>
    public ApiProblem? Check(HttpContext context, ReadOnlySpan<byte> content)
    {
        if (!context.Request.Headers.TryGetValue(Header, out var values))
            return null;
        if (values is not [{ Length: > 0 and <= MaxLength } key] || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return new ApiProblem(ApiFaults.KeyMalformed);
        var hash = Convert.ToHexString(SHA256.HashData(content));
        return IsConsistent(context.Submitter().Id, key, hash) ? null : new ApiProblem(ApiFaults.KeyReused);
    }

    internal bool IsConsistent(long submitter, string key, string hash)
    {
        var now = time.NowMicroseconds();
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest) && (now - oldest.At > TermMicroseconds || _order.Count >= Capacity))
                _contentByKey.Remove(_order.Dequeue().Key);
            if (_contentByKey.TryGetValue((submitter, key), out var known))
                return known.Content == hash;
            _contentByKey[(submitter, key)] = (hash, now);
            _order.Enqueue(((submitter, key), now));
            return true;
        }
    }
}

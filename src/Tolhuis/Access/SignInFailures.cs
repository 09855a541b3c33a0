// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Security.Cryptography;
using System.Text;

namespace Tolhuis.Access;

/// <summary>
/// Failed attempts per name, in memory, for names that exist and names that do not alike: the count says nothing about
/// a name. A name is blocked for the address that failed, so that no one locks out a colleague; only many addresses
/// together block it for all. Names are kept as keyed hashes: people type their password there by mistake.
/// </summary>
internal sealed class SignInFailures
{
    /// <summary>As many failures from everywhere, times those from one address, block a name for all.</summary>
    private const int AddressesTogether = 20;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<Int128, Entry> _entries = [];
    private readonly Lock _gate = new();
    private readonly int _bound;

    /// <param name="bound">
    /// Entries at most. Sign-in takes a few attempts a second in sum, so within the time of a block no more come.
    /// </param>
    public SignInFailures(int bound = 20_000)
    {
        _bound = bound;
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>Microseconds that the name stays blocked for this address; 0 if it is not.</summary>
    public long BlockedFor(string name, string origin, SignInPolicy policy, long now)
    {
        lock (_gate)
        {
            return Math.Max(
                Left(Key(name, origin), policy.MaxFailures, policy, now),
                Left(Key(name, null), policy.MaxFailures * AddressesTogether, policy, now));
        }
    }

    /// <summary>Counts a failure; what it answers is as <see cref="BlockedFor"/>.</summary>
    public long Add(string name, string origin, SignInPolicy policy, long now)
    {
        lock (_gate)
        {
            Add(Key(name, origin), policy, now);
            Add(Key(name, null), policy, now);
        }

        return BlockedFor(name, origin, policy, now);
    }

    /// <summary>After a success: failures of this address are forgiven, those of others are not.</summary>
    public void Forget(string name, string origin)
    {
        lock (_gate)
            _entries.Remove(Key(name, origin));
    }

    private long Left(Int128 key, int limit, SignInPolicy policy, long now) =>
        _entries.TryGetValue(key, out var entry) && entry.Failures >= limit
            ? Math.Max(0, entry.LastAt + (long)policy.Lock.TotalMicroseconds - now)
            : 0;

    private void Add(Int128 key, SignInPolicy policy, long now)
    {
        var isKnown = _entries.TryGetValue(key, out var entry);
        if (isKnown && now - entry.LastAt >= (long)policy.Lock.TotalMicroseconds)
            entry = default;
        if (!isKnown && _entries.Count >= _bound)
            MakeRoom();
        _entries[key] = new Entry(entry.Failures + 1, now);
    }

    // The older half goes: rare, and cheaper than finding the oldest one each time.
    private void MakeRoom()
    {
        foreach (var key in _entries.OrderBy(e => e.Value.LastAt).Take((_bound / 2) + 1).Select(e => e.Key).ToList())
            _entries.Remove(key);
    }

    private Int128 Key(string name, string? origin)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(origin is null ? name : $"{name}\n{origin}"), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt128LittleEndian(hash);
    }

    private readonly record struct Entry(int Failures, long LastAt);
}

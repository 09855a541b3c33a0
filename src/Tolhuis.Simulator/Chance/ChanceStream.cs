// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Chance;

/// <summary>
/// A stream of chance that is the same on every machine: xoshiro256** (Blackman and Vigna, 2018), seeded through
/// SplitMix64. Every actor has a stream of its own, so that one more actor does not change what the others do.
/// </summary>
internal sealed class ChanceStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public ChanceStream(long seed, params ReadOnlySpan<int> path)
    {
        var state = unchecked((ulong)seed);
        foreach (var step in path)
            state = Mix(unchecked(state + 0x9E3779B97F4A7C15UL * (uint)(step + 1)));
        _a = state = Mix(unchecked(state + 0x9E3779B97F4A7C15UL));
        _b = state = Mix(unchecked(state + 0x9E3779B97F4A7C15UL));
        _c = state = Mix(unchecked(state + 0x9E3779B97F4A7C15UL));
        _d = Mix(unchecked(state + 0x9E3779B97F4A7C15UL));
    }

    /// <summary>Scrambles one number into another; a bijection, so that different numbers stay different.</summary>
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }

    public ulong Next()
    {
        unchecked
        {
            var result = ulong.RotateLeft(_b * 5, 7) * 9;
            var t = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= t;
            _d = ulong.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>A number from 0 up to, not including, <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)(uint)bound) >> 32);

    /// <summary>A number from <paramref name="least"/> up to and including <paramref name="most"/>.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in <paramref name="perMillion"/> of a million cases.</summary>
    public bool Happens(int perMillion) => Below(1_000_000) < perMillion;

    public T Pick<T>(T[] among) => among[Below(among.Length)];
}

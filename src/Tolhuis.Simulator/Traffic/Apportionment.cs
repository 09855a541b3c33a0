// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Traffic;

/// <summary>Divides whole lines over declarants and hours so that nothing is lost by rounding.</summary>
internal static class Apportionment
{
    /// <summary>
    /// Largest remainders (Hamilton): the parts add up to <paramref name="total"/>; equal remainders go by order.
    /// </summary>
    public static long[] Divide(long total, ReadOnlySpan<int> shares)
    {
        long sum = 0;
        foreach (var share in shares)
            sum += share;
        var parts = new long[shares.Length];
        var remainders = new (Int128 Remainder, int Index)[shares.Length];
        var left = total;
        for (var i = 0; i < shares.Length; i++)
        {
            var (whole, remainder) = Int128.DivRem((Int128)total * shares[i], sum);
            parts[i] = (long)whole;
            remainders[i] = (-remainder, i);
            left -= parts[i];
        }

        Array.Sort(remainders);
        for (var i = 0; i < left; i++)
            parts[remainders[i].Index]++;
        return parts;
    }

    /// <summary>
    /// Lines due when <paramref name="weightSoFar"/> of <paramref name="weightTotal"/> has passed. The offset, below
    /// one line, keeps declarants with few lines from all sending in the same hours.
    /// </summary>
    public static long Due(long lines, long weightSoFar, long weightTotal, long offset) =>
        (long)(((Int128)lines * weightSoFar + offset) / weightTotal);
}

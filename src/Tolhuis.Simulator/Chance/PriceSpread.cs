// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Chance;

/// <summary>
/// Log-normal factors around 1, in thousandths, drawn from a table of 1,024 quantiles. A table, because rounding to
/// whole thousandths once takes away the last-bit differences between the mathematics libraries of different machines.
/// </summary>
internal sealed class PriceSpread
{
    private const int Quantiles = 1024;
    private readonly int[] _perMille = new int[Quantiles];

    /// <param name="sigma">Standard deviation of the logarithm; 0.4 puts two thirds between 0.67 and 1.49 times the
    /// median.</param>
    public PriceSpread(double sigma)
    {
        for (var i = 0; i < Quantiles; i++)
            _perMille[i] = (int)Math.Round(1000 * Math.Exp(sigma * NormalQuantile((i + 0.5) / Quantiles)));
    }

    public long Apply(ChanceStream chance, long median) =>
        Math.Max(1, median * _perMille[chance.Below(Quantiles)] / 1000);

    // Abramowitz and Stegun, formula 26.2.23: error below 0.00045, far below what a simulated price needs.
    private static double NormalQuantile(double probability)
    {
        var tail = probability < 0.5 ? probability : 1 - probability;
        var t = Math.Sqrt(-2 * Math.Log(tail));
        var z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return probability < 0.5 ? -z : z;
    }
}

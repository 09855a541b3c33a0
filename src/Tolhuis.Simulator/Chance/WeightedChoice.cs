// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Simulator.Chance;

/// <summary>
/// Draws an index in proportion to its weight; weights are whole numbers, so that every machine draws alike.
/// </summary>
internal sealed class WeightedChoice
{
    private readonly int[] _cumulative;

    public WeightedChoice(ReadOnlySpan<int> weights)
    {
        _cumulative = new int[weights.Length];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            _cumulative[i] = sum += weights[i];
        Invariant.Holds(sum > 0, "A choice needs at least one weight above zero.");
    }

    public int Count => _cumulative.Length;

    /// <summary>Share of one index, from 0 to 1.</summary>
    public double ShareOf(int index) =>
        (_cumulative[index] - (index == 0 ? 0 : _cumulative[index - 1])) / (double)_cumulative[^1];

    /// <summary>Weights by rank after Zipf: rank to the power of minus <paramref name="exponent"/>.</summary>
    public static WeightedChoice Zipf(int count, double exponent)
    {
        var weights = new int[count];
        for (var i = 0; i < count; i++)
            weights[i] = Math.Max(1, (int)Math.Round(1_000_000 * Math.Pow(i + 1, -exponent)));
        return new WeightedChoice(weights);
    }

    public int Draw(ChanceStream chance)
    {
        var at = Array.BinarySearch(_cumulative, chance.Below(_cumulative[^1]) + 1);
        if (at < 0)
            return ~at;
        // Indexes of weight zero share the cumulative value of the one before them: the first of them is meant.
        while (at > 0 && _cumulative[at - 1] == _cumulative[at])
            at--;
        return at;
    }
}

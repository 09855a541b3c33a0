// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using System.Globalization;
using Tolhuis.Kernel;

namespace Tolhuis.Tariff;

/// <summary>
/// Values by the first 2, 4, 6, 8 or 10 digits of a commodity code; the longest prefix wins. At most five look-ups in a
/// frozen dictionary, nothing is allocated. A prefix longer than the code declared is no match.
/// </summary>
internal sealed class Prefixes<T>
{
    public const int MaxLength = 10;

    private static readonly long[] Scale = [10_000_000_000, 0, 100_000_000, 0, 1_000_000, 0, 10_000, 0, 100, 0, 1];

    private readonly FrozenDictionary<long, T> _valueByKey;
    private readonly int[] _lengths;

    public Prefixes(IEnumerable<KeyValuePair<string, T>> values)
    {
        _valueByKey = values.ToFrozenDictionary(pair => Key(pair.Key), pair => pair.Value);
        _lengths = [.. _valueByKey.Keys.Select(key => (int)(key & 15)).Distinct().OrderDescending()];
    }

    public bool IsEmpty => _lengths.Length == 0;

    public static bool IsPrefix(string text) =>
        text.Length is 2 or 4 or 6 or 8 or 10 && text.All(char.IsAsciiDigit);

    /// <summary>The value of the longest prefix shorter than a length; its own length to go on from.</summary>
    public bool TryGet(CommodityCode code, int shorterThan, out T value, out int length)
    {
        foreach (var tried in _lengths)
        {
            if (tried > code.DigitCount || tried >= shorterThan)
                continue;
            if (!_valueByKey.TryGetValue(code.TenDigits / Scale[tried] << 4 | (long)(uint)tried, out value!))
                continue;
            length = tried;
            return true;
        }

        value = default!;
        length = 0;
        return false;
    }

    public bool TryGet(CommodityCode code, out T value) => TryGet(code, MaxLength + 1, out value, out _);

    private static long Key(string prefix) =>
        long.Parse(prefix, NumberStyles.None, CultureInfo.InvariantCulture) << 4 | (long)(uint)prefix.Length;
}

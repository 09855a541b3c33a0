// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Fuzz;

/// <summary>
/// Makes new inputs from old ones: flips, insertions, splices, cuts, and whole elements moved about. Seeded.
/// </summary>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> dictionary)
{
    private const int MaxLength = 200_000;

    public byte[] Mutate(byte[] input, byte[] other)
    {
        var bytes = new List<byte>(input);
        for (var changes = 1 + random.Next(4); changes > 0; changes--)
            Change(bytes, other);
        if (bytes.Count > MaxLength)
            bytes.RemoveRange(MaxLength, bytes.Count - MaxLength);
        return [.. bytes];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.InsertRange(at, dictionary[random.Next(dictionary.Count)]);
                break;
            case 3:
                bytes.RemoveRange(at, Math.Min(random.Next(64), bytes.Count - at));
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(400), bytes.Count - at)));
                break;
            case 5 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(2_000))]);
                break;
            case 6:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 7:
                RemoveElement(bytes, at);
                break;
            case 8:
                RepeatByte(bytes, at);
                break;
            default:
                ReplaceText(bytes, at);
                break;
        }
    }

    /// <summary>
    /// From one tag to a later one: often a whole element, so that what remains is still well formed.
    /// </summary>
    private void RemoveElement(List<byte> bytes, int at)
    {
        var start = bytes.IndexOf((byte)'<', at);
        if (start < 0)
            return;
        var end = start;
        for (var tags = 2 * (1 + random.Next(3)); tags > 0 && end >= 0; tags--)
            end = bytes.IndexOf((byte)'<', end + 1);
        if (end > start)
            bytes.RemoveRange(start, end - start);
    }

    private void RepeatByte(List<byte> bytes, int at)
    {
        if (at < bytes.Count)
            bytes.InsertRange(at, Enumerable.Repeat(bytes[at], 1 << random.Next(13)));
    }

    /// <summary>
    /// The text of an element becomes a word of the dictionary or a number: the message stays well formed.
    /// </summary>
    private void ReplaceText(List<byte> bytes, int at)
    {
        var start = bytes.IndexOf((byte)'>', at);
        var end = start < 0 ? -1 : bytes.IndexOf((byte)'<', start);
        if (end < 0)
            return;
        bytes.RemoveRange(start + 1, end - start - 1);
        if (random.Next(2) == 0)
            bytes.InsertRange(start + 1, dictionary[random.Next(dictionary.Count)]);
        else
            bytes.InsertRange(
                start + 1, Enumerable.Range(0, random.Next(20)).Select(_ => (byte)('0' + random.Next(10))));
    }
}

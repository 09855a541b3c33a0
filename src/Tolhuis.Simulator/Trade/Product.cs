// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Messages;

namespace Tolhuis.Simulator.Trade;

/// <summary>One kind of goods: its code, what it usually costs and weighs, and how sellers describe it.</summary>
internal sealed class Product
{
    private static readonly PriceSpread[] Spreads = [new(0.25), new(0.35), new(0.50)];
    private static readonly PriceSpread MassSpread = new(0.12);

    private static readonly byte[][] Colours = Bytes(
        "black", "white", "grey", "navy", "red", "green", "beige", "pink", "brown", "blue", "purple", "yellow");

    private static readonly byte[][] Sizes = Bytes("XS", "S", "M", "L", "XL", "XXL");
    private static readonly byte[][] Materials = Bytes("plastic", "wooden", "metal", "bamboo");
    private static readonly byte[][] Numbers =
        Bytes("36", "37", "38", "40", "42", "24", "26", "28", "18", "20", "100", "150");

    private readonly byte[] _template;
    private readonly PriceSpread _spread;

    public Product(string[] fields)
    {
        Hs6 = Encoding.ASCII.GetBytes(fields[0]);
        Cn = Encoding.ASCII.GetBytes(fields[1]);
        Taric = Encoding.ASCII.GetBytes(fields[2]);
        Neighbour = fields[3].Length == 0 ? null : Encoding.ASCII.GetBytes(fields[3]);
        Category = fields[4];
        MedianCents = (long)(decimal.Parse(fields[5], System.Globalization.CultureInfo.InvariantCulture) * 100);
        _spread = Spreads[fields[6][0] - '1'];
        Grams = int.Parse(fields[7], System.Globalization.CultureInfo.InvariantCulture);
        Origin = Encoding.ASCII.GetBytes(fields[8]);
        IsRestricted = fields[9] == "yes";
        _template = Encoding.UTF8.GetBytes(fields[10]);
    }

    public byte[] Hs6 { get; }

    /// <summary>The two digits of the Combined Nomenclature behind the heading of the Harmonized System.</summary>
    public byte[] Cn { get; }

    public byte[] Taric { get; }

    /// <summary>A heading that looks alike and bears a lower duty; null if there is none.</summary>
    public byte[]? Neighbour { get; }

    public string Category { get; }

    /// <summary>Median price of one piece in euro cents.</summary>
    public long MedianCents { get; }

    public int Grams { get; }

    public byte[] Origin { get; }

    public bool IsRestricted { get; }

    public long DrawCents(ChanceStream chance) => Math.Max(50, _spread.Apply(chance, MedianCents));

    public long DrawGrams(ChanceStream chance, int pieces) => Math.Max(5, MassSpread.Apply(chance, Grams) * pieces);

    /// <summary>
    /// Writes the description with its open places filled: {c} colour, {s} size, {m} material, {n} number.
    /// </summary>
    public void Describe(ByteSink sink, ChanceStream chance)
    {
        ReadOnlySpan<byte> rest = _template;
        for (var at = rest.IndexOf((byte)'{'); at >= 0; at = rest.IndexOf((byte)'{'))
        {
            sink.Append(rest[..at]);
            sink.Append(chance.Pick(rest[at + 1] switch
            {
                (byte)'c' => Colours,
                (byte)'s' => Sizes,
                (byte)'m' => Materials,
                _ => Numbers,
            }));
            rest = rest[(at + 3)..];
        }

        sink.Append(rest);
    }

    private static byte[][] Bytes(params string[] texts) => Array.ConvertAll(texts, Encoding.UTF8.GetBytes);
}

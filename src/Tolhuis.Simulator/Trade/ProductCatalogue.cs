// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;

namespace Tolhuis.Simulator.Trade;

/// <summary>
/// The goods of the simulated trade, from our own table <c>products.csv</c>: headings and ordinary prices are as in
/// daily life, the descriptions are our own.
/// </summary>
internal sealed class ProductCatalogue
{
    /// <summary>
    /// Above this median price goods do not fit the consignments of at most EUR 150 of the data set H7.
    /// </summary>
    private const long H7MedianCents = 5_000;

    private ProductCatalogue(Product[] all)
    {
        Free = Array.FindAll(all, p => !p.IsRestricted);
        Restricted = Array.FindAll(all, p => p.IsRestricted);
        Cheap = Array.FindAll(Free, p => p.MedianCents <= 450);
        var forH7 = Free.Where(p => p.MedianCents <= H7MedianCents);
        H7ByCategory = [.. forH7.GroupBy(p => p.Category).Select(g => g.ToArray())];
    }

    /// <summary>Goods without prohibition or restriction.</summary>
    public Product[] Free { get; }

    /// <summary>
    /// Goods under a prohibition or restriction: plants, medicines, fireworks, weapons, protected species.
    /// </summary>
    public Product[] Restricted { get; }

    /// <summary>Small goods that fill up a consignment that is nearly at its limit of value.</summary>
    public Product[] Cheap { get; }

    public Product[][] H7ByCategory { get; }

    public static ProductCatalogue Read()
    {
        using var stream = typeof(ProductCatalogue).Assembly.GetManifestResourceStream("products.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var products = new List<Product>();
        reader.ReadLine();
        while (reader.ReadLine() is { } row)
        {
            // Only the description, the last field, may hold a comma; it then stands between quotes.
            var fields = row.Split(',', 11);
            fields[10] = fields[10].Trim('"');
            products.Add(new Product(fields));
        }

        return new ProductCatalogue([.. products]);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Chance;
using Tolhuis.Simulator.Traffic;

namespace Tolhuis.Simulator.Trade;

/// <summary>An online market with a number of the import one-stop shop (IOSS).</summary>
internal sealed record Platform(string Name, byte[] Ioss);

/// <summary>
/// A seller abroad. Most comply nearly always, some have one bad habit, a few live by it: see <see cref="Propensity"/>.
/// </summary>
internal sealed class Seller
{
    private static readonly CurrencyWeight[] Chinese = [new("USD", 45), new("EUR", 35), new("CNY", 20)];
    private readonly CurrencyWeight[] _currencies;

    public Seller(Address address, string country, Platform? platform, Product[] products, int[] propensity)
    {
        Address = address;
        Platform = platform;
        Products = products;
        Propensity = propensity;
        Currency = country switch
        {
            "GB" => Trade.Currency.Pound,
            "TR" => Trade.Currency.Euro,
            _ => Trade.Currency.Dollar,
        };
        _currencies = country == "CN" ? Chinese : [];
    }

    public Address Address { get; }

    /// <summary>The platform through which he sells; null if he sells from a shop of his own without IOSS.</summary>
    public Platform? Platform { get; }

    public Product[] Products { get; }

    /// <summary>
    /// Weight of each mechanism for this seller, in tenths; the world scales them to the documented rates.
    /// </summary>
    public int[] Propensity { get; }

    /// <summary>
    /// Chance of each mechanism in a million, by number of the mechanism; set when the world is complete.
    /// </summary>
    public int[] PerMillion { get; } = new int[Mechanisms.Count];

    private Currency Currency { get; }

    public Currency DrawCurrency(ChanceStream chance)
    {
        if (_currencies.Length == 0)
            return Currency;
        var at = chance.Below(100);
        foreach (var (code, weight) in _currencies)
        {
            at -= weight;
            if (at < 0)
                return Trade.Currency.Of(code);
        }

        return Currency;
    }

    private readonly record struct CurrencyWeight(string Code, int Weight);
}

/// <summary>
/// A currency of invoices with a rounded exchange rate of our own; only the order of size has to be right.
/// </summary>
internal sealed record Currency(byte[] Code, int PerThousandEuro)
{
    public static Currency Euro { get; } = new("EUR"u8.ToArray(), 1_000);

    public static Currency Dollar { get; } = new("USD"u8.ToArray(), 1_160);

    public static Currency Pound { get; } = new("GBP"u8.ToArray(), 870);

    public static Currency Yuan { get; } = new("CNY"u8.ToArray(), 8_250);

    public static Currency Of(string code) => code switch { "USD" => Dollar, "GBP" => Pound, "CNY" => Yuan, _ => Euro };

    public long FromEuro(long cents) => Math.Max(1, cents * PerThousandEuro / 1_000);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.ComponentModel;
using System.Globalization;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Platform.Api;

/// <summary>An amount of money. The number is text, so that no reader rounds it through a binary fraction.</summary>
[Description("Geldbedrag; het getal is tekst, zodat niemand het via een binaire breuk afrondt.")]
public sealed record AmountBody(
    [property: Description("Decimaal getal met twee decimalen, bijvoorbeeld 12.50.")] string Amount,
    [property: Description("Valutacode volgens ISO 4217.")] string Currency)
{
    internal static AmountBody Of(Money money) => new(Decimals(money.Cents), money.Currency.ToString());

    internal static AmountBody Euro(long cents) => new(Decimals(cents), "EUR");

    private static string Decimals(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>Instants of the API: UTC, RFC 3339.</summary>
internal static class ApiTime
{
    public static DateTime Of(long microseconds) => DutchTime.FromMicroseconds(microseconds).UtcDateTime;
}

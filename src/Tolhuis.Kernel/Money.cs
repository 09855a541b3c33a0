// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>
/// An amount in hundredths of a currency unit. Format n..16,2 of the data elements: never negative in a declaration, at
/// most
/// sixteen digits of which two decimals. Arithmetic is exact; two currencies are never added.
/// </summary>
public readonly record struct Money(long Cents, CurrencyCode Currency)
{
    public static Money Euro(long cents) => new(cents, CurrencyCode.Euro);

    public static Money operator +(Money left, Money right) => Add(left, right);

    /// <summary>Exact sum. Throws on two currencies and on overflow: both are errors of the program.</summary>
    public static Money Add(Money left, Money right) => left.Currency == right.Currency
        ? new Money(checked(left.Cents + right.Cents), left.Currency)
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added.");

    /// <summary>
    /// Reads a decimal with a point, such as <c>12.5</c>; more than two decimals that are not zero are refused.
    /// </summary>
    public static bool TryParseCents(ReadOnlySpan<char> text, out long cents) =>
        FixedPoint.TryParse(text, decimals: 2, maxDigits: 16, out cents);

    /// <inheritdoc cref="TryParseCents(ReadOnlySpan{char}, out long)"/>
    public static bool TryParseCents(ReadOnlySpan<byte> text, out long cents) =>
        FixedPoint.TryParse(text, decimals: 2, maxDigits: 16, out cents, out _);

    /// <summary>
    /// Amount with a point and the currency, for example <c>12.50 EUR</c>; not for people, who get their own notation.
    /// </summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Cents / 100m:0.00} {Currency}");
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>
/// A quantity or mass in millionths of its unit (format n..16,6). The unit is the code of list 6411 and its qualifier,
/// for
/// example <c>KGM</c> (kilogram) or <c>NAR</c> (piece).
/// </summary>
public readonly record struct Quantity(long Millionths, string Unit)
{
    public const string Kilogram = "KGM";

    /// <summary>Reads a decimal with a point and at most six decimals, in millionths.</summary>
    public static bool TryParseMillionths(ReadOnlySpan<char> text, out long millionths) =>
        FixedPoint.TryParse(text, decimals: 6, maxDigits: 16, out millionths);

    /// <inheritdoc cref="TryParseMillionths(ReadOnlySpan{char}, out long)"/>
    public static bool TryParseMillionths(ReadOnlySpan<byte> text, out long millionths) =>
        FixedPoint.TryParse(text, decimals: 6, maxDigits: 16, out millionths, out _);

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Millionths / 1_000_000m:0.######} {Unit}");
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Controls.Contract;

/// <summary>
/// An established particular in typed form, so that it is compared as a value and never as text. Of each kind only the
/// member that it is of is set.
/// </summary>
public readonly record struct ParticularValue
{
    /// <summary>Longest text of any kind: that of a description (18 05).</summary>
    public const int MaxLength = 512;

    private const int MaxNumber = 24;

    private ParticularValue(ParticularKind kind)
    {
        Kind = kind;
        Text = "";
    }

    public ParticularKind Kind { get; }

    public CommodityCode Code { get; private init; }

    public CountryCode Country { get; private init; }

    /// <summary>Of a value in its own currency; of duty and VAT in euro.</summary>
    public Money Money { get; private init; }

    /// <summary>Of a mass in kilograms or of supplementary units.</summary>
    public long Millionths { get; private init; }

    /// <summary>Of a description or a preference; empty otherwise.</summary>
    public string Text { get; private init; }

    /// <summary>Reads strictly: no blanks around it, no sign, a point as decimal separator. Whether a code exists is
    /// asked elsewhere.</summary>
    public static bool TryParse(ParticularKind kind, string text, out ParticularValue value)
    {
        value = new ParticularValue(kind);
        if (text.Length is 0 or > MaxLength)
            return false;
        switch (kind)
        {
            case ParticularKind.CommodityCode:
                var isCode = CommodityCode.TryParse(text.AsSpan(), out var code, out _) && text.Length is 8 or 10;
                value = value with { Code = code };
                return isCode;
            case ParticularKind.Origin:
                var isCountry = CountryCode.TryParse(text.AsSpan(), out var country);
                value = value with { Country = country };
                return isCountry;
            case ParticularKind.Value:
                return TryParseMoney(text, ref value);
            case ParticularKind.Duty or ParticularKind.Vat:
                var isAmount = IsNumber(text) && Money.TryParseCents(text.AsSpan(), out _);
                value = value with { Money = Money.Euro(isAmount ? Cents(text) : 0) };
                return isAmount;
            case ParticularKind.GrossMass or ParticularKind.NetMass or ParticularKind.SupplementaryUnits:
                var millionths = 0L;
                var isQuantity = IsNumber(text) && Quantity.TryParseMillionths(text.AsSpan(), out millionths);
                value = value with { Millionths = millionths };
                return isQuantity;
            case ParticularKind.Description:
                value = value with { Text = text };
                return text.Trim().Length == text.Length && !text.Any(char.IsControl);
            case ParticularKind.Preference:
                value = value with { Text = text };
                return text.Length == 3 && text.All(char.IsAsciiDigit);
            default:
                return false;
        }
    }

    private static bool TryParseMoney(string text, ref ParticularValue value)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank <= 0 || !CurrencyCode.TryParse(text.AsSpan(blank + 1), out var currency)
            || !IsNumber(text[..blank]) || !Money.TryParseCents(text.AsSpan(0, blank), out var cents))
            return false;
        value = value with { Money = new Money(cents, currency) };
        return true;
    }

    private static bool IsNumber(string text) => text.Length <= MaxNumber && char.IsAsciiDigit(text[0])
        && text.All(letter => char.IsAsciiDigit(letter) || letter == '.');

    private static long Cents(string text) => Money.TryParseCents(text.AsSpan(), out var cents) ? cents : 0;
}

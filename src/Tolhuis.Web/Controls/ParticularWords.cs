// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Controls;

/// <summary>Particulars of goods between what people type, what is kept and what people read.</summary>
public static class ParticularWords
{
    /// <summary>What a finding may establish, in the order of the form. Amounts are determined on another page.
    /// </summary>
    public static readonly IReadOnlyList<ParticularKind> OfFinding =
    [
        ParticularKind.CommodityCode, ParticularKind.Description, ParticularKind.Origin, ParticularKind.Preference,
        ParticularKind.Value, ParticularKind.GrossMass, ParticularKind.NetMass, ParticularKind.SupplementaryUnits,
    ];

    /// <summary>
    /// What was typed in the notation that is kept: codes without blanks and in capitals, numbers as
    /// <see cref="TypedNumber"/> reads them. Never refuses: what it does not understand stays as it is.
    /// </summary>
    public static string Normal(ParticularKind kind, string? typed, CurrencyCode currency)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
            return "";
        switch (kind)
        {
            case ParticularKind.CommodityCode or ParticularKind.Preference:
                return Without(text, ' ', '.', '-');
            case ParticularKind.Origin:
                return text.ToUpperInvariant();
            case ParticularKind.Value:
                var amount = new string([.. text.Where(c => char.IsAsciiDigit(c) || c is '.' or ',')]);
                var word = new string([.. text.Where(char.IsAsciiLetter)]).ToUpperInvariant();
                var isPlain = text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or ' ' or '\u00A0');
                var code = word.Length == 0 ? currency.ToString() : word;
                return isPlain ? $"{TypedNumber.Normal(amount)} {code}" : text;
            case ParticularKind.Description:
                return text;
            default:
                return TypedNumber.Normal(text.Replace("kg", "", StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>As declared, in the notation that is kept; null where a line does not have it.</summary>
    public static string? Declared(LineRow line, ParticularKind kind) => kind switch
    {
        ParticularKind.CommodityCode => line.Code.ToString(),
        ParticularKind.Origin => line.Country.ToString(),
        ParticularKind.Value => string.Create(
            CultureInfo.InvariantCulture, $"{line.Value.Cents / 100m:0.00} {line.Value.Currency}"),
        ParticularKind.GrossMass => Mass(line.GrossMass),
        ParticularKind.NetMass => line.NetMass == 0 ? null : Mass(line.NetMass),
        ParticularKind.Description => line.Description,
        _ => null,
    };

    /// <summary>For a reader: numbers with the separator of the language.</summary>
    public static string Shown(ParticularKind kind, string value, Language language)
    {
        if (kind is ParticularKind.CommodityCode or ParticularKind.Origin or ParticularKind.Preference
            or ParticularKind.Description)
            return value;
        var parts = value.Split(' ', 2);
        if (!decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return value;
        var isMoney = kind is ParticularKind.Value or ParticularKind.Duty or ParticularKind.Vat;
        var shown = number.ToString(isMoney ? "N2" : "#,##0.######", language.Culture);
        return (kind, parts) switch
        {
            (_, [_, var currency]) => $"{shown}\u00A0{currency}",
            (ParticularKind.Duty or ParticularKind.Vat, _) => $"{shown}\u00A0EUR",
            (ParticularKind.GrossMass or ParticularKind.NetMass, _) => $"{shown}\u00A0kg",
            _ => shown,
        };
    }

    /// <summary>True if two values say the same; a code of eight digits agrees with one of ten that begins so.
    /// </summary>
    public static bool IsSame(ParticularKind kind, string one, string other)
    {
        if (kind == ParticularKind.CommodityCode)
            return one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
        return ParticularValue.TryParse(kind, one, out var first)
            && ParticularValue.TryParse(kind, other, out var second) && first == second;
    }

    private static string Mass(long millionths) =>
        (millionths / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Without(string text, params ReadOnlySpan<char> dropped)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!dropped.Contains(letter))
                kept.Append(letter);
        }

        return kept.ToString();
    }
}

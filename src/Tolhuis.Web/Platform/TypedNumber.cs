// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;

namespace Tolhuis.Web.Platform;

/// <summary>
/// A number as people type it. The last of comma and point is the decimal one, unless it comes more than once: then it
/// parts thousands. The page shows how it was read before anything is sent.
/// </summary>
internal static class TypedNumber
{
    /// <summary>With a point as decimal separator and no other; the text itself where it is no number.</summary>
    public static string Normal(string typed)
    {
        var text = typed.Trim().Replace(" ", "", StringComparison.Ordinal)
            .Replace("\u00A0", "", StringComparison.Ordinal);
        if (text.Length == 0 || !text.All(c => char.IsAsciiDigit(c) || c is ',' or '.'))
            return typed.Trim();
        var last = text.LastIndexOfAny([',', '.']);
        if (last >= 0 && text.IndexOf(text[last], StringComparison.Ordinal) < last)
            last = -1;
        var whole = new string([.. (last < 0 ? text : text[..last]).Where(char.IsAsciiDigit)]);
        var rest = last < 0 ? "" : text[(last + 1)..];
        return (whole.Length == 0 ? "0" : whole) + (rest.Length == 0 ? "" : "." + rest);
    }

    /// <summary>For the field: with the decimal separator of the language.</summary>
    public static string ForField(string declared, Language language) =>
        language.IsDutch ? declared.Replace('.', ',') : declared;

    /// <summary>True if both say the same amount, however many zeros.</summary>
    public static bool IsSame(string one, string other) =>
        one == other
        || (decimal.TryParse(one, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var first)
            && decimal.TryParse(other, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var second)
            && first == second);
}

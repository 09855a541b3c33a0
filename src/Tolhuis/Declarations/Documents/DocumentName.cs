// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;

namespace Tolhuis.Declarations.Documents;

/// <summary>
/// The name of a document as a person may see it and save it under: without a path, without characters that steer
/// (controls, direction, nothing of any width), and ending as its content is, whatever ending it came with.
/// </summary>
internal static class DocumentName
{
    /// <summary>Characters of a name, its ending included.</summary>
    public const int MaxLength = 120;

    /// <summary>What a longer name is cut at before anything else is done with it.</summary>
    private const int MaxRead = 2_000;

    private const string WithoutName = "document";

    // Not in names on every system.
    private const string NotInNames = "\"*:<>?|";

    public static string Clean(string name, IReadOnlyList<string> endings)
    {
        var read = name.Length <= MaxRead ? name : name[^MaxRead..];
        var last = read[(read.LastIndexOfAny(['/', '\\']) + 1)..];
        var text = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (rune.IsAscii && NotInNames.Contains((char)rune.Value, StringComparison.Ordinal))
                text.Append('-');
            else if (Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
                text.Append(' ');
            else if (IsVisible(rune))
                text.Append(rune);
        }

        var clean = text.ToString().Normalize(NormalizationForm.FormC).TrimEnd(' ', '.');
        var ending = endings.FirstOrDefault(one => clean.EndsWith("." + one, StringComparison.OrdinalIgnoreCase));
        var stem = (ending is null ? clean : clean[..^(ending.Length + 1)]).Trim(' ', '.');
        ending ??= endings[0];
        return $"{Cut(stem.Length == 0 ? WithoutName : stem, MaxLength - ending.Length - 1)}.{ending}";
    }

    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Not through the middle of a character of two halves.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd(' ', '.');
    }
}

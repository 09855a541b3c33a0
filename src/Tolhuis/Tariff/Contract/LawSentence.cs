// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers;
using System.Text;

namespace Tolhuis.Tariff.Contract;

/// <summary>
/// Fills values into a sentence of the law: <c>{0}</c>, <c>{1}</c> and so on. A sentence is data, so nothing in it can
/// throw.
/// </summary>
public static class LawSentence
{
    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    /// <summary>
    /// The sentence with its values in the place of its placeholders. Amounts come with a point; Dutch gets a comma.
    /// A placeholder without a value stays as it is.
    /// </summary>
    public static string Fill(string sentence, IReadOnlyList<string> values, string language)
    {
        if (!sentence.Contains('{', StringComparison.Ordinal))
            return sentence;
        var text = new StringBuilder(sentence.Length + 40);
        for (var i = 0; i < sentence.Length; i++)
        {
            var isPlace = sentence[i] == '{' && i + 2 < sentence.Length && sentence[i + 2] == '}'
                && char.IsAsciiDigit(sentence[i + 1]) && sentence[i + 1] - '0' < values.Count;
            if (!isPlace)
            {
                text.Append(sentence[i]);
                continue;
            }

            text.Append(InLanguage(values[sentence[i + 1] - '0'], language));
            i += 2;
        }

        return text.ToString();
    }

    private static string InLanguage(string value, string language)
    {
        var point = language == "en" ? -1 : value.IndexOf('.', StringComparison.Ordinal);
        if (point <= 0 || point == value.Length - 1)
            return value;
        // "12.34" and "12.34 USD" are amounts; "18 09.x" or "a.b" are not.
        var blank = value.IndexOf(' ', StringComparison.Ordinal);
        var number = value.AsSpan(0, blank > 0 ? blank : value.Length);
        if (point >= number.Length || number.ContainsAnyExcept(DigitsAndPoint) || number.Count('.') != 1)
            return value;
        return string.Concat(value.AsSpan(0, point), ",", value.AsSpan(point + 1));
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Declarations.Rules;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Contract;

/// <summary>A rule between elements, for those who describe the rules.</summary>
/// <param name="Code">The problem that it gives; severity, ground and sentences of a day are its row.</param>
/// <param name="Name">The sentence that must hold, in words: <c>net mass not above gross mass</c>.</param>
/// <param name="Family">What it is about: <c>preference</c>.</param>
/// <param name="DataSets">The data sets that it is for.</param>
/// <param name="DataElement">Number of the element that it points at; empty where that depends on the case.</param>
public sealed record RuleDescription(
    string Code, string Name, string Family, IReadOnlyList<DataSet> DataSets, string DataElement);

/// <summary>All rules of this program, whether or not they have a row in force. Made once; for all threads.</summary>
public static class RuleCatalogue
{
    /// <summary>Codes of the checks of form, which need no rule: presence, number, format, code list.</summary>
    public static IReadOnlyList<string> FormChecks { get; } =
    [
        DeclarationsProblems.ElementMissing,
        DeclarationsProblems.ElementTooMany,
        DeclarationsProblems.ElementFormat,
        DeclarationsProblems.ElementCodeUnknown,
    ];

    /// <summary>In the order in which their problems are given.</summary>
    public static IReadOnlyList<RuleDescription> Rules { get; } = Describe();

    private static RuleDescription[] Describe()
    {
        var elementByCode = LawEdition.BuiltIn.Table("declarations.problems")
            .GroupBy(row => row["code"], row => row["data_element"], StringComparer.Ordinal)
            .ToDictionary(elements => elements.Key, elements => elements.First(), StringComparer.Ordinal);
        return
        [
            .. AllRules.ByFamily.SelectMany(family => family.Rules.Select(rule => new RuleDescription(
                rule.Code,
                Words(rule.GetType().Name),
                Words(family.Family.ToString()),
                [.. Enum.GetValues<DataSet>().Where(rule.IsFor)],
                elementByCode.GetValueOrDefault(rule.Code, "")))),
        ];
    }

    /// <summary>The words of a name in capitals and small letters: <c>NetMassIsAboveZero</c>.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsAsciiLetterUpper(name[i])
                || (char.IsAsciiDigit(name[i]) && !char.IsAsciiLetterUpper(name[i - 1])
                    && !char.IsAsciiDigit(name[i - 1]))))
                words.Append(' ');
            // H7 and the like keep their capital.
            var isSetName = i + 1 < name.Length && char.IsAsciiDigit(name[i + 1]);
            words.Append(isSetName ? name[i] : char.ToLowerInvariant(name[i]));
        }

        return words.ToString();
    }
}

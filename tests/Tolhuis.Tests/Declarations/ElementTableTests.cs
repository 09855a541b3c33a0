// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;
using System.Text.RegularExpressions;
using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>The tables of the module hold together.</summary>
public sealed partial class ElementTableTests
{
    private static IReadOnlyList<LawRow> Elements => LawEdition.BuiltIn.Table("declarations.elements");

    private static IReadOnlyList<LawRow> Problems => LawEdition.BuiltIn.Table("declarations.problems");

    [Fact]
    public void Each_number_stands_once_and_has_its_form()
    {
        var numbers = Elements.Select(row => row["number"]).Where(number => number.Length != 0).ToList();
        Assert.True(numbers.Count > 150);
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.Matches(@"^\d\d \d\d \d\d\d \d\d\d$", number));
    }

    [Fact]
    public void Each_element_has_names_in_both_languages_and_a_place()
    {
        Assert.All(Elements, row => Assert.NotEmpty(row["name_nl"]));
        Assert.All(Elements, row => Assert.NotEmpty(row["name_en"]));
        Assert.All(Elements, row => Assert.NotEmpty(row["wco_paths"]));
    }

    [Fact]
    public void Each_element_has_its_own_name_in_json()
    {
        var names = JsonNames.Select(row => row["element"]).ToList();
        Assert.Distinct(names);
        Assert.Empty(Elements.Select(KeyOf).Except(names, StringComparer.Ordinal));
        var paths = JsonNames.SelectMany(r => r["json_paths"].Split('|')).ToList();
        Assert.Distinct(paths);
        Assert.All(paths, path => Assert.Matches(@"^(D|GS|SI)(/[a-z][A-Za-z]*(\[\])?)+$", path));
    }

    [Fact]
    public void Each_element_has_a_name_in_json_at_every_level_that_it_has_in_xml()
    {
        var places = JsonNames.ToDictionary(row => row["element"], StringComparer.Ordinal);
        foreach (var row in Elements)
        {
            var json = places[KeyOf(row)]["json_paths"];
            Assert.Equal(
                row["wco_paths"].Split('|').Any(path => path.StartsWith("SI/", StringComparison.Ordinal)),
                json.Split('|').Any(path => path.StartsWith("SI/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Each_code_list_named_is_in_the_law()
    {
        var lists = Elements.Select(row => row["code_list"]).Where(list => list is not ("" or ['[', ..]))
            .SelectMany(list => list.Replace("H1:", "", StringComparison.Ordinal).Split(' ')).Distinct();
        Assert.All(lists, list => Assert.True(SampleMessages.Law.HasList(list), list));
    }

    [Fact]
    public void Each_problem_has_sentences_in_both_languages_that_name_the_same_values()
    {
        var codes = typeof(MessageChecker).Assembly.GetType("Tolhuis.Declarations.DeclarationsProblems")!
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .ToList();
        Assert.Equal(
            codes.Order(StringComparer.Ordinal), Problems.Select(row => row["code"]).Distinct()
                .Order(StringComparer.Ordinal));
        foreach (var row in Problems)
        {
            Assert.NotEmpty(row["ground"]);
            Assert.NotEmpty(row["text_nl"]);
            Assert.NotEmpty(row["text_en"]);
            // Names of elements and kinds come in both languages: {0} is Dutch where {1} is English.
            if (!row["text_nl"].Contains("{2}", StringComparison.Ordinal)
                && row["code"] != "declarations.element.missing")
                Assert.Equal(Values(row["text_nl"]), Values(row["text_en"]));
        }
    }

    private static IReadOnlyList<LawRow> JsonNames => LawEdition.BuiltIn.Table("declarations.json_names");

    private static string KeyOf(LawRow row) => row["key"].Length > 0 ? row["key"] : row["number"];

    private static List<string> Values(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}

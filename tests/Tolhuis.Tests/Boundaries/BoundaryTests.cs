// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using Tolhuis.Tests.Tidy;
using Xunit;

namespace Tolhuis.Tests.Boundaries;

/// <summary>
/// A module asks only modules above it in Modules.cs, through their Contract. The list is the product's own.
/// </summary>
public sealed partial class BoundaryTests
{
    private static readonly BoundaryRule Product = new("Tolhuis", Modules.All.Select(m => m.Name).ToList());
    private static readonly BoundaryRule Fixture = new("Planted", ["Upper", "Lower"]);

    [Fact]
    public void No_compiled_type_of_the_product_uses_a_module_it_may_not_ask() =>
        AssertNone(AssemblyReferences.Check(typeof(Modules).Assembly.Location, Product));

    [Fact]
    public void No_source_of_the_product_names_a_module_it_may_not_ask() =>
        AssertNone(SourceTree.OfTheProduct().Files
            .Where(f => f.Path.StartsWith("src/Tolhuis/", StringComparison.Ordinal) && f.IsCSharp)
            .SelectMany(f => CheckSource(f.Path, f.Text, Product)));

    [Fact]
    public void Every_planted_breach_is_found_and_nothing_else()
    {
        var found = AssemblyReferences.Check(typeof(BoundaryTests).Assembly.Location, Fixture)
            .Select(b => $"{b.From} -> {b.To}".Replace("Planted.", "", StringComparison.Ordinal)).Order();

        Assert.Equal(
            [
                "Lower.HidesInALambda -> Upper.Inside",
                "Lower.HoldsInAField -> Upper.Inside",
                "Lower.ReachesInside -> Upper.Inside",
                "Platform.KnowsAModule -> Upper.Contract.Asked",
                "Stray.BelongsNowhere -> Lower.Contract.Offered",
                "Upper.CallsDown -> Lower.Contract.Offered",
            ],
            found);
    }

    [Theory]
    [InlineData("Planted.Upper", "using Planted.Lower.Contract;", "Lower stands below Upper in Modules.cs")]
    [InlineData("Planted.Lower", "using Planted.Upper;", "only the Contract of Upper is open to others")]
    [InlineData("Planted.Lower", "using static Planted.Upper.Inside;", "only the Contract of Upper is open to others")]
    [InlineData("Planted.Lower", "using Word = Planted.Upper.Inside;", "only the Contract of Upper is open to others")]
    [InlineData("Planted.Platform", "using Planted.Upper.Contract;", "Platform is about machines and knows no module")]
    [InlineData("Planted.Stray", "using Planted.Upper.Contract;",
        "Stray is neither a module in Modules.cs nor Platform")]
    [InlineData("Planted.Lower", "using Planted.Stray;", "Stray is neither a module in Modules.cs nor Platform")]
    [InlineData("Planted.Lower", "x = Planted.Upper.Inside.Answer;", "only the Contract of Upper is open to others")]
    public void A_constant_leaves_no_trace_in_compiled_code_so_its_name_in_source_is_a_breach(
        string space, string line, string reason) =>
        Assert.Equal(reason, Assert.Single(CheckSource("planted.cs", $"namespace {space};\n{line}\n", Fixture)).Reason);

    [Theory]
    [InlineData("Planted.Lower", "using Planted.Upper.Contract;")]
    [InlineData("Planted.Lower", "using Planted.Lower.Contract;")]
    [InlineData("Planted.Lower", "using Planted.Platform;")]
    [InlineData("Planted.Lower", "using Planted.Kernel;")]
    [InlineData("Planted.Lower", "using System.Text;")]
    [InlineData("Planted.Lower", "// Planted.Upper.Inside would be wrong.")]
    [InlineData("Planted", "using Planted.Lower;")]
    public void What_the_rule_allows_is_no_breach(string space, string line) =>
        Assert.Empty(CheckSource("planted.cs", $"namespace {space};\n{line}\n", Fixture));

    private static void AssertNone(IEnumerable<Breach> breaches)
    {
        var lines = breaches.Select(b => b.ToString()).ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }

    private static IEnumerable<Breach> CheckSource(string path, string text, BoundaryRule rule)
    {
        var code = CSharpText.Read(text).Code;
        var from = NamespaceLine().Match(code).Groups[1].Value;
        return DottedName().Matches(code).Select(m => m.Value)
            .Where(name => name.StartsWith(rule.Root + ".", StringComparison.Ordinal))
            .Select(name => (Name: name, Why: rule.WhyNot(from, name))).Where(x => x.Why is not null)
            .Select(x => new Breach(path, x.Name, x.Why!)).Distinct();
    }

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"(?<![\w.])\w+(\.\w+)+")]
    private static partial Regex DottedName();
}

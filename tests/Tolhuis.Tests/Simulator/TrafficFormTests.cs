// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Simulator;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Simulator;

/// <summary>Good messages are good by the form of their day, on both sides of a change.</summary>
public sealed class TrafficFormTests
{
    private static readonly string[] OfForm =
        ["declarations.element.", "declarations.message.", "declarations.product-identifier.", "declarations.lrn."];

    [Theory]
    [InlineData("2026-06-30")]
    [InlineData("2026-07-01")]
    [InlineData("2026-10-31")]
    [InlineData("2026-11-01")]
    public void Good_messages_of_H7_and_H1_have_no_problem_of_form(string day)
    {
        var plan = new SimulationPlan
        {
            Lines = 1_000,
            Seed = 5,
            Day = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            H1Share = 0.2,
            JsonShare = 0.3,
        };
        var law = LawEdition.BuiltIn.On(plan.Day);
        var checker = new MessageChecker();

        var read = ReadTraffic.Of(new TrafficSimulator(plan)).Where(message => message.BadKind == "")
            .Select(message => checker.Check(message.Bytes, law)).ToList();

        Assert.Contains(read, message => message is { DataSet: DataSet.H1, IsJson: false });
        Assert.Contains(read, message => message is { DataSet: DataSet.H7, IsJson: true });
        Assert.Empty(read.SelectMany(message => message.Problems)
            .Where(problem => OfForm.Any(start => problem.Code.StartsWith(start, StringComparison.Ordinal)))
            .Select(problem => $"{problem.Code} {problem.Pointer} {string.Join(' ', problem.Arguments)}").Distinct());
    }
}

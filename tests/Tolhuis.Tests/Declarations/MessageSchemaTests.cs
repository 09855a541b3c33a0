// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.Json.Nodes;
using Tolhuis.Declarations.Contract;
using Tolhuis.Simulator;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Tidy;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>The published schema says of messages what the checker says, as far as one message can show it.</summary>
public sealed class MessageSchemaTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly LawOfTheDay Law = LawEdition.BuiltIn.On(Day);
    private readonly SchemaCheck _schema = new(MessageSchema.AsNode(Law));
    private readonly MessageChecker _checker = new();

    [Fact]
    public void The_printed_schema_is_the_one_that_the_program_makes()
    {
        var path = Path.Combine(SourceTree.OfTheProduct().Root, "docs/reference/declaration.schema.json");
        Assert.True(
            File.ReadAllText(path) == Encoding.UTF8.GetString(MessageSchema.Of(MessageSchema.Described).Span),
            "Run ./tolhuis docs schema > docs/reference/declaration.schema.json");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_good_simulated_message_fits_the_schema(int seed)
    {
        var plan = new SimulationPlan
        {
            Seed = seed, Lines = 500, H1Share = 0.4, BadMessageRate = 0, JsonShare = 1, Day = Day,
        };
        foreach (var message in new TrafficSimulator(plan).Messages())
        {
            Assert.NotNull(_checker.Check(message.Content, Law).Declaration);
            Assert.Null(_schema.Fault(JsonNode.Parse(message.Content.Span)!));
        }
    }

    [Fact]
    public void What_the_checker_misses_in_a_message_the_schema_misses_too()
    {
        foreach (var sample in new[] { JsonSample.H7.Replace("C07", "F53", StringComparison.Ordinal), JsonSample.H1 })
        {
            var whole = JsonNode.Parse(sample)!;
            Assert.Null(_schema.Fault(whole));
            foreach (var leaf in JsonSample.Leaves(whole).ToList())
            {
                var less = JsonSample.Without(sample, leaf);
                var isMissed = _checker.Check(less, Law).Problems.Any(p => p.Code == "declarations.element.missing");
                var fault = _schema.Fault(JsonNode.Parse(less)!);
                // The schema may miss less (conditions over items), never find a hole where there is none.
                Assert.True(isMissed || fault is null || leaf is "/messageKind" or "/dataSet", $"{leaf}: {fault}");
                if (isMissed)
                    Assert.True(fault is not null || IsBeyondSchema(leaf), leaf);
            }
        }
    }

    [Fact]
    public void Every_element_of_the_law_has_its_number_and_both_names_in_the_schema()
    {
        var text = Encoding.UTF8.GetString(MessageSchema.Of(Law).Span);
        foreach (var row in Law.Rows("declarations.elements"))
        {
            if (row["number"].Length > 0)
                Assert.Contains($"\"x-eucdm\": \"{row["number"]}\"", text, StringComparison.Ordinal);
            Assert.Contains($"\"{row["name_nl"]}\"", text, StringComparison.Ordinal);
            Assert.Contains($"\"{row["name_en"]}\"", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"messageKind":"presentation","lrn":"A1","mrn":"26NL0000000000000X"}""", null)]
    [InlineData("""{"messageKind":"presentation","lrn":"A1"}""", ": required mrn")]
    [InlineData(
        """{"messageKind":"invalidation","lrn":"A1","mrn":"X","reason":{"code":"1"}}""", "/reason: required text")]
    [InlineData("""{"messageKind":"notice","lrn":"A1"}""", "/messageKind: enum")]
    [InlineData("""{"messageKind":"presentation","lrn":"A1","mrn":"X","colour":1}""", "/colour: unknown")]
    public void Messages_about_earlier_declarations_have_what_their_kind_needs(string message, string? fault) =>
        Assert.Equal(fault, _schema.Fault(JsonNode.Parse(message)!));

    // A data set that the message does not name, and conditions on additional procedures.
    private static bool IsBeyondSchema(string leaf) =>
        leaf == "/dataSet" || leaf.Contains("transportAndInsuranceCostsToTheDestination", StringComparison.Ordinal);
}

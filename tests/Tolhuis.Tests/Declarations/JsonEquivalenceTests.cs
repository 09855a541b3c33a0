// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Text.Json.Nodes;
using Tolhuis.Declarations.Contract;
using Tolhuis.Simulator;
using Tolhuis.Simulator.Messages;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>The same message as XML and as JSON is judged alike, to the last value and problem.</summary>
public sealed class JsonEquivalenceTests
{
    private readonly MessageChecker _xml = new();
    private readonly MessageChecker _json = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Simulated_messages_give_the_same_declaration_and_the_same_problems_in_both_shapes(int seed)
    {
        var plan = new SimulationPlan
        {
            Seed = seed,
            Lines = 400,
            H1Share = 0.4,
            PostShare = 0.2,
            BadMessageRate = 0.3,
            Day = new DateOnly(2026, 6, 1).AddDays(seed * 9),
        };
        var law = LawEdition.BuiltIn.On(plan.Day);
        var kinds = new HashSet<DataSet>();
        var pairs = new TrafficSimulator(plan).Messages().Zip(
            new TrafficSimulator(plan with { JsonShare = 1 }).Messages());
        foreach (var (asXml, asJson) in pairs)
        {
            var xml = _xml.Check(asXml.Content, law);
            var json = _json.Check(asJson.Content, law);
            Assert.Equal(asXml.Lrn, asJson.Lrn);
            AssertSame(xml, json, $"seed {seed}\n{Encoding.UTF8.GetString(asJson.Content.Span)}");
            kinds.Add(json.DataSet);
        }

        Assert.Contains(DataSet.H1, kinds);
        Assert.Contains(DataSet.H7, kinds);
    }

    [Theory]
    [InlineData("h7")]
    [InlineData("h1")]
    public void Our_own_messages_are_the_same_in_both_shapes_and_a_spoilt_value_is_pointed_at(string sample)
    {
        var xml = Encoding.UTF8.GetBytes(sample == "h7" ? SampleMessages.H7 : SampleMessages.H1);
        var json = JsonTranscript.Of(xml);
        AssertSame(_xml.Check(xml, SampleMessages.Law), _json.Check(json, SampleMessages.Law), sample);
        Assert.NotNull(_json.Check(json, SampleMessages.Law).Declaration);
        var tooLong = new string('x', 600);
        var pointedAt = 0;
        var leaves = JsonSample.Leaves(JsonNode.Parse(json)!).ToList();
        foreach (var leaf in leaves)
        {
            var spoilt = JsonNode.Parse(json)!;
            JsonSample.Replace(spoilt, leaf, JsonValue.Create(tooLong));
            var problems = _json.Check(JsonSample.Bytes(spoilt), SampleMessages.Law).Problems;
            // An array of values is pointed at as a whole.
            pointedAt += problems.Any(p => leaf.StartsWith(p.Pointer, StringComparison.Ordinal)) ? 1 : 0;
            Assert.All(problems, problem => Assert.StartsWith("/", problem.Pointer, StringComparison.Ordinal));
        }

        // What the column does not have (an office of the declaration, a procedure in H7) may hold anything.
        Assert.InRange(pointedAt, leaves.Count - 12, leaves.Count);
    }

    private static void AssertSame(CheckedMessage xml, CheckedMessage json, string about)
    {
        Assert.Equal(xml.IsReadable, json.IsReadable);
        if (!xml.IsReadable)
            return;
        Assert.Equal((xml.Kind, xml.DataSet, xml.LrnText, xml.DeclarantText, xml.MrnText, xml.AdditionalType),
            (json.Kind, json.DataSet, json.LrnText, json.DeclarantText, json.MrnText, json.AdditionalType));
        Assert.Equal(Describe(xml, about), Describe(json, about));
    }

    private static string Describe(CheckedMessage message, string about) => string.Join('\n', [
        about,
        message.Declaration is null ? "none" : SampleMessages.Describe(message.Declaration),
        message.FollowUp?.ToString() ?? "",
        // What XML has beside the elements (a name of the submitter) is not sent in JSON.
        .. message.Problems.Where(p => p.Code != "declarations.element.not-in-column" || p.DataElement.Length > 0)
            .Select(p => $"{p.Severity} {p.Code} {p.DataElement}").Order(StringComparer.Ordinal),
    ]);
}

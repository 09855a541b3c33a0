// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Tolhuis.Simulator;
using Tolhuis.Simulator.Life;
using Xunit;

namespace Tolhuis.Tests.Simulator;

/// <summary>What declarants do with a declaration once they have its number.</summary>
public sealed class SimulatedLifeTests
{
    private const string Mrn = "26NLTH00000000ABR5";
    private static readonly XNamespace Wco = "urn:wco:datamodel:WCO:DEC-DMS:2";

    private static readonly SimulationPlan Plan = new()
    {
        Lines = 4_000,
        Seed = 7,
        BadMessageRate = 0,
        PrelodgedShare = 0.5,
    };

    [Fact]
    public void The_share_of_prelodged_messages_is_that_of_the_plan_and_they_are_of_type_D()
    {
        var messages = new TrafficSimulator(Plan).Messages().ToList();
        var prelodged = messages.Count(m => m.IsPrelodged);
        Assert.InRange(prelodged, messages.Count * 45 / 100, messages.Count * 55 / 100);
        Assert.All(messages, m => Assert.Equal(m.IsPrelodged ? "IMD" : "IMA", TypeOf(m.Content)));
    }

    [Fact]
    public void Another_share_of_prelodged_messages_leaves_the_goods_as_they_are()
    {
        var some = new TrafficSimulator(Plan).Messages()
            .Select(m => Encoding.UTF8.GetString(m.Content.Span).Replace(">IMD<", ">IMA<", StringComparison.Ordinal));
        var none = new TrafficSimulator(Plan with { PrelodgedShare = 0 }).Messages()
            .Select(m => Encoding.UTF8.GetString(m.Content.Span));
        Assert.Equal(none, some);
    }

    [Fact]
    public void Nearly_every_prelodged_declaration_is_presented_and_some_never_are()
    {
        var lives = Lives(isPrelodged: true).ToList();
        var presented = lives.Count(life => life.Any(m => m.Kind == "presentation"));
        Assert.InRange(presented, lives.Count * 90 / 100, lives.Count - 1);
        Assert.Contains(lives, life => life.Count == 0);
        Assert.Contains(lives, life => life.Any(m => m.Kind == "invalidation"));
        Assert.All(
            lives.Where(life => life.Count == 2),
            life => Assert.Equal(["amendment", "presentation"], life.Select(m => m.Kind)));
        Assert.Contains(lives, life => life.Count == 2);
    }

    [Fact]
    public void Some_released_parcels_come_back_and_the_customer_asks_his_vat()
    {
        var lives = Lives(isPrelodged: false).Where(life => life.Count > 0).ToList();
        Assert.Contains(lives, life => life.Select(m => m.Kind).SequenceEqual(["invalidation", "repayment"]));
        Assert.Contains(lives, life => life.Select(m => m.Kind).SequenceEqual(["amendment"]));
    }

    [Fact]
    public void Every_message_names_the_declaration_and_has_a_number_of_its_own()
    {
        foreach (var message in Lives(true).Concat(Lives(false)).SelectMany(life => life))
        {
            var root = XDocument.Parse(Encoding.UTF8.GetString(message.Content.Span)).Root!;
            Assert.Equal(Wco + "Declaration", root.Name);
            Assert.Equal(Mrn, root.Element(Wco + "ID")!.Value);
            Assert.Equal(message.Lrn, root.Element(Wco + "FunctionalReferenceID")!.Value);
            Assert.InRange(message.Lrn.Length, 1, 22);
        }
    }

    [Fact]
    public void An_amendment_holds_the_whole_declaration_with_another_value_of_its_first_item()
    {
        var original = new TrafficSimulator(Plan).Messages().First();
        var before = XDocument.Parse(Encoding.UTF8.GetString(original.Content.Span)).Descendants(Wco + "Declaration")
            .First();
        var bytes = FollowUpMessages.Amended(original.Content, Mrn, "A1", "5", "Price", 50);
        var after = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!;
        Assert.Equal("COR", after.Element(Wco + "TypeCode")!.Value);
        Assert.Equal(Items(before).Count, Items(after).Count);
        var amounts = Items(after).Zip(Items(before), (a, b) => Number(a) / Number(b)).ToList();
        Assert.InRange(amounts[0], 0.45m, 0.55m);
        Assert.All(amounts.Skip(1), ratio => Assert.Equal(1m, ratio));
    }

    [Fact]
    public void The_same_declaration_lives_the_same_life()
    {
        var (one, other) = (Lives(true).SelectMany(life => life), Lives(true).SelectMany(life => life));
        Assert.Equal(one.Select(m => (m.Kind, m.After, m.Lrn)), other.Select(m => (m.Kind, m.After, m.Lrn)));
    }

    private static IEnumerable<IReadOnlyList<SimulatedFollowUp>> Lives(bool isPrelodged) =>
        new TrafficSimulator(isPrelodged ? Plan : Plan with { Lines = 12_000 }).Messages()
            .Where(m => m.IsPrelodged == isPrelodged).Select(m => SimulatedLife.Of(
            new AnsweredDeclaration(m.Content, m.Lrn, Mrn, isPrelodged, !isPrelodged, 300, 1_250)));

    private static List<string> Items(XElement declaration) =>
        [.. declaration.Descendants(Wco + "ItemChargeAmount").Select(e => e.Value)];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string TypeOf(ReadOnlyMemory<byte> xml) => XDocument.Parse(Encoding.UTF8.GetString(xml.Span))
        .Descendants(Wco + "TypeCode").First().Value;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tolhuis.Controls.Contract;
using Tolhuis.Simulator;
using Tolhuis.Simulator.Life;
using Xunit;

namespace Tolhuis.Tests.Simulator;

/// <summary>What simulated officers find, and what declarants then send.</summary>
public sealed class SimulatedControlTests
{
    private const string Mrn = "26NLTH00000000ABR5";
    private static readonly XNamespace Wco = "urn:wco:datamodel:WCO:DEC-DMS:2";
    private static readonly SimulationPlan Plan = new() { Lines = 6_000, Seed = 5, BadMessageRate = 0, H1Share = 0.2 };

    [Fact]
    public void An_honest_line_is_in_order_or_could_not_be_examined()
    {
        var found = Looked().Where(one => one.Truth is null).Select(one => one.Found.Outcome).ToList();

        Assert.Equal(["in-order", "not-possible"], found.Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(found.Count(result => result == "not-possible"), found.Count / 100, found.Count / 20);
    }

    [Theory]
    [InlineData("undervaluation", "value")]
    [InlineData("wrong-code", "classification")]
    [InlineData("vague-description", "description")]
    [InlineData("wrong-mass", "quantity")]
    public void What_was_planted_is_found_as_what_it_is(string mechanism, string error)
    {
        var found = Looked().Where(one => one.Truth?.Mechanism == mechanism && one.Found.Outcome != "not-possible")
            .Select(one => one.Found).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.Equal(("not-in-order", error), (one.Outcome, one.Error)));
        Assert.All(found, one => Assert.StartsWith("Gesimuleerd: ", one.Told, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_established_is_in_the_notation_that_customs_reads()
    {
        foreach (var one in Looked().SelectMany(look => look.Found.Established))
        {
            var kind = one.Kind switch
            {
                EstablishedKind.Code => ParticularKind.CommodityCode,
                EstablishedKind.Value => ParticularKind.Value,
                EstablishedKind.GrossMass => ParticularKind.GrossMass,
                EstablishedKind.NetMass => ParticularKind.NetMass,
                _ => ParticularKind.Description,
            };
            Assert.True(ParticularValue.TryParse(kind, one.Value, out _), $"{one.Kind} {one.Value}");
        }
    }

    [Fact]
    public void A_correction_holds_what_was_established_and_keeps_its_totals_right()
    {
        var corrected = 0;
        foreach (var look in Looked().Where(one => one.Found.Established.Count > 0))
        {
            var message = FollowUpMessages.Corrected(look.Message.Content, Mrn, "L-C", look.Found.Established);
            var root = XDocument.Parse(Encoding.UTF8.GetString(message)).Descendants(Wco + "Declaration").First();
            Assert.Equal(("COR", Mrn), (root.Element(Wco + "TypeCode")!.Value, root.Element(Wco + "ID")!.Value));
            foreach (var one in look.Found.Established)
                Assert.Equal(one.Value, Declared(root, one));
            if (root.Element(Wco + "InvoiceAmount") is { } total)
                Assert.Equal(Number(total), root.Descendants(Wco + "ItemChargeAmount").Sum(Number));
            corrected++;
        }

        Assert.True(corrected > 100, $"{corrected} corrections");
    }

    [Fact]
    public void The_same_correction_is_made_in_json()
    {
        var message = new TrafficSimulator(Plan with { JsonShare = 1 }).Messages()
            .First(one => one.Truth.Any(row => row.Mechanism == "undervaluation"));
        var item = message.Truth.First(row => row.Mechanism == "undervaluation").Item;

        var corrected = JsonNode.Parse(FollowUpMessages.Corrected(
            message.Content, Mrn, "L-C",
            [new(item, EstablishedKind.Value, "99.5 EUR"), new(item, EstablishedKind.Code, "6402910010")]))!;

        var goods = corrected["goodsShipment"]!["goodsItem"]!.AsArray()[item - 1]!;
        Assert.Equal("99.5", (goods["intrinsicValue"]?["amount"] ?? goods["itemAmountInvoiced"])!.ToString());
        Assert.Equal(
            "640291", goods["commodity"]!["commodityCode"]!["harmonizedSystemSubheadingCode"]!.ToString());
        Assert.Equal(("amendment", Mrn), (corrected["messageKind"]!.ToString(), corrected["mrn"]!.ToString()));
    }

    [Fact]
    public void Most_declarants_answer_some_late_some_in_part_and_a_few_never()
    {
        var answers = Looked().Where(one => one.Found.Established.Count > 0).Select(
            one => SimulatedAnswer.Of(one.Message.Content, one.Message.Lrn, Mrn, one.Found.Established)).ToList();

        Assert.Contains(answers, answer => answer is null);
        Assert.Contains(answers, answer => answer is { IsWhole: false });
        Assert.Contains(answers, answer => answer is not null && answer.After > TimeSpan.FromDays(30));
        Assert.True(answers.Count(answer => answer is { IsWhole: true }) > answers.Count * 6 / 10);
        Assert.All(answers, answer => Assert.InRange(answer?.Lrn.Length ?? 1, 1, 22));
    }

    [Fact]
    public void The_invoice_is_a_page_that_says_it_is_a_simulation()
    {
        var pdf = Encoding.ASCII.GetString(SimulatedInvoice.Pdf("INV (1)", ["regel é \\ )"]));

        Assert.StartsWith("%PDF-1.4\n", pdf, StringComparison.Ordinal);
        Assert.Contains("(SIMULATIE) Tj", pdf, StringComparison.Ordinal);
        Assert.Contains("INV \\(1\\)", pdf, StringComparison.Ordinal);
        var table = int.Parse(pdf.Split("startxref\n")[1].Split('\n')[0], CultureInfo.InvariantCulture);
        Assert.StartsWith("xref\n0 6\n", pdf[table..], StringComparison.Ordinal);
        var first = int.Parse(pdf[table..].Split('\n')[3][..10], CultureInfo.InvariantCulture);
        Assert.StartsWith("1 0 obj", pdf[first..], StringComparison.Ordinal);
    }

    private static IEnumerable<(SimulatedMessage Message, TruthRow? Truth, SimulatedFinding Found)> Looked()
    {
        foreach (var message in new TrafficSimulator(Plan).Messages())
        {
            var root = XDocument.Parse(Encoding.UTF8.GetString(message.Content.Span))
                .Descendants(Wco + "Declaration").First();
            foreach (var item in root.Descendants(Wco + "GovernmentAgencyGoodsItem"))
            {
                var number = int.Parse(item.Element(Wco + "SequenceNumeric")!.Value, CultureInfo.InvariantCulture);
                var charge = item.Descendants(Wco + "ItemChargeAmount").First();
                var line = new LookedAtLine(
                    message.Lrn, number, root.Element(Wco + "ProcedureCategory")?.Value == "H1",
                    (long)(Number(charge) * 100), charge.Attribute("currencyID")!.Value,
                    Millionths(item, "GrossMassMeasure"), Millionths(item, "NetNetWeightMeasure"),
                    item.Descendants(Wco + "Description").First().Value);
                var row = message.Truth.FirstOrDefault(one => one.Item == number);
                yield return (message, row, SimulatedOfficer.Look(line, message.Truth));
            }
        }
    }

    private static string Declared(XElement root, EstablishedValue established)
    {
        var item = root.Descendants(Wco + "GovernmentAgencyGoodsItem")
            .First(one => one.Element(Wco + "SequenceNumeric")!.Value == $"{established.Item}");
        string Of(string name) => item.Descendants(Wco + name).First().Value;
        return established.Kind switch
        {
            EstablishedKind.Value => Of("ItemChargeAmount") + " "
                + item.Descendants(Wco + "ItemChargeAmount").First().Attribute("currencyID")!.Value,
            EstablishedKind.Code => string.Concat(item.Descendants(Wco + "Classification")
                .Select(one => one.Element(Wco + "ID")!.Value))
                + (item.Descendants(Wco + "Classification").Count() == 1 ? established.Value[6..] : ""),
            EstablishedKind.GrossMass => Of("GrossMassMeasure"),
            EstablishedKind.NetMass => Of("NetNetWeightMeasure"),
            _ => Of("Description"),
        };
    }

    private static long Millionths(XElement item, string name) =>
        item.Descendants(Wco + name).FirstOrDefault() is { } mass ? (long)(Number(mass) * 1_000_000) : 0;

    private static decimal Number(XElement element) => decimal.Parse(element.Value, CultureInfo.InvariantCulture);
}

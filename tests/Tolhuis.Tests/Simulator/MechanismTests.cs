// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Xml.Linq;
using Tolhuis.Simulator;
using Tolhuis.Simulator.Trade;
using Xunit;

namespace Tolhuis.Tests.Simulator;

/// <summary>Every planted mechanism shows in the message as the documentation says.</summary>
public sealed class MechanismTests
{
    private static readonly XNamespace Wco = ReadTraffic.Wco;
    private static readonly HashSet<string> Restricted =
        [.. ProductCatalogue.Read().Restricted.Select(p => System.Text.Encoding.ASCII.GetString(p.Hs6))];

    private static readonly Lazy<IReadOnlyList<(IReadOnlyList<TruthRow> Truth, XElement Declaration)>> All = new(() =>
        [.. ReadTraffic.Of(new TrafficSimulator(new SimulationPlan { Lines = 20_000, Seed = 13, BadMessageRate = 0 }))
            .Select(m => (m.Truth, m.Declaration()))]);

    [Fact]
    public void An_undervalued_line_is_declared_far_below_its_worth() =>
        Assert.All(Of("undervaluation"), p =>
        {
            var share = EuroOf(Item(p)) * 100 / p.Row.TrueValueEuroCents;
            Assert.InRange(share, 0.02m, 0.40m);
        });

    [Fact]
    public void A_wrong_code_differs_from_the_true_one() =>
        Assert.All(Of("wrong-code"), p => Assert.NotEqual(p.Row.TrueCode, HsOf(Item(p))));

    [Fact]
    public void A_false_description_goes_with_the_code_of_other_goods() =>
        Assert.All(Of("false-description"), p => Assert.NotEqual(p.Row.TrueCode, HsOf(Item(p))));

    [Fact]
    public void A_vague_description_says_nothing_about_the_goods() =>
        Assert.All(Of("vague-description"), p => Assert.InRange(Item(p).Texts("Description").Single().Length, 3, 20));

    [Fact]
    public void Restricted_goods_are_declared_openly_or_hidden_behind_other_goods()
    {
        Assert.All(Of("restricted-goods"), p => Assert.Contains(HsOf(Item(p)), Restricted));
        Assert.All(Of("hidden-restricted-goods"), p =>
        {
            Assert.Contains(p.Row.TrueCode, Restricted);
            Assert.DoesNotContain(HsOf(Item(p)), Restricted);
        });
    }

    [Fact]
    public void Lines_without_a_mechanism_are_never_restricted_goods()
    {
        var open = Of("restricted-goods").Count;

        var restricted = All.Value
            .SelectMany(m => m.Declaration.Items())
            .Count(item => Restricted.Contains(HsOf(item)));

        Assert.Equal(open, restricted);
    }

    [Fact]
    public void A_split_order_is_several_parcels_to_one_person_on_one_day_worth_more_than_150_together()
    {
        var orders = Of("splitting").GroupBy(p => p.Row.Note.Split(' ')[1]).ToList();

        Assert.All(orders, order =>
        {
            Assert.InRange(order.Count(), 2, 4);
            var importers = order.Select(p => p.Declaration.Descendants(Wco + "Importer").Single().Value);
            Assert.Single(importers.Distinct());
            Assert.Single(order.Select(p => p.Row.Lrn[5..11]).Distinct());
            Assert.True(order.Sum(p => p.Row.TrueValueEuroCents) > 15_000);
            Assert.All(order, p => Assert.True(p.Row.TrueValueEuroCents <= 13_000));
        });
    }

    [Fact]
    public void A_misused_IOSS_number_is_that_of_another_platform_or_of_none()
    {
        var register = new TrafficSimulator(new SimulationPlan()).Platforms.Select(p => p.IossNumber).ToHashSet();

        Assert.All(Of("ioss-of-other-platform"), p =>
        {
            Assert.Contains(IossOf(p.Declaration), register);
            Assert.DoesNotContain(IossOf(p.Declaration), p.Row.Note);
        });
        Assert.All(Of("ioss-unknown"), p => Assert.DoesNotContain(IossOf(p.Declaration), register));
    }

    private static List<(TruthRow Row, XElement Declaration)> Of(string mechanism)
    {
        var planted = (from message in All.Value
                       from row in message.Truth
                       where row.Mechanism == mechanism
                       select (row, message.Declaration)).ToList();
        Assert.True(planted.Count > 5, $"only {planted.Count} of {mechanism}");
        return planted;
    }

    private static XElement Item((TruthRow Row, XElement Declaration) planted) =>
        planted.Declaration.Items().ElementAt(planted.Row.Item - 1);

    private static string HsOf(XElement item) =>
        item.Descendants(Wco + "Classification").First().Element(Wco + "ID")!.Value;

    private static string IossOf(XElement declaration) =>
        declaration.Descendants(Wco + "DomesticDutyTaxParty").Single().Element(Wco + "ID")!.Value;

    private static decimal EuroOf(XElement item)
    {
        var amount = item.Descendants(Wco + "ItemChargeAmount").Single();
        var rate = Currency.Of(amount.Attribute("currencyID")!.Value).PerThousandEuro;
        return decimal.Parse(amount.Value, CultureInfo.InvariantCulture) * 1000 / rate;
    }
}

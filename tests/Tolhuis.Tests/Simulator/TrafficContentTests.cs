// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Xml.Linq;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Simulator.Trade;
using Xunit;

namespace Tolhuis.Tests.Simulator;

/// <summary>What the good messages hold. One simulation is read by all tests of the class.</summary>
public sealed class TrafficContentTests
{
    private static readonly XNamespace Wco = ReadTraffic.Wco;

    private static readonly Lazy<IReadOnlyList<(ReadMessage Message, XElement Declaration)>> Good = new(() =>
        [.. ReadTraffic.Of(new TrafficSimulator(new SimulationPlan { Lines = 6_000, Seed = 11 }))
            .Where(m => m.BadKind == "")
            .Select(m => (m, m.Declaration()))]);

    private static IEnumerable<XElement> H7 => Good.Value.Where(g => !g.Declaration.IsH1()).Select(g => g.Declaration);

    private static IEnumerable<XElement> H1 => Good.Value.Where(g => g.Declaration.IsH1()).Select(g => g.Declaration);

    [Fact]
    public void Every_good_message_is_a_well_formed_new_declaration()
    {
        Assert.True(Good.Value.Count > 2_500);
        Assert.All(Good.Value, good =>
        {
            Assert.Equal(Wco + "Declaration", good.Declaration.Name);
            Assert.Equal("9", good.Declaration.Element(Wco + "FunctionCode")!.Value);
            Assert.Equal("IMA", good.Declaration.Element(Wco + "TypeCode")!.Value);
        });
    }

    [Fact]
    public void The_lines_are_exactly_those_of_the_plan_and_two_a_message_on_average()
    {
        var lines = Good.Value.Sum(g => g.Declaration.Items().Count());

        Assert.Equal(6_000, lines);
        Assert.InRange(lines / (double)Good.Value.Count, 1.9, 2.1);
    }

    [Fact]
    public void Reference_numbers_are_unique_well_formed_and_ascend_per_declarant()
    {
        var lrns = Good.Value.Select(g => g.Declaration.Lrn()).ToList();

        Assert.Equal(lrns.Count, lrns.Distinct().Count());
        Assert.All(lrns, lrn => Assert.True(Lrn.TryParse(lrn.AsSpan(), out _, out _), lrn));
        foreach (var group in lrns.GroupBy(lrn => lrn[..3]))
            Assert.Equal(group.Order(StringComparer.Ordinal), group);
    }

    [Fact]
    public void Numbers_of_parties_codes_of_goods_and_countries_have_the_right_form()
    {
        foreach (var (_, declaration) in Good.Value)
        {
            var eori = declaration.Element(Wco + "Declarant")!.Element(Wco + "ID")!.Value;
            Assert.True(Eori.TryParse(eori.AsSpan(), out var parsed, out _), eori);
            Assert.Equal("NL", parsed.Country.ToString());
            foreach (var item in declaration.Items())
            {
                var parts = item.Descendants(Wco + "Classification").Elements(Wco + "ID").Select(e => e.Value);
                var code = string.Concat(parts);
                Assert.True(CommodityCode.TryParse(code.AsSpan(), out var commodity, out _), code);
                Assert.Equal(declaration.IsH1() ? 10 : 6, commodity.DigitCount);
                var mass = item.Descendants(Wco + "GrossMassMeasure").Single().Value;
                Assert.True(FixedPoint.TryParse(mass.AsSpan(), 6, 16, out var micrograms) && micrograms > 0, mass);
            }

            Assert.All(declaration.Texts("CountryCode"), c => Assert.True(CountryCode.TryParse(c.AsSpan(), out _), c));
        }
    }

    [Fact]
    public void An_IOSS_number_of_the_right_form_stands_where_F48_stands_and_nowhere_else()
    {
        foreach (var declaration in H7)
        {
            var hasF48 = declaration.Texts("CurrentCode").Contains("F48");
            var numbers = declaration.Descendants(Wco + "DomesticDutyTaxParty").ToList();

            Assert.Equal(hasF48 ? 1 : 0, numbers.Count);
            if (hasF48)
            {
                var number = numbers[0].Element(Wco + "ID")!.Value;
                Assert.True(IossNumber.TryParse(number.AsSpan(), out _, out _), number);
                Assert.Equal("FR5", numbers[0].Element(Wco + "RoleCode")!.Value);
            }
            else
            {
                // Customs needs the transport costs where it collects the VAT itself.
                Assert.NotEmpty(declaration.Descendants(Wco + "Freight"));
            }
        }
    }

    [Fact]
    public void No_H7_consignment_is_worth_more_than_its_limit()
    {
        foreach (var declaration in H7)
        {
            var limit = declaration.Texts("CurrentCode").Contains("C08") ? 45m : 150m;
            var total = declaration.Descendants(Wco + "ItemChargeAmount").Sum(InEuro);

            Assert.True(total <= limit, $"{declaration.Lrn()}: {total}");
        }
    }

    [Fact]
    public void H1_declarations_carry_what_H7_lacks()
    {
        Assert.NotEmpty(H1);
        Assert.All(H1, declaration =>
        {
            Assert.InRange(declaration.Items().Count(), 1, 20);
            foreach (var name in new[] { "InvoiceAmount", "TradeTerms", "DispatchCountry", "PresentationOffice" })
                Assert.Single(declaration.Descendants(Wco + name));
            Assert.All(declaration.Items(), item =>
            {
                foreach (var name in new[] { "DutyRegimeCode", "NetNetWeightMeasure", "Origin", "MethodCode" })
                    Assert.Single(item.Descendants(Wco + name));
            });
        });
    }

    [Theory]
    [InlineData("2026-06-30", "C07", "F53")]
    [InlineData("2026-07-01", "F53", "C07")]
    public void Additional_procedures_follow_the_law_of_the_day(string day, string used, string unused)
    {
        var plan = new SimulationPlan { Lines = 1_500, Day = DateOnly.Parse(day, CultureInfo.InvariantCulture) };

        var codes = ReadTraffic.Of(new TrafficSimulator(plan))
            .Where(m => m.BadKind == "")
            .SelectMany(m => m.Declaration().Texts("CurrentCode"))
            .ToHashSet();

        Assert.Contains(used, codes);
        Assert.DoesNotContain(unused, codes);
        Assert.Superset(new HashSet<string> { "40", "000", "C08", "F48", "F49" }, codes);
    }

    [Fact]
    public void Declarants_write_in_several_shapes()
    {
        var texts = Good.Value.Select(g => System.Text.Encoding.UTF8.GetString(g.Message.Bytes)).ToList();

        Assert.Contains(texts, t => t.Contains("<ns2:Declaration", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("<md:MetaData", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("\n  <FunctionCode>", StringComparison.Ordinal));
        var compact = texts.Count(t => t.Contains("?><Declaration xmlns=", StringComparison.Ordinal));
        Assert.InRange(compact / (double)texts.Count, 0.8, 0.99);
    }

    [Fact]
    public void Names_outside_ASCII_and_ampersands_survive()
    {
        var names = Good.Value.SelectMany(g => g.Declaration.Texts("Name")).ToHashSet();

        Assert.Contains(names, n => n.Contains('&', StringComparison.Ordinal));
        Assert.Contains(names, n => n.Any(c => c > 127));
        Assert.All(names, n => Assert.InRange(n.Length, 3, 70));
    }

    private static decimal InEuro(XElement amount)
    {
        var rate = Currency.Of(amount.Attribute("currencyID")!.Value).PerThousandEuro;
        return decimal.Parse(amount.Value, CultureInfo.InvariantCulture) * 1000 / rate;
    }
}

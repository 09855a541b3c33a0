// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml;
using System.Xml.Linq;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Xunit;

namespace Tolhuis.Tests.Simulator;

/// <summary>Every kind of bad message is bad in the way its name says, and in no other.</summary>
public sealed class BadMessageTests
{
    private static readonly XNamespace Wco = ReadTraffic.Wco;

    private static readonly SimulationPlan Plan = new() { Lines = 4_000, Seed = 21, BadMessageRate = 0.3 };

    private static readonly Lazy<IReadOnlyList<ReadMessage>> All = new(() =>
        [.. ReadTraffic.Of(new TrafficSimulator(Plan))]);

    [Theory]
    [InlineData("truncated")]
    [InlineData("junk")]
    public void Truncated_and_junk_are_no_well_formed_XML(string kind) =>
        Assert.All(Of(kind), m => Assert.Throws<XmlException>(m.Declaration));

    [Fact]
    public void A_missing_element_is_a_description_a_code_or_a_value() =>
        Assert.All(Of("missing-element"), m =>
        {
            var item = m.Declaration().Items().Last();
            var missing = new[] { "Description", "Classification", "InvoiceLine" }
                .Where(name => !item.Descendants(Wco + name).Any());
            Assert.Single(missing);
        });

    [Fact]
    public void An_unknown_code_is_a_currency_or_a_country() =>
        Assert.All(Of("unknown-code"), m =>
        {
            var declaration = m.Declaration();
            var currencies = declaration.Descendants().Attributes("currencyID").Select(a => a.Value);
            Assert.True(currencies.Contains("XQX") ^ declaration.Texts("CountryCode").Contains("OO"));
        });

    [Fact]
    public void A_malformed_EORI_is_refused_by_its_form() =>
        Assert.All(Of("malformed-eori"), m =>
        {
            var id = m.Declaration().Element(Wco + "Declarant")!.Element(Wco + "ID")!.Value;
            Assert.False(Eori.TryParse(id.AsSpan(), out _, out _), id);
        });

    [Fact]
    public void A_value_with_a_comma_is_no_number() =>
        Assert.All(Of("comma-in-value"), m => Assert.All(
            m.Declaration().Texts("ItemChargeAmount"), v => Assert.False(Money.TryParseCents(v.AsSpan(), out _), v)));

    [Fact]
    public void A_value_over_the_limit_is_over_it_at_any_exchange_rate() =>
        Assert.All(Of("value-over-150"), m =>
        {
            var declaration = m.Declaration();
            var amount = declaration.Descendants(Wco + "ItemChargeAmount").First();
            Assert.False(declaration.IsH1());
            Assert.True(Money.TryParseCents(amount.Value.AsSpan(), out var cents));
            // The pound is the only currency of the traffic with less than one unit to the euro.
            Assert.True(cents > (amount.Attribute("currencyID")!.Value == "GBP" ? 15_000 : 18_000));
        });

    [Fact]
    public void Duplicates_follow_the_message_they_repeat()
    {
        var firstByLrn = new Dictionary<string, ReadMessage>();
        var same = 0;
        var other = 0;
        foreach (var message in All.Value)
        {
            var isDuplicate = message.BadKind is "duplicate-same" or "duplicate-other";
            if (message.BadKind != "" && !isDuplicate)
                continue;
            var lrn = message.Declaration().Lrn();
            if (!isDuplicate)
            {
                firstByLrn.Add(lrn, message);
                continue;
            }

            var isSame = message.BadKind == "duplicate-same";
            Assert.Equal(isSame, message.Bytes.AsSpan().SequenceEqual(firstByLrn[lrn].Bytes));
            same += isSame ? 1 : 0;
            other += isSame ? 0 : 1;
        }

        Assert.True(same > 20 && other > 20);
    }

    [Fact]
    public void A_message_about_an_unknown_MRN_is_an_invalidation_whose_number_has_the_right_form() =>
        Assert.All(Of("unknown-mrn"), m =>
        {
            var declaration = m.Declaration();
            Assert.Equal("INV", declaration.Element(Wco + "TypeCode")!.Value);
            Assert.True(Mrn.TryParse(declaration.Element(Wco + "ID")!.Value.AsSpan(), out _, out _));
        });

    private static List<ReadMessage> Of(string kind)
    {
        var messages = All.Value.Where(m => m.BadKind == kind).ToList();
        Assert.True(messages.Count > 20, $"only {messages.Count} of {kind}");
        return messages;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

public sealed class RuleTests
{
    private const string Item = "GoodsShipment/GovernmentAgencyGoodsItem[1]/";
    private const string Value = Item + "Commodity/InvoiceLine/ItemChargeAmount";
    private readonly MessageChecker _checker = new();

    [Theory]
    [InlineData("142.50", "EUR", false)]
    [InlineData("142.51", "EUR", true)]
    [InlineData("99999999999999.99", "EUR", true)]
    public void The_consignment_is_worth_at_most_150_euro(string amount, string currency, bool isAbove)
    {
        var problems = Problems(SampleMessages.H7, Value, e =>
        {
            e.Value = amount;
            e.SetAttributeValue("currencyID", currency);
        });
        Assert.Equal(isAbove ? ["declarations.value.above-limit"] : [], problems.Select(p => p.Code));
    }

    [Fact]
    public void The_value_is_converted_before_it_is_compared()
    {
        var problems = Problems(SampleMessages.H7, Value, e =>
        {
            e.Value = "10000";
            e.SetAttributeValue("currencyID", "JPY");
        });
        Assert.Empty(problems);
    }

    [Fact]
    public void A_currency_without_rate_is_for_a_person_and_does_not_refuse()
    {
        var answer = _checker.Check(
            SampleMessages.Changed(SampleMessages.H7, Value, e => e.SetAttributeValue("currencyID", "XPF")),
                SampleMessages.Law);
        var problem = Assert.Single(answer.Problems);
        Assert.Equal("declarations.value.not-convertible", problem.Code);
        Assert.Equal(Severity.Manual, problem.Severity);
        Assert.NotNull(answer.Declaration);
    }

    [Fact]
    public void C07_ends_with_the_relief_on_1_July_2026_and_F48_stays()
    {
        var message = SampleMessages.Utf8(SampleMessages.H7);
        Assert.Empty(_checker.Check(message, SampleMessages.Law).Problems);
        var after = _checker.Check(message, SampleMessages.LawAfterRelief);
        Assert.Equal(2, after.Problems.Count);
        Assert.All(after.Problems, p => Assert.Equal("declarations.additional-procedure.not-in-h7", p.Code));
        var document = XDocument.Parse(SampleMessages.H7);
        document.Descendants(SampleMessages.Wco + "GovernmentProcedure").Where(e => e.Value == "C07").ToList()
            .ForEach(e => e.Remove());
        Assert.Empty(_checker.Check(SampleMessages.Bytes(document), SampleMessages.LawAfterRelief).Problems);
    }

    [Fact]
    public void Gifts_are_worth_at_most_45_euro_together()
    {
        var document = Gift();
        Assert.Empty(Problems(document));
        SampleMessages.At(document, Value).Value = "37.51";
        var problem = Assert.Single(Problems(document));
        Assert.Equal("declarations.gift.above-limit", problem.Code);
        Assert.Equal(["45.01", "45.00"], problem.Arguments);
    }

    [Fact]
    public void A_gift_has_no_vat_scheme()
    {
        var document = Gift();
        var procedure = SampleMessages.At(document, Item + "GovernmentProcedure[2]");
        procedure.AddAfterSelf(
            new XElement(
                SampleMessages.Wco + "GovernmentProcedure", new XElement(SampleMessages.Wco + "CurrentCode", "F49")));
        Assert.Equal("declarations.gift.with-vat-scheme", Assert.Single(Problems(document)).Code);
    }

    [Fact]
    public void Supplementary_units_are_only_for_gifts()
    {
        var units = new XElement(
            SampleMessages.Wco + "GoodsMeasure", new XElement(SampleMessages.Wco + "TariffQuantity", "2"));
        var problems = Problems(SampleMessages.H7, Item + "Commodity", e => e.Add(new XElement(units)));
        Assert.Equal("declarations.supplementary-units.without-gift", Assert.Single(problems).Code);
        var gift = Gift();
        SampleMessages.At(gift, Item + "Commodity").Add(units);
        Assert.Empty(Problems(gift));
    }

    [Fact]
    public void F48_needs_the_number_of_the_vendor()
    {
        var problem = Assert.Single(Problems(SampleMessages.H7, "GoodsShipment/DomesticDutyTaxParty", e => e.Remove()));
        Assert.Equal("declarations.ioss.number-missing", problem.Code);
        Assert.Equal("/Declaration/GoodsShipment/DomesticDutyTaxParty/ID", problem.Pointer);
    }

    [Fact]
    public void The_number_of_the_vendor_needs_F48()
    {
        var document = XDocument.Parse(SampleMessages.H7);
        document.Descendants(SampleMessages.Wco + "GovernmentProcedure").Where(e => e.Value == "F48").ToList()
            .ForEach(e => e.Remove());
        Assert.Equal("declarations.ioss.without-procedure", Assert.Single(Problems(document)).Code);
    }

    [Fact]
    public void Under_the_ioss_the_importer_lives_in_the_union()
    {
        var problem = Assert.Single(
            Problems(SampleMessages.H7, "GoodsShipment/Importer/Address/CountryCode", e => e.Value = "CH"));
        Assert.Equal("declarations.ioss.importer-outside-union", problem.Code);
        Assert.Equal("13 04 018 020", problem.DataElement);
    }

    [Theory]
    [InlineData("42", "declarations.procedure.not-in-h7")]
    [InlineData("40", "")]
    public void H7_has_procedure_4000(string requested, string code)
    {
        var problems = Problems(
            SampleMessages.H7, Item + "GovernmentProcedure[1]/CurrentCode", e => e.Value = requested);
        Assert.Equal(code.Length == 0 ? [] : [code], problems.Select(p => p.Code));
    }

    [Fact]
    public void H7_has_no_code_of_chapter_99()
    {
        var problems = Problems(SampleMessages.H7, Item + "Commodity/Classification/ID", e => e.Value = "990500");
        Assert.Equal("declarations.commodity.chapter-not-in-h7", Assert.Single(problems).Code);
    }

    [Fact]
    public void Net_mass_is_never_above_gross_mass()
    {
        var problems = Problems(
            SampleMessages.H1, "GoodsShipment/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/NetNetWeightMeasure",
                e => e.Value = "1000.000001");
        var problem = Assert.Single(problems);
        Assert.Equal("declarations.mass.net-above-gross", problem.Code);
        Assert.Equal(["1000.000001", "1000"], problem.Arguments);
    }

    [Fact]
    public void A_party_with_a_number_needs_no_name_and_one_without_needs_both()
    {
        var withNumber = Problems(SampleMessages.H7, "GoodsShipment/Consignor", e =>
        {
            e.RemoveNodes();
            e.Add(new XElement(SampleMessages.Wco + "ID", "CN12345678"));
        });
        Assert.Empty(withNumber);
        var withNameOnly = Problems(SampleMessages.H1, "GoodsShipment/Importer", e =>
        {
            e.RemoveNodes();
            e.Add(new XElement(SampleMessages.Wco + "Name", "Bakkerij Janssen"));
        });
        Assert.Equal(
            ["13 04 018 019", "13 04 018 020", "13 04 018 021", "13 04 018 022"], withNameOnly
                .Select(p => p.DataElement));
    }

    [Fact]
    public void A_representative_with_a_number_needs_a_status()
    {
        var problems = Problems(SampleMessages.H7, "Declarant", e => e.AddAfterSelf(
            new XElement(SampleMessages.Wco + "Agent", new XElement(SampleMessages.Wco + "ID", "NL001234568"))));
        Assert.Equal("13 06 030 000", Assert.Single(problems).DataElement);
    }

    private static XDocument Gift()
    {
        var document = XDocument.Parse(SampleMessages.H7);
        document.Descendants(SampleMessages.Wco + "GovernmentProcedure").Where(e => e.Value == "F48").ToList()
            .ForEach(e => e.Remove());
        document.Descendants(SampleMessages.Wco + "CurrentCode").Where(e => e.Value == "C07").ToList()
            .ForEach(e => e.Value = "C08");
        SampleMessages.At(document, "GoodsShipment/DomesticDutyTaxParty").Remove();
        return document;
    }

    private IReadOnlyList<Problem> Problems(XDocument message) =>
        _checker.Check(SampleMessages.Bytes(message), SampleMessages.Law).Problems;

    private IReadOnlyList<Problem> Problems(string message, string path, Action<XElement> change) =>
        _checker.Check(SampleMessages.Changed(message, path, change), SampleMessages.Law).Problems;
}

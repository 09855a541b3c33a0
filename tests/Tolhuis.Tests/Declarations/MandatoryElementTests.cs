// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>Each mandatory element is taken out of a message that is otherwise right.</summary>
public sealed class MandatoryElementTests
{
    private const string Item = "GoodsShipment/GovernmentAgencyGoodsItem[2]/";
    private readonly MessageChecker _checker = new();

    [Theory]
    [InlineData("TypeCode", "11 02 001 000")]
    [InlineData("FunctionalReferenceID", "12 09 001 000")]
    [InlineData("Declarant", "13 05 000 000")]
    [InlineData("Declarant/ID", "13 05 017 000")]
    [InlineData("GoodsShipment/Importer", "13 04 000 000")]
    [InlineData("GoodsShipment/Importer/Name", "13 04 016 000")]
    [InlineData("GoodsShipment/Importer/Address/Line", "13 04 018 019")]
    [InlineData("GoodsShipment/Importer/Address/CountryCode", "13 04 018 020")]
    [InlineData("GoodsShipment/Importer/Address/PostcodeID", "13 04 018 021")]
    [InlineData("GoodsShipment/Importer/Address/CityName", "13 04 018 022")]
    [InlineData("GoodsShipment/Consignor", "13 01 000 000")]
    [InlineData("GoodsShipment/Consignor/Name", "13 01 016 000")]
    [InlineData("GoodsShipment/Consignor/Address/Line", "13 01 018 019")]
    [InlineData("GoodsShipment/Consignor/Address/CountryCode", "13 01 018 020")]
    [InlineData("GoodsShipment/Consignor/Address/PostcodeID", "13 01 018 021")]
    [InlineData("GoodsShipment/Consignor/Address/CityName", "13 01 018 022")]
    [InlineData("GoodsShipment/Consignment/TransportContractDocument", "12 05 000 000")]
    [InlineData("GoodsShipment/Consignment/TransportContractDocument/ID", "12 05 001 000")]
    [InlineData("GoodsShipment/Consignment/TransportContractDocument/Type", "12 05 002 000")]
    [InlineData("GoodsShipment/Consignment/GoodsLocation", "16 15 000 000")]
    [InlineData("GoodsShipment/Consignment/GoodsLocation/TypeCode", "16 15 045 000")]
    [InlineData("GoodsShipment/Consignment/GoodsLocation/IdentificationType", "16 15 046 000")]
    [InlineData("GoodsShipment/Consignment/GoodsLocation/authorisationReferenceNumber", "16 15 052 000")]
    [InlineData("GoodsShipment/DomesticDutyTaxParty/RoleCode", "13 16 031 000")]
    [InlineData("GoodsShipment/DomesticDutyTaxParty/ID", "13 16 034 000")]
    [InlineData("GoodsShipment/GoodsMeasure/GrossMassMeasure", "18 04 001 000")]
    [InlineData(Item + "SequenceNumeric", "11 03 001 000")]
    [InlineData(Item + "Commodity/Description", "18 05 001 000")]
    [InlineData(Item + "Commodity/Classification/ID", "18 09 056 000")]
    [InlineData(Item + "Commodity/Classification/IdentificationTypeCode", "18 09 056 000")]
    [InlineData(Item + "Commodity/InvoiceLine/ItemChargeAmount", "14 14 014 000")]
    [InlineData(Item + "Packaging/QuantityQuantity", "18 06 004 000")]
    public void H7_without_it_names_the_element_that_is_missing(string path, string number) =>
        AssertMissing(SampleMessages.H7, path, number);

    [Theory]
    [InlineData("TypeCode", "11 01 001 000")]
    [InlineData("TypeCode", "11 02 001 000")]
    [InlineData("FunctionalReferenceID", "12 09 001 000")]
    [InlineData("Declarant/ID", "13 05 017 000")]
    [InlineData("GoodsShipment/Importer/ID", "13 04 017 000")]
    [InlineData("GoodsShipment/Consignor", "13 01 000 000")]
    [InlineData("GoodsShipment/Consignor/Name", "13 01 016 000")]
    [InlineData("GoodsShipment/Consignment/ContainerCode", "19 01 001 000")]
    [InlineData("GoodsShipment/Consignment/BorderTransportMeans/ModeCode", "19 03 001 000")]
    [InlineData("GoodsShipment/Consignment/GoodsLocation/CustomsOffice/identification", "16 15 047 001")]
    [InlineData("GoodsShipment/Destination/CountryCode", "16 03 001 000")]
    [InlineData("GoodsShipment/DispatchCountry/ID", "16 06 001 000")]
    [InlineData("GoodsShipment/TradeTerms", "14 01 000 000")]
    [InlineData("GoodsShipment/TradeTerms/ConditionCode", "14 01 035 000")]
    [InlineData("GoodsShipment/GovernmentAgencyGoodsItem", "11 03 001 000")]
    [InlineData(H1Item + "SequenceNumeric", "11 03 001 000")]
    [InlineData(H1Item + "StatisticalValueAmount", "99 06 001 000")]
    [InlineData(H1Item + "TransactionNatureCode", "99 05 001 000")]
    [InlineData(H1Item + "Commodity/Description", "18 05 001 000")]
    [InlineData(H1Item + "Commodity/Classification[1]", "18 09 056 000")]
    [InlineData(H1Item + "Commodity/Classification[2]", "18 09 057 000")]
    [InlineData(H1Item + "Commodity/DutyTaxFee/DutyRegimeCode", "14 11 001 000")]
    [InlineData(H1Item + "Commodity/GoodsMeasure/GrossMassMeasure", "18 04 001 000")]
    [InlineData(H1Item + "Commodity/GoodsMeasure/NetNetWeightMeasure", "18 01 001 000")]
    [InlineData(H1Item + "Commodity/InvoiceLine/ItemChargeAmount", "14 08 001 000")]
    [InlineData(H1Item + "CustomsValuation/MethodCode", "14 10 001 000")]
    [InlineData(H1Item + "GovernmentProcedure[1]/CurrentCode", "11 09 001 000")]
    [InlineData(H1Item + "GovernmentProcedure[1]/PreviousCode", "11 09 002 000")]
    [InlineData(H1Item + "GovernmentProcedure[2]", "11 10 001 000")]
    [InlineData(H1Item + "Origin/CountryCode", "16 08 001 000")]
    [InlineData(H1Item + "Packaging", "18 06 000 000")]
    [InlineData(H1Item + "Packaging/MarksNumbersID", "18 06 054 000")]
    [InlineData(H1Item + "Packaging/QuantityQuantity", "18 06 004 000")]
    [InlineData(H1Item + "Packaging/TypeCode", "18 06 003 000")]
    [InlineData(H1Item + "TransportContractDocument", "12 05 000 000")]
    public void H1_without_it_names_the_element_that_is_missing(string path, string number) =>
        AssertMissing(SampleMessages.H1, path, number);

    private const string H1Item = "GoodsShipment/GovernmentAgencyGoodsItem/";

    [Fact]
    public void The_currency_of_a_value_is_an_element_of_its_own()
    {
        var message = SampleMessages.Changed(
            SampleMessages.H7, Item + "Commodity/InvoiceLine/ItemChargeAmount",
                e => e.Attribute("currencyID")!.Remove());
        var problem = Assert.Single(_checker.Check(message, SampleMessages.Law).Problems);
        Assert.Equal("14 14 012 000", problem.DataElement);
        Assert.Equal(
            "/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/InvoiceLine/"
            + "ItemChargeAmount/@currencyID",
            problem.Pointer);
    }

    [Fact]
    public void An_additional_procedure_is_needed_at_every_item()
    {
        var document = XDocument.Parse(SampleMessages.H7);
        SampleMessages.At(document, Item + "GovernmentProcedure[3]").Remove();
        SampleMessages.At(document, Item + "GovernmentProcedure[2]").Remove();
        var problem = Assert.Single(_checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Problems);
        Assert.Equal("declarations.element.missing", problem.Code);
        Assert.Equal("11 10 001 000", problem.DataElement);
        Assert.Equal(
            "/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/GovernmentProcedure/CurrentCode", problem.Pointer);
    }

    [Fact]
    public void Transport_costs_are_needed_except_under_the_ioss()
    {
        const string Freight = "GoodsShipment/Consignment/Freight";
        var withIoss = SampleMessages.Changed(SampleMessages.H7, Freight, e => e.Remove());
        Assert.Empty(_checker.Check(withIoss, SampleMessages.Law).Problems);
        var document = XDocument.Parse(SampleMessages.H7);
        document.Descendants(SampleMessages.Wco + "CurrentCode").Where(e => e.Value == "F48").ToList()
            .ForEach(e => e.Remove());
        SampleMessages.At(document, "GoodsShipment/DomesticDutyTaxParty").Remove();
        Assert.Empty(_checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Problems);
        SampleMessages.At(document, Freight).Remove();
        var problems = _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Problems;
        Assert.Equal(["14 15 012 000", "14 15 014 000"], problems.Select(p => p.DataElement));
    }

    [Fact]
    public void An_exporter_may_stand_at_the_shipment_or_at_every_item()
    {
        var document = XDocument.Parse(SampleMessages.H7);
        var exporter = SampleMessages.At(document, "GoodsShipment/Consignor");
        exporter.Remove();
        SampleMessages.At(document, Item + "Commodity").AddAfterSelf(exporter);
        var problem = Assert.Single(_checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Problems);
        Assert.Equal("13 01 000 000", problem.DataElement);
        Assert.Equal("/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[1]/Consignor", problem.Pointer);
        SampleMessages.At(document, "GoodsShipment/GovernmentAgencyGoodsItem[1]/Commodity").AddAfterSelf(exporter);
        var declaration = _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Declaration!;
        Assert.Equal("Lantern Trade Ltd", declaration.Lines[1].Exporter!.Name);
        Assert.Equal("", declaration.Exporter.Name);
    }

    private void AssertMissing(string sample, string path, string number)
    {
        Assert.NotNull(_checker.Check(SampleMessages.Utf8(sample), SampleMessages.Law).Declaration);
        var answer = _checker.Check(SampleMessages.Changed(sample, path, e => e.Remove()), SampleMessages.Law);
        Assert.Null(answer.Declaration);
        Assert.True(answer.IsReadable);
        var problem = Assert.Single(
            answer.Problems, p => p.Code == "declarations.element.missing" && p.DataElement == number);
        Assert.StartsWith("/Declaration/", problem.Pointer, StringComparison.Ordinal);
        Assert.All(problem.Arguments, argument => Assert.NotEqual("", argument));
    }
}

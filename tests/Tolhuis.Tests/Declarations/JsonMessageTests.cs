// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Nodes;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>What the JSON shape says, and where it points when something is wrong.</summary>
public sealed class JsonMessageTests
{
    private const string Item = "/goodsShipment/goodsItem/1/";
    private const string H1Item = "/goodsShipment/goodsItem/0/";
    private readonly MessageChecker _checker = new();

    [Theory]
    [InlineData("/additionalDeclarationType", "11 02 001 000")]
    [InlineData("/lrn", "12 09 001 000")]
    [InlineData("/declarant", "13 05 000 000")]
    [InlineData("/declarant/identificationNumber", "13 05 017 000")]
    [InlineData("/importer", "13 04 000 000")]
    [InlineData("/importer/name", "13 04 016 000")]
    [InlineData("/importer/address/streetAndNumber", "13 04 018 019")]
    [InlineData("/importer/address/country", "13 04 018 020")]
    [InlineData("/importer/address/postcode", "13 04 018 021")]
    [InlineData("/importer/address/city", "13 04 018 022")]
    [InlineData("/goodsShipment/exporter", "13 01 000 000")]
    [InlineData("/goodsShipment/exporter/name", "13 01 016 000")]
    [InlineData("/goodsShipment/exporter/address/country", "13 01 018 020")]
    [InlineData("/goodsShipment/transportDocument", "12 05 000 000")]
    [InlineData("/goodsShipment/transportDocument/0/referenceNumber", "12 05 001 000")]
    [InlineData("/goodsShipment/transportDocument/0/type", "12 05 002 000")]
    [InlineData("/goodsShipment/locationOfGoods", "16 15 000 000")]
    [InlineData("/goodsShipment/locationOfGoods/typeOfLocation", "16 15 045 000")]
    [InlineData("/goodsShipment/locationOfGoods/qualifierOfIdentification", "16 15 046 000")]
    [InlineData("/goodsShipment/locationOfGoods/authorisationNumber", "16 15 052 000")]
    [InlineData("/goodsShipment/additionalFiscalReference/0/role", "13 16 031 000")]
    [InlineData("/goodsShipment/additionalFiscalReference/0/vatIdentificationNumber", "13 16 034 000")]
    [InlineData("/goodsShipment/grossMass", "18 04 001 000")]
    [InlineData(Item + "declarationGoodsItemNumber", "11 03 001 000")]
    [InlineData(Item + "additionalProcedure", "11 10 001 000")]
    [InlineData(Item + "commodity/descriptionOfGoods", "18 05 001 000")]
    [InlineData(Item + "commodity/commodityCode", "18 09 056 000")]
    [InlineData(Item + "commodity/commodityCode/harmonizedSystemSubheadingCode", "18 09 056 000")]
    [InlineData(Item + "intrinsicValue/amount", "14 14 014 000")]
    [InlineData(Item + "intrinsicValue/currency", "14 14 012 000")]
    [InlineData(Item + "packaging/0/numberOfPackages", "18 06 004 000")]
    public void H7_without_it_names_the_element_and_where_it_should_stand(string pointer, string number) =>
        AssertMissing(JsonSample.H7, pointer, number);

    [Theory]
    [InlineData("/declarationType", "11 01 001 000")]
    [InlineData("/additionalDeclarationType", "11 02 001 000")]
    [InlineData("/importer/identificationNumber", "13 04 017 000")]
    [InlineData("/goodsShipment/containerIndicator", "19 01 001 000")]
    [InlineData("/goodsShipment/modeOfTransportAtTheBorder", "19 03 001 000")]
    [InlineData("/goodsShipment/locationOfGoods/customsOffice/referenceNumber", "16 15 047 001")]
    [InlineData("/goodsShipment/countryOfDestination", "16 03 001 000")]
    [InlineData("/goodsShipment/countryOfDispatch", "16 06 001 000")]
    [InlineData("/goodsShipment/deliveryTerms", "14 01 000 000")]
    [InlineData("/goodsShipment/deliveryTerms/incotermCode", "14 01 035 000")]
    [InlineData(H1Item + "statisticalValue", "99 06 001 000")]
    [InlineData(H1Item + "natureOfTransaction", "99 05 001 000")]
    [InlineData(H1Item + "commodity/commodityCode/combinedNomenclatureCode", "18 09 057 000")]
    [InlineData(H1Item + "preference", "14 11 001 000")]
    [InlineData(H1Item + "commodity/goodsMeasure/grossMass", "18 04 001 000")]
    [InlineData(H1Item + "commodity/goodsMeasure/netMass", "18 01 001 000")]
    [InlineData(H1Item + "itemAmountInvoiced", "14 08 001 000")]
    [InlineData(H1Item + "valuationMethod", "14 10 001 000")]
    [InlineData(H1Item + "procedure/requestedProcedure", "11 09 001 000")]
    [InlineData(H1Item + "procedure/previousProcedure", "11 09 002 000")]
    [InlineData(H1Item + "additionalProcedure", "11 10 001 000")]
    [InlineData(H1Item + "origin/countryOfOrigin", "16 08 001 000")]
    [InlineData(H1Item + "packaging", "18 06 000 000")]
    [InlineData(H1Item + "packaging/0/shippingMarks", "18 06 054 000")]
    [InlineData(H1Item + "packaging/0/typeOfPackages", "18 06 003 000")]
    public void H1_without_it_names_the_element_and_where_it_should_stand(string pointer, string number) =>
        AssertMissing(JsonSample.H1, pointer, number);

    [Fact]
    public void A_pointer_leads_to_the_value_that_is_wrong()
    {
        var message = JsonSample.With(JsonSample.H7, Item + "intrinsicValue/amount", "12,50");
        var problem = Assert.Single(_checker.Check(message, SampleMessages.Law).Problems);
        Assert.Equal("declarations.element.format", problem.Code);
        Assert.Equal(Item + "intrinsicValue/amount", problem.Pointer);
        Assert.Equal("12,50", JsonSample.At(JsonNode.Parse(message)!, problem.Pointer).GetValue<string>());
    }

    [Theory]
    [InlineData("12.50", 1250)]
    [InlineData("\"12.50\"", 1250)]
    [InlineData("12.5", 1250)]
    [InlineData("12", 1200)]
    public void A_number_may_be_a_number_or_a_text_and_is_kept_as_written(string written, long cents)
    {
        var message = JsonSample.With(JsonSample.H7, Item + "intrinsicValue/amount", JsonNode.Parse(written)!);
        var answer = _checker.Check(message, SampleMessages.Law);
        Assert.Equal(cents, answer.Declaration!.Lines[1].Value.Cents);
        var read = MessageReader.Read(message, SampleMessages.Law);
        Assert.Contains(read.Elements, e => e.Number == "14 14 014 000" && e.Value == written.Trim('"'));
    }

    [Theory]
    [InlineData("1250e-2")]
    [InlineData("-12.50")]
    [InlineData("1E999")]
    public void A_number_in_another_notation_than_that_of_the_annex_is_an_error_of_format(string written)
    {
        var message = JsonSample.With(JsonSample.H7, Item + "intrinsicValue/amount", JsonNode.Parse(written)!);
        var answer = _checker.Check(message, SampleMessages.Law);
        Assert.Null(answer.Declaration);
        Assert.Equal(["declarations.element.format"], answer.Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("/goodsShipment/goodsItem", """{"a":1}""", "/goodsShipment/goodsItem")]
    [InlineData("/goodsShipment/goodsItem/0", "5", "/goodsShipment/goodsItem/0")]
    [InlineData("/goodsShipment", "[]", "/goodsShipment")]
    [InlineData("/lrn", """["A"]""", "/lrn")]
    [InlineData("/lrn", "true", "/lrn")]
    [InlineData("/lrn", """{"value":"A"}""", "/lrn")]
    [InlineData(Item + "additionalProcedure", "\"C07\"", Item + "additionalProcedure")]
    [InlineData(Item + "additionalProcedure/0", "[\"C07\"]", Item + "additionalProcedure/0")]
    [InlineData("/goodsShipment/transportDocument/0", "null", "/goodsShipment/transportDocument/0")]
    public void A_value_of_another_form_than_the_schema_has_is_named_by_its_pointer(
        string pointer, string value, string named)
    {
        var text = JsonSample.With(JsonSample.H7, pointer, JsonNode.Parse("\"#\"")!);
        var message = System.Text.Encoding.UTF8.GetString(text).Replace("\"#\"", value, StringComparison.Ordinal);
        var answer = _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law);
        Assert.Null(answer.Declaration);
        Assert.Single(answer.Problems, p => p.Code == "declarations.message.shape" && p.Pointer == named);
    }

    [Fact]
    public void Names_that_the_table_does_not_know_are_warned_about_once_and_shown_to_people()
    {
        var node = JsonNode.Parse(JsonSample.H7)!;
        JsonSample.At(node, Item + "commodity").AsObject().Add("a/b~c", JsonNode.Parse("""{"d":[1,{"e":"green"}]}"""));
        var message = JsonSample.Bytes(node);
        var answer = _checker.Check(message, SampleMessages.Law);
        var problem = Assert.Single(answer.Problems);
        Assert.NotNull(answer.Declaration);
        Assert.Equal(("declarations.message.property-unknown", Severity.Warn), (problem.Code, problem.Severity));
        Assert.Equal(Item + "commodity/a~1b~0c", problem.Pointer);
        var read = MessageReader.Read(message, SampleMessages.Law);
        var green = Assert.Single(read.Elements, e => e.Value == "green");
        Assert.Equal(Item + "commodity/a~1b~0c/d/1/e", green.Pointer);
        Assert.Equal(2, green.Item);
    }

    [Fact]
    public void A_name_that_stands_twice_in_one_object_is_refused_however_it_is_escaped()
    {
        var message = JsonSample.H7.Replace("\"lrn\":", "\"lr\\u006e\":\"OTHER\",\"lrn\":", StringComparison.Ordinal);
        var problem = Assert.Single(_checker.Check(SampleMessages.Utf8(message), SampleMessages.Law).Problems);
        Assert.Equal(("declarations.message.property-twice", "/lrn"), (problem.Code, problem.Pointer));
    }

    [Fact]
    public void A_reader_for_people_shows_every_value_with_its_element_and_pointer()
    {
        var message = SampleMessages.Utf8(JsonSample.H7);
        var read = MessageReader.Read(message, SampleMessages.Law);
        Assert.True(read.IsReadable && read.IsComplete);
        Assert.Equal((MessageKind.NewDeclaration, DataSet.H7), (read.Kind, read.DataSet));
        var node = JsonNode.Parse(JsonSample.H7)!;
        Assert.Equal(JsonSample.Leaves(node).Count(), read.Elements.Count);
        Assert.All(read.Elements, element => Assert.NotEmpty(element.NameNl));
        // An array of values is pointed at as a whole.
        var pieces = read.Elements.Where(e => !e.Pointer.EndsWith("additionalProcedure", StringComparison.Ordinal));
        Assert.All(pieces, e => Assert.Equal(e.Value, JsonSample.At(node, e.Pointer).GetValue<string>()));
    }

    private void AssertMissing(string sample, string pointer, string number)
    {
        Assert.NotNull(_checker.Check(SampleMessages.Utf8(sample), SampleMessages.Law).Declaration);
        var answer = _checker.Check(JsonSample.Without(sample, pointer), SampleMessages.Law);
        Assert.Null(answer.Declaration);
        Assert.True(answer.IsReadable);
        var problem = Assert.Single(
            answer.Problems, p => p.Code == "declarations.element.missing" && p.DataElement == number);
        // What may stand at the shipment or at every item is asked for at the shipment where no item has it.
        Assert.Contains(pointer[pointer.LastIndexOf('/')..], problem.Pointer, StringComparison.Ordinal);
    }
}

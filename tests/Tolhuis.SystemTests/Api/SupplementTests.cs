// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>Simplified declarations and their supplements over HTTP, and what the sender of a refusal hears.</summary>
public sealed class SupplementTests : ApiTest
{
    private const string Template = """
        <w:Declaration xmlns:w="urn:wco:datamodel:WCO:DEC-DMS:2">
          <w:FunctionCode>9</w:FunctionCode>
          <w:ProcedureCategory>H1</w:ProcedureCategory>
          <w:FunctionalReferenceID>@lrn</w:FunctionalReferenceID>
          @number<w:TypeCode>@type</w:TypeCode>
          <w:InvoiceAmount currencyID="EUR">9000</w:InvoiceAmount>
          <w:Declarant><w:ID>NL001234567</w:ID></w:Declarant>
          <w:GoodsShipment>
            <w:Consignment>
              <w:BorderTransportMeans>
                <w:RegistrationNationalityCode>NL</w:RegistrationNationalityCode><w:ModeCode>1</w:ModeCode>
              </w:BorderTransportMeans>
              <w:ContainerCode>0</w:ContainerCode>
              <w:GoodsLocation>
                <w:TypeCode>A</w:TypeCode><w:IdentificationType>V</w:IdentificationType>
                <w:CustomsOffice><w:identification>NL000510</w:identification></w:CustomsOffice>
              </w:GoodsLocation>
            </w:Consignment>
            <w:Consignor>
              <w:Name>Cafe do Vale SA</w:Name>
              <w:Address>
                <w:CityName>Santos</w:CityName><w:CountryCode>BR</w:CountryCode>
                <w:Line>Rua do Porto 4</w:Line><w:PostcodeID>11010</w:PostcodeID>
              </w:Address>
            </w:Consignor>
            <w:Destination><w:CountryCode>NL</w:CountryCode></w:Destination>
            <w:GovernmentAgencyGoodsItem>
              <w:SequenceNumeric>1</w:SequenceNumeric>
              <w:StatisticalValueAmount>9000</w:StatisticalValueAmount>
              <w:TransactionNatureCode>11</w:TransactionNatureCode>
              <w:Commodity>
                <w:Description>Coffee, not roasted, in bags</w:Description>
                <w:Classification>
                  <w:ID>090111</w:ID><w:IdentificationTypeCode>HS</w:IdentificationTypeCode>
                </w:Classification>
                <w:Classification>
                  <w:ID>00</w:ID><w:IdentificationTypeCode>CN</w:IdentificationTypeCode>
                </w:Classification>
                <w:Classification>
                  <w:ID>90</w:ID><w:IdentificationTypeCode>TRC</w:IdentificationTypeCode>
                </w:Classification>
                <w:DutyTaxFee><w:DutyRegimeCode>100</w:DutyRegimeCode></w:DutyTaxFee>
                <w:GoodsMeasure>
                  <w:GrossMassMeasure>1000</w:GrossMassMeasure><w:NetNetWeightMeasure>980.5</w:NetNetWeightMeasure>
                </w:GoodsMeasure>
                <w:InvoiceLine><w:ItemChargeAmount currencyID="EUR">9000</w:ItemChargeAmount></w:InvoiceLine>
              </w:Commodity>
              <w:CustomsValuation><w:MethodCode>1</w:MethodCode></w:CustomsValuation>
              <w:GovernmentProcedure>
                <w:CurrentCode>40</w:CurrentCode><w:PreviousCode>00</w:PreviousCode>
              </w:GovernmentProcedure>
              <w:GovernmentProcedure><w:CurrentCode>000</w:CurrentCode></w:GovernmentProcedure>
              <w:Origin><w:CountryCode>BR</w:CountryCode><w:TypeCode>1</w:TypeCode></w:Origin>
              <w:Packaging>
                <w:MarksNumbersID>CDV 1-20</w:MarksNumbersID><w:QuantityQuantity>20</w:QuantityQuantity>
                <w:TypeCode>BG</w:TypeCode>
              </w:Packaging>
              @previous
              <w:TransportContractDocument><w:ID>@lrn</w:ID><w:Type>N705</w:Type></w:TransportContractDocument>
            </w:GovernmentAgencyGoodsItem>
            <w:Importer><w:ID>NL001234567</w:ID></w:Importer>
            <w:TradeTerms><w:ConditionCode>CIF</w:ConditionCode><w:LocationID>NLRTM</w:LocationID></w:TradeTerms>
            <w:DispatchCountry><w:ID>BR</w:ID></w:DispatchCountry>
          </w:GoodsShipment>
        </w:Declaration>
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_supplement_is_lodged_under_what_it_supplements_and_says_so(bool isNew)
    {
        var simplified = await Caller.Lodge(H1("SIM-000001", "IMB"));
        var path = simplified.Header("Location")!;
        var mrn = simplified.Text("mrn")!;
        var before = await Caller.Get(path);
        Running.Skip(TimeSpan.FromDays(2));
        var message = isNew ? Naming("SUP-000001", mrn) : Supplementing("SUP-000001", mrn);

        var answer = await Caller.Post(path + "/supplements", SampleMessages.Xml(message));
        var again = await Caller.Post(path + "/supplements", SampleMessages.Xml(message));
        var after = await Caller.Get(path);
        var read = await Caller.Get(answer.Header("Location")!);

        Assert.Equal("released", before.Text("state"));
        Assert.NotNull(before.Text("supplementDueOn"));
        Assert.Null(before.Text("supplements"));
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Content);
        Assert.NotEqual(mrn, answer.Text("mrn"));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(answer.Text("mrn"), again.Text("mrn"));
        Assert.Null(after.Text("supplementDueOn"));
        Assert.Equal((mrn, "X", "2026-07-01"),
            (read.Text("supplements"), read.Text("additionalType"), read.Text("acceptedOn")));
        Assert.NotEqual("0.00", read.Json!["vatAmount"]!["amount"]!.ToString());
        Assert.Contains("cleared", await KindsOf(path));
    }

    [Fact]
    public async Task A_rejected_request_is_in_the_pull_box_and_leaves_the_declaration_as_it_is()
    {
        var lodged = await Caller.Lodge(H1("STA-000001", "IMA"));
        var path = lodged.Header("Location")!;
        var before = await Caller.Get(path);

        var late = await Caller.Post(path + "/presentations", SampleMessages.Xml(
            SampleMessages.Presentation("GPR-000001", lodged.Text("mrn")!)));
        var told = Assert.Single(
            (await Caller.Get("/v1/notifications?kind=rejected")).Json!["notifications"]!.AsArray());
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/v1/notifications/" + told!["seq"]);
        asked.Headers.Accept.ParseAdd("application/xml");
        using var answer = await Caller.SendAsync(asked, TestContext.Current.CancellationToken);
        var xml = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var after = await Caller.Get(path, ("If-None-Match", before.Header("ETag")!));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("GPR-000001", told["requestLrn"]!.ToString());
        Assert.Equal("DMSREJ", told["message"]!.ToString());
        Assert.Equal("rejected", told["requestState"]!.ToString());
        Assert.Equal(lodged.Text("mrn"), told["mrn"]!.ToString());
        Assert.Contains(told["problems"]!.AsArray(),
            problem => problem!["code"]!.ToString() == "intake.presentation.not-awaited");
        Assert.Contains("GPR-000001", xml, StringComparison.Ordinal);
        Assert.Contains("RejectionDateTime", xml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, after.Status);
        Assert.Equal(before.Text("state"), (await Caller.Get(path)).Text("state"));
    }

    private async Task<string[]> KindsOf(string path) =>
        [.. (await Caller.Get(path + "/notifications")).Json!["notifications"]!.AsArray()
            .Select(one => one!["kind"]!.ToString())];

    private static string H1(string lrn, string type, string number = "", string previous = "") => Template
        .Replace("@lrn", lrn, StringComparison.Ordinal)
        .Replace("@type", type, StringComparison.Ordinal)
        .Replace("@number", number, StringComparison.Ordinal)
        .Replace("@previous", previous, StringComparison.Ordinal);

    /// <summary>A declaration of type X that names what it supplements, with its day at the line.</summary>
    private static string Naming(string lrn, string mrn) => H1(lrn, "IMX", previous:
        $"<w:PreviousDocument><w:ID>{mrn}</w:ID><w:TypeCode>NMRN</w:TypeCode></w:PreviousDocument>").Replace(
        "<w:SequenceNumeric>1<", "<w:AcceptanceDateTime>20260701</w:AcceptanceDateTime><w:SequenceNumeric>1<",
        StringComparison.Ordinal);

    private static string Supplementing(string lrn, string mrn) => H1(lrn, "SUP", $"<w:ID>{mrn}</w:ID>")
        .Replace("<w:FunctionCode>9<", "<w:FunctionCode>34<", StringComparison.Ordinal);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Text;

namespace Tolhuis.SystemTests.Api;

/// <summary>Our own H7 message with invented names, lodged on 1 July 2026.</summary>
internal static class SampleMessages
{
    private const string Template = """
        <w:Declaration xmlns:w="urn:wco:datamodel:WCO:DEC-DMS:2">
          <w:FunctionCode>9</w:FunctionCode>
          <w:ProcedureCategory>H7</w:ProcedureCategory>
          <w:FunctionalReferenceID>@lrn</w:FunctionalReferenceID>
          <w:TypeCode>IMA</w:TypeCode>
          <w:Declarant><w:ID>@declarant</w:ID></w:Declarant>
          <w:GoodsShipment>
            <w:Consignment>
              <w:GoodsLocation>
                <w:TypeCode>B</w:TypeCode>
                <w:IdentificationType>Y</w:IdentificationType>
                <w:authorisationReferenceNumber>NLTST0000123</w:authorisationReferenceNumber>
              </w:GoodsLocation>
              <w:TransportContractDocument>
                <w:SequenceNumeric>1</w:SequenceNumeric><w:ID>@lrn</w:ID><w:Type>N740</w:Type>
              </w:TransportContractDocument>
              <w:Freight><w:rate currencyID="EUR">3.00</w:rate></w:Freight>
            </w:Consignment>
            <w:Consignor>
              <w:Name>Paper Boat Ltd</w:Name>
              <w:Address>
                <w:CityName>Ningbo</w:CityName><w:CountryCode>CN</w:CountryCode>
                <w:Line>Pier 4</w:Line><w:PostcodeID>315000</w:PostcodeID>
              </w:Address>
            </w:Consignor>
            <w:DomesticDutyTaxParty><w:ID>IM5280000017</w:ID><w:RoleCode>FR5</w:RoleCode></w:DomesticDutyTaxParty>
            <w:GoodsMeasure><w:GrossMassMeasure>0.8</w:GrossMassMeasure></w:GoodsMeasure>
            <w:GovernmentAgencyGoodsItem>
              <w:SequenceNumeric>1</w:SequenceNumeric>
              <w:Commodity>
                <w:Description>@description</w:Description>
                <w:Classification>
                  <w:ID>@code</w:ID><w:IdentificationTypeCode>HS</w:IdentificationTypeCode>
                </w:Classification>
                <w:InvoiceLine><w:ItemChargeAmount currencyID="EUR">@value</w:ItemChargeAmount></w:InvoiceLine>
              </w:Commodity>
              <w:GovernmentProcedure>
                <w:CurrentCode>40</w:CurrentCode><w:PreviousCode>00</w:PreviousCode>
              </w:GovernmentProcedure>
                      <w:GovernmentProcedure><w:CurrentCode>F48</w:CurrentCode></w:GovernmentProcedure>
              <w:Packaging><w:QuantityQuantity>1</w:QuantityQuantity></w:Packaging>
            </w:GovernmentAgencyGoodsItem>
            <w:Importer>
              <w:Name>M. Visser</w:Name>
              <w:Address>
                <w:CityName>Hoorn</w:CityName><w:CountryCode>NL</w:CountryCode>
                <w:Line>Kade 8</w:Line><w:PostcodeID>1621 AA</w:PostcodeID>
              </w:Address>
            </w:Importer>
          </w:GoodsShipment>
        </w:Declaration>
        """;

    public static string H7(
        string lrn, string value = "24.90", string code = "610910",
        string declarant = Platform.RunningTolhuis.Declarant,
        string description = "Cotton T-shirt, size M") => Template
        .Replace("@lrn", lrn, StringComparison.Ordinal)
        .Replace("@declarant", declarant, StringComparison.Ordinal)
        .Replace("@description", description, StringComparison.Ordinal)
        .Replace("@code", code, StringComparison.Ordinal)
        .Replace("@value", value, StringComparison.Ordinal);

    /// <summary>The same message as JSON.</summary>
    public static string H7Json(string lrn, string value = "24.90") =>
        Encoding.UTF8.GetString(Simulator.Messages.JsonTranscript.Of(Encoding.UTF8.GetBytes(H7(lrn, value))));

    public static StringContent Json(string message) => new(message, Encoding.UTF8, "application/json");

    public static StringContent Xml(string message) => new(message, Encoding.UTF8, "application/xml");

    public static ByteArrayContent Zip(params string[] messages)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < messages.Length; i++)
            {
                var entry = zip.CreateEntry($"{i:D4}.{(messages[i].StartsWith('{') ? "json" : "xml")}");
                entry.LastWriteTime = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(messages[i]));
            }
        }

        var content = new ByteArrayContent(bytes.ToArray());
        content.Headers.ContentType = new("application/zip");
        return content;
    }
}

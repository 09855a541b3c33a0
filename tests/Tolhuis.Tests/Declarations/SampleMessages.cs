// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tests.Declarations;

/// <summary>Our own messages, with invented names: complete and correct, so that a test can take one thing away.</summary>
internal static class SampleMessages
{
    public static readonly XNamespace Wco = "urn:wco:datamodel:WCO:DEC-DMS:2";

    /// <summary>Before the relief ends on 1 July 2026: C07 is still there.</summary>
    public static LawOfTheDay Law { get; } = LawEdition.BuiltIn.On(new DateOnly(2026, 6, 30));

    public static LawOfTheDay LawAfterRelief { get; } = LawEdition.BuiltIn.On(new DateOnly(2026, 7, 1));

    /// <summary>H7 in the bare shape: two items, one seller, IOSS.</summary>
    public const string H7 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <w:Declaration xmlns:w="urn:wco:datamodel:WCO:DEC-DMS:2">
          <w:FunctionCode>9</w:FunctionCode>
          <w:ProcedureCategory>H7</w:ProcedureCategory>
          <w:FunctionalReferenceID>WEB-2026-0000431</w:FunctionalReferenceID>
          <w:TypeCode>IMA</w:TypeCode>
          <w:Declarant><w:ID>NL001234567</w:ID></w:Declarant>
          <w:GoodsShipment>
            <w:Consignment>
              <w:GoodsLocation>
                <w:TypeCode>B</w:TypeCode>
                <w:IdentificationType>Y</w:IdentificationType>
                <w:authorisationReferenceNumber>NLTST0000123</w:authorisationReferenceNumber>
              </w:GoodsLocation>
              <w:TransportContractDocument>
                <w:SequenceNumeric>1</w:SequenceNumeric><w:ID>CP123456789NL</w:ID><w:Type>N740</w:Type>
              </w:TransportContractDocument>
              <w:Freight><w:rate currencyID="EUR">4.50</w:rate></w:Freight>
            </w:Consignment>
            <w:Consignor>
              <w:Name>Lantern Trade Ltd</w:Name>
              <w:Address>
                <w:CityName>Shenzhen</w:CityName><w:CountryCode>CN</w:CountryCode>
                <w:Line>Harbour Road 12</w:Line><w:PostcodeID>518000</w:PostcodeID>
              </w:Address>
            </w:Consignor>
            <w:DomesticDutyTaxParty><w:ID>IM5280000017</w:ID><w:RoleCode>FR5</w:RoleCode></w:DomesticDutyTaxParty>
            <w:GoodsMeasure><w:GrossMassMeasure>1.2</w:GrossMassMeasure></w:GoodsMeasure>
            <w:GovernmentAgencyGoodsItem>
              <w:SequenceNumeric>1</w:SequenceNumeric>
              <w:Commodity>
                <w:Description>Cotton T-shirt, men, size L</w:Description>
                <w:Classification><w:ID>610910</w:ID><w:IdentificationTypeCode>HS</w:IdentificationTypeCode></w:Classification>
                <w:InvoiceLine><w:ItemChargeAmount currencyID="EUR">12.95</w:ItemChargeAmount></w:InvoiceLine>
              </w:Commodity>
              <w:GovernmentProcedure><w:CurrentCode>40</w:CurrentCode><w:PreviousCode>00</w:PreviousCode></w:GovernmentProcedure>
              <w:GovernmentProcedure><w:CurrentCode>C07</w:CurrentCode></w:GovernmentProcedure>
              <w:GovernmentProcedure><w:CurrentCode>F48</w:CurrentCode></w:GovernmentProcedure>
              <w:Packaging><w:QuantityQuantity>1</w:QuantityQuantity></w:Packaging>
            </w:GovernmentAgencyGoodsItem>
            <w:GovernmentAgencyGoodsItem>
              <w:SequenceNumeric>2</w:SequenceNumeric>
              <w:Commodity>
                <w:Description>Phone case, silicone</w:Description>
                <w:Classification><w:ID>392690</w:ID><w:IdentificationTypeCode>HS</w:IdentificationTypeCode></w:Classification>
                <w:InvoiceLine><w:ItemChargeAmount currencyID="EUR">7.50</w:ItemChargeAmount></w:InvoiceLine>
              </w:Commodity>
              <w:GovernmentProcedure><w:CurrentCode>40</w:CurrentCode><w:PreviousCode>00</w:PreviousCode></w:GovernmentProcedure>
              <w:GovernmentProcedure><w:CurrentCode>C07</w:CurrentCode></w:GovernmentProcedure>
              <w:GovernmentProcedure><w:CurrentCode>F48</w:CurrentCode></w:GovernmentProcedure>
              <w:Packaging><w:QuantityQuantity>1</w:QuantityQuantity></w:Packaging>
            </w:GovernmentAgencyGoodsItem>
            <w:Importer>
              <w:Name>J. de Vries</w:Name>
              <w:Address>
                <w:CityName>Zwolle</w:CityName><w:CountryCode>NL</w:CountryCode>
                <w:Line>Dorpsstraat 1</w:Line><w:PostcodeID>8011 AA</w:PostcodeID>
              </w:Address>
            </w:Importer>
          </w:GoodsShipment>
        </w:Declaration>
        """;

    /// <summary>The same consignment in the enveloped shape, as far as both shapes can say the same.</summary>
    public const string H7Enveloped = """
        <md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
          <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
          <Declaration>
            <FunctionCode>9</FunctionCode>
            <FunctionalReferenceID>WEB-2026-0000431</FunctionalReferenceID>
            <TypeCode>IMA</TypeCode>
            <Declarant><ID>NL001234567</ID></Declarant>
            <Exporter>
              <Name>Lantern Trade Ltd</Name>
              <Address>
                <CityName>Shenzhen</CityName><CountryCode>CN</CountryCode>
                <Line>Harbour Road 12</Line><PostcodeID>518000</PostcodeID>
              </Address>
            </Exporter>
            <GoodsShipment>
              <Consignment>
                <GoodsLocation><Name>NLTST0000123</Name><TypeCode>B</TypeCode><Address><TypeCode>Y</TypeCode></Address></GoodsLocation>
                <TransportContractDocument><ID>CP123456789NL</ID><TypeCode>N740</TypeCode></TransportContractDocument>
              </Consignment>
              <CustomsValuation><FreightChargeAmount currencyID="EUR">4.50</FreightChargeAmount></CustomsValuation>
              <DomesticDutyTaxParty><ID>IM5280000017</ID><RoleCode>FR5</RoleCode></DomesticDutyTaxParty>
              <GoodsMeasure><GrossMassMeasure unitCode="KGM">1.2</GrossMassMeasure></GoodsMeasure>
              <GovernmentAgencyGoodsItem>
                <CustomsValueAmount currencyID="EUR">12.95</CustomsValueAmount>
                <SequenceNumeric>1</SequenceNumeric>
                <Commodity>
                  <Description>Cotton T-shirt, men, size L</Description>
                  <Classification><ID>610910</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>
                </Commodity>
                <GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>
                <GovernmentProcedure><CurrentCode>1H7</CurrentCode></GovernmentProcedure>
                <GovernmentProcedure><CurrentCode>C07</CurrentCode></GovernmentProcedure>
                <GovernmentProcedure><CurrentCode>F48</CurrentCode></GovernmentProcedure>
                <Packaging><QuantityQuantity>1</QuantityQuantity></Packaging>
              </GovernmentAgencyGoodsItem>
              <GovernmentAgencyGoodsItem>
                <CustomsValueAmount currencyID="EUR">7.50</CustomsValueAmount>
                <SequenceNumeric>2</SequenceNumeric>
                <Commodity>
                  <Description>Phone case, silicone</Description>
                  <Classification><ID>392690</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>
                </Commodity>
                <GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>
                <GovernmentProcedure><CurrentCode>1H7</CurrentCode></GovernmentProcedure>
                <GovernmentProcedure><CurrentCode>C07</CurrentCode></GovernmentProcedure>
                <GovernmentProcedure><CurrentCode>F48</CurrentCode></GovernmentProcedure>
                <Packaging><QuantityQuantity>1</QuantityQuantity></Packaging>
              </GovernmentAgencyGoodsItem>
              <Importer>
                <Name>J. de Vries</Name>
                <Address>
                  <CityName>Zwolle</CityName><CountryCode>NL</CountryCode><Line>Dorpsstraat 1</Line><PostcodeID>8011 AA</PostcodeID>
                </Address>
              </Importer>
            </GoodsShipment>
          </Declaration>
        </md:MetaData>
        """;

    /// <summary>H1 in the bare shape: one item of coffee.</summary>
    public const string H1 = """
        <w:Declaration xmlns:w="urn:wco:datamodel:WCO:DEC-DMS:2">
          <w:FunctionCode>9</w:FunctionCode>
          <w:ProcedureCategory>H1</w:ProcedureCategory>
          <w:FunctionalReferenceID>IMP-2026-77</w:FunctionalReferenceID>
          <w:TypeCode>IMA</w:TypeCode>
          <w:InvoiceAmount currencyID="EUR">9000</w:InvoiceAmount>
          <w:Declarant><w:ID>NL009876543</w:ID></w:Declarant>
          <w:GoodsShipment>
            <w:Consignment>
              <w:BorderTransportMeans><w:RegistrationNationalityCode>NL</w:RegistrationNationalityCode><w:ModeCode>1</w:ModeCode></w:BorderTransportMeans>
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
                <w:Classification><w:ID>090111</w:ID><w:IdentificationTypeCode>HS</w:IdentificationTypeCode></w:Classification>
                <w:Classification><w:ID>00</w:ID><w:IdentificationTypeCode>CN</w:IdentificationTypeCode></w:Classification>
                <w:Classification><w:ID>90</w:ID><w:IdentificationTypeCode>TRC</w:IdentificationTypeCode></w:Classification>
                <w:DutyTaxFee><w:DutyRegimeCode>100</w:DutyRegimeCode></w:DutyTaxFee>
                <w:GoodsMeasure>
                  <w:GrossMassMeasure>1000</w:GrossMassMeasure><w:NetNetWeightMeasure>980.5</w:NetNetWeightMeasure>
                </w:GoodsMeasure>
                <w:InvoiceLine><w:ItemChargeAmount currencyID="EUR">9000</w:ItemChargeAmount></w:InvoiceLine>
              </w:Commodity>
              <w:CustomsValuation><w:MethodCode>1</w:MethodCode></w:CustomsValuation>
              <w:GovernmentProcedure><w:CurrentCode>40</w:CurrentCode><w:PreviousCode>00</w:PreviousCode></w:GovernmentProcedure>
              <w:GovernmentProcedure><w:CurrentCode>000</w:CurrentCode></w:GovernmentProcedure>
              <w:Origin><w:CountryCode>BR</w:CountryCode><w:TypeCode>1</w:TypeCode></w:Origin>
              <w:Packaging>
                <w:MarksNumbersID>CDV 1-20</w:MarksNumbersID><w:QuantityQuantity>20</w:QuantityQuantity><w:TypeCode>BG</w:TypeCode>
              </w:Packaging>
              <w:TransportContractDocument><w:ID>MAEU1234567</w:ID><w:Type>N705</w:Type></w:TransportContractDocument>
            </w:GovernmentAgencyGoodsItem>
            <w:Importer><w:ID>NL009876543</w:ID></w:Importer>
            <w:TradeTerms><w:ConditionCode>CIF</w:ConditionCode><w:LocationID>NLRTM</w:LocationID></w:TradeTerms>
            <w:DispatchCountry><w:ID>BR</w:ID></w:DispatchCountry>
          </w:GoodsShipment>
        </w:Declaration>
        """;

    /// <summary>Every value of a declaration in one text, so that two can be compared.</summary>
    public static string Describe(Declaration declaration) => string.Join('\n', [
        $"{declaration.DataSet} {declaration.Lrn} {declaration.AdditionalType} {declaration.Ioss} {declaration.TransportDocument}",
        $"{declaration.Declarant} {declaration.Representative} {declaration.RepresentativeStatus}",
        $"{declaration.Importer} {declaration.Exporter} {declaration.Freight} {declaration.GrossMass}",
        $"{declaration.Dispatch} {declaration.Destination} {declaration.LocationOfGoods} {declaration.PresentationOffice}",
        .. declaration.Lines.Select(line =>
            $"{line.ItemNumber} {line.Code} {line.Description} {line.Value} {line.Freight} {line.GrossMass} {line.NetMass} "
            + $"{line.SupplementaryUnits} {line.Packages} {line.Procedure} {string.Join('+', line.AdditionalProcedures)} "
            + $"{line.Origin} {line.Preference} {line.Exporter} {line.TransportDocument}"),
    ]);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The place that a path of local names reaches; one item by its number in brackets.</summary>
    public static XElement At(XDocument message, string path)
    {
        var at = message.Root!;
        foreach (var step in path.Split('/'))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? step : step[..bracket];
            var number = bracket < 0 ? 1 : int.Parse(step[(bracket + 1)..^1], System.Globalization.CultureInfo.InvariantCulture);
            at = at.Elements(Wco + name).ElementAt(number - 1);
        }

        return at;
    }

    public static byte[] Bytes(XDocument message) => Utf8(message.ToString(SaveOptions.DisableFormatting));

    /// <summary>One of our messages with one thing changed.</summary>
    public static byte[] Changed(string message, string path, Action<XElement> change)
    {
        var document = XDocument.Parse(message);
        change(At(document, path));
        return Bytes(document);
    }
}

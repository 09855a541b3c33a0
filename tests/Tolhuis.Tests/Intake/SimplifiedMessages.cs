// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Xml.Linq;
using Tolhuis.Kernel;
using Tolhuis.Tests.Declarations;

namespace Tolhuis.Tests.Intake;

/// <summary>
/// Our own messages of the columns I1, I2 and H6, and supplements of H1, in the shape that administrations send.
/// Invented names.
/// </summary>
internal static class SimplifiedMessages
{
    public const string Declarant = "NL009876543";

    private static readonly XNamespace Wco = SampleMessages.Wco;

    /// <summary>Simplified declaration with its authorisation (C512): type C, or F before presentation.</summary>
    public static byte[] I1(string lrn, char type = 'C') => SampleMessages.Utf8($"""
        <w:Declaration xmlns:w="urn:wco:datamodel:WCO:DEC-DMS:2">
          <w:FunctionCode>9</w:FunctionCode>
          <w:ProcedureCategory>I1</w:ProcedureCategory>
          <w:FunctionalReferenceID>{lrn}</w:FunctionalReferenceID>
          <w:TypeCode>IM{type}</w:TypeCode>
          {Authorisation("NLSDE0001", "C512")}
          <w:Declarant><w:ID>{Declarant}</w:ID></w:Declarant>
          <w:GoodsShipment>
            <w:Consignment>{Location}</w:Consignment>
            <w:Consignor>
              <w:Name>Cafe do Vale SA</w:Name>
              <w:Address>
                <w:CityName>Santos</w:CityName><w:CountryCode>BR</w:CountryCode>
                <w:Line>Rua do Porto 4</w:Line><w:PostcodeID>11010</w:PostcodeID>
              </w:Address>
            </w:Consignor>
            <w:GoodsMeasure><w:GrossMassMeasure>1000</w:GrossMassMeasure></w:GoodsMeasure>
            <w:GovernmentAgencyGoodsItem>
              <w:SequenceNumeric>1</w:SequenceNumeric>
              <w:Commodity>
                <w:Description>Screws of steel, threaded, 8 mm</w:Description>
                {CodeOf("731811")}
                <w:DutyTaxFee><w:DutyRegimeCode>100</w:DutyRegimeCode></w:DutyTaxFee>
                <w:GoodsMeasure>
                  <w:GrossMassMeasure>1000</w:GrossMassMeasure><w:NetNetWeightMeasure>980.5</w:NetNetWeightMeasure>
                </w:GoodsMeasure>
                <w:InvoiceLine><w:ItemChargeAmount currencyID="EUR">9000</w:ItemChargeAmount></w:InvoiceLine>
              </w:Commodity>
              {Procedure}
              <w:GovernmentProcedure><w:CurrentCode>000</w:CurrentCode></w:GovernmentProcedure>
              <w:Origin><w:CountryCode>BR</w:CountryCode><w:TypeCode>1</w:TypeCode></w:Origin>
              <w:Packaging>
                <w:MarksNumbersID>CDV 1-20</w:MarksNumbersID><w:QuantityQuantity>20</w:QuantityQuantity>
                <w:TypeCode>CT</w:TypeCode>
              </w:Packaging>
              <w:TransportContractDocument><w:ID>MAEU{lrn}</w:ID><w:Type>N705</w:Type></w:TransportContractDocument>
            </w:GovernmentAgencyGoodsItem>
            <w:Importer><w:ID>{Declarant}</w:ID></w:Importer>
            <w:DispatchCountry><w:ID>BR</w:ID></w:DispatchCountry>
          </w:GoodsShipment>
          <w:PresentationOffice><w:ID>NL000510</w:ID></w:PresentationOffice>
          <w:SupervisingOffice><w:ID>NL000510</w:ID></w:SupervisingOffice>
        </w:Declaration>
        """);

    /// <summary>Entry in the declarant's records with its authorisation (C514).</summary>
    public static byte[] I2(string lrn) => SampleMessages.Utf8($"""
        <w:Declaration xmlns:w="urn:wco:datamodel:WCO:DEC-DMS:2">
          <w:FunctionCode>9</w:FunctionCode>
          <w:ProcedureCategory>I2EIDR</w:ProcedureCategory>
          <w:FunctionalReferenceID>{lrn}</w:FunctionalReferenceID>
          {Authorisation("NLEIR0001", "C514")}
          <w:Declarant><w:ID>{Declarant}</w:ID></w:Declarant>
          <w:GoodsShipment>
            <w:Consignment>{Location}</w:Consignment>
            <w:GovernmentAgencyGoodsItem>
              <w:SequenceNumeric>1</w:SequenceNumeric>
              <w:Commodity>
                <w:Description>Coffee, not roasted, in bags</w:Description>
                <w:GoodsMeasure><w:GrossMassMeasure>1000</w:GrossMassMeasure></w:GoodsMeasure>
              </w:Commodity>
              {Procedure}
              <w:Packaging><w:QuantityQuantity>20</w:QuantityQuantity><w:TypeCode>BG</w:TypeCode></w:Packaging>
              <w:PreviousDocument>
                <w:ID>20260706080000+02</w:ID><w:TypeCode>NCLE</w:TypeCode><w:LineNumeric>1</w:LineNumeric>
              </w:PreviousDocument>
            </w:GovernmentAgencyGoodsItem>
          </w:GoodsShipment>
          <w:PresentationOffice><w:ID>NL000510</w:ID></w:PresentationOffice>
        </w:Declaration>
        """);

    /// <summary>The notice that goods are presented, in the column I2.</summary>
    public static byte[] Notice(Mrn mrn, string lrn) => LifeMessages.Changed(
        LifeMessages.Presentation(mrn, lrn), message =>
        {
            SampleMessages.At(message, "ProcedureCategory").Value = "I2";
            SampleMessages.At(message, "Declarant/ID").Value = Declarant;
        });

    /// <summary>Goods that came by post, e.g. F49 for a distance sale or C08 for a gift.</summary>
    public static byte[] H6(string lrn, string additional, string value = "40") => SampleMessages.Utf8($"""
        <w:Declaration xmlns:w="urn:wco:datamodel:WCO:DEC-DMS:2">
          <w:FunctionCode>9</w:FunctionCode>
          <w:ProcedureCategory>H6</w:ProcedureCategory>
          <w:FunctionalReferenceID>{lrn}</w:FunctionalReferenceID>
          <w:TypeCode>IMA</w:TypeCode>
          <w:Declarant><w:ID>{Declarant}</w:ID></w:Declarant>
          <w:GoodsShipment>
            <w:Consignment>
              <w:TransportContractDocument><w:ID>CP{lrn}</w:ID><w:Type>N750</w:Type></w:TransportContractDocument>
            </w:Consignment>
            <w:Consignor>
              <w:Name>Aunt Maple</w:Name>
              <w:Address>
                <w:CityName>Albany</w:CityName><w:CountryCode>US</w:CountryCode>
                <w:Line>Elm Street 4</w:Line><w:PostcodeID>12201</w:PostcodeID>
              </w:Address>
            </w:Consignor>
            <w:CustomsValuation>
              <w:FreightChargeAmount currencyID="EUR">0</w:FreightChargeAmount>
            </w:CustomsValuation>
            <w:GoodsMeasure><w:GrossMassMeasure>1.2</w:GrossMassMeasure></w:GoodsMeasure>
            <w:GovernmentAgencyGoodsItem>
              <w:CustomsValueAmount currencyID="EUR">{value}</w:CustomsValueAmount>
              <w:SequenceNumeric>1</w:SequenceNumeric>
              <w:Commodity>
                <w:Description>Cotton T-shirt, men, size L</w:Description>
                {CodeOf("610910")}
                <w:GoodsMeasure><w:NetNetWeightMeasure>1</w:NetNetWeightMeasure></w:GoodsMeasure>
              </w:Commodity>
              {Procedure}
              <w:GovernmentProcedure><w:CurrentCode>{additional}</w:CurrentCode></w:GovernmentProcedure>
              <w:Origin><w:CountryCode>US</w:CountryCode><w:TypeCode>1</w:TypeCode></w:Origin>
              <w:Packaging><w:QuantityQuantity>1</w:QuantityQuantity></w:Packaging>
            </w:GovernmentAgencyGoodsItem>
            <w:Importer><w:ID>{Declarant}</w:ID></w:Importer>
          </w:GoodsShipment>
        </w:Declaration>
        """);

    /// <summary>A line of a supplement: what it is accepted on, and its additional procedure.</summary>
    public readonly record struct Line(DateOnly? AcceptedOn = null, string Additional = "000", string Value = "9000");

    /// <summary>A supplementary declaration (X, Y or Z) in the column H1, that names others in 12 01.</summary>
    public static byte[] H1(
        string lrn, char type, IReadOnlyList<Mrn> named, DateOnly? acceptedOn, params Line[] lines) =>
        LifeMessages.Changed(SampleMessages.Utf8(SampleMessages.H1), message =>
        {
            SampleMessages.At(message, "FunctionalReferenceID").Value = lrn;
            SampleMessages.At(message, "TypeCode").Value = $"IM{type}";
            if (type is 'Y')
                message.Root!.Add(XElement.Parse(Authorisation("NLSDE0001", "C512", isWhole: true)));
            if (type is 'Z')
                message.Root!.Add(XElement.Parse(Authorisation("NLEIR0001", "C514", isWhole: true)));
            if (acceptedOn is { } day)
                message.Root!.AddFirst(new XElement(Wco + "AcceptanceDateTime", Text(day)));
            var shipment = SampleMessages.At(message, "GoodsShipment");
            foreach (var mrn in named)
            {
                shipment.Add(new XElement(
                    Wco + "PreviousDocument",
                    new XElement(Wco + "ID", mrn.ToString()),
                    new XElement(Wco + "TypeCode", type == 'Z' ? "NCLE" : "NMRN")));
            }

            Fill(message, shipment.Element(Wco + "GovernmentAgencyGoodsItem")!, lrn, lines);
        });

    private static void Fill(XDocument message, XElement first, string lrn, Line[] lines)
    {
        if (lines.Length == 0)
            lines = [new Line(null)];
        var total = lines.Sum(line => decimal.Parse(line.Value, CultureInfo.InvariantCulture));
        SampleMessages.At(message, "InvoiceAmount").Value = total.ToString(CultureInfo.InvariantCulture);
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            var item = new XElement(first);
            item.Element(Wco + "SequenceNumeric")!.Value = (i + 1).ToString(CultureInfo.InvariantCulture);
            item.Element(Wco + "StatisticalValueAmount")!.Value = lines[i].Value;
            item.Descendants(Wco + "ItemChargeAmount").Single().Value = lines[i].Value;
            item.Elements(Wco + "GovernmentProcedure").Last().Element(Wco + "CurrentCode")!.Value =
                lines[i].Additional;
            item.Element(Wco + "TransportContractDocument")!.Element(Wco + "ID")!.Value = "MAEU" + lrn;
            if (lines[i].AcceptedOn is { } day)
                item.AddFirst(new XElement(Wco + "AcceptanceDateTime", Text(day)));
            first.AddAfterSelf(item);
        }

        first.Remove();
    }

    private static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private const string Location =
        """
        <w:GoodsLocation>
          <w:TypeCode>A</w:TypeCode><w:IdentificationType>V</w:IdentificationType>
          <w:CustomsOffice><w:identification>NL000510</w:identification></w:CustomsOffice>
        </w:GoodsLocation>
        """;

    private const string Procedure =
        "<w:GovernmentProcedure><w:CurrentCode>40</w:CurrentCode><w:PreviousCode>00</w:PreviousCode>"
        + "</w:GovernmentProcedure>";

    private static string CodeOf(string hs) => string.Concat(new[] { (hs, "HS"), ("00", "CN"), ("00", "TRC") }.Select(
        part => $"<w:Classification><w:ID>{part.Item1}</w:ID>"
            + $"<w:IdentificationTypeCode>{part.Item2}</w:IdentificationTypeCode></w:Classification>"));

    private static string Authorisation(string number, string type, bool isWhole = false) =>
        $"<w:Authorisation{(isWhole ? " xmlns:w=\"urn:wco:datamodel:WCO:DEC-DMS:2\"" : "")}>"
        + $"<w:SequenceNumeric>1</w:SequenceNumeric><w:ID>{number}</w:ID><w:Type>{type}</w:Type></w:Authorisation>";
}

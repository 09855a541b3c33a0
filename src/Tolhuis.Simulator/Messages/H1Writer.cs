// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Traffic;

namespace Tolhuis.Simulator.Messages;

/// <summary>The goods shipment of a standard declaration (H1), column H1 of Annex B of Regulation 2015/2446.</summary>
internal static class H1Writer
{
    public static void WriteShipment(XmlSink xml, Consignment consignment)
    {
        var declarant = consignment.Declarant;
        var isSea = declarant.TransportType == "N705";
        xml.Open("GoodsShipment"u8);
        WriteConsignment(xml, consignment, isSea);
        xml.Open("Consignor"u8);
        DeclarationWriter.Party(xml, consignment.Sender);
        xml.Close("Consignor"u8);
        xml.Open("Destination"u8);
        xml.Leaf("CountryCode"u8, "NL"u8);
        xml.Close("Destination"u8);
        xml.Open("GoodsMeasure"u8);
        xml.Mass("GrossMassMeasure"u8, consignment.TotalGrams());
        xml.Close("GoodsMeasure"u8);
        for (var i = 0; i < consignment.LineCount; i++)
            WriteItem(xml, consignment, i);
        xml.Open("Importer"u8);
        xml.Leaf("ID"u8, declarant.Party.Eori);
        xml.Close("Importer"u8);
        xml.Open("PreviousDocument"u8);
        xml.Leaf("SequenceNumeric"u8, 1);
        var storage = Mrn.ForSequence(consignment.Day, consignment.TransportNumber % 1_000_000_000);
        xml.Leaf("ID"u8, storage.ToString());
        xml.Leaf("TypeCode"u8, "N337"u8);
        xml.Close("PreviousDocument"u8);
        xml.Open("Seller"u8);
        DeclarationWriter.Party(xml, consignment.Sender);
        xml.Close("Seller"u8);
        xml.Open("TradeTerms"u8);
        xml.Leaf("ConditionCode"u8, isSea ? "CIF"u8 : "CIP"u8);
        xml.Leaf("LocationName"u8, isSea ? "Rotterdam"u8 : "Schiphol"u8);
        xml.Leaf("CountryCode"u8, "NL"u8);
        xml.Close("TradeTerms"u8);
        xml.Open("DispatchCountry"u8);
        xml.Leaf("ID"u8, consignment.Sender.Country);
        xml.Close("DispatchCountry"u8);
        xml.Close("GoodsShipment"u8);
        xml.Open("ObligationGuarantee"u8);
        xml.Leaf("SequenceNumeric"u8, 1);
        xml.Leaf("ReferenceID"u8, "26NL0000000000170"u8);
        xml.Leaf("SecurityDetailsCode"u8, "1"u8);
        xml.Leaf("AccessCode"u8, "AC01"u8);
        xml.Close("ObligationGuarantee"u8);
        xml.Open("PresentationOffice"u8);
        xml.Leaf("ID"u8, isSea ? "NL000510"u8 : "NL000396"u8);
        xml.Close("PresentationOffice"u8);
    }

    private static void WriteConsignment(XmlSink xml, Consignment consignment, bool isSea)
    {
        xml.Open("Consignment"u8);
        xml.Open("BorderTransportMeans"u8);
        xml.Leaf("RegistrationNationalityCode"u8, "NL"u8);
        xml.Leaf("ModeCode"u8, isSea ? "1"u8 : "4"u8);
        xml.Close("BorderTransportMeans"u8);
        xml.Leaf("ContainerCode"u8, isSea ? "1"u8 : "0"u8);
        xml.Open("ArrivalTransportMeans"u8);
        var sink = xml.OpenLeaf("ID"u8);
        sink.Append(isSea ? "SIMVESSEL "u8 : "SIM"u8);
        sink.AppendNumber(consignment.TransportNumber % 900 + 100);
        xml.CloseLeaf("ID"u8);
        xml.Leaf("IdentificationTypeCode"u8, isSea ? "11"u8 : "40"u8);
        xml.Leaf("ModeCode"u8, isSea ? "1"u8 : "4"u8);
        xml.Close("ArrivalTransportMeans"u8);
        DeclarationWriter.Location(xml, consignment.Declarant.Location);
        if (isSea)
        {
            xml.Open("TransportEquipment"u8);
            xml.Leaf("SequenceNumeric"u8, 1);
            sink = xml.OpenLeaf("ID"u8);
            WriteContainer(sink, consignment.TransportNumber % 1_000_000);
            xml.CloseLeaf("ID"u8);
            xml.Close("TransportEquipment"u8);
        }

        DeclarationWriter.TransportDocument(
            xml, 1, consignment.Declarant.LrnPrefix, consignment.TransportNumber, consignment.Declarant.TransportType);
        xml.Close("Consignment"u8);
    }

    /// <summary>An owner of our own invention, six digits and the check digit of ISO 6346.</summary>
    private static void WriteContainer(ByteSink sink, long number)
    {
        // S, I, M and U count 30, 19, 24 and 32; each place counts twice the one before it.
        var sum = 30L + (19 << 1) + (24 << 2) + (32 << 3);
        var rest = number;
        for (var place = 9; place >= 4; place--, rest /= 10)
            sum += rest % 10 << place;
        sink.Append("SIMU"u8);
        sink.AppendNumber(number, 6);
        sink.AppendNumber(sum % 11 % 10);
    }

    private static void WriteItem(XmlSink xml, Consignment consignment, int index)
    {
        var line = consignment[index];
        xml.Open("GovernmentAgencyGoodsItem"u8);
        xml.Leaf("SequenceNumeric"u8, index + 1);
        xml.Amount("StatisticalValueAmount"u8, line.Cents * 1000 / consignment.Currency.PerThousandEuro, "EUR"u8);
        xml.Leaf("TransactionNatureCode"u8, "11"u8);
        WriteCommodity(xml, consignment, line, index);
        xml.Open("CustomsValuation"u8);
        xml.Leaf("MethodCode"u8, "1"u8);
        xml.Close("CustomsValuation"u8);
        H7Writer.WriteProcedure(xml, 1, "40"u8, "00"u8);
        H7Writer.WriteProcedure(xml, 2, "000"u8, []);
        xml.Open("Origin"u8);
        xml.Leaf("SequenceNumeric"u8, 1);
        var hasUnknownOrigin = consignment is { Fault: Fault.UnknownCode, FaultVariant: 1 };
        xml.Leaf("CountryCode"u8, hasUnknownOrigin ? "OO"u8 : line.Product.Origin);
        xml.Leaf("TypeCode"u8, "1"u8);
        xml.Close("Origin"u8);
        xml.Open("Packaging"u8);
        xml.Leaf("SequenceNumeric"u8, 1);
        xml.Leaf("MarksNumbersID"u8, consignment.Declarant.LrnPrefix);
        xml.Leaf("QuantityQuantity"u8, 1 + line.Pieces / 50);
        xml.Leaf("TypeCode"u8, "CT"u8);
        xml.Close("Packaging"u8);
        xml.Open("SupportingDocument"u8);
        xml.Leaf("SequenceNumeric"u8, 1);
        var sink = xml.OpenLeaf("ID"u8);
        sink.Append("INV"u8);
        sink.AppendNumber(consignment.TransportNumber, 9);
        xml.CloseLeaf("ID"u8);
        xml.Leaf("TypeCode"u8, "N935"u8);
        xml.Close("SupportingDocument"u8);
        xml.Close("GovernmentAgencyGoodsItem"u8);
    }

    private static void WriteCommodity(XmlSink xml, Consignment consignment, GoodsLine line, int index)
    {
        var isMissing = consignment.Fault == Fault.MissingElement && index == consignment.LineCount - 1;
        // A neighbouring heading has no table of its own below six digits: 00 and 00 stand for "not divided further".
        var isNeighbour = !ReferenceEquals(line.Hs6, line.Product.Hs6);
        xml.Open("Commodity"u8);
        if (!(isMissing && consignment.FaultVariant == 0))
            xml.Leaf("Description"u8, line.Description.Written);
        if (!(isMissing && consignment.FaultVariant == 1))
        {
            WriteClassification(xml, 1, line.Hs6, "HS"u8);
            WriteClassification(xml, 2, isNeighbour ? "00"u8 : line.Product.Cn, "CN"u8);
            WriteClassification(xml, 3, isNeighbour ? "00"u8 : line.Product.Taric, "TRC"u8);
        }

        xml.Open("DutyTaxFee"u8);
        xml.Leaf("SequenceNumeric"u8, 1);
        xml.Leaf("DutyRegimeCode"u8, "100"u8);
        xml.Leaf("TypeCode"u8, "A00"u8);
        xml.Close("DutyTaxFee"u8);
        xml.Open("GoodsMeasure"u8);
        xml.Mass("GrossMassMeasure"u8, line.Grams);
        xml.Mass("NetNetWeightMeasure"u8, line.Grams * 92 / 100);
        xml.Leaf("TariffQuantity"u8, line.Pieces);
        xml.Close("GoodsMeasure"u8);
        if (!(isMissing && consignment.FaultVariant == 2))
        {
            xml.Open("InvoiceLine"u8);
            H7Writer.WriteCharge(xml, consignment, line);
            xml.Close("InvoiceLine"u8);
        }

        xml.Close("Commodity"u8);
    }

    private static void WriteClassification(
        XmlSink xml, int sequence, ReadOnlySpan<byte> code, ReadOnlySpan<byte> type)
    {
        xml.Open("Classification"u8);
        xml.Leaf("SequenceNumeric"u8, sequence);
        xml.Leaf("ID"u8, code);
        xml.Leaf("IdentificationTypeCode"u8, type);
        xml.Close("Classification"u8);
    }
}

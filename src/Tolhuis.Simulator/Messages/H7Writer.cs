// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Trade;
using Tolhuis.Simulator.Traffic;

namespace Tolhuis.Simulator.Messages;

/// <summary>
/// The goods shipment of a super-reduced declaration (H7), column H7 of Annex B of Regulation 2015/2446.
/// </summary>
internal static class H7Writer
{
    private const int PackagingGrams = 35;
    private static readonly DateOnly IdentifiersSince = new(2026, 11, 1);

    public static void WriteShipment(XmlSink xml, Consignment consignment)
    {
        var declarant = consignment.Declarant;
        xml.Open("GoodsShipment"u8);
        xml.Open("Consignment"u8);
        DeclarationWriter.Location(xml, declarant.Location);
        DeclarationWriter.TransportDocument(
            xml, 1, declarant.LrnPrefix, consignment.TransportNumber, declarant.TransportType);
        if (consignment.MasterNumber > 0)
            DeclarationWriter.TransportDocument(xml, 2, "M", consignment.MasterNumber, "N741");
        if (consignment.FreightCents > 0)
        {
            xml.Open("Freight"u8);
            xml.Amount("rate"u8, consignment.FreightCents, consignment.Currency.Code);
            xml.Close("Freight"u8);
        }

        xml.Close("Consignment"u8);
        WriteSender(xml, consignment);
        if (consignment.Ioss.Length > 0)
        {
            xml.Open("DomesticDutyTaxParty"u8);
            xml.Leaf("SequenceNumeric"u8, 1);
            xml.Leaf("ID"u8, consignment.Ioss);
            xml.Leaf("RoleCode"u8, "FR5"u8);
            xml.Close("DomesticDutyTaxParty"u8);
        }

        xml.Open("GoodsMeasure"u8);
        xml.Mass("GrossMassMeasure"u8, consignment.TotalGrams() + PackagingGrams);
        xml.Close("GoodsMeasure"u8);
        for (var i = 0; i < consignment.LineCount; i++)
            WriteItem(xml, consignment, i);
        xml.Open("Importer"u8);
        Consignees.Write(xml, consignment.Consignee);
        xml.Close("Importer"u8);
        xml.Close("GoodsShipment"u8);
    }

    private static void WriteSender(XmlSink xml, Consignment consignment)
    {
        xml.Open("Consignor"u8);
        var sender = consignment.Sender;
        // No country has the letters OO in ISO 3166 or in the list GEO of customs.
        if (consignment is { Fault: Fault.UnknownCode, FaultVariant: 1 })
            sender = sender with { Country = "OO"u8.ToArray() };
        DeclarationWriter.Party(xml, sender);
        xml.Close("Consignor"u8);
    }

    private static void WriteItem(XmlSink xml, Consignment consignment, int index)
    {
        var line = consignment[index];
        var isMissing = consignment.Fault == Fault.MissingElement && index == consignment.LineCount - 1;
        xml.Open("GovernmentAgencyGoodsItem"u8);
        xml.Leaf("SequenceNumeric"u8, index + 1);
        xml.Open("Commodity"u8);
        if (!(isMissing && consignment.FaultVariant == 0))
            xml.Leaf("Description"u8, line.Description.Written);
        if (!(isMissing && consignment.FaultVariant == 1))
        {
            xml.Open("Classification"u8);
            xml.Leaf("SequenceNumeric"u8, 1);
            xml.Leaf("ID"u8, line.Hs6);
            xml.Leaf("IdentificationTypeCode"u8, "HS"u8);
            xml.Close("Classification"u8);
        }

        xml.Open("GoodsMeasure"u8);
        xml.Mass("GrossMassMeasure"u8, line.Grams);
        xml.Close("GoodsMeasure"u8);
        if (!(isMissing && consignment.FaultVariant == 2))
            WriteValue(xml, consignment, line);
        xml.Close("Commodity"u8);
        WriteProcedure(xml, 1, "40"u8, "00"u8);
        WriteProcedure(xml, 2, consignment.Additional, []);
        if (consignment.SecondAdditional.Length > 0)
            WriteProcedure(xml, 3, consignment.SecondAdditional, []);
        xml.Open("Packaging"u8);
        xml.Leaf("SequenceNumeric"u8, 1);
        xml.Leaf("QuantityQuantity"u8, 1);
        xml.Close("Packaging"u8);
        if (consignment.Day >= IdentifiersSince && !consignment.Additional.AsSpan().SequenceEqual("C08"u8))
            WriteIdentifiers(xml, line);
        xml.Close("GovernmentAgencyGoodsItem"u8);
    }

    /// <summary>
    /// Product identifiers of merchant and manufacturer, with the codes that the built-in law gives them: the same
    /// description has the same numbers.
    /// </summary>
    private static void WriteIdentifiers(XmlSink xml, GoodsLine line)
    {
        var number = 2_166_136_261u;
        foreach (var sign in line.Description.Written)
            number = unchecked((number ^ sign) * 16_777_619u);
        WriteIdentifier(xml, "9PIM"u8, number);
        WriteIdentifier(xml, "9PIF"u8, number ^ 0x5555_5555u);
    }

    private static void WriteIdentifier(XmlSink xml, ReadOnlySpan<byte> type, uint number)
    {
        xml.Open("SupportingDocument"u8);
        xml.OpenLeaf("ID"u8).AppendNumber(number, 10);
        xml.CloseLeaf("ID"u8);
        xml.Leaf("TypeCode"u8, type);
        xml.Close("SupportingDocument"u8);
    }

    private static void WriteValue(XmlSink xml, Consignment consignment, GoodsLine line)
    {
        xml.Open("InvoiceLine"u8);
        WriteCharge(xml, consignment, line);
        xml.Close("InvoiceLine"u8);
    }

    /// <summary>
    /// Item amount or intrinsic value, with the faults of bad messages: a comma in it, a currency that does not exist.
    /// </summary>
    public static void WriteCharge(XmlSink xml, Consignment consignment, GoodsLine line)
    {
        var isUnknown = consignment is { Fault: Fault.UnknownCode, FaultVariant: 0 };
        var currency = isUnknown ? "XQX"u8 : consignment.Currency.Code;
        var sink = xml.OpenAmount("ItemChargeAmount"u8, currency);
        if (consignment.Fault == Fault.CommaInValue)
        {
            sink.AppendNumber(line.Cents / 100);
            sink.Append((byte)',');
            sink.AppendNumber(line.Cents % 100, 2);
        }
        else
        {
            sink.AppendDecimal(line.Cents, 2);
        }

        xml.CloseLeaf("ItemChargeAmount"u8);
    }

    public static void WriteProcedure(
        XmlSink xml, int sequence, ReadOnlySpan<byte> current, ReadOnlySpan<byte> previous)
    {
        xml.Open("GovernmentProcedure"u8);
        xml.Leaf("SequenceNumeric"u8, sequence);
        xml.Leaf("CurrentCode"u8, current);
        if (previous.Length > 0)
            xml.Leaf("PreviousCode"u8, previous);
        xml.Close("GovernmentProcedure"u8);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Simulator.Trade;
using Tolhuis.Simulator.Traffic;

namespace Tolhuis.Simulator.Messages;

/// <summary>
/// Writes a consignment as WCO DEC-DMS:2 XML in the form of the Danish system: what H7 and H1 have in common, and the
/// order of their parts. Sequence of elements as in the public H7 and H1 definitions of that system.
/// </summary>
internal static class DeclarationWriter
{
    public static void Write(XmlSink xml, Consignment consignment)
    {
        xml.Clear();
        xml.OpenDeclaration();
        if (consignment.Fault == Fault.UnknownMrn)
            WriteInvalidation(xml, consignment);
        else
            WriteNew(xml, consignment);
        xml.CloseDeclaration();
    }

    public static void Party(XmlSink xml, Address party)
    {
        xml.Leaf("Name"u8, party.Name);
        xml.Open("Address"u8);
        xml.Leaf("CityName"u8, party.City);
        xml.Leaf("CountryCode"u8, party.Country);
        xml.Leaf("Line"u8, party.Street);
        xml.Leaf("PostcodeID"u8, party.Postcode);
        xml.Close("Address"u8);
    }

    /// <summary>Location of goods (16 15): the qualifier decides which element names the place.</summary>
    public static void Location(XmlSink xml, Location location)
    {
        xml.Open("GoodsLocation"u8);
        if (location.Qualifier == 'U')
            xml.Leaf("Name"u8, location.Identification);
        xml.OpenLeaf("TypeCode"u8).Append((byte)location.Type);
        xml.CloseLeaf("TypeCode"u8);
        xml.OpenLeaf("IdentificationType"u8).Append((byte)location.Qualifier);
        xml.CloseLeaf("IdentificationType"u8);
        if (location.Qualifier == 'Y')
        {
            xml.Leaf("authorisationReferenceNumber"u8, location.Identification);
        }
        else if (location.Qualifier == 'V')
        {
            xml.Open("CustomsOffice"u8);
            xml.Leaf("identification"u8, location.Identification);
            xml.Close("CustomsOffice"u8);
        }
        else if (location.Qualifier == 'Z')
        {
            xml.Open("Address"u8);
            xml.Leaf("CityName"u8, "Hoofddorp"u8);
            xml.Leaf("CountryCode"u8, "NL"u8);
            xml.Leaf("Line"u8, location.Identification);
            xml.Leaf("PostcodeID"u8, "2132 AB"u8);
            xml.Close("Address"u8);
        }

        xml.Close("GoodsLocation"u8);
    }

    public static void TransportDocument(XmlSink xml, int sequence, string prefix, long number, string type)
    {
        xml.Open("TransportContractDocument"u8);
        xml.Leaf("SequenceNumeric"u8, sequence);
        var sink = xml.OpenLeaf("ID"u8);
        sink.Append(prefix);
        sink.AppendNumber(number, 10);
        xml.CloseLeaf("ID"u8);
        xml.Leaf("Type"u8, type);
        xml.Close("TransportContractDocument"u8);
    }

    private static void WriteNew(XmlSink xml, Consignment consignment)
    {
        var declarant = consignment.Declarant;
        xml.Leaf("FunctionCode"u8, "9"u8);
        xml.Leaf("ProcedureCategory"u8, declarant.IsH1 ? "H1"u8 : "H7"u8);
        xml.Leaf("FunctionalReferenceID"u8, consignment.Lrn.Written);
        xml.Leaf("TypeCode"u8, consignment.IsPrelodged ? "IMD"u8 : "IMA"u8);
        xml.Leaf("DeclarationOfficeID"u8, "NL000396"u8);
        if (declarant.IsH1)
            xml.Amount("InvoiceAmount"u8, consignment.TotalCents(), consignment.Currency.Code);
        var submitter = declarant.Representative ?? declarant.Party;
        xml.Open("Submitter"u8);
        xml.Leaf("Name"u8, submitter.Name);
        xml.Leaf("ID"u8, submitter.Eori);
        xml.Close("Submitter"u8);
        if (declarant.Representative is { } representative)
        {
            xml.Open("Agent"u8);
            xml.Leaf("ID"u8, representative.Eori);
            xml.Leaf("FunctionCode"u8, "2"u8);
            xml.Close("Agent"u8);
        }

        xml.Open("Declarant"u8);
        if (consignment.Fault == Fault.MalformedEori)
            WriteMalformed(xml, declarant.Party.Eori);
        else
            xml.Leaf("ID"u8, declarant.Party.Eori);
        xml.Close("Declarant"u8);
        if (declarant.IsH1)
            H1Writer.WriteShipment(xml, consignment);
        else
            H7Writer.WriteShipment(xml, consignment);
    }

    // Small letters and a blank: no EORI number has them, whatever its country.
    private static void WriteMalformed(XmlSink xml, ReadOnlySpan<byte> eori)
    {
        var sink = xml.OpenLeaf("ID"u8);
        sink.Append("nl "u8);
        sink.Append(eori[2..]);
        xml.CloseLeaf("ID"u8);
    }

    private static void WriteInvalidation(XmlSink xml, Consignment consignment)
    {
        var submitter = consignment.Declarant.Representative ?? consignment.Declarant.Party;
        xml.Leaf("FunctionCode"u8, "1"u8);
        xml.Leaf("ProcedureCategory"u8, consignment.Declarant.IsH1 ? "H1"u8 : "H7"u8);
        xml.Leaf("FunctionalReferenceID"u8, consignment.Lrn.Written);
        var mrn = Mrn.ForSequence(consignment.Day, consignment.TransportNumber % 1_000_000_000);
        xml.Leaf("ID"u8, mrn.ToString());
        xml.Leaf("TypeCode"u8, "INV"u8);
        xml.Open("Submitter"u8);
        xml.Leaf("Name"u8, submitter.Name);
        xml.Leaf("ID"u8, submitter.Eori);
        xml.Close("Submitter"u8);
        xml.Open("Amendment"u8);
        xml.Leaf("SequenceNumeric"u8, 1);
        xml.Leaf("ChangeReasonCode"u8, "122"u8);
        xml.Leaf("ChangeReasonText"u8, "Parcel returned to the seller"u8);
        xml.Close("Amendment"u8);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Tolhuis.Tests.Declarations;

namespace Tolhuis.Tests.Intake;

/// <summary>What a test wants to say of a parcel; the rest is that of the sample message. Invented names.</summary>
internal sealed record Parcel(
    string Lrn = "LRN-1",
    string Declarant = "NL001234567",
    string TransportDocument = "CP000000001NL",
    string Consignee = "J. de Vries",
    string Code = "610910",
    string Value = "12.95",
    string Currency = "EUR",
    string Additional = "F48",
    string Description = "Cotton T-shirt, men, size L");

/// <summary>Messages and files for the road.</summary>
internal static class Parcels
{
    private static readonly XNamespace Wco = SampleMessages.Wco;

    /// <summary>A parcel of one line, by IOSS.</summary>
    public static byte[] H7(Parcel parcel)
    {
        var message = XDocument.Parse(SampleMessages.H7);
        SampleMessages.At(message, "FunctionalReferenceID").Value = parcel.Lrn;
        SampleMessages.At(message, "Declarant/ID").Value = parcel.Declarant;
        SampleMessages.At(message, "GoodsShipment/Consignment/TransportContractDocument/ID").Value =
            parcel.TransportDocument;
        SampleMessages.At(message, "GoodsShipment/Importer/Name").Value = parcel.Consignee;
        var shipment = SampleMessages.At(message, "GoodsShipment");
        shipment.Elements(Wco + "GovernmentAgencyGoodsItem").Last().Remove();
        var item = shipment.Element(Wco + "GovernmentAgencyGoodsItem")!;
        item.Descendants(Wco + "Classification").Elements(Wco + "ID").Single().Value = parcel.Code;
        var value = item.Descendants(Wco + "ItemChargeAmount").Single();
        value.Value = parcel.Value;
        value.SetAttributeValue("currencyID", parcel.Currency);
        item.Descendants(Wco + "Description").Single().Value = parcel.Description;
        item.Elements(Wco + "GovernmentProcedure").Skip(1).Remove();
        foreach (var code in parcel.Additional.Split('+', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            item.Element(Wco + "GovernmentProcedure")!.AddAfterSelf(
                new XElement(Wco + "GovernmentProcedure", new XElement(Wco + "CurrentCode", code)));
        }

        if (!parcel.Additional.Contains("F48", StringComparison.Ordinal))
            shipment.Element(Wco + "DomesticDutyTaxParty")!.Remove();
        return SampleMessages.Bytes(message);
    }

    public static byte[] H7(string lrn) => H7(Numbered(lrn));

    /// <summary>A parcel of as many lines of small value.</summary>
    public static byte[] Lines(string lrn, int count)
    {
        var message = XDocument.Parse(System.Text.Encoding.UTF8.GetString(H7(Numbered(lrn) with { Value = "0.10" })));
        var item = SampleMessages.At(message, "GoodsShipment/GovernmentAgencyGoodsItem");
        for (var number = count; number > 1; number--)
        {
            var copy = new XElement(item);
            copy.Element(Wco + "SequenceNumeric")!.Value = number.ToString(CultureInfo.InvariantCulture);
            item.AddAfterSelf(copy);
        }

        return SampleMessages.Bytes(message);
    }

    /// <summary>A parcel that is another consignment for every local reference number.</summary>
    public static Parcel Numbered(string lrn) => new(Lrn: lrn, TransportDocument: "CP" + lrn);

    /// <summary>A parcel with fur of a protected species: the law demands a control of it.</summary>
    public static byte[] Restricted(string lrn) => H7(Numbered(lrn) with { Code = "430160", Description = "Fox fur" });

    /// <summary>A parcel whose form is wrong: its only line has no description.</summary>
    public static byte[] Rejected(string lrn) => H7(Numbered(lrn) with { Description = "" });

    /// <summary>A parcel in a currency without a rate: a person must determine its value and duty.</summary>
    public static byte[] Undetermined(string lrn) => H7(Numbered(lrn) with { Currency = "KPW" });

    public static byte[] Unreadable(string seed) => SampleMessages.Utf8($"<Declaration><not closed {seed}");

    public static IEnumerable<byte[]> Many(int count, string prefix = "M") =>
        Enumerable.Range(1, count).Select(i => H7(string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i:D5}")));

    /// <summary>A zip whose entries are 00000.xml, 00001.xml, ... in the order given.</summary>
    public static byte[] Zip(params IEnumerable<byte[]> messages)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var number = 0;
            foreach (var message in messages)
            {
                using var entry = zip.CreateEntry(
                    string.Create(CultureInfo.InvariantCulture, $"{number++:D5}.xml"), CompressionLevel.Fastest).Open();
                entry.Write(message);
            }
        }

        return stream.ToArray();
    }
}

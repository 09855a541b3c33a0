// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Tolhuis.Simulator.Life;

/// <summary>
/// Messages about an earlier declaration, made from the bytes of that declaration as its declarant would: the same
/// parties, the number that customs gave, a reason; in the shape in which he lodged (XML as in the Danish system, or
/// JSON).
/// </summary>
internal static partial class FollowUpMessages
{
    private static readonly XNamespace Wco = "urn:wco:datamodel:WCO:DEC-DMS:2";
    private static readonly XNamespace Authorisation = "urn:wco:datamodel:WCO:WCO_DEC_EDS_AUTHORISATION:1";
    private static readonly string[] BeforeAmendment = ["Agent", "Authorisation", "Declarant", "GoodsShipment"];

    /// <summary>The goods are there (type GPR).</summary>
    public static byte[] Presentation(ReadOnlyMemory<byte> original, string mrn, string lrn)
    {
        if (JsonFollowUps.IsJson(original))
            return JsonFollowUps.Presentation(original, mrn, lrn);
        var declaration = Head(original, mrn, lrn, function: "24", type: "GPR");
        if (Original(original).Element(Wco + "Declarant") is { } declarant)
            declaration.Add(new XElement(declarant));
        return Bytes(declaration);
    }

    /// <summary>The declarant asks that the declaration no longer counts (type INV).</summary>
    public static byte[] Invalidation(
        ReadOnlyMemory<byte> original, string mrn, string lrn, string reasonCode, string reason) =>
        JsonFollowUps.IsJson(original)
            ? JsonFollowUps.Invalidation(original, mrn, lrn, reasonCode, reason)
            : Bytes(Head(original, mrn, lrn, function: "1", type: "INV"), Amendment(reasonCode, reason));

    /// <summary>
    /// The whole declaration again with another value of its first item (type COR), as amendment or as correction.
    /// </summary>
    /// <param name="percent">The new value in hundredths of the old one.</param>
    public static byte[] Amended(
        ReadOnlyMemory<byte> original, string mrn, string lrn, string reasonCode, string reason, int percent)
    {
        if (JsonFollowUps.IsJson(original))
        {
            return JsonFollowUps.Amended(
                original, mrn, lrn, reasonCode, reason, value => Changed(value, percent));
        }

        var declaration = Anew(original, mrn, lrn, reasonCode, reason);
        var amount = declaration.Descendants(Wco + "ItemChargeAmount").First();
        amount.Value = Changed(amount.Value, percent);
        return Bytes(declaration);
    }

    // The whole declaration again, as one that changes the earlier one.
    private static XElement Anew(
        ReadOnlyMemory<byte> original, string mrn, string lrn, string reasonCode, string reason)
    {
        var declaration = new XElement(Original(original));
        Set(declaration, "FunctionCode", "4");
        Set(declaration, "FunctionalReferenceID", lrn);
        Set(declaration, "TypeCode", "COR");
        declaration.Element(Wco + "FunctionalReferenceID")!.AddAfterSelf(new XElement(Wco + "ID", mrn));
        var next = declaration.Elements().First(e => BeforeAmendment.Contains(e.Name.LocalName));
        next.AddBeforeSelf(Amendment(reasonCode, reason));
        return declaration;
    }

    /// <summary>The declarant asks duty or VAT back (type RRA).</summary>
    /// <param name="legalBasis">A to E: the grounds of articles 117 to 120 of the Code, and an invalidation.</param>
    public static byte[] Repayment(
        ReadOnlyMemory<byte> original, string mrn, string lrn, string taxType, long cents, char legalBasis,
        string grounds)
    {
        var amount = (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        if (JsonFollowUps.IsJson(original))
            return JsonFollowUps.Repayment(original, mrn, lrn, taxType, amount, legalBasis, grounds);
        var holder = Original(original).Element(Wco + "Declarant")?.Element(Wco + "ID")?.Value ?? "";
        return Bytes(
            Head(original, mrn, lrn, function: "37", type: "RRA"),
            new XElement(
                Wco + "RepaymentRemissionAuthorisation",
                new XElement(Authorisation + "ApplicationCodeType", "REP"),
                new XElement(Authorisation + "ApplicationHolderId", holder),
                new XElement(
                    Authorisation + "AmountDuty",
                    new XElement(Authorisation + "Currency", "EUR"),
                    new XElement(Authorisation + "Amount", amount)),
                new XElement(
                    Authorisation + "DutyType",
                    new XElement(Authorisation + "UnionCode", taxType),
                    new XElement(Authorisation + "Amount", amount)),
                new XElement(Authorisation + "LegalBasis", legalBasis.ToString()),
                new XElement(Authorisation + "TraderGroundsDescription", grounds)));
    }

    private static string Changed(string value, int percent)
    {
        var euros = decimal.Parse(value, CultureInfo.InvariantCulture) * percent / 100;
        return Math.Max(0.01m, Math.Round(euros, 2)).ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static XElement Head(
        ReadOnlyMemory<byte> original, string mrn, string lrn, string function, string type)
    {
        var declaration = Original(original);
        return new XElement(
            Wco + "Declaration",
            new XElement(Wco + "FunctionCode", function),
            new XElement(declaration.Element(Wco + "ProcedureCategory")!),
            new XElement(Wco + "FunctionalReferenceID", lrn),
            new XElement(Wco + "ID", mrn),
            new XElement(Wco + "TypeCode", type),
            new XElement(declaration.Element(Wco + "Submitter")!));
    }

    private static XElement Amendment(string code, string text) => new(
        Wco + "Amendment",
        new XElement(Wco + "SequenceNumeric", 1),
        new XElement(Wco + "ChangeReasonCode", code),
        new XElement(Wco + "ChangeReasonText", text));

    private static void Set(XElement declaration, string name, string value) =>
        declaration.Element(Wco + name)!.Value = value;

    private static XElement Original(ReadOnlyMemory<byte> message)
    {
        using var stream = new MemoryStream(message.ToArray(), writable: false);
        var document = XDocument.Load(stream);
        return document.Root!.Name == Wco + "Declaration"
            ? document.Root
            : document.Descendants(Wco + "Declaration").First();
    }

    private static byte[] Bytes(XElement declaration, params XElement[] rest)
    {
        declaration.Add(rest);
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
            new XDocument(declaration).Save(writer);
        return stream.ToArray();
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Xml.Linq;
using Tolhuis.Kernel;
using Tolhuis.Tests.Declarations;

namespace Tolhuis.Tests.Intake;

/// <summary>Messages about an earlier declaration, and declarations of other types than A. Invented names.</summary>
internal static class LifeMessages
{
    private static readonly XNamespace Wco = SampleMessages.Wco;
    private static readonly XNamespace Claims = "urn:wco:datamodel:WCO:WCO_DEC_EDS_AUTHORISATION:1";

    /// <summary>A message with another declaration type, e.g. D for goods that are not presented yet.</summary>
    public static byte[] OfType(byte[] message, char type) => Changed(
        message, document => SampleMessages.At(document, "TypeCode").Value = $"IM{type}");

    public static byte[] Prelodged(string lrn) => OfType(Parcels.H7(lrn), 'D');

    public static byte[] Prelodged(Parcel parcel) => OfType(Parcels.H7(parcel), 'D');

    public static byte[] Presentation(Mrn mrn, string lrn = "GPR-1") => About("GPR", "24", mrn.ToString(), lrn);

    public static byte[] Presentation(string mrn, string lrn = "GPR-1") => About("GPR", "24", mrn, lrn);

    public static byte[] Invalidation(Mrn mrn, string lrn = "INV-1", string reason = "122") =>
        Changed(About("INV", "1", mrn.ToString(), lrn), document => document.Root!.Add(Reason(reason)));

    /// <summary>An amendment: the whole content anew, with the number of the declaration.</summary>
    public static byte[] Amendment(byte[] content, Mrn mrn, string lrn = "COR-1") => Changed(content, document =>
    {
        SampleMessages.At(document, "FunctionCode").Value = "4";
        SampleMessages.At(document, "TypeCode").Value = "COR";
        var number = SampleMessages.At(document, "FunctionalReferenceID");
        number.Value = lrn;
        number.AddAfterSelf(new XElement(Wco + "ID", mrn.ToString()));
        document.Root!.Add(Reason("5"));
    });

    public static byte[] Supplement(byte[] content, Mrn mrn, string lrn = "SUP-1") => Changed(content, document =>
    {
        SampleMessages.At(document, "FunctionCode").Value = "34";
        SampleMessages.At(document, "TypeCode").Value = "SUP";
        var number = SampleMessages.At(document, "FunctionalReferenceID");
        number.Value = lrn;
        number.AddAfterSelf(new XElement(Wco + "ID", mrn.ToString()));
    });

    /// <param name="duty">Euro, as text; empty for none.</param>
    public static byte[] Claim(
        Mrn mrn, string duty, string vat, string lrn = "RRA-1", string basis = "A", string currency = "EUR") =>
        Changed(About("RRA", "37", mrn.ToString(), lrn), document => document.Root!.Add(
            ClaimOf(duty, vat, basis, currency)));

    public static byte[] WithClaim(byte[] message, string duty, string vat, string basis = "E") =>
        Changed(message, document => document.Root!.Add(ClaimOf(duty, vat, basis, "EUR")));

    public static byte[] Changed(byte[] message, Action<XDocument> change)
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(message));
        change(document);
        return SampleMessages.Bytes(document);
    }

    private static byte[] About(string type, string function, string mrn, string lrn) =>
        SampleMessages.Bytes(new XDocument(new XElement(
            Wco + "Declaration",
            new XElement(Wco + "FunctionCode", function),
            new XElement(Wco + "ProcedureCategory", "H7"),
            new XElement(Wco + "FunctionalReferenceID", lrn),
            new XElement(Wco + "ID", mrn),
            new XElement(Wco + "TypeCode", type),
            new XElement(Wco + "Declarant", new XElement(Wco + "ID", "NL001234567")))));

    private static XElement Reason(string code) => new(
        Wco + "Amendment",
        new XElement(Wco + "ChangeReasonCode", code),
        new XElement(Wco + "ChangeReasonText", "As the consignee asked"));

    private static XElement ClaimOf(string duty, string vat, string basis, string currency)
    {
        var taxes = new[] { ("A00", duty), ("B00", vat) }.Where(tax => tax.Item2.Length > 0).ToList();
        var total = taxes.Sum(tax => decimal.Parse(tax.Item2, System.Globalization.CultureInfo.InvariantCulture));
        return new XElement(
            Wco + "RepaymentRemissionAuthorisation",
            new XElement(Claims + "ApplicationCodeType", "REP"),
            new XElement(Claims + "ApplicationHolderId", "NL001234567"),
            new XElement(
                Claims + "AmountDuty",
                new XElement(Claims + "Currency", currency),
                new XElement(Claims + "Amount", total.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            taxes.Select(tax => new XElement(
                Claims + "DutyType",
                new XElement(Claims + "UnionCode", tax.Item1),
                new XElement(Claims + "Amount", tax.Item2))),
            new XElement(Claims + "LegalBasis", basis),
            new XElement(Claims + "TraderGroundsDescription", "The invoice was lowered afterwards"));
    }
}

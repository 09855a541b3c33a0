// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Xml;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>
/// A notification as a WCO <c>Response</c>, in the shape that the British and the Danish systems share. What the family
/// has no place for (our codes of errors are longer than theirs) stands in the nearest element and is documented.
/// </summary>
internal sealed class ResponseXml(
    IDeclarations declarations, TraderEdition edition, ICalculations calculations)
{
    public const string ContentType = "application/xml";

    private const string EnvelopeSpace = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";
    private const string ResponseSpace = "urn:wco:datamodel:WCO:RES-DMS:2";

    /// <summary>Statement type of what is said to the submitter.</summary>
    private const string ToSubmitter = "AFB";

    /// <summary>Statement type of what the submitter is asked for.</summary>
    private const string AskedOfSubmitter = "ACA";

    private static readonly XmlWriterSettings Form = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        // What a declarant wrote may hold characters that no XML has; they were refused at lodging.
        CheckCharacters = true,
    };

    public byte[] Write(Notification notification)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Form))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("md", "MetaData", EnvelopeSpace);
            xml.WriteElementString("WCODataModelVersionCode", EnvelopeSpace, "3.6");
            xml.WriteElementString("WCOTypeName", EnvelopeSpace, "RES");
            xml.WriteElementString("ResponsibleCountryCode", EnvelopeSpace, "NL");
            xml.WriteElementString("ResponsibleAgencyName", EnvelopeSpace, "Tolhuis");
            xml.WriteElementString("AgencyAssignedCustomizationCode", EnvelopeSpace, "v1");
            xml.WriteElementString("AgencyAssignedCustomizationVersionCode", EnvelopeSpace, "v1.1");
            xml.WriteStartElement("Response", ResponseSpace);
            new ResponseContent(xml, ResponseSpace).WriteHead(notification.Row);
            WriteBody(new ResponseContent(xml, ResponseSpace), notification);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private void WriteBody(ResponseContent to, Notification notification)
    {
        var row = notification.Row;
        foreach (var problem in notification.Problems)
            to.WriteError(problem);
        WriteStatements(to, notification);
        var changes = row.Kind == HistoryKind.Corrected ? Changes(notification) : [];
        foreach (var change in changes)
            to.WriteAmendment(notification.Request?.ReasonCode ?? "", change.Pointer);
        if (row.Kind == HistoryKind.NotReleased)
            to.WriteStatus("41");
        if (row.Kind == HistoryKind.RequestDecided)
            to.WriteStatus(notification.RequestState == RequestState.Denied ? "41" : "39");
        to.Group("Declaration", () => WriteDeclaration(to, notification, changes));
    }

    private static void WriteStatements(ResponseContent to, Notification notification)
    {
        var row = notification.Row;
        var explanation = notification.Explanation;
        var limit = notification.DueAt is { } end ? end - 1_000_000 : EndOf(notification.DueOn);
        switch (row.Kind)
        {
            case HistoryKind.Released:
                to.WriteStatement("A1", null, ToSubmitter, null);
                break;
            case HistoryKind.Cleared:
                to.WriteStatement("A2", null, ToSubmitter, null);
                break;
            case HistoryKind.DocumentsRequested:
            case HistoryKind.IntendedDecision:
            case HistoryKind.IntendedDetermination:
                to.WriteStatement(AskedOfSubmitter, explanation ?? "", AskedOfSubmitter, limit);
                break;
            case HistoryKind.Invalidated:
                to.WriteStatement(null, notification.Request?.ReasonText ?? "", ToSubmitter, null);
                break;
            case HistoryKind.SupplementDue:
            case HistoryKind.Lapsed:
            case HistoryKind.CorrectionOverdue:
            case HistoryKind.CorrectionReminder:
                to.WriteStatement(null, "", AskedOfSubmitter, limit);
                break;
            default:
                if (explanation is not null)
                    to.WriteStatement(null, explanation, ToSubmitter, null);
                break;
        }
    }

    private void WriteDeclaration(ResponseContent to, Notification notification, List<LineChange> changes)
    {
        var (row, declaration, request) = (notification.Row, notification.Declaration, notification.Request);
        if (row.Kind == HistoryKind.Accepted)
            to.WriteInstant("AcceptanceDateTime", row.At);
        if (row.Kind == HistoryKind.Invalidated)
            to.WriteInstant("CancellationDateTime", row.At);
        if (row.Kind == HistoryKind.Corrected)
            to.Write("FunctionCode", "9");
        to.Write("FunctionalReferenceID", request?.Lrn ?? notification.Lrn);
        if (!declaration.Mrn.IsEmpty)
            to.Write("ID", declaration.Mrn.ToString());
        if (row.Kind == HistoryKind.Rejected)
            to.WriteInstant("RejectionDateTime", row.At);
        var version = VersionAt(declaration, row.At);
        to.Write("VersionID", version.Version.ToString(CultureInfo.InvariantCulture));
        if (row.Kind is HistoryKind.GuaranteeInsufficient or HistoryKind.PaymentReminder)
            to.WritePayment(version.DutyCents + version.VatCents, row.Detail ?? "");
        // Release notifies the debt (UCC 102(2)): before it nothing tells an amount.
        if (row.Kind is HistoryKind.DebtDetermined or HistoryKind.Released)
        {
            // How an earlier version was reckoned is no longer told; its amounts are.
            to.WriteTaxes(
                declarations.Lines(version),
                version.Version == declaration.Version ? calculations.Of(declaration) : []);
        }

        if (changes.Count > 0)
            to.WriteChanged(changes);
    }

    // What a correction changed, line by line; the declaration as a whole where the lines did not change.
    private List<LineChange> Changes(Notification notification)
    {
        var declaration = notification.Declaration;
        if (notification is not { Request.VersionMade: var version }
            || declarations.Versions(declaration.Id) is not { Count: > 1 } versions
            || versions.FirstOrDefault(one => one.Version == version) is not { } after
            || versions.LastOrDefault(one => one.Version < version) is not { } before)
            return [new LineChange("/Declaration/GoodsShipment", null)];
        var changes = LineChange.Between(declarations.Lines(before), declarations.Lines(after));
        return changes.Count > 0 ? changes : [new LineChange("/Declaration/GoodsShipment", null)];
    }

    // The version that stood when it was told.
    private VersionRow VersionAt(DeclarationRow declaration, long at)
    {
        var versions = edition.Versions(declaration);
        return versions.LastOrDefault(version => version.RecordedAt <= at) ?? versions[0];
    }

    private static long? EndOf(DateOnly? day) =>
        day is { } last ? DutchTime.StartOf(last.AddDays(1)) - 1_000_000 : null;
}

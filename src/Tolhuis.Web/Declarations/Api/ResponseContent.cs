// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Xml;
using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.Web.Declarations.Api;

/// <summary>Writes the parts of a WCO <c>Response</c>. Instants in format 304, amounts in euro.</summary>
internal sealed class ResponseContent(XmlWriter xml, string space)
{
    private const string Duty = "A00";
    private const string Vat = "B00";
    private static readonly string[] DutySteps = ["tariff.step.tariff-duty", "tariff.step.gift-flat-rate"];
    private static readonly string[] VatSteps = ["tariff.step.vat"];

    public void Group(string name, Action content)
    {
        xml.WriteStartElement(name, space);
        content();
        xml.WriteEndElement();
    }

    public void Write(string name, string text) => xml.WriteElementString(name, space, text);

    public void WriteInstant(string name, long at) => Group(name, () =>
    {
        xml.WriteStartElement("DateTimeString", space);
        xml.WriteAttributeString("formatCode", "304");
        xml.WriteString(ApiTime.Of(at).ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    });

    public void WriteHead(HistoryRow row)
    {
        Write("FunctionCode", ((int)row.Kind).ToString("00", CultureInfo.InvariantCulture));
        Write("FunctionalReferenceID", row.Seq.ToString(CultureInfo.InvariantCulture));
        WriteInstant("IssueDateTime", row.At);
    }

    public void WriteError(ProblemItem problem) => Group("Error", () =>
    {
        Write("Description", problem.Text);
        Write("ValidationCode", problem.Code);
        WritePointer(problem.Pointer);
    });

    public void WriteAmendment(string reasonCode, string pointer) => Group("Amendment", () =>
    {
        Write("ChangeReasonCode", reasonCode);
        WritePointer(pointer);
    });

    public void WriteStatus(string code) => Group("Status", () => Write("NameCode", code));

    public void WriteStatement(string? code, string? text, string type, long? limit) =>
        Group("AdditionalInformation", () =>
        {
            if (limit is { } at)
                WriteInstant("LimitDateTime", at);
            if (code is not null)
                Write("StatementCode", code);
            if (text is not null)
                Write("StatementDescription", text);
            Write("StatementTypeCode", type);
        });

    public void WritePayment(long cents, string guarantee) => Group("DutyTaxFee", () => Group("Payment", () =>
    {
        WriteAmount("PaymentAmount", cents);
        Group("ObligationGuarantee", () => Write("ReferenceID", guarantee));
    }));

    /// <summary>Each tax of each item; base and rate stand there where the law reckons with a rate.</summary>
    public void WriteTaxes(IReadOnlyList<LineRow> lines, IReadOnlyList<CalculationStep> steps) =>
        Group("GoodsShipment", () =>
        {
            var stepsByItem = steps.ToLookup(step => step.ItemNumber);
            foreach (var line in lines)
            {
                Group("GovernmentAgencyGoodsItem", () =>
                {
                    Write("SequenceNumeric", line.Item.ToString(CultureInfo.InvariantCulture));
                    Group("Commodity", () =>
                    {
                        var own = stepsByItem[line.Item].ToList();
                        WriteTax(Duty, line.DutyCents, OneStep(own, DutySteps, line.DutyCents));
                        WriteTax(Vat, line.VatCents, OneStep(own, VatSteps, line.VatCents));
                    });
                });
            }
        });

    public void WriteChanged(IReadOnlyList<LineChange> changes) => Group("GoodsShipment", () =>
    {
        foreach (var line in changes.Select(change => change.Line).OfType<LineRow>().DistinctBy(line => line.Item))
        {
            Group("GovernmentAgencyGoodsItem", () =>
            {
                Write("SequenceNumeric", line.Item.ToString(CultureInfo.InvariantCulture));
                Group("Commodity", () =>
                {
                    Write("Description", line.Description);
                    Group("Classification", () => Write("ID", line.Code.ToString()));
                });
            });
        }
    });

    // The step by a rate that made the whole amount; null where more than one duty, or none by a rate, made it.
    private static CalculationStep? OneStep(List<CalculationStep> steps, string[] codes, long cents) =>
        steps.Find(step => codes.Contains(step.Code) && step.AmountCents == cents);

    private void WriteTax(string type, long cents, CalculationStep? step) => Group("DutyTaxFee", () =>
    {
        // The first value of such a step is its rate, the last its base.
        var isByRate = step is { Arguments.Count: >= 2 };
        if (isByRate)
            WriteEuro("AdValoremTaxBaseAmount", step!.Arguments[^1]);
        WriteAmount("DeductAmount", 0);
        if (isByRate)
            Write("TaxRateNumeric", step!.Arguments[0]);
        Write("TypeCode", type);
        Group("Payment", () =>
        {
            WriteAmount("TaxAssessedAmount", cents);
            WriteAmount("PaymentAmount", cents);
        });
    });

    private void WriteAmount(string name, long cents) => WriteEuro(name, AmountBody.Euro(cents).Amount);

    private void WriteEuro(string name, string amount)
    {
        xml.WriteStartElement(name, space);
        xml.WriteAttributeString("currencyID", "EUR");
        xml.WriteString(amount);
        xml.WriteEndElement();
    }

    private void WritePointer(string? pointer)
    {
        foreach (var step in WcoIds.Steps(pointer))
        {
            Group("Pointer", () =>
            {
                if (step.Sequence > 0)
                    Write("SequenceNumeric", step.Sequence.ToString(CultureInfo.InvariantCulture));
                Write("DocumentSectionCode", step.Section);
                if (step.Tag is { } tag)
                    Write("TagID", tag);
            });
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>Messages about an earlier declaration: what they must hold, and what is made of it.</summary>
public sealed partial class FollowUpTests
{
    private static readonly XNamespace Claim = "urn:wco:datamodel:WCO:WCO_DEC_EDS_AUTHORISATION:1";
    private static readonly string Earlier = Mrn.ForSequence(new DateOnly(2026, 6, 15), 42).ToString();
    private readonly MessageChecker _checker = new();

    [Theory]
    [InlineData("COR", "4", MessageKind.Amendment)]
    [InlineData("INV", "1", MessageKind.Invalidation)]
    [InlineData("INV", "13", MessageKind.Invalidation)]
    [InlineData("RRA", "37", MessageKind.RepaymentOrRemission)]
    [InlineData("GPR", "24", MessageKind.Presentation)]
    [InlineData("SUP", "34", MessageKind.Supplementary)]
    public void Each_kind_is_recognised_and_says_what_it_is_about(string type, string function, MessageKind kind)
    {
        var answer = Check(Message(type, function));
        Assert.Empty(answer.Problems);
        Assert.Equal((kind, DataSet.H7), (answer.Kind, answer.DataSet));
        Assert.Equal(Earlier, answer.MrnText);
        Assert.Equal("REQUEST-1", answer.LrnText);
        Assert.Equal("NL001234567", answer.DeclarantText);
        Assert.Null(answer.Declaration);
        Assert.Equal((kind, Earlier), (answer.FollowUp!.Kind, answer.FollowUp.Mrn.ToString()));
    }

    [Theory]
    [InlineData("COR", "FunctionalReferenceID")]
    [InlineData("COR", "ID")]
    [InlineData("COR", "Amendment/ChangeReasonCode")]
    [InlineData("COR", "Amendment/ChangeReasonText")]
    [InlineData("INV", "FunctionalReferenceID")]
    [InlineData("INV", "ID")]
    [InlineData("INV", "Amendment")]
    [InlineData("RRA", "ID")]
    [InlineData("RRA", "RepaymentRemissionAuthorisation")]
    [InlineData("RRA", "RepaymentRemissionAuthorisation/ApplicationCodeType")]
    [InlineData("RRA", "RepaymentRemissionAuthorisation/ApplicationHolderId")]
    [InlineData("RRA", "RepaymentRemissionAuthorisation/AmountDuty/Amount")]
    [InlineData("RRA", "RepaymentRemissionAuthorisation/AmountDuty/Currency")]
    [InlineData("RRA", "RepaymentRemissionAuthorisation/DutyType")]
    [InlineData("RRA", "RepaymentRemissionAuthorisation/DutyType/UnionCode")]
    [InlineData("RRA", "RepaymentRemissionAuthorisation/DutyType/Amount")]
    [InlineData("RRA", "RepaymentRemissionAuthorisation/LegalBasis")]
    [InlineData("GPR", "ID")]
    [InlineData("SUP", "ID")]
    public void Without_what_its_kind_asks_it_is_rejected_at_that_place(string type, string path)
    {
        var message = Message(type, "4");
        var place = At(message, path);
        place.Parent!.Elements(place.Name).Remove();
        var answer = Check(message);
        Assert.Null(answer.FollowUp);
        var problem = answer.Problems[0];
        Assert.Equal("declarations.element.missing", problem.Code);
        Assert.StartsWith("/Declaration/" + path, problem.Pointer.Replace("[1]", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_for_repayment_is_read_with_its_taxes()
    {
        var claim = Check(Message("RRA", "37")).FollowUp!.Claim!;
        Assert.Equal((ClaimKind.Repayment, 'A'), (claim.Kind, claim.LegalBasis));
        Assert.Equal(Money.Euro(31_250), claim.Amount);
        Assert.Equal([new ClaimedTax("A00", 11_250), new ClaimedTax("B00", 20_000)], claim.Taxes);
        Assert.Equal("NL001234567", claim.Holder.ToString());
        Assert.Equal("The invoice was lowered afterwards", claim.Grounds);
    }

    [Fact]
    public void An_invalidation_may_ask_for_repayment_and_then_asks_whole()
    {
        var message = Message("INV", "1");
        Assert.Null(Check(message).FollowUp!.Claim);
        message.Root!.Add(ClaimOf());
        var answer = Check(message);
        Assert.Equal(("122", "Goods were sent back"), (answer.FollowUp!.ReasonCode, answer.FollowUp.ReasonText));
        Assert.NotNull(answer.FollowUp.Claim);
        At(message, "RepaymentRemissionAuthorisation/LegalBasis").Remove();
        Assert.Null(Check(message).FollowUp);
    }

    [Fact]
    public void What_is_asked_is_the_sum_of_its_taxes()
    {
        var message = Message("RRA", "37");
        At(message, "RepaymentRemissionAuthorisation/AmountDuty/Amount").Value = "312.51";
        var answer = Check(message);
        Assert.Null(answer.FollowUp);
        Assert.Equal("declarations.claim.total-differs", Assert.Single(answer.Problems).Code);
    }

    [Theory]
    [InlineData("26NL000000000042R", "declarations.mrn.form")]
    [InlineData("2XNL000000000042R4", "declarations.mrn.form")]
    [InlineData("26NL000000000042R6", "declarations.mrn.check-digit")]
    public void A_wrong_number_of_the_earlier_declaration_is_named(string mrn, string code)
    {
        var message = Message("GPR", "24");
        At(message, "ID").Value = mrn;
        var answer = Check(message);
        Assert.Null(answer.FollowUp);
        var problem = Assert.Single(answer.Problems);
        Assert.Equal((code, "/Declaration/ID"), (problem.Code, problem.Pointer));
        Assert.Equal(mrn, problem.Arguments[0]);
        Assert.Equal(mrn, answer.MrnText);
    }

    [Fact]
    public void A_reason_that_no_list_knows_is_judged_by_its_words()
    {
        var message = Message("COR", "13");
        At(message, "Amendment/ChangeReasonCode").Value = "32";
        var answer = Check(message);
        Assert.Equal("32", answer.FollowUp!.ReasonCode);
        var problem = Assert.Single(answer.Problems);
        Assert.Equal(("declarations.reason.code-unknown", Severity.Warn), (problem.Code, problem.Severity));
    }

    [Fact]
    public void A_cancellation_in_the_enveloped_shape_gives_its_reason_as_additional_information()
    {
        var message = Message("INV", "13");
        At(message, "Amendment/ChangeReasonText").Remove();
        message.Root!.Add(
            new XElement(SampleMessages.Wco + "AdditionalInformation",
                new XElement(SampleMessages.Wco + "StatementDescription", "Lodged twice by mistake"),
                new XElement(SampleMessages.Wco + "StatementTypeCode", "AES")));
        Assert.Equal("Lodged twice by mistake", Check(message).FollowUp!.ReasonText);
    }

    [Fact]
    public void Its_goods_are_not_looked_at_until_they_are_checked_as_content()
    {
        var amendment = XDocument.Parse(SampleMessages.H7);
        SampleMessages.At(amendment, "TypeCode").Value = "COR";
        SampleMessages.At(amendment, "FunctionalReferenceID").AddAfterSelf(
            new XElement(SampleMessages.Wco + "ID", Earlier));
        amendment.Root!.Add(Reason("5", "Weight corrected"));
        Assert.Equal("5", Check(amendment).FollowUp!.ReasonCode);
        var content = CheckContent(amendment);
        Assert.Equal("CP123456789NL", content.Declaration!.TransportDocument);
        Assert.Equal('A', content.Declaration.AdditionalType);
        Assert.Empty(content.Problems);
        SampleMessages.At(amendment, "GoodsShipment/GovernmentAgencyGoodsItem[2]/Commodity/Description").Remove();
        Assert.NotNull(Check(amendment).FollowUp);
        Assert.Equal("18 05 001 000", Assert.Single(CheckContent(amendment).Problems).DataElement);
    }

    [Fact]
    public void Official_messages_of_each_kind_are_understood_once_their_number_is_filled_in()
    {
        var folder = Shared.Require("data/messages");
        var seen = new HashSet<MessageKind>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories))
        {
            var message = Placeholder().Replace(
                File.ReadAllText(file).Replace("{{MRN}}", Earlier, StringComparison.Ordinal), "DK12345678");
            if (file.Contains("hmrc", StringComparison.Ordinal))
                message = OtherMrn().Replace(message, $"$1{Earlier}<");
            var answer = _checker.Check(SampleMessages.Utf8(message), SampleMessages.Law);
            if (answer.Kind is not (>= MessageKind.Supplementary and <= MessageKind.Presentation))
                continue;
            Assert.True(answer.FollowUp is not null, file + string.Join(", ", answer.Problems));
            Assert.Equal(Earlier, answer.FollowUp.Mrn.ToString());
            seen.Add(answer.Kind);
        }

        Assert.Equal(5, seen.Count);
    }

    private CheckedMessage Check(XDocument message) =>
        _checker.Check(SampleMessages.Bytes(message), SampleMessages.Law);

    private CheckedMessage CheckContent(XDocument message) =>
        _checker.CheckContent(SampleMessages.Bytes(message), SampleMessages.Law, DataSet.H7, 'A');

    private static XElement At(XDocument message, string path)
    {
        var at = message.Root!;
        foreach (var step in path.Split('/'))
            at = at.Elements().First(element => element.Name.LocalName == step);
        return at;
    }

    private static XDocument Message(string type, string function)
    {
        var wco = SampleMessages.Wco;
        var root = new XElement(wco + "Declaration",
            new XElement(wco + "FunctionCode", function),
            new XElement(wco + "ProcedureCategory", "H7"),
            new XElement(wco + "FunctionalReferenceID", "REQUEST-1"),
            new XElement(wco + "ID", Earlier),
            new XElement(wco + "TypeCode", type),
            new XElement(wco + "Declarant", new XElement(wco + "ID", "NL001234567")));
        if (type is "COR" or "INV")
            root.Add(Reason(type == "COR" ? "5" : "122", "Goods were sent back"));
        if (type is "RRA")
            root.Add(ClaimOf());
        return new XDocument(root);
    }

    private static XElement Reason(string code, string text) => new(
        SampleMessages.Wco + "Amendment",
        new XElement(SampleMessages.Wco + "ChangeReasonCode", code),
        new XElement(SampleMessages.Wco + "ChangeReasonText", text));

    private static XElement ClaimOf() => new(
        SampleMessages.Wco + "RepaymentRemissionAuthorisation",
        new XElement(Claim + "ApplicationCodeType", "REP"),
        new XElement(Claim + "ApplicationHolderId", "NL001234567"),
        new XElement(Claim + "AmountDuty",
            new XElement(Claim + "Currency", "EUR"), new XElement(Claim + "Amount", "312.5")),
        Tax("A00", "112.50"),
        Tax("B00", "200"),
        new XElement(Claim + "LegalBasis", "A"),
        new XElement(Claim + "TraderGroundsDescription", "The invoice was lowered afterwards"));

    private static XElement Tax(string type, string amount) => new(
        Claim + "DutyType", new XElement(Claim + "UnionCode", type), new XElement(Claim + "Amount", amount));

    [GeneratedRegex(@"\{\{\w+\}\}+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(<ID>\s*)\d\d[A-Z]{2}[A-Z0-9]{14}\s*<")]
    private static partial Regex OtherMrn();
}

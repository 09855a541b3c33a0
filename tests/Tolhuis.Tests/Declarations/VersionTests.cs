// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;

namespace Tolhuis.Tests.Declarations;

/// <summary>Old and new message version side by side, per declarant; and what only warns or is only told.</summary>
public sealed class VersionTests
{
    private const string Item = "GoodsShipment/GovernmentAgencyGoodsItem[1]/";
    private static readonly LawOfTheDay August = LawEdition.BuiltIn.On(new DateOnly(2026, 8, 3));
    private static readonly LawOfTheDay November = LawEdition.BuiltIn.On(new DateOnly(2026, 11, 2));
    private readonly MessageChecker _checker = new();

    [Fact]
    public void Product_identifiers_are_elements_in_version_7_and_unknown_in_version_6()
    {
        var message = WithIdentifiers(2);
        var old = _checker.Check(SampleMessages.Bytes(message), November);
        Assert.Equal(6, old.MessageVersion);
        Assert.Equal(4, old.Problems.Count(p => p.Code == "declarations.element.not-in-column"));
        var answer = _checker.Check(SampleMessages.Bytes(message), November, new Agreed(7));
        Assert.Empty(answer.Problems);
        Assert.Equal((7, 7), (answer.MessageVersion, answer.Declaration!.MessageVersion));
        Assert.Equal(
            [
                new Reference(ReferenceKind.Supporting, "9PIM", "SKU-1"),
                new Reference(ReferenceKind.Supporting, "9PIF", "PART-1"),
            ],
            answer.Declaration.Lines[0].References);
    }

    [Fact]
    public void Product_identifiers_are_needed_at_every_distance_sale_from_1_November()
    {
        var message = SampleMessages.Bytes(WithIdentifiers(1));
        Assert.Empty(_checker.Check(message, August, new Agreed(7)).Problems);
        var answer = _checker.Check(message, November, new Agreed(7));
        Assert.Null(answer.Declaration);
        Assert.Equal(
            ["MerchantID", "ManufacturerID"],
            answer.Problems.Where(p => p.Severity == Severity.Reject)
                .OrderByDescending(p => p.Pointer, StringComparer.Ordinal)
                .Select(p => p.Pointer[(p.Pointer.LastIndexOf('/') + 1)..]));
        Assert.All(answer.Problems, p => Assert.Contains("Item[2]", p.Pointer, StringComparison.Ordinal));
    }

    [Fact]
    public void A_supplement_is_checked_by_the_law_of_the_day_of_acceptance_that_it_declares()
    {
        var document = XDocument.Parse(SampleMessages.H1);
        SampleMessages.At(document, "TypeCode").Value = "IMY";
        SampleMessages.At(document, Item + "GovernmentProcedure[2]/CurrentCode").Value = "C07";
        var date = new XElement(SampleMessages.Wco + "AcceptanceDateTime", "20260630");
        document.Root!.Add(date, new XElement(
            SampleMessages.Wco + "Authorisation",
            new XElement(SampleMessages.Wco + "ID", "NLSDE0001"), new XElement(SampleMessages.Wco + "Type", "C512")));
        var july = LawEdition.BuiltIn.On(new DateOnly(2026, 7, 8));
        Assert.DoesNotContain(
            _checker.Check(SampleMessages.Bytes(document), july).Problems, p => p.DataElement == "11 10 001 000");
        date.Value = "20260701";
        Assert.Contains(
            _checker.Check(SampleMessages.Bytes(document), july).Problems,
            p => p is { DataElement: "11 10 001 000", Severity: Severity.Reject });
    }

    [Fact]
    public void A_code_whose_kind_is_not_said_is_told_and_not_lost()
    {
        var document = XDocument.Parse(SampleMessages.H1);
        var commodity = SampleMessages.At(document, Item + "Commodity");
        commodity.Add(new XElement(
            SampleMessages.Wco + "Classification", new XElement(SampleMessages.Wco + "ID", "C490")));
        Assert.Contains(
            _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Problems,
            p => p.Code == "declarations.element.not-in-column"
                && p.Pointer.EndsWith("Classification[4]/ID", StringComparison.Ordinal));
    }

    [Fact]
    public void A_version_that_is_not_taken_on_the_day_is_refused_with_the_ones_that_are()
    {
        var answer = _checker.Check(SampleMessages.Utf8(SampleMessages.H7), SampleMessages.Law, new Agreed(7));
        Assert.Null(answer.Declaration);
        var problem = Assert.Single(answer.Problems);
        Assert.Equal("declarations.message.version-not-taken", problem.Code);
        Assert.Equal(["7", "6"], problem.Arguments);
    }

    [Fact]
    public void What_the_law_of_presentation_decides_only_warns_before_it()
    {
        var document = XDocument.Parse(SampleMessages.H7);
        SampleMessages.At(document, Item + "Commodity/InvoiceLine/ItemChargeAmount").Value = "250";
        Assert.Null(_checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Declaration);
        SampleMessages.At(document, "TypeCode").Value = "IMD";
        var answer = _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law);
        Assert.Equal('D', answer.Declaration!.AdditionalType);
        Assert.Contains(answer.Problems, p => p is { Code: "declarations.value.above-limit", Severity: Severity.Warn });
        var presented = _checker.CheckContent(SampleMessages.Bytes(document), SampleMessages.Law, DataSet.H7, 'A');
        Assert.Null(presented.Declaration);
        SampleMessages.At(document, Item + "Commodity/Description").Remove();
        Assert.Null(_checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Declaration);
    }

    [Fact]
    public void The_location_of_the_goods_is_needed_once_they_are_presented()
    {
        var document = XDocument.Parse(SampleMessages.H7);
        SampleMessages.At(document, "GoodsShipment/Consignment/GoodsLocation").Remove();
        SampleMessages.At(document, "TypeCode").Value = "IMD";
        Assert.Empty(_checker.Check(SampleMessages.Bytes(document), SampleMessages.Law).Problems);
        var presented = _checker.CheckContent(SampleMessages.Bytes(document), SampleMessages.Law, DataSet.H7, 'A');
        Assert.Equal("16 15 000 000", Assert.Single(presented.Problems).DataElement);
    }

    [Fact]
    public void What_stands_outside_the_column_is_named_at_most_20_times_and_never_rejects()
    {
        var document = XDocument.Parse(SampleMessages.H7);
        var wco = SampleMessages.Wco;
        SampleMessages.At(document, "GoodsShipment").Add(
            new XElement(wco + "Seller", new XElement(wco + "Name", "Seller"), new XElement(wco + "ID", "CN1")),
            new XElement(wco + "Curiosity", "1"));
        var answer = _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law);
        Assert.NotNull(answer.Declaration);
        Assert.Equal(
            [("13 08 000 000", "/Declaration/GoodsShipment/Seller"), ("", "/Declaration/GoodsShipment/Curiosity")],
            answer.Problems.Where(p => p.Code == "declarations.element.not-in-column")
                .Select(p => (p.DataElement, p.Pointer)));
        Assert.All(answer.Problems, p => Assert.Equal(Severity.Warn, p.Severity));
        for (var i = 0; i < 50; i++)
            SampleMessages.At(document, "GoodsShipment").Add(new XElement(wco + $"Curiosity{i}"));
        answer = _checker.Check(SampleMessages.Bytes(document), SampleMessages.Law);
        Assert.NotNull(answer.Declaration);
        Assert.Equal(20, answer.Problems.Count(p => p.Code == "declarations.element.not-in-column"));
    }

    private static XDocument WithIdentifiers(int items)
    {
        // After the relief: distance sales without C07.
        var document = XDocument.Parse(SampleMessages.H7);
        document.Descendants(SampleMessages.Wco + "CurrentCode").Where(code => code.Value == "C07").ToList()
            .ForEach(code => code.Parent!.Remove());
        for (var item = 1; item <= items; item++)
        {
            SampleMessages.At(document, $"GoodsShipment/GovernmentAgencyGoodsItem[{item}]/Commodity").Add(
                new XElement(SampleMessages.Wco + "ProductIdentifier",
                    new XElement(SampleMessages.Wco + "MerchantID", $"SKU-{item}"),
                    new XElement(SampleMessages.Wco + "ManufacturerID", $"PART-{item}")));
        }

        return document;
    }

    private sealed class Agreed(int version) : IMessageVersions
    {
        public bool HasAny => true;

        public int? AgreedWith(Eori declarant, DateOnly day) =>
            declarant.ToString() == "NL001234567" ? version : null;
    }
}

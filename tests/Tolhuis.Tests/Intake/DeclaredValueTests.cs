// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Declarations;
using Tolhuis.Tests.Tariff;
using Xunit;

namespace Tolhuis.Tests.Intake;

/// <summary>From a message to what its lines owe: the elements that make the value, the origin and the count.</summary>
public sealed class DeclaredValueTests
{
    private const string Item = "GoodsShipment/GovernmentAgencyGoodsItem";
    private static readonly XNamespace Wco = SampleMessages.Wco;

    [Theory]
    [InlineData(Item + "/CustomsValuation", true)]
    [InlineData(Item + "/CustomsValuation", false)]
    [InlineData("GoodsShipment", true)]
    public void Transport_added_to_a_price_is_in_the_duty(string place, bool hasCurrency)
    {
        var message = Shirts();
        SampleMessages.At(message, place).Add(
            place == "GoodsShipment" ? El("CustomsValuation", Charge(hasCurrency)) : Charge(hasCurrency));

        // 12 % of 1,000.00 and 500.00; without a currency of its own the amount has that of the invoice.
        Assert.Equal(new LineTax(true, 150_000, 18_000, 35_280), Assert.Single(Weigh(Read(message))));
    }

    [Fact]
    public void Freight_that_the_column_H1_does_not_ask_is_not_used_and_the_trader_is_told()
    {
        var message = Shirts();
        SampleMessages.At(message, "GoodsShipment/Consignment").Add(
            El("Freight", new XElement(Wco + "rate", new XAttribute("currencyID", "EUR"), "500")));
        var read = new MessageChecker().Check(SampleMessages.Bytes(message), SampleMessages.Law);

        Assert.Contains(read.Problems, problem =>
            problem.Code == "declarations.element.not-in-column" && problem.DataElement.StartsWith("14 15", default));
        Assert.Null(read.Declaration!.Freight);
        Assert.Equal(new LineTax(true, 100_000, 12_000, 23_520), Assert.Single(Weigh(read.Declaration)));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("6", false)]
    public void Only_the_transaction_value_is_calculated(string method, bool isDetermined)
    {
        var message = Shirts();
        SampleMessages.At(message, Item + "/CustomsValuation/MethodCode").Value = method;
        Assert.Equal(isDetermined, Assert.Single(Weigh(Read(message))).IsDetermined);
    }

    [Theory]
    [InlineData("GB", "GB", true)]
    [InlineData("2020", "2020", false)]
    [InlineData("CN", "CN", false)]
    public void A_preference_goes_by_the_preferential_origin_of_the_message(
        string declared, string read, bool isDetermined)
    {
        var message = Shirts();
        SampleMessages.At(message, Item + "/Commodity/DutyTaxFee/DutyRegimeCode").Value = "300";
        SampleMessages.At(message, Item + "/Origin").AddAfterSelf(
            El("Origin", El("CountryCode", declared), El("TypeCode", "2")));
        SampleMessages.At(message, Item).Add(El("SupportingDocument", El("ID", "A 1"), El("TypeCode", "U116")));

        var declaration = Read(message);

        Assert.Equal(read, declaration.Lines[0].PreferentialOrigin);
        Assert.Equal("CN", declaration.Lines[0].Origin.ToString());
        Assert.Equal(isDetermined, Assert.Single(Weigh(declaration)).IsDetermined);
    }

    [Theory]
    [InlineData("hs6", 300, 0)]
    [InlineData("hs6-description-origin-identifier", 300, 300)]
    public void Identifiers_of_the_merchant_count_apart_under_the_key_that_says_so(string key, long first, long second)
    {
        var message = XDocument.Parse(SampleMessages.H7);
        message.Descendants(Wco + "CurrentCode").Where(code => code.Value == "C07").ToList()
            .ForEach(code => code.Parent!.Remove());
        message.Descendants(Wco + "Description").ToList().ForEach(text => text.Value = "Lens");
        foreach (var code in message.Descendants(Wco + "Classification").Elements(Wco + "ID"))
            code.Value = "900211";
        for (var i = 1; i <= 2; i++)
            SampleMessages.At(message, $"{Item}[{i}]").Add(
                El("SupportingDocument", El("ID", $"SKU-{i}"), El("TypeCode", "9PIM")));
        var law = LowValueDutyTests.WithSetting("flat-duty-counting-key", "hs6", key).On(new DateOnly(2026, 7, 1));
        var declaration = new MessageChecker().Check(SampleMessages.Bytes(message), law).Declaration!;

        Assert.Equal([first, second], Preparation.Weigh(declaration, law).Taxes.Select(tax => tax.DutyCents));
    }

    [Fact]
    public void Units_that_are_missing_are_told_with_the_answer()
    {
        var message = Shirts();
        var codes = SampleMessages.At(message, Item + "/Commodity").Elements(Wco + "Classification").ToList();
        (codes[0].Element(Wco + "ID")!.Value, codes[1].Element(Wco + "ID")!.Value) = ("910211", "00");
        var lacking = Preparation.Weigh(Read(message), SampleMessages.Law).Lacking;
        Assert.Equal(("tariff.units.needed", Severity.Manual), Assert.Single(lacking) is var only
            ? (only.Code, only.Severity)
            : default);
    }

    private static XDocument Shirts()
    {
        var message = XDocument.Parse(SampleMessages.H1);
        var codes = SampleMessages.At(message, Item + "/Commodity").Elements(Wco + "Classification").ToList();
        (codes[0].Element(Wco + "ID")!.Value, codes[2].Element(Wco + "ID")!.Value) = ("610910", "10");
        SampleMessages.At(message, "InvoiceAmount").Value = "1000";
        SampleMessages.At(message, Item + "/StatisticalValueAmount").Value = "1000";
        SampleMessages.At(message, Item + "/Commodity/InvoiceLine/ItemChargeAmount").Value = "1000";
        SampleMessages.At(message, Item + "/Origin/CountryCode").Value = "CN";
        return message;
    }

    private static XElement Charge(bool hasCurrency) => El(
        "ChargeDeduction",
        El("ChargesTypeCode", "AK"),
        new XElement(
            Wco + "OtherChargeDeductionAmount", hasCurrency ? new XAttribute("currencyID", "EUR") : null, "500"));

    private static XElement El(string name, params object[] content) => new(Wco + name, content);

    private static Declaration Read(XDocument message)
    {
        var read = new MessageChecker().Check(SampleMessages.Bytes(message), SampleMessages.Law);
        return read.Declaration
            ?? throw new InvalidOperationException(string.Join(", ", read.Problems.Select(problem => problem.Code)));
    }

    private static LineTax[] Weigh(Declaration declaration) =>
        Preparation.Weigh(declaration, SampleMessages.Law).Taxes;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Tariff.Contract;
using static Tolhuis.Tests.Declarations.RuleCase;

namespace Tolhuis.Tests.Declarations;

/// <summary>A case for every rule, by the problem that it gives.</summary>
internal static partial class RuleCases
{
    private const string Procedure = Item + "/GovernmentProcedure";
    private const string Hs6 = Item + "/Commodity/Classification/ID";
    private const string Amount = Item + "/Commodity/InvoiceLine/ItemChargeAmount";

    private static RuleCase H7(string code) => new(code, SampleMessages.H7);

    private static RuleCase H1(string code) => new(code, SampleMessages.H1);

    private static LawEdition ByLine { get; } = LawEdition.BuiltIn.With(2, [LawEdition.ParseTable(
        "tariff.settings",
        Encoding.UTF8.GetBytes(Csv().Replace("flat-duty-counting-key,hs6,", "flat-duty-counting-key,line,",
            StringComparison.Ordinal)))]);

    public static IReadOnlyList<RuleCase> All { get; } = [.. OfLowValue(), .. OfParties(), .. OfFull(), .. OfPapers()];

    private static string Csv() => string.Join('\n', [
        "name,value,valid_from,valid_until,ground",
        .. LawEdition.BuiltIn.Table("tariff.settings").Select(row =>
            $"{row["name"]},{row["value"]},{row["valid_from"]},{row["valid_until"]},\"{row["ground"]}\""),
        "",
    ]);

    private static RuleCase Identified(RuleCase rule) => rule.On(2026, 11, 2).RemoveProcedure("C07")
        .AddDocument(Item, "9PIM", "SKU-1").AddDocument(Item, "9PIF", "GTIN-1")
        .AddDocument(Item2, "9PIM", "SKU-2").AddDocument(Item2, "9PIF", "GTIN-2");

    private static IEnumerable<RuleCase> OfLowValue() =>
    [
        H7("declarations.procedure.not-in-h7").Then().Set(Procedure + "[1]/CurrentCode", "42"),
        H7("declarations.additional-procedure.not-in-h7").Then().Set(Procedure + "[2]/CurrentCode", "F15"),
        H7("declarations.additional-procedure.not-together").WithoutIoss()
            .Then().Add(Item, "<GovernmentProcedure><CurrentCode>C08</CurrentCode></GovernmentProcedure>"),
        H7("declarations.additional-procedure.twice")
            .Then().Add(Item, "<GovernmentProcedure><CurrentCode>C07</CurrentCode></GovernmentProcedure>"),
        H7("declarations.commodity.chapter-not-in-h7").Then().Set(Hs6, "990500"),
        H7("declarations.commodity.not-in-h7").Then().Set(Hs6, "930190"),
        H7("declarations.excise.in-h7").WithoutIoss().Then().Set(Hs6, "220421"),
        H7("declarations.excise.with-vat-scheme").Then().Set(Hs6, "220421"),
        H7("declarations.importer.other-member-state").WithoutIoss()
            .Then().Set("GoodsShipment/Importer/Address/CountryCode", "BE"),
        H7("declarations.gift.with-vat-scheme").AsGift()
            .Then().Add(Item, "<GovernmentProcedure><CurrentCode>F49</CurrentCode></GovernmentProcedure>"),
        H7("declarations.gift.above-limit").AsGift().Then().Set(Amount, "37.51"),
        H7("declarations.gift.quantity-missing").AsGift().Set(Hs6, "220421")
            .Add(Item + "/Commodity", "<GoodsMeasure><TariffQuantity>1</TariffQuantity></GoodsMeasure>")
            .Then().Remove(Item + "/Commodity/GoodsMeasure"),
        H7("declarations.gift.with-vat-number").AsGift().Then().AddFiscal("FR1", "NL001234567B01"),
        H7("declarations.supplementary-units.without-gift").Then()
            .Add(Item + "/Commodity", "<GoodsMeasure><TariffQuantity>2</TariffQuantity></GoodsMeasure>"),
        H7("declarations.ioss.number-missing").Then().Remove("GoodsShipment/DomesticDutyTaxParty"),
        H7("declarations.ioss.without-procedure").Then().RemoveProcedure("F48"),
        H7("declarations.ioss.not-every-item").Then().Remove(Item2 + "/GovernmentProcedure[3]"),
        H7("declarations.ioss.form").Then().Set("GoodsShipment/DomesticDutyTaxParty/ID", "IM5279999999"),
        H7("declarations.ioss.two-numbers").Then().AddFiscal("FR5", "IM5280000025"),
        H7("declarations.ioss.importer-outside-union").Then().Set("GoodsShipment/Importer/Address/CountryCode", "CH"),
        H7("declarations.special-arrangement.taxable-person").ReplaceProcedure("F48", "F49")
            .Remove("GoodsShipment/DomesticDutyTaxParty").Then().AddFiscal("FR1", "NL001234567B01"),
        H7("declarations.special-arrangement.holder-without").ReplaceProcedure("F48", "F49")
            .Set("GoodsShipment/DomesticDutyTaxParty/RoleCode", "FR4").Then().RemoveProcedure("F49"),
        H7("declarations.value.not-convertible").Then().SetAttribute(Amount, "currencyID", "XPF"),
        H7("declarations.value.above-limit").Then().Set(Amount, "142.51"),
        H7("declarations.value.zero").Then().Set(Amount, "0.00"),
        H1("declarations.distance-sale.above-limit").ReplaceProcedure("000", "F48").AddFiscal("FR5", "IM5280000017")
            .Set(Amount, "150").Then().Set(Amount, "150.01"),
        Identified(H7("declarations.product-identifier.merchant-missing"))
            .Then().Remove(Item2 + "/SupportingDocument[1]"),
        Identified(H7("declarations.product-identifier.manufacturer-missing"))
            .Then().Remove(Item + "/SupportingDocument[2]"),
        Identified(H7("declarations.counting.products-together")).Then().AddDocument(Item, "9PIM", "SKU-3"),
        H7("declarations.counting.over-grouped").On(2026, 7, 1).RemoveProcedure("C07")
            .Then().Set(Item2 + "/Commodity/Classification/ID", "610910"),
        H7("declarations.counting.under-grouped").Under(ByLine, 2026, 7, 1).RemoveProcedure("C07")
            .Set(Item2 + "/Commodity/Classification/ID", "610910")
            .Then().Set(Item2 + "/Commodity/Description", "cotton T-shirt, men, size L"),
    ];

    private static IEnumerable<RuleCase> OfParties() =>
    [
        H7("declarations.lrn.form").Then().Set("FunctionalReferenceID", "WEB-2026-€"),
        H1("declarations.party.number-form").Then().Set("Declarant/ID", "12345"),
        H1("declarations.party.number-not-of-union").Then().Set("Declarant/ID", "BR009876543"),
        H1("declarations.representation.same-person").Add("", Agent("NL001234568", 2))
            .Then().Set("Agent/ID", "NL009876543"),
        H1("declarations.representation.not-declarant").Add("", Agent("NL009876543", 3))
            .Then().Set("Agent/ID", "NL001234568"),
        H1("declarations.party.number-and-address").Then().Add("Declarant", "<Name>Koffie BV</Name>"),
        H1("declarations.party.identity-false")
            .Add("GoodsShipment", "<AdditionalInformation><StatementCode>00500</StatementCode></AdditionalInformation>")
            .Then().Set("GoodsShipment/Importer/ID", "NL001234568"),
        H1("declarations.party.seller-is-buyer").Add("GoodsShipment", "<Seller><ID>BR1234567</ID></Seller>")
            .Add("GoodsShipment", "<Buyer><ID>NL009876543</ID></Buyer>")
            .Then().Set("GoodsShipment/Seller/ID", "NL009876543"),
        H7("declarations.commodity.form").Then().Set(Hs6, "61O910"),
        H7("declarations.item.number-twice").Then().Set(Item + "/SequenceNumeric", "2"),
        H7("declarations.item.number-gap").Then().Set(Item2 + "/SequenceNumeric", "3"),
        H7("declarations.description.vague").Then().Set(Item + "/Commodity/Description", "Gifts."),
        H7("declarations.package.none-counted").Set(Item + "/Packaging/QuantityQuantity", "0")
            .Then().Set(Item2 + "/Packaging/QuantityQuantity", "0"),
    ];

    private static string Agent(string id, int status) =>
        $"<Agent><ID>{id}</ID><FunctionCode>{status}</FunctionCode></Agent>";
}

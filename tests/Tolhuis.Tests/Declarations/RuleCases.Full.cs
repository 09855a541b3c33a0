// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using static Tolhuis.Tests.Declarations.RuleCase;

namespace Tolhuis.Tests.Declarations;

internal static partial class RuleCases
{
    private const string Preference = Item + "/Commodity/DutyTaxFee/DutyRegimeCode";
    private const string Consignment = "GoodsShipment/Consignment";
    private const string Guarantee = "ObligationGuarantee";

    private static RuleCase Onward(string code) => H1(code).Set(Procedure + "[1]/CurrentCode", "42")
        .Set("GoodsShipment/Destination/CountryCode", "DE")
        .AddFiscal("FR1", "NL001234567B01").AddFiscal("FR2", "DE123456789");

    private static RuleCase EndUse(RuleCase rule) => rule.Set(Procedure + "[1]/CurrentCode", "44")
        .Add("", "<Authorisation><ID>NLEUS0000123</ID><Type>EUS</Type></Authorisation>");

    private static RuleCase Preferential(string code) => H1(code).Set(Preference, "300")
        .Add(Item, "<Origin><CountryCode>CO</CountryCode><TypeCode>2</TypeCode></Origin>")
        .AddDocument(Item, "N954", "A 12345");

    private static RuleCase Quota(string code) => H1(code).Set(Preference, "120")
        .Add(Item + "/Commodity/DutyTaxFee", "<QuotaOrderID>090001</QuotaOrderID>");

    private static RuleCase Contained(string code) => H1(code).Set(Consignment + "/ContainerCode", "1")
        .Add(Consignment, "<TransportEquipment><ID>CSQU3054383</ID></TransportEquipment>");

    private static RuleCase Guaranteed(RuleCase rule) => rule.Add("",
        "<ObligationGuarantee><SecurityDetailsCode>1</SecurityDetailsCode>"
        + "<ReferenceID>26NL0000510000010</ReferenceID>"
        + "<AmountAmount currencyID=\"EUR\">500</AmountAmount></ObligationGuarantee>");

    private static RuleCase Supplementary(string code) => H1(code).OfType('Y')
        .Add("", "<AcceptanceDateTime><DateTimeString>20260630</DateTimeString></AcceptanceDateTime>");

    private static IEnumerable<RuleCase> OfFull() =>
    [
        H1("declarations.procedure.combination").Then().Set(Procedure + "[1]/PreviousCode", "40"),
        H1("declarations.additional-procedure.not-with-procedure").Then().Set(Procedure + "[2]/CurrentCode", "F01"),
        H1("declarations.additional-procedure.none-and-other")
            .Then().Add(Item, "<GovernmentProcedure><CurrentCode>F15</CurrentCode></GovernmentProcedure>"),
        H1("declarations.warehouse.missing").Set(Procedure + "[1]/PreviousCode", "71")
            .Add("GoodsShipment", "<Warehouse><ID>NLCW10000123</ID><TypeCode>R</TypeCode></Warehouse>")
            .Then().Remove("GoodsShipment/Warehouse"),
        H1("declarations.destination.outside-union").Then().Set("GoodsShipment/Destination/CountryCode", "CH"),
        Supplementary("declarations.acceptance.form").Then().Set("AcceptanceDateTime/DateTimeString", "30 June 2026"),
        Supplementary("declarations.acceptance.in-future")
            .Then().Set("AcceptanceDateTime/DateTimeString", "2026-07-01"),
        H1("declarations.acceptance.not-supplementary").Then()
            .Add("", "<AcceptanceDateTime><DateTimeString>20260630</DateTimeString></AcceptanceDateTime>"),
        Onward("declarations.fiscal.customer-missing").Then().Remove("GoodsShipment/DomesticDutyTaxParty[2]"),
        Onward("declarations.fiscal.importer-missing").Then().Remove("GoodsShipment/DomesticDutyTaxParty[1]"),
        Onward("declarations.fiscal.customer-same-state")
            .Then().Set("GoodsShipment/DomesticDutyTaxParty[2]/ID", "NL123456789B01"),
        Onward("declarations.fiscal.destination-same-state").Then().Set("GoodsShipment/Destination/CountryCode", "NL"),
        Onward("declarations.fiscal.number-form").Then().Set("GoodsShipment/DomesticDutyTaxParty[1]/ID", "XX123456789"),
        H1("declarations.authorisation.reference-missing")
            .Add("", "<Authorisation><ID>NLDPO0000123</ID><Type>C506</Type></Authorisation>")
            .Then().Remove("Authorisation/ID"),
        H1("declarations.tax.type-missing").Then()
            .Add(Item + "/Commodity/DutyTaxFee", "<Payment><MethodCode>E</MethodCode></Payment>"),
        EndUse(H1("declarations.authorisation.missing")).Then().Remove("Authorisation"),
        H1("declarations.authorisation.simplified-missing").OfType('C')
            .Add("", "<Authorisation><ID>NLSDE0000123</ID><Type>C512</Type></Authorisation>")
            .Then().Remove("Authorisation"),
        Supplementary("declarations.authorisation.records-missing").OfType('Z')
            .Add("", "<Authorisation><ID>NLEIR0000123</ID><Type>C514</Type></Authorisation>")
            .Then().Remove("Authorisation"),
        Preferential("declarations.preference.origin-missing").Then().Remove(Item + "/Origin[2]"),
        Preferential("declarations.preference.proof-missing").Then().Remove(Item + "/SupportingDocument"),
        Preferential("declarations.preference.origin-form").Then().Set(Item + "/Origin[2]/CountryCode", "C1"),
        Quota("declarations.quota.order-number-missing").Then().Remove(Item + "/Commodity/DutyTaxFee/QuotaOrderID"),
        Quota("declarations.quota.without-preference").Then().Set(Preference, "100"),
        Quota("declarations.quota.form").Then().Set(Item + "/Commodity/DutyTaxFee/QuotaOrderID", "080001"),
        EndUse(H1("declarations.preference.without-end-use")).Set(Preference, "140")
            .Then().Set(Procedure + "[1]/CurrentCode", "40"),
        H1("declarations.mass.net-above-gross")
            .Then().Set(Item + "/Commodity/GoodsMeasure/NetNetWeightMeasure", "1000.000001"),
        H1("declarations.mass.total-below-items")
            .Add("GoodsShipment", "<GoodsMeasure><GrossMassMeasure>1000</GrossMassMeasure></GoodsMeasure>")
            .Then().Set("GoodsShipment/GoodsMeasure/GrossMassMeasure", "999.9"),
        H1("declarations.mass.zero").Then().Set(Item + "/Commodity/GoodsMeasure/NetNetWeightMeasure", "0"),
        H1("declarations.package.bulk-counted").Then().Set(Item + "/Packaging/TypeCode", "VL"),
        Contained("declarations.container.number-missing").Then().Remove(Consignment + "/TransportEquipment"),
        Contained("declarations.container.not-indicated").Then().Set(Consignment + "/ContainerCode", "0"),
        Contained("declarations.container.form").Then().Set(Consignment + "/TransportEquipment/ID", "CSQU3054384"),
        H1("declarations.transport.document-mode").Then().Set(Consignment + "/BorderTransportMeans/ModeCode", "4"),
        H1("declarations.transport.identity-parts").Add(Consignment,
                "<ArrivalTransportMeans><IdentificationTypeCode>10</IdentificationTypeCode><ID>9321483</ID>"
                + "</ArrivalTransportMeans>")
            .Then().Remove(Consignment + "/ArrivalTransportMeans/IdentificationTypeCode"),
        H1("declarations.transport.nationality-missing").Then()
            .Remove(Consignment + "/BorderTransportMeans/RegistrationNationalityCode"),
        H1("declarations.transport.nationality-needless")
            .Then().Set(Consignment + "/BorderTransportMeans/ModeCode", "2"),
        Guaranteed(H1("declarations.guarantee.not-for-import")).Then().Set(Guarantee + "/SecurityDetailsCode", "J"),
        Guaranteed(H1("declarations.guarantee.reference-missing")).Then().Remove(Guarantee + "/ReferenceID"),
        Guaranteed(H1("declarations.guarantee.grn-form")).Then().Set(Guarantee + "/ReferenceID", "26NL0000510000014"),
        Guaranteed(H1("declarations.guarantee.amount-currency")).Then()
            .SetAttribute(Guarantee + "/AmountAmount", "currencyID", null),
        Guaranteed(EndUse(H1("declarations.guarantee.missing"))).Then().Remove(Guarantee),
    ];

    private static RuleCase Deferred(string code) => H1(code)
        .Add("", "<AdditionalDocument><ID>NLDPO0000123</ID></AdditionalDocument>")
        .Add(Item + "/Commodity/DutyTaxFee", "<TypeCode>A00</TypeCode>")
        .Add(Item + "/Commodity/DutyTaxFee", "<Payment><MethodCode>E</MethodCode></Payment>");

    private static RuleCase Previous(string code, string type = "N337", string number = "26NL00000012345678") =>
        H1(code).Add(Item,
            $"<PreviousDocument><ID>{number}</ID><TypeCode>{type}</TypeCode><WriteOff>"
            + "<Packaging><QuantityQuantity>20</QuantityQuantity><TypeCode>BG</TypeCode></Packaging>"
            + "<QuantityQuantity unitCode=\"KGM\">1000</QuantityQuantity></WriteOff></PreviousDocument>");

    private static RuleCase Licence(string code) => H1(code).Add(Item,
        "<SupportingDocument><ID>AGRIM NL 77</ID><TypeCode>L001</TypeCode>"
        + "<ExpirationDateTime>20261231</ExpirationDateTime><WriteOff>"
        + "<QuantityQuantity unitCode=\"KGM\">1000</QuantityQuantity>"
        + "<AmountAmount currencyID=\"EUR\">9000</AmountAmount></WriteOff></SupportingDocument>");

    private static RuleCase Added(string code) => H1(code).Add(Item + "/CustomsValuation",
        "<ChargeDeduction><ChargesTypeCode>AK</ChargesTypeCode>"
        + "<OtherChargeDeductionAmount>250</OtherChargeDeductionAmount></ChargeDeduction>");

    private static IEnumerable<RuleCase> OfPapers() =>
    [
        Added("declarations.valuation.additions").Then().Set(Item + "/CustomsValuation/MethodCode", "2"),
        Added("declarations.valuation.freight-missing").Set("GoodsShipment/TradeTerms/ConditionCode", "FOB")
            .Then().Remove(Item + "/CustomsValuation/ChargeDeduction"),
        H1("declarations.delivery.place-missing").Then().Remove("GoodsShipment/TradeTerms/LocationID"),
        H1("declarations.invoice.total-differs").Set("InvoiceAmount", "9001").Then().Set("InvoiceAmount", "9001.01"),
        H1("declarations.invoice.currency-differs").Then().SetAttribute(Amount, "currencyID", "USD"),
        H1("declarations.statistical-value.implausible").Set(Item + "/StatisticalValueAmount", "27000")
            .Then().Set(Item + "/StatisticalValueAmount", "27000.01"),
        Previous("declarations.document.previous-twice").Then().Add(Item,
            "<PreviousDocument><ID>26NL00000012345678</ID><TypeCode>N337</TypeCode></PreviousDocument>"),
        H1("declarations.document.supporting-twice").AddDocument(Item, "N380", "INV-1")
            .AddDocument(Item, "N380", "INV-2")
            .Then().AddDocument(Item, "N380", "INV-1"),
        Previous("declarations.document.previous-unit").Then()
            .SetAttribute(Item + "/PreviousDocument/WriteOff/QuantityQuantity", "unitCode", null),
        Previous("declarations.document.previous-packages").Then()
            .Remove(Item + "/PreviousDocument/WriteOff/Packaging/TypeCode"),
        Licence("declarations.document.quantity-unit").Then()
            .SetAttribute(Item + "/SupportingDocument/WriteOff/QuantityQuantity", "unitCode", null),
        Licence("declarations.document.amount-currency").Then()
            .SetAttribute(Item + "/SupportingDocument/WriteOff/AmountAmount", "currencyID", null),
        Licence("declarations.document.expired").Set(Item + "/SupportingDocument/ExpirationDateTime", "20260630")
            .Then().Set(Item + "/SupportingDocument/ExpirationDateTime", "2026-06-29"),
        Licence("declarations.document.quantity-missing").Then()
            .Remove(Item + "/SupportingDocument/WriteOff/QuantityQuantity"),
        Previous("declarations.document.mrn-form", "NMRN", "21NL8TDE2PO02TAER9").Then()
            .Set(Item + "/PreviousDocument/ID", "21NL8TDE2PO02TAER8"),
        Deferred("declarations.payment.reference-missing").Then().Remove("AdditionalDocument"),
        Deferred("declarations.payment.method-missing")
            .Then().Set(Item + "/Commodity/DutyTaxFee/Payment/MethodCode", "A"),
        H1("declarations.tax.quantity-unit").Add(Item + "/Commodity/DutyTaxFee", "<TypeCode>A00</TypeCode>")
            .Add(Item + "/Commodity/DutyTaxFee",
                "<SpecificTaxBaseQuantity unitCode=\"KGM\">980.5</SpecificTaxBaseQuantity>")
            .Then().SetAttribute(Item + "/Commodity/DutyTaxFee/SpecificTaxBaseQuantity", "unitCode", null),
    ];
}

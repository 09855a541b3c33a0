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
        H1("procedure.combination").Then().Set(Procedure + "[1]/PreviousCode", "40"),
        H1("additional-procedure.not-with-procedure").Then().Set(Procedure + "[2]/CurrentCode", "F01"),
        H1("additional-procedure.none-and-other")
            .Then().Add(Item, "<GovernmentProcedure><CurrentCode>F15</CurrentCode></GovernmentProcedure>"),
        H1("warehouse.missing").Set(Procedure + "[1]/PreviousCode", "71")
            .Add("GoodsShipment", "<Warehouse><ID>NLCW10000123</ID><TypeCode>R</TypeCode></Warehouse>")
            .Then().Remove("GoodsShipment/Warehouse"),
        H1("destination.outside-union").Then().Set("GoodsShipment/Destination/CountryCode", "CH"),
        Supplementary("acceptance.form").Then().Set("AcceptanceDateTime/DateTimeString", "30 June 2026"),
        Supplementary("acceptance.in-future").Then().Set("AcceptanceDateTime/DateTimeString", "2026-07-01"),
        H1("acceptance.not-supplementary").Then()
            .Add("", "<AcceptanceDateTime><DateTimeString>20260630</DateTimeString></AcceptanceDateTime>"),
        Onward("fiscal.customer-missing").Then().Remove("GoodsShipment/DomesticDutyTaxParty[2]"),
        Onward("fiscal.importer-missing").Then().Remove("GoodsShipment/DomesticDutyTaxParty[1]"),
        Onward("fiscal.customer-same-state").Then().Set("GoodsShipment/DomesticDutyTaxParty[2]/ID", "NL123456789B01"),
        Onward("fiscal.destination-same-state").Then().Set("GoodsShipment/Destination/CountryCode", "NL"),
        Onward("fiscal.number-form").Then().Set("GoodsShipment/DomesticDutyTaxParty[1]/ID", "XX123456789"),
        EndUse(H1("authorisation.missing")).Then().Remove("Authorisation"),
        H1("authorisation.simplified-missing").OfType('C')
            .Add("", "<Authorisation><ID>NLSDE0000123</ID><Type>C512</Type></Authorisation>")
            .Then().Remove("Authorisation"),
        Supplementary("authorisation.records-missing").OfType('Z')
            .Add("", "<Authorisation><ID>NLEIR0000123</ID><Type>C514</Type></Authorisation>")
            .Then().Remove("Authorisation"),
        Preferential("preference.origin-missing").Then().Remove(Item + "/Origin[2]"),
        Preferential("preference.proof-missing").Then().Remove(Item + "/SupportingDocument"),
        Preferential("preference.origin-form").Then().Set(Item + "/Origin[2]/CountryCode", "C1"),
        Quota("quota.order-number-missing").Then().Remove(Item + "/Commodity/DutyTaxFee/QuotaOrderID"),
        Quota("quota.without-preference").Then().Set(Preference, "100"),
        Quota("quota.form").Then().Set(Item + "/Commodity/DutyTaxFee/QuotaOrderID", "080001"),
        EndUse(H1("preference.without-end-use")).Set(Preference, "140")
            .Then().Set(Procedure + "[1]/CurrentCode", "40"),
        H1("mass.net-above-gross").Then().Set(Item + "/Commodity/GoodsMeasure/NetNetWeightMeasure", "1000.000001"),
        H1("mass.total-below-items")
            .Add("GoodsShipment", "<GoodsMeasure><GrossMassMeasure>1000</GrossMassMeasure></GoodsMeasure>")
            .Then().Set("GoodsShipment/GoodsMeasure/GrossMassMeasure", "999.9"),
        H1("mass.zero").Then().Set(Item + "/Commodity/GoodsMeasure/NetNetWeightMeasure", "0"),
        H1("package.bulk-counted").Then().Set(Item + "/Packaging/TypeCode", "VL"),
        Contained("container.number-missing").Then().Remove(Consignment + "/TransportEquipment"),
        Contained("container.not-indicated").Then().Set(Consignment + "/ContainerCode", "0"),
        Contained("container.form").Then().Set(Consignment + "/TransportEquipment/ID", "CSQU3054384"),
        H1("transport.document-mode").Then().Set(Consignment + "/BorderTransportMeans/ModeCode", "4"),
        H1("transport.identity-parts").Add(Consignment,
                "<ArrivalTransportMeans><IdentificationTypeCode>10</IdentificationTypeCode><ID>9321483</ID>"
                + "</ArrivalTransportMeans>")
            .Then().Remove(Consignment + "/ArrivalTransportMeans/IdentificationTypeCode"),
        H1("transport.nationality-missing").Then()
            .Remove(Consignment + "/BorderTransportMeans/RegistrationNationalityCode"),
        H1("transport.nationality-needless").Then().Set(Consignment + "/BorderTransportMeans/ModeCode", "2"),
        Guaranteed(H1("guarantee.not-for-import")).Then().Set(Guarantee + "/SecurityDetailsCode", "J"),
        Guaranteed(H1("guarantee.reference-missing")).Then().Remove(Guarantee + "/ReferenceID"),
        Guaranteed(H1("guarantee.grn-form")).Then().Set(Guarantee + "/ReferenceID", "26NL0000510000014"),
        Guaranteed(H1("guarantee.amount-currency")).Then()
            .SetAttribute(Guarantee + "/AmountAmount", "currencyID", null),
        Guaranteed(EndUse(H1("guarantee.missing"))).Then().Remove(Guarantee),
    ];

    private static RuleCase Deferred(string code) => H1(code)
        .Add("", "<AdditionalDocument><ID>NLDPO0000123</ID></AdditionalDocument>")
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
        Added("valuation.additions").Then().Set(Item + "/CustomsValuation/MethodCode", "2"),
        Added("valuation.freight-missing").Set("GoodsShipment/TradeTerms/ConditionCode", "FOB")
            .Then().Remove(Item + "/CustomsValuation/ChargeDeduction"),
        H1("delivery.place-missing").Then().Remove("GoodsShipment/TradeTerms/LocationID"),
        H1("invoice.total-differs").Set("InvoiceAmount", "9001").Then().Set("InvoiceAmount", "9001.01"),
        H1("invoice.currency-differs").Then().SetAttribute(Amount, "currencyID", "USD"),
        H1("statistical-value.implausible").Set(Item + "/StatisticalValueAmount", "27000")
            .Then().Set(Item + "/StatisticalValueAmount", "27000.01"),
        Previous("document.previous-twice").Then().Add(Item,
            "<PreviousDocument><ID>26NL00000012345678</ID><TypeCode>N337</TypeCode></PreviousDocument>"),
        H1("document.supporting-twice").AddDocument(Item, "N380", "INV-1").AddDocument(Item, "N380", "INV-2")
            .Then().AddDocument(Item, "N380", "INV-1"),
        Previous("document.previous-unit").Then()
            .SetAttribute(Item + "/PreviousDocument/WriteOff/QuantityQuantity", "unitCode", null),
        Previous("document.previous-packages").Then()
            .Remove(Item + "/PreviousDocument/WriteOff/Packaging/TypeCode"),
        Licence("document.quantity-unit").Then()
            .SetAttribute(Item + "/SupportingDocument/WriteOff/QuantityQuantity", "unitCode", null),
        Licence("document.amount-currency").Then()
            .SetAttribute(Item + "/SupportingDocument/WriteOff/AmountAmount", "currencyID", null),
        Licence("document.expired").Set(Item + "/SupportingDocument/ExpirationDateTime", "20260630")
            .Then().Set(Item + "/SupportingDocument/ExpirationDateTime", "2026-06-29"),
        Licence("document.quantity-missing").Then()
            .Remove(Item + "/SupportingDocument/WriteOff/QuantityQuantity"),
        Previous("document.mrn-form", "NMRN", "21NL8TDE2PO02TAER9").Then()
            .Set(Item + "/PreviousDocument/ID", "21NL8TDE2PO02TAER8"),
        Deferred("payment.reference-missing").Then().Remove("AdditionalDocument"),
        Deferred("payment.method-missing").Then().Set(Item + "/Commodity/DutyTaxFee/Payment/MethodCode", "A"),
        H1("tax.quantity-unit").Add(Item + "/Commodity/DutyTaxFee",
                "<SpecificTaxBaseQuantity unitCode=\"KGM\">980.5</SpecificTaxBaseQuantity>")
            .Then().SetAttribute(Item + "/Commodity/DutyTaxFee/SpecificTaxBaseQuantity", "unitCode", null),
    ];
}

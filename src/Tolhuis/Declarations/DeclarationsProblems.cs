// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations;

/// <summary>
/// Every refusal and warning of this module, in the order in which they are looked for. Severity, validity, legal
/// ground and sentences are rows of Law/problems.csv.
/// </summary>
internal static class DeclarationsProblems
{
    // The message cannot be understood at all.
    public const string MessageEmpty = "declarations.message.empty";
    public const string MessageTooLarge = "declarations.message.too-large";
    public const string MessageUnreadable = "declarations.message.unreadable";
    public const string MessageDocumentType = "declarations.message.document-type";
    public const string MessageTooDeep = "declarations.message.too-deep";
    public const string MessageTooManyElements = "declarations.message.too-many-elements";
    public const string MessageTooManyItems = "declarations.message.too-many-items";
    public const string MessageNoDeclaration = "declarations.message.no-declaration";
    public const string MessageTwoDeclarations = "declarations.message.two-declarations";
    public const string MessageNamespace = "declarations.message.namespace";
    public const string MessageJsonUnreadable = "declarations.message.json-unreadable";

    // One place of a JSON message does not fit.
    public const string MessagePropertyTwice = "declarations.message.property-twice";
    public const string MessageShape = "declarations.message.shape";
    public const string MessageCharacter = "declarations.message.character";
    public const string MessagePropertyUnknown = "declarations.message.property-unknown";

    // The message is understood, but not handled.
    public const string KindNotSupported = "declarations.kind.not-supported";
    public const string DataSetNotSupported = "declarations.data-set.not-supported";
    public const string TypeNotSupported = "declarations.type.not-supported";
    public const string VersionNotTaken = "declarations.message.version-not-taken";
    public const string DataSetUnknown = "declarations.data-set.unknown";

    // Form, by the element table.
    public const string ElementMissing = "declarations.element.missing";
    public const string ElementTooMany = "declarations.element.too-many";
    public const string ElementFormat = "declarations.element.format";
    public const string ElementCodeUnknown = "declarations.element.code-unknown";
    public const string ElementNotInColumn = "declarations.element.not-in-column";
    public const string LrnForm = "declarations.lrn.form";
    public const string PartyNumberForm = "declarations.party.number-form";
    public const string CommodityCodeForm = "declarations.commodity.form";
    public const string ItemNumberTwice = "declarations.item.number-twice";
    public const string MrnForm = "declarations.mrn.form";
    public const string MrnCheckDigit = "declarations.mrn.check-digit";
    public const string ReasonCodeUnknown = "declarations.reason.code-unknown";
    public const string ClaimTotal = "declarations.claim.total-differs";
    public const string TooManyProblems = "declarations.message.too-many-problems";

    // Rules between elements.
    public const string ProcedureNotInH7 = "declarations.procedure.not-in-h7";
    public const string AdditionalProcedureNotInH7 = "declarations.additional-procedure.not-in-h7";
    public const string CommodityChapterNotInH7 = "declarations.commodity.chapter-not-in-h7";
    public const string IossNumberMissing = "declarations.ioss.number-missing";
    public const string IossWithoutProcedure = "declarations.ioss.without-procedure";
    public const string IossNumberForm = "declarations.ioss.form";
    public const string IossImporterOutsideUnion = "declarations.ioss.importer-outside-union";
    public const string GiftWithVatScheme = "declarations.gift.with-vat-scheme";
    public const string SupplementaryUnitsWithoutGift = "declarations.supplementary-units.without-gift";
    public const string NetMassAboveGross = "declarations.mass.net-above-gross";
    public const string ValueAboveLimit = "declarations.value.above-limit";
    public const string GiftAboveLimit = "declarations.gift.above-limit";
    public const string ValueNotConvertible = "declarations.value.not-convertible";

    // Parties, items and packages.
    public const string PartyNumberNotOfUnion = "declarations.party.number-not-of-union";
    public const string RepresentationSamePerson = "declarations.representation.same-person";
    public const string RepresentationNotDeclarant = "declarations.representation.not-declarant";
    public const string PartyNumberAndAddress = "declarations.party.number-and-address";
    public const string PartyIdentityFalse = "declarations.party.identity-false";
    public const string SellerIsBuyer = "declarations.party.seller-is-buyer";
    public const string ItemNumberGap = "declarations.item.number-gap";
    public const string TotalMassBelowItems = "declarations.mass.total-below-items";
    public const string NetMassZero = "declarations.mass.zero";
    public const string DescriptionVague = "declarations.description.vague";
    public const string PackageNoneCounted = "declarations.package.none-counted";
    public const string PackageBulkCounted = "declarations.package.bulk-counted";
    public const string ContainerNumberMissing = "declarations.container.number-missing";
    public const string ContainerNotIndicated = "declarations.container.not-indicated";
    public const string ContainerForm = "declarations.container.form";

    // Procedures, authorisations and fiscal references.
    public const string ProcedureCombination = "declarations.procedure.combination";
    public const string AdditionalProcedureMisfit = "declarations.additional-procedure.not-with-procedure";
    public const string AdditionalProcedureNoneAndOther = "declarations.additional-procedure.none-and-other";
    public const string AdditionalProcedureTwice = "declarations.additional-procedure.twice";
    public const string WarehouseMissing = "declarations.warehouse.missing";
    public const string DestinationOutsideUnion = "declarations.destination.outside-union";
    public const string AuthorisationMissing = "declarations.authorisation.missing";
    public const string AuthorisationSimplifiedMissing = "declarations.authorisation.simplified-missing";
    public const string AuthorisationRecordsMissing = "declarations.authorisation.records-missing";
    public const string FiscalCustomerMissing = "declarations.fiscal.customer-missing";
    public const string FiscalImporterMissing = "declarations.fiscal.importer-missing";
    public const string FiscalCustomerSameState = "declarations.fiscal.customer-same-state";
    public const string FiscalDestinationSameState = "declarations.fiscal.destination-same-state";
    public const string FiscalNumberForm = "declarations.fiscal.number-form";

    // Preference, value and documents.
    public const string PreferenceOriginMissing = "declarations.preference.origin-missing";
    public const string PreferenceProofMissing = "declarations.preference.proof-missing";
    public const string PreferenceOriginForm = "declarations.preference.origin-form";
    public const string QuotaOrderNumberMissing = "declarations.quota.order-number-missing";
    public const string QuotaWithoutPreference = "declarations.quota.without-preference";
    public const string QuotaForm = "declarations.quota.form";
    public const string PreferenceWithoutEndUse = "declarations.preference.without-end-use";
    public const string ValuationAdditions = "declarations.valuation.additions";
    public const string ValuationFreightMissing = "declarations.valuation.freight-missing";
    public const string DeliveryPlaceMissing = "declarations.delivery.place-missing";
    public const string InvoiceTotalDiffers = "declarations.invoice.total-differs";
    public const string InvoiceCurrencyDiffers = "declarations.invoice.currency-differs";
    public const string StatisticalValueImplausible = "declarations.statistical-value.implausible";
    public const string DocumentPreviousTwice = "declarations.document.previous-twice";
    public const string DocumentSupportingTwice = "declarations.document.supporting-twice";
    public const string DocumentPreviousUnit = "declarations.document.previous-unit";
    public const string DocumentPreviousPackages = "declarations.document.previous-packages";
    public const string DocumentQuantityUnit = "declarations.document.quantity-unit";
    public const string DocumentAmountCurrency = "declarations.document.amount-currency";
    public const string DocumentExpired = "declarations.document.expired";
    public const string DocumentQuantityMissing = "declarations.document.quantity-missing";
    public const string DocumentMrnForm = "declarations.document.mrn-form";
    public const string AcceptanceInFuture = "declarations.acceptance.in-future";
    public const string AcceptanceForm = "declarations.acceptance.form";
    public const string AcceptanceNotSupplementary = "declarations.acceptance.not-supplementary";

    // Transport, guarantee and payment.
    public const string TransportDocumentMode = "declarations.transport.document-mode";
    public const string TransportIdentityParts = "declarations.transport.identity-parts";
    public const string TransportNationalityMissing = "declarations.transport.nationality-missing";
    public const string TransportNationalityNeedless = "declarations.transport.nationality-needless";
    public const string GuaranteeNotForImport = "declarations.guarantee.not-for-import";
    public const string GuaranteeReferenceMissing = "declarations.guarantee.reference-missing";
    public const string GuaranteeGrnForm = "declarations.guarantee.grn-form";
    public const string GuaranteeAmountCurrency = "declarations.guarantee.amount-currency";
    public const string GuaranteeMissing = "declarations.guarantee.missing";
    public const string PaymentReferenceMissing = "declarations.payment.reference-missing";
    public const string PaymentMethodMissing = "declarations.payment.method-missing";
    public const string TaxTypeMissing = "declarations.tax.type-missing";
    public const string AuthorisationReferenceMissing = "declarations.authorisation.reference-missing";
    public const string TaxQuantityUnit = "declarations.tax.quantity-unit";

    // Goods of low value.
    public const string AdditionalProceduresNotTogether = "declarations.additional-procedure.not-together";
    public const string CommodityNotInH7 = "declarations.commodity.not-in-h7";
    public const string ExciseInH7 = "declarations.excise.in-h7";
    public const string ImporterInOtherState = "declarations.importer.other-member-state";
    public const string IossNotEveryItem = "declarations.ioss.not-every-item";
    public const string IossTwoNumbers = "declarations.ioss.two-numbers";
    public const string ExciseWithVatScheme = "declarations.excise.with-vat-scheme";
    public const string SpecialArrangementTaxable = "declarations.special-arrangement.taxable-person";
    public const string DeferredVatWithoutArrangement = "declarations.special-arrangement.holder-without";
    public const string GiftQuantityMissing = "declarations.gift.quantity-missing";
    public const string GiftWithVatNumber = "declarations.gift.with-vat-number";
    public const string DistanceSaleAboveLimit = "declarations.distance-sale.above-limit";
    public const string ValueZero = "declarations.value.zero";
    public const string MerchantIdentifierMissing = "declarations.product-identifier.merchant-missing";
    public const string ManufacturerIdentifierMissing = "declarations.product-identifier.manufacturer-missing";
    public const string CountingProductsTogether = "declarations.counting.products-together";
    public const string CountingOverGrouped = "declarations.counting.over-grouped";
    public const string CountingUnderGrouped = "declarations.counting.under-grouped";

    // A document that someone wants to add to a declaration.
    public const string DocumentEmpty = "declarations.document-content.empty";
    public const string DocumentTooLarge = "declarations.document-content.too-large";
    public const string DocumentNotTaken = "declarations.document-content.not-taken";
    public const string DocumentDamaged = "declarations.document-content.damaged";
    public const string DocumentActive = "declarations.document-content.active";
    public const string DocumentTwoKinds = "declarations.document-content.two-kinds";
    public const string DocumentTooMany = "declarations.document-count.too-many";
    public const string DocumentTotalTooLarge = "declarations.document-count.total-too-large";
}

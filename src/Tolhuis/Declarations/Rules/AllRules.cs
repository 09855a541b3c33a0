// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Rules;

/// <summary>Rules that belong together, for documents and measurements.</summary>
internal enum RuleFamily : byte
{
    Identification,
    LowValue,
    Ioss,
    FlatDuty,
    Procedures,
    FiscalReferences,
    Authorisations,
    Preference,
    Valuation,
    MassAndPackages,
    Documents,
    Transport,
    GuaranteeAndPayment,
}

/// <summary>Every rule between elements, in the order in which its problems are given.</summary>
internal static class AllRules
{
    public static IReadOnlyList<(RuleFamily Family, IReadOnlyList<Rule> Rules)> ByFamily { get; } =
    [
        (RuleFamily.Identification, Identification()),
        (RuleFamily.LowValue, LowValue()),
        (RuleFamily.Ioss, Ioss()),
        (RuleFamily.FlatDuty, FlatDuty()),
        (RuleFamily.Procedures, Procedures()),
        (RuleFamily.FiscalReferences, FiscalReferences()),
        (RuleFamily.Authorisations, Authorisations()),
        (RuleFamily.Preference, Preference()),
        (RuleFamily.MassAndPackages, MassAndPackages()),
        (RuleFamily.Valuation, Valuation()),
        (RuleFamily.Documents, Documents()),
        (RuleFamily.Transport, Transport()),
        (RuleFamily.GuaranteeAndPayment, GuaranteeAndPayment()),
    ];

    public static IReadOnlyList<Rule> List { get; } = [.. ByFamily.SelectMany(family => family.Rules)];

    private static Rule[] Identification() =>
    [
        new LrnHasItsForm(),
        new PartyNumbersHaveTheirForm(),
        new DeclarantIsRegisteredInTheUnion(),
        new DirectRepresentativeIsNotTheDeclarant(),
        new IndirectRepresentativeIsTheDeclarant(),
        new PartyIsNumberOrAddress(),
        new StatedIdentityIsTrue(),
        new SellerIsNotTheBuyer(),
        new CommodityCodeHasItsForm(),
        new ItemNumbersAreUnique(),
        new ItemNumbersRunFromOne(),
        new DescriptionSaysWhatItIs(),
    ];

    private static Rule[] LowValue() =>
    [
        new H7HasProcedure4000(),
        new H7HasOnlyItsAdditionalProcedures(),
        new H7ProceduresGoTogether(),
        new H7HasNoSpecialChapter(),
        new H7HasNoExcludedGoods(),
        new ExciseGoodsAreForH1(),
        new LowValueGoodsEndInThisState(),
        new GiftHasNoVatScheme(),
        new SupplementaryUnitsOnlyForGifts(),
        new LimitedGiftHasQuantity(),
        new GiftHasNoTaxablePerson(),
    ];

    private static Rule[] Ioss() =>
    [
        new IossProcedureHasNumber(),
        new IossNumberHasProcedure(),
        new IossCoversEveryItem(),
        new IossNumberHasItsForm(),
        new IossNumberIsOne(),
        new IossImporterIsInTheUnion(),
        new ExciseGoodsHaveNoVatScheme(),
        new SpecialArrangementHasNoTaxablePerson(),
        new DeferredVatHasSpecialArrangement(),
    ];

    private static Rule[] FlatDuty() =>
    [
        new DistanceSaleHasMerchantIdentifier(),
        new DistanceSaleHasManufacturerIdentifier(),
        new OneItemIsOneProduct(),
        new DifferentGoodsCountApart(),
        new SameGoodsAreOneItem(),
    ];

    private static Rule[] Procedures() =>
    [
        new ProcedureCombinationExists(),
        new AdditionalProcedureFitsProcedure(),
        new NoAdditionalProcedureStandsAlone(),
        new AdditionalProcedureStandsOnce(),
        new WarehouseIsNamed(),
        new DestinationIsInTheUnion(),
        new AcceptanceDateIsADate(),
        new AcceptanceDateIsNotInTheFuture(),
        new AcceptanceDateIsForSupplements(),
    ];

    private static Rule[] FiscalReferences() =>
    [
        new OnwardSupplyHasCustomer(),
        new OnwardSupplyHasImporter(),
        new OnwardSupplyCustomerIsElsewhere(),
        new OnwardSupplyGoesElsewhere(),
        new VatNumberIsOfAMemberState(),
    ];

    private static Rule[] Authorisations() =>
    [
        new AuthorisationHasReference(),
        new SpecialProcedureHasAuthorisation(),
        new RegularSimplificationHasAuthorisation(),
        new EntryInRecordsHasAuthorisation(),
    ];

    private static Rule[] Preference() =>
    [
        new PreferenceHasOrigin(),
        new PreferentialOriginHasItsForm(),
        new PreferenceHasProof(),
        new QuotaPreferenceHasOrderNumber(),
        new QuotaOrderNumberHasPreference(),
        new QuotaOrderNumberHasItsForm(),
        new EndUsePreferenceHasEndUse(),
    ];

    private static Rule[] MassAndPackages() =>
    [
        new NetMassNotAboveGrossMass(),
        new TotalMassCoversItems(),
        new NetMassIsAboveZero(),
        new SomePackageIsCounted(),
        new BulkIsNotCounted(),
    ];

    private static Rule[] Valuation() =>
    [
        new ValuesAreConvertible(),
        new IntrinsicValueWithinLimit(),
        new GiftWithinLimit(),
        new DistanceSaleWithinLimit(),
        new ValueIsAboveZero(),
        new AdditionsAreToTransactionValue(),
        new FreightIsAdded(),
        new DeliveryTermsHavePlace(),
        new InvoiceTotalIsSumOfItems(),
        new ItemsHaveInvoiceCurrency(),
        new StatisticalValueIsPlausible(),
    ];

    private static Rule[] Documents() =>
    [
        new PreviousDocumentStandsOnce(),
        new SupportingDocumentStandsOnce(),
        new PreviousQuantityHasUnit(),
        new PreviousPackagesAreWhole(),
        new SupportingQuantityHasUnit(),
        new SupportingAmountHasCurrency(),
        new SupportingDocumentIsStillValid(),
        new LicenceHasQuantity(),
        new MrnOfPreviousDocumentHasItsForm(),
    ];

    private static Rule[] Transport() =>
    [
        new ContainersAreNamed(),
        new NamedContainersAreIndicated(),
        new ContainerNumberHasCheckDigit(),
        new TransportDocumentFitsMode(),
        new ArrivalIdentityIsWhole(),
        new ActiveMeansHasNationality(),
        new OnlyActiveMeansHasNationality(),
    ];

    private static Rule[] GuaranteeAndPayment() =>
    [
        new GuaranteeIsForImport(),
        new GuaranteeHasReference(),
        new GrnHasItsForm(),
        new GuaranteeAmountHasCurrency(),
        new SpecialProcedureHasGuarantee(),
        new DeclaredTaxHasType(),
        new DeferredPaymentHasReference(),
        new DeferredReferenceHasMethod(),
        new TaxBaseQuantityHasUnit(),
    ];
}

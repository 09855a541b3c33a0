// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Web.Declarations.Api;

/// <summary>One step of a pointer in a WCO message.</summary>
/// <param name="Sequence">Which of the repeated ones, from 1; 0 if not said.</param>
/// <param name="Section">Number of the class in the WCO data model, e.g. 42A.</param>
/// <param name="Tag">Number of the data element in it; null for a step that goes deeper.</param>
internal readonly record struct PointerStep(int Sequence, string Section, string? Tag);

/// <summary>
/// Numbers of the WCO data model for the names in our pointers. Parts that the model does not have (added in Europe)
/// are left out: the pointer then ends above them.
/// </summary>
internal static class WcoIds
{
    private static readonly Dictionary<string, string> Sections = Read(
        """
        Declaration 42A GoodsShipment 67A GovernmentAgencyGoodsItem 68A Commodity 23A Classification 21A Consignment 28A
        GoodsLocation 64A Address 04A Declarant 57B Agent 05A Submitter 17B Exporter 57A Importer 74A Consignor 30A
        Buyer 16A Seller 09B DomesticDutyTaxParty 55B AuthorisationHolder 17C AdditionalDocument 02A
        AdditionalInformation 03A PreviousDocument 99A GovernmentProcedure 70A GoodsMeasure 65A Packaging 93A
        InvoiceLine 79A Origin 92A DutyTaxFee 50A Payment 94A CustomsValuation 41A ChargeDeduction 58B
        ValuationAdjustment 39B Freight 62A CurrencyExchange 40A ObligationGuarantee 90A GuaranteeOffice 14C
        PresentationOffice 15C SupervisingOffice 97B Warehouse 43B TradeTerms 22B UCR 35B TransportEquipment 31B
        ArrivalTransportMeans 10A BorderTransportMeans 15A Destination 99B ExportCountry 95B Payer 56B Surety 19B
        AEOMutualRecognitionParty 16C Contact 34A WriteOff 22C Amendment 06A Pointer 07B
        """);

    // "Class/Element" where the class decides, "Element" where it does not.
    private static readonly Dictionary<string, string> Tags = Read(
        """
        Declaration/ID D014 Declaration/TypeCode D013 Declaration/FunctionCode 017 FunctionalReferenceID D026
        AcceptanceDateTime 023 DeclarationOfficeID 065 InvoiceAmount 109 TotalGrossMassMeasure 131
        Declarant/ID R123 Declarant/Name R124 Agent/ID R004 Agent/FunctionCode 102 Submitter/ID R059
        Exporter/ID R032 Exporter/Name R031 Importer/ID R038 Importer/Name R037 Consignor/ID R021 Consignor/Name R020
        Buyer/ID R010 Buyer/Name R009 Seller/ID R051 Seller/Name R050 DomesticDutyTaxParty/ID R119 RoleCode R005
        AuthorisationHolder/ID R144 AuthorisationHolder/CategoryCode R145 CityName 241 Address/CountryCode 242 Line 239
        PostcodeID 245 GoodsLocation/ID L017 GoodsLocation/Name L016 GoodsLocation/TypeCode L110 Warehouse/ID L019
        Warehouse/TypeCode L112 Classification/ID 145 Commodity/Description 137 SequenceNumeric 006 CurrentCode 166
        PreviousCode 161 GrossMassMeasure 126 NetNetWeightMeasure 128 TariffQuantity 130 ItemChargeAmount 112
        StatisticalValueAmount 114 CustomsValueAmount 108 Packaging/QuantityQuantity 144 Packaging/TypeCode 141
        MarksNumbersID 142 Origin/CountryCode 063 Destination/CountryCode 465 ExportCountry/ID 062
        PreviousDocument/ID D018 PreviousDocument/LineNumeric 171 AdditionalDocument/ID D005
        AdditionalInformation/StatementCode 226 AdditionalInformation/StatementDescription 225
        DutyTaxFee/TypeCode 113 DutyRegimeCode 164 QuotaOrderID 401 TaxRateNumeric 115 AdValoremTaxBaseAmount 116
        SpecificTaxBaseQuantity 129 PaymentAmount 378 TaxAssessedAmount 120 Payment/MethodCode 107
        CustomsValuation/MethodCode 122 OtherChargeDeductionAmount 181 ChargesTypeCode 371 AdditionCode 188
        TransactionNatureCode 103 ConditionCode 090 TraderAssignedReferenceID 009 TransportEquipment/ID 159
        ContainerCode 096 ArrivalTransportMeans/ID T002 ArrivalTransportMeans/ModeCode T020
        BorderTransportMeans/ModeCode T022 RegistrationNationalityCode T014 ObligationGuarantee/ID D014
        ObligationGuarantee/AmountAmount 492 SecurityDetailsCode 101 AccessCode 499 ReferenceID 100
        PresentationOffice/ID G015 SupervisingOffice/ID G012 GuaranteeOffice/ID G014 RateNumeric 118
        CurrencyTypeCode 135
        """);

    /// <summary>The steps of a pointer of ours; at least the declaration as a whole.</summary>
    public static List<PointerStep> Steps(string? pointer)
    {
        var steps = new List<PointerStep>();
        var above = "";
        foreach (var part in (pointer ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Take(20))
        {
            var (name, sequence) = Split(part);
            if (Sections.TryGetValue(name, out var section))
            {
                steps.Add(new PointerStep(sequence, section, null));
            }
            else if (name != "MetaData")
            {
                if (steps.Count > 0 && (Tags.TryGetValue(above + "/" + name, out var tag)
                    || Tags.TryGetValue(name, out tag)))
                    steps[^1] = steps[^1] with { Tag = tag };
                break;
            }

            above = name;
        }

        if (steps.Count == 0)
            steps.Add(new PointerStep(0, Sections["Declaration"], null));
        return steps;
    }

    private static (string Name, int Sequence) Split(string part)
    {
        var at = part.IndexOf('[', StringComparison.Ordinal);
        if (at < 0)
            return (part, 0);
        _ = int.TryParse(part.AsSpan(at + 1).TrimEnd(']'), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var sequence);
        return (part[..at], sequence);
    }

    private static Dictionary<string, string> Read(string table)
    {
        var words = table.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i += 2)
            numbers.Add(words[i], words[i + 1]);
        return numbers;
    }
}

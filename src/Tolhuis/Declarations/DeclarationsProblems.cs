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
    public const string DataSetUnknown = "declarations.data-set.unknown";

    // Form, by the element table.
    public const string ElementMissing = "declarations.element.missing";
    public const string ElementTooMany = "declarations.element.too-many";
    public const string ElementFormat = "declarations.element.format";
    public const string ElementCodeUnknown = "declarations.element.code-unknown";
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
}

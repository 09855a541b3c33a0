// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>
/// What one line owes is asked with these facts only, so that a decision can be replayed from the message.
/// </summary>
/// <param name="Code">Commodity code as declared (6 to 10 digits).</param>
/// <param name="Description">Description of goods; only for the counting keys that use it.</param>
/// <param name="Origin">Country of origin (16 08); empty in H7.</param>
/// <param name="Value">Intrinsic value (14 14) or item amount (14 08), in the currency declared.</param>
/// <param name="Freight">Transport and insurance of the line (14 15), if declared at the line.</param>
/// <param name="GrossMass">Millionths of a kilogram; 0 where not declared at the line.</param>
/// <param name="NetMass">Millionths of a kilogram; 0 where not declared.</param>
/// <param name="Procedure">Requested and previous procedure, e.g. <c>4000</c>; empty where not declared.</param>
/// <param name="AdditionalProcedures">Codes of 11 10, e.g. C07, C08, F48.</param>
/// <param name="Preference">Code of 14 11, e.g. 100; empty in H7.</param>
public sealed record TaxableLine(
    CommodityCode Code,
    string Description,
    CountryCode Origin,
    Money Value,
    Money? Freight,
    long GrossMass,
    long NetMass,
    string Procedure,
    IReadOnlyList<string> AdditionalProcedures,
    string Preference)
{
    /// <summary>TARIC and national additional codes (18 09 059 and 060).</summary>
    public IReadOnlyList<string> AdditionalCodes { get; init; } = [];

    /// <summary>Millionths of the supplementary unit of the code; 0 where not declared.</summary>
    public long SupplementaryUnits { get; init; }

    /// <summary>Quota order number (99 01), six digits; empty without.</summary>
    public string QuotaOrderNumber { get; init; } = "";

    /// <summary>
    /// Types of the supporting documents, additional references and authorisations (12 03, 12 04, 12 12) of the line
    /// and of the shipment: what a measure asks for.
    /// </summary>
    public IReadOnlyList<string> DocumentTypes { get; init; } = [];

    /// <summary>Additions and deductions of the line (14 04), UCC art. 71 and 72.</summary>
    public IReadOnlyList<ValueAddition> Additions { get; init; } = [];

    /// <summary>14 10: 1 for the transaction value, 2 to 6 for the other methods; 0 where it is asked and lacks.
    /// </summary>
    public int ValuationMethod { get; init; } = 1;

    /// <summary>
    /// Preferential origin (16 09): a country of two letters, or a group of four digits; empty where not declared. A
    /// preference that begins with 2, 3 or 4 goes by it.
    /// </summary>
    public string PreferentialOrigin { get; init; } = "";

    /// <summary>Product identifier of the merchant, for the counting key that uses it; empty without.</summary>
    public string ProductIdentifier { get; init; } = "";
}

/// <summary>An amount that is added to the price paid, or deducted from it (14 04).</summary>
/// <param name="Code">Begins with A for an addition, with B for a deduction; another is left to a person.</param>
public readonly record struct ValueAddition(string Code, Money Amount);

/// <summary>All lines of one declaration with what they share. Some duties are counted per consignment.</summary>
/// <param name="IsSuperReduced">True for H7 (relief consignments and distance sales), false for H1.</param>
/// <param name="Freight">
/// Transport and insurance (14 15) or postal charges (14 13) of the shipment, spread by
/// value over the lines.</param>
public sealed record TaxableConsignment(
    bool IsSuperReduced, IossNumber? Ioss, Money? Freight, IReadOnlyList<TaxableLine> Lines)
{
    /// <summary>True for H6: postal consignments, of which the freight is the postal charges (14 13).</summary>
    public bool IsPostal { get; init; }

    /// <summary>Additions and deductions of the shipment (14 04 at GS), spread over the lines by value.</summary>
    public IReadOnlyList<ValueAddition> Additions { get; init; } = [];

    /// <summary>True if the data set asks the supplementary units (18 02) of its lines.</summary>
    public bool AsksSupplementaryUnits { get; init; }
}

/// <summary>What a line owes, in euro cents.</summary>
/// <param name="IsDetermined">False if the law of the day in the store does not hold what is needed: a person must
/// determine it.</param>
/// <param name="ValueEuroCents">Customs or intrinsic value converted at the customs exchange rate of the day.</param>
/// <param name="DutyCents">Customs duty (A00).</param>
/// <param name="VatCents">Import VAT (B00) payable at import; 0 under IOSS.</param>
public readonly record struct LineTax(bool IsDetermined, long ValueEuroCents, long DutyCents, long VatCents);

/// <summary>One step of a calculation in words of the law, for people: shown in the dossier.</summary>
/// <param name="Code">Step, e.g. <c>tariff.step.flat-duty</c>; its sentence in both languages is dated data.</param>
/// <param name="Ground">Legal ground.</param>
/// <param name="Arguments">Values used, as invariant text.</param>
/// <param name="AmountCents">Result of the step in euro cents, if it has one.</param>
public sealed record CalculationStep(
    int ItemNumber, string Code, string Ground, IReadOnlyList<string> Arguments, long? AmountCents);

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Declarations.Contract;

/// <summary>
/// Columns of the EUCDM element table (Delegated Regulation 2015/2446 Annex B) and the neighbours we recognise.
/// </summary>
public enum DataSet : byte
{
    Unknown,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    H7,
    I1,
    I2,
    G3,
    G4,
    G5,
    Export,
}

/// <summary>
/// What a message asks, or what made a version. Numbers are stored and never change. Bill of discharge, temporary
/// storage and notification are recognised and refused.
/// </summary>
public enum MessageKind : byte
{
    Unknown,
    NewDeclaration,
    Supplementary,
    Amendment,
    Correction,
    Invalidation,
    RepaymentOrRemission,
    Presentation,
    BillOfDischarge,
    TemporaryStorage,
    Notification,

    /// <summary>No message: customs determined particulars or amounts itself (UCC 101(1), 191(2)).</summary>
    Determination,
}

/// <summary>
/// Exporter, importer or declarant: an identification number, or a name and address where there is none.
/// </summary>
public sealed record Party(Eori? Id, string Name, string Street, string Postcode, string City, CountryCode Country)
{
    public static Party None { get; } = new(null, "", "", "", "", default);
}

/// <summary>Which of the documents and references of group 12 a reference is.</summary>
public enum ReferenceKind : byte
{
    /// <summary>12 01.</summary>
    Previous,

    /// <summary>12 02: the type is the code of five characters, the number is the text.</summary>
    AdditionalInformation,

    /// <summary>12 03.</summary>
    Supporting,

    /// <summary>12 04.</summary>
    Additional,

    /// <summary>12 12.</summary>
    Authorisation,
}

/// <summary>A document, reference or authorisation that a declaration names, as declared.</summary>
/// <param name="Type">Code of the kind of document; empty where missing or ill-formed.</param>
/// <param name="Number">Its own number; empty where missing.</param>
/// <param name="Item">Goods item of the document referred to (12 01 007), or 0.</param>
public readonly record struct Reference(ReferenceKind Kind, string Type, string Number, int Item = 0);

/// <summary>An addition to the price or a deduction from it (14 04; UCC art. 71 and 72), as declared.</summary>
/// <param name="Code">14 04 008 000: begins with A for an addition, with B for a deduction.</param>
/// <param name="Amount">14 04 014 000, in its own currency or else that of the invoice (14 05); without either the
/// currency is empty.</param>
public readonly record struct Addition(string Code, Money Amount);

/// <summary>
/// One goods item (SI level) in typed form, after all checks of form. Masses in millionths of a kilogram.
/// </summary>
public sealed record DeclarationLine
{
    public required int ItemNumber { get; init; }
    public required CommodityCode Code { get; init; }
    public required string Description { get; init; }

    /// <summary>Intrinsic value (H7, 14 14) or item amount (H1, 14 08).</summary>
    public required Money Value { get; init; }

    /// <summary>14 15 at the line, of a H7; null elsewhere: no other data set asks it.</summary>
    public Money? Freight { get; init; }

    /// <summary>14 04 at the line, of a H1; at most 99.</summary>
    public IReadOnlyList<Addition> Additions { get; init; } = [];
    public long GrossMass { get; init; }
    public long NetMass { get; init; }
    public long SupplementaryUnits { get; init; }
    public int Packages { get; init; }

    /// <summary>Requested and previous procedure, e.g. 4000.</summary>
    public string Procedure { get; init; } = "";
    public IReadOnlyList<string> AdditionalProcedures { get; init; } = [];
    public CountryCode Origin { get; init; }

    /// <summary>16 09: a country of two letters or a group of four digits; empty where not declared.</summary>
    public string PreferentialOrigin { get; init; } = "";
    public string Preference { get; init; } = "";

    /// <summary>Exporter at the line, where declared there.</summary>
    public Party? Exporter { get; init; }

    /// <summary>Transport document at the line, where declared there; empty otherwise.</summary>
    public string TransportDocument { get; init; } = "";

    /// <summary>Previous documents, supporting documents, additional references and authorisations at the line, in the
    /// order of the message; at most 396.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>18 09 059 and 060: TARIC and national additional codes, at most 198.</summary>
    public IReadOnlyList<string> AdditionalCodes { get; init; } = [];

    /// <summary>99 01 001 000: six digits; empty without.</summary>
    public string QuotaOrderNumber { get; init; } = "";

    /// <summary>15 09 001 000 at the line, of a supplementary declaration; null where not declared there.</summary>
    public DateOnly? AcceptanceDate { get; init; }

    /// <summary>14 10 001 000: 1 to 6; 0 where not declared.</summary>
    public int ValuationMethod { get; init; }

    /// <summary>99 06 001 000: statistical value in euro cents; null where not declared.</summary>
    public long? StatisticalValueCents { get; init; }
}

/// <summary>
/// One new import declaration in typed form (levels D and GS), after all checks of form: what is decided on.
/// </summary>
public sealed record Declaration
{
    public required DataSet DataSet { get; init; }
    public required Lrn Lrn { get; init; }

    /// <summary>
    /// 11 02 001 000: A to C for goods presented, D to F before that, X to Z supplementary; NUL where the data set has
    /// none (I2).
    /// </summary>
    public required char AdditionalType { get; init; }

    /// <summary>Version of the message model it was read as: the major version of the EUCDM, 6 or 7.</summary>
    public int MessageVersion { get; init; } = 6;

    public required Party Declarant { get; init; }
    public Eori? Representative { get; init; }

    /// <summary>13 06 030 000: 2 direct, 3 indirect; 0 without representative.</summary>
    public int RepresentativeStatus { get; init; }
    public Party Importer { get; init; } = Party.None;
    public Party Exporter { get; init; } = Party.None;
    public IossNumber? Ioss { get; init; }

    /// <summary>
    /// Transport document of the shipment (12 05 001), else the first one at a line; empty if there is none.
    /// </summary>
    public string TransportDocument { get; init; } = "";

    /// <summary>Transport and insurance (14 15) of a H7, postal charges (14 13) of a H6; null elsewhere, also where a
    /// message has one that its data set does not ask.</summary>
    public Money? Freight { get; init; }

    /// <summary>14 04 at the shipment, of a H1; at most 99.</summary>
    public IReadOnlyList<Addition> Additions { get; init; } = [];
    public long GrossMass { get; init; }
    public CountryCode Dispatch { get; init; }
    public CountryCode Destination { get; init; }

    /// <summary>Location of goods in one line of text: qualifier and identification.</summary>
    public string LocationOfGoods { get; init; } = "";
    public string PresentationOffice { get; init; } = "";

    /// <summary>Documents, references and authorisations of declaration and shipment; those at a line are with it.
    /// </summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>15 09 001 000 at the shipment, of a supplementary declaration; null where not declared.</summary>
    public DateOnly? AcceptanceDate { get; init; }
    public required IReadOnlyList<DeclarationLine> Lines { get; init; }
}

/// <summary>
/// What reading and checking one message gives: either a declaration or problems, or both (warnings).
/// </summary>
public sealed record CheckedMessage
{
    /// <summary>
    /// False if the message could not be understood at all (no well-formed XML, no declaration in it).
    /// </summary>
    public required bool IsReadable { get; init; }

    /// <summary>True if it was written as JSON: then pointers into it are JSON pointers.</summary>
    public bool IsJson { get; init; }
    public MessageKind Kind { get; init; }
    public DataSet DataSet { get; init; }

    /// <summary>
    /// LRN as it stands in the message, also if its form is wrong; at most 70 characters; empty if there is none.
    /// </summary>
    public string LrnText { get; init; } = "";

    /// <summary>
    /// Declarant's number as it stands in the message; empty if there is none. At most 70 characters.
    /// </summary>
    public string DeclarantText { get; init; } = "";

    /// <summary>
    /// Number of the declaration that a message of another kind than a new declaration is about, as it stands in the
    /// message; empty if there is none. At most 70 characters.
    /// </summary>
    public string MrnText { get; init; } = "";

    /// <summary>11 02 001 000 as recognised; NUL if there is none.</summary>
    public char AdditionalType { get; init; }

    /// <summary>Version of the message model that holds for the declarant on the day; 0 if unreadable.</summary>
    public int MessageVersion { get; init; }

    /// <summary>
    /// Set for a new declaration, and for an amendment, correction or supplement that was checked as content (see
    /// <see cref="MessageChecker"/>), if and only if no problem rejects the message.
    /// </summary>
    public Declaration? Declaration { get; init; }

    /// <summary>
    /// Set for every kind about an earlier declaration, if and only if no problem rejects the message.
    /// </summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>Place of the LRN in the message.</summary>
    public string LrnPointer => IsJson ? "/lrn" : "/Declaration/FunctionalReferenceID";

    /// <summary>Place of the declarant's number in the message.</summary>
    public string DeclarantPointer => IsJson ? "/declarant/identificationNumber" : "/Declaration/Declarant/ID";

    /// <summary>Place of the number of the declaration that the message is about.</summary>
    public string MrnPointer => IsJson ? "/mrn" : "/Declaration/ID";

    /// <summary>All problems of the message at once, at most 200.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Life;

/// <summary>Kinds of terms that run. Numbers are stored and never change.</summary>
internal enum TermKind : byte
{
    /// <summary>Presentation of pre-lodged goods (UCC 171).</summary>
    Presentation = 1,

    /// <summary>The supplementary declaration (Delegated Regulation 2015/2446, art. 146).</summary>
    Supplement = 2,
}

/// <summary>
/// A declaration as it stands in the decider's own transaction, with the place of the content of its present version.
/// </summary>
internal sealed class StandingDeclaration
{
    public long Id { get; init; }
    public long SubmitterId { get; init; }
    public long DeclarantId { get; init; }
    public DataSet DataSet { get; init; }
    public long ReceivedAt { get; init; }
    public DeclarationState State { get; set; }
    public long FileId { get; init; }
    public long Entry { get; init; }
    public byte[] ContentHash { get; init; } = [];
    public long DrawDay { get; init; }
    public long FirstLine { get; init; }
    public int LineCount { get; init; }
    public long ValueCents { get; init; }
    public long DutyCents { get; init; }
    public long VatCents { get; init; }
    public long AdditionalType { get; init; }
    public long? AcceptedOnDay { get; init; }
    public int Version { get; init; }
    public long Relodgings { get; init; }

    /// <summary>Version of the message model that the content that stands is written in.</summary>
    public int MessageVersion { get; init; }
    public long? Term { get; init; }
    public long? LastDay { get; init; }

    /// <summary>11 02 as declared.</summary>
    public char DeclaredAs => (char)AdditionalType;

    /// <summary>Type it is decided as: that of presented goods once they are.</summary>
    public char DecidedAs => AcceptedOn is null ? DeclaredAs : DeclarationTypes.OncePresented(DeclaredAs);

    public Mrn Mrn => Mrn.ForSequence(DutchTime.DateOf(ReceivedAt), Id);

    public RawPlace Content => new(FileId, Entry);

    /// <summary>True for a line of the version that stands.</summary>
    public bool Has(long lineId) => lineId >= FirstLine && lineId < FirstLine + LineCount;

    public DateOnly? AcceptedOn => AcceptedOnDay switch
    {
        null => null,
        0 => DutchTime.DateOf(ReceivedAt),
        { } day => DateOnly.FromDayNumber((int)day),
    };

    public DateOnly? LapsesOn => DayOf(TermKind.Presentation);

    public DateOnly? SupplementDueOn => DayOf(TermKind.Supplement);

    public TaxSum Sum => new(ValueCents, DutyCents, VatCents);

    /// <summary>What of it stands in the totals of its day of acceptance.</summary>
    public TaxSum Counted => CountedOf(Sum);

    /// <summary>Amounts of a simplified declaration count with its supplement.</summary>
    public TaxSum CountedOf(in TaxSum sum) => DeclarationTypes.IsSimplified(DeclaredAs, DataSet) ? default : sum;

    private DateOnly? DayOf(TermKind kind) =>
        Term == (int)kind && LastDay is { } day ? DateOnly.FromDayNumber((int)day) : null;
}

/// <summary>A request as the decider needs it to decide on it later.</summary>
internal sealed class StandingRequest
{
    public long Id { get; init; }
    public long DeclarationId { get; init; }
    public MessageKind Kind { get; init; }
    public long SubmitterId { get; init; }
    public long ReceivedAt { get; init; }
    public RequestState State { get; init; }
    public long FileId { get; init; }
    public long Entry { get; init; }
    public byte[] ContentHash { get; init; } = [];
    public long HasClaim { get; init; }
    public int MessageVersion { get; init; }
    public string ReasonCode { get; init; } = "";
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Where a raw message is kept: entry of a received file, or (file 0) a place in the spool of single messages.
/// </summary>
internal readonly record struct RawPlace(long FileId, long Entry);

/// <summary>
/// A message after all pure work: read, checked, calculated, assessed. Nothing in it depends on what came before it, so
/// any
/// number of them are made at once on all cores.
/// </summary>
internal sealed record PreparedMessage
{
    private readonly DateOnly? _acceptedOn;

    public required Submitter Submitter { get; init; }
    public required long ReceivedAt { get; init; }

    /// <summary>
    /// Civil date of receipt in Dutch time: the date of acceptance of a declaration with goods presented.
    /// </summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Date of acceptance: of receipt, but for a supplementary declaration the one it declares.</summary>
    public DateOnly AcceptedOn
    {
        get => _acceptedOn ?? ReceivedOn;
        init => _acceptedOn = value;
    }

    public required LawOfTheDay Law { get; init; }

    /// <summary>Place in a received file; for a single message it is set when the spool has it.</summary>
    public RawPlace Place { get; set; }

    /// <summary>First 16 bytes of the SHA-256 of the message.</summary>
    public UInt128 ContentHash { get; init; }

    /// <summary>Length of the message.</summary>
    public int Bytes { get; init; }

    public required CheckedMessage Checked { get; init; }
    public LineTax[] Taxes { get; init; } = [];
    public Assessment? Assessment { get; init; }

    /// <summary>The pure work itself failed: the message goes to quarantine and this says why.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Raw bytes of a single message, to be spooled by the decider; empty for an entry of a file.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>Who waits for the answer to a single message; null for an entry of a file.</summary>
    public TaskCompletionSource<MessageAnswer>? Waiter { get; init; }

    /// <summary>Problems found before the decider, those of the mandate included.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public bool IsRejected { get; init; }

    /// <summary>The submitter may not lodge for the declarant on the day of receipt; then it is rejected too.</summary>
    public bool LacksMandate { get; init; }

    /// <summary>By which the consignee finds it, see <see cref="Declarations.Contract.ParcelKey"/>; null without.
    /// </summary>
    public long? ParcelKey { get; init; }

    /// <summary>11 02 as recognised; NUL without.</summary>
    public char AdditionalType => Checked.Declaration?.AdditionalType ?? Checked.AdditionalType;

    public bool IsPrelodged => DeclarationTypes.IsPrelodged(AdditionalType);

    public bool IsSupplement => DeclarationTypes.IsSupplementary(AdditionalType);

    /// <summary>The simplified declarations or entries that it supplements, the first one in front.</summary>
    public IReadOnlyList<long> Supplemented { get; init; } = [];

    public long? SupplementsId => Supplemented.Count > 0 ? Supplemented[0] : null;

    public int LineCount => Checked.Declaration?.Lines.Count ?? 0;

    /// <summary>
    /// What it counts in a batch: its lines. A message about an earlier declaration is read by the decider itself, so
    /// it counts as ten and by its size: a line of goods is some 2,000 bytes.
    /// </summary>
    public int Weight => DeclarationTypes.IsAboutEarlier(Checked.Kind)
        ? 10 + (int)(Bytes / 2_000)
        : Math.Max(1, LineCount);
}

/// <summary>Consecutive entries of one file, prepared; decided in the order of the file.</summary>
internal sealed record PreparedChunk(OpenFile File, int EntryFrom, PreparedMessage[] Messages);

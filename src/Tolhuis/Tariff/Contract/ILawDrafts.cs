// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>Where a draft of an edition stands. Kept as its number.</summary>
public enum DraftState : byte
{
    /// <summary>Files can be loaded into it.</summary>
    Open = 1,

    /// <summary>It became an edition; nothing of it changes any more.</summary>
    Published = 2,

    /// <summary>Given up; kept, so that it can be seen who gave it up and why.</summary>
    Withdrawn = 3,
}

/// <summary>What a load or a draft changes in one table, counted by key: a code, a currency, a row of a list.</summary>
/// <param name="Added">Keys that the law did not have.</param>
/// <param name="Changed">Keys that hold something else from a day on.</param>
/// <param name="Ended">Keys in force that end.</param>
/// <param name="Unchanged">Keys that the file names and that stay as they are.</param>
public sealed record TableChange(string Table, int Added, int Changed, int Ended, int Unchanged);

/// <summary>A file that was loaded into a draft.</summary>
/// <param name="Sequence">From 1 within its draft.</param>
/// <param name="LoadedAt">Microseconds since 1970 UTC.</param>
/// <param name="Kind">See <see cref="ILawDrafts.Kinds"/>, or the name of a table.</param>
/// <param name="FileName">Last part of its name only.</param>
/// <param name="Sha256">Of the bytes as they came, in hexadecimal.</param>
/// <param name="From">First day on which it changes anything.</param>
/// <param name="Ground">Legal ground given with it; empty where each row has its own.</param>
public sealed record DraftLoad(
    int Sequence,
    long LoadedAt,
    Actor By,
    string Kind,
    string FileName,
    string Sha256,
    long Bytes,
    DateOnly From,
    string Ground,
    IReadOnlyList<TableChange> Changes);

/// <summary>An edition in the making: what was loaded on top of an edition, checked and published as a whole.</summary>
/// <param name="BasedOn">Edition in use when it was begun.</param>
/// <param name="Version">Ascends with every load: what was checked is what is published, or nothing is.</param>
/// <param name="ClosedBy">Who published or withdrew it; null while open.</param>
/// <param name="Reason">In that person's words; empty while open.</param>
/// <param name="Edition">Number it was published as; null otherwise.</param>
public sealed record LawDraft(
    int Number,
    DraftState State,
    int BasedOn,
    long MadeAt,
    int Version,
    IReadOnlyList<DraftLoad> Loads,
    long? ClosedAt,
    Actor? ClosedBy,
    string Reason,
    int? Edition);

/// <summary>A file to load.</summary>
/// <param name="From">First day on which it may change anything; null for today in the Netherlands.</param>
/// <param name="Ground">Legal ground for rows that have none of their own; empty for that of the kind.</param>
/// <param name="IsComplete">True if what the file does not name ends, within what it is about (its chapters, lists or
/// countries); null for what is usual for the kind.</param>
/// <param name="Draft">Draft to load into; null for a new one.</param>
public sealed record LoadRequest(
    string Kind,
    string FileName,
    ReadOnlyMemory<byte> Content,
    DateOnly? From = null,
    string Ground = "",
    bool? IsComplete = null,
    int? Draft = null);

/// <summary>What became of a load: the draft with it, or everything that is wrong and a draft left as it was.</summary>
/// <param name="Draft">Null if nothing was loaded.</param>
/// <param name="LeftOut">Rows read and left out on purpose: sections of the nomenclature, codes no longer valid, months
/// before the first day.</param>
/// <param name="Problems">At most 200.</param>
public sealed record LoadOutcome(
    LawDraft? Draft, IReadOnlyList<TableChange> Changes, int LeftOut, IReadOnlyList<Problem> Problems);

/// <summary>What is wrong with a draft, and what it would change in the edition in use.</summary>
/// <param name="Faults">As <see cref="LawEdition.FaultsOf"/> finds them; it can be published only without.</param>
/// <param name="FirstDay">First day whose law changes; null if none does.</param>
/// <param name="Differs">Differences with the edition in use, bounded.</param>
/// <param name="Problem">Why it cannot be published apart from faults: closed, nothing loaded, outdated; or null.
/// </param>
public sealed record DraftCheck(
    LawDraft Draft, IReadOnlyList<LawFault> Faults, DateOnly? FirstDay, EditionDifference Differs, Problem? Problem)
{
    public bool IsFit => Faults.Count == 0 && Problem is null;
}

/// <summary>What became of publishing or withdrawing: the draft as it stands, or why it was refused.</summary>
public sealed record DraftOutcome(LawDraft? Draft, Problem? Problem, IReadOnlyList<LawFault> Faults);

/// <summary>
/// The next edition of the law in the making: files are loaded into a draft, the draft is checked and published as the
/// next immutable edition, or withdrawn. Nothing is half loaded; everything stays in the history. For all threads.
/// </summary>
/// <exception cref="Platform.StoreUnavailableException">Every act: nothing of it was kept.</exception>
public interface ILawDrafts
{
    /// <summary>Kinds of files; besides these, the name of a table (<c>tariff.settings</c>).</summary>
    static IReadOnlyList<string> Kinds => Loading.LawFileKinds.Names;

    /// <summary>Most bytes of a file; the largest official ones have three million.</summary>
    const int MaxFileBytes = 14_000_000;

    /// <summary>Reads a file into a draft; the law before its first day stays what it was.</summary>
    Task<LoadOutcome> Load(LoadRequest request, Actor by);

    /// <summary>Newest first, with a lower number than given; at most 200.</summary>
    IReadOnlyList<LawDraft> List(int limit = 50, int? before = null);

    LawDraft? Find(int number);

    /// <summary>The draft that became an edition; null for an edition that came another way.</summary>
    LawDraft? OfEdition(int edition);

    /// <summary>Null if there is no such draft.</summary>
    DraftCheck? Check(int number);

    /// <summary>
    /// Makes a draft the next edition, in use from then on. A person cannot publish what he or she loaded.
    /// </summary>
    /// <param name="version">Version that was checked; null for the one that stands.</param>
    /// <param name="reason">Why, at most 2,000 characters.</param>
    Task<DraftOutcome> Publish(int number, int? version, string reason, Actor by);

    Task<DraftOutcome> Withdraw(int number, string reason, Actor by);
}

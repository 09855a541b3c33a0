// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>An edition as it was recorded.</summary>
/// <param name="RecordedAt">Microseconds since 1970-01-01 UTC.</param>
/// <param name="Source"><c>program</c> if it came with the program, <c>import</c> if an operator took it over.</param>
public sealed record EditionRecord(int Number, long RecordedAt, string Source, string Hash);

/// <summary>What an import of an edition gave: the edition now in use, or what is wrong.</summary>
/// <param name="Edition">Null if it was refused.</param>
/// <param name="Problem">Why it was refused, or a warning that nothing changed; null if it was recorded.</param>
/// <param name="Faults">All faults found, at most 200.</param>
public sealed record ImportOutcome(LawEdition? Edition, Problem? Problem, IReadOnlyList<LawFault> Faults);

/// <summary>The editions of the law in this store. For all threads.</summary>
public interface ITariff
{
    /// <summary>The edition new decisions are made on: the last one recorded.</summary>
    LawEdition Current { get; }

    /// <summary>
    /// An edition by the number that a decision has kept or a person names; null if the store has no such number.
    /// </summary>
    /// <exception cref="InvariantException">The edition in the store is not what was recorded.</exception>
    LawEdition? Edition(int number);

    /// <summary>All editions, the oldest first.</summary>
    IReadOnlyList<EditionRecord> Editions();

    /// <summary>
    /// Checks an edition in its text form and records it as the next number. It is in use from then on.
    /// </summary>
    /// <exception cref="Platform.StoreUnavailableException">The store takes no writes now; nothing was
    /// recorded.</exception>
    Task<ImportOutcome> Import(ReadOnlyMemory<byte> bundle);
}

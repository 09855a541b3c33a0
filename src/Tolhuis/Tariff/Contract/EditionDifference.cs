// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Tariff.Contract;

/// <summary>How a row differs between two editions.</summary>
public enum RowDifference : byte
{
    Added = 1,
    Changed = 2,
    Removed = 3,
}

/// <summary>One key whose rows differ.</summary>
/// <param name="Key">Values of the key, as people write them: <c>610910</c>, <c>currency USD</c>.</param>
/// <param name="Before">What its rows say in the earlier edition, with their periods; at most 10.</param>
/// <param name="After">Its rows in the later one.</param>
public sealed record KeyDifference(
    string Table, string Key, RowDifference Kind, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>
/// What differs between two editions, counted per table in full and shown row by row up to a bound.
/// </summary>
/// <param name="Tables">Every table with a difference; <c>Ended</c> counts keys of which a row in force ends sooner.
/// </param>
/// <param name="Keys">The first of them, in the order of the tables; at most the number asked.</param>
/// <param name="FirstDay">First day whose law differs; null if none does.</param>
public sealed record EditionDifference(
    IReadOnlyList<TableChange> Tables, IReadOnlyList<KeyDifference> Keys, DateOnly? FirstDay)
{
    public int Count => Tables.Sum(table => table.Added + table.Changed + table.Ended);

    /// <summary>Compares two editions.</summary>
    /// <param name="limit">Most keys to show, 0 to 500; the counts are always of all.</param>
    public static EditionDifference Between(LawEdition earlier, LawEdition later, int limit = 200) =>
        Loading.EditionComparison.Between(earlier, later, Math.Clamp(limit, 0, 500));
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// The versions of the message model that are taken on a day: the major version of the EUCDM. Old and new stand side by
/// side while a change-over lasts.
/// </summary>
internal sealed class VersionTable
{
    /// <summary>Version of editions made before there was a table.</summary>
    private const int First = 6;

    private readonly int[] _versions;

    private VersionTable(int[] versions, int standard)
    {
        _versions = versions;
        Standard = standard;
    }

    /// <summary>In ascending order, at least one.</summary>
    public IReadOnlyList<int> All => _versions;

    /// <summary>Holds where nothing is agreed with the declarant.</summary>
    public int Standard { get; }

    public bool IsTaken(int version) => IndexOf(version) >= 0;

    /// <summary>-1 for a version that is not taken.</summary>
    public int IndexOf(int version) => Array.IndexOf(_versions, version);

    /// <exception cref="InvalidDataException">The table has not exactly one version that holds where nothing is agreed.
    /// </exception>
    public static VersionTable Of(LawOfTheDay law)
    {
        var rows = law.Rows("declarations.message_versions");
        if (rows.Count == 0)
            return new VersionTable([First], First);
        var standard = rows.Where(row => row["is_standard"] == "yes").ToList();
        if (standard.Count != 1)
            throw new InvalidDataException("declarations.message_versions: not exactly one row is the standard.");
        return new VersionTable(
            [.. rows.Select(row => (int)row.Number("version")).Order()], (int)standard[0].Number("version"));
    }
}

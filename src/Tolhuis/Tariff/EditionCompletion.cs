// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff;

/// <summary>
/// An edition that an operator took over under an earlier program, made whole for this one. Invariant: no row of his
/// that this program reads is changed. Added are whole tables, and of tables that name things (settings, lists,
/// sentences) the names that his edition has on no day at all.
/// </summary>
internal static class EditionCompletion
{
    private const string Elements = "declarations.elements";

    // Column by which a table is one of names; of other tables nothing is added to the rows that are there.
    private static readonly Dictionary<string, string> NameByTable = new(StringComparer.Ordinal)
    {
        ["tariff.settings"] = "name",
        ["tariff.code_lists"] = "list",
        ["tariff.goods_lists"] = "list",
        ["tariff.steps"] = "code",
    };

    /// <returns>The whole edition and the tables in which it differs; null if it was made for this program, so that a
    /// name that is not in it was left out on purpose; and null if it would have faults.</returns>
    public static (LawEdition Edition, IReadOnlyList<string> Tables)? Of(LawEdition edition)
    {
        var program = LawEdition.BuiltIn.Tables;
        if (program.All(table => edition.HasTable(table.Name)) && HasColumns(edition, Elements))
            return null;
        var changed = new List<LawTable>();
        foreach (var known in program)
        {
            var his = edition.Tables.FirstOrDefault(table => table.Name == known.Name);
            if (his is null)
                changed.Add(known.Name == MeasureRows.Table ? MeasuresOf(edition) ?? known : known);
            else if (known.Name == Elements && !HasColumns(edition, Elements))
                // Other tables name its rows by a key that an earlier table has not.
                changed.Add(known);
            else if (NameOf(known.Name) is { } name && WithNames(his, known, name) is { } longer)
                changed.Add(longer);
        }

        var whole = edition.Without(MeasureRows.EarlierTable).With(edition.Number + 1, changed);
        return LawEdition.FaultsOf(whole).Count == 0 ? (whole, [.. changed.Select(table => table.Name)]) : null;
    }

    private static bool HasColumns(LawEdition edition, string name)
    {
        var known = LawEdition.BuiltIn.Tables.First(table => table.Name == name);
        return edition.Tables.FirstOrDefault(table => table.Name == name) is { } his
            && known.Columns.All(his.HasColumn);
    }

    private static string? NameOf(string table) => table.EndsWith(".problems", StringComparison.Ordinal)
        ? "code"
        : NameByTable.GetValueOrDefault(table);

    private static LawTable? WithNames(LawTable his, LawTable known, string column)
    {
        var names = his.Rows.Select(row => row[column]).ToHashSet(StringComparer.Ordinal);
        var more = known.Rows.Where(row => !names.Contains(row[column])).ToList();
        return more.Count == 0
            ? null
            : Table(his.Name, known.Columns, his.Rows.Concat(more).Select(
                row => known.Columns.Select(name => row[name])));
    }

    /// <summary>His percentages as the measures they are read as; null if he has none.</summary>
    private static LawTable? MeasuresOf(LawEdition edition)
    {
        if (!edition.HasTable(MeasureRows.EarlierTable))
            return null;
        var columns = LawEdition.BuiltIn.Tables.First(table => table.Name == MeasureRows.Table).Columns;
        return Table(MeasureRows.Table, columns, edition.Table(MeasureRows.EarlierTable).Select(
            row => columns.Select(column => column switch
            {
                "type" => "third-country",
                "duty" => row["percent"].Length == 0 ? "" : row["percent"] + "%",
                _ => row[column],
            })));
    }

    private static LawTable Table(string name, IReadOnlyList<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        LawCsv.Write(text, columns);
        foreach (var row in rows)
            LawCsv.Write(text, [.. row]);
        return LawBundle.ReadTable(name, Encoding.UTF8.GetBytes(text.ToString()));
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Reading;

/// <summary>Presence letter of a column: A mandatory, B optional for Member States, C optional for traders.</summary>
internal enum Presence : byte
{
    NotInColumn,
    Mandatory,
    OptionalForState,
    OptionalForTrader,
}

/// <summary>
/// Presence and the name of the condition under which a mandatory element must be there, see PresenceCheck.
/// </summary>
internal readonly record struct ColumnUse(Presence Presence, string When);

/// <summary>The columns of the element table, by their place in it.</summary>
internal static class Columns
{
    private static readonly DataSet[] DataSets = [DataSet.H1, DataSet.H6, DataSet.H7, DataSet.I1, DataSet.I2];

    public static IReadOnlyList<string> Names { get; } = ["h1", "h6", "h7", "i1", "i2"];

    public static int Count => DataSets.Length;

    public static DataSet At(int column) => DataSets[column];

    /// <summary>-1 for a data set that has no column.</summary>
    public static int Of(DataSet dataSet) => Array.IndexOf(DataSets, dataSet);
}

/// <summary>One row of the element table: a data element or a group of data elements of the EUCDM.</summary>
internal sealed class Element
{
    /// <summary>Before a code list: it does not count in the column H7, which has a rule with a list of its own.
    /// </summary>
    private const string NotInH7 = "H1:";
    private readonly string[] _inlineCodes;
    private readonly ColumnUse[] _uses;

    public Element(int index, LawRow row)
    {
        Index = index;
        Number = row["number"];
        Key = row["key"] is { Length: > 0 } key ? key : Number;
        NameEn = row["name_en"];
        NameNl = row["name_nl"];
        Format = ElementFormat.Parse(row["format"]);
        _uses = [.. Columns.Names.Select(name => new ColumnUse(PresenceOf(row[name]), row[name + "_when"]))];
        IsInAnyColumn = _uses.Any(use => use.Presence != Presence.NotInColumn);
        SinceVersion = VersionOf(row, "since_version", 0);
        UntilVersion = VersionOf(row, "until_version", int.MaxValue);
        MaxInHeader = Math.Max(CountOf(row, "d"), CountOf(row, "gs"));
        MaxInItem = CountOf(row, "si");
        var list = row["code_list"];
        IsListNotForH7 = list.StartsWith(NotInH7, StringComparison.Ordinal);
        list = IsListNotForH7 ? list[NotInH7.Length..] : list;
        var isInline = list is ['[', .., ']'];
        CodeLists = isInline || list.Length == 0 ? [] : list.Split(' ');
        _inlineCodes = isInline ? list[1..^1].Split(' ') : [];
        Paths = row["wco_paths"].Split('|');
    }

    public int Index { get; }

    /// <summary>
    /// Number in the form <c>gg nn sss eee</c>; empty for the parts of a message that are no data element.
    /// </summary>
    public string Number { get; }

    /// <summary>What the other tables call it: the number, or a word of our own for what has none.</summary>
    public string Key { get; }
    public string NameEn { get; }
    public string NameNl { get; }
    public ElementFormat Format { get; }

    /// <summary>First version of the message model that has it.</summary>
    public int SinceVersion { get; }

    /// <summary>First version of the message model that no longer has it.</summary>
    public int UntilVersion { get; }

    /// <summary>How often it may stand at declaration or shipment level; 0 where it has no place there.</summary>
    public int MaxInHeader { get; }

    /// <summary>How often it may stand at a goods item; 0 where it has no place there.</summary>
    public int MaxInItem { get; }

    /// <summary>
    /// Names of code lists in the law of the day: the code stands in one of them. Empty where there is none.
    /// </summary>
    public string[] CodeLists { get; }

    public bool IsListNotForH7 { get; }
    public string[] Paths { get; }

    public bool IsGroup => Format.IsGroup;

    public IReadOnlyList<string> InlineCodes => _inlineCodes;

    public bool HasInlineCodes => _inlineCodes.Length != 0;

    /// <summary>True if it stands in at least one column: parts that are no data element stand in none.</summary>
    public bool IsInAnyColumn { get; }

    /// <summary>What a column asks in a version of the message model.</summary>
    /// <param name="column">Index of <see cref="Columns"/>.</param>
    public ColumnUse Use(int column, int version) =>
        version >= SinceVersion && version < UntilVersion ? _uses[column] : default;

    public bool IsInlineCode(ReadOnlySpan<char> code)
    {
        foreach (var known in _inlineCodes)
        {
            if (code.SequenceEqual(known))
                return true;
        }

        return false;
    }

    private static int CountOf(LawRow row, string column) => row[column].Length == 0 ? 0 : (int)row.Number(column);

    private static int VersionOf(LawRow row, string column, int without) =>
        row[column].Length == 0 ? without : (int)row.Number(column);

    private static Presence PresenceOf(string letter) => letter switch
    {
        "" => Presence.NotInColumn,
        "A" => Presence.Mandatory,
        "B" => Presence.OptionalForState,
        "C" => Presence.OptionalForTrader,
        _ => throw new InvalidDataException($"\"{letter}\" is not a presence (A, B or C)."),
    };
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

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

/// <summary>One row of the element table: a data element or a group of data elements of the EUCDM.</summary>
internal sealed class Element
{
    /// <summary>Before a code list: it counts in the column H1 only, H7 has a rule with a list of its own.</summary>
    private const string H1Only = "H1:";
    private readonly string[] _inlineCodes;

    public Element(int index, LawRow row)
    {
        Index = index;
        Number = row["number"];
        Key = row["key"] is { Length: > 0 } key ? key : Number;
        NameEn = row["name_en"];
        NameNl = row["name_nl"];
        Format = ElementFormat.Parse(row["format"]);
        H1 = new ColumnUse(PresenceOf(row["h1"]), row["h1_when"]);
        H7 = new ColumnUse(PresenceOf(row["h7"]), row["h7_when"]);
        MaxInHeader = Math.Max(CountOf(row, "d"), CountOf(row, "gs"));
        MaxInItem = CountOf(row, "si");
        var list = row["code_list"];
        IsListForH1Only = list.StartsWith(H1Only, StringComparison.Ordinal);
        list = IsListForH1Only ? list[H1Only.Length..] : list;
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
    public ColumnUse H1 { get; }
    public ColumnUse H7 { get; }

    /// <summary>How often it may stand at declaration or shipment level; 0 where it has no place there.</summary>
    public int MaxInHeader { get; }

    /// <summary>How often it may stand at a goods item; 0 where it has no place there.</summary>
    public int MaxInItem { get; }

    /// <summary>
    /// Names of code lists in the law of the day: the code stands in one of them. Empty where there is none.
    /// </summary>
    public string[] CodeLists { get; }

    public bool IsListForH1Only { get; }
    public string[] Paths { get; }

    public bool IsGroup => Format.IsGroup;

    public IReadOnlyList<string> InlineCodes => _inlineCodes;

    public bool HasInlineCodes => _inlineCodes.Length != 0;

    public ColumnUse Use(bool isH7) => isH7 ? H7 : H1;

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

    private static Presence PresenceOf(string letter) => letter switch
    {
        "" => Presence.NotInColumn,
        "A" => Presence.Mandatory,
        "B" => Presence.OptionalForState,
        "C" => Presence.OptionalForTrader,
        _ => throw new InvalidDataException($"\"{letter}\" is not a presence (A, B or C)."),
    };
}

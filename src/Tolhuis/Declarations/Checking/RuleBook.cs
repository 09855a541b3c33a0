// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// What this module needs of the law of one day, compiled: the element table with its tree of places and its columns,
/// the table of data sets, the severity of each problem. Immutable, shared by all threads, kept as long as the law
/// itself is.
/// </summary>
internal sealed class RuleBook
{
    private static readonly ConditionalWeakTable<LawOfTheDay, RuleBook> Books = [];

    private readonly FrozenDictionary<string, Severity> _severityByCode;
    private readonly Dictionary<MessageKind, FollowUpPlan> _followUps;
    private readonly Dictionary<string, Element> _elementByKey = new(StringComparer.Ordinal);
    private readonly Field[] _fieldByElement;

    private RuleBook(LawOfTheDay law)
    {
        Law = law;
        Elements = [.. law.Rows("declarations.elements").Select((row, index) => new Element(index, row))];
        Trie = new PathTrie(Elements, law.Rows("declarations.json_names"));
        H1 = new ColumnPlan(Elements, Trie, isH7: false);
        H7 = new ColumnPlan(Elements, Trie, isH7: true);
        DataSets = new DataSetTable(law.Rows("declarations.data_sets"));
        foreach (var element in Elements.Where(e => e.Key.Length != 0))
            _elementByKey.Add(element.Key, element);
        _fieldByElement = [.. Elements.Select(e => Fields.Of(e.Key))];
        _followUps = FollowUpPlan.Read(law.Rows("declarations.follow_ups"), ElementOf, Trie, Elements.Count);
        _severityByCode = law.Rows("declarations.problems").ToFrozenDictionary(
            row => row["code"],
            row => Enum.Parse<Severity>(row["severity"], ignoreCase: true),
            StringComparer.Ordinal);
        Rules = [.. Tolhuis.Declarations.Rules.AllRules.List.Where(rule => _severityByCode.ContainsKey(rule.Code))];
    }

    public LawOfTheDay Law { get; }
    public IReadOnlyList<Element> Elements { get; }
    public PathTrie Trie { get; }
    public ColumnPlan H1 { get; }
    public ColumnPlan H7 { get; }
    public DataSetTable DataSets { get; }

    /// <summary>The rules between elements that are in force on this day.</summary>
    public IReadOnlyList<Tolhuis.Declarations.Rules.Rule> Rules { get; }

    /// <exception cref="InvalidDataException">A table of this module in the edition cannot be read.</exception>
    public static RuleBook Of(LawOfTheDay law) => Books.GetValue(law, static its => new RuleBook(its));

    public ColumnPlan Column(bool isH7) => isH7 ? H7 : H1;

    /// <summary>By number, or by key for what has no number.</summary>
    public Element ElementOf(string number) => _elementByKey[number];

    /// <summary>What a message of a kind about an earlier declaration holds; null for a kind that is not handled.
    /// </summary>
    public FollowUpPlan? FollowUpOf(MessageKind kind) => _followUps.GetValueOrDefault(kind);

    public Field FieldOf(Element element) => _fieldByElement[element.Index];

    /// <summary>False if the problem has no row in force: then it is no problem on this day.</summary>
    public bool TryGetSeverity(string code, out Severity severity) => _severityByCode.TryGetValue(code, out severity);
}

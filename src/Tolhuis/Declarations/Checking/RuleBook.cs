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
    private readonly ReferenceParts?[] _references;
    private readonly ColumnPlan[][] _columns;
    private readonly FrozenDictionary<string, Severity> _preLodgedByCode;
    private readonly Dictionary<string, Element> _elementByKey = new(StringComparer.Ordinal);
    private readonly Field[] _fieldByElement;

    private RuleBook(LawOfTheDay law)
    {
        Law = law;
        Elements = [.. law.Rows("declarations.elements").Select((row, index) => new Element(index, row))];
        Trie = new PathTrie(Elements, law.Rows("declarations.json_names"));
        Versions = VersionTable.Of(law);
        _columns = [.. Versions.All.Select(version => PlansOf(version))];
        DataSets = new DataSetTable(law.Rows("declarations.data_sets"));
        foreach (var element in Elements.Where(e => e.Key.Length != 0))
            _elementByKey.Add(element.Key, element);
        _fieldByElement = [.. Elements.Select(e => Fields.Of(e.Key))];
        _references = [.. Elements.Select(e => ReferenceParts.Of(e.Number, ElementOf))];
        MerchantDocument = FirstCode("product-identifier-merchant");
        ManufacturerDocument = FirstCode("product-identifier-manufacturer");
        _followUps = FollowUpPlan.Read(law.Rows("declarations.follow_ups"), ElementOf, Trie, Elements.Count);
        _severityByCode = law.Rows("declarations.problems").ToFrozenDictionary(
            row => row["code"],
            row => Enum.Parse<Severity>(row["severity"], ignoreCase: true),
            StringComparer.Ordinal);
        _preLodgedByCode = law.Rows("declarations.prelodged").ToFrozenDictionary(
            row => row["code"],
            row => Enum.Parse<Severity>(row["severity"], ignoreCase: true),
            StringComparer.Ordinal);
        Rules = [.. Tolhuis.Declarations.Rules.AllRules.List.Where(rule => _severityByCode.ContainsKey(rule.Code))];
    }

    public LawOfTheDay Law { get; }
    public IReadOnlyList<Element> Elements { get; }
    public PathTrie Trie { get; }
    public VersionTable Versions { get; }

    /// <summary>Type of the document that holds the merchant's product identifier; empty before there is one.</summary>
    public string MerchantDocument { get; }

    /// <summary>Type of the document that holds the manufacturer's product identifier.</summary>
    public string ManufacturerDocument { get; }
    public DataSetTable DataSets { get; }

    /// <summary>The rules between elements that are in force on this day.</summary>
    public IReadOnlyList<Tolhuis.Declarations.Rules.Rule> Rules { get; }

    /// <exception cref="InvalidDataException">A table of this module in the edition cannot be read.</exception>
    public static RuleBook Of(LawOfTheDay law) => Books.GetValue(law, static its => new RuleBook(its));

    /// <summary>The column of a data set, null if it has none.</summary>
    /// <param name="version">One of <see cref="Versions"/>.</param>
    public ColumnPlan? Column(DataSet dataSet, int version)
    {
        var column = Columns.Of(dataSet);
        return column < 0 ? null : _columns[Versions.IndexOf(version)][column] is { IsEmpty: false } plan ? plan : null;
    }

    /// <summary>Where the parts of a document or reference stand; null for another group.</summary>
    public ReferenceParts? ReferenceOf(Element group) => _references[group.Index];

    private string FirstCode(string list) => Law.CodesOf(list) is [var first, ..] ? first["code"] : "";

    private ColumnPlan[] PlansOf(int version) =>
        [.. Enumerable.Range(0, Columns.Count).Select(column => new ColumnPlan(Elements, Trie, column, version))];

    /// <summary>By number, or by key for what has no number.</summary>
    public Element ElementOf(string number) => _elementByKey[number];

    /// <summary>What a message of a kind about an earlier declaration holds; null for a kind that is not handled.
    /// </summary>
    public FollowUpPlan? FollowUpOf(MessageKind kind) => _followUps.GetValueOrDefault(kind);

    public Field FieldOf(Element element) => _fieldByElement[element.Index];

    /// <summary>False if the problem has no row in force: then it is no problem on this day.</summary>
    /// <param name="isPreLodged">Before presentation the law of that day is not yet known, so that what depends on it
    /// only warns.</param>
    public bool TryGetSeverity(string code, bool isPreLodged, out Severity severity)
    {
        if (!_severityByCode.TryGetValue(code, out severity))
            return false;
        if (isPreLodged && _preLodgedByCode.TryGetValue(code, out var lighter))
            severity = lighter;
        return true;
    }
}

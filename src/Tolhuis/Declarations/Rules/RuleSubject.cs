// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Checking;
using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// The declaration that the rules look at, and how they say what is wrong and where. Reused from message to message.
/// Knows where each field stands: those of the header at once, those of items and groups from the first question on.
/// </summary>
internal sealed class RuleSubject(MessageContent content, ProblemList problems)
{
    /// <summary>Places kept from message to message; a larger message gets memory of its own.</summary>
    private const int KeptPlaces = 262_144;

    private RuleLaw? _law;
    private int _iossReference;

    // A place holds the index of a value plus one plus the base of its message, so that nothing need be cleared.
    private int[] _header = new int[Fields.Count];
    private int[] _items = [];
    private int _base;
    private int _nextBase;
    private bool _hasItems;
    private int[] _firstGroup = new int[Fields.Count];
    private int[] _nextGroup = new int[64];
    private bool _hasGroups;
    private ulong[] _procedures = new ulong[64];

    public Declaration Declaration { get; private set; } = null!;
    public RuleLaw Rules => _law!;
    public LawOfTheDay Law => _law!.Book.Law;
    public bool HasIossReference => _iossReference >= 0;

    /// <summary>Additional procedures of all lines together, as bits of <see cref="RuleLaw"/>.</summary>
    public ulong AllProcedures { get; private set; }

    public ReadOnlySpan<char> IossText => _iossReference < 0 ? default : content.Text(_iossReference);

    /// <summary>True for a declaration that supplements an earlier one.</summary>
    public bool IsSupplementary => Declaration.AdditionalType is 'X' or 'Y' or 'Z' or 'U' or 'V';

    public void Begin(RuleBook book, Declaration declaration, int iossReference)
    {
        if (!ReferenceEquals(_law?.Book, book))
            _law = RuleLaw.Of(book);
        Declaration = declaration;
        _iossReference = iossReference;
        _hasItems = false;
        _hasGroups = false;
        _base = _nextBase;
        _nextBase = _base + content.Found.Count + 1;
        if (_nextBase > int.MaxValue / 2)
            StartAgain();
        if (_items.Length > KeptPlaces)
            _items = [];
        FindHeader();
        FindProcedures();
    }

    /// <summary>Checks all rules that are for the data set.</summary>
    public void CheckRules(DataSet dataSet) => Check(_law!.RulesFor(dataSet));

    /// <summary>Checks some rules only.</summary>
    public void Check(ReadOnlySpan<Rule> rules)
    {
        foreach (var rule in rules)
            rule.Check(this);
    }

    /// <summary>Additional procedures of a line (from 0), as bits of <see cref="RuleLaw"/>.</summary>
    public ulong Procedures(int line) => _procedures[line];

    public bool IsGift(int line) => (_procedures[line] & _law!.GiftBits) != 0;

    public bool IsDistanceSale(int line) => (_procedures[line] & _law!.DistanceSaleBits) != 0;

    public bool IsInList(string list, ReadOnlySpan<char> code) => Law.IsInList(list, code);

    /// <summary>True if the list is there and does not have the code: without a list nothing is wrong.</summary>
    public bool IsOutside(string list, ReadOnlySpan<char> code) => Law.HasList(list) && !Law.IsInList(list, code);

    /// <summary>The text of a field as it stands in the message: its first occurrence in the header (item 0) or in an
    /// item by its place (from 1).</summary>
    public ReadOnlySpan<char> Text(Field field, int item)
    {
        var index = IndexOf(field, item);
        return index < 0 ? default : content.Text(index);
    }

    public bool Has(Field field, int item) => IndexOf(field, item) >= 0;

    /// <summary>The groups of a kind in the whole message, those of the header included.</summary>
    public RuleGroups Groups(Field kind)
    {
        if (!_hasGroups)
            FindGroups();
        return new RuleGroups(this, _firstGroup[(int)kind]);
    }

    /// <summary>The groups of a kind in an item by its place, or in the header (0).</summary>
    public bool HasGroup(Field kind, int item)
    {
        foreach (var group in Groups(kind))
        {
            if (group.Item == item)
                return true;
        }

        return false;
    }

    /// <summary>Reports at the first place of a field, in an item by its place (from 1) or in the header (0).</summary>
    public void Report(string code, Field field, int item, params string[] arguments)
    {
        if (!problems.IsFull)
            problems.Add(code, Fields.NumberOf(field), PointerTo(field, item), arguments);
    }

    /// <summary>A group by its <see cref="RuleGroup.Index"/>.</summary>
    public RuleGroup GroupAt(int index) => new(this, index);

    internal int NextGroup(int group) => _nextGroup[group];

    internal int ItemOf(int group) => content.Scan.Groups[group].Item;

    internal ReadOnlySpan<char> TextIn(int group, Field field)
    {
        var index = _law!.ElementOf(field) is { } element ? content.InGroup(content.Scan.Groups[group], element) : -1;
        return index < 0 ? default : content.Text(index);
    }

    internal void ReportIn(int group, string code, Field field, string[] arguments)
    {
        if (problems.IsFull || _law!.ElementOf(field) is not { } element)
            return;
        var index = content.InGroup(content.Scan.Groups[group], element);
        var pointer = index < 0
            ? Pointer.ToMissing(content.Scan, _law.Book.Trie, element, content.Scan.Groups[group].Item, group)
            : Pointer.To(content.Scan, content.Found[index].Place, content.Found[index].Item,
                content.Found[index].Group);
        problems.Add(code, element.Number, pointer, arguments);
    }

    private void StartAgain()
    {
        Array.Clear(_header);
        Array.Clear(_items);
        _base = 0;
        _nextBase = content.Found.Count + 1;
    }

    private void FindHeader()
    {
        var found = content.Found;
        for (var i = 0; i < found.Count; i++)
        {
            ref var at = ref found[i];
            if (at.Item == 0)
                Set(ref _header[(int)_law!.Book.FieldOf(at.Element)], i);
        }
    }

    private void FindProcedures()
    {
        var lines = Declaration.Lines;
        if (_procedures.Length < lines.Count)
            _procedures = new ulong[Math.Max(lines.Count, _procedures.Length * 2)];
        AllProcedures = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            _procedures[i] = _law!.BitsOf(lines[i].AdditionalProcedures);
            AllProcedures |= _procedures[i];
        }
    }

    private void FindItems()
    {
        _hasItems = true;
        var needed = (content.Scan.ItemCount + 1) * Fields.Count;
        if (_items.Length < needed)
            _items = new int[needed];
        var found = content.Found;
        for (var i = 0; i < found.Count; i++)
        {
            ref var at = ref found[i];
            Set(ref _items[at.Item * Fields.Count + (int)_law!.Book.FieldOf(at.Element)], i);
        }
    }

    private void FindGroups()
    {
        _hasGroups = true;
        Array.Fill(_firstGroup, -1);
        var groups = content.Scan.Groups;
        if (_nextGroup.Length < groups.Count || _nextGroup.Length > KeptPlaces)
            _nextGroup = new int[Math.Max(64, groups.Count)];
        // From the last to the first, so that the chain of a kind is in the order of the message.
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            ref var first = ref _firstGroup[(int)_law!.Book.FieldOf(groups[i].Place.Group!)];
            _nextGroup[i] = first;
            first = i;
        }
    }

    private void Set(ref int place, int index)
    {
        if (place <= _base)
            place = _base + index + 1;
    }

    private int IndexOf(Field field, int item)
    {
        if (item == 0)
            return Math.Max(_header[(int)field] - _base - 1, -1);
        if (!_hasItems)
            FindItems();
        var place = item * Fields.Count + (int)field;
        return place >= _items.Length || item > content.Scan.ItemCount
            ? -1
            : Math.Max(_items[place] - _base - 1, -1);
    }

    private string PointerTo(Field field, int item)
    {
        var index = IndexOf(field, item);
        if (index < 0)
        {
            return _law!.ElementOf(field) is { } element
                ? Pointer.ToMissing(content.Scan, _law.Book.Trie, element, item)
                : "/Declaration";
        }

        var found = content.Found[index];
        return Pointer.To(content.Scan, found.Place, found.Item, found.Group);
    }
}

/// <summary>Groups of one kind, in the order of the message; for <c>foreach</c>.</summary>
internal readonly struct RuleGroups(RuleSubject subject, int first)
{
    public Walk GetEnumerator() => new(subject, first);

    internal struct Walk(RuleSubject subject, int first)
    {
        private int _next = first;
        private int _at = -1;

        public readonly RuleGroup Current => new(subject, _at);

        public bool MoveNext()
        {
            if (_next < 0)
                return false;
            _at = _next;
            _next = subject.NextGroup(_at);
            return true;
        }
    }
}

/// <summary>A group of elements that a rule looks at: a document, a package, a guarantee.</summary>
internal readonly struct RuleGroup(RuleSubject subject, int index)
{
    /// <summary>Its place among all groups of the message.</summary>
    public int Index => index;

    /// <summary>Place of the item it stands in, from 1; 0 in the header.</summary>
    public int Item => subject.ItemOf(index);

    public ReadOnlySpan<char> Text(Field field) => subject.TextIn(index, field);

    public bool Has(Field field) => !subject.TextIn(index, field).IsEmpty;

    public void Report(string code, Field field, params string[] arguments) =>
        subject.ReportIn(index, code, field, arguments);
}

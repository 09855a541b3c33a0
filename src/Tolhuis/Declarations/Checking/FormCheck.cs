// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// Checks a message against one column of the element table: what is missing, what stands too often, formats, codes.
/// Elements outside the column are named and no more. Arrays are reused from message to message.
/// </summary>
internal sealed class FormCheck(MessageContent content, ProblemList problems, ValueCheck values)
{
    private const string Ioss = "F48";
    private const string DistanceSales = "distance-sale-additional-procedure";
    private const string ItemNumber = "11 03 001 000";
    private const int HeaderOwner = -1;

    // By element: how many there are with the same owner (group, item or header), one counter for header and one for
    // items.
    private int[] _owners = [];
    private int[] _counts = [];
    private int[] _lastItems = [];
    private int[] _itemsWith = [];
    private bool[] _isInHeader = [];
    private RuleBook? _book;
    private ColumnPlan? _column;
    private readonly OutsideCheck _outside = new(content, problems);
    private readonly List<int> _distanceSales = [];
    private bool _isTypeGiven;

    /// <param name="isTypeGiven">True for the content of a message about an earlier declaration, whose own type says
    /// that and no more.</param>
    public void Check(RuleBook book, ColumnPlan column, in Recognised message, bool isTypeGiven)
    {
        Begin(book, column);
        _isTypeGiven = isTypeGiven;
        var (isIoss, hasOutside) = (false, content.Scan.Unknown.Count > 0);
        for (var i = 0; i < content.Found.Count; i++)
        {
            ref var found = ref content.Found[i];
            See(found.Element, found.Item);
            if (!column.IsIn(found.Element))
            {
                hasOutside |= found.Element.IsInAnyColumn;
                continue;
            }

            values.Check(book, found, column.DataSet);
            if (book.FieldOf(found.Element) == Field.AdditionalProcedure)
                SeeProcedure(content.Text(i), found.Item, ref isIoss);
            var owner = found.Group >= 0 ? found.Group : Owner(found.Item);
            Count(found.Element, found.Item, owner, found.Place, found.Group);
        }

        for (var i = 0; i < content.Scan.Groups.Count; i++)
        {
            ref var group = ref content.Scan.Groups[i];
            See(group.Place.Group!, group.Item);
            Count(group.Place.Group!, group.Item, group.Parent >= 0 ? group.Parent : Owner(group.Item), group.Place, i);
            CheckMembers(group, i);
        }

        CheckPresence(isIoss, message.IsPresented);
        if (hasOutside)
            _outside.Check(column);
    }

    private void SeeProcedure(ReadOnlySpan<char> procedure, int item, ref bool isIoss)
    {
        isIoss |= procedure.SequenceEqual(Ioss);
        if (_column!.InDistanceSales.Count == 0 || !_book!.Law.IsInList(DistanceSales, procedure))
            return;
        if (_distanceSales.Count == 0 || _distanceSales[^1] != item)
            _distanceSales.Add(item);
    }

    private void Begin(RuleBook book, ColumnPlan column)
    {
        _column = column;
        if (!ReferenceEquals(book, _book))
        {
            _book = book;
            var count = book.Elements.Count;
            _owners = new int[count * 2];
            _counts = new int[count * 2];
            _lastItems = new int[count];
            _itemsWith = new int[count];
            _isInHeader = new bool[count];
        }

        _distanceSales.Clear();
        Array.Fill(_owners, int.MinValue);
        Array.Clear(_lastItems);
        Array.Clear(_itemsWith);
        Array.Clear(_isInHeader);
    }

    private static int Owner(int item) => HeaderOwner - item;

    private void See(Element element, int item)
    {
        var index = element.Index;
        if (item == 0)
        {
            _isInHeader[index] = true;
        }
        else if (_lastItems[index] != item)
        {
            _lastItems[index] = item;
            _itemsWith[index]++;
        }
    }

    private void Count(Element element, int item, int owner, PathNode place, int group)
    {
        var max = item > 0 ? element.MaxInItem : element.MaxInHeader;
        var slot = element.Index * 2 + (item > 0 ? 1 : 0);
        if (_owners[slot] != owner)
        {
            _owners[slot] = owner;
            _counts[slot] = 0;
        }

        if (++_counts[slot] == max + 1 && max > 0)
        {
            problems.Add(
                DeclarationsProblems.ElementTooMany,
                element.Number,
                Pointer.To(content.Scan, place, item, group),
                element.NameNl,
                element.NameEn,
                max.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void CheckMembers(in GroupFound group, int groupIndex)
    {
        var members = _column!.MembersOf(group.Place.Group!);
        if (members.IsEmpty)
            return;
        var hasNumber = false;
        var hasName = false;
        foreach (var member in members)
        {
            if (member.When == MemberWhen.WithoutNumber)
                hasName |= content.InGroup(group, member.Element) >= 0;
            else if (member.When == MemberWhen.WithoutNameAndAddress)
                hasNumber = content.InGroup(group, member.Element) >= 0;
        }

        foreach (var member in members)
        {
            var hasPlace = (group.Item > 0 ? member.Element.MaxInItem : member.Element.MaxInHeader) > 0;
            if (hasPlace && content.InGroup(group, member.Element) < 0 && IsNeeded(member, group, hasNumber, hasName))
                Missing(member.Element, group.Item, groupIndex);
        }
    }

    private bool IsNeeded(in Member member, in GroupFound group, bool hasNumber, bool hasName) => member.When switch
    {
        MemberWhen.WithoutNumber => !hasNumber && (hasName || !HasNumberMember(group)) && !HasForeignNumber(group),
        MemberWhen.WithoutNameAndAddress => !hasName,
        MemberWhen.NotBulk => TextInGroup(group, "18 06 003 000") is not ['V', ..],
        MemberWhen.Qualifier => TextInGroup(group, "16 15 046 000") is [var qualifier] && qualifier == member.Qualifier,
        _ => true,
    };

    private bool HasNumberMember(in GroupFound group)
    {
        foreach (var member in _column!.MembersOf(group.Place.Group!))
        {
            if (member.When == MemberWhen.WithoutNameAndAddress)
                return true;
        }

        return false;
    }

    /// <summary>An exporter's number counts also where the column asks for name and address only.</summary>
    private bool HasForeignNumber(in GroupFound group) =>
        !HasNumberMember(group)
        && TextInGroup(group, string.Concat(group.Place.Group!.Number.AsSpan(0, 5), " 017 000")).Length > 0;

    private ReadOnlySpan<char> TextInGroup(in GroupFound group, string number)
    {
        var index = content.InGroup(group, _book!.ElementOf(number));
        return index < 0 ? default : content.Text(index);
    }

    private void CheckPresence(bool isIoss, bool isPresented)
    {
        CheckInHeader(_column!.InHeader);
        if (isPresented)
            CheckInHeader(_column.InHeaderIfPresented);
        var items = content.Scan.ItemCount;
        if (items == 0)
        {
            Missing(_book!.ElementOf(ItemNumber), item: 1);
            CheckEither(_column.Either, items);
            return;
        }

        foreach (var element in _column.InEveryItem)
            CheckInEveryItem(element, items);
        CheckEither(_column.Either, items);
        if (!isIoss)
            CheckEither(_column.EitherUnlessIoss, items);
        foreach (var element in _column.InSomeItem)
        {
            if (_itemsWith[element.Index] == 0)
                Missing(element, item: 1);
        }

        foreach (var element in _column.InDistanceSales)
            CheckInDistanceSales(element);
    }

    private void CheckInHeader(List<Element> elements)
    {
        foreach (var element in elements)
        {
            if (!_isInHeader[element.Index] && !(_isTypeGiven && IsType(element)))
                Missing(element, item: 0);
        }
    }

    private void CheckInDistanceSales(Element element)
    {
        foreach (var item in _distanceSales)
        {
            if (content.First(element, item) < 0)
                Missing(element, item);
        }
    }

    private bool IsType(Element element) =>
        _book!.FieldOf(element) is Field.DeclarationType or Field.AdditionalType;

    private void CheckEither(List<Element> elements, int items)
    {
        foreach (var element in elements)
        {
            if (_isInHeader[element.Index])
                continue;
            if (_itemsWith[element.Index] == 0)
                Missing(element, item: 0);
            else
                CheckInEveryItem(element, items);
        }
    }

    private void CheckInEveryItem(Element element, int items)
    {
        if (_itemsWith[element.Index] == items)
            return;
        var isInItem = new bool[items + 1];
        for (var i = 0; i < content.Found.Count; i++)
        {
            if (ReferenceEquals(content.Found[i].Element, element))
                isInItem[content.Found[i].Item] = true;
        }

        for (var i = 0; i < content.Scan.Groups.Count; i++)
        {
            if (ReferenceEquals(content.Scan.Groups[i].Place.Group, element))
                isInItem[content.Scan.Groups[i].Item] = true;
        }

        for (var item = 1; item <= items && !problems.IsFull; item++)
        {
            if (!isInItem[item])
                Missing(element, item);
        }
    }

    private void Missing(Element element, int item, int group = -1)
    {
        if (!problems.IsFull)
        {
            problems.Add(
                DeclarationsProblems.ElementMissing,
                element.Number,
                Pointer.ToMissing(content.Scan, _book!.Trie, element, item, group),
                element.NameNl,
                element.NameEn);
        }
    }
}

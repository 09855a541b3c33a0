// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Checking;

/// <summary>When a member of a group that is there must be there too.</summary>
internal enum MemberWhen : byte
{
    Always,

    /// <summary>
    /// Name and address: not where an identification number is given (XML guide to the H7 and H1 columns, note 6).
    /// </summary>
    WithoutNumber,

    /// <summary>Identification number: where neither name nor address is given.</summary>
    WithoutNameAndAddress,

    /// <summary>Number of packages: not for goods in bulk, whose package type begins with V.</summary>
    NotBulk,

    /// <summary>Parts of the location of goods: by its qualifier.</summary>
    Qualifier,
}

/// <summary>A mandatory member of a group.</summary>
internal readonly record struct Member(Element Element, MemberWhen When, char Qualifier);

/// <summary>
/// One column of the element table (H1 or H7), compiled: what must be there, and on which condition. Words in the
/// table: empty (always, at its level), <c>either</c> (shipment or every item), <c>either-not-ioss</c>,
/// <c>some-item</c>, <c>group</c> (in each group that is there), <c>no-id</c>, <c>party</c>, <c>not-bulk</c>,
/// <c>location-Q</c>, <c>ioss</c> (a rule of its own), <c>optional</c> (needed in cases that the message alone does not
/// show).
/// </summary>
internal sealed class ColumnPlan
{
    private readonly Member[][] _membersByGroup;

    public ColumnPlan(IReadOnlyList<Element> elements, PathTrie trie, bool isH7)
    {
        IsH7 = isH7;
        DataSet = isH7 ? DataSet.H7 : DataSet.H1;
        var members = new List<Member>[elements.Count];
        foreach (var element in elements)
        {
            var use = element.Use(isH7);
            if (use.Presence == Presence.Mandatory)
                Add(element, use.When, members, trie);
        }

        _membersByGroup = [.. members.Select(list => list is null ? [] : list.ToArray())];
    }

    public bool IsH7 { get; }
    public DataSet DataSet { get; }
    public List<Element> InHeader { get; } = [];
    public List<Element> InEveryItem { get; } = [];
    public List<Element> Either { get; } = [];
    public List<Element> EitherUnlessIoss { get; } = [];
    public List<Element> InSomeItem { get; } = [];

    public ReadOnlySpan<Member> MembersOf(Element group) => _membersByGroup[group.Index];

    private void Add(Element element, string when, List<Member>?[] members, PathTrie trie)
    {
        switch (when)
        {
            case "" when element.MaxInHeader > 0:
                InHeader.Add(element);
                break;
            case "":
                InEveryItem.Add(element);
                break;
            case "either":
                Either.Add(element);
                break;
            case "either-not-ioss":
                EitherUnlessIoss.Add(element);
                break;
            case "some-item":
                InSomeItem.Add(element);
                break;
            case "optional" or "ioss":
                break;
            default:
                var group = trie.NodeAt(element.Paths[0]).Parent!.GroupPlace()!.Group!;
                (members[group.Index] ??= []).Add(MemberOf(element, when));
                break;
        }
    }

    private static Member MemberOf(Element element, string when) => when switch
    {
        "group" => new Member(element, MemberWhen.Always, '\0'),
        "no-id" => new Member(element, MemberWhen.WithoutNumber, '\0'),
        "party" => new Member(element, MemberWhen.WithoutNameAndAddress, '\0'),
        "not-bulk" => new Member(element, MemberWhen.NotBulk, '\0'),
        _ when when.StartsWith("location-", StringComparison.Ordinal) =>
            new Member(element, MemberWhen.Qualifier, when[^1]),
        _ => throw new InvalidDataException($"{element.Number}: \"{when}\" is no condition of the element table."),
    };
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Checking;

/// <summary>An element of a message about an earlier declaration.</summary>
/// <param name="Group">The group in which it stands: it must be in each one that is there; null for none.</param>
internal readonly record struct FollowUpElement(Element Element, bool IsMandatory, Element? Group);

/// <summary>What a message of one kind about an earlier declaration must and may hold, on a day.</summary>
internal sealed class FollowUpPlan
{
    private readonly bool[] _isInPlan;

    private FollowUpPlan(IReadOnlyList<FollowUpElement> elements, int elementCount)
    {
        Elements = elements;
        _isInPlan = new bool[elementCount];
        foreach (var element in elements)
            _isInPlan[element.Element.Index] = true;
    }

    public IReadOnlyList<FollowUpElement> Elements { get; }

    public bool Has(Element element) => _isInPlan[element.Index];

    /// <summary>Plans by kind; a kind without rows is not handled on the day.</summary>
    /// <exception cref="InvalidDataException">A row names a kind or a presence that is not there.</exception>
    public static Dictionary<MessageKind, FollowUpPlan> Read(
        IReadOnlyList<LawRow> rows, Func<string, Element> elementOf, PathTrie trie, int elementCount) =>
        rows.GroupBy(row => row["kind"], StringComparer.Ordinal).ToDictionary(
            kind => Enum.TryParse<MessageKind>(kind.Key, out var its)
                ? its
                : throw new InvalidDataException($"\"{kind.Key}\" is no kind of message."),
            kind => new FollowUpPlan([.. kind.Select(row => ElementOf(row, elementOf, trie))], elementCount));

    private static FollowUpElement ElementOf(LawRow row, Func<string, Element> elementOf, PathTrie trie)
    {
        var element = elementOf(row["element"]);
        var isMandatory = row["presence"] switch
        {
            "A" => true,
            "C" => false,
            var other => throw new InvalidDataException($"\"{other}\" is not a presence (A or C)."),
        };
        return new FollowUpElement(element, isMandatory, trie.NodeAt(element.Paths[0]).Parent!.GroupPlace()?.Group);
    }
}

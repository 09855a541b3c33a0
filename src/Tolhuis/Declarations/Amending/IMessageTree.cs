// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Declarations.Reading;

namespace Tolhuis.Declarations.Amending;

/// <summary>One value to be written, taken away or added in a message.</summary>
/// <param name="Item">Item by its place, from 1; 0 for the header.</param>
/// <param name="Pointer">Where the value stands; empty to add it.</param>
/// <param name="Value">Null to take it away.</param>
internal sealed record ValueEdit(Element Element, PathNode Place, int Item, string Pointer, string? Value)
{
    /// <summary>What the place says of the element; where it says so in several ways, the one that is not a part of a
    /// longer value.</summary>
    public PlaceRule Rule => Place.Rules.FirstOrDefault(rule => ReferenceEquals(rule.Element, Element)
            && rule is { From: 0, Length: < 0 })
        ?? Place.Rules.First(rule => ReferenceEquals(rule.Element, Element));
}

/// <summary>A whole message in memory, in its own shape, with everything in it that no one asks for.</summary>
internal interface IMessageTree
{
    /// <summary>Finds all places first, so that no edit moves what another one points to.</summary>
    /// <returns>False if a place is not where it was read.</returns>
    bool TryApply(IReadOnlyList<ValueEdit> edits);

    /// <param name="isFollowUp">The message was about an earlier declaration: its reason makes way.</param>
    bool TryMakeAmendment(AmendmentHead head, bool isFollowUp);

    byte[] ToBytes();
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Amending;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Contract;

/// <summary>A particular of a goods item that can be changed in a message, whatever its shape.</summary>
public enum ItemParticular : byte
{
    /// <summary>18 09: six, eight or ten digits, in one place or in three.</summary>
    CommodityCode,

    /// <summary>16 08: country of origin.</summary>
    Origin,

    /// <summary>14 14, 14 12 or 14 08 by data set: amount, blank, currency, e.g. <c>21.50 EUR</c>.</summary>
    Value,

    /// <summary>18 04 at the item.</summary>
    GrossMass,

    /// <summary>18 01.</summary>
    NetMass,

    /// <summary>18 02.</summary>
    SupplementaryUnits,

    /// <summary>18 05.</summary>
    Description,

    /// <summary>14 11.</summary>
    Preference,
}

/// <summary>What an item declares of one particular; empty where it declares nothing.</summary>
public readonly record struct DeclaredParticular(ItemParticular Particular, string Value);

/// <summary>A goods item with the particulars that its data set has.</summary>
/// <param name="Number">11 03, as declared.</param>
public sealed record DeclaredItem(int Number, IReadOnlyList<DeclaredParticular> Particulars);

/// <summary>A change of one particular; an empty value leaves it out.</summary>
public sealed record ParticularChange(int Item, ItemParticular Particular, string Value);

/// <summary>What makes a message an amendment.</summary>
/// <param name="Mrn">Of the declaration that is amended.</param>
/// <param name="Lrn">Own number of the amendment.</param>
public sealed record AmendmentHead(Mrn Mrn, Lrn Lrn, string ReasonCode, string ReasonText);

/// <summary>Why a message cannot be amended by program.</summary>
public enum AmendmentFault : byte
{
    None,

    /// <summary>No item has the number of a change.</summary>
    Item,

    /// <summary>The data set has no such particular.</summary>
    Particular,

    /// <summary>A value is not in the notation of its particular.</summary>
    Notation,

    /// <summary>A value or the reason has a character that no message may have.</summary>
    Character,

    /// <summary>
    /// The message is built in a way in which something else would change too: only its own software can amend it.
    /// </summary>
    Structure,
}

/// <summary>The amendment, or why there is none and the change that is the cause.</summary>
public sealed record AmendedMessage(ReadOnlyMemory<byte> Message, AmendmentFault Fault, ParticularChange? Cause);

/// <summary>
/// Makes an amendment from the message that stands: the same message, in its own shape, with only what is asked changed
/// and the totals that follow from it. What is made is read again and compared, value by value, before it is given out.
/// </summary>
public static class MessageAmendment
{
    /// <summary>Longest value of a change; no element is longer.</summary>
    public const int MaxValue = 512;

    /// <param name="message">A message that was readable at lodging.</param>
    /// <param name="law">Law of the day that counts for the declaration.</param>
    /// <param name="version">Version of the message model that it is written in.</param>
    /// <returns>The items in the order of the message.</returns>
    public static IReadOnlyList<DeclaredItem> Items(
        ReadOnlyMemory<byte> message, LawOfTheDay law, DataSet dataSet, int version) =>
        StandingMessage.Read(message, law, dataSet, version)?.Items() ?? [];

    /// <inheritdoc cref="Items"/>
    /// <param name="changes">Of one item and particular the last one counts.</param>
    public static AmendedMessage Compose(
        ReadOnlyMemory<byte> message, LawOfTheDay law, DataSet dataSet, int version, AmendmentHead head,
        IReadOnlyList<ParticularChange> changes)
    {
        if (StandingMessage.Read(message, law, dataSet, version) is not { } standing)
            return new AmendedMessage(default, AmendmentFault.Structure, null);
        if (changes.FirstOrDefault(change => !MessageCharacters.AreAllowed(change.Value)) is { } cause)
            return new AmendedMessage(default, AmendmentFault.Character, cause);
        return MessageCharacters.AreAllowed(head.ReasonText)
            ? new AmendmentPlan(standing).Compose(message, head, changes)
            : new AmendedMessage(default, AmendmentFault.Character, null);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>The content of a declaration as it was decided, read again from the message that holds it.</summary>
internal static class DecidedContent
{
    /// <param name="raw">The message of the version that stands.</param>
    /// <returns>Null if the message has no content that this law lets be accepted.</returns>
    public static Declaration? Of(DeclarationRow row, byte[] raw, LawOfTheDay law)
    {
        var checker = new MessageChecker();
        // Presented and amended ones are read as content; so is what a message of another kind says (SUP).
        // A supplement was looked at on the day it came: its own days are in it.
        var then = DeclarationTypes.IsSupplementary(row.AdditionalType)
            ? law.Source.On(DutchTime.DateOf(row.ReceivedAt)) : law;
        if (row.Version == 1
            && checker.Check(raw, then, new StoredVersion(row.MessageVersion)) is { Declaration: { } asLodged }
            && asLodged.AdditionalType == DecidedAs(row))
            return asLodged;
        return checker.CheckContent(raw, law, row.DataSet, DecidedAs(row), row.MessageVersion).Declaration;
    }

    /// <summary>11 02 as it was decided: that of presented goods once they are.</summary>
    public static char DecidedAs(DeclarationRow row) => row.AcceptedOn is null
        ? row.AdditionalType
        : DeclarationTypes.OncePresented(row.AdditionalType);
}

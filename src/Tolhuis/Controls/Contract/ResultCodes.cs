// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Controls.Contract;

/// <summary>Codes of the list <c>control-result</c> that something follows from.</summary>
public static class ResultCodes
{
    /// <summary>The line is as declared.</summary>
    public const string InOrder = "in-order";

    /// <summary>The line is not as declared.</summary>
    public const string NotInOrder = "not-in-order";

    /// <summary>The line could not be examined: nothing is known of it.</summary>
    public const string NotPossible = "not-possible";
}

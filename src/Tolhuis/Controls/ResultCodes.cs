// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Controls;

/// <summary>Codes of the list <c>control-result</c> that the estimate counts.</summary>
internal static class ResultCodes
{
    public const string InOrder = "in-order";
    public const string NotInOrder = "not-in-order";
    public const string NotPossible = "not-possible";
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Declarations.Rules;

/// <summary>
/// Values of characters for the check digits of containers, MRN and GRN (ISO 6346): digits are themselves, letters
/// count from 10 for A and leave out the multiples of 11.
/// </summary>
internal static class Iso6346
{
    public static int ValueOf(char sign) => sign <= '9'
        ? sign - '0'
        : sign - 'A' + 10 + (sign >= 'B' ? 1 : 0) + (sign >= 'L' ? 1 : 0) + (sign >= 'V' ? 1 : 0);
}

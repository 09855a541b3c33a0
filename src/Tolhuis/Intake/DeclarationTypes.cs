// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;

namespace Tolhuis.Intake;

/// <summary>What the additional declaration type (11 02 001 000) says of the life of a declaration.</summary>
internal static class DeclarationTypes
{
    /// <summary>D, E, F: lodged before the goods are presented (UCC 171).</summary>
    public static bool IsPrelodged(char type) => type is 'D' or 'E' or 'F';

    /// <summary>B, C, E, F, and entry in the declarant's records: a supplementary declaration follows (UCC 166, 182).
    /// </summary>
    public static bool IsSimplified(char type, DataSet set) =>
        type is 'B' or 'C' or 'E' or 'F' || set is DataSet.I1 or DataSet.I2;

    /// <summary>C, F by authorisation, and entry in the declarant's records: their supplement is of a calendar month.
    /// </summary>
    public static bool IsPeriodic(char type, DataSet set) => type is 'C' or 'F' || set == DataSet.I2;

    /// <summary>X, Y, Z: supplements a simplified declaration or an entry (UCC 167).</summary>
    public static bool IsSupplementary(char type) => type is 'X' or 'Y' or 'Z';

    /// <summary>The type it is decided as once the goods are presented; every other type stays what it is.</summary>
    public static char OncePresented(char type) => type switch
    {
        'D' => 'A',
        'E' => 'B',
        'F' => 'C',
        _ => type,
    };

    /// <summary>True for what is said about an earlier declaration.</summary>
    public static bool IsAboutEarlier(MessageKind kind) => kind is MessageKind.Supplementary or MessageKind.Amendment
        or MessageKind.Correction or MessageKind.Invalidation or MessageKind.RepaymentOrRemission
        or MessageKind.Presentation;
}

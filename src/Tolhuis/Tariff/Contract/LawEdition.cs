// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>
/// One edition of the law: every dated row known at one moment (rates, limits, code lists, restricted goods, rules and their
/// sentences), immutable and numbered. A decision keeps the number, so that a replay reads the same rows years later.
/// </summary>
public sealed partial class LawEdition
{
    /// <summary>Ascending number; 1 is the edition that comes with the program.</summary>
    public int Number { get; private init; }

    /// <summary>SHA-256 over all rows, in hexadecimal.</summary>
    public string Hash { get; private init; } = "";
}

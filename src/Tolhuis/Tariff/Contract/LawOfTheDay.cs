// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>Goods that may not be released without a control by law (restricted or prohibited).</summary>
/// <param name="Ground">Legal ground, e.g. Regulation and article.</param>
public sealed record Restriction(string ListCode, string CodePrefix, string Ground, string TextNl, string TextEn);

/// <summary>
/// The rows of one edition that are in force on one civil date (Europe/Amsterdam). Made once per edition and date, immutable,
/// shared by all threads. Every question is answered on the date the law names for it: for import the date of acceptance.
/// </summary>
public sealed partial class LawOfTheDay
{
    public DateOnly Day { get; private init; }

    public int Edition { get; private init; }
}

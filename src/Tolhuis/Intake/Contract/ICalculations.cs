// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Contract;

/// <summary>How the amounts of a declaration came about.</summary>
public interface ICalculations
{
    /// <summary>
    /// The steps of every line in words of the law, from the message as received and the edition it was decided on;
    /// empty if the message was rejected or is no longer kept.
    /// </summary>
    IReadOnlyList<CalculationStep> Of(DeclarationRow declaration);

    /// <summary>The law that the declaration was decided on; null if the store no longer has that edition.</summary>
    LawOfTheDay? LawOf(DeclarationRow declaration);
}

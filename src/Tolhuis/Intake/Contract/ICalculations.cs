// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake.Contract;

/// <summary>A line as it would be determined. Amounts in euro cents.</summary>
/// <param name="Awaits">Its amounts cannot be calculated: a person must give duty and VAT.</param>
public sealed record PreviewLine(
    int Item, CommodityCode Code, string Description, bool Awaits, long ValueCents, long DutyCents, long VatCents);

/// <summary>What a determination would come to.</summary>
/// <param name="Problems">Why it cannot be decided so; empty if it can.</param>
/// <param name="Lines">Of particulars with problems nothing is reckoned: the lines are as they stand.</param>
/// <param name="Law">Law of the day of acceptance, in which it is weighed.</param>
public sealed record DeterminationPreview(
    IReadOnlyList<Problem> Problems, IReadOnlyList<PreviewLine> Lines, IReadOnlyList<CalculationStep> Steps,
    LawOfTheDay Law)
{
    public long DutyCents => Lines.Sum(line => line.DutyCents);

    public long VatCents => Lines.Sum(line => line.VatCents);
}

/// <summary>How the amounts of a declaration came about, and what a determination would make of them.</summary>
public interface ICalculations
{
    /// <summary>
    /// The steps of every line in words of the law, from the message as received and the edition it was decided on;
    /// empty if the message was rejected or is no longer kept.
    /// </summary>
    IReadOnlyList<CalculationStep> Of(DeclarationRow declaration);

    /// <summary>The law that the declaration was decided on; null if the store no longer has that edition.</summary>
    LawOfTheDay? LawOf(DeclarationRow declaration);

    /// <summary>What customs determined of a version, by item; empty for one of another kind.</summary>
    IReadOnlyList<Particular> Determined(long declarationId, int version);

    /// <summary>
    /// What the declaration would owe if this was determined, by the law of the day of acceptance; without particulars,
    /// as it stands. Nothing is changed. Null if it is not accepted or its message is no longer kept.
    /// </summary>
    DeterminationPreview? Preview(DeclarationRow declaration, IReadOnlyList<Particular> particulars);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Tells how the amounts of a declaration came about: reads the message again with the edition and the day it was
/// decided on. Nothing of it is kept, because the same message and edition give the same steps at any time.
/// </summary>
internal sealed class Calculations(ITariff tariff, IReceivedFiles files) : ICalculations
{
    public IReadOnlyList<CalculationStep> Of(DeclarationRow declaration)
    {
        if (declaration.AcceptedOn is null || LawOf(declaration) is not { } law
            || files.RawMessage(declaration.RawFileId, declaration.RawEntry) is not { } raw)
            return [];
        if (DecidedContent.Of(declaration, raw, law) is not { } read)
            return [];
        return DeclarationTypes.IsSupplementary(declaration.AdditionalType)
            ? SupplementDays.Explain(read, law)
            : TariffCalculator.Explain(Taxable.From(read, law), law);
    }

    public LawOfTheDay? LawOf(DeclarationRow declaration) =>
        tariff.Edition(declaration.Edition)?.On(
            declaration.AcceptedOn ?? DutchTime.DateOf(declaration.ReceivedAt));
}

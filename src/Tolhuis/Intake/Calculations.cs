// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Tells how the amounts of a declaration came about: reads the message again with the edition and the day it was
/// decided on. Nothing of it is kept, because the same message and edition give the same steps at any time.
/// </summary>
internal sealed class Calculations(ITariff tariff, IReceivedFiles files, IConnections connections) : ICalculations
{
    public IReadOnlyList<CalculationStep> Of(DeclarationRow declaration)
    {
        if (declaration.AcceptedOn is null || LawOf(declaration) is not { } law
            || ContentOf(declaration, law) is not { } read)
            return [];
        return Intake.Determined.Explain(read, Determined(declaration.Id, declaration.Version), law);
    }

    public LawOfTheDay? LawOf(DeclarationRow declaration) =>
        tariff.Edition(declaration.Edition)?.On(
            declaration.AcceptedOn ?? DutchTime.DateOf(declaration.ReceivedAt));

    public IReadOnlyList<Particular> Determined(long declarationId, int version)
    {
        using var connection = connections.OpenRead();
        return DeterminedStore.Of(connection, declarationId, version);
    }

    public DeterminationPreview? Preview(DeclarationRow declaration, IReadOnlyList<Particular> particulars)
    {
        if (declaration.AcceptedOn is not { } accepted)
            return null;
        var law = tariff.Current.On(accepted);
        if (ContentOf(declaration, law) is not { } read)
            return null;
        IReadOnlyList<Problem> faults = particulars.Count == 0
            ? []
            : Intake.Determined.FaultsOf(particulars, read.Lines.Select(line => line.ItemNumber).ToHashSet(), law);
        IReadOnlyList<Particular> usable = faults.Count == 0 ? particulars : [];
        var weighed = Intake.Determined.Weigh(read, usable, law);
        var lines = weighed.Declaration.Lines.Select((line, i) => new PreviewLine(
            line.ItemNumber, line.Code, line.Description, !weighed.Taxes[i].IsDetermined,
            weighed.Taxes[i].ValueEuroCents, weighed.Taxes[i].DutyCents, weighed.Taxes[i].VatCents)).ToList();
        return new DeterminationPreview(
            faults.Count > 0 ? faults : weighed.Problems, lines,
            Intake.Determined.Explain(read, usable, law), law);
    }

    private Declaration? ContentOf(DeclarationRow declaration, LawOfTheDay law) =>
        files.RawMessage(declaration.RawFileId, declaration.RawEntry) is { } raw
            ? DecidedContent.Of(declaration, raw, law)
            : null;
}

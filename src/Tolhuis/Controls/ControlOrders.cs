// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Controls;

/// <summary>Answers questions about control orders.</summary>
public sealed class ControlOrders(IConnections connections) : IControls
{
    public IReadOnlyList<ControlOrder> Of(DeclarationRow declaration)
    {
        using var connection = connections.OpenRead();
        return ControlsStore.Of(connection, declaration.FirstLine, declaration.FirstLine + declaration.LineCount)
            .ToList();
    }

    public IReadOnlyList<ControlOrder> Open(int limit = 50, long after = 0)
    {
        using var connection = connections.OpenRead();
        return ControlsStore.Open(connection, Math.Clamp(limit, 1, 200), after).ToList();
    }

    public long CountOpen()
    {
        using var connection = connections.OpenRead();
        return ControlsStore.CountOpen(connection);
    }

    public ControlOrder? Find(long orderId) => throw new NotImplementedException();

    public IReadOnlyList<ControlCase> Cases(ControlFilter filter) => throw new NotImplementedException();

    public IReadOnlyDictionary<ControlStage, long> CountCases() => throw new NotImplementedException();

    public ControlCase? CaseOf(long declarationId) => throw new NotImplementedException();

    public bool IsBlind(ControlOrder order) => throw new NotImplementedException();

    public IReadOnlyList<Finding> Findings(long declarationId) => throw new NotImplementedException();

    public IReadOnlyList<Hearing> Hearings(long declarationId) => throw new NotImplementedException();

    public IReadOnlyList<ControlOutcome> Outcomes(long declarationId) => throw new NotImplementedException();

    public IReadOnlyList<ControlOutcome> Outcomes(OutcomeFilter filter) => throw new NotImplementedException();

    public ControlEffect Effect(DateOnly from, DateOnly until, bool withSimulated = true) =>
        throw new NotImplementedException();
}

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
}

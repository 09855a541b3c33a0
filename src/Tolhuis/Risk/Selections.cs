// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Platform;
using Tolhuis.Risk.Contract;

namespace Tolhuis.Risk;

/// <summary>Answers why lines were selected.</summary>
public sealed class Selections(IConnections connections) : ISelections
{
    public IReadOnlyList<SelectionRow> Of(DeclarationRow declaration)
    {
        using var connection = connections.OpenRead();
        return RiskStore.Of(
            connection, declaration.Id, declaration.FirstLine, declaration.FirstLine + declaration.LineCount).ToList();
    }

    public IReadOnlyList<SelectionRow> Newest(int limit)
    {
        using var connection = connections.OpenRead();
        return RiskStore.Newest(connection, Math.Clamp(limit, 1, 200)).ToList();
    }
}

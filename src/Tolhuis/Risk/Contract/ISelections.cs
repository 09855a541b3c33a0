// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;

namespace Tolhuis.Risk.Contract;

/// <summary>A selected line and one reason.</summary>
public sealed record SelectionRow(long LineId, long DeclarationId, SelectionReason Reason);

/// <summary>Why lines were selected: for the house only.</summary>
public interface ISelections
{
    IReadOnlyList<SelectionRow> Of(DeclarationRow declaration);

    /// <summary>Newest first; at most 200.</summary>
    IReadOnlyList<SelectionRow> Newest(int limit);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;

namespace Tolhuis.Controls.Contract;

/// <summary>State of a control order. Numbers are stored and never change.</summary>
public enum ControlState : byte
{
    Ordered = 1,
    InProgress = 2,
    Finished = 3,
}

/// <summary>An order to control one line.</summary>
/// <param name="Kind">The first reason's kind, see Risk: 1 mandatory, 2 sample, 3 profile.</param>
public sealed record ControlOrder(long Id, long DeclarationId, long LineId, int Kind, ControlState State,
    long OrderedAt);

/// <summary>Questions about control orders.</summary>
public interface IControls
{
    IReadOnlyList<ControlOrder> Of(DeclarationRow declaration);

    /// <summary>Oldest first; at most 200.</summary>
    IReadOnlyList<ControlOrder> Open(int limit = 50, long after = 0);

    long CountOpen();
}

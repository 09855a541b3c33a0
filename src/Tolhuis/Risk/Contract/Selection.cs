// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Risk.Contract;

/// <summary>Why a line is controlled. Numbers are stored and never change.</summary>
public enum SelectionKind : byte
{
    None = 0,

    /// <summary>The law demands it: restricted goods.</summary>
    Mandatory = 1,

    /// <summary>Drawn at random, whatever the risk; keeps every estimate honest.</summary>
    Sample = 2,

    /// <summary>By a risk profile (comes with the module's own issue).</summary>
    Profile = 3,
}

/// <summary>
/// One reason, complete enough for the officer's edition: which list, share or profile in which version, the value
/// seen, the
/// boundary it met and the legal ground. The trader's edition never has these.
/// </summary>
public sealed record SelectionReason(
    SelectionKind Kind, string Source, string Version, string Seen, string Boundary, string Ground);

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis;

/// <summary>
/// One capability of customs: its code name (folder, URL, table prefix, problem codes) and its Dutch name.
/// </summary>
public sealed record Module(string Name, string DutchName)
{
    /// <summary>The name in lower case: URL segment, CLI noun, table prefix, first part of problem codes.</summary>
    public string Word => Name.ToLowerInvariant();
}

/// <summary>
/// All modules in one order: the first file to read. A module asks only modules above it, through their Contract
/// folder;
/// facts go to anyone. BoundaryTests reads this list, so a new module is guarded from its first day.
/// </summary>
public static class Modules
{
    public static readonly IReadOnlyList<Module> All =
    [
        new("Calendar", "kalender"),
        new("Access", "toegang"),
        new("Tariff", "tarief"),
        new("Clients", "klantbeeld"),
        new("Declarations", "aangiften"),
        new("Risk", "risico"),
        new("Controls", "controles"),
        new("Intake", "ontvangst"),
    ];
}

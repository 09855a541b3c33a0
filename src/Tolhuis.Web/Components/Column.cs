// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Components;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Components;

/// <summary>A column of a worklist; a table shows at most eight.</summary>
/// <param name="Sort">Name of the sort in the URL; null if the column does not sort.</param>
/// <param name="IsNumeric">Right-aligned with figures of equal width.</param>
/// <param name="IsRowHeader">The cell that names the row for a screen reader, and holds its link.</param>
public sealed record Column<TRow>(
    Text Head, RenderFragment<TRow> Cell, string? Sort = null, bool IsNumeric = false, bool IsRowHeader = false);

/// <summary>Rows of a list from some place on.</summary>
/// <param name="NextKey">Key after which the next ones start; null if these are the last.</param>
public sealed record Batch<TRow>(IReadOnlyList<TRow> Rows, string? NextKey);

/// <summary>A filter above a worklist: its name in the URL and the values one may choose.</summary>
/// <param name="Describe">Words for a value that is not among the values to choose.</param>
public sealed record FilterChoice(
    string Name, Text Label, IReadOnlyList<(string Value, string Label)> Values, Func<string, string>? Describe = null)
{
    public string LabelOf(string value) =>
        Values.FirstOrDefault(v => v.Value == value).Label ?? Describe?.Invoke(value) ?? value;
}

/// <summary>A tab as a link, with a count where there is one.</summary>
public sealed record LinkTab(string Url, string Label, long? Count, bool IsHere, bool IsAtLeast = false);

/// <summary>One thing on a timeline.</summary>
/// <param name="Id">For its own link.</param>
/// <param name="Who">Person, robot, system or law.</param>
public sealed record TimelineEntry(string Id, long At, Tone Tone, string What, string Who, RenderFragment? More = null);

/// <summary>A bar or point of a chart: its name, its value and the value as words.</summary>
public sealed record ChartValue(string Label, double Value, string Shown, Tone Tone = Tone.Active);

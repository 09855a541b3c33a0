// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Components;

/// <summary>What a list is when it leaves the house: its name, filters, heads and rows, without how it looks.</summary>
public interface ISheet
{
    string Caption { get; }

    IReadOnlyList<string> Heads { get; }

    /// <summary>The filters as words, one each.</summary>
    IReadOnlyList<string> Filters { get; }

    /// <summary>
    /// Cells row by row: text, <see cref="decimal"/> or <see cref="DateTime"/> in Dutch local time. Reads page by page.
    /// </summary>
    IEnumerable<object[]> Cells();
}

/// <summary>
/// The columns of a worklist as cells of a spreadsheet. The very columns of the screen: what is exported cannot differ
/// from what is seen.
/// </summary>
internal sealed class Sheet<TRow>(
    string caption, IReadOnlyList<Column<TRow>> columns, ListState? state, IReadOnlyList<FilterChoice> choices,
    Func<string?, Batch<TRow>> read, Language language) : ISheet
{
    public string Caption => caption;

    public IReadOnlyList<string> Heads => [.. columns.Select(c => language[c.Head])];

    public IReadOnlyList<string> Filters => [.. (state?.Filters ?? new Dictionary<string, string>()).Select(f =>
        choices.FirstOrDefault(c => c.Name == f.Key) is { } choice
            ? $"{language[choice.Label]}: {choice.LabelOf(f.Value)}"
            : $"{f.Key}: {f.Value}")];

    public IEnumerable<object[]> Cells()
    {
        string? after = null;
        do
        {
            var batch = read(after);
            foreach (var row in batch.Rows)
                yield return [.. columns.Select(c => CellText.Of(c.Cell(row), c.IsNumeric, language))];

            // A key that does not move would read for ever.
            after = batch.NextKey == after ? null : batch.NextKey;
        }
        while (after is not null);
    }
}

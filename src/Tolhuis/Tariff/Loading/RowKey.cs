// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>
/// Which row it is, as one text: on one day a table has one row of a key. Of a measure that asks documents the
/// documents are part of the key, because one code may be asked several; of a duty they are only its proof.
/// </summary>
internal sealed class RowKey
{
    public const char Separator = '\u001F';

    private static readonly string[] Duty = ["code", "additional_code", "origin", "type", "preference", "order_number"];

    private readonly int[] _positions;
    private readonly int _type = -1;
    private readonly int _documents = -1;

    public RowKey(LawTable table)
    {
        var isMeasures = table.Name == MeasureRows.Table;
        Columns = isMeasures ? Duty : EditionCheck.KeyOf(table);
        _positions = Array.ConvertAll(Columns, table.PositionOf);
        if (isMeasures)
            (_type, _documents) = (table.PositionOf("type"), table.PositionOf("documents"));
    }

    /// <summary>Columns that a file must have to say which rows it is about.</summary>
    public string[] Columns { get; }

    public string Of(IReadOnlyList<string?> values)
    {
        var key = string.Join(Separator, _positions.Select(i => i < 0 ? "" : values[i] ?? ""));
        return _type >= 0 && _documents >= 0 && values[_type] is "document" or "prohibition"
            ? key + Separator + values[_documents]
            : key;
    }

    public string Of(LawRow row) => Of(row.Values);
}

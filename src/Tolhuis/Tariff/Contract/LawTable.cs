// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>
/// One table of the law: <c>module.file</c>, its columns and its rows. Rows stand in the order of their text, which is
/// the same in every copy of an edition; a table that needs another order has a column for it.
/// </summary>
public sealed class LawTable
{
    private readonly Dictionary<string, int> _positionByColumn;

    internal LawTable(string name, string[] columns)
    {
        Name = name;
        Columns = columns;
        _positionByColumn = new Dictionary<string, int>(columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
            _positionByColumn[columns[i]] = i;
    }

    /// <summary>Example: <c>tariff.duty_rates</c>.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<LawRow> Rows { get; internal set; } = [];

    public bool HasColumn(string column) => _positionByColumn.ContainsKey(column);

    internal int PositionOf(string column) => _positionByColumn.GetValueOrDefault(column, -1);
}

/// <summary>
/// One dated row of the law. Without <c>valid_from</c> a row is in force from the first day, without <c>valid_until</c>
/// for ever.
/// </summary>
public sealed class LawRow
{
    private readonly string[] _values;

    internal LawRow(LawTable table, string[] values, Period validity)
    {
        Table = table;
        _values = values;
        Validity = validity;
    }

    public LawTable Table { get; }

    /// <summary>Half open: the day in <c>valid_until</c> is the first on which the row is no longer in force.</summary>
    public Period Validity { get; }

    public IReadOnlyList<string> Values => _values;

    /// <summary>
    /// The value in a column, or an empty text if the table has no such column: an edition made before a column existed
    /// is still read by a later program.
    /// </summary>
    public string this[string column] => Table.PositionOf(column) is >= 0 and var position ? _values[position] : "";

    public bool IsInForce(DateOnly day) => Validity.Contains(day);

    /// <summary>A whole number.</summary>
    /// <exception cref="InvalidDataException">The value is not a whole number.</exception>
    public long Number(string column) => TryGetNumber(column, out var number)
        ? number
        : throw new InvalidDataException($"{Table.Name}: \"{this[column]}\" in column {column} is not a whole number.");

    public bool TryGetNumber(string column, out long number) => long.TryParse(
        this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>Text in a language: column <c>text_nl</c> or <c>text_en</c>.</summary>
    public string Text(string language) => this[language == "en" ? "text_en" : "text_nl"];

    public override string ToString() => string.Join(',', _values);
}

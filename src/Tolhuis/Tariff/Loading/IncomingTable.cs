// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Tariff.Contract;

namespace Tolhuis.Tariff.Loading;

/// <summary>What a row of a file says about time.</summary>
internal enum FilePeriod
{
    /// <summary>It holds from the first day of the load on, until the next change that is known already.</summary>
    Standing,

    /// <summary>It holds for its own period and says nothing of other days (a month of exchange rates).</summary>
    Own,

    /// <summary>All rows of its key together say everything from the first day of the load on.</summary>
    Timeline,
}

/// <summary>A row as a file gives it, in the columns of its table.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Values">In the order of the table's columns; null where the file says nothing, so that what is known
/// stays.</param>
/// <param name="From">Its own first day; null without.</param>
internal sealed record IncomingRow(int Line, string?[] Values, DateOnly? From = null, DateOnly? Until = null);

/// <summary>What a file wants of one table.</summary>
internal sealed class IncomingTable(LawTable table)
{
    /// <summary>The table as it is; its rows are not touched.</summary>
    public LawTable Table { get; } = table;

    public FilePeriod Period { get; init; }

    public List<IncomingRow> Rows { get; } = [];

    /// <summary>True for a row of the law that ends if the file does not name it; null if none does.</summary>
    public Func<LawRow, bool>? EndsWhenAbsent { get; set; }

    /// <summary>False if the same value with another ground is no change.</summary>
    public bool IsGroundCompared { get; init; }

    /// <summary>Rows that were read and left out on purpose.</summary>
    public int LeftOut { get; set; }

    /// <summary>Position of a column, which the table has.</summary>
    public int At(string column) => Table.PositionOf(column) is >= 0 and var position
        ? position
        : throw new InvalidDataException($"{Table.Name} has no column {column}.");

    /// <summary>A row with nothing in it yet.</summary>
    public string?[] Blank() => new string?[Table.Columns.Count];
}

/// <summary>What every reader of a file knows besides the file.</summary>
/// <param name="From">First day on which the load may change anything.</param>
/// <param name="Ground">Ground given with the load; empty for that of the kind.</param>
/// <param name="IsComplete">Null for what is usual for the kind.</param>
internal sealed record LoadContext(
    LawEdition Edition, DateOnly From, string Ground, bool? IsComplete, LoadFaults Faults)
{
    /// <summary>The table as the draft has it, else as the program knows it.</summary>
    public LawTable? Table(string name) =>
        Edition.Tables.FirstOrDefault(table => table.Name == name)
        ?? LawEdition.BuiltIn.Tables.FirstOrDefault(table => table.Name == name);
}

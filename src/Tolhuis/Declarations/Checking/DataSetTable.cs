// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Declarations.Checking;

/// <summary>
/// The data set of a message that does not name it (UK shape): by declaration type, additional type, procedure and
/// additional procedure. The first row in order of priority that fits; an empty cell fits all.
/// </summary>
internal sealed class DataSetTable
{
    private readonly List<Row> _rows;
    private readonly HashSet<string> _markers;

    public DataSetTable(IReadOnlyList<LawRow> rows)
    {
        _rows = [.. rows.OrderBy(row => row.Number("priority")).Select(row => new Row(
            row["declaration_type"],
            row["additional_type"],
            row["requested"],
            row["previous"],
            row["additional_procedure"],
            Enum.Parse<DataSet>(row["data_set"])))];
        _markers = [.. _rows.Select(row => row.AdditionalProcedure).Where(code => code.Length != 0)];
    }

    /// <summary>True for an additional procedure that only says which data set the item has.</summary>
    public bool IsMarker(ReadOnlySpan<char> additionalProcedure) =>
        _markers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(additionalProcedure);

    public DataSet Find(in DataSetQuestion question)
    {
        foreach (var row in _rows)
        {
            if (Fits(row.DeclarationType, question.DeclarationType)
                && Fits(row.AdditionalType, question.AdditionalType)
                && Fits(row.Requested, question.Requested)
                && Fits(row.Previous, question.Previous)
                && FitsOne(row.AdditionalProcedure, question.AdditionalProcedures))
                return row.DataSet;
        }

        return DataSet.Unknown;
    }

    private static bool Fits(string cell, string value) => cell.Length == 0 || cell == value;

    private static bool FitsOne(string cell, IReadOnlyList<string> values) => cell.Length == 0 || values.Contains(cell);

    private sealed record Row(
        string DeclarationType,
        string AdditionalType,
        string Requested,
        string Previous,
        string AdditionalProcedure,
        DataSet DataSet);
}

/// <summary>What the table of data sets is asked with: the first item speaks for the message.</summary>
internal readonly record struct DataSetQuestion(
    string DeclarationType,
    string AdditionalType,
    string Requested,
    string Previous,
    IReadOnlyList<string> AdditionalProcedures);

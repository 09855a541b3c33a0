// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using Tolhuis.Kernel;

namespace Tolhuis.Tariff.Contract;

/// <summary>What the law of a period says of one problem.</summary>
public sealed record ProblemRow(
    string Code, Severity Severity, string DataElement, string Ground, Period Validity, string TextNl, string TextEn);

/// <summary>
/// All problems of all modules as one edition has them (tables <c>*.problems</c>): severity, legal ground and sentences
/// per period. Immutable, for all threads. A code without a row is shown as itself with its values, and a person must
/// look.
/// </summary>
public sealed class ProblemCatalogue
{
    private const int MaxArgumentLength = 200;
    private static readonly ConditionalWeakTable<LawEdition, ProblemCatalogue> OfEdition = [];
    private readonly Dictionary<string, ProblemRow[]> _rowsByCode;

    public ProblemCatalogue(LawEdition edition)
    {
        _rowsByCode = edition.Tables
            .Where(table => table.Name.EndsWith(".problems", StringComparison.Ordinal))
            .SelectMany(table => table.Rows)
            .GroupBy(row => row["code"], StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.Select(Read).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The catalogue of the edition that the law of a day is of; made once per edition.</summary>
    public static ProblemCatalogue Of(LawOfTheDay law) =>
        OfEdition.GetValue(law.Source, static edition => new ProblemCatalogue(edition));

    /// <summary>All codes, in ordinal order.</summary>
    public IEnumerable<string> Codes => _rowsByCode.Keys.Order(StringComparer.Ordinal);

    /// <summary>The row of a code in force on a date, or null.</summary>
    public ProblemRow? Row(string code, DateOnly on)
    {
        if (!_rowsByCode.TryGetValue(code, out var rows))
            return null;
        foreach (var row in rows)
        {
            if (row.Validity.Contains(on))
                return row;
        }

        return null;
    }

    /// <summary>
    /// The sentence of a problem in Dutch (<c>nl</c>) or English (<c>en</c>) with its values filled in.
    /// </summary>
    public string Text(Problem problem, string language, DateOnly on)
    {
        if (Row(problem.Code, on) is not { } row)
            return string.Join(' ', [problem.Code, .. problem.Arguments]);
        return LawSentence.Fill(language == "en" ? row.TextEn : row.TextNl, problem.Arguments, language);
    }

    /// <summary>A problem with the severity its row has on a date; without a row a person must look.</summary>
    /// <param name="code">A constant of a module's problems.</param>
    /// <param name="on">The date the law names, for import the date of acceptance.</param>
    /// <param name="dataElement">EUCDM number; where empty, that of the row.</param>
    /// <param name="pointer">Path in the message.</param>
    /// <param name="args">Values in the order of the sentence; cut at 200 characters.</param>
    public Problem Make(string code, DateOnly on, string dataElement, string pointer, params string[] args)
    {
        var row = Row(code, on);
        return new Problem(
            code,
            row?.Severity ?? Severity.Manual,
            dataElement.Length > 0 ? dataElement : row?.DataElement ?? "",
            pointer,
            Array.ConvertAll(args, static arg => arg.Length <= MaxArgumentLength ? arg : arg[..MaxArgumentLength]));
    }

    /// <summary>Reads the word of a row for a severity.</summary>
    public static bool TryParseSeverity(string word, out Severity severity)
    {
        (var isKnown, severity) = word switch
        {
            "reject" => (true, Severity.Reject),
            "manual" => (true, Severity.Manual),
            "warn" => (true, Severity.Warn),
            _ => (false, Severity.Manual),
        };
        return isKnown;
    }

    private static ProblemRow Read(LawRow row) => new(
        row["code"],
        TryParseSeverity(row["severity"], out var severity)
            ? severity
            : throw new InvalidDataException($"{row.Table.Name}: \"{row["severity"]}\" is not reject, manual or warn."),
        row["data_element"],
        row["ground"],
        row.Validity,
        row["text_nl"],
        row["text_en"]);
}

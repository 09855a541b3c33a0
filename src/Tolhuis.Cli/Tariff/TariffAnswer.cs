// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Tariff;

/// <summary>
/// Where an answer goes and in which form: JSON, or lines for people (one row as names with values, more as columns).
/// </summary>
internal sealed class TariffAnswer(TextWriter output, TextWriter error, bool isJson, string language)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The answer goes to a terminal or a file, never into a page: Dutch letters stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ProblemCatalogue Catalogue = new(LawEdition.BuiltIn);

    public string Language { get; } = language;

    public int Give<T>(T row)
        where T : class
    {
        if (isJson)
            output.WriteLine(JsonSerializer.Serialize(row, Json));
        else
            WriteNames(row);
        return TariffCommand.Done;
    }

    public int Give<T>(IReadOnlyList<T> rows)
        where T : class
    {
        if (isJson)
            output.WriteLine(JsonSerializer.Serialize(rows, Json));
        else
            WriteColumns(rows);
        return TariffCommand.Done;
    }

    /// <summary>One row that holds other rows: for people the rows come first, then the row itself.</summary>
    public int GiveWithRows<T, TRow>(T row, IReadOnlyList<TRow> rows)
        where T : class
    {
        if (isJson)
            return Give(row);
        WriteColumns(rows);
        output.WriteLine();
        return Give(row);
    }

    /// <summary>One answer with its own way of writing it for people.</summary>
    public int Give<T>(T row, Action<T, TextWriter, string> write)
        where T : class
    {
        if (isJson)
            return Give(row);
        write(row, output, Language);
        return TariffCommand.Done;
    }

    /// <summary>What is wrong: sentences on stderr, or rows of JSON on stdout. Code 1.</summary>
    public int GiveProblems(IReadOnlyList<Problem> problems)
    {
        if (isJson)
            Give<ProblemAnswer>([.. problems.Select(p => new ProblemAnswer(p.Code, p.Pointer, Sentence(p)))]);
        else
            foreach (var problem in problems)
                error.WriteLine(Sentence(problem));
        return TariffCommand.Refused;
    }

    /// <summary>The sentence of a problem as this program has it: the store may hold an older edition.</summary>
    public string Sentence(Problem problem) => Catalogue.Text(problem, Language, DateOnly.MaxValue);

    public int Refuse(string dutch, string english) => Refuse(Language == "nl" ? dutch : english);

    public int Wrong(string dutch, string english) => Wrong(Language == "nl" ? dutch : english);

    public int Refuse(string reason)
    {
        error.WriteLine(reason);
        return TariffCommand.Refused;
    }

    public int Wrong(string reason)
    {
        error.WriteLine(reason);
        return TariffCommand.WrongQuestion;
    }

    private void WriteNames<T>(T row)
    {
        var properties = typeof(T).GetProperties();
        var width = properties.Max(property => property.Name.Length);
        foreach (var property in properties)
        {
            if (property.GetValue(row) is { } value && Text(value) is { Length: > 0 } text)
                output.WriteLine($"{property.Name.PadRight(width)}  {text}");
        }
    }

    private void WriteColumns<T>(IReadOnlyList<T> rows)
    {
        var properties = typeof(T).GetProperties();
        var cells = rows.Select(row => Array.ConvertAll(properties, p => Text(p.GetValue(row)))).ToArray();
        var widths = Enumerable.Range(0, properties.Length)
            .Select(i => cells.Select(line => line[i].Length).Append(properties[i].Name.Length).Max())
            .ToArray();
        WriteLine([.. properties.Select(p => p.Name)], widths);
        foreach (var line in cells)
            WriteLine(line, widths);
    }

    private void WriteLine(string[] cells, int[] widths) =>
        output.WriteLine(string.Join("  ", cells.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd());

    private static string Text(object? value) => value switch
    {
        null => "",
        // Rows inside a row have been written as columns.
        System.Collections.IEnumerable and not string => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

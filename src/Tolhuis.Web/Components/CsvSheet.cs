// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Components;

/// <summary>
/// Comma-separated values as a spreadsheet on a desk here opens them by a double click: UTF-8 with its mark; in Dutch
/// semicolons and decimal commas, in English commas and points. Text that a spreadsheet would calculate gets an
/// apostrophe before it, so that what a trader typed never runs on the computer of an officer.
/// </summary>
internal sealed class CsvSheet(Stream to, Language language) : IAsyncDisposable
{
    // What a spreadsheet takes for the beginning of a formula, also in the wide forms.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    private readonly StreamWriter _writer =
        new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16_384, leaveOpen: true) { NewLine = "\r\n" };

    private readonly char _separator = language.IsDutch ? ';' : ',';

    private readonly CultureInfo _numbers = language.IsDutch ? language.Culture : CultureInfo.InvariantCulture;

    public async Task Row(params IReadOnlyList<object> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                await _writer.WriteAsync(_separator);
            await _writer.WriteAsync(Cell(cells[i]));
        }

        await _writer.WriteLineAsync();
    }

    public async ValueTask DisposeAsync() => await _writer.DisposeAsync();

    private string Cell(object cell) => cell switch
    {
        decimal number => number.ToString("0.############", _numbers),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Quoted(Harmless((string)cell)),
    };

    /// <summary>Text that is not calculated: OWASP, CSV injection.</summary>
    internal static string Harmless(string text) =>
        text.Length > 0 && Starts.Contains(text[0]) ? "'" + text : text;

    private string Quoted(string text) => text.AsSpan().IndexOfAny(_separator, '"', '\n') >= 0 || text.Contains('\r')
        || text.StartsWith(' ')
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Cli.Platform;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Intake;

/// <summary>
/// One JSON line per message: file, entry, lrn, outcome, problems with code, severity, element, pointer and text.
/// </summary>
internal sealed class ReceiptWriter : IAsyncDisposable
{
    private readonly StreamWriter _writer;

    public ReceiptWriter(string path) => _writer = new StreamWriter(path, append: false, new UTF8Encoding(false));

    public void Write(
        string file, string entry, string lrn, MessageOutcome outcome, IReadOnlyList<Problem> problems,
            ProblemCatalogue texts, DateOnly on) =>
        _writer.WriteLine(CommandLine.ToJsonLine(new ReceiptLine(
            file,
            entry,
            lrn,
            outcome.ToString().ToLowerInvariant(),
            problems.Select(problem => new ProblemLine(
                problem.Code,
                problem.Severity.ToString().ToLowerInvariant(),
                problem.DataElement,
                problem.Pointer,
                texts.Text(problem, CommandLine.Language, on))).ToList())));

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private sealed record ReceiptLine(
        string File, string Entry, string Lrn, string Outcome, IReadOnlyList<ProblemLine> Problems);

    private sealed record ProblemLine(string Code, string Severity, string DataElement, string Pointer, string Text);
}

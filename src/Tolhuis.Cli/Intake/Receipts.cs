// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Cli.Platform;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Cli.Intake;

/// <summary>
/// Where the answers to messages go: all of them to the file of receipts if there is one, and the first problems to a
/// person if one is reading. Those are kept and written at the end, because progress is drawn on the same stream.
/// </summary>
internal sealed class Receipts : IAsyncDisposable
{
    private const int MaxShown = 20;

    private readonly ReceiptWriter? _writer;
    private readonly bool _isForPeople;
    private readonly List<string> _shown = [];
    private bool _hasMore;

    /// <exception cref="CommandRefusedException">The file of receipts cannot be written.</exception>
    public Receipts(string? path, bool isForPeople)
    {
        _isForPeople = isForPeople;
        try
        {
            _writer = path is null ? null : new ReceiptWriter(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandRefusedException(CommandLine.Say(
                $"Het bestand {path} voor de ontvangstbewijzen kan niet worden geschreven. "
                + "Geef met --receipts een ander bestand, in een map die bestaat en waar u mag schrijven.",
                $"The file {path} for the receipts cannot be written. "
                + "Name another file with --receipts, in a folder that exists and where you may write."));
        }
    }

    /// <summary>False once nothing further is shown or written.</summary>
    public bool WantsMore => _writer is not null || _isForPeople && !_hasMore;

    public void Write(
        string file,
        string entry,
        string lrn,
        MessageOutcome outcome,
        IReadOnlyList<Problem> problems,
        ProblemCatalogue texts,
        DateOnly on)
    {
        _writer?.Write(file, entry, lrn, outcome, problems, texts, on);
        if (!_isForPeople)
            return;
        foreach (var problem in problems)
        {
            _hasMore |= _shown.Count == MaxShown;
            if (_hasMore)
                return;
            var place = problem.DataElement.Length == 0 ? "" : $" [{problem.DataElement}]";
            _shown.Add(Printable(
                $"{file}{(entry.Length == 0 ? "" : " " + entry)}:{place} "
                + texts.Text(problem, CommandLine.Language, on)));
        }
    }

    /// <summary>Shows the problems to the person, and how to get the others.</summary>
    public void Show()
    {
        foreach (var line in _shown)
            CommandLine.Complain(line);
        if (_hasMore && _writer is null)
            CommandLine.Complain(CommandLine.Say(
                $"Dit zijn de eerste {MaxShown} problemen. Met --receipts BESTAND krijgt u ze allemaal.",
                $"These are the first {MaxShown} problems. --receipts FILE gives all of them."));
        else if (_hasMore)
            CommandLine.Complain(CommandLine.Say(
                $"Dit zijn de eerste {MaxShown} problemen; alle staan in het bestand van --receipts.",
                $"These are the first {MaxShown} problems; all are in the file of --receipts."));
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;

    // Names and values are those of a stranger: they must not steer the terminal.
    private static string Printable(string text) =>
        string.Create(text.Length, text, (line, from) =>
        {
            for (var i = 0; i < line.Length; i++)
                line[i] = char.IsControl(from[i]) ? '?' : from[i];
        });
}

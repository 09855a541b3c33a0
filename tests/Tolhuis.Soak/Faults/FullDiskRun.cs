// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Simulator;
using Tolhuis.Soak.Child;

namespace Tolhuis.Soak.Faults;

/// <summary>
/// Fills the disk under load and makes space again, several times: what is refused is refused as full, what was
/// acknowledged stays, questions are answered all the while, and intake goes on by itself.
/// </summary>
internal sealed class FullDiskRun(SmallDisk disk, long seed, int rounds, TextWriter report)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly FaultList _faults = new(report);
    private readonly Random _random = new(unchecked((int)seed));
    private readonly Dictionary<long, string> _acknowledged = [];
    private readonly List<long> _files = [];
    private int _refusedMessages;
    private int _refusedFiles;

    public async Task<int> Run()
    {
        var settings = new ChildSettings(Path.Combine(disk.Path, "store"), 1 << 20, IsUnsynced: false);
        var day = DutchTime.DateOf(TimeProvider.System.GetUtcNow());
        var plan = new SimulationPlan
        {
            Day = day,
            Lines = 1_000_000,
            Seed = seed,
            BadMessageRate = 0,
            MessagesPerZip = 1_000
        };
        using var messages = new TrafficSimulator(plan with { H1Share = 0 }).Messages().GetEnumerator();
        await using (var opened = await ChildInstallation.Open(settings))
        {
            try
            {
                for (var round = 0; round < rounds; round++)
                    await FillOnce(opened, messages, round);
                await CheckAll(opened);
            }
            catch (TimeoutException)
            {
                _faults.Add("again", "With space made, files are not decided by themselves.");
                return _faults.Count;
            }
        }

        await ReopenFull(settings);
        report.WriteLine(
            $"seed {seed}: {rounds} times full, {_acknowledged.Count} messages and {_files.Count} files acknowledged, "
            + $"{_refusedMessages} messages and {_refusedFiles} files refused, {_faults.Count} faults");
        return _faults.Count;
    }

    private async Task FillOnce(ChildInstallation opened, IEnumerator<SimulatedMessage> messages, int round)
    {
        var intake = opened.Get<IIntake>();
        for (var i = 0; i < 20; i++)
            _faults.Check(await Lodge(intake, opened, messages), "space", "A message is refused while there is space.");
        // Files wait and are half decided when the disk becomes full.
        for (var i = 0; i < 2; i++)
            await Receive(intake, opened, messages);
        disk.Fill(_random.Next(0, 600_000));
        var (full, tries) = (false, 0);
        for (; tries < 3_000 && !full; tries++)
            full = !await Lodge(intake, opened, messages);
        _faults.Check(full, "full", "A full disk refuses nothing.");
        disk.Fill(0);
        _faults.Check(!await Receive(intake, opened, messages), "full", "A full disk takes a file.");
        // A clock of the program may find the last free bytes in between; what is refused says so itself.
        _faults.Check(intake.Fault is null or StoreFault.Full, "full", $"The store says it is {intake.Fault}.");
        await Task.Delay(_random.Next(0, 1_500));
        CheckReadable(opened, $"round {round}, full");
        var open = _files.Count(file => opened.Get<IReceivedFiles>().Find(file)!.State == FileState.Received);

        disk.MakeSpace();
        foreach (var file in _files)
            await intake.WhenDecided(file).WaitAsync(Patience);
        _faults.Check(await Lodge(intake, opened, messages), "again", "With space made a message is still refused.");
        _faults.Check(await Receive(intake, opened, messages), "again", "With space made a file is still refused.");
        await intake.WhenDecided(_files[^1]).WaitAsync(Patience);
        _faults.Check(intake.Fault is null, "again", $"With space made the store says it is {intake.Fault}.");
        report.WriteLine(
            $"round {round + 1}: full after {tries} messages; {open} files waited and were decided with space made");
    }

    private async Task<bool> Lodge(IIntake intake, ChildInstallation opened, IEnumerator<SimulatedMessage> messages)
    {
        messages.MoveNext();
        var message = messages.Current.Content.ToArray();
        try
        {
            var answer = await intake.Lodge(message, opened.House);
            _faults.Check(answer.Outcome == MessageOutcome.Accepted, "answer", $"A good message gives {answer}");
            _acknowledged[answer.DeclarationId] = StoredAnswers.HashOf(message);
            return true;
        }
        catch (StoreUnavailableException refused)
        {
            _refusedMessages++;
            _faults.Check(refused.Fault == StoreFault.Full, "full", $"A message is refused as {refused}");
            return false;
        }
    }

    private async Task<bool> Receive(IIntake intake, ChildInstallation opened, IEnumerator<SimulatedMessage> messages)
    {
        var zip = SmallZip.Of(Take(messages, 200));
        try
        {
            using var stream = new MemoryStream(zip);
            var receipt = await intake.Receive(stream, "full.zip", opened.House);
            _faults.Check(receipt.Problem is null, "receipt", $"A file gives {receipt}");
            _files.Add(receipt.File!.Id);
            return true;
        }
        catch (StoreUnavailableException refused)
        {
            _refusedFiles++;
            _faults.Check(refused.Fault == StoreFault.Full, "full", $"A file is refused as {refused}");
            return false;
        }
    }

    private static IEnumerable<SimulatedMessage> Take(IEnumerator<SimulatedMessage> messages, int count)
    {
        for (var i = 0; i < count && messages.MoveNext(); i++)
            yield return messages.Current;
    }

    private void CheckReadable(ChildInstallation opened, string when)
    {
        var stored = new StoredAnswers(opened).Declarations([.. _acknowledged.Keys.TakeLast(200)]);
        _faults.Check(stored.Count == Math.Min(200, _acknowledged.Count), "readable",
            $"{when}: {stored.Count} declarations are found.");
        foreach (var row in stored)
            _faults.Check(row.RawHash == _acknowledged[row.Id], "readable",
                $"{when}: declaration {row.Id} holds another message.");
        _faults.Check(
            opened.Get<IDeclarations>().List(new DeclarationFilter())
                .Count > 0, "readable", $"{when}: the list is empty.");
        _faults.Check(opened.Get<IReceivedFiles>().List().Count > 0, "readable",
            $"{when}: the list of files is empty.");
    }

    private async Task CheckAll(ChildInstallation opened)
    {
        foreach (var file in _files)
            await opened.Get<IIntake>().WhenDecided(file).WaitAsync(Patience);
        var stored = new StoredAnswers(opened).Declarations(_acknowledged.Keys);
        _faults.Check(stored.Count == _acknowledged.Count, "acknowledged",
            $"{stored.Count} of {_acknowledged.Count} are there.");
        foreach (var row in stored)
            _faults.Check(row.RawHash == _acknowledged[row.Id], "acknowledged",
                $"Declaration {row.Id} holds another message.");
        foreach (var fault in opened.Get<Verification>().Run(long.MaxValue, (_, _, _) => { }))
            _faults.Add(fault.Promise, fault.Sentence);
    }

    /// <summary>
    /// A restart on a full disk: the store opens and can be read, or says that the disk is full; with space all is
    /// there.
    /// </summary>
    private async Task ReopenFull(ChildSettings settings)
    {
        disk.Fill(0);
        try
        {
            await using var full = await ChildInstallation.Open(settings);
            CheckReadable(full, "opened on a full disk");
            report.WriteLine("opened on a full disk: can be read");
        }
        catch (Exception exception) when (StoreWriter.FaultOf(exception) is { } fault)
        {
            report.WriteLine($"opened on a full disk: refused as {fault} ({exception.Message})");
            _faults.Check(fault == StoreFault.Full, "reopen", $"A full disk is called {exception}");
        }

        disk.MakeSpace();
        await using var opened = await ChildInstallation.Open(settings);
        await CheckAll(opened);
    }
}

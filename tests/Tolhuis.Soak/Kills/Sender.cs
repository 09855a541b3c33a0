// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using Tolhuis.Intake.Contract;
using Tolhuis.Soak.Child;

namespace Tolhuis.Soak.Kills;

/// <summary>
/// Sends the lanes of a traffic to a child, many at once, until they are empty or the child is gone. A sending leaves its lane
/// only when it is acknowledged.
/// </summary>
internal sealed class Sender(Random random, List<SentMessage> messages, List<SentFile> files, FaultList faults)
{
    private const int LanesAtOnce = 24;
    private readonly Lock _recording = new();
    private ConcurrentQueue<Queue<Sending>> _lanes = new();
    private int _busy;

    public bool IsDone => _lanes.IsEmpty && Volatile.Read(ref _busy) == 0;

    public long Repeats { get; private set; }

    public void Add(Traffic traffic)
    {
        var lanes = traffic.Lanes.Concat(_lanes).ToArray();
        random.Shuffle(lanes);
        _lanes = new ConcurrentQueue<Queue<Sending>>(lanes);
    }

    public Task Run(ChildProcess child) => Task.WhenAll(Enumerable.Range(0, LanesAtOnce).Select(_ => SendLanes(child)));

    private async Task SendLanes(ChildProcess child)
    {
        while (true)
        {
            Interlocked.Increment(ref _busy);
            try
            {
                if (!_lanes.TryDequeue(out var lane))
                    return;
                var sending = lane.Peek();
                try
                {
                    await Send(child, sending);
                    lane.Dequeue();
                    if (RepeatsNow())
                        await Repeat(child, sending);
                }
                catch (ChildGoneException)
                {
                    return;
                }
                finally
                {
                    if (lane.Count > 0)
                        _lanes.Enqueue(lane);
                }
            }
            finally
            {
                Interlocked.Decrement(ref _busy);
            }
        }
    }

    private bool RepeatsNow()
    {
        using (_recording.EnterScope())
            return random.Next(40) == 0;
    }

    private async Task Send(ChildProcess child, Sending sending)
    {
        sending.Attempts++;
        if (sending is SentFile file)
        {
            var answer = (await child.Ask(FrameKind.Receive, file.Bytes)).Content<ReceiveAnswer>();
            faults.Check(answer is { Fault: null, Problem: null, FileId: > 0 }, "receipt", $"A file was refused: {answer}");
            faults.Check(answer.ContentHash == file.Hash, "receipt", $"File {answer.FileId} is acknowledged with another hash.");
            faults.Check(!answer.IsRepeat || file.Attempts > 1, "receipt", $"File {answer.FileId} is called a repeat and is none.");
            file.Answer = answer;
            using (_recording.EnterScope())
                files.Add(file);
            return;
        }

        var message = (SentMessage)sending;
        message.Answer = (await child.Ask(FrameKind.Lodge, message.Bytes)).Content<LodgeAnswer>();
        CheckAnswer(message);
        using (_recording.EnterScope())
            messages.Add(message);
    }

    private void CheckAnswer(SentMessage message)
    {
        var (answer, expected) = (message.Answer!, message.Expected);
        // An earlier sending may have been taken though its answer was lost; then the answer is that of the earlier one.
        var isRight = answer.Outcome == expected.Outcome
            || (message.Attempts > 1 && expected.IsDeclaration && answer.Outcome == MessageOutcome.Duplicate);
        faults.Check(
            answer.Fault is null && isRight, "answer", $"Expected {expected.Outcome} at attempt {message.Attempts}, got {answer}");
        if (answer.Outcome == MessageOutcome.Accepted)
        {
            faults.Check(
                answer.Lines == expected.Lines && answer.Lines == answer.Released + answer.Selected + answer.Undecided,
                "answer", $"Expected {expected.Lines} lines, got {answer}");
        }
    }

    /// <summary>A sender who doubts: the same again must give the same, and must not be taken twice.</summary>
    private async Task Repeat(ChildProcess child, Sending sending)
    {
        if (sending is SentFile file)
        {
            var again = (await child.Ask(FrameKind.Receive, file.Bytes)).Content<ReceiveAnswer>();
            faults.Check(
                again is { IsRepeat: true } && again.FileId == file.Answer!.FileId, "repeat", $"A file sent again gives {again}");
        }
        else if (sending is SentMessage { Expected: { IsDeclaration: true, IsRepeatable: false } } message)
        {
            message.Attempts++;
            var again = (await child.Ask(FrameKind.Lodge, message.Bytes)).Content<LodgeAnswer>();
            faults.Check(
                again.Outcome == MessageOutcome.Duplicate && again.DeclarationId == message.Answer!.DeclarationId,
                "repeat", $"A message sent again gives {again}, first {message.Answer}");
        }
        else
        {
            return;
        }

        using (_recording.EnterScope())
            Repeats++;
    }
}

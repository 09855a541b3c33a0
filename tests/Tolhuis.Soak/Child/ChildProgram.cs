// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Soak.Child;

/// <summary>
/// The program that is killed: one installation, asked over its standard input and answering over its standard output.
/// An answer leaves only after the installation gave it.
/// </summary>
internal sealed class ChildProgram(ChildInstallation opened, Stream output)
{
    private readonly Lock _writing = new();
    private readonly StoredAnswers _stored = new(opened);

    public static async Task<int> Run(ChildSettings settings)
    {
        await using var output = Console.OpenStandardOutput();
        await using var input = Console.OpenStandardInput();
        await using var opened = await ChildInstallation.Open(settings);
        _ = opened.Get<IIntake>();
        var program = new ChildProgram(opened, output);
        program.Write(Frame.Of(FrameKind.Ready, 0, Environment.ProcessId));
        while (await Frame.Read(input) is { } request && request.Kind != FrameKind.Stop)
            _ = Task.Run(() => program.Answer(request));
        return 0;
    }

    private async Task Answer(Frame request)
    {
        try
        {
            Write(request.Kind switch
            {
                FrameKind.Lodge => Frame.Of(request.Kind, request.Tag, await Lodge(request.Payload)),
                FrameKind.Receive => Frame.Of(request.Kind, request.Tag, await Receive(request)),
                FrameKind.WaitDecided =>
                    Frame.Of(request.Kind, request.Tag, await WaitDecided(request.Content<long[]>())),
                FrameKind.Stored =>
                    Frame.Of(request.Kind, request.Tag, _stored.Declarations(request.Content<long[]>())),
                FrameKind.Files => Frame.Of(request.Kind, request.Tag, _stored.Files(request.Content<long[]>())),
                FrameKind.Spool => Frame.Of(request.Kind, request.Tag, _stored.SpooledHashes()),
                FrameKind.Totals => Frame.Of(request.Kind, request.Tag, _stored.Totals()),
                FrameKind.Verify => Frame.Of(request.Kind, request.Tag, _stored.Verify(request.Content<long>())),
                _ => Frame.Of(request.Kind, request.Tag, _stored.State()),
            });
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parent sees the sentence and an end of the pipe: what the program did not foresee is a fault of the
            // run.
            await Console.Error.WriteLineAsync($"{request.Kind}: {exception}");
            Environment.Exit(3);
        }
    }

    private async Task<LodgeAnswer> Lodge(byte[] message)
    {
        try
        {
            var answer = await opened.Get<IIntake>().Lodge(message, opened.House);
            var id = answer.RequestId > 0 ? answer.RequestId : answer.DeclarationId;
            return new LodgeAnswer(
                null, answer.Outcome, id, answer.Mrn.ToString(), answer.Lines, answer.Released,
                answer.Selected, answer.Undecided);
        }
        catch (StoreUnavailableException refused)
        {
            return new LodgeAnswer(refused.Fault.ToString(), default, 0, "", 0, 0, 0, 0);
        }
    }

    private async Task<ReceiveAnswer> Receive(Frame request)
    {
        try
        {
            using var stream = new MemoryStream(request.Payload, writable: false);
            var receipt = await opened.Get<IIntake>().Receive(stream, $"{request.Tag}.zip", opened.House);
            return new ReceiveAnswer(
                null, receipt.Problem?.Code, receipt.File?.Id ?? 0, receipt.IsRepeat, receipt.File?.ContentHash ?? "");
        }
        catch (StoreUnavailableException refused)
        {
            return new ReceiveAnswer(refused.Fault.ToString(), null, 0, false, "");
        }
    }

    private async Task<bool> WaitDecided(long[] files)
    {
        foreach (var file in files)
            await opened.Get<IIntake>().WhenDecided(file);
        return true;
    }

    private void Write(Frame frame)
    {
        var bytes = frame.ToBytes();
        using (_writing.EnterScope())
        {
            output.Write(bytes);
            output.Flush();
        }
    }
}

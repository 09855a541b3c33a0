// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Tolhuis.Soak.Child;

namespace Tolhuis.Soak.Kills;

/// <summary>The child ended before it answered.</summary>
internal sealed class ChildGoneException(string sentence) : Exception(sentence);

/// <summary>The parent's side of a child: asks, collects answers as they come, kills.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<Frame>> _waiting = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private long _lastTag;

    private ChildProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAnswers);
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Ends when the store is open and rebuilt; fails if the child ends before that.</summary>
    public Task Ready => _ready.Task;

    /// <summary>What the child wrote to its standard error; complete once it has ended.</summary>
    public Task<string> Errors => _errors;

    public static ChildProcess Start(ChildSettings settings, params string[] wrapper)
    {
        string[] command =
        [
            .. wrapper, "dotnet", typeof(ChildProcess).Assembly.Location, "child", "--store", settings.Store,
            "--checkpoint-bytes", settings.CheckpointBytes.ToString(CultureInfo.InvariantCulture),
            .. settings.IsUnsynced ? ["--unsynced"] : Array.Empty<string>(),
            .. settings.IsQuiet ? ["--quiet"] : Array.Empty<string>(),
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new ChildProcess(Process.Start(start)!);
    }

    public Task<Frame> Ask<T>(FrameKind kind, T content) => Ask(kind, tag => Frame.Of(kind, tag, content));

    public Task<Frame> Ask(FrameKind kind, byte[] payload) => Ask(kind, tag => new Frame(kind, tag, payload));

    /// <summary>SIGKILL: the child gets no chance to end well.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Write(new Frame(FrameKind.Stop, 0, []));
        }
        catch (ChildGoneException)
        {
            // Nothing to stop.
        }

        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        _writing.Dispose();
    }

    private async Task<Frame> Ask(FrameKind kind, Func<long, Frame> frameOf)
    {
        var tag = Interlocked.Increment(ref _lastTag);
        var waiter = new TaskCompletionSource<Frame>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[tag] = waiter;
        await Write(frameOf(tag));
        if (_reading.IsCompleted)
            waiter.TrySetException(new ChildGoneException($"The child ended before {kind}."));
        return await waiter.Task;
    }

    private async Task Write(Frame frame)
    {
        await _writing.WaitAsync();
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(frame.ToBytes());
            await _process.StandardInput.BaseStream.FlushAsync();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw new ChildGoneException("The child no longer listens.");
        }
        finally
        {
            _writing.Release();
        }
    }

    // Answers that the child wrote before it was killed lie in the pipe and are read to the end: they were acknowledged.
    private async Task ReadAnswers()
    {
        while (await Frame.Read(_process.StandardOutput.BaseStream) is { } frame)
        {
            if (frame.Kind == FrameKind.Ready)
                _ready.TrySetResult();
            else if (_waiting.TryRemove(frame.Tag, out var waiter))
                waiter.TrySetResult(frame);
        }

        _ready.TrySetException(new ChildGoneException("The child ended before it was ready."));
        foreach (var waiter in _waiting.Values)
            waiter.TrySetException(new ChildGoneException("The child ended before it answered."));
    }
}

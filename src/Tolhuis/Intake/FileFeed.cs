// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using Tolhuis.Access.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// Feeds received files to the decider in the order of their receipt. Chunks of entries are prepared on all cores, a
/// few ahead
/// of the decider and no more; they are handed over in the order of the file. What was handed over and not decided
/// (full disk,
/// crash) is fed again from the file's next entry: the store, not this class, knows what is done.
/// </summary>
internal sealed class FileFeed : IAsyncDisposable
{
    private const int ChunkMessages = 100;
    private const int FilesAtOnce = 200;
    private static readonly int ChunksAhead = Environment.ProcessorCount * 2;

    private readonly IConnections _connections;
    private readonly Archive _archive;
    private readonly Preparation _preparation;
    private readonly Decider _decider;
    private readonly Func<LawEdition> _edition;
    private readonly Func<long, Submitter?> _submitterOf;
    private readonly LostFiles _lost;
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _whenDecided = new();
    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<Task<PreparedChunk>> _ahead = new();
    private readonly Task _running;
    private int _feeding;
    private volatile StoreUnavailableException? _refused;

    // Files up to here are handed over, decided or not; only an interruption makes them be fed again.
    private long _fedUntil;

    public FileFeed(
        IConnections connections,
        Archive archive,
        Preparation preparation,
        Decider decider,
        Func<LawEdition> edition,
        Func<long, Submitter?> submitterOf,
        LostFiles lost)
    {
        _lost = lost;
        _connections = connections;
        _archive = archive;
        _preparation = preparation;
        _decider = decider;
        _edition = edition;
        _submitterOf = submitterOf;
        decider.FileProgressed = Progressed;
        decider.FilesInterrupted = () => _signal.Release();
        decider.Refused = Refuse;
        _feeding = decider.Feeding;
        _running = Task.Run(Run);
    }

    private bool IsInterrupted => _decider.Feeding != _feeding;

    /// <summary>A file was acknowledged.</summary>
    public void Announce() => _signal.Release();

    /// <summary>Ends when the file is decided; at once if it is.</summary>
    /// <exception cref="StoreUnavailableException">It is on disk and will only be decided after a restart.</exception>
    public Task WhenDecided(long fileId)
    {
        var waiter = _whenDecided.GetOrAdd(
            fileId, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using (var connection = _connections.OpenRead())
        {
            if (IntakeStore.Find(connection, fileId) is not { State: FileState.Received })
                Complete(fileId);
        }

        if (_refused is { } refused)
            waiter.TrySetException(new StoreUnavailableException(refused.Fault));
        return waiter.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync().ConfigureAwait(false);
        _signal.Release();
        await _running.ConfigureAwait(false);
        Refuse(StoreFault.Stopping);
    }

    private async Task Run()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                await FeedAll().ConfigureAwait(false);
                await _signal.WaitAsync(_stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            _ahead.Clear();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Without its feed the store would acknowledge files that are never decided.
            _decider.Break();
        }
    }

    private async Task FeedAll()
    {
        while (true)
        {
            if (IsInterrupted)
            {
                // The number first, the rows after it: what was decided until then is in the rows.
                _feeding = _decider.Feeding;
                _ahead.Clear();
                _fedUntil = 0;
                await Task.Delay(TimeSpan.FromSeconds(1), _stop.Token).ConfigureAwait(false);
            }

            var files = NextFiles(_fedUntil);
            if (files.Count == 0)
                break;
            foreach (var file in files)
            {
                if (IsInterrupted)
                    break;
                await FeedOrSetAside(file).ConfigureAwait(false);
                _fedUntil = file.Id;
            }
        }

        while (_ahead.TryDequeue(out var chunk))
            await _decider.Decide(await chunk.ConfigureAwait(false), _stop.Token).ConfigureAwait(false);
    }

    private List<ReceivedFile> NextFiles(long after)
    {
        using var connection = _connections.OpenRead();
        return IntakeStore.Undecided(connection, after, FilesAtOnce).ToList();
    }

    /// <summary>
    /// A file that cannot be read back stops no other: it stays undecided, verify names it, and a person has the task
    /// of putting it back.
    /// </summary>
    private async Task FeedOrSetAside(ReceivedFile row)
    {
        try
        {
            await Feed(row).ConfigureAwait(false);
            await _lost.Found(row).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvariantException)
        {
            if (_whenDecided.TryRemove(row.Id, out var waiter))
                waiter.TrySetException(exception);
            await _lost.Report(row).ConfigureAwait(false);
        }
    }

    private async Task Feed(ReceivedFile row)
    {
        var bytes = await File.ReadAllBytesAsync(_archive.PathOf(row.Id, row.ReceivedAt), _stop.Token)
            .ConfigureAwait(false);
        var (content, problem) = FileContent.Open(bytes);
        Invariant.Holds(content is not null, $"Received file {row.Id} can be opened again ({problem?.Code}).");
        var submitter = _submitterOf(row.TokenId);
        Invariant.Holds(submitter is not null, $"The submitter of received file {row.Id} is known.");
        var file = new OpenFile(row.Id, row.ReceivedAt, row.Entries, _feeding);
        var law = _edition().On(DutchTime.DateOf(row.ReceivedAt));
        for (var entry = row.NextEntry; entry < row.Entries && !IsInterrupted; entry += ChunkMessages)
        {
            var from = entry;
            var until = Math.Min(entry + ChunkMessages, row.Entries);
            _ahead.Enqueue(Task.Run(() => Prepare(file, content!, submitter!, law, from, until)));
            if (_ahead.Count >= ChunksAhead)
            {
                var chunk = await _ahead.Dequeue().ConfigureAwait(false);
                await _decider.Decide(chunk, _stop.Token).ConfigureAwait(false);
            }
        }
    }

    private PreparedChunk Prepare(
        OpenFile file, FileContent content, Submitter submitter, LawOfTheDay law, int from, int until)
    {
        var rented = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        // A large message takes a buffer of its own in its place, which is not the pool's.
        var buffer = rented;
        var messages = new PreparedMessage[until - from];
        for (var entry = from; entry < until; entry++)
        {
            var (length, problem) = content.Read(entry, ref buffer);
            var message = problem is null
                ? _preparation.Prepare(buffer.AsMemory(0, length), submitter, file.ReceivedAt, law)
                : Preparation.Unreadable(submitter, file.ReceivedAt, law, problem);
            message.Place = new RawPlace(file.Id, entry);
            messages[entry - from] = message;
        }

        System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        return new PreparedChunk(file, from, messages);
    }

    private void Progressed(OpenFile file, int entryUntil, IntakeCounts counts)
    {
        if (entryUntil == file.Entries)
            Complete(file.Id);
    }

    private void Complete(long fileId)
    {
        if (_whenDecided.TryRemove(fileId, out var waiter))
            waiter.TrySetResult();
    }

    private void Refuse(StoreFault fault)
    {
        _refused ??= new StoreUnavailableException(fault);
        foreach (var waiter in _whenDecided.Values)
            waiter.TrySetException(new StoreUnavailableException(fault));
    }
}

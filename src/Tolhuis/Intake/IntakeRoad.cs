// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Calendar.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Intake.Life;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Risk.Contract;
using Tolhuis.Tariff.Contract;

namespace Tolhuis.Intake;

/// <summary>
/// The road from a message to its decision, over one store: archive and spool, preparation on all cores, the decider,
/// the feed
/// of files. At its making it rebuilds what the decider must know from the store.
/// </summary>
internal sealed class IntakeRoad : IIntake, IAsyncDisposable
{
    private readonly Store _store;
    private readonly ITariff _tariff;
    private readonly TimeProvider _time;
    private readonly Decider _decider;
    private readonly FileFeed _feed;
    private readonly ReceiveFile _receive;
    private readonly Preparation _preparation;

    public IntakeRoad(
        Store store,
        ITariff tariff,
        ITokens tokens,
        IKeys keys,
        ITasks tasks,
        IAuditTrail trail,
        IMeetParties parties,
        ICalendar calendar,
        TimeProvider time,
        IntakeSettings settings)
    {
        _store = store;
        _tariff = tariff;
        _time = time;
        Archive = new Archive(store.Folder.ArchivePath);
        using (var connection = store.OpenRead())
            Archive.RemoveUnacknowledged(IntakeStore.LastFile(connection) + 1);
        var keyOf = new DrawKeys(keys);
        _preparation = new Preparation(keyOf.Of);
        var tools = new LifeTools(calendar, new ContentReader(store.Folder.ArchivePath), _preparation);
        var state = DeciderStart.Rebuild(
            store, parties, tasks, keyOf.Of, tools, DutchTime.DateOf(time.NowMicroseconds()), out var spoolNumber,
            out var spoolLength);
        var spool = new Spool(store.Folder.ArchivePath, spoolNumber, spoolLength);
        _decider = new Decider(store.Writer, state, spool, time, Pulse, keys, trail);
        _feed = new FileFeed(store, Archive, _preparation, _decider, () => tariff.Current, tokens.Find,
            new LostFiles(store, tasks));
        _receive = new ReceiveFile(store, Archive, _feed, () => tariff.Current, time, () => spool.TotalBytes,
            new FreeSpace(store.Folder.ArchivePath, time), settings);
    }

    public IntakePulse Pulse { get; } = new();

    public StoreFault? Fault => _store.Writer.Fault;

    internal Archive Archive { get; }

    internal Decider Decider => _decider;

    public async Task<MessageAnswer> Lodge(ReadOnlyMemory<byte> message, Submitter submitter)
    {
        if (message.Length > IntakeBounds.MessageBytes)
            throw new ArgumentException("The message is longer than its bound.", nameof(message));
        if (_receive.IsFull)
            throw new StoreUnavailableException(StoreFault.Full);
        var receivedAt = _time.NowMicroseconds();
        var law = _tariff.Current.On(DutchTime.DateOf(receivedAt));
        var waiter = new TaskCompletionSource<MessageAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var prepared = _preparation.Prepare(message, submitter, receivedAt, law, keepRaw: true, waiter);
        return await _decider.Decide(prepared).ConfigureAwait(false);
    }

    public async Task<FileReceipt> Receive(
        Stream file, string name, Submitter submitter, long? receivedAt = null, CancellationToken stop = default)
    {
        if (receivedAt is not null && !_store.Folder.IsDemo)
            throw new InvalidOperationException("Only a demo store takes a stated time of receipt.");
        if (_store.Writer.IsStuck)
            throw new StoreUnavailableException(_store.Writer.Fault!.Value);
        try
        {
            return await _receive.Receive(file, name, submitter, receivedAt, stop).ConfigureAwait(false);
        }
        catch (StoreUnavailableException refused) when (refused.Fault == StoreFault.SyncFailed)
        {
            // One disk holds archive and store: what it failed to do for the one it may have failed to do for the
            // other.
            _store.Writer.Report(refused.Fault);
            throw;
        }
    }

    public Task WhenDecided(long fileId) => _feed.WhenDecided(fileId);

    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync().ConfigureAwait(false);
        _store.Writer.Dispose();
        _decider.Dispose();
    }
}

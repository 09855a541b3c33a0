// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>Order, batches, halving, and what happens when the store takes nothing.</summary>
public sealed class DeciderTests : IAsyncLifetime
{
    private const int NoSpaceLeft = 28;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Single_messages_go_before_the_entries_of_files()
    {
        Task<MessageAnswer>? single = null;
        _store.Road.Decider.Sabotage = message =>
        {
            if (message.Checked.LrnText == "M-00150")
                single = _store.Lodge(H7("S-1"));
            return null;
        };

        var file = await _store.Decide(Zip(Many(2_500)));

        // The batch that was running, of at most 1,000 lines, comes before it, and no other.
        Assert.InRange((await single!).DeclarationId, 151, 150 + 1_000 + 1);
        Assert.Equal(2_500, file.Counts.Accepted);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Numbers_ascend_in_the_order_of_the_file_and_of_the_files()
    {
        var files = new List<FileReceipt>();
        for (var i = 0; i < 4; i++)
            files.Add(await _store.Receive(Zip(Many(120, $"F{i}"))));
        foreach (var file in files)
            await _store.Decided(file.File!.Id);

        var numbers = files.SelectMany(file => _store.Files.Receipts(file.File!.Id, 0, 200))
            .Select(receipt => receipt.DeclarationId);

        Assert.Equal(Enumerable.Range(1, 480).Select(i => (long)i), numbers);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Every_one_of_many_failing_messages_is_set_aside_alone()
    {
        _store.Road.Decider.Sabotage = message =>
            message.Checked.LrnText.EndsWith('7') ? new InvalidOperationException("planted") : null;

        var file = await _store.Decide(Zip(Many(250)));

        Assert.Equal((225L, 25L), (file.Counts.Accepted, file.Counts.Quarantined));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData(2_000, 1)]
    [InlineData(100, 30)]
    [InlineData(3, 900)]
    public async Task A_batch_has_at_most_a_thousand_lines_or_one_message(int messages, int lines)
    {
        var file = await _store.Decide(Zip(Enumerable.Range(0, messages).Select(i => Lines($"L-{i}", lines))));

        Assert.Equal((messages, messages * lines), (file.Counts.Accepted, file.Counts.Lines));
        Assert.InRange(
            _store.Scalar<long>("SELECT max(entry_until - entry_from) FROM intake_batches"),
            1,
            Math.Max(1, 1_000 / lines));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_full_disk_refuses_single_messages_keeps_nothing_of_them_and_goes_on_after_it()
    {
        var isFull = true;
        _store.Road.Decider.Sabotage = _ => isFull ? new IOException("planted", NoSpaceLeft) : null;

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Lodge(H7("A-1")));

        Assert.Equal((StoreFault.Full, StoreFault.Full), (refused.Fault, _store.Road.Fault));
        Assert.Equal(0, _store.Scalar<long>("SELECT count(*) FROM declarations_declarations"));
        isFull = false;
        Assert.Equal(MessageOutcome.Accepted, (await _store.Lodge(H7("A-1"))).Outcome);
        Assert.Null(_store.Road.Fault);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_full_disk_loses_no_entry_of_files_and_decides_none_twice()
    {
        // Full at an entry of two files, for some of its tries: what lies ready behind it is dropped too.
        var tries = 0;
        _store.Road.Decider.Sabotage = message => message.Checked.LrnText is "F0-00450" or "F1-00650"
            && Interlocked.Increment(ref tries) is 1 or 2 or 4
                ? new IOException("planted", NoSpaceLeft)
                : null;
        var files = new List<FileReceipt>();
        for (var i = 0; i < 3; i++)
            files.Add(await _store.Receive(Zip(Many(800, $"F{i}"))));

        foreach (var file in files)
            await _store.Decided(file.File!.Id);

        Assert.All(files, file => Assert.Equal(800, _store.Files.Find(file.File!.Id)!.Counts.Accepted));
        Assert.Null(_store.Road.Fault);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task After_a_failed_sync_nothing_is_taken_until_a_restart_and_all_that_wait_are_told()
    {
        _store.Road.Decider.Sabotage = _ => StoreWriter.DiskFailure(new IOException("planted"));
        var file = await _store.Receive(Zip(Many(10)));

        var told = await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Decided(file.File!.Id));

        Assert.Equal((StoreFault.SyncFailed, StoreFault.SyncFailed), (told.Fault, _store.Road.Fault));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Lodge(H7("A-1")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Receive(Zip(Many(3))));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Decided(file.File!.Id));
        Assert.Equal(FileState.Received, _store.Files.Find(file.File!.Id)!.State);
        await _store.Restart();
        await _store.Decided(file.File.Id);
        Assert.Equal(10, _store.Files.Find(file.File.Id)!.Counts.Accepted);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_file_that_the_work_cannot_read_sets_the_message_aside_and_stops_nothing()
    {
        _store.Road.Decider.Sabotage = message =>
            message.Checked.LrnText == "A-1" ? new FileNotFoundException("planted") : null;

        var aside = await _store.Lodge(H7("A-1"));
        var next = await _store.Lodge(H7("A-2"));

        Assert.Equal((MessageOutcome.Quarantined, MessageOutcome.Accepted), (aside.Outcome, next.Outcome));
        Assert.Null(_store.Road.Fault);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_fails_after_the_commit_stops_the_store_and_undoes_and_repeats_nothing()
    {
        var message = H7("A-1");
        _store.Road.Decider.SabotageAfterCommit = () => throw new InvalidOperationException("planted");

        var answer = await _store.Lodge(message);

        Assert.Equal(MessageOutcome.Accepted, answer.Outcome);
        await WaitFor(() => _store.Road.Fault == StoreFault.PromiseBroken);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Lodge(H7("A-2")));
        await _store.Restart();
        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(message)).Outcome);
        Assert.Equal(2, (await _store.Lodge(H7("A-2"))).DeclarationId);
        var row = _store.Declaration(answer);
        Assert.Equal(message, _store.Files.RawMessage(row.RawFileId, row.RawEntry));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_fails_while_the_feed_is_told_stops_the_store_and_decides_no_entry_twice()
    {
        _store.Road.Decider.FileProgressed = (_, _, _) => throw new InvalidOperationException("planted");

        var file = await _store.Receive(Zip(Many(10)));
        await WaitFor(() => _store.Road.Fault == StoreFault.PromiseBroken);
        await _store.Restart();

        await _store.Decided(file.File!.Id);
        Assert.Equal(10, _store.Files.Find(file.File.Id)!.Counts.Accepted);
        Assert.Equal(1, _store.Scalar<long>("SELECT count(*) FROM intake_batches"));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_failed_sync_of_other_work_is_told_to_those_who_wait_for_a_decision()
    {
        using var gate = new ManualResetEventSlim();
        var held = Hold(gate);
        var failing = _store.Store.Write<int>(
            (_, _) => throw StoreWriter.DiskFailure(new IOException("planted")));
        var waiting = _store.Lodge(H7("A-1"));
        gate.Set();
        await held;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => failing);
        var told = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => waiting.WaitAsync(TimeSpan.FromSeconds(10), Stop));

        Assert.Equal(StoreFault.SyncFailed, told.Fault);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Lodge(H7("A-2")));
    }

    [Fact]
    public async Task A_rollback_leaves_no_trace_in_numbers_filters_parties_or_spool()
    {
        var isFull = false;
        _store.Road.Decider.Sabotage = message =>
            isFull && message.Checked.LrnText == "A-2" ? new IOException("planted", NoSpaceLeft) : null;
        await _store.Lodge(H7("A-1"));
        isFull = true;
        using (var gate = new ManualResetEventSlim())
        {
            var held = Hold(gate);
            var other = _store.Lodge(H7(Numbered("B-1") with { Declarant = "NL007654321" }));
            var failing = _store.Lodge(H7("A-2"));
            gate.Set();
            await held;
            await Assert.ThrowsAsync<StoreUnavailableException>(() => other);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => failing);
        }

        isFull = false;
        var again = await _store.Lodge(H7("A-2"));
        var party = await _store.Lodge(H7(Numbered("B-1") with { Declarant = "NL007654321" }));

        Assert.Equal((MessageOutcome.Accepted, 2L), (again.Outcome, again.DeclarationId));
        Assert.Equal((MessageOutcome.Accepted, 3L), (party.Outcome, party.DeclarationId));
        Assert.Equal(2, _store.Scalar<long>("SELECT count(*) FROM clients_parties"));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_stop_answers_everyone_and_a_restart_decides_what_was_acknowledged()
    {
        var file = await _store.Receive(Zip(Many(1_500)));
        var waiting = Many(20, "S").Select(message => _store.Lodge(message)).ToList();
        var decided = _store.Decided(file.File!.Id);

        await _store.Restart();

        foreach (var answer in waiting.Append(decided))
        {
            var told = await Record.ExceptionAsync(() => answer);
            Assert.True(told is null or StoreUnavailableException { Fault: StoreFault.Stopping }, told?.ToString());
        }

        await _store.Decided(file.File.Id);
        Assert.Equal(1_500, _store.Files.Find(file.File.Id)!.Counts.Accepted);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_hash_of_a_draw_key_is_in_the_trail_for_every_day_that_was_drawn_with()
    {
        await using var demo = await TestStore.Open(demo: true);
        var day = new DateTimeOffset(2026, 6, 20, 12, 0, 0, TimeSpan.Zero);

        await demo.Decide(Zip(Many(3)), at: day);
        await demo.Lodge(H7("A-1"));

        Assert.True(demo.Get<Tolhuis.Access.KeyStore>().IsCommitted(DutchTime.DateOf(day)));
        Assert.True(demo.Get<Tolhuis.Access.KeyStore>().IsCommitted(DutchTime.DateOf(TestStore.Start)));
        Assert.False(demo.Get<Tolhuis.Access.KeyStore>().IsCommitted(DutchTime.DateOf(day).AddDays(-1)));
    }

    private static async Task WaitFor(Func<bool> condition)
    {
        for (var i = 0; i < 1_000 && !condition(); i++)
            await Task.Delay(10, Stop);
        Assert.True(condition());
    }

    /// <summary>Keeps the writer's thread busy until the gate opens, so that a test knows what waits.</summary>
    private Task<bool> Hold(ManualResetEventSlim gate)
    {
        using var started = new ManualResetEventSlim();
        var held = _store.Store.Write((_, _) =>
        {
            started.Set();
            return gate.Wait(TimeSpan.FromSeconds(20));
        });
        started.Wait(TimeSpan.FromSeconds(20));
        return held;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.Time.Testing;
using Tolhuis.Access.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>The spool of single messages and the archive of files, alone and on the road.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-archive-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_spooled_message_is_read_back_and_a_large_one_rolls_to_the_next_file()
    {
        using var spool = new Spool(_folder, 1, 0);
        var large = new byte[40 << 20];
        large[^1] = 7;
        var places = new[] { spool.Append("one"u8), spool.Append(large), spool.Append(large), spool.Append("four"u8) };
        spool.Flush();

        Assert.Equal("one"u8, Spool.Read(_folder, places[0]));
        Assert.Equal(large, Spool.Read(_folder, places[2]));
        Assert.Equal("four"u8, Spool.Read(_folder, places[3]));
        Assert.Equal([1L, 1, 1, 2], places.Select(place => place >> 32));
        Assert.True(spool.TotalBytes > 64 << 20);
    }

    [Fact]
    public async Task Received_messages_and_files_are_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: no Unix file modes here");
        using (var spool = new Spool(_folder, 1, 0))
        {
            spool.Append("one"u8);
            spool.Flush();
        }

        var archive = new Archive(_folder);
        await archive.Take(new MemoryStream([1, 2, 3]), 10, Stop);

        var files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        Assert.Equal(2, files.Length);
        foreach (var file in files)
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void What_lies_behind_the_acknowledged_end_is_overwritten_after_a_crash()
    {
        long acknowledged;
        using (var spool = new Spool(_folder, 1, 0))
        {
            spool.Append("kept"u8);
            spool.Flush();
            acknowledged = spool.Length;
            spool.Append("never answered"u8);
            spool.Flush();
        }

        using var again = new Spool(_folder, 1, acknowledged);
        var place = again.Append("new"u8);
        again.Flush();

        Assert.Equal("kept"u8, Spool.Read(_folder, 1L << 32));
        Assert.Equal("new"u8, Spool.Read(_folder, place));
        Assert.Equal(acknowledged, place & 0xFFFF_FFFF);
    }

    [Fact]
    public void A_return_forgets_what_was_appended_and_what_was_flushed()
    {
        using var spool = new Spool(_folder, 1, 0);
        var first = spool.Append("one"u8);
        spool.Flush();
        var (number, length) = (spool.Number, spool.Length);
        spool.Append(new byte[70 << 20]);
        spool.Append("in the next file"u8);
        spool.Flush();
        Assert.Equal(2, spool.Number);

        spool.ReturnTo(number, length);
        var place = spool.Append("two"u8);
        spool.Flush();

        Assert.Equal((1, length), (spool.Number, place & 0xFFFF_FFFF));
        Assert.Equal("one"u8, Spool.Read(_folder, first));
        Assert.Equal("two"u8, Spool.Read(_folder, place));
    }

    [Fact]
    public void A_damaged_or_absent_message_is_told()
    {
        long place;
        using (var spool = new Spool(_folder, 1, 0))
        {
            place = spool.Append("some message"u8);
            spool.Flush();
        }

        Assert.Throws<InvalidDataException>(() => Spool.Read(_folder, place + 1_000));
        Assert.Throws<InvalidDataException>(() => Spool.Read(_folder, place + 3));
        var path = Directory.GetFiles(Path.Combine(_folder, "spool")).Single();
        using (var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write))
            RandomAccess.Write(handle, "X"u8, 10);
        Assert.Throws<InvalidDataException>(() => Spool.Read(_folder, place));
    }

    [Fact]
    public async Task A_file_is_taken_whole_hashed_and_kept_under_its_day()
    {
        var archive = new Archive(_folder);
        var taken = await archive.Take(new MemoryStream("content"u8.ToArray()), 7, Stop);
        var midnight = DutchTime.ToMicroseconds(new DateTimeOffset(2026, 6, 30, 22, 30, 0, TimeSpan.Zero));

        archive.Keep(taken.Path, 12, midnight);

        Assert.Equal(System.Security.Cryptography.SHA256.HashData("content"u8), taken.Hash);
        Assert.Equal("content"u8, File.ReadAllBytes(archive.PathOf(12, midnight)));
        Assert.Contains("2026-07-01", archive.PathOf(12, midnight), StringComparison.Ordinal);
        Assert.False(File.Exists(taken.Path));
    }

    [Fact]
    public async Task A_file_beyond_its_bound_leaves_nothing_and_a_start_clears_what_was_never_acknowledged()
    {
        var archive = new Archive(_folder);
        await Assert.ThrowsAsync<InvalidDataException>(() => archive.Take(new MemoryStream(new byte[8]), 7, Stop));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "incoming")));
        await archive.Take(new MemoryStream(new byte[7]), 7, Stop);
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "incoming")));

        _ = new Archive(_folder);

        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "incoming")));
    }

    [Fact]
    public async Task The_same_content_of_the_same_submitter_gives_the_earlier_receipt()
    {
        await using var store = await TestStore.Open();
        var other = await store.NewSubmitter("Snelpost BV", "NL001234567");
        var bytes = Zip(H7("A-1"));

        var first = await store.Receive(bytes, "one.zip");
        var again = await store.Receive(bytes, "two.zip");
        var byOther = await store.Receive(bytes, "one.zip", other);
        await store.Decided(byOther.File!.Id);

        Assert.Equal((false, true, false), (first.IsRepeat, again.IsRepeat, byOther.IsRepeat));
        Assert.Equal((first.File!.Id, "one.zip"), (again.File!.Id, again.File.Name));
        Assert.NotEqual(first.File.Id, byOther.File.Id);
        Assert.Equal(1, store.Files.Find(byOther.File.Id)!.Counts.Accepted);
        Assert.Empty(Directory.GetFiles(Path.Combine(store.Path, "archive", "incoming")));
        Assert.Equal([byOther.File.Id, first.File.Id], store.Files.List().Select(file => file.Id));
        Assert.Equal([byOther.File.Id], store.Files.List(submitterId: other.Id).Select(file => file.Id));
        Assert.Equal([first.File.Id], store.Files.List(before: byOther.File.Id).Select(file => file.Id));
    }

    [Fact]
    public async Task A_file_that_cannot_be_taken_is_refused_with_its_problem_and_leaves_nothing()
    {
        await using var store = await TestStore.Open();

        var large = await store.Receive(new byte[IntakeBounds.FileBytes + 1]);
        var broken = await store.Receive(Zip(H7("A-1"))[..200]);
        var cut = await store.Receive([0x50, 0x4B, 3, 4]);

        Assert.Equal(IntakeProblems.FileTooLarge, large.Problem!.Code);
        Assert.Equal(IntakeProblems.FileDamaged, broken.Problem!.Code);
        Assert.Equal(IntakeProblems.FileNotZip, cut.Problem!.Code);
        Assert.Empty(store.Files.List());
        Assert.Empty(Directory.GetFiles(Path.Combine(store.Path, "archive", "incoming")));
    }

    [Fact]
    public async Task A_zip_without_messages_is_decided_at_once()
    {
        await using var store = await TestStore.Open();

        var file = await store.Decide(Zip());

        Assert.Equal((FileState.Decided, 0L), (file.State, file.Counts.Messages));
        Assert.NotNull(file.FinishedAt);
        Assert.Empty(store.Verify());
    }

    [Fact]
    public async Task A_message_larger_than_a_buffer_is_decided_and_one_beyond_its_bound_is_unreadable()
    {
        await using var store = await TestStore.Open();
        var spaces = new byte[200_000];
        spaces.AsSpan().Fill((byte)' ');

        var file = await store.Decide(Zip([.. H7("A-1"), .. spaces], H7("A-2")));
        var bare = await store.Decide(new byte[IntakeBounds.MessageBytes + 1]);

        Assert.Equal(2, file.Counts.Accepted);
        Assert.Equal(1, bare.Counts.Unreadable);
        var problem = Assert.Single(Assert.Single(store.Files.Receipts(bare.Id)).Problems);
        Assert.Equal(IntakeProblems.EntryTooLarge, problem.Code);
        await Assert.ThrowsAsync<ArgumentException>(() => store.Lodge(new byte[IntakeBounds.MessageBytes + 1]));
        Assert.Empty(store.Verify());
    }

    [Fact]
    public async Task At_the_stated_bound_nothing_is_taken_and_all_stays_readable()
    {
        await using var store = await TestStore.Open(settings: new IntakeSettings(MaxArchiveBytes: 1_000));
        var kept = await store.Lodge(H7("A-1"));

        var file = await store.Receive(Zip(H7("A-2")));
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Lodge(H7("A-3")));

        Assert.Equal(IntakeProblems.ArchiveFull, file.Problem!.Code);
        Assert.Equal(StoreFault.Full, refused.Fault);
        Assert.Equal(kept.Mrn, store.Declaration(kept).Mrn);
        await store.Restart();
        Assert.Equal(IntakeProblems.ArchiveFull, (await store.Receive(Zip(H7("A-2")))).Problem!.Code);
        Assert.Empty(store.Verify());
    }

    [Fact]
    public async Task Below_the_free_reserve_of_the_disk_nothing_is_taken_and_all_stays_readable()
    {
        await using var store = await TestStore.Open(settings: new IntakeSettings(MinFreeBytes: long.MaxValue));

        var file = await store.Receive(Zip(H7("A-1")));
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Lodge(H7("A-2")));

        Assert.Equal(IntakeProblems.DiskReserve, file.Problem!.Code);
        Assert.Equal([$"{long.MaxValue}"], file.Problem.Arguments);
        Assert.Equal(StoreFault.Full, refused.Fault);
        Assert.Empty(store.Files.List());
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void Free_space_is_asked_once_a_second()
    {
        var time = new FakeTimeProvider();
        var space = new FreeSpace(Path.GetTempPath(), time);

        var first = space.Bytes();

        Assert.True(first > 0);
        Assert.Equal(first, space.Bytes());
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(space.Bytes() > 0);
    }

    [Fact]
    public async Task A_received_file_that_is_lost_stops_no_other()
    {
        await using var store = await TestStore.Open();
        store.Road.Decider.Sabotage = _ => StoreWriter.DiskFailure(new IOException("planted"));
        var lost = await store.Receive(Zip(H7("A-1")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Decided(lost.File!.Id));
        File.Delete(store.Road.Archive.PathOf(lost.File!.Id, lost.File.ReceivedAt));
        await store.Restart();

        var next = await store.Decide(Zip(H7("A-2")));

        Assert.Equal(1, next.Counts.Accepted);
        Assert.Contains(store.Verify(), fault => fault.Promise == "archive");
    }

    [Fact]
    public async Task A_received_file_that_is_lost_is_one_task_until_it_is_back()
    {
        await using var store = await TestStore.Open();
        store.Road.Decider.Sabotage = _ => StoreWriter.DiskFailure(new IOException("planted"));
        var lost = await store.Receive(Zip(H7("A-1")), "morning.zip");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Decided(lost.File!.Id));
        var path = store.Road.Archive.PathOf(lost.File!.Id, lost.File.ReceivedAt);
        File.Move(path, path + ".away");

        for (var i = 0; i < 3; i++)
        {
            await store.Restart();
            await store.Decide(Zip(H7($"B-{i}")));
        }

        var task = Assert.Single(store.Get<ITasks>().ListOpen([Role.Administrator]));
        Assert.Equal(("intake", "restore-file", $"{lost.File.Id}", "morning.zip"),
            (task.Module, task.Kind, task.ObjectId, task.Subject));
        File.Move(path + ".away", path);
        await store.Restart();
        await store.Decided(lost.File.Id);
        await store.Decide(Zip(H7("C-1")));
        Assert.Empty(store.Get<ITasks>().ListOpen([Role.Administrator]));
        Assert.Empty(store.Verify());
    }
}

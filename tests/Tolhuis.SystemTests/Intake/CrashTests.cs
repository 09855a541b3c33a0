// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Simulator;
using Tolhuis.Soak;
using Tolhuis.Soak.Child;
using Tolhuis.Soak.Faults;
using Tolhuis.Soak.Kills;
using Tolhuis.Soak.Proof;
using Xunit;

namespace Tolhuis.SystemTests.Intake;

/// <summary>
/// Short variants of <c>./dev soak</c>. The seed is printed; with TOLHUIS_SEED the same run is made again.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tolhuis-crash-");
    private readonly StringWriter _report = new(CultureInfo.InvariantCulture);
    private readonly long _seed = long.TryParse(
        Environment.GetEnvironmentVariable("TOLHUIS_SEED"), NumberStyles.None,
            CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Random.Shared.Next(1, 1_000_000);

    public void Dispose()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(_report.ToString());
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_once_after_kills_in_every_phase()
    {
        var result = await new KillRun(new KillPlan(5, _seed, 200, _folder.FullName), _report).Run();
        Assert.True(result.Faults == 0, $"seed {_seed}\n{_report}");
        Assert.True(result.Stored.Accepted > 0 && result.Stored.Rejected > 0
            && result.Files > 0, $"seed {_seed}\n{_report}");
    }

    [Fact]
    public async Task A_sync_stands_before_every_answer_and_the_proof_notices_one_that_is_missing()
    {
        Assert.SkipWhen(StraceRun.Absent is not null, StraceRun.Absent ?? "");
        Assert.True(await new StraceRun(_folder.FullName, _report).Run() == 0, _report.ToString());
    }

    [Fact]
    public async Task After_a_failed_sync_all_is_refused_and_can_be_read_until_a_restart()
    {
        Assert.SkipWhen(StraceRun.Absent is not null, StraceRun.Absent ?? "");
        Assert.True(await new FailedSyncRun(_folder.FullName, _report).Run() == 0, _report.ToString());
    }

    [Fact]
    public async Task A_full_disk_refuses_stays_readable_and_takes_again_once_there_is_space()
    {
        using var disk = SmallDisk.Mount(Path.Combine(_folder.FullName, "disk"), 64, out var absent);
        Assert.SkipWhen(disk is null, absent);
        Assert.True(await new FullDiskRun(disk!, _seed, 2, _report).Run() == 0, $"seed {_seed}\n{_report}");
    }

    [Fact]
    public async Task An_archive_at_its_bound_refuses_files_and_messages_and_stays_readable()
    {
        var day = DutchTime.DateOf(TimeProvider.System.GetUtcNow());
        var plan = new SimulationPlan { Day = day, Lines = 60, BadMessageRate = 0, Seed = _seed };
        var messages = new TrafficSimulator(plan).Messages().Take(4).ToArray();
        var settings = new ChildSettings(Path.Combine(_folder.FullName, "store"), 1 << 20, IsUnsynced: false);
        long id;
        await using (var opened = await ChildInstallation.Open(settings, new IntakeSettings(MaxArchiveBytes: 2_000)))
        {
            var intake = opened.Get<IIntake>();
            var receipt = await Receive(opened, messages[..3]);
            Assert.Null(receipt.Problem);
            await intake.WhenDecided(receipt.File!.Id)
                .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.Equal(IntakeProblems.ArchiveFull, (await Receive(opened, messages[3..])).Problem?.Code);
            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(
                () => intake.Lodge(messages[3].Content, opened.House));
            Assert.Equal(StoreFault.Full, refused.Fault);
            id = receipt.File.Id;
            Assert.Equal(3, opened.Get<IReceivedFiles>().Receipts(id).Count);
        }

        await using var roomier = await ChildInstallation.Open(settings, new IntakeSettings(MaxArchiveBytes: 1 << 20));
        Assert.Null((await Receive(roomier, messages[3..])).Problem);
        Assert.Equal(3, roomier.Get<IReceivedFiles>().Receipts(id).Count);
    }

    [Fact]
    public async Task A_sender_who_breaks_off_does_not_stop_the_store()
    {
        var settings = new ChildSettings(Path.Combine(_folder.FullName, "store"), 1 << 20, IsUnsynced: false);
        await using var opened = await ChildInstallation.Open(settings);
        await using var broken = new BrokenStream();
        await Assert.ThrowsAsync<IOException>(() => opened.Get<IIntake>().Receive(
            broken, "broken.zip", opened.House, stop: TestContext.Current.CancellationToken));
        Assert.Null(opened.Get<IIntake>().Fault);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(settings.Store, "archive", "incoming")));
    }

    private static async Task<FileReceipt> Receive(ChildInstallation opened, IEnumerable<SimulatedMessage> messages)
    {
        using var stream = new MemoryStream(SmallZip.Of(messages));
        return await opened.Get<IIntake>().Receive(
            stream, "some.zip", opened.House, stop: TestContext.Current.CancellationToken);
    }

    /// <summary>A connection that is lost halfway.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private bool _isRead;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_isRead)
                throw new IOException("The connection was lost.");
            _isRead = true;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}

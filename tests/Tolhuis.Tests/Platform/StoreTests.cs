// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Tolhuis.Platform;
using Xunit;

namespace Tolhuis.Tests.Platform;

/// <summary>The folder of a store, its one writer, its prepared rows and its durable files.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-store-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Mode(string path) => OperatingSystem.IsWindows()
        ? ""
        : Convert.ToString((int)File.GetUnixFileMode(path), 8);

    private static void SetMode(string path, string mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(mode, 8));
    }

    [Fact]
    public void A_store_in_use_is_refused_with_its_holder_and_free_after_it()
    {
        using (StoreFolder.Open(_folder, demo: false, "process 1, http://localhost:5090"))
        {
            var refused = Assert.Throws<StoreInUseException>(() => StoreFolder.Open(_folder, demo: false, "another"));
            Assert.Equal((_folder, "process 1, http://localhost:5090"), (refused.Folder, refused.Holder));
        }

        StoreFolder.Open(_folder, demo: false, "another").Dispose();
    }

    [Fact]
    public void A_store_is_demo_or_real_from_its_first_day()
    {
        var (demo, real) = (Path.Combine(_folder, "demo"), Path.Combine(_folder, "real"));
        StoreFolder.Open(demo, demo: true, "test").Dispose();
        StoreFolder.Open(real, demo: false, "test").Dispose();

        using var asReal = StoreFolder.Open(demo, demo: false, "test");
        using var asDemo = StoreFolder.Open(real, demo: true, "test");

        Assert.Equal((true, false), (asReal.IsDemo, asDemo.IsDemo));
        Assert.Equal((true, false), (StoreFolder.IsDemoStore(demo), StoreFolder.IsDemoStore(real)));
        Assert.False(StoreFolder.Exists(_folder));
    }

    [Fact]
    public void Whatever_the_umask_the_files_of_a_store_are_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: no Unix file modes here");
        var path = Path.Combine(_folder, "data");
        using (Store.Open(path, TimeProvider.System))
        {
            foreach (var file in Directory.GetFiles(path))
                Assert.Equal((file, "600"), (file, Mode(file)));
        }

        // As an earlier program left it.
        foreach (var file in Directory.GetFiles(path))
            SetMode(file, "644");
        using (var store = Store.Open(path, TimeProvider.System))
        {
            foreach (var file in Directory.GetFiles(path))
                Assert.Equal((file, "600"), (file, Mode(file)));
            Assert.False(store.Folder.IsOpenToOthers);
            SetMode(path, "750");
            Assert.True(store.Folder.IsOpenToOthers);
        }
    }

    [Theory]
    [InlineData("""{"Format":2,"Demo":false}""")]
    [InlineData("null")]
    [InlineData("not json")]
    public void A_mark_that_this_program_does_not_know_is_refused_and_the_lock_given_back(string mark)
    {
        var path = Path.Combine(_folder, "store.json");
        File.WriteAllText(path, mark);
        Assert.Throws<InvalidDataException>(() => StoreFolder.Open(_folder, demo: false, "test"));

        File.Delete(path);

        StoreFolder.Open(_folder, demo: false, "test").Dispose();
    }

    [Fact]
    public void A_durable_file_is_whole_and_replaces_the_one_before_it()
    {
        var path = Path.Combine(_folder, "file");
        Durable.WriteAllBytes(path, "a longer one"u8);
        Durable.WriteAllBytes(path, "short"u8);

        Assert.Equal("short", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Throws<IOException>(() => Durable.SyncFolder(Path.Combine(_folder, "absent")));
    }

    [Fact]
    public async Task A_write_is_read_at_once_and_one_that_fails_leaves_nothing_and_no_fault()
    {
        using var store = Store.Open(_folder, TimeProvider.System);
        await store.Write((connection, transaction) => Insert(connection, transaction, 1));

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write<int>((connection, transaction) =>
        {
            Insert(connection, transaction, 2);
            throw new InvalidOperationException("planted");
        }));

        Assert.Equal(1, Count(store));
        Assert.Null(store.Writer.Fault);
    }

    [Fact]
    public async Task A_full_disk_is_tried_again_and_a_failed_sync_is_not()
    {
        using var store = Store.Open(_folder, TimeProvider.System);
        var full = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => store.Write<int>((_, _) => throw new IOException("planted", 28)));
        Assert.Equal((StoreFault.Full, StoreFault.Full), (full.Fault, store.Writer.Fault));

        await store.Write((connection, transaction) => Insert(connection, transaction, 1));
        Assert.Null(store.Writer.Fault);

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => store.Write<int>((_, _) => throw new SqliteException("planted", 10)));
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => store.Write((connection, transaction) => Insert(connection, transaction, 2)));
        Assert.Equal(StoreFault.SyncFailed, refused.Fault);
        Assert.Equal(1, Count(store));
    }

    [Fact]
    public async Task A_database_at_its_bound_refuses_and_stays_readable()
    {
        using var store = Store.Open(_folder, TimeProvider.System);
        await store.Write((connection, _) => connection.Execute("PRAGMA max_page_count = 1"));

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Write((connection, transaction) =>
        {
            for (var week = 0; week < 10_000; week++)
                Insert(connection, transaction, week);
            return 0;
        }));

        Assert.Equal(StoreFault.Full, refused.Fault);
        Assert.Equal(0, Count(store));
    }

    [Fact]
    public async Task Writes_beyond_those_that_may_wait_are_refused_as_busy_and_a_stop_answers_all()
    {
        var store = Store.Open(_folder, TimeProvider.System);
        using var gate = new ManualResetEventSlim();
        var held = store.Write((_, _) => gate.Wait(TimeSpan.FromSeconds(20)));
        var waiting = new List<Task<int>>();
        for (var i = 0; i <= StoreWriter.MaxWaiting; i++)
            waiting.Add(store.Write((_, _) => 1));

        var busy = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Write((_, _) => 1));
        Assert.Equal(StoreFault.Busy, busy.Fault);
        var stopping = Task.Run(store.Dispose, Stop);
        gate.Set();
        await stopping;
        await held;

        foreach (var write in waiting)
        {
            var told = await Record.ExceptionAsync(() => write.WaitAsync(TimeSpan.FromSeconds(10), Stop));
            Assert.True(told is null or StoreUnavailableException, told?.ToString());
        }

        var after = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Write((_, _) => 1));
        Assert.Equal(StoreFault.Stopping, after.Fault);
    }

    [Fact]
    public void Faults_are_told_apart_from_errors_of_the_work()
    {
        Assert.Equal(StoreFault.Full, StoreWriter.FaultOf(new SqliteException("", 13)));
        Assert.Equal(StoreFault.SyncFailed, StoreWriter.FaultOf(new SqliteException("", 11)));
        Assert.Equal(StoreFault.Full, StoreWriter.FaultOf(new IOException("", 28)));
        Assert.Null(StoreWriter.FaultOf(new IOException("")));
        Assert.Null(StoreWriter.FaultOf(new FileNotFoundException("a key")));
        Assert.Equal(StoreFault.Busy, StoreWriter.FaultOf(new IOException("too many open files", 24)));
        Assert.Equal(StoreFault.SyncFailed, StoreWriter.DiskFailure(new IOException("")).Fault);
        Assert.Equal(StoreFault.Full, StoreWriter.DiskFailure(new IOException("", 28)).Fault);
        Assert.Equal(StoreFault.Busy, StoreWriter.FaultOf(new StoreUnavailableException(StoreFault.Busy)));
        Assert.Null(StoreWriter.FaultOf(new SqliteException("constraint", 19)));
        Assert.Null(StoreWriter.FaultOf(new InvalidOperationException()));
    }

    [Fact]
    public void A_prepared_row_keeps_empty_texts_counts_its_changes_and_forgets_what_was_half_added()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute("CREATE TABLE t (a INTEGER NOT NULL, b TEXT NOT NULL, c BLOB, PRIMARY KEY (a)) STRICT");
        using var insert = new RowInsert(connection, "INSERT INTO t VALUES (?, ?, ?)");
        using var find = new RowInsert(connection, "SELECT a, c FROM t WHERE b = ?");
        var text = new string('é', 3_000);

        insert.Add(1).Add("").Add([1, 2, 3]).Run();
        insert.Add(2).Add(text).AddNullable(null).Run();
        insert.Add(3).Add("half");
        insert.Clear();
        insert.Add(4).Add("whole").AddNull().Run();
        Assert.Throws<SqliteException>(() => insert.Add(4).Add("again").AddNull().Run());
        insert.Add(5).Add("after").AddNull().Run();

        Assert.Equal(1, insert.RowsChanged);
        Assert.Equal([1L, 2, 4, 5], connection.Query<long>("SELECT a FROM t ORDER BY a"));
        Span<long> row = stackalloc long[1];
        Span<byte> blob = [9, 9, 9, 9];
        Assert.True(find.Add("").TryFirst(row, blob));
        Assert.Equal((1L, "01020300"), (row[0], Convert.ToHexString(blob)));
        Assert.True(find.Add(text).TryFirst(row, blob));
        Assert.Equal((2L, "00000000"), (row[0], Convert.ToHexString(blob)));
        Assert.False(find.Add("absent").TryFirst(row));
    }

    private static int Insert(DbConnection connection, DbTransaction transaction, int week) => connection.Execute(
        "INSERT INTO declarations_lrn_weeks VALUES (@week, 0, zeroblob(500))", new { week }, transaction);

    private static long Count(Store store)
    {
        using var connection = store.OpenRead();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM declarations_lrn_weeks");
    }
}

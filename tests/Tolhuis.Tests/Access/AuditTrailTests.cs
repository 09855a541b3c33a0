// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Xunit;

namespace Tolhuis.Tests.Access;

public sealed class AuditTrailTests : IDisposable
{
    private static readonly Actor Officer = new(ActorKind.Person, 7, "Samira Hendriks");
    private readonly AccessStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_trail_left_alone_verifies()
    {
        await Fill(2_500);

        Assert.Equal(2_500, await _store.Trail.Seal());
        await _store.Trail.SignHead();
        await Fill(3);

        Assert.Empty(_store.Trail.Verify());
        Assert.Equal(3, await _store.Trail.Seal());
        Assert.Empty(_store.Trail.Verify());
    }

    [Theory]
    [InlineData("update access_trail set actor_name = 'Someone else' where id = 2", "record")]
    [InlineData("update access_trail set details = 'other' where id = 2", "record")]
    [InlineData("update access_trail set task_id = 9 where id = 2", "record")]
    [InlineData("delete from access_trail where id = 2", "root")]
    [InlineData("update access_trail set id = 99 where id = 1", "root")]
    [InlineData("delete from access_trail_seals where number = 2", "seal-missing")]
    [InlineData("delete from access_trail where id > 6; delete from access_trail_seals where number > 2", "tail-cut")]
    public async Task Tampering_is_found(string sql, string kind)
    {
        for (var batch = 0; batch < 3; batch++)
        {
            await Fill(3);
            await _store.Trail.Seal();
        }

        await _store.Trail.SignHead();

        _store.Tamper(sql);

        Assert.Contains(_store.Trail.Verify(), f => f.Kind == kind);
    }

    [Fact]
    public async Task A_chain_built_anew_is_found_by_the_signed_heads()
    {
        await Fill(3);
        await _store.Trail.Seal();
        await _store.Trail.SignHead();

        _store.Tamper("delete from access_trail; delete from access_trail_seals");
        await Fill(3);
        await _store.Trail.Seal();

        Assert.Contains(_store.Trail.Verify(), f => f.Kind == "rebuilt");
    }

    [Fact]
    public async Task A_head_that_someone_else_wrote_is_found()
    {
        await Fill(1);
        await _store.Trail.Seal();
        await _store.Trail.SignHead();
        var file = Assert.Single(Directory.GetFiles(_store.Folders.HeadsFolder));
        var line = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(
            file, line.Replace("\"LastId\":1", "\"LastId\":2", StringComparison.Ordinal) + "torn\n",
            TestContext.Current.CancellationToken);

        Assert.Equal(["head-signature", "head-unreadable"], _store.Trail.Verify().Select(f => f.Kind));
    }

    [Fact]
    public async Task Destroying_content_by_retention_leaves_the_chain_whole()
    {
        await Fill(3);
        await _store.Trail.Seal();

        _store.Execute("""
            update access_trail set actor_name = null, object_kind = null, object_id = null, outcome = null,
                origin = null, details = null, salt = null where id = 2
            """);

        Assert.Empty(_store.Trail.Verify());
        Assert.Null(_store.Trail.List()[1].ActorName);
    }

    [Theory]
    [InlineData("delete from access_trail")]
    [InlineData("update access_trail set action = 'x'")]
    [InlineData("update access_trail set details = 'x'")]
    [InlineData("delete from access_trail_seals")]
    [InlineData("update access_trail_seals set seal = x'00'")]
    public async Task The_store_itself_refuses_to_change_the_trail(string sql)
    {
        await Fill(1);
        await _store.Trail.Seal();

        Assert.ThrowsAny<System.Data.Common.DbException>(() => _store.Execute(sql));
    }

    [Fact]
    public async Task A_record_in_a_transaction_that_fails_is_not_there()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.Write<int>((connection, transaction) =>
        {
            _store.Trail.Record(connection, transaction, new TrailEntry(Officer, "declarations:view"));
            throw new InvalidOperationException();
        }));

        Assert.Empty(_store.Trail.List());
    }

    [Fact]
    public async Task Hostile_and_long_texts_are_cut_and_still_verify()
    {
        await _store.Trail.Record(new TrailEntry(
            Officer with { Name = new string('n', 5_000) }, "declarations:view", "a\0b", "\uD800",
            Details: new string('é', 9_000)));
        await _store.Trail.Seal();

        Assert.Empty(_store.Trail.Verify());
        Assert.Equal(4_000, _store.Trail.List()[0].Details!.Length);
    }

    private async Task Fill(int count)
    {
        for (var i = 0; i < count; i++)
            await _store.Trail.Record(
                new TrailEntry(Officer, "declarations:view", "declaration", $"26NL{i}", TaskId: 4));
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Dapper;
using Tolhuis.Access;
using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Xunit;

namespace Tolhuis.Tests.Access;

public sealed class KeysTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 7, 1);
    private readonly AccessStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void The_sample_key_of_a_day_is_the_same_whenever_it_is_asked_and_differs_from_that_of_other_days()
    {
        var key = _store.Keys.DrawKey(Today);

        var again = AccessModule.OpenKeys(_store.Folders.KeysFolder, _store.Time);

        Assert.Equal(32, key.Length);
        Assert.Equal(key, again.DrawKey(Today));
        Assert.NotEqual(key, again.DrawKey(Today.AddDays(1)));
    }

    [Fact]
    public void A_rotated_master_counts_after_tomorrow_and_leaves_earlier_days_alone()
    {
        var past = _store.Keys.DrawKey(new DateOnly(2024, 2, 29));
        var today = _store.Keys.DrawKey(Today);
        var tomorrow = _store.Keys.DrawKey(Today.AddDays(1));
        var dayAfter = _store.Keys.DrawKey(Today.AddDays(2));

        _store.Keys.Rotate(KeyKind.Draw);
        var after = AccessModule.OpenKeys(_store.Folders.KeysFolder, _store.Time);

        Assert.Equal(past, after.DrawKey(new DateOnly(2024, 2, 29)));
        Assert.Equal(today, after.DrawKey(Today));
        Assert.Equal(tomorrow, after.DrawKey(Today.AddDays(1)));
        Assert.NotEqual(dayAfter, after.DrawKey(Today.AddDays(2)));
    }

    [Fact]
    public void Rotating_in_the_same_process_holds_from_the_same_day()
    {
        var dayAfter = _store.Keys.DrawKey(Today.AddDays(2));

        _store.Keys.Rotate(KeyKind.Draw);

        Assert.NotEqual(dayAfter, _store.Keys.DrawKey(Today.AddDays(2)));
    }

    [Fact]
    public async Task The_commitment_of_a_day_stands_once_in_the_trail()
    {
        for (var i = 0; i < 3; i++)
        {
            await _store.Write((connection, transaction) =>
            {
                _store.Keys.EnsureCommitted(connection, transaction, Today);
                return 0;
            });
        }

        var record = Assert.Single(_store.Trail.List());
        Assert.Equal("access:commit-draw-key", record.Action);
        Assert.Equal(_store.Keys.DrawCommitment(Today), record.Details);
    }

    [Fact]
    public async Task A_sample_key_that_differs_from_its_commitment_stops_the_draw()
    {
        await _store.Clock.Commit(Today.AddDays(3));
        _store.Execute("update access_commitments set commitment = 'other'");

        await Assert.ThrowsAsync<InvariantException>(() => _store.Write((connection, transaction) =>
        {
            new KeyStore(_store, _store.Trail, _store.Time).Commit(
                connection, transaction, Today.AddDays(3), _store.Keys.DrawCommitment(Today.AddDays(3)));
            return 0;
        }));
    }

    [Fact]
    public async Task Today_and_tomorrow_are_committed_before_they_are_used()
    {
        _ = _store.Keys;
        await _store.Clock.EveryMinute();

        using var connection = _store.OpenRead();
        Assert.Equal(
            ["2026-07-01", "2026-07-02"], connection.Query<string>("select day from access_commitments order by day"));
    }

    [Fact]
    public void A_signature_holds_after_rotation_and_fails_on_other_data()
    {
        var data = Encoding.UTF8.GetBytes("receipt 1");
        var signature = _store.Keys.Sign(data);

        _store.Keys.Rotate(KeyKind.Receipt);
        var later = _store.Keys.Sign(data);

        Assert.True(_store.Keys.Verify(data, signature));
        Assert.NotEqual(signature.KeyId, later.KeyId);
        Assert.False(_store.Keys.Verify(Encoding.UTF8.GetBytes("receipt 2"), signature));
        Assert.False(_store.Keys.Verify(data, signature with { KeyId = "receipt-9" }));
    }

    [Fact]
    public void Kinds_have_secrets_of_their_own_and_draw_and_signing_keys_are_never_handed_out()
    {
        Assert.NotEqual(_store.Keys.Secret(KeyKind.Pseudonym).Secret, _store.Keys.Secret(KeyKind.Backup).Secret);
        Assert.Throws<InvariantException>(() => _store.Keys.Secret(KeyKind.Draw));
        Assert.Throws<InvariantException>(() => _store.Keys.Secret(KeyKind.Receipt));
    }

    [Fact]
    public void Key_files_are_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights on files.");
        if (OperatingSystem.IsWindows())
            return;
        _store.Keys.Rotate(KeyKind.Backup);

        var file = Assert.Single(Directory.GetFiles(_store.Folders.KeysFolder));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(_store.Folders.KeysFolder));
    }

    [Fact]
    public async Task A_key_made_without_the_store_is_recorded_by_the_store_later()
    {
        AccessModule.OpenKeys(_store.Folders.KeysFolder, _store.Time).Rotate(KeyKind.Webhook);

        await _store.Clock.EveryMinute();
        await _store.Clock.EveryMinute();

        Assert.Single(_store.Trail.List(), r => r is { Action: "access:new-key", ObjectId: "webhook-1" });
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>What holds for everything that comes after lodging: order, faults, restarts and stores from
/// before.</summary>
public sealed class LifeTests : IAsyncLifetime
{
    private const int NoSpaceLeft = 28;
    private static readonly Actor Inspector = new(ActorKind.Person, 7, "Inspector De Boer");
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_store_from_before_this_has_its_day_of_receipt_as_day_of_acceptance()
    {
        var lodged = await _store.Lodge(H7("A-1"));
        await _store.Tamper("UPDATE declarations_declarations SET accepted_on = 0");

        Assert.Equal(new DateOnly(2026, 7, 6), _store.Declaration(lodged).AcceptedOn);
        var answer = await _store.Lodge(Invalidation(lodged.Mrn));
        await _store.Get<IActs>().DecideRequest(answer.RequestId, true, "Agreed", Inspector);

        Assert.Equal(0, Day().DutyCents);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_full_disk_leaves_nothing_of_a_message_about_a_declaration()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        var isFull = true;
        _store.Road.Decider.Sabotage = _ => isFull ? new IOException("planted", NoSpaceLeft) : null;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Lodge(Presentation(lodged.Mrn)));
        isFull = false;

        var answer = await _store.Lodge(Presentation(lodged.Mrn));

        Assert.Equal((MessageOutcome.Accepted, 2L), (answer.Outcome, answer.RequestId));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_message_that_fails_after_its_rows_were_written_is_rolled_back_with_them()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        // The message itself is gone from the disk: what was pre-lodged cannot be read again.
        var spool = Directory.GetFiles(Path.Combine(_store.Path, "archive", "spool")).Single();
        var bytes = File.ReadAllBytes(spool);
        var broken = (byte[])bytes.Clone();
        broken[50] ^= 1;
        File.WriteAllBytes(spool, broken);

        var answer = await _store.Lodge(Presentation(lodged.Mrn));

        Assert.Equal(MessageOutcome.Quarantined, answer.Outcome);
        Assert.Equal(DeclarationState.Received, _store.Declaration(lodged).State);
        Assert.Empty(_store.Declarations.Requests(lodged.DeclarationId));
    }

    [Fact]
    public async Task An_act_that_fails_keeps_nothing_and_the_next_one_goes_on()
    {
        var lodged = await _store.Lodge(H7("A-1"));
        var answer = await _store.Lodge(Invalidation(lodged.Mrn));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.Road.Decider.Run<int>(
            (batch, _, _, _) =>
            {
                batch.Life.Acts.DecideRequest(
                    answer.RequestId, true, "Agreed", Inspector, LawEdition.BuiltIn.On(new(2026, 7, 6)));
                throw new InvalidOperationException("planted");
            }));

        Assert.Equal(DeclarationState.Released, _store.Declaration(lodged).State);
        Assert.Empty(_store.Verify());
        Assert.True((await _store.Get<IActs>().DecideRequest(answer.RequestId, true, "Agreed", Inspector)).IsDone);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Of_two_people_deciding_at_once_one_decides()
    {
        var lodged = await _store.Lodge(H7("A-1"));
        var answer = await _store.Lodge(Invalidation(lodged.Mrn));
        var acts = _store.Get<IActs>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(
            () => acts.DecideRequest(
                answer.RequestId, i % 2 == 0, "Seen", Inspector, new DecisionStatement("10-a")))));

        Assert.Single(answers, act => act.IsDone);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Acts_and_messages_run_side_by_side_in_one_order()
    {
        var lodged = new List<MessageAnswer>();
        foreach (var message in Many(20, "R"))
            lodged.Add(await _store.Lodge(message));
        var acts = _store.Get<IActs>();

        await Task.WhenAll(lodged.Select((one, i) => Task.Run(async () =>
        {
            var asked = await _store.Lodge(Invalidation(one.Mrn, $"INV-{i}"));
            await acts.DecideRequest(
                asked.RequestId, i % 2 == 0, "Seen", Inspector, new DecisionStatement("10-a"));
        })).Append(_store.Decide(Zip(Many(300)))));

        Assert.Equal(10, lodged.Count(one => _store.Declaration(one).State == DeclarationState.Invalidated));
        Assert.Equal(310 * 300, Day().DutyCents);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_was_answered_before_a_restart_is_answered_after_it()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        var asked = await _store.Lodge(Presentation(lodged.Mrn));
        await _store.Restart();

        var again = await _store.Lodge(Presentation(lodged.Mrn));
        var next = await _store.Lodge(H7("A-2"));

        Assert.Equal((MessageOutcome.Duplicate, asked.RequestId), (again.Outcome, again.RequestId));
        Assert.Equal(asked.RequestId + 1, next.DeclarationId);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_clock_of_the_server_passes_terms_at_its_start_and_each_hour()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        _store.Time.Advance(TimeSpan.FromDays(31));
        var clock = _store.Get<IServiceProvider>().GetServices<IHostedService>().OfType<TermsClock>().Single();

        await clock.StartAsync(TestContext.Current.CancellationToken);
        await Until(() => _store.Declaration(lodged).State == DeclarationState.Lapsed);
        var second = await _store.Lodge(Prelodged("D-2"));
        _store.Time.Advance(TimeSpan.FromDays(35));
        await Until(() => _store.Declaration(second).State == DeclarationState.Lapsed);
        await clock.StopAsync(TestContext.Current.CancellationToken);

        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Other_kinds_are_known_by_their_own_number_and_do_not_stand_in_each_others_way()
    {
        var first = await _store.Lodge(Prelodged("D-1"));
        var second = await _store.Lodge(Prelodged("D-2"));

        // One number for four messages: two kinds about two declarations.
        var answers = new[]
        {
            await _store.Lodge(Presentation(first.Mrn, "D-1")),
            await _store.Lodge(Presentation(second.Mrn, "D-1")),
            await _store.Lodge(Invalidation(first.Mrn, "D-1")),
            await _store.Lodge(Invalidation(second.Mrn, "D-1")),
        };

        Assert.All(answers, answer => Assert.Equal(MessageOutcome.Accepted, answer.Outcome));
        Assert.Equal(
            [first.DeclarationId],
            _store.Declarations.List(new DeclarationFilter("D-1")).Select(row => row.Id));
        Assert.Empty(_store.Verify());
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; !holds() && tries < 200; tries++)
            await Task.Delay(25, TestContext.Current.CancellationToken);
        Assert.True(holds());
    }

    private DayRow Day() => Assert.Single(
        _store.Declarations.Days(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 7)));
}

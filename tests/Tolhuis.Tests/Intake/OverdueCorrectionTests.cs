// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>A correction that customs asked for and that does not come.</summary>
public sealed class OverdueCorrectionTests : IAsyncLifetime
{
    private static readonly Actor Officer = new(ActorKind.Person, 7, "Officer Van Dam");
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task After_its_last_day_the_declarant_is_reminded_once_and_the_task_is_due()
    {
        var lodged = await Asked(Restricted("A-1"));
        var dueOn = Assert.Single(_store.Declarations.CorrectionsAsked(lodged.DeclarationId)).DueOn;
        // Noon of the last day.
        _store.Time.SetUtcNow(DutchTime.FromMicroseconds(DutchTime.StartOf(dueOn)).AddHours(12));
        // Reminded before it, and the term of the declarant is that of the task.
        Assert.Equal(1, await Pass());
        Assert.Equal(0, await Pass());
        Assert.Equal(DutchTime.StartOf(dueOn.AddDays(1)), Assert.Single(Tasks()).DueAt);

        _store.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Pass());
        Assert.Equal(0, await Pass());

        var told = Assert.Single(
            _store.Declarations.History(lodged.DeclarationId), row => row.Kind == HistoryKind.CorrectionOverdue);
        Assert.Equal($"{dueOn:yyyy-MM-dd}", told.Detail);
        Assert.Equal(DutchTime.StartOf(dueOn.AddDays(1)), Assert.Single(Tasks()).DueAt);
        // Late is not refused: customs asked for it.
        Assert.Equal(RequestState.Granted, (await _store.Lodge(Amendment(Lines("A-1", 2), lodged.Mrn))).RequestState);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_was_answered_in_time_or_waits_no_more_gets_no_reminder()
    {
        var answered = await Asked(Restricted("A-1"));
        await _store.Lodge(Amendment(Lines("A-1", 2), answered.Mrn));
        var invalidated = await Asked(Undetermined("A-2"));
        var request = await _store.Lodge(Invalidation(invalidated.Mrn, reason: "3"));
        Assert.True((await _store.Get<IActs>().DecideRequest(request.RequestId, true, "Agreed", Officer)).IsDone);

        _store.Time.Advance(TimeSpan.FromDays(60));
        while (await Pass() > 0)
        {
        }

        Assert.DoesNotContain(
            _store.Declarations.History(answered.DeclarationId)
                .Concat(_store.Declarations.History(invalidated.DeclarationId)),
            row => row.Kind == HistoryKind.CorrectionOverdue);
        Assert.Empty(_store.Verify());
    }

    private async Task<MessageAnswer> Asked(byte[] message)
    {
        var lodged = await _store.Lodge(message);
        var asked = await _store.Get<IActs>().AskCorrection(lodged.DeclarationId, "The value is wrong", Officer);
        Assert.True(asked.IsDone, string.Join(' ', asked.Problems.Select(problem => problem.Code)));
        return lodged;
    }

    private Task<int> Pass() => _store.Get<IActs>().PassTerms();

    private IReadOnlyList<TaskRow> Tasks() => _store.Get<ITasks>().ListOpen([Role.Officer]);
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>The right to be heard before a denial (UCC 22(6), Delegated Regulation 2015/2446 art. 8 and 10).</summary>
public sealed class HearingTests : IAsyncLifetime
{
    // 30 days after Monday 6 July 2026.
    private static readonly DateOnly LastDay = new(2026, 8, 5);
    private static readonly Actor Inspector = new(ActorKind.Person, 7, "Inspector De Boer");
    private TestStore _store = null!;
    private MessageAnswer _lodged = null!;
    private long _asked;

    private IActs Acts => _store.Get<IActs>();

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        _lodged = await _store.Lodge(H7("A-1"));
        _asked = (await _store.Lodge(Invalidation(_lodged.Mrn))).RequestId;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("22-6-z")]
    public async Task Without_a_hearing_and_without_a_ground_of_the_list_nothing_is_denied(string ground)
    {
        var denied = await Deny(ground);

        Assert.Equal([IntakeProblems.ActHearingNeeded], Codes(denied));
        Assert.Equal(RequestState.Pending, State());
        Assert.Empty(_store.Declarations.RequestActs(_asked));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_ground_of_the_list_is_kept_with_who_chose_it_and_stands_in_the_trail()
    {
        Assert.True((await Deny("22-6-e")).IsDone);

        var act = Assert.Single(_store.Declarations.RequestActs(_asked));
        Assert.Equal(
            (RequestActKind.HearingNotNeeded, "22-6-e", Inspector.Name), (act.Kind, act.Ground, act.By));
        Assert.Contains(
            _store.Get<IAuditTrail>().List(),
            row => row.Action == "intake:deny-request" && row.Details == "no hearing: 22-6-e");
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_announced_denial_is_told_without_the_name_and_waits_for_the_end_of_its_term()
    {
        Assert.True((await Acts.AnnounceDenial(_asked, " The goods are in use ", Inspector)).IsDone);

        Assert.Equal(RequestState.Pending, State());
        var told = Assert.Single(History(), row => row.Kind == HistoryKind.IntendedDecision);
        Assert.Equal(
            new IntendedDecision(_asked, LastDay, "The goods are in use"), IntendedDecision.Parse(told.Detail));
        Assert.DoesNotContain(Inspector.Name, told.Detail, StringComparison.Ordinal);
        Assert.Empty(_store.Verify());

        // The last minute of the last day, and the first after it, on the Dutch clock.
        var end = DutchTime.FromMicroseconds(DutchTime.StartOf(LastDay.AddDays(1)));
        _store.Time.SetUtcNow(end - TimeSpan.FromMinutes(1));
        Assert.Equal([IntakeProblems.ActHearingRuns], Codes(await Deny("")));
        Assert.Equal([IntakeProblems.ActHearingRuns], Codes(await Deny("10-a")));
        _store.Time.SetUtcNow(end);
        Assert.True((await Deny("")).IsDone);
        Assert.Equal(RequestState.Denied, State());
        Assert.Equal(
            [RequestActKind.DenialAnnounced], _store.Declarations.RequestActs(_asked).Select(act => act.Kind));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Once_the_view_is_recorded_it_can_be_denied_or_granted_before_the_term_ends()
    {
        await Acts.AnnounceDenial(_asked, "The goods are in use", Inspector);
        Assert.Equal([IntakeProblems.ActViewMissing], Codes(await Acts.RecordView(_asked, " ", Inspector)));

        Assert.True((await Acts.RecordView(_asked, "They were sent back unopened", Inspector)).IsDone);

        Assert.Equal([IntakeProblems.ActViewRecorded], Codes(await Acts.RecordView(_asked, "Again", Inspector)));
        Assert.Equal(
            [(RequestActKind.DenialAnnounced, "The goods are in use", (DateOnly?)LastDay),
                (RequestActKind.ViewRecorded, "They were sent back unopened", null)],
            _store.Declarations.RequestActs(_asked).Select(act => (act.Kind, act.Text, act.Day)));
        Assert.True((await Deny("")).IsDone);
        Assert.Equal(
            ["intake:announce-denial", "intake:deny-request", "intake:record-view"],
            _store.Get<IAuditTrail>().List().Where(row => row.ObjectKind == "request" && row.Outcome == "done")
                .Select(row => row.Action).Distinct().Order());
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_the_declarant_says_can_lead_to_a_grant()
    {
        await Acts.AnnounceDenial(_asked, "The goods are in use", Inspector);

        Assert.True((await Acts.DecideRequest(_asked, true, "You are right", Inspector)).IsDone);

        Assert.Equal(DeclarationState.Invalidated, _store.Declaration(_lodged).State);
        Assert.Equal([IntakeProblems.ActNotOpen], Codes(await Acts.RecordView(_asked, "Late", Inspector)));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task It_is_announced_once_with_grounds_and_only_of_a_request_that_waits()
    {
        Assert.Equal([IntakeProblems.ActReason], Codes(await Acts.AnnounceDenial(_asked, "", Inspector)));
        Assert.Equal(
            [IntakeProblems.ActReason], Codes(await Acts.AnnounceDenial(_asked, new string('x', 2_001), Inspector)));
        Assert.Equal([IntakeProblems.ActRequestUnknown], Codes(await Acts.AnnounceDenial(999, "Why", Inspector)));
        Assert.Equal([IntakeProblems.ActDenialNotAnnounced], Codes(await Acts.RecordView(_asked, "Why", Inspector)));

        Assert.True((await Acts.AnnounceDenial(_asked, "Why", Inspector)).IsDone);

        Assert.Equal([IntakeProblems.ActDenialAnnounced], Codes(await Acts.AnnounceDenial(_asked, "Why", Inspector)));
        Assert.Single(History(), row => row.Kind == HistoryKind.IntendedDecision);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Acts_about_a_request_are_never_changed_or_taken_away()
    {
        await Acts.AnnounceDenial(_asked, "Why", Inspector);

        foreach (var sql in (string[])[
            "DELETE FROM declarations_request_acts", "UPDATE declarations_request_acts SET ends_at = 0"])
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => _store.Tamper(sql));
            Assert.Contains("append-only", refused.ToString(), StringComparison.Ordinal);
        }
    }

    private Task<ActAnswer> Deny(string ground) => Acts.DecideRequest(
        _asked, false, "The goods are in use", Inspector, new DecisionStatement(ground));

    private RequestState State() => _store.Declarations.Request(_asked)!.State;

    private IReadOnlyList<HistoryRow> History() => _store.Declarations.History(_lodged.DeclarationId);

    private static IEnumerable<string> Codes(ActAnswer answer) => answer.Problems.Select(problem => problem.Code);
}

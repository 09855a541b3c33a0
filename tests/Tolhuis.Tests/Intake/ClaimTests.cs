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

/// <summary>Requests for repayment or remission are taken in, and left to the receiver (UCC 116 to 123).</summary>
public sealed class ClaimTests : IAsyncLifetime
{
    private static readonly Actor Inspector = new(ActorKind.Person, 7, "Inspector De Boer");
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_claim_within_what_is_owed_waits_for_the_receiver()
    {
        var lodged = await _store.Lodge(H7("A-1"));

        var answer = await _store.Lodge(Claim(lodged.Mrn, "3.00", ""));

        Assert.Equal((MessageOutcome.Accepted, RequestState.Pending), (answer.Outcome, answer.RequestState));
        var task = Assert.Single(_store.Get<ITasks>().ListOpen([Role.RecoveryOfficer]));
        Assert.Equal("claim", task.Kind);
        var claim = _store.Declarations.Request(answer.RequestId)!.Claim!;
        Assert.Equal((ClaimKind.Repayment, 'A', Money.Euro(300)), (claim.Kind, claim.LegalBasis, claim.Amount));
        Assert.Equal([new ClaimedTax("A00", 300)], claim.Taxes);
        Assert.Equal(("NL001234567", "The invoice was lowered afterwards"),
            (claim.Holder.ToString(), claim.Grounds));
        // It is not decided here, by no one.
        var act = await _store.Get<IActs>().DecideRequest(answer.RequestId, true, "Agreed", Inspector);
        Assert.Equal([IntakeProblems.ActNotOpen], act.Problems.Select(problem => problem.Code));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData("3.01", "", "EUR", IntakeProblems.ClaimExceeds)]
    [InlineData("", "0.01", "EUR", IntakeProblems.ClaimExceeds)]
    [InlineData("3.00", "", "USD", IntakeProblems.ClaimCurrency)]
    public async Task A_claim_beyond_what_is_owed_or_in_another_currency_is_rejected(
        string duty, string vat, string currency, string code)
    {
        var lodged = await _store.Lodge(H7("A-1"));

        var answer = await _store.Lodge(Claim(lodged.Mrn, duty, vat, currency: currency));

        Assert.Equal(MessageOutcome.Rejected, answer.Outcome);
        Assert.Contains(code, answer.Problems.Select(problem => problem.Code));
        Assert.Empty(_store.Get<ITasks>().ListOpen([Role.RecoveryOfficer]));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData("A", 2029, 7, 6, false)]
    [InlineData("A", 2029, 7, 7, true)]
    [InlineData("B", 2027, 7, 6, false)]
    [InlineData("B", 2027, 7, 7, true)]
    public async Task After_its_term_a_claim_is_taken_in_with_a_warning(
        string basis, int year, int month, int day, bool isLate)
    {
        var lodged = await _store.Lodge(H7("A-1"));
        _store.Time.SetUtcNow(new DateTimeOffset(year, month, day, 8, 0, 0, TimeSpan.Zero));

        var answer = await _store.Lodge(Claim(lodged.Mrn, "3.00", "", basis: basis));

        Assert.Equal(RequestState.Pending, answer.RequestState);
        Assert.Equal(
            isLate, answer.Problems.Any(problem => problem.Code == IntakeProblems.ClaimTooLate));
    }

    [Fact]
    public async Task Before_acceptance_nothing_is_owed()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));

        var answer = await _store.Lodge(Claim(lodged.Mrn, "3.00", ""));

        Assert.Equal([IntakeProblems.RequestState], answer.Problems.Select(problem => problem.Code));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Before_release_a_claim_is_refused_without_any_amount()
    {
        var held = await _store.Lodge(Restricted("A-1"));
        var waiting = await _store.Lodge(Undetermined("A-2"));

        var answers = new[]
        {
            await _store.Lodge(Claim(held.Mrn, "9999.00", "9999.00")),
            await _store.Lodge(WithClaim(Invalidation(held.Mrn), "9999.00", "")),
            await _store.Lodge(Claim(waiting.Mrn, "9999.00", "", "RRA-2")),
        };

        Assert.All(answers, answer =>
        {
            var problem = Assert.Single(answer.Problems);
            Assert.Equal(IntakeProblems.RequestState, problem.Code);
            Assert.Equal([answer.Mrn.ToString()], problem.Arguments);
        });
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_term_of_a_claim_runs_from_release_and_not_from_acceptance()
    {
        // Accepted on Monday 6 July 2026 and released, by an amendment, a week later.
        var row = await _store.Lodge(Undetermined("A-1"));
        _store.Time.Advance(TimeSpan.FromDays(7));
        await _store.Lodge(Amendment(H7("A-1"), row.Mrn));
        _store.Time.SetUtcNow(new DateTimeOffset(2027, 7, 13, 8, 0, 0, TimeSpan.Zero));

        var inTime = await _store.Lodge(Claim(row.Mrn, "3.00", "", basis: "B"));

        Assert.Equal((RequestState.Pending, 0), (inTime.RequestState, inTime.Problems.Count));
    }

    [Fact]
    public async Task What_was_claimed_with_an_invalidation_is_not_claimed_again()
    {
        var lodged = await _store.Lodge(H7("A-1"));
        var first = await _store.Lodge(WithClaim(Invalidation(lodged.Mrn), "2.00", ""));
        Assert.Equal(RequestState.Pending, first.RequestState);

        var tooMuch = await _store.Lodge(Claim(lodged.Mrn, "1.01", ""));
        var rest = await _store.Lodge(Claim(lodged.Mrn, "1.00", "", "RRA-2"));

        Assert.Equal(
            [IntakeProblems.ClaimTwice, IntakeProblems.ClaimTwice], tooMuch.Problems.Select(problem => problem.Code));
        Assert.Equal(RequestState.Pending, rest.RequestState);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_claim_that_comes_with_an_invalidation_is_left_to_the_receiver_once_that_is_granted()
    {
        var lodged = await _store.Lodge(H7("A-1"));
        var tooMuch = await _store.Lodge(WithClaim(Invalidation(lodged.Mrn), "9.00", ""));
        Assert.Equal(MessageOutcome.Rejected, tooMuch.Outcome);
        var answer = await _store.Lodge(WithClaim(Invalidation(lodged.Mrn, "INV-2"), "3.00", ""));

        await _store.Get<IActs>().DecideRequest(answer.RequestId, true, "Agreed", Inspector);

        Assert.Equal(DeclarationState.Invalidated, _store.Declaration(lodged).State);
        Assert.Equal(["claim"], _store.Get<ITasks>().ListOpen([Role.RecoveryOfficer]).Select(task => task.Kind));
        Assert.Empty(_store.Get<ITasks>().ListOpen([Role.Officer]));
        Assert.Empty(_store.Verify());
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using System.Xml.Linq;
using Tolhuis.Access.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tests.Declarations;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>What is the same message, what is a new attempt, and what is refused.</summary>
public sealed class IdempotencyTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Sunday = new(2026, 7, 5, 12, 0, 0, TimeSpan.Zero);
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_same_content_gets_the_earlier_answer()
    {
        var first = await _store.Lodge(H7("A-1"));
        var again = await _store.Lodge(H7("A-1"));

        Assert.Equal(MessageOutcome.Duplicate, again.Outcome);
        Assert.Equal((first.DeclarationId, first.Mrn, first.State), (again.DeclarationId, again.Mrn, again.State));
        Assert.Equal(1, _store.Scalar<long>("SELECT count(*) FROM declarations_declarations"));
    }

    [Fact]
    public async Task Other_content_under_a_number_in_use_is_refused_and_names_the_declaration()
    {
        var first = await _store.Lodge(H7("A-1"));

        var other = await _store.Lodge(H7(Numbered("A-1") with { Value = "13.95" }));

        Assert.Equal(MessageOutcome.Rejected, other.Outcome);
        var problem = Assert.Single(other.Problems);
        Assert.Equal(IntakeProblems.LrnInUse, problem.Code);
        Assert.Equal(["A-1", $"{first.DeclarationId}"], problem.Arguments);
        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(H7("A-1"))).Outcome);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Other_content_after_a_rejection_is_a_new_attempt()
    {
        var rejected = await _store.Lodge(Rejected("A-1"));
        var repeat = await _store.Lodge(Rejected("A-1"));
        var second = await _store.Lodge(H7("A-1"));

        Assert.Equal((MessageOutcome.Duplicate, rejected.DeclarationId), (repeat.Outcome, repeat.DeclarationId));
        Assert.Equal(MessageOutcome.Accepted, second.Outcome);
        Assert.Equal((1, 2), (_store.Declaration(rejected).Attempt, _store.Declaration(second).Attempt));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_batch_sees_its_own_messages()
    {
        var file = await _store.Decide(Zip(
            Rejected("A-1"), H7("A-1"), H7("A-1"), H7(Numbered("A-1") with { Value = "13.95" }), Rejected("A-1")));

        Assert.Equal(
            [MessageOutcome.Rejected, MessageOutcome.Accepted, MessageOutcome.Duplicate, MessageOutcome.Rejected,
                MessageOutcome.Rejected],
            _store.Files.Receipts(file.Id).Select(receipt => receipt.Outcome));
        Assert.Equal(1, _store.Scalar<long>("SELECT count(*) FROM intake_batches"));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_number_of_an_earlier_week_is_still_in_use_after_a_restart()
    {
        var first = await _store.Lodge(H7("A-1"));
        _store.Time.Advance(TimeSpan.FromDays(21));
        var later = await _store.Lodge(H7("A-2"));
        await _store.Restart();

        Assert.Equal(2, _store.Scalar<long>("SELECT count(*) FROM declarations_lrn_weeks"));
        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(H7("A-1"))).Outcome);
        Assert.Equal(later.Mrn, (await _store.Lodge(H7("A-2"))).Mrn);
        var other = await _store.Lodge(H7(Numbered("A-1") with { Value = "13.95" }));
        Assert.Equal(IntakeProblems.LrnInUse, Assert.Single(other.Problems).Code);
        Assert.Equal(first.DeclarationId, (await _store.Lodge(H7("A-1"))).DeclarationId);
    }

    [Fact]
    public async Task A_closed_week_is_kept_as_its_filter_and_a_filter_of_another_form_is_made_anew()
    {
        const string Kept = "SELECT count(*) FROM declarations_lrn_weeks WHERE filter IS NOT NULL";
        await _store.Lodge(H7("A-1"));
        _store.Time.Advance(TimeSpan.FromDays(21));
        await _store.Lodge(H7("A-2"));
        Assert.Equal(0, _store.Scalar<long>(Kept));
        await _store.Restart();
        _ = _store.Road;
        Assert.Equal(1, _store.Scalar<long>(Kept));
        await _store.Restart();
        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(H7("A-1"))).Outcome);

        await _store.Tamper("UPDATE declarations_lrn_weeks SET filter = x'0102' WHERE filter IS NOT NULL");
        await _store.Restart();

        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(H7("A-1"))).Outcome);
        Assert.True(_store.Scalar<long>("SELECT max(length(filter)) FROM declarations_lrn_weeks") > 1_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_number_stays_in_use_for_the_stated_horizon_and_no_longer(bool restarts)
    {
        var first = await _store.Lodge(H7("A-1"));
        _store.Time.Advance(TimeSpan.FromDays(7 * LrnRegister.HorizonWeeks - 1));
        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(H7("A-1"))).Outcome);
        _store.Time.Advance(TimeSpan.FromDays(9));
        if (restarts)
            await _store.Restart();

        var again = await _store.Lodge(H7("A-1"));

        Assert.Equal(MessageOutcome.Accepted, again.Outcome);
        Assert.NotEqual(first.Mrn, again.Mrn);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_stated_receipt_beyond_the_horizon_is_not_taken_twice_in_its_week()
    {
        var old = TestStore.Start.AddDays(-500);
        await _store.Decide(H7("A-1"), at: old);
        await _store.Restart();

        var again = await _store.Decide(Zip(H7("A-1"), H7(Numbered("A-1") with { Value = "13.95" })), at: old);

        Assert.Equal((0L, 1L, 1L), (again.Counts.Accepted, again.Counts.Duplicates, again.Counts.Rejected));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_newest_attempt_counts_also_when_its_stated_receipt_lies_in_an_earlier_week()
    {
        await _store.Lodge(Rejected("A-1"));
        var accepted = await _store.Decide(H7("A-1"), at: Sunday);

        var third = await _store.Lodge(H7(Numbered("A-1") with { Value = "13.95" }));

        Assert.Equal(1, accepted.Counts.Accepted);
        Assert.Equal(IntakeProblems.LrnInUse, Assert.Single(third.Problems).Code);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_house_keeps_a_space_of_numbers_for_each_declarant()
    {
        var one = await _store.Lodge(H7(Numbered("A-1")));
        var other = await _store.Lodge(H7(Numbered("A-1") with { Declarant = "NL007654321" }));

        Assert.Equal((MessageOutcome.Accepted, MessageOutcome.Accepted), (one.Outcome, other.Outcome));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Two_submitters_may_use_the_same_number_for_the_same_declarant()
    {
        var first = await _store.NewSubmitter("Snelpost BV", "NL001234567");
        var second = await _store.NewSubmitter("Agentschap BV", "NL002222222", "NL001234567");

        var (one, other) = (await _store.Lodge(H7("A-1"), first), await _store.Lodge(H7("A-1"), second));

        Assert.Equal((MessageOutcome.Accepted, MessageOutcome.Accepted), (one.Outcome, other.Outcome));
        Assert.NotEqual(one.Mrn, other.Mrn);
        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(H7("A-1"), second)).Outcome);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Without_a_mandate_nothing_is_accepted()
    {
        var stranger = await _store.NewSubmitter("Agentschap BV", "NL002222222");

        var answer = await _store.Lodge(H7("A-1"), stranger);

        Assert.Equal(MessageOutcome.Rejected, answer.Outcome);
        var problem = Assert.Single(answer.Problems);
        Assert.Equal((IntakeProblems.MandateMissing, "13 05 017 000"), (problem.Code, problem.DataElement));
        Assert.Equal(["NL001234567", "Agentschap BV"], problem.Arguments);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Whoever_names_a_declarant_without_a_mandate_writes_nothing_into_his_records()
    {
        var stranger = await _store.NewSubmitter("Agentschap BV", "NL002222222");

        var refused = await _store.Lodge(H7("A-1"), stranger);
        var wrongForm = await _store.Lodge(Rejected("A-2"), stranger);

        Assert.Equal((MessageOutcome.Rejected, MessageOutcome.Rejected), (refused.Outcome, wrongForm.Outcome));
        Assert.Equal(0, _store.Scalar<long>("SELECT count(*) FROM clients_parties"));
        Assert.Equal(2, _store.Scalar<long>("SELECT count(*) FROM declarations_declarations WHERE declarant_id = 0"));
        Assert.Equal(0, _store.Scalar<long>("SELECT count(*) FROM declarations_days WHERE declarant_id <> 0"));
        var known = _store.Declaration(await _store.Lodge(H7("A-3")));
        await _store.Lodge(H7("A-4"), stranger);
        Assert.Equal(1, _store.Scalar<long>(
            $"SELECT count(*) FROM declarations_declarations WHERE declarant_id = {known.DeclarantId}"));
        Assert.Equal(0, _store.Scalar<long>(
            $"SELECT sum(rejected) FROM declarations_days WHERE declarant_id = {known.DeclarantId}"));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Declarants_without_a_number_have_spaces_of_their_own_by_name_and_postcode()
    {
        var one = await _store.Lodge(Private("J. de Vries", "1234AB"));
        var other = await _store.Lodge(Private("K. Jansen", "1234AB"));
        var elsewhere = await _store.Lodge(Private("J. de Vries", "9876ZX"));
        var otherContent = await _store.Lodge(Private("J de vries", "1234AB"));

        Assert.All([one, other, elsewhere], answer => Assert.Equal(MessageOutcome.Accepted, answer.Outcome));
        Assert.Equal(IntakeProblems.LrnInUse, Assert.Single(otherContent.Problems).Code);
        await _store.Restart();
        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(Private("K. Jansen", "1234AB"))).Outcome);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_mandate_is_asked_before_the_earlier_answer()
    {
        var submitter = await _store.NewSubmitter("Agentschap BV", "NL002222222", "NL001234567");
        var accepted = await _store.Lodge(H7("A-1"), submitter);
        var without = submitter with { Mandates = [] };

        var refused = await _store.Lodge(H7("A-1"), without);
        var again = await _store.Lodge(H7("A-1"), submitter);

        Assert.Equal(IntakeProblems.MandateMissing, Assert.Single(refused.Problems).Code);
        Assert.Equal((MessageOutcome.Duplicate, accepted.Mrn), (again.Outcome, again.Mrn));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_same_message_is_looked_at_anew_once_the_mandate_is_recorded()
    {
        var without = await _store.NewSubmitter("Agentschap BV", "NL002222222");
        await _store.Lodge(H7("A-1"), without);
        await _store.Lodge(H7("A-1"), without);
        var with = without with
        {
            Mandates = [new Mandate(null, new Period(new DateOnly(2026, 1, 1)))],
        };

        var answer = await _store.Lodge(H7("A-1"), with);

        Assert.Equal(MessageOutcome.Accepted, answer.Outcome);
        Assert.Equal(3, _store.Declaration(answer).Attempt);
        Assert.Empty(_store.Verify());
    }

    /// <summary>A parcel whose declarant has no identification number: the house carries it in for him.</summary>
    private static byte[] Private(string name, string postcode)
    {
        var message = XDocument.Parse(Encoding.UTF8.GetString(H7("A-1")));
        var wco = SampleMessages.Wco;
        SampleMessages.At(message, "Declarant").ReplaceNodes(
            new XElement(wco + "Name", name),
            new XElement(wco + "Address",
                new XElement(wco + "CityName", "Zwolle"),
                new XElement(wco + "CountryCode", "NL"),
                new XElement(wco + "Line", "Dorpsstraat 1"),
                new XElement(wco + "PostcodeID", postcode)));
        return SampleMessages.Bytes(message);
    }

    [Fact]
    public async Task A_number_of_wrong_form_is_never_registered()
    {
        var text = new string('L', 40);

        var first = await _store.Lodge(H7(Numbered(text)));
        var again = await _store.Lodge(H7(Numbered(text)));

        Assert.Equal((MessageOutcome.Rejected, MessageOutcome.Rejected), (first.Outcome, again.Outcome));
        Assert.Empty(_store.Verify());
    }
}

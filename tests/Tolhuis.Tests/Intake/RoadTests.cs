// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Controls.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Risk.Contract;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>From a message to its decision: what is answered, what is written, what holds afterwards.</summary>
public sealed class RoadTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_parcel_is_accepted_and_released_and_its_history_says_both()
    {
        var answer = await _store.Lodge(H7("A-1"));

        Assert.Equal(MessageOutcome.Accepted, answer.Outcome);
        Assert.Equal(DeclarationState.Released, answer.State);
        Assert.Equal((1, 1, 0, 0), (answer.Lines, answer.Released, answer.Selected, answer.Undecided));
        var row = _store.Declaration(answer);
        Assert.Equal(answer.Mrn, row.Mrn);
        Assert.Equal(300, row.DutyCents);
        Assert.Equal("Cotton T-shirt, men, size L", Assert.Single(_store.Declarations.Lines(row)).Description);
        Assert.Equal(
            [HistoryKind.Accepted, HistoryKind.Released],
            _store.Declarations.History(row.Id).Select(line => line.Kind));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task One_selected_line_holds_its_declaration_and_gets_an_order()
    {
        var answer = await _store.Lodge(Restricted("A-1"));

        Assert.Equal(DeclarationState.UnderControl, answer.State);
        Assert.Equal((1, 0, 1, 0), (answer.Lines, answer.Released, answer.Selected, answer.Undecided));
        var row = _store.Declaration(answer);
        var reason = Assert.Single(_store.Get<ISelections>().Of(row)).Reason;
        Assert.Equal((SelectionKind.Mandatory, "cites", "430160"), (reason.Kind, reason.Source, reason.Boundary));
        Assert.Equal(row.FirstLine, Assert.Single(_store.Get<IControls>().Of(row)).LineId);
        Assert.Equal(1, _store.Get<IControls>().CountOpen());
        Assert.Equal(row.Id, Assert.Single(_store.Get<IControls>().Open()).DeclarationId);
        Assert.Equal(row.Id, Assert.Single(_store.Get<ISelections>().Newest(10)).DeclarationId);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_line_whose_duty_a_person_must_determine_waits_and_the_trader_sees_only_accepted()
    {
        var answer = await _store.Lodge(Undetermined("A-1"));

        Assert.Equal(DeclarationState.Accepted, answer.State);
        Assert.Equal((1, 0, 0, 1), (answer.Lines, answer.Released, answer.Selected, answer.Undecided));
        var notifications = _store.Declarations.Notifications(
            _store.House.Id, 0, 100, DutchTime.ToMicroseconds(TestStore.Start));
        Assert.Equal([HistoryKind.Accepted], notifications.Select(row => row.Kind));
        Assert.Equal(
            [HistoryKind.Accepted, HistoryKind.ToDetermine],
            _store.Declarations.History(answer.DeclarationId).Select(row => row.Kind));
        Assert.Equal(1, _store.Declarations.CountWaiting()[DeclarationState.Accepted]);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_wrong_form_is_rejected_with_its_problems_and_no_number()
    {
        var answer = await _store.Lodge(Rejected("A-1"));

        Assert.Equal(MessageOutcome.Rejected, answer.Outcome);
        Assert.Equal(default, answer.Mrn);
        Assert.NotEmpty(answer.Problems);
        Assert.Equal(
            answer.Problems.Select(problem => problem.Code),
            _store.Declarations.Problems(answer.DeclarationId).Select(problem => problem.Code));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_cannot_be_read_becomes_no_declaration()
    {
        var answer = await _store.Lodge(Unreadable("x"));

        Assert.Equal((MessageOutcome.Unreadable, 0L), (answer.Outcome, answer.DeclarationId));
        Assert.Equal(0, _store.Scalar<long>("SELECT count(*) FROM declarations_declarations"));
    }

    [Fact]
    public async Task A_file_counts_each_message_once_and_one_bad_message_sinks_no_file()
    {
        var file = await _store.Decide(Zip(
            H7("A-1"), Unreadable("x"), Rejected("A-2"), H7("A-1"), Restricted("A-3"), Undetermined("A-4"), H7("A-5")));

        var expected = new IntakeCounts
        {
            Files = 1,
            Messages = 7,
            Accepted = 4,
            Rejected = 1,
            Unreadable = 1,
            Duplicates = 1,
            Lines = 4,
            Released = 2,
            Selected = 1,
            Undecided = 1,
        };
        Assert.Equal(expected, file.Counts);
        Assert.Equal(FileState.Decided, file.State);
        Assert.Equal(expected with { Files = 0 }, _store.Road.Pulse.Total.Counts);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Receipts_name_each_entry_in_the_order_of_the_file()
    {
        var file = await _store.Decide(Zip(H7("A-1"), Unreadable("x"), Rejected("A-2"), H7("A-1")));

        var receipts = _store.Files.Receipts(file.Id);

        Assert.Equal([0, 1, 2, 3], receipts.Select(receipt => receipt.Entry));
        Assert.Equal(
            ["00000.xml", "00001.xml", "00002.xml", "00003.xml"], receipts.Select(receipt => receipt.EntryName));
        Assert.Equal(
            [MessageOutcome.Accepted, MessageOutcome.Unreadable, MessageOutcome.Rejected, MessageOutcome.Duplicate],
            receipts.Select(receipt => receipt.Outcome));
        Assert.Equal(receipts[0].DeclarationId, receipts[3].DeclarationId);
        Assert.All(receipts.Skip(1).Take(2), receipt => Assert.NotEmpty(receipt.Problems));
        Assert.Equal([2, 3], _store.Files.Receipts(file.Id, fromEntry: 2).Select(receipt => receipt.Entry));
        Assert.Equal([1], _store.Files.Receipts(file.Id, fromEntry: 1, limit: 1).Select(receipt => receipt.Entry));
        Assert.Empty(_store.Files.Receipts(file.Id, int.MaxValue));
        Assert.Empty(_store.Files.Receipts(file.Id + 1));
    }

    [Fact]
    public async Task A_message_is_read_back_from_the_archive_as_it_came()
    {
        var (inFile, alone) = (H7("A-1"), H7("A-2"));
        var file = await _store.Decide(Zip(Unreadable("x"), inFile));
        var single = _store.Declaration(await _store.Lodge(alone));

        Assert.Equal(inFile, _store.Files.RawMessage(file.Id, 1));
        Assert.Null(_store.Files.RawMessage(file.Id, 2));
        Assert.Null(_store.Files.RawMessage(file.Id, -1));
        Assert.Null(_store.Files.RawMessage(file.Id + 1, 0));
        Assert.Equal(alone, _store.Files.RawMessage(single.RawFileId, single.RawEntry));
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_next_number_and_remembers_every_message()
    {
        var first = await _store.Lodge(H7("A-1"));
        await _store.Restart();

        var repeat = await _store.Lodge(H7("A-1"));
        var second = await _store.Lodge(H7("A-2"));

        Assert.Equal((MessageOutcome.Duplicate, first.Mrn), (repeat.Outcome, repeat.Mrn));
        Assert.Equal(first.DeclarationId + 1, second.DeclarationId);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_failure_of_the_program_sets_one_message_aside_and_no_other()
    {
        _store.Road.Decider.Sabotage = message =>
            message.Checked.LrnText == "A-3" ? new InvalidOperationException("planted") : null;

        var file = await _store.Decide(Zip(H7("A-1"), H7("A-2"), H7("A-3"), H7("A-4"), H7("A-1")));

        Assert.Equal((3L, 1L, 1L), (file.Counts.Accepted, file.Counts.Quarantined, file.Counts.Duplicates));
        var receipt = _store.Files.Receipts(file.Id)[2];
        Assert.Equal(MessageOutcome.Quarantined, receipt.Outcome);
        Assert.Equal(IntakeProblems.MessageQuarantined, Assert.Single(receipt.Problems).Code);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_single_message_in_quarantine_is_kept_where_it_can_be_found_again()
    {
        _store.Road.Decider.Sabotage = _ => new InvalidOperationException("planted");
        var message = H7("A-1");

        var answer = await _store.Lodge(message);

        Assert.Equal(MessageOutcome.Quarantined, answer.Outcome);
        var place = _store.Scalar<long>("SELECT entry FROM intake_exceptions WHERE file_id = 0 AND outcome = 5");
        Assert.Equal(message, _store.Files.RawMessage(0, place));
        Assert.Empty(_store.Verify());
    }
}

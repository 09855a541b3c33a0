// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>The correction that customs asks for: another act than an amendment.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private static readonly Actor Officer = new(ActorKind.Person, 7, "Officer Van Dam");
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Under_control_it_is_taken_and_the_declaration_stays_under_control()
    {
        var lodged = await _store.Lodge(Restricted("A-1"));
        Assert.True((await Ask(lodged.DeclarationId, "The description does not fit the goods")).IsDone);

        var answer = await _store.Lodge(Amendment(Lines("A-1", 2), lodged.Mrn));

        Assert.Equal(
            (MessageKind.Correction, RequestState.Granted, DeclarationState.UnderControl),
            (answer.Kind, answer.RequestState, answer.State));
        var row = _store.Declaration(lodged);
        Assert.Equal(
            [LineOutcome.Selected, LineOutcome.Held],
            _store.Declarations.Lines(row).Select(line => line.Outcome));
        var asked = Assert.Single(_store.Declarations.CorrectionsAsked(row.Id));
        Assert.Equal((answer.RequestId, Officer.Name), (asked.AnsweredBy, asked.AskedBy));
        Assert.Equal(
            [HistoryKind.Accepted, HistoryKind.UnderControl, HistoryKind.DocumentsRequested, HistoryKind.RequestDecided,
                HistoryKind.Corrected],
            _store.Declarations.History(row.Id).Select(history => history.Kind));
        // The order is about the goods: it goes on with the line that stands for them now.
        Assert.Equal(row.FirstLine, _store.Scalar<long>("SELECT line_id FROM controls_orders"));
        Assert.Equal(["control"], _store.Get<ITasks>().ListOpen([Role.Officer]).Select(task => task.Kind));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Once_it_was_asked_a_later_amendment_is_refused_because_particulars_were_wrong()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));
        await Ask(lodged.DeclarationId, "State the value in euro");
        var corrected = await _store.Lodge(Amendment(
            H7(Numbered("A-1") with { Currency = "KPW", Value = "10.00" }), lodged.Mrn));
        Assert.Equal((MessageKind.Correction, DeclarationState.Accepted), (corrected.Kind, corrected.State));

        var answer = await _store.Lodge(Amendment(H7("A-1"), lodged.Mrn, "COR-2"));

        Assert.Equal([IntakeProblems.AmendmentFoundWrong], answer.Problems.Select(problem => problem.Code));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task One_that_leaves_nothing_to_determine_still_waits_for_a_person()
    {
        var lodged = await _store.Lodge(Undetermined("A-1"));
        await Ask(lodged.DeclarationId, "State the value in euro");

        var answer = await _store.Lodge(Amendment(H7("A-1"), lodged.Mrn));

        Assert.Equal(
            (MessageKind.Correction, RequestState.Granted, DeclarationState.Accepted),
            (answer.Kind, answer.RequestState, answer.State));
        Assert.Equal([IntakeProblems.AmendmentCorrection], answer.Problems.Select(problem => problem.Code));
        Assert.Equal(["determine"], _store.Get<ITasks>().ListOpen([Role.Officer]).Select(task => task.Kind));
        Assert.DoesNotContain(
            HistoryKind.DebtDetermined,
            _store.Declarations.History(lodged.DeclarationId).Select(history => history.Kind));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task It_is_asked_only_of_what_is_held_with_a_reason_and_once()
    {
        var released = await _store.Lodge(H7("A-1"));
        var held = await _store.Lodge(Restricted("A-2"));

        var ofReleased = await Ask(released.DeclarationId, "Why");
        var without = await Ask(held.DeclarationId, "");
        var ofNothing = await Ask(999, "Why");
        await Ask(held.DeclarationId, "Why");
        var twice = await Ask(held.DeclarationId, "Why again");

        Assert.Equal(
            [IntakeProblems.ActState, IntakeProblems.ActReason, IntakeProblems.RequestMrnUnknown,
                IntakeProblems.ActCorrectionOpen],
            new[] { ofReleased, without, ofNothing, twice }.Select(answer => answer.Problems[0].Code));
        Assert.Single(_store.Declarations.CorrectionsAsked(held.DeclarationId));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_item_that_is_gone_leaves_its_control_to_another_one()
    {
        var lodged = await _store.Lodge(Changed(Lines("A-1", 2), message =>
        {
            foreach (var id in message.Descendants().Where(element => element.Name.LocalName == "Classification")
                .TakeLast(1).Elements().Where(element => element.Name.LocalName == "ID"))
                id.Value = "430160";
        }));
        Assert.Equal(DeclarationState.UnderControl, lodged.State);
        await Ask(lodged.DeclarationId, "One item only");

        var answer = await _store.Lodge(Amendment(H7("A-1"), lodged.Mrn));

        Assert.Equal(DeclarationState.UnderControl, answer.State);
        Assert.Equal(
            LineOutcome.Selected, Assert.Single(_store.Declarations.Lines(_store.Declaration(lodged))).Outcome);
        Assert.Empty(_store.Verify());
    }

    private Task<ActAnswer> Ask(long declarationId, string reason) =>
        _store.Get<IActs>().AskCorrection(declarationId, reason, Officer);
}

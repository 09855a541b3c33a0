// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Declarations;
using Tolhuis.Web.Platform;
using Xunit;

namespace Tolhuis.Tests.Web;

public sealed class DossierTests
{
    private static readonly DateOnly Today = new(2026, 7, 20);
    private static readonly long Noon = DutchTime.StartOf(Today) + 43_200_000_000;

    [Fact]
    public void A_pre_lodged_declaration_says_until_when_the_goods_can_come()
    {
        var row = Row(DeclarationState.Received) with { AcceptedOn = null, LapsesOn = new DateOnly(2026, 8, 2) };

        var moments = DossierMoments.Of(row, [], Today, Language.English);

        Assert.Equal(["Received", "Present by"], moments.Select(m => m.Name.En));
        Assert.Equal("2 Aug 2026", moments[1].Value);
        Assert.False(moments[1].IsOverdue);
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    [InlineData(21, false)]
    public void A_supplement_is_overdue_from_the_day_after_its_last_day(int dayOfJuly, bool isOverdue)
    {
        var row = Row(DeclarationState.Released) with { SupplementDueOn = new DateOnly(2026, 7, dayOfJuly) };

        var moments = DossierMoments.Of(row, [], Today, Language.Dutch);

        Assert.Equal((DossierTexts.SupplementBy, isOverdue), (moments[1].Name, moments[1].IsOverdue));
    }

    [Theory]
    [InlineData(DeclarationState.Lapsed, HistoryKind.Lapsed, "Lapsed on")]
    [InlineData(DeclarationState.Invalidated, HistoryKind.Invalidated, "Invalidated on")]
    [InlineData(DeclarationState.UnderControl, HistoryKind.UnderControl, "Control announced")]
    [InlineData(DeclarationState.Released, HistoryKind.Released, "Released")]
    public void The_second_date_is_that_of_the_state(DeclarationState state, HistoryKind kind, string name)
    {
        var moments = DossierMoments.Of(
            Row(state), [new HistoryRow(1, 7, kind, Noon, null)], Today, Language.English);

        Assert.Equal(2, moments.Count);
        Assert.Equal(name, moments[1].Name.En);
    }

    [Fact]
    public void The_next_step_is_the_request_that_waits_for_who_may_decide()
    {
        RequestRow[] requests = [Request(11, MessageKind.RepaymentOrRemission), Request(12, MessageKind.Amendment)];

        Assert.Equal(
            "/requests/12", DossierStep.Of(Row(DeclarationState.Released), requests, [], Today, _ => true)!.Url);
        Assert.Null(DossierStep.Of(
            Row(DeclarationState.Released), requests, [], Today, p => p != Permission.DeclarationsDecide));
    }

    [Fact]
    public void The_next_step_of_a_declaration_under_control_is_its_control()
    {
        var held = Row(DeclarationState.UnderControl);

        var worker = DossierStep.Of(held, [], [], Today, _ => true)!;
        var reader = DossierStep.Of(held, [], [], Today, p => p == Permission.ControlsRead)!;

        Assert.Equal(("/controls/7", "To the control"), (worker.Url, worker.Name.En));
        Assert.Equal(("/controls/7", "View the control"), (reader.Url, reader.Name.En));
        Assert.Null(DossierStep.Of(held, [], [], Today, _ => false));
    }

    [Fact]
    public void A_declaration_that_waits_can_be_asked_to_be_corrected_once_at_a_time()
    {
        var waiting = Row(DeclarationState.Accepted);
        var open = new CorrectionAsked(1, 7, Noon, "Samira", "reason", Today, null);

        Assert.Equal("/declarations/7/determine", DossierStep.Of(waiting, [], [], Today, _ => true)!.Url);
        Assert.Null(DossierStep.Of(waiting, [], [open], Today, _ => true));
        // What did not come by its last day holds up no one.
        Assert.Equal(
            "/declarations/7/determine", DossierStep.Of(waiting, [], [open], Today.AddDays(1), _ => true)!.Url);
        Assert.Equal(
            "/declarations/7/correction",
            DossierStep.Of(waiting, [], [open with { AnsweredBy = 9 }], Today, p => p == Permission.ControlsWork)!.Url);
        Assert.Null(DossierStep.Of(waiting, [], [], Today, _ => false));
    }

    private static RequestRow Request(long id, MessageKind kind) => new(
        id, 7, kind, 1, "LRN", 1, Noon, RequestState.Pending, "5", "", null, 0, 0, 0, null, null, "");

    private static DeclarationRow Row(DeclarationState state) => new(
        7, default, 1, 1, DataSet.H7, "LRN", 1, Noon, state, 0, 0, 1, 0, Today, 1, 1, 100, 0, 21)
    {
        AcceptedOn = Today,
    };
}

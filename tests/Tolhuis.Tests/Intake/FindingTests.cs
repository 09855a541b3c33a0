// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Controls.Contract;
using Tolhuis.Intake;
using Xunit;
using static Tolhuis.Tests.Intake.ControlTestTools;

namespace Tolhuis.Tests.Intake;

/// <summary>What a finding must be to be kept.</summary>
public sealed class FindingTests : IAsyncLifetime
{
    private static readonly ControlOrder Any = new(0, 0, 0, 1, ControlState.Ordered, 0);
    private static readonly NewFinding NotPossible = InOrder(Any) with { Result = ResultCodes.NotPossible };
    private TestStore _store = null!;
    private Actor _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.Open();
        _officer = await _store.NewOfficer();
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    public static TheoryData<string, NewFinding> Refused => new()
    {
        { IntakeProblems.FindingCode, InOrder(Any) with { Result = "fine" } },
        { IntakeProblems.FindingCode, InOrder(Any) with { Method = "telepathy" } },
        { IntakeProblems.FindingCode, Wrong(Any) with { ErrorKind = "'; DROP TABLE controls_findings" } },
        { IntakeProblems.FindingCode, Wrong(Any) with { FollowUp = (FollowUpKind)9 } },
        { IntakeProblems.FindingInOrder, InOrder(Any) with { ErrorKind = "value" } },
        { IntakeProblems.FindingInOrder, InOrder(Any) with { FollowUp = FollowUpKind.Correction, Told = "x" } },
        { IntakeProblems.FindingInOrder, InOrder(Any) with { Established = [new(1, ParticularKind.Origin, "CN")] } },
        { IntakeProblems.FindingErrorMissing, Wrong(Any) with { ErrorKind = "" } },
        { IntakeProblems.FindingNotPossible, NotPossible with { ErrorKind = "value" } },
        { IntakeProblems.FindingNotPossible, NotPossible with { FollowUp = FollowUpKind.Correction, Told = "x" } },
        {
            IntakeProblems.FindingNotPossible,
            NotPossible with { Established = [new(1, ParticularKind.Origin, "CN")] }
        },
        { IntakeProblems.FindingText, InOrder(Any) with { Note = new string('n', 2_001) } },
        { IntakeProblems.FindingText, Wrong(Any) with { Told = new string('t', 2_001) } },
        { IntakeProblems.FindingTold, Wrong(Any) with { Told = "  " } },
        { IntakeProblems.FindingItem, Wrong(Any, established: new Particular(2, ParticularKind.Origin, "CN")) },
        { IntakeProblems.FindingValue, Wrong(Any, established: new Particular(1, ParticularKind.Value, "21,50 EUR")) },
        { IntakeProblems.FindingValue, Wrong(Any, established: new Particular(1, (ParticularKind)99, "x")) },
        { IntakeProblems.FindingDocument, InOrder(Any) with { Documents = [77] } },
        {
            IntakeProblems.FindingTooMany,
            InOrder(Any) with { Documents = [.. Enumerable.Range(1, 21).Select(i => (long)i)] }
        },
        {
            IntakeProblems.FindingTwice, Wrong(Any, FollowUpKind.Correction,
                new Particular(1, ParticularKind.Origin, "CN"), new Particular(1, ParticularKind.Origin, "TR"))
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task One_that_is_not_whole_is_refused_and_nothing_of_it_is_kept(string code, NewFinding finding)
    {
        var lodged = await _store.Lodge(Parcels.Restricted("A-1"));
        await _store.Take(lodged, _officer);

        var answer = await _store.Record(finding with { OrderId = _store.Orders(lodged)[0].Id }, _officer);

        Assert.Equal(code, Assert.Single(answer.Problems).Code);
        Assert.Empty(_store.Get<IControls>().Findings(lodged.DeclarationId));
        Assert.Equal(ControlState.InProgress, _store.Orders(lodged)[0].State);
    }

    [Fact]
    public async Task One_of_an_order_that_does_not_exist_or_is_out_of_control_is_refused()
    {
        var lodged = await _store.Lodge(Parcels.Restricted("A-1"));
        await _store.Take(lodged, _officer);
        var order = _store.Orders(lodged)[0];
        await _store.Record(InOrder(order), _officer);

        var ended = await _store.Record(InOrder(order), _officer);
        var unknown = await _store.Record(InOrder(Any), _officer);

        Assert.Equal(IntakeProblems.ActState, Assert.Single(ended.Problems).Code);
        Assert.Equal(IntakeProblems.FindingOrder, Assert.Single(unknown.Problems).Code);
    }

    [Fact]
    public async Task Documents_of_the_declaration_are_kept_as_evidence_and_those_of_another_are_not()
    {
        var lodged = await _store.Lodge(Parcels.Restricted("A-1"));
        var other = await _store.Lodge(Parcels.Restricted("A-2"));
        await _store.Tamper($"""
            INSERT INTO declarations_documents
            VALUES (1, {lodged.DeclarationId}, 1, 'a.png', 'image/png', 1, x'00', 1, 1, 1, 'x'),
                (2, {other.DeclarationId}, 1, 'b.png', 'image/png', 1, x'00', 1, 1, 1, 'x')
            """);
        await _store.Take(lodged, _officer);
        var finding = Wrong(_store.Orders(lodged)[0]);

        var refused = await _store.Record(finding with { Documents = [1, 2] }, _officer);
        var kept = await _store.Record(finding with { Documents = [1, 1] }, _officer);

        Assert.Equal(IntakeProblems.FindingDocument, Assert.Single(refused.Problems).Code);
        Assert.True(kept.IsDone);
        Assert.Equal([1L], Assert.Single(_store.Get<IControls>().Findings(lodged.DeclarationId)).Documents);
    }

    [Theory]
    [InlineData("DELETE FROM controls_findings")]
    [InlineData("UPDATE controls_findings SET result = 'in-order'")]
    [InlineData("DELETE FROM controls_established")]
    [InlineData("UPDATE controls_established SET value = '1.00 EUR'")]
    public async Task What_was_found_is_never_changed(string sql)
    {
        var lodged = await _store.Lodge(Parcels.Restricted("A-1"));
        await _store.Take(lodged, _officer);
        await _store.Record(
            Wrong(_store.Orders(lodged)[0], established: new Particular(1, ParticularKind.Value, "21.50 EUR")),
            _officer);

        await Assert.ThrowsAnyAsync<Exception>(() => _store.Tamper(sql));

        var finding = Assert.Single(_store.Get<IControls>().Findings(lodged.DeclarationId));
        Assert.Equal("not-in-order", finding.Result);
    }

    [Fact]
    public async Task A_person_is_needed_a_submitter_takes_no_control()
    {
        var lodged = await _store.Lodge(Parcels.Restricted("A-1"));

        var answer = await _store.Take(lodged, new Actor(ActorKind.Submitter, _officer.Id, "submitter"));

        Assert.Equal(IntakeProblems.ControlNotTaken, Assert.Single(answer.Problems).Code);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.SimplifiedMessages;

namespace Tolhuis.Tests.Intake;

/// <summary>Supplementary declarations as whole messages over the road (UCC 167, 182).</summary>
public sealed class SupplementByMessageTests : IAsyncLifetime
{
    private static readonly DateOnly June = new(2026, 6, 30);
    private static readonly DateOnly July = new(2026, 7, 1);
    private static readonly DateOnly Today = new(2026, 7, 6);
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task SUP_supplements_the_declaration_whose_number_it_gives()
    {
        var simplified = await _store.Lodge(I1("I1-1"));

        var answer = await _store.Lodge(Supplement(H1("S", 'A', [], null), simplified.Mrn));

        Cleared(simplified, answer, 'Y', Today);
    }

    [Theory]
    [InlineData('X')]
    [InlineData('Y')]
    [InlineData('Z')]
    public async Task A_declaration_of_type_X_Y_or_Z_supplements_what_it_names(char type)
    {
        var simplified = await _store.Lodge(type switch
        {
            'X' => OfType(H1("B-1", 'A', [], null), 'B'),
            'Y' => I1("I1-1"),
            _ => I2("I2-1"),
        });
        Assert.Equal(DeclarationState.Released, simplified.State);

        var answer = await _store.Lodge(H1("SUP-1", type, [simplified.Mrn], Today));

        Assert.Empty(answer.Problems);
        Cleared(simplified, answer, type, Today);
    }

    [Fact]
    public async Task Each_line_owes_by_the_law_of_its_own_day_across_the_change_of_1_July()
    {
        await _store.DisposeAsync();
        _store = await TestStore.Open(demo: true, at: new DateTimeOffset(2026, 6, 30, 12, 0, 0, TimeSpan.Zero));
        var one = await _store.Lodge(I1("I1-7"));
        _store.Time.Advance(TimeSpan.FromDays(1));
        var other = await _store.Lodge(I1("I1-8"));
        _store.Time.Advance(TimeSpan.FromDays(5));

        // The same goods of 40 euro: the relief of June, then the flat amount; C07 and F53 are of one side each.
        var answer = await _store.Lodge(H1(
            "Y-1", 'Y', [one.Mrn, other.Mrn], null,
            new Line(June, "C07", "40"), new Line(July, "F53", "40"), new Line(July, "F49", "40")));

        Assert.DoesNotContain(answer.Problems, problem => problem.Severity == Severity.Reject);
        var row = _store.Declaration(answer);
        Assert.Equal(
            (MessageOutcome.Accepted, June, (long?)one.DeclarationId),
            (answer.Outcome, row.AcceptedOn, row.SupplementsId));
        // One commodity code, so that the flat amount counts once.
        Assert.Equal([0L, 300L, 0L], _store.Declarations.Lines(row).Select(line => line.DutyCents));
        Assert.All([one, other], named => Assert.Null(_store.Declaration(named).SupplementDueOn));
        Assert.NotEmpty(_store.Get<ICalculations>().Of(row));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_code_that_was_not_there_on_the_day_of_the_goods_is_refused()
    {
        var simplified = await _store.Lodge(I1("I1-1"));

        var early = await _store.Lodge(H1("Y-1", 'Y', [simplified.Mrn], June, new Line(null, "F53", "40")));
        var late = await _store.Lodge(H1("Y-2", 'Y', [simplified.Mrn], July, new Line(null, "C07", "40")));

        Assert.All([early, late], answer => Assert.Equal(MessageOutcome.Rejected, answer.Outcome));
        Assert.Contains(early.Problems, problem => problem.Arguments.Contains("F53"));
        Assert.Contains(late.Problems, problem => problem.Arguments.Contains("C07"));
        Assert.NotNull(_store.Declaration(simplified).SupplementDueOn);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_cannot_be_supplemented_is_refused_and_stays_due()
    {
        var mine = await _store.Lodge(I1("I1-1"));
        var standard = await _store.Lodge(H1("A-1", 'A', [], null));
        var stranger = await _store.NewSubmitter("Waal Logistics", "NL123456789", "NL123456789");

        var none = await _store.Lodge(H1("Y-1", 'Y', [], Today));
        var future = await _store.Lodge(H1("Y-2", 'Y', [mine.Mrn], Today.AddDays(1)));
        var old = await _store.Lodge(H1("Y-3", 'Y', [mine.Mrn], Today.AddDays(-366)));
        var ordinary = await _store.Lodge(H1("Y-4", 'Y', [standard.Mrn], Today));
        var theirs = await _store.Lodge(
            Changed(H1("Y-5", 'Y', [mine.Mrn], Today), message => Declarations.SampleMessages
                .At(message, "Declarant/ID").Value = "NL123456789"), stranger);
        Assert.NotNull(_store.Declaration(mine).SupplementDueOn);
        var first = await _store.Lodge(H1("Y-6", 'Y', [mine.Mrn], Today));
        var second = await _store.Lodge(H1("Y-7", 'Y', [mine.Mrn], Today));

        Assert.Equal(
            [IntakeProblems.SupplementNamesNone, "declarations.acceptance.in-future",
                IntakeProblems.SupplementDateOther, IntakeProblems.SupplementNotSimplified,
                IntakeProblems.RequestMrnUnknown, IntakeProblems.SupplementAlready],
            new[] { none, future, old, ordinary, theirs, second }.Select(answer => answer.Problems
                .Single(problem => problem.Severity == Severity.Reject).Code));
        Assert.Equal(MessageOutcome.Accepted, first.Outcome);
        Assert.Empty(_store.Verify());
    }

    private void Cleared(MessageAnswer simplified, MessageAnswer answer, char type, DateOnly day)
    {
        var row = _store.Declaration(answer);
        Assert.Equal(
            (MessageOutcome.Accepted, DeclarationState.Released, type, day, (long?)simplified.DeclarationId),
            (answer.Outcome, row.State, row.AdditionalType, row.AcceptedOn, row.SupplementsId));
        Assert.True(row.VatCents > 0);
        Assert.Null(_store.Declaration(simplified).SupplementDueOn);
        Assert.Equal(
            HistoryKind.Cleared, _store.Declarations.History(simplified.DeclarationId)[^1].Kind);
        Assert.NotEmpty(_store.Get<ICalculations>().Of(row));
        Assert.Empty(_store.Verify());
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Kernel;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;

namespace Tolhuis.Tests.Intake;

/// <summary>What the sender of a rejected message about a declaration hears, and that the declaration stays.</summary>
public sealed class RejectedRequestTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_rejected_request_is_told_with_its_number_and_the_declaration_stays_as_it_is()
    {
        var lodged = await _store.Lodge(Parcels.H7("A-1"));

        var answer = await _store.Lodge(Presentation(lodged.Mrn));

        Assert.Equal(RequestState.Rejected, answer.RequestState);
        var history = _store.Declarations.History(lodged.DeclarationId);
        Assert.Equal(
            [HistoryKind.Accepted, HistoryKind.Released, HistoryKind.Rejected], history.Select(row => row.Kind));
        Assert.Equal(answer.RequestId.ToString(System.Globalization.CultureInfo.InvariantCulture), history[^1].Detail);
        Assert.Equal(DeclarationState.Released, _store.Declaration(lodged).State);
        Assert.Empty(_store.Verify());
        await _store.Restart();
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Of_a_number_that_is_not_his_nothing_is_told()
    {
        var lodged = await _store.Lodge(Parcels.H7("A-1"));
        var stranger = await _store.NewSubmitter("Waal Logistics", "NL123456789", "NL123456789");

        await _store.Lodge(Presentation(lodged.Mrn), stranger);

        Assert.Equal(2, _store.Declarations.History(lodged.DeclarationId).Count);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_history_row_that_names_no_rejected_request_is_found()
    {
        var lodged = await _store.Lodge(Parcels.H7("A-1"));
        await _store.Lodge(Presentation(lodged.Mrn));

        await _store.Tamper(
            $"""
            INSERT INTO declarations_history
            SELECT 900, declaration_id, submitter_id, kind, at, is_later, '77' FROM declarations_history
            WHERE declaration_id = {lodged.DeclarationId} AND kind = 3
            """);

        Assert.Contains(_store.Verify(), fault => fault.Promise == "requests");
    }

    [Fact]
    public async Task A_problem_of_a_request_in_JSON_points_with_a_JSON_pointer()
    {
        var lodged = await _store.Lodge(Parcels.H7("A-1"));
        var message = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpus", "presentation.json"));
        var at = message.IndexOf("\"mrn\"", StringComparison.Ordinal);
        var from = message.IndexOf('"', message.IndexOf(':', at)) + 1;
        var until = message.IndexOf('"', from);

        var known = await _store.Lodge(Encoding.UTF8.GetBytes(message[..from] + lodged.Mrn + message[until..]));
        var unknown = await _store.Lodge(Encoding.UTF8.GetBytes(
            message[..from] + Mrn.ForSequence(new DateOnly(2026, 7, 6), 4_711) + message[until..]));

        Assert.Equal(
            [(IntakeProblems.PresentationNotAwaited, "/mrn"), (IntakeProblems.RequestMrnUnknown, "/mrn")],
            new[] { known, unknown }.Select(answer => Assert.Single(answer.Problems))
                .Select(problem => (problem.Code, problem.Pointer)));
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>Messages about earlier declarations never hold up others, however many, large or late they are.</summary>
public sealed class LifeBoundsTests : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Large_amendments_make_small_batches_and_a_single_message_goes_between_them()
    {
        const int Count = 24;
        var lodged = await _store.Lodge(Prelodged("D-1"));
        var amendments = Enumerable.Range(0, Count).Select(i => Amendment(
            OfType(Lines("D-1", 1_500), 'D'), lodged.Mrn, string.Create(CultureInfo.InvariantCulture, $"CZ-{i:D2}")));
        Task<MessageAnswer>? single = null;
        _store.Road.Decider.Sabotage = message =>
        {
            if (message.Checked.LrnText == "CZ-03")
                single ??= _store.Lodge(H7("Q-1"));
            return null;
        };

        var file = await _store.Decide(Zip([.. amendments]));

        Assert.Equal(Count, file.Counts.Accepted);
        Assert.True(_store.Scalar<long>("SELECT count(*) FROM intake_batches") >= Count / 3);
        var answer = await single!;
        var after = _store.Declarations.Requests(lodged.DeclarationId).Count(ask => ask.Id > answer.DeclarationId);
        Assert.InRange(after, Count / 2, Count);
        Assert.Empty(_store.Verify(replay: 2));
    }

    [Fact]
    public async Task A_declaration_has_no_more_versions_before_release_than_the_law_of_the_day_lets_it_have()
    {
        var bundle = Encoding.UTF8.GetString(LawEdition.BuiltIn.ToBundle());
        var three = bundle.Replace(
            "versions-before-release,50,", "versions-before-release,3,", StringComparison.Ordinal);
        Assert.Null((await _store.Get<ITariff>().Import(Encoding.UTF8.GetBytes(three))).Problem);
        var lodged = await _store.Lodge(Prelodged("D-1"));

        var answers = new List<MessageAnswer>();
        for (var i = 1; i <= 3; i++)
            answers.Add(await _store.Lodge(Amendment(Prelodged("D-1"), lodged.Mrn, $"COR-{i}")));

        Assert.Equal(
            [RequestState.Granted, RequestState.Granted, RequestState.Rejected],
            answers.Select(answer => answer.RequestState!.Value));
        var problem = Assert.Single(answers[2].Problems);
        Assert.Equal(
            (IntakeProblems.AmendmentTooMany, lodged.Mrn.ToString(), "3"),
            (problem.Code, problem.Arguments[0], problem.Arguments[1]));
        Assert.Equal(DeclarationState.Released, (await _store.Lodge(Presentation(lodged.Mrn))).State);
    }

    [Fact]
    public void Files_that_take_turns_are_opened_once_each()
    {
        var folder = Directory.CreateTempSubdirectory("tolhuis-content-").FullName;
        try
        {
            for (var id = 1; id <= 9; id++)
            {
                var path = Archive.PathOf(folder, id, 0);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, Zip(H7($"A-{id}"), H7($"B-{id}")));
            }

            var reader = new ContentReader(folder);
            for (var turn = 0; turn < 20; turn++)
            {
                var content = reader.Read(new RawPlace(1 + turn % 2, turn / 2 % 2), _ => 0);
                var lrn = $"{(turn / 2 % 2 == 0 ? 'A' : 'B')}-{1 + turn % 2}";
                Assert.Contains(lrn, Encoding.UTF8.GetString(content.Span), StringComparison.Ordinal);
            }

            Assert.Equal(2, reader.Openings);
            for (var id = 1; id <= 9; id++)
                _ = reader.Read(new RawPlace(id, 0), _ => 0);
            // The ninth took the place of the one used longest ago.
            Assert.Equal(9, reader.Openings);
            _ = reader.Read(new RawPlace(9, 0), _ => 0);
            _ = reader.Read(new RawPlace(1, 0), _ => 0);
            Assert.Equal(10, reader.Openings);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_lost_file_stops_no_term()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        await Undecided();
        await _store.Restart();
        await _store.Decide(Zip(H7("A-1")));
        Assert.Single(_store.Get<ITasks>().ListOpen([Role.Administrator]));
        _store.Time.Advance(TimeSpan.FromDays(40));

        Assert.Equal(1, await _store.Get<IActs>().PassTerms());
        Assert.Equal(DeclarationState.Lapsed, _store.Declaration(lodged).State);
    }

    [Fact]
    public async Task A_late_notice_is_refused_and_lets_nothing_lapse_while_one_in_time_may_wait()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        await Undecided();
        _store.Time.Advance(TimeSpan.FromDays(31));

        var late = await _store.Lodge(Presentation(lodged.Mrn));

        Assert.Equal([IntakeProblems.PresentationLapsed], late.Problems.Select(problem => problem.Code));
        Assert.Equal(DeclarationState.Received, _store.Declaration(lodged).State);
        Assert.NotNull(_store.Declaration(lodged).LapsesOn);
        await _store.Tamper("UPDATE intake_files SET state = 2");
        Assert.Equal(1, await _store.Get<IActs>().PassTerms());
    }

    [Fact]
    public async Task One_term_that_cannot_be_passed_keeps_no_other_from_passing()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        await _store.Tamper("INSERT INTO declarations_terms VALUES (999999, 1, 1, 0)");
        _store.Time.Advance(TimeSpan.FromDays(40));
        var acts = _store.Get<IActs>();

        Assert.Equal((1, 0), (await acts.PassTerms(), await acts.PassTerms()));
        Assert.Equal(DeclarationState.Lapsed, _store.Declaration(lodged).State);
    }

    [Fact]
    public async Task Each_change_and_end_knows_the_request_behind_it()
    {
        var lodged = await _store.Lodge(Prelodged("D-1"));
        var other = new Parcel(Lrn: "D-1", TransportDocument: "CPOTHER");
        var before = _store.Scalar<long>("SELECT consignment FROM declarations_declarations WHERE id = 1");
        var changed = await _store.Lodge(Amendment(Prelodged(other), lodged.Mrn));
        _store.Time.Advance(TimeSpan.FromSeconds(1));
        var ended = await _store.Lodge(Invalidation(lodged.Mrn));

        var history = _store.Declarations.History(lodged.DeclarationId);
        Assert.Equal(changed.RequestId, Behind(HistoryKind.Corrected)?.Id);
        Assert.Equal(ended.RequestId, Behind(HistoryKind.Invalidated)?.Id);
        Assert.Null(Behind(HistoryKind.Received));
        // An amendment draws nothing, so it leaves what the sample remembers as it was.
        Assert.Equal(before, _store.Scalar<long>("SELECT consignment FROM declarations_declarations WHERE id = 1"));

        RequestRow? Behind(HistoryKind kind) =>
            _store.Declarations.RequestBehind(history.First(row => row.Kind == kind));
    }

    private Task<int> Undecided() => _store.Tamper(
        "INSERT INTO intake_files (submitter_id, token_id, name, content_hash, bytes, received_at, state, entries, "
        + "next_entry) SELECT 1, 1, 'away.zip', x'00', 1, received_at, 1, 1, 0 FROM declarations_declarations");
}

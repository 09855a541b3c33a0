// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;
using Tolhuis.Tariff.Contract;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Intake;

/// <summary>A dry run says what the road would: same files, same counts and problems, but for the sample.</summary>
public sealed class DryCheckTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-dry-").FullName;
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Own_messages_of_every_outcome_are_counted_as_on_the_road() => await AssertSame(
        Zip(H7("A-1"), Rejected("A-2"), Restricted("A-3"), Undetermined("A-4"), Unreadable("x"), H7("A-1"), H7("A-2")),
        H7("B-1"),
        H7(Numbered("A-1") with { Value = "13.00" }),
        H7(Numbered("A-1") with { Declarant = "NL007654321" }),
        Unreadable("y"),
        Zip(),
        Zip(H7("C-1"))[..150],
        H7("B-1"),
        Zip(Unreadable("z"), Rejected("D-1")),
        Zip(Unreadable("z"), Rejected("D-1")));

    [Fact]
    public void What_only_the_store_knows_is_said_and_not_guessed()
    {
        var law = LawEdition.BuiltIn.On(DutchTime.DateOf(TestStore.Start));
        var check = new DryCheck(_store.House, DutchTime.ToMicroseconds(TestStore.Start), law);
        var path = Path.Combine(_folder, "life.zip");
        var mrn = Mrn.ForSequence(law.Day, 1);
        File.WriteAllBytes(path, Zip(
            LifeMessages.Prelodged("D-1"), LifeMessages.Presentation(mrn), LifeMessages.Presentation(mrn),
            LifeMessages.Presentation("26NL000000000001R0"), LifeMessages.OfType(H7("Y-1"), 'Y')));

        var answers = check.Check(path).Select(found => found.Answer).ToList();

        Assert.Equal(
            [MessageOutcome.Accepted, MessageOutcome.Accepted, MessageOutcome.Duplicate, MessageOutcome.Rejected,
                MessageOutcome.Accepted],
            answers.Select(answer => answer.Outcome));
        Assert.Equal((DeclarationState.Received, 1), (answers[0].State, answers[0].Undecided));
        Assert.Equal(MessageKind.Presentation, answers[1].Kind);
        Assert.All(
            [answers[1], answers[4]],
            answer => Assert.Equal(IntakeProblems.RequestUnchecked, Assert.Single(answer.Problems).Code));
    }

    [Fact]
    public async Task A_simulated_day_with_bad_messages_is_counted_as_on_the_road()
    {
        var simulator = new TrafficSimulator(new SimulationPlan
        {
            Lines = 300,
            Seed = 5,
            Day = new DateOnly(2026, 7, 2),
            BadMessageRate = 0.2,
        });

        await AssertSame([.. simulator.Files().Select(file => file.Zip.ToArray())]);
    }

    private async Task AssertSame(params byte[][] files)
    {
        var paths = files.Select((bytes, i) =>
        {
            var path = Path.Combine(_folder, $"{i:D3}");
            File.WriteAllBytes(path, bytes);
            return path;
        }).ToList();
        var law = LawEdition.BuiltIn.On(DutchTime.DateOf(TestStore.Start));
        var check = new DryCheck(_store.House, DutchTime.ToMicroseconds(TestStore.Start), law);
        var dry = default(IntakeCounts);
        var dryProblems = new List<string>();
        foreach (var (_, answer) in paths.SelectMany(check.Check))
        {
            // Only the store knows the number that such a message is about: here there is none like it.
            var needsStore = answer.Problems.Any(problem => problem.Code == IntakeProblems.RequestUnchecked);
            dry.Add(needsStore ? answer with { Outcome = MessageOutcome.Rejected } : answer);
            dryProblems.AddRange(answer.Problems.Select(problem =>
                problem.Code == IntakeProblems.RequestUnchecked ? IntakeProblems.RequestMrnUnknown : problem.Code));
        }

        var (road, roadProblems) = await OnTheRoad(files);

        Assert.Equal(Without(road), Without(dry));
        Assert.Equal(roadProblems.Order(), dryProblems.Order());
    }

    private async Task<(IntakeCounts Counts, List<string> Problems)> OnTheRoad(byte[][] files)
    {
        var counts = default(IntakeCounts);
        var problems = new List<string>();
        foreach (var bytes in files)
        {
            var receipt = await _store.Receive(bytes);
            if (receipt.Problem is { } problem)
            {
                counts.Messages++;
                counts.Unreadable++;
                problems.Add(problem.Code);
                continue;
            }

            await _store.Decided(receipt.File!.Id);
            var file = _store.Files.Find(receipt.File.Id)!;
            counts.Add(receipt.IsRepeat
                ? new IntakeCounts { Messages = file.Entries, Duplicates = file.Entries }
                : file.Counts);
            for (var from = 0; from < file.Entries; from += 1_000)
            {
                problems.AddRange(_store.Files.Receipts(file.Id, from, 1_000)
                    .SelectMany(message => message.Problems).Select(found => found.Code));
            }
        }

        return (counts, problems);
    }

    /// <summary>The sample is not drawn in a dry run: only what it changes is left out.</summary>
    private static string Without(IntakeCounts counts) => System.Text.Json.JsonSerializer.Serialize(
        counts with { Files = 0, Released = 0, Selected = 0, Undecided = 0 });
}

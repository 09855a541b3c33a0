// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tariff.Contract;
using Tolhuis.Tests.Declarations;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;

namespace Tolhuis.Tests.Intake;

/// <summary>Simplified declarations and what supplements them (UCC 166, 167).</summary>
public sealed class SupplementTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 7, 6);
    private static readonly Actor Officer = new(ActorKind.Person, 7, "Officer Van Dam");
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_simplified_declaration_is_decided_now_and_its_amounts_wait_for_its_supplement()
    {
        var lodged = await _store.Lodge(OfType(H1("S-1"), 'B'));

        var row = _store.Declaration(lodged);
        Assert.Equal(
            (DeclarationState.Released, 'B', 0L, 0L), (row.State, row.AdditionalType, row.DutyCents, row.VatCents));
        // Ten days after Monday 6 July 2026.
        Assert.Equal((new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 16)), (row.AcceptedOn, row.SupplementDueOn));
        Assert.Equal((1L, 0L, 0L), (Day().Accepted, Day().ValueCents, Day().VatCents));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_supplement_is_a_declaration_of_its_own_and_clears_what_it_supplements()
    {
        var lodged = await _store.Lodge(OfType(H1("S-1"), 'B'));
        _store.Time.Advance(TimeSpan.FromDays(5));

        var message = Supplement(H1("S-1"), lodged.Mrn);
        var answer = await _store.Lodge(message);

        var row = _store.Declaration(answer);
        Assert.Equal(
            (MessageOutcome.Accepted, MessageKind.Supplementary, 0L), (answer.Outcome, answer.Kind, answer.RequestId));
        Assert.Equal((DeclarationState.Released, 'X'), (row.State, row.AdditionalType));
        Assert.Equal((lodged.DeclarationId, new DateOnly(2026, 7, 6)), (row.SupplementsId, row.AcceptedOn));
        Assert.True(row.VatCents > 0);
        Assert.Null(_store.Declaration(lodged).SupplementDueOn);
        Assert.Equal(
            [HistoryKind.Accepted, HistoryKind.Released, HistoryKind.Cleared],
            _store.Declarations.History(lodged.DeclarationId).Select(history => history.Kind));
        Assert.Equal((2L, row.ValueCents, row.VatCents), (Day().Accepted, Day().ValueCents, Day().VatCents));
        Assert.Equal(
            [row.Id], _store.Declarations.List(new DeclarationFilter(
                ReceivedFrom: new DateOnly(2026, 7, 11), ReceivedUntil: new DateOnly(2026, 7, 12)))
                .Select(found => found.Id));
        Assert.NotEmpty(_store.Get<ICalculations>().Of(row));
        Assert.Equal(MessageOutcome.Duplicate, (await _store.Lodge(message)).Outcome);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_is_not_simplified_or_was_supplemented_before_takes_no_supplement()
    {
        var standard = await _store.Lodge(H1("A-1"));
        var simplified = await _store.Lodge(OfType(H1("S-1"), 'B'));
        await _store.Lodge(Supplement(H1("S-1"), simplified.Mrn));

        var first = await _store.Lodge(Supplement(H1("A-1"), standard.Mrn));
        var second = await _store.Lodge(Supplement(H1("S-1"), simplified.Mrn, "SUP-2"));
        var third = await _store.Lodge(Supplement(H1("S-1"), Mrn.ForSequence(new DateOnly(2026, 7, 6), 4_711)));

        Assert.Equal(
            [IntakeProblems.SupplementNotSimplified, IntakeProblems.SupplementAlready,
                IntakeProblems.RequestMrnUnknown],
            new[] { first, second, third }.Select(answer => Assert.Single(answer.Problems).Code));
        Assert.All([first, second, third], answer => Assert.Equal(MessageOutcome.Rejected, answer.Outcome));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_overdue_supplement_is_told_once_and_still_taken()
    {
        var lodged = await _store.Lodge(OfType(H1("S-1"), 'B'));
        var acts = _store.Get<IActs>();
        _store.Time.Advance(TimeSpan.FromDays(10));
        Assert.Equal(0, await acts.PassTerms());
        _store.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((1, 0), (await acts.PassTerms(), await acts.PassTerms()));

        var told = Assert.Single(
            _store.Declarations.History(lodged.DeclarationId), row => row.Kind == HistoryKind.SupplementDue);
        Assert.Equal("2026-07-16", told.Detail);
        Assert.Equal(DeclarationState.Released, _store.Declaration(lodged).State);
        Assert.Equal(
            MessageOutcome.Accepted, (await _store.Lodge(Supplement(H1("S-1"), lodged.Mrn))).Outcome);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_pre_lodged_simplified_declaration_awaits_its_supplement_from_presentation_on()
    {
        var lodged = await _store.Lodge(OfType(H1("E-1"), 'E'));
        _store.Time.Advance(TimeSpan.FromDays(2));

        await _store.Lodge(Presentation(lodged.Mrn));

        var row = _store.Declaration(lodged);
        Assert.Equal(
            (DeclarationState.Released, 0L, null, new DateOnly(2026, 7, 20)),
            (row.State, row.VatCents, row.LapsesOn, row.SupplementDueOn));
        var answer = await _store.Lodge(Supplement(H1("E-1"), lodged.Mrn));
        Assert.Equal('X', _store.Declaration(answer).AdditionalType);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_supplementary_declaration_names_what_it_supplements_and_takes_its_day()
    {
        var simplified = await _store.Lodge(OfType(H1("S-1"), 'B'));
        var other = await _store.Lodge(OfType(H1("S-2"), 'B'));

        var none = await Lodge(ByHand("Y-1", 'Y', [], [Monday]));
        var undated = await Lodge(ByHand("Z-1", 'Z', [], [null]));
        var future = await Lodge(ByHand("Z-3", 'Z', [], [new DateOnly(2026, 7, 7)]));
        var old = await Lodge(ByHand("Z-4", 'Z', [], [new DateOnly(2025, 7, 5)]));
        // Before the flat duty: a day on which what it names was not accepted.
        var chosen = await Lodge(ByHand("Y-3", 'Y', [simplified.Mrn], [Monday, new DateOnly(2026, 6, 30)]));
        var good = await Lodge(ByHand("Y-4", 'Y', [simplified.Mrn, other.Mrn], [Monday, null]));
        var entry = await Lodge(ByHand("Z-2", 'Z', [], [new DateOnly(2026, 7, 1), new DateOnly(2026, 6, 30)]));

        Assert.Equal(
            [IntakeProblems.SupplementNamesNone, IntakeProblems.SupplementDateMissing,
                IntakeProblems.SupplementDateFuture, IntakeProblems.SupplementDateTooOld,
                IntakeProblems.SupplementDateOther],
            new[] { none, undated, future, old, chosen }.Select(answer => Assert.Single(answer.Problems).Code));
        Assert.Equal(["2", "2026-06-30", "2026-07-06"], chosen.Problems[0].Arguments);
        Assert.Equal((MessageOutcome.Accepted, MessageOutcome.Accepted), (good.Outcome, entry.Outcome));
        var row = _store.Declaration(good);
        Assert.Equal((simplified.DeclarationId, Monday), (row.SupplementsId, row.AcceptedOn));
        Assert.Null(_store.Declaration(simplified).SupplementDueOn);
        Assert.Null(_store.Declaration(other).SupplementDueOn);
        // An entry that was never lodged here: the days that its supplement declares count, each for its line.
        row = _store.Declaration(entry);
        Assert.Equal((null, new DateOnly(2026, 6, 30)), (row.SupplementsId, row.AcceptedOn));
        Assert.Equal([300L, 0L], _store.Declarations.Lines(row).Select(line => line.DutyCents));
    }

    [Fact]
    public async Task A_supplement_to_declarations_of_several_days_says_of_each_line_which()
    {
        var first = await _store.Lodge(OfType(H1("S-1"), 'B'));
        _store.Time.Advance(TimeSpan.FromDays(1));
        var second = await _store.Lodge(OfType(H1("S-2"), 'B'));
        var tuesday = Monday.AddDays(1);

        var undated = await Lodge(ByHand("Y-1", 'Y', [first.Mrn, second.Mrn], [Monday, null], tuesday));
        var dated = await Lodge(ByHand("Y-2", 'Y', [first.Mrn, second.Mrn], [tuesday, Monday], tuesday));

        Assert.Equal([IntakeProblems.SupplementDateMissing], undated.Problems.Select(problem => problem.Code));
        Assert.Equal((MessageOutcome.Accepted, Monday), (dated.Outcome, _store.Declaration(dated).AcceptedOn));
    }

    [Theory]
    [InlineData("20260630", IntakeProblems.SupplementDateOther)]
    [InlineData("20260706", null)]
    public async Task A_date_at_the_shipment_is_that_of_what_is_supplemented(string date, string? code)
    {
        var simplified = await _store.Lodge(OfType(H1("S-1"), 'B'));

        var answer = await _store.Lodge(Supplement(Dated(H1("S-1"), date), simplified.Mrn));

        Assert.Equal(code is null ? [] : [code], answer.Problems.Select(problem => problem.Code));
        if (code is null)
            Assert.Equal(Monday, _store.Declaration(answer).AcceptedOn);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_amendment_of_a_supplement_keeps_its_day()
    {
        var simplified = await _store.Lodge(OfType(H1("S-1"), 'B'));
        var supplement = await _store.Lodge(Supplement(H1("S-1"), simplified.Mrn));
        _store.Time.Advance(TimeSpan.FromDays(3));

        var kept = await Amended(supplement, Dated(H1("S-1"), "20260706"), "COR-1");
        var chosen = await Amended(supplement, Dated(H1("S-1"), "20260630"), "COR-2");

        Assert.Contains(IntakeProblems.SupplementDateOther, chosen);
        Assert.Empty(kept);
        var row = _store.Declaration(supplement);
        Assert.Equal((2, Monday), (row.Version, row.AcceptedOn));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_supplement_with_another_declarant_than_what_it_supplements_is_rejected()
    {
        var simplified = await _store.Lodge(OfType(H1("S-1"), 'B'));
        var other = Changed(H1("S-1"), message => SampleMessages.At(message, "Declarant/ID").Value = "NL001234567");

        var answer = await _store.Lodge(Supplement(other, simplified.Mrn));

        Assert.Equal([IntakeProblems.SupplementDeclarant], answer.Problems.Select(problem => problem.Code));
        Assert.NotNull(_store.Declaration(simplified).SupplementDueOn);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_is_not_yet_presented_or_released_takes_no_supplement_and_keeps_its_control()
    {
        var prelodged = await _store.Lodge(OfType(H1("E-1"), 'E'));
        var held = await _store.Lodge(OfType(Fur("S-1"), 'B'));
        Assert.Equal((DeclarationState.Received, DeclarationState.UnderControl), (prelodged.State, held.State));

        var first = await _store.Lodge(Supplement(H1("E-1"), prelodged.Mrn, "SUP-1"));
        var second = await _store.Lodge(Supplement(H1("S-1"), held.Mrn, "SUP-2"));
        var byHand = await Lodge(ByHand("Y-1", 'Y', [held.Mrn], [Monday]));

        Assert.Equal(
            [IntakeProblems.SupplementNotPresented, IntakeProblems.SupplementNotReleased,
                IntakeProblems.SupplementNotReleased],
            new[] { first, second, byHand }.Select(answer => Assert.Single(answer.Problems).Code));
        Assert.Equal(DeclarationState.UnderControl, _store.Declaration(held).State);
        Assert.Equal(
            [HistoryKind.Accepted, HistoryKind.UnderControl],
            _store.Declarations.History(held.DeclarationId).Select(history => history.Kind));
        Assert.Null(_store.Declaration(held).SupplementDueOn);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task The_term_of_a_supplement_runs_from_release_and_not_from_acceptance()
    {
        var waiting = await _store.Lodge(OfType(H1("S-1"), 'B'));
        // As one that a person had to look at first.
        await _store.Tamper("DELETE FROM declarations_terms; UPDATE declarations_declarations SET state = 3");
        _store.Time.Advance(TimeSpan.FromDays(7));

        var amended = await _store.Lodge(Amendment(OfType(H1("S-1"), 'B'), waiting.Mrn));

        Assert.Equal(DeclarationState.Released, amended.State);
        // Ten days after Monday 13 July 2026.
        Assert.Equal(
            (Monday, new DateOnly(2026, 7, 23)),
            (_store.Declaration(waiting).AcceptedOn, _store.Declaration(waiting).SupplementDueOn));
        var supplement = await _store.Lodge(Supplement(H1("S-1"), waiting.Mrn));
        Assert.Equal(
            (MessageOutcome.Accepted, Monday), (supplement.Outcome, _store.Declaration(supplement).AcceptedOn));
    }

    [Theory]
    // Ten days after the end of July is Monday 10 August 2026.
    [InlineData('C', 0, 2026, 8, 10)]
    // Ten days after the end of September is Saturday 10 October: the Monday after it.
    [InlineData('C', 60, 2026, 10, 12)]
    [InlineData('B', 0, 2026, 7, 16)]
    public async Task A_periodic_supplement_is_due_after_the_end_of_its_month(
        char type, int days, int year, int month, int day)
    {
        _store.Time.Advance(TimeSpan.FromDays(days));

        var lodged = await _store.Lodge(OfType(Authorised("S-1"), type));

        Assert.Empty(lodged.Problems);
        Assert.Equal(new DateOnly(year, month, day), _store.Declaration(lodged).SupplementDueOn);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_an_invalidated_supplement_cleared_is_due_again_and_takes_another_supplement()
    {
        var first = await _store.Lodge(OfType(H1("S-1"), 'B'));
        var second = await _store.Lodge(OfType(H1("S-2"), 'B'));
        var supplement = await Lodge(ByHand("Y-1", 'Y', [first.Mrn, second.Mrn], [null]));
        var asked = await _store.Lodge(Invalidation(supplement.Mrn));

        var act = await _store.Get<IActs>().DecideRequest(asked.RequestId, true, "Agreed", Officer);

        Assert.Equal(DeclarationState.Invalidated, act.State);
        Assert.All([first, second], answer =>
        {
            Assert.Equal(new DateOnly(2026, 7, 16), _store.Declaration(answer).SupplementDueOn);
            var told = _store.Declarations.History(answer.DeclarationId)[^1];
            Assert.Equal((HistoryKind.SupplementDue, "2026-07-16"), (told.Kind, told.Detail));
        });
        var again = await _store.Lodge(Supplement(H1("S-1"), first.Mrn, "SUP-2"));
        Assert.Equal(MessageOutcome.Accepted, again.Outcome);
        // Of what is supplemented a person is told that it is.
        var of = await _store.Lodge(Invalidation(first.Mrn, "INV-2"));
        Assert.Equal(RequestState.Pending, of.RequestState);
        var problem = Assert.Single(of.Problems);
        Assert.Equal(IntakeProblems.InvalidationSupplemented, problem.Code);
        Assert.Equal([first.Mrn.ToString(), again.Mrn.ToString()], problem.Arguments);
    }

    /// <summary>Fur of a protected species: the law demands a control of it.</summary>
    private static byte[] Fur(string lrn) => Changed(H1(lrn), message => CodeOf(message).Value = "430160");

    /// <summary>With an authorisation for regular use, as type C asks.</summary>
    private static byte[] Authorised(string lrn) => Changed(H1(lrn), message =>
        SampleMessages.At(message, "InvoiceAmount").AddAfterSelf(new XElement(
            SampleMessages.Wco + "Authorisation",
            new XElement(SampleMessages.Wco + "ID", "NLSDE0000123"),
            new XElement(SampleMessages.Wco + "Type", "C512"))));

    private static XElement CodeOf(XDocument message) => message.Descendants(SampleMessages.Wco + "Classification")
        .Elements(SampleMessages.Wco + "ID").First();

    /// <summary>Lodges an amendment and grants it if it waits; the codes for which it is refused.</summary>
    private async Task<IReadOnlyList<string>> Amended(MessageAnswer of, byte[] content, string lrn)
    {
        var answer = await _store.Lodge(Amendment(content, of.Mrn, lrn));
        if (answer.RequestState != RequestState.Pending)
            return [.. answer.Problems.Select(problem => problem.Code)];
        var act = await _store.Get<IActs>().DecideRequest(answer.RequestId, true, "Agreed", Officer);
        return [.. act.Problems.Select(problem => problem.Code)];
    }

    private static byte[] Dated(byte[] message, string date) => Changed(message, document =>
        SampleMessages.At(document, "FunctionalReferenceID").AddBeforeSelf(
            new XElement(SampleMessages.Wco + "AcceptanceDateTime", date)));

    [Fact]
    public async Task A_supplement_that_names_more_than_the_bound_is_refused_whole()
    {
        var day = new DateOnly(2026, 7, 6);
        var many = Enumerable.Range(1_000, 401).Select(i => Mrn.ForSequence(day, i)).ToArray();

        var refused = await Lodge(ByHand("Y-1", 'Y', many, [day]));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal(
            (IntakeProblems.SupplementNamesTooMany, "401", "400"),
            (problem.Code, problem.Arguments[0], problem.Arguments[1]));
    }

    /// <summary>Read by hand, so that each line has the day that a test wants.</summary>
    private PreparedMessage ByHand(
        string lrn, char type, Mrn[] named, DateOnly?[] days, DateOnly? received = null)
    {
        var read = new MessageChecker().Check(Parcels.H7(lrn), SampleMessages.LawAfterRelief);
        var from = read.Declaration!;
        var declaration = new Declaration
        {
            DataSet = DataSet.H7,
            Lrn = from.Lrn,
            AdditionalType = type,
            Declarant = from.Declarant,
            Importer = from.Importer,
            Exporter = from.Exporter,
            Ioss = from.Ioss,
            References = [.. named.Select(mrn => new Reference(ReferenceKind.Previous, "NMRN", mrn.ToString()))],
            Lines = [.. days.Select((day, i) => new DeclarationLine
            {
                ItemNumber = i + 1,
                Code = from.Lines[0].Code,
                Description = from.Lines[0].Description,
                Value = from.Lines[0].Value,
                GrossMass = from.Lines[0].GrossMass,
                AdditionalProcedures = from.Lines[0].AdditionalProcedures,
                AcceptanceDate = day,
            })],
        };
        return new PreparedMessage
        {
            Submitter = _store.House,
            ReceivedAt = DutchTime.ToMicroseconds(TestStore.Start),
            ReceivedOn = received ?? Monday,
            Law = LawEdition.BuiltIn.On(received ?? Monday),
            ContentHash = Preparation.HashOf(Parcels.H7(lrn)),
            Raw = Parcels.H7(lrn),
            Waiter = new TaskCompletionSource<MessageAnswer>(TaskCreationOptions.RunContinuationsAsynchronously),
            Checked = new CheckedMessage
            {
                IsReadable = true,
                Kind = MessageKind.NewDeclaration,
                DataSet = DataSet.H7,
                AdditionalType = type,
                LrnText = lrn,
                // The declarant of the simplified declarations.
                DeclarantText = "NL009876543",
                Declaration = declaration,
            },
        };
    }

    private Task<MessageAnswer> Lodge(PreparedMessage message) => _store.Road.Decider.Decide(message);

    private static byte[] H1(string lrn) => Changed(SampleMessages.Utf8(SampleMessages.H1), message =>
    {
        SampleMessages.At(message, "FunctionalReferenceID").Value = lrn;
        var document = message.Descendants(SampleMessages.Wco + "TransportContractDocument")
            .Elements(SampleMessages.Wco + "ID").Single();
        document.Value = "MAEU" + lrn;
    });

    private DayRow Day() => Assert.Single(
        _store.Declarations.Days(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 7)));
}

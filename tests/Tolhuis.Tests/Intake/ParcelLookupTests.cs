// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Dapper;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Intake.Parcels;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;

namespace Tolhuis.Tests.Intake;

/// <summary>A consignee finds his parcel by its number and his postcode, and no one else's.</summary>
public sealed class ParcelLookupTests : IAsyncLifetime
{
    private const string Postcode = "8011 AA";
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("CPA-1", "8011 AA")]
    [InlineData("cp a1", "8011aa")]
    [InlineData(" C-P-A-1 ", "80 11 A.A")]
    public async Task The_number_and_the_postcode_may_be_typed_in_every_way(string number, string postcode)
    {
        await _store.Lodge(Parcels.H7("A-1"));

        Assert.Equal(DeclarationState.Released, Lookup.Find(number, postcode)?.State);
    }

    [Theory]
    [InlineData("CPA-2", "8011 AA")]
    [InlineData("CPA-1", "8011 AB")]
    [InlineData("CPA-1", "")]
    [InlineData("", "8011 AA")]
    [InlineData("8011 AA", "CPA-1")]
    [InlineData("%' OR 1=1 --", "8011 AA")]
    public async Task Whoever_has_not_both_finds_nothing(string number, string postcode)
    {
        await _store.Lodge(Parcels.H7("A-1"));

        Assert.Null(Lookup.Find(number, postcode));
    }

    [Fact]
    public async Task The_number_of_customs_works_too_with_the_postcode_of_the_consignee()
    {
        var lodged = await _store.Lodge(Parcels.H7("A-1"));

        Assert.NotNull(Lookup.Find(lodged.Mrn.ToString(), Postcode));
        Assert.Null(Lookup.Find(lodged.Mrn.ToString(), "8011 AB"));
    }

    [Fact]
    public async Task Amounts_are_told_once_it_is_released_and_a_control_as_such()
    {
        await _store.Lodge(Parcels.H7("A-1"));
        await _store.Lodge(Parcels.Restricted("A-2"));
        await _store.Lodge(Prelodged("A-3"));

        var (released, held, waiting) = (
            Lookup.Find("CPA-1", Postcode)!, Lookup.Find("CPA-2", Postcode)!, Lookup.Find("CPA-3", Postcode)!);

        // A cotton T-shirt of EUR 12.95 after 1 July 2026, sold with VAT through the IOSS: the flat duty is left.
        Assert.Equal(new ParcelAmounts(1_295, 300, 0, IsFlatDuty: true, RepaymentYears: 3), released.Amounts);
        Assert.True(released.IsVatPaidToShop);
        Assert.Equal((DeclarationState.UnderControl, true), (held.State, held.IsControlTold));
        Assert.Null(held.Amounts);
        Assert.Equal(DeclarationState.Received, waiting.State);
        Assert.NotNull(waiting.LapsesOn);
    }

    [Fact]
    public async Task A_rejected_attempt_is_not_the_parcel()
    {
        await _store.Lodge(Parcels.Rejected("A-1"));
        Assert.Null(Lookup.Find("CPA-1", Postcode));

        await _store.Lodge(Parcels.H7("A-1"));

        Assert.NotNull(Lookup.Find("CPA-1", Postcode));
    }

    [Fact]
    public async Task Parcels_are_found_in_segments_and_after_them()
    {
        await _store.Decide(Parcels.Zip(Parcels.Many(25)));

        Assert.Equal(3, await MakeSegments(8));

        Assert.All(Enumerable.Range(1, 25), i => Assert.NotNull(Lookup.Find($"CPM-{i:D5}", Postcode)));
        Assert.Null(Lookup.Find("CPM-00026", Postcode));
        Assert.Equal(3, _store.Scalar<long>("SELECT count(*) FROM declarations_parcel_segments"));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task A_parcel_whose_number_was_amended_is_found_by_its_new_number_only()
    {
        var lodged = await _store.Lodge(Prelodged("A-1"));
        await _store.Lodge(Parcels.H7("A-2"));
        Assert.Equal(1, await MakeSegments(2));

        await _store.Lodge(Amendment(
            Parcels.H7(Parcels.Numbered("A-1") with { TransportDocument = "NEW-9" }), lodged.Mrn));

        Assert.Null(Lookup.Find("CPA-1", Postcode));
        Assert.Equal(DeclarationState.Received, Lookup.Find("NEW-9", Postcode)?.State);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task Presenting_the_goods_leaves_the_key_where_it_is()
    {
        var lodged = await _store.Lodge(Prelodged("A-1"));

        await _store.Lodge(Presentation(lodged.Mrn));

        Assert.Equal(0, _store.Scalar<long>("SELECT count(*) FROM declarations_parcel_moved"));
        Assert.Equal(DeclarationState.Released, Lookup.Find("CPA-1", Postcode)?.State);
    }

    [Fact]
    public async Task A_store_without_declarations_has_nothing_to_put_in_order()
    {
        Assert.Equal(0, await MakeSegments(8));
        Assert.Null(Lookup.Find("CPA-1", Postcode));
    }

    [Fact]
    public async Task A_parcel_of_the_term_is_found_however_many_came_after_it()
    {
        await _store.Decide(Parcels.Zip(Parcels.Many(8)));
        await MakeSegments(8);
        await _store.Tamper(
            """
            WITH RECURSIVE later(id) AS (SELECT 1000 UNION ALL SELECT id + 1 FROM later WHERE id < 6000)
            INSERT INTO declarations_parcel_segments SELECT id, id, zeroblob(16) FROM later
            """);

        Assert.NotNull(Lookup.Find("CPM-00001", Postcode));
    }

    [Fact]
    public async Task What_is_older_than_the_term_is_forgotten()
    {
        await _store.Decide(Parcels.Zip(Parcels.Many(9)));
        await MakeSegments(4);
        _store.Time.Advance(TimeSpan.FromDays(91));
        await _store.Lodge(Parcels.H7("LATER-1"));

        await MakeSegments(1);

        Assert.Null(Lookup.Find("CPM-00001", Postcode));
        Assert.NotNull(Lookup.Find("CPLATER-1", Postcode));
        Assert.Equal(1, _store.Scalar<long>("SELECT count(*) FROM declarations_parcel_segments"));
        Assert.Empty(_store.Verify());
    }

    [Theory]
    [InlineData("UPDATE declarations_parcel_segments SET keys = zeroblob(length(keys)) WHERE first_id = 1")]
    [InlineData("UPDATE declarations_parcel_segments SET keys = substr(keys, 17) WHERE first_id = 1")]
    [InlineData("UPDATE declarations_parcel_segments SET keys = substr(keys, 2) WHERE first_id = 1")]
    [InlineData("UPDATE declarations_parcel_segments SET keys = CAST(substr(keys, 17) || substr(keys, 1, 16) AS BLOB)")]
    [InlineData("UPDATE declarations_declarations SET parcel_key = 7 WHERE id = 2")]
    [InlineData("DELETE FROM declarations_parcel_segments WHERE first_id = 5")]
    public async Task Verify_finds_a_segment_that_is_not_what_the_rows_say(string sql)
    {
        await _store.Decide(Parcels.Zip(Parcels.Many(12)));
        await MakeSegments(4);
        Assert.DoesNotContain(_store.Verify(replay: 0), fault => fault.Promise == "parcels");

        await _store.Tamper(sql);

        Assert.Contains(_store.Verify(replay: 0), fault => fault.Promise == "parcels");
    }

    [Fact]
    public void A_segment_finds_every_key_and_no_other()
    {
        var random = new Random(5);
        var pairs = Enumerable.Range(1, 3_000).Select(id => (
            Key: id % 3 == 0 ? id % 50 : random.NextInt64(), Id: (long)id)).ToList();
        var expected = pairs.ToLookup(pair => pair.Key, pair => pair.Id);
        var bytes = ParcelSegment.Write(pairs);

        foreach (var key in expected.Select(group => group.Key).Append(51).Append(long.MaxValue))
        {
            var found = new List<long>();
            ParcelSegment.Find(pairs.Count, key, (at, into) => bytes.AsSpan((int)at, into.Length).CopyTo(into), found);
            Assert.Equal(expected[key].Order(), found);
        }
    }

    [Fact]
    public void A_key_is_made_of_letters_and_digits_of_both_and_tells_neither()
    {
        Assert.Equal(ParcelKey.Of("cp 1-2", "12 34ab"), ParcelKey.Of("CP12", "1234AB"));
        Assert.NotEqual(ParcelKey.Of("CP1", "21234AB"), ParcelKey.Of("CP12", "1234AB"));
        Assert.Null(ParcelKey.Of("---", "1234AB"));
        Assert.Null(ParcelKey.Of("CP1", new string('1', ParcelKey.MaxLength + 1)));
        Assert.True(ParcelKey.Of("CP12", "1234AB") >= 0);
    }

    private IParcels Lookup => _store.Get<IParcels>();

    private async Task<int> MakeSegments(int span)
    {
        var before = _store.Scalar<long>("SELECT count(*) FROM declarations_parcel_segments");
        while (await _store.Get<ParcelSegments>().Step(span))
        {
        }

        return (int)(_store.Scalar<long>("SELECT count(*) FROM declarations_parcel_segments") - before);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;
using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tests.Declarations;
using Xunit;
using static Tolhuis.Tests.Intake.LifeMessages;

namespace Tolhuis.Tests.Intake;

/// <summary>A message stays written in the version it was written in, whatever is agreed later.</summary>
public sealed class MessageVersionTests : IAsyncLifetime
{
    private const string OutsideColumn = "declarations.element.not-in-column";
    private static readonly Eori Declarant = Eori.TryParse("NL001234567", out var eori, out _) ? eori : default;
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Open(demo: true);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_was_pre_lodged_in_version_7_is_presented_in_it_after_the_agreement_changed()
    {
        await Agree(7, new DateOnly(2026, 7, 1));
        var lodged = await _store.Lodge(OfType(WithIdentifiers("V-1"), 'D'));
        Assert.Empty(lodged.Problems);
        _store.Time.Advance(TimeSpan.FromDays(1));
        await Agree(6, new DateOnly(2026, 7, 7));

        var notice = await _store.Lodge(Presentation(lodged.Mrn));

        // In version 6 the identifiers would stand outside the column.
        Assert.Empty(notice.Problems);
        Assert.Equal((7, RequestState.Granted), (_store.Declaration(lodged).MessageVersion, notice.RequestState));
        Assert.NotEmpty(_store.Get<ICalculations>().Of(_store.Declaration(lodged)));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_amendment_is_read_in_the_version_agreed_when_it_came()
    {
        await Agree(7, new DateOnly(2026, 7, 1));
        var lodged = await _store.Lodge(OfType(WithIdentifiers("V-1"), 'D'));
        _store.Time.Advance(TimeSpan.FromDays(1));
        await Agree(6, new DateOnly(2026, 7, 7));

        var first = await _store.Lodge(Amendment(WithIdentifiers("V-1"), lodged.Mrn));
        await Agree(7, new DateOnly(2026, 7, 7));
        var second = await _store.Lodge(Amendment(WithIdentifiers("V-1"), lodged.Mrn, "COR-2"));

        Assert.Equal((RequestState.Granted, RequestState.Granted), (first.RequestState, second.RequestState));
        Assert.Equal([OutsideColumn], first.Problems.Select(problem => problem.Code).Distinct());
        Assert.Empty(second.Problems);
        Assert.Equal(
            [7, 6, 7], _store.Declarations.Versions(lodged.DeclarationId).Select(version => version.MessageVersion));
        Assert.Equal([6, 7], _store.Declarations.Requests(lodged.DeclarationId).Select(one => one.MessageVersion));
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task What_a_person_grants_is_read_in_the_version_that_was_agreed_when_it_came()
    {
        await Agree(7, new DateOnly(2026, 7, 1));
        var lodged = await _store.Lodge(WithIdentifiers("V-1"));
        var asked = await _store.Lodge(Amendment(WithIdentifiers("V-1"), lodged.Mrn));
        Assert.Equal(RequestState.Pending, asked.RequestState);
        await Agree(6, new DateOnly(2026, 7, 1));

        var done = await _store.Get<IActs>().DecideRequest(asked.RequestId, true, "", Actor.System);

        Assert.True(done.IsDone);
        Assert.Equal(7, _store.Declaration(lodged).MessageVersion);
        Assert.Empty(_store.Verify());
    }

    [Fact]
    public async Task An_agreement_of_another_process_counts_within_two_seconds()
    {
        var before = await _store.Lodge(WithIdentifiers("V-1"));
        await _store.Tamper(
            "INSERT INTO clients_message_versions (eori, version, valid_from, recorded_at) "
            + "VALUES ('NL001234567', 7, '2026-07-01', 1)");
        _store.Time.Advance(TimeSpan.FromSeconds(1));
        var early = await _store.Lodge(WithIdentifiers("V-2"));
        _store.Time.Advance(TimeSpan.FromSeconds(1));

        var after = await _store.Lodge(WithIdentifiers("V-3"));

        Assert.Equal([6, 6, 7], new[] { before, early, after }.Select(one => _store.Declaration(one).MessageVersion));
        Assert.Empty(_store.Verify());
    }

    private Task Agree(int version, DateOnly from) => _store.Get<IAgreeVersions>().Agree(
        new VersionAgreement(Declarant, version, from), Actor.System, DutchTime.ToMicroseconds(_store.Time.GetUtcNow()));

    private static byte[] WithIdentifiers(string lrn) => Changed(Parcels.H7(lrn), message =>
        SampleMessages.At(message, "GoodsShipment/GovernmentAgencyGoodsItem/Commodity").Add(new XElement(
            SampleMessages.Wco + "ProductIdentifier",
            new XElement(SampleMessages.Wco + "MerchantID", "SKU-1"),
            new XElement(SampleMessages.Wco + "ManufacturerID", "PART-1"))));
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;
using Tolhuis.Tests.Intake;
using Xunit;

namespace Tolhuis.Tests.Clients;

public sealed class PartyRegisterTests : IAsyncLifetime
{
    private TestStore _store = null!;

    private IParties Parties => _store.Get<IParties>();

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_party_first_met_in_a_declaration_is_known_from_then_on_and_not_verified()
    {
        var answer = await _store.Lodge(Parcels.H7("A-1"));

        var party = Parties.Find(Number("NL001234567"))!;
        Assert.Equal((PartyKind.Unknown, false), (party.Kind, party.IsVerified));
        Assert.Equal(party.Id, _store.Declaration(answer).DeclarantId);
        Assert.Equal(party, Parties.Find(party.Id));
    }

    [Fact]
    public async Task Registering_a_met_party_keeps_its_number_and_makes_it_verified()
    {
        await _store.Lodge(Parcels.H7("A-1"));
        var met = Parties.Find(Number("NL001234567"))!;

        Assert.Equal(0, await Register("NL001234567", "Snelpost BV"));

        Assert.Equal(
            met with { Name = "Snelpost BV", Kind = PartyKind.PostalOperator, IsVerified = true },
            Parties.Find(met.Eori));
    }

    [Fact]
    public async Task The_register_is_the_same_after_a_restart()
    {
        Assert.Equal(1, await Register("NL007654321", new string('x', 200)));
        var before = Parties.Find(Number("NL007654321"));

        await _store.Restart();

        Assert.Equal(before, Parties.Find(Number("NL007654321")));
        Assert.Equal(70, before!.Name.Length);
        await _store.Lodge(Parcels.H7("A-1"));
        Assert.Equal(2, Parties.All.Select(party => party.Id).Distinct().Count());
    }

    [Fact]
    public async Task One_number_named_twice_in_one_registration_is_one_party()
    {
        var added = await Parties.Register(
            [
                (Number("NL007654321"), "First", PartyKind.Importer),
                (Number("NL007654321"), "Second", PartyKind.Importer),
            ],
            1);

        Assert.Equal((1, "Second"), (Parties.All.Count, Parties.All.Single().Name));
        Assert.Equal(1, added);
    }

    private Task<int> Register(string eori, string name) =>
        Parties.Register([(Number(eori), name, PartyKind.PostalOperator)], 1);

    private static Eori Number(string text) => Eori.TryParse(text.AsSpan(), out var eori, out _)
        ? eori
        : throw new InvalidOperationException($"{text} is no EORI number.");
}

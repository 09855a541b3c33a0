// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tests.Intake;
using Xunit;
using static Tolhuis.Tests.Intake.Parcels;

namespace Tolhuis.Tests.Clients;

/// <summary>What is met, what is confirmed, and that memory never knows more than the disk.</summary>
public sealed class PartyRegisterTests : IAsyncLifetime
{
    private static readonly Eori Declarant = Number("NL001234567");
    private TestStore _store = null!;

    private IMeetParties Parties => _store.Get<IMeetParties>();

    public async ValueTask InitializeAsync() => _store = await TestStore.Open();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_party_met_in_a_declaration_is_unverified_until_the_register_knows_it()
    {
        var row = _store.Declaration(await _store.Lodge(H7("A-1")));
        var met = Parties.Find(Declarant)!;
        Assert.Equal((row.DeclarantId, PartyKind.Unknown, false), (met.Id, met.Kind, met.IsVerified));

        var added = await Parties.Register([(Declarant, "Snelpost BV", PartyKind.PostalOperator)], 1);

        Assert.Equal(0, added);
        await _store.Restart();
        var known = Parties.Find(row.DeclarantId)!;
        Assert.Equal(("Snelpost BV", PartyKind.PostalOperator, true), (known.Name, known.Kind, known.IsVerified));
        Assert.Equal(row.DeclarantId, _store.Declaration(await _store.Lodge(H7("A-2"))).DeclarantId);
        Assert.Single(Parties.All);
    }

    [Fact]
    public async Task The_same_number_twice_in_one_list_is_one_party_and_the_last_name_counts()
    {
        var added = await Parties.Register(
            [(Declarant, "First BV", PartyKind.Importer), (Declarant, "Second BV", PartyKind.CustomsAgent)], 1);

        Assert.Equal(1, added);
        Assert.Equal("Second BV", Assert.Single(Parties.All).Name);
        await _store.Restart();
        Assert.Equal("Second BV", Assert.Single(Parties.All).Name);
    }

    [Fact]
    public async Task A_registration_that_is_not_kept_leaves_no_party_in_memory()
    {
        IReadOnlyCollection<(Eori, string, PartyKind)> parties = new FailingList(Declarant);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Parties.Register(parties, 1));

        Assert.Null(Parties.Find(Declarant));
        Assert.Equal(0, _store.Scalar<long>("SELECT count(*) FROM clients_parties"));
        Assert.NotEqual(0, _store.Declaration(await _store.Lodge(H7("A-1"))).DeclarantId);
    }

    [Fact]
    public async Task A_party_that_was_registered_a_moment_ago_is_met_as_it_stands()
    {
        await _store.Tamper("INSERT INTO clients_parties VALUES (77, 'NL001234567', 'Snelpost BV', 2, 1, 1)");

        var met = await _store.Store.Write((connection, transaction) =>
            Parties.Meet(Declarant, "Other", connection, transaction, 1));

        Assert.Equal(new RegisteredParty(77, Declarant, "Snelpost BV", PartyKind.PostalOperator, true), met);
    }

    [Fact]
    public async Task A_name_is_kept_to_its_first_seventy_characters()
    {
        await Parties.Register([(Declarant, new string('x', 200), PartyKind.Importer)], 1);

        Assert.Equal(70, Parties.Find(Declarant)!.Name.Length);
    }

    private static Eori Number(string text)
    {
        Assert.True(Eori.TryParse(text.AsSpan(), out var eori, out _));
        return eori;
    }

    /// <summary>Fails after its first party, as a disk would in the middle of the transaction.</summary>
    private sealed class FailingList(Eori eori) : IReadOnlyCollection<(Eori, string, PartyKind)>
    {
        public int Count => 2;

        public IEnumerator<(Eori, string, PartyKind)> GetEnumerator()
        {
            yield return (eori, "Snelpost BV", PartyKind.Importer);
            throw new InvalidOperationException("planted");
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Kernel;
using Tolhuis.Simulator;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// Under whom simulated traffic is lodged: the house, which carries in what it is given, and for two declarants they
/// themselves, so that one can sign in as one of them and see his own.
/// </summary>
internal sealed class TrafficSenders(Submitter house)
{
    /// <summary>Neither the largest importer nor one with hardly a declaration a day.</summary>
    private const int RankOfImporter = 7;

    private readonly Dictionary<string, Submitter> _byDeclarant = new(StringComparer.Ordinal);

    public Submitter For(string declarantEori) => _byDeclarant.GetValueOrDefault(declarantEori, house);

    /// <summary>
    /// The accounts of a demo: the largest declarant of the simulation and a small importer. Made once; a second demo
    /// on the same store finds them.
    /// </summary>
    public async Task AddTraders(IPeople people, TrafficSimulator simulator)
    {
        (string SignInName, string Name, SimulatedParty Party)[] traders =
        [
            ("demo.trader", "Mirjam Zandstra", simulator.Parties[0]),
            ("demo.importer", "Koen Brouwer",
                simulator.Parties.Where(party => party.Kind == "trader").Skip(RankOfImporter).First()),
        ];
        foreach (var (signInName, name, party) in traders)
        {
            if (!Eori.TryParse(party.Eori.AsSpan(), out var eori, out _))
                continue;
            var (made, _) = await people.CreateTrader(
                signInName, name, password: null, party.Name, eori, [eori], Actor.System);
            var person = made ?? people.DemoAccounts(isLoopback: true)
                .FirstOrDefault(account => account.SignInName == signInName);
            if (person is not null && people.SubmitterOf(person) is { } submitter)
                _byDeclarant[party.Eori] = submitter;
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Web.Declarations;

/// <summary>Names of parties for the lists of one page.</summary>
public sealed class PartyNames(IParties parties, ITokens tokens)
{
    /// <summary>Name and EORI of a declarant; empty for a number that is nobody.</summary>
    public (string Name, string Eori) Declarant(long id) =>
        parties.Find(id) is { } party ? (party.Name, party.Eori.ToString()) : ("", "");

    /// <summary>The party that a searched text names by its EORI number; null if it names none.</summary>
    public long? DeclarantOf(string search)
    {
        var compact = search.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return Eori.TryParse(compact, out var eori, out _) ? parties.Find(eori)?.Id : null;
    }

    /// <summary>Who came with that token; the house for 0.</summary>
    public string Submitter(long tokenId) => tokens.Find(tokenId)?.Name ?? "";
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;
using Tolhuis.Web.Platform;

namespace Tolhuis.Web.Declarations;

/// <summary>Names of parties for the lists of one page.</summary>
public sealed class PartyNames(IParties parties, ITokens tokens, Language language)
{
    /// <summary>
    /// What to call a declarant, and his EORI number beside it. One without a name is called by his number, which is
    /// then not said twice; a number that is nobody has words.
    /// </summary>
    public (string Name, string Eori) Declarant(long id)
    {
        var party = parties.Find(id);
        var eori = party?.Eori.ToString() ?? "";
        return party is { Name.Length: > 0 } ? (party.Name, eori)
            : eori.Length > 0 ? (eori, "")
            : (language[DossierTexts.NoDeclarant], "");
    }

    /// <summary>The party that a searched text names by its EORI number; null if it names none.</summary>
    public long? DeclarantOf(string search)
    {
        var compact = search.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return Eori.TryParse(compact, out var eori, out _) ? parties.Find(eori)?.Id : null;
    }

    /// <summary>Who came with that token; the house for 0.</summary>
    public string Submitter(long tokenId) => tokens.Find(tokenId)?.Name ?? "";
}

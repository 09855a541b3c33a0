// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Access.Contract;

/// <summary>What a token may be used for. A set of flags, kept as its number.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,

    /// <summary>Lodge declarations and messages about them.</summary>
    Lodge = 1,

    /// <summary>Read the state of own declarations and collect notifications.</summary>
    Read = 2,

    All = Lodge | Read,
}

/// <summary>
/// Leave to act for one declarant during a period of civil dates (Union Customs Code, Art. 19: a representative must be
/// able to show his empowerment). Without declarant it covers everyone: for house use only.
/// </summary>
public sealed record Mandate(Eori? Declarant, Period Validity)
{
    public bool Covers(Eori declarant, DateOnly on) =>
        (Declarant is not { } named || named == declarant) && Validity.Contains(on);
}

/// <summary>
/// The party behind a technical connection, often a software supplier or representative. He lodges for the declarants
/// that his mandates name and for no one else.
/// </summary>
/// <param name="Id">Ascending number of the submitter; part of every idempotency key.</param>
/// <param name="TokenId">The token by which he came; 0 for a submitter inside the house.</param>
public sealed record Submitter(
    long Id, string Name, Eori? Eori, IReadOnlyList<Mandate> Mandates, TokenScopes Scopes, long TokenId)
{
    /// <summary>
    /// True for the house itself: it carries in what others gave it, so numbers stay those of each declarant.
    /// </summary>
    public bool IsHouse => TokenId == 0;

    /// <summary>
    /// True if one of the mandates covers the declarant on that civil date. Checked before idempotency.
    /// </summary>
    public bool MayLodgeFor(Eori declarant, DateOnly on)
    {
        foreach (var mandate in Mandates)
        {
            if (mandate.Covers(declarant, on))
                return true;
        }

        return false;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Tolhuis.Kernel;

namespace Tolhuis.Clients.Contract;

/// <summary>What a party is to customs. Numbers are stored and never change.</summary>
public enum PartyKind : byte
{
    Unknown = 0,
    EcommerceDeclarant = 1,
    PostalOperator = 2,
    Importer = 3,
    CustomsAgent = 4,
}

/// <summary>A party of the register.</summary>
/// <param name="Id">Own ascending number; 0 is nobody.</param>
/// <param name="IsVerified">False if the EORI was met in a declaration and the register has not confirmed it.</param>
public sealed record RegisteredParty(long Id, Eori Eori, string Name, PartyKind Kind, bool IsVerified);

/// <summary>The register of parties (EORI). Kept whole in memory: it is asked for every declaration.</summary>
public interface IParties
{
    RegisteredParty? Find(Eori eori);

    RegisteredParty? Find(long id);

    IReadOnlyCollection<RegisteredParty> All { get; }

    /// <summary>
    /// Adds parties to the register or confirms those that were met before; returns how many were new.
    /// </summary>
    Task<int> Register(IReadOnlyCollection<(Eori Eori, string Name, PartyKind Kind)> parties, long recordedAt);
}

/// <summary>
/// The register for the decider: the only writer that meets unknown parties, inside its own transaction.
/// </summary>
public interface IMeetParties : IParties
{
    /// <summary>
    /// A party first met in a declaration, written in the decider's own transaction; null once the register is full.
    /// The
    /// caller confirms it after the commit, and asks again for the same EORI inside one batch by its own memory.
    /// </summary>
    RegisteredParty? Meet(Eori eori, string name, DbConnection connection, DbTransaction? transaction, long metAt);

    /// <summary>The party is on disk.</summary>
    void Confirm(RegisteredParty party);
}

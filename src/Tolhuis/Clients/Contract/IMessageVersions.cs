// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Access.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Clients.Contract;

/// <summary>
/// Which version of the message model a declarant sends: old and new stand side by side while a change-over lasts, and
/// each declarant moves on a day of his own. For all threads; answers from memory.
/// </summary>
public interface IMessageVersions
{
    /// <summary>False as long as nothing is agreed with anyone, so that nobody need ask.</summary>
    bool HasAny { get; }

    /// <summary>
    /// Major version of the EUCDM agreed with a declarant for a day; null where nothing is agreed, so that the version
    /// of the law of that day holds for him.
    /// </summary>
    int? AgreedWith(Eori declarant, DateOnly day);
}

/// <summary>One agreement: from that day on the declarant sends that version.</summary>
public sealed record VersionAgreement(Eori Declarant, int Version, DateOnly From);

/// <summary>The agreements with declarants on message versions, for those who make them.</summary>
public interface IAgreeVersions : IMessageVersions
{
    /// <summary>All agreements that were made, by declarant and day.</summary>
    IReadOnlyList<VersionAgreement> All { get; }

    /// <summary>
    /// Agrees a version with a declarant, in one transaction with its record in the audit trail. An agreement for a day
    /// that has one takes its place.
    /// </summary>
    Task Agree(VersionAgreement agreement, Actor by, long recordedAt);
}

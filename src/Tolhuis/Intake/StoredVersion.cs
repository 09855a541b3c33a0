// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Clients.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake;

/// <summary>The version that a stored message was read as, whatever is agreed with its declarant by now.</summary>
internal sealed class StoredVersion(int version) : IMessageVersions
{
    public bool HasAny => true;

    public int? AgreedWith(Eori declarant, DateOnly day) => version;
}

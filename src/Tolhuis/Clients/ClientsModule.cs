// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Clients.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Clients;

/// <summary>Door of the module for the host.</summary>
public static class ClientsModule
{
    /// <summary>Reads the register into memory.</summary>
    public static PartyRegister Open(IConnections connections) => new(connections);
}

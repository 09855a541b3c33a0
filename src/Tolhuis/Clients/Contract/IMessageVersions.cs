// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Clients.Contract;

/// <summary>
/// Which version of the message model a declarant sends: old and new stand side by side while a change-over lasts, and
/// each declarant moves on a day of his own. For all threads; answers from memory.
/// </summary>
public interface IMessageVersions
{
    /// <summary>
    /// Major version of the EUCDM agreed with a declarant for a day; null where nothing is agreed, so that the version
    /// of the law of that day holds for him.
    /// </summary>
    int? AgreedWith(Eori declarant, DateOnly day);
}

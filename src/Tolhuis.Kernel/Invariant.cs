// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Kernel;

/// <summary>A promise of the program itself is broken: the unit of work stops and nothing of it is saved.</summary>
public sealed class InvariantException(string message) : Exception(message);

/// <summary>Checks that stay on in production.</summary>
public static class Invariant
{
    /// <summary>
    /// Throws <see cref="InvariantException"/> with the promise that did not hold; it names no personal data.
    /// </summary>
    public static void Holds(bool condition, string promise)
    {
        if (!condition)
            throw new InvariantException(promise);
    }
}

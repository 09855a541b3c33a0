// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Tolhuis.Cli.Simulate;

/// <summary>The demo with its pages.</summary>
internal static class DemoServer
{
    public static Task<int> Run(DemoRequest request, CancellationToken stop) => Task.FromResult(2);
}

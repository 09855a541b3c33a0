// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.SystemTests.Platform;
using Xunit;

namespace Tolhuis.SystemTests.Api;

/// <summary>A server of its own for each test, and one caller with a token for his own declarations.</summary>
public abstract class ApiTest : IAsyncLifetime
{
    private protected RunningTolhuis Running { get; private set; } = null!;

    private protected HttpClient Caller { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Running = await RunningTolhuis.Start();
        Caller = await Running.Caller();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Caller.Dispose();
        await Running.DisposeAsync();
    }
}

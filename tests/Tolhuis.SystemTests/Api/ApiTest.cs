// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Hashing;
using System.Text;
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

/// <summary>A server for all tests of one class.</summary>
public sealed class SharedTolhuis : IAsyncLifetime
{
    private RunningTolhuis _running = null!;

    internal RunningTolhuis Running => _running;

    public async ValueTask InitializeAsync() => _running = await RunningTolhuis.Start();

    public ValueTask DisposeAsync() => _running.DisposeAsync();
}

/// <summary>
/// The server of the class, and for each test a submitter of its own: what another test lodged is not in his lists.
/// For tests that leave the doors of the server as they are; its clock may go on by minutes, never to another day.
/// </summary>
public abstract class SharedApiTest(SharedTolhuis shared) : IClassFixture<SharedTolhuis>, IAsyncLifetime
{
    private protected RunningTolhuis Running => shared.Running;

    private protected HttpClient Caller { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Caller = await Running.Caller("Poldersoft " + Lrn(0));

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Caller.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A reference number that no other test uses, and this one in every run: so is what the sample draws.
    /// </summary>
    private protected static string Lrn(int number)
    {
        var name = Encoding.UTF8.GetBytes(TestContext.Current.Test!.TestDisplayName);
        return $"{XxHash64.HashToUInt64(name) % 100_000_000:D8}-{number:D4}";
    }
}

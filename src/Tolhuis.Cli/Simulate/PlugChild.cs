// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Tolhuis.Cli.Simulate;

/// <summary>
/// This program once more, as <c>tolhuis serve</c> on a store of its own: a real process on a real port, so that a kill
/// is a real kill.
/// </summary>
internal sealed class PlugChild : IDisposable
{
    private const long MaxArchiveBytes = 200L << 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private readonly Process _process;

    private PlugChild(Process process, HttpClient client)
    {
        _process = process;
        Client = client;
    }

    /// <summary>Speaks to the child as a submitter.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts the child and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended before it answered.</exception>
    public static async Task<PlugChild> Start(string store, string token, CancellationToken stop)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(
            Host(),
            [
                typeof(PlugChild).Assembly.Location, "serve", "--store", store, "--urls", address, "--archive-bound",
                MaxArchiveBytes.ToString(CultureInfo.InvariantCulture),
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        // What it says is of no use here, but a full pipe would stop it.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var child = new PlugChild(process, client);
        try
        {
            await child.Answers(stop);
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: it gets no chance to end well.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task Answers(CancellationToken stop)
    {
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture, $"The program ended with {_process.ExitCode} before it answered."));
            }

            try
            {
                using var answer = await Client.GetAsync(new Uri("/v1/health", UriKind.Relative), stop);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(BetweenLooks, stop);
        }
    }

    // The program runs as a library of the host `dotnet`; under another host (a test) that one is asked by name.
    private static string Host() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

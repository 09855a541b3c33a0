// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Text.Json;
using Tolhuis.Cli.Access;
using Tolhuis.Cli.Platform;
using Tolhuis.Platform;
using Xunit;

namespace Tolhuis.Tests.Access;

/// <summary>The commands write to the console of the process, so they are tried one after another.</summary>
[Collection("console")]
public sealed class AccessCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-commands-").FullName;

    private string StorePath => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_token_is_made_listed_without_its_secret_and_revoked_once()
    {
        Store.Open(StorePath, TimeProvider.System).Dispose();

        var (made, output) = await Run(
            "tokens", "create", "--submitter", "Snelpost BV", "--eori", "NL001234567", "--mandate", "DE1", "FR2",
            "--json");
        var secret = JsonDocument.Parse(output).RootElement.GetProperty("token").GetString()!;
        var (_, list) = await Run("tokens", "list", "--json");
        var (revoked, _) = await Run("tokens", "revoke", "1");
        var (again, _) = await Run("tokens", "revoke", "1");

        Assert.Equal(ExitCode.Done, made);
        Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
        Assert.Contains("[\"NL001234567\",\"DE1\",\"FR2\"]", list, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, revoked);
        Assert.Equal(ExitCode.Usage, again);
    }

    [Fact]
    public async Task A_token_for_no_one_is_refused_and_so_is_a_place_that_is_no_store()
    {
        var (missing, _) = await Run("tokens", "list");
        Store.Open(StorePath, TimeProvider.System).Dispose();
        var (refused, _) = await Run("tokens", "create", "--submitter", "Snelpost BV");

        Assert.Equal(ExitCode.Usage, missing);
        Assert.Equal(ExitCode.Usage, refused);
    }

    [Fact]
    public async Task Keys_are_listed_and_followed_up_without_showing_a_secret_also_while_a_server_runs()
    {
        using var store = Store.Open(StorePath, TimeProvider.System);

        var (_, commitment) = await Run("keys", "commitment", "2026-07-01");
        var (_, rotated) = await Run("keys", "rotate", "draw", "--json");
        var (_, list) = await Run("keys", "list", "--json");
        var (_, same) = await Run("keys", "commitment", "2026-07-01");

        Assert.Equal(64, commitment.Trim().Length);
        Assert.Equal(commitment, same);
        Assert.Contains("\"id\":\"draw-2\"", rotated, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(list).RootElement.GetArrayLength());
        foreach (var file in Directory.GetFiles(StorePath + ".keys", "*.key"))
        {
            var secret = JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))
                .RootElement.GetProperty("SecretBase64").GetString()!;
            Assert.DoesNotContain(secret, list + rotated, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_date_that_is_none_is_refused()
    {
        Store.Open(StorePath, TimeProvider.System).Dispose();

        Assert.Equal(ExitCode.Usage, (await Run("keys", "commitment", "1 juli")).Code);
    }

    private async Task<(int Code, string Output)> Run(params string[] args)
    {
        var (console, output) = (Console.Out, new StringWriter());
        Console.SetOut(output);
        try
        {
            var root = new RootCommand { KeysCommand.Create(), TokensCommand.Create() };
            return (await Entry.Run(root, [.. args, "--store", StorePath]), output.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.CommandLine;
using System.Text.Json;
using Tolhuis.Access.Contract;
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
    public async Task A_trader_gets_a_code_that_works_once_and_loses_his_account_once()
    {
        await using (var opened = await OpenedStore.Open(StorePath, TimeProvider.System))
        {
            var people = opened.Get<IPeople>();
            var token = await people.IssueFirstToken();
            await people.CreateFirst(token!, "lotte", "Lotte Smeets", "paard fiets lantaarn", "");
        }

        string[] trader =
        [
            "people", "trader", "--name", "Ilse Vos", "--sign-in-name", "ilse", "--company", "Vos Handel BV",
            "--eori", "nl 001234567", "--mandate", "DE1", "--json",
        ];
        var (made, output) = await Run(trader);
        var (taken, _) = await Run(trader);
        var (wrong, _) = await Run("people", "trader", "--name", "A", "--sign-in-name", "anne", "--eori", "1");
        var first = JsonDocument.Parse(output).RootElement.GetProperty("code").GetString()!;
        var (renewed, code) = await Run("people", "code", "ilse");
        var (unknown, _) = await Run("people", "code", "lotte");
        await using (var opened = await OpenedStore.Open(StorePath, TimeProvider.System))
        {
            const string Chosen = "paard fiets lantaarn";
            Assert.Null((await opened.Get<IPeople>().ChoosePassword("ilse", first, Chosen, "")).Session);
            var (session, _) = await opened.Get<IPeople>().ChoosePassword("ilse", code.Trim(), Chosen, "");
            var submitter = opened.Get<IPeople>().SubmitterOf(session!.Person)!;
            Assert.Equal(["NL001234567", "DE1"], submitter.Mandates.Select(m => m.Declarant.ToString()!));
        }

        var (ended, _) = await Run("people", "revoke", "ilse");
        var (again, _) = await Run("people", "revoke", "ilse");

        Assert.Equal(
            [
                ExitCode.Done, ExitCode.Usage, ExitCode.Usage, ExitCode.Done, ExitCode.Usage, ExitCode.Done,
                ExitCode.Usage,
            ],
            new[] { made, taken, wrong, renewed, unknown, ended, again });
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
            var root = new RootCommand { KeysCommand.Create(), TokensCommand.Create(), PeopleCommand.Create() };
            return (await Entry.Run(root, [.. args, "--store", StorePath]), output.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}

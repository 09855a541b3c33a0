// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tolhuis.Access;
using Tolhuis.Access.Contract;
using Tolhuis.Platform;
using Tolhuis.Web;

namespace Tolhuis.SystemTests.Web;

/// <summary>The pages on a real server at a free port of this machine, on a store in memory.</summary>
public sealed partial class House : IAsyncDisposable, IConnections
{
    private static int _count;
    private readonly string _name =
        $"file:house-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}?mode=memory&cache=shared";
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-house-").FullName;
    private readonly SqliteConnection _writer;
    private readonly Lock _gate = new();
    private readonly Dictionary<Role, HttpClient> _clients = [];

    private House()
    {
        _writer = Open();
        using var script = typeof(AccessModule)
            .Assembly.GetManifestResourceStream("Tolhuis.Access.Schema.0001_access.sql")!;
        using var reader = new StreamReader(script);
        _writer.Execute(reader.ReadToEnd());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IConnections>(this);
        builder.Services.AddAccess(AccessFolders.Beside(Path.Combine(_folder, "data")));
        builder.AddTolhuisWeb();
        App = builder.Build();
        App.MapTolhuisWeb();
    }

    public WebApplication App { get; }

    public Uri Address { get; private set; } = null!;

    public IPeople People => App.Services.GetRequiredService<IPeople>();

    public ITokens Tokens => App.Services.GetRequiredService<ITokens>();

    public static async Task<House> Start(bool isDemo = true)
    {
        var house = new House();
        if (isDemo)
            await house.People.MarkDemo();
        await house.App.StartAsync();
        house.Address =
            new Uri(house.App.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return house;
    }

    /// <summary>A browser without script that nobody signed in; it follows no redirects.</summary>
    public HttpClient Stranger() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { { "Accept", "text/html" } },
    };

    /// <summary>A browser in which a person with that role has signed in.</summary>
    public async Task<HttpClient> As(Role role)
    {
        if (_clients.TryGetValue(role, out var known))
            return known;
        if (role is Role.Trader or Role.Supplier)
        {
            Execute($"""
                insert into access_people (sign_in_name, name, roles, is_demo, created_at)
                values ('x.{role}', '{role}', '{role}', 1, 1)
                """);
        }

        var person = People.DemoAccounts(isLoopback: true).First(p => p.Roles.Contains(role));
        var client = Stranger();
        var answer = await Post(client, "/aanmelden", "/aanmelden/demo", ("persoon", $"{person.Id}"));
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in gave {answer.StatusCode}.");
        return _clients[role] = client;
    }

    /// <summary>Gets a page for its form token and posts a form, as a browser does.</summary>
    public static async Task<HttpResponseMessage> Post(
        HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = FormToken().Match(html).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    public void Execute(string sql)
    {
        lock (_gate)
            _writer.Execute(sql);
    }

    public DbConnection OpenRead() => Open();

    public Task<T> Write<T>(Func<DbConnection, DbTransaction, T> work)
    {
        lock (_gate)
        {
            using var transaction = _writer.BeginTransaction();
            var result = work(_writer, transaction);
            transaction.Commit();
            return Task.FromResult(result);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        await _writer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_name}");
        connection.Open();
        connection.Execute("pragma read_uncommitted = 1; pragma busy_timeout = 5000");
        return connection;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

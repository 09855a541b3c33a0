// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net.Http.Headers;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tests.Intake;
using Tolhuis.Tests.Platform;
using Tolhuis.Web;
using Tolhuis.Web.Platform.Api;

namespace Tolhuis.SystemTests.Platform;

/// <summary>The product on a real port over a store in a temporary folder, with a clock of its own: pages and API
/// together.</summary>
internal sealed class RunningTolhuis : IAsyncDisposable
{
    public const string Declarant = "NL001234567";

    private readonly string _folder;
    private readonly WebApplication _app;

    private RunningTolhuis(string folder, WebApplication app, FakeTimeProvider time)
    {
        _folder = folder;
        _app = app;
        Time = time;
        Address = new Uri(app.Urls.First());
    }

    public FakeTimeProvider Time { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public Store Store => Services.GetRequiredService<Store>();

    /// <param name="settings">Bounds of the API; its own if not given.</param>
    /// <param name="alter">Puts something else in the place of a part, e.g. one that fails.</param>
    public static async Task<RunningTolhuis> Start(
        ApiSettings? settings = null, Action<IServiceCollection>? alter = null)
    {
        var folder = Directory.CreateTempSubdirectory("tolhuis-system-").FullName;
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero));
        var store = Store.Open(EmptyStore.In(Path.Combine(folder, "data")), time);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddTolhuis(store, time);
        builder.Services.AddSteadyDraw();
        if (settings is not null)
            builder.Services.AddSingleton(settings);
        builder.AddTolhuisWeb();
        builder.Services.AddTolhuisApi();
        alter?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapTolhuisWeb();
        app.MapTolhuisApi();
        await app.StartAsync();
        return new RunningTolhuis(folder, app, time);
    }

    /// <summary>A caller without a token.</summary>
    public HttpClient Stranger() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A caller with a new token; the submitter is made if he is new.</summary>
    public async Task<HttpClient> Caller(
        string name = "Poldersoft", TokenScopes scopes = TokenScopes.All, string mandate = Declarant,
        string eori = "")
    {
        var (token, problems) = await Services.GetRequiredService<ITokens>().Create(
            new TokenRequest(name, eori, [mandate], scopes), Actor.System);
        if (token is null)
            throw new InvalidOperationException(string.Join(", ", problems.Select(problem => problem.Code)));
        var client = Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Secret);
        return client;
    }

    /// <summary>The declaration with a number, as the house sees it.</summary>
    public DeclarationRow Find(string mrn) =>
        Mrn.TryParse(mrn.AsSpan(), out var number, out _)
            && Services.GetRequiredService<IDeclarations>().Find(number) is { } row
            ? row : throw new InvalidOperationException($"There is no declaration {mrn}.");

    /// <summary>
    /// Sets the clock ahead by days. Unlike to advance it, this lets none of the timers go off that wake every second:
    /// a month of those is millions.
    /// </summary>
    public void Skip(TimeSpan days) => Time.AdjustTime(Time.GetUtcNow() + days);

    /// <summary>Says that the program stops, as a signal from outside would.</summary>
    public void Stop() => _app.Lifetime.StopApplication();

    /// <summary>A history row as another part of the house would write it.</summary>
    public Task InsertHistory(DeclarationRow row, HistoryKind kind, string? detail = null) =>
        Store.Write((connection, transaction) => connection.Execute(
        """
        insert into declarations_history (seq, declaration_id, submitter_id, kind, at, is_later, detail)
        select max(seq) + 1000, @Id, @SubmitterId, @kind, @now, 1, @detail from declarations_history
        """,
        new { row.Id, row.SubmitterId, kind = (int)kind, now = Time.NowMicroseconds(), detail }, transaction));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tolhuis.Access;
using Tolhuis.Access.Contract;
using Tolhuis.Declarations.Contract;
using Tolhuis.Intake;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;
using Tolhuis.Platform;
using Tolhuis.Tests.Platform;

namespace Tolhuis.Tests.Intake;

/// <summary>
/// A real store in a temporary folder with every module on it, a clock of one's own and draw keys that are the same in
/// every run, so that no test depends on a draw. <see cref="Restart"/> opens the same folder anew.
/// </summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _demo;
    private readonly IntakeSettings? _settings;
    private ServiceProvider _services;

    private TestStore(string folder, bool demo, IntakeSettings? settings, FakeTimeProvider time)
    {
        _folder = folder;
        _demo = demo;
        _settings = settings;
        Time = time;
        _services = Build();
    }

    public static DateTimeOffset Start { get; } = new(2026, 7, 6, 8, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; }

    public string Path => System.IO.Path.Combine(_folder, "store");

    public Submitter House { get; private set; } = null!;

    public Store Store => Get<Store>();

    public IntakeRoad Road => Get<IntakeRoad>();

    public IDeclarations Declarations => Get<IDeclarations>();

    public IReceivedFiles Files => Get<IReceivedFiles>();

    public static async Task<TestStore> Open(
        bool demo = false, IntakeSettings? settings = null, DateTimeOffset? at = null)
    {
        var store = new TestStore(
            Directory.CreateTempSubdirectory("tolhuis-road-").FullName, demo, settings,
            new FakeTimeProvider(at ?? Start));
        store.House = await store.Get<ITokens>().House();
        _ = store.Road;
        return store;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task Restart()
    {
        await _services.DisposeAsync();
        _services = Build();
        House = await Get<ITokens>().House();
    }

    public async Task<Submitter> NewSubmitter(string name, string eori, params string[] mandates)
    {
        var (token, problems) = await Get<ITokens>().Create(new TokenRequest(name, eori, mandates), Actor.System);
        return token?.Submitter ?? throw new InvalidOperationException(problems[0].Code);
    }

    public Task<MessageAnswer> Lodge(byte[] message, Submitter? submitter = null) =>
        Road.Lodge(message, submitter ?? House);

    public Task<FileReceipt> Receive(
        byte[] file, string name = "test.zip", Submitter? by = null, DateTimeOffset? at = null) =>
        Road.Receive(
            new MemoryStream(file), name, by ?? House, at is { } stated ? DutchTime.ToMicroseconds(stated) : null);

    /// <summary>Takes a file and waits until every message of it is decided.</summary>
    public async Task<ReceivedFile> Decide(byte[] file, Submitter? by = null, DateTimeOffset? at = null)
    {
        var receipt = await Receive(file, by: by, at: at);
        await Decided(receipt.File!.Id);
        return Files.Find(receipt.File.Id)!;
    }

    public Task Decided(long fileId) => Road.WhenDecided(fileId).WaitAsync(TimeSpan.FromSeconds(20));

    public DeclarationRow Declaration(MessageAnswer answer) => Declarations.Find(answer.DeclarationId)!;

    public IReadOnlyList<VerificationFault> Verify(long replay = 300) =>
        Get<Verification>().Run(replay, (_, _, _) => { });

    /// <summary>As someone with the file in his hands: on the writer's own thread, past all promises.</summary>
    public Task<int> Tamper(string sql) =>
        Store.Write((connection, transaction) => connection.Execute(sql, transaction: transaction));

    public T Scalar<T>(string sql)
    {
        using DbConnection connection = Store.OpenRead();
        return connection.ExecuteScalar<T>(sql)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection().AddLogging()
            .AddTolhuis(Store.Open(EmptyStore.In(Path), Time, _demo), Time, _settings);
        services.AddSteadyDraw();
        return services.BuildServiceProvider();
    }
}

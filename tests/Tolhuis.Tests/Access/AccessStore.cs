// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Tolhuis.Access;
using Tolhuis.Access.Contract;
using Tolhuis.Platform;

namespace Tolhuis.Tests.Access;

/// <summary>
/// A store in memory with the tables of Access, its folders in a temporary place, and a clock of one's own.
/// </summary>
internal sealed class AccessStore : IConnections, IDisposable
{
    private static int _count;
    private readonly string _name =
        $"file:access-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}?mode=memory&cache=shared";
    private readonly string _folder = Directory.CreateTempSubdirectory("tolhuis-access-").FullName;
    private readonly SqliteConnection _writer;
    private readonly ServiceProvider _services;
    private readonly Lock _gate = new();

    public AccessStore()
    {
        _writer = Open();
        var assembly = typeof(AccessModule).Assembly;
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("Tolhuis.Access.Schema.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            _writer.Execute(reader.ReadToEnd());
        }

        Folders = AccessFolders.Beside(Path.Combine(_folder, "data"));
        var services = new ServiceCollection();
        services.AddSingleton<IConnections>(this);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>));
        services.AddAccess(Folders);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.Zero));

    public AccessFolders Folders { get; }

    public IPeople People => _services.GetRequiredService<IPeople>();

    public ITokens Tokens => _services.GetRequiredService<ITokens>();

    public IKeys Keys => _services.GetRequiredService<IKeys>();

    public IAuditTrail Trail => _services.GetRequiredService<IAuditTrail>();

    public ITasks Tasks => _services.GetRequiredService<ITasks>();

    public AccessClock Clock => _services.GetRequiredService<AccessClock>();

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

    /// <summary>As someone with the file in his hands: triggers and all promises are off.</summary>
    public void Tamper(string sql)
    {
        foreach (var trigger in _writer.Query<string>("select name from sqlite_master where type = 'trigger'").ToList())
            _writer.Execute($"drop trigger {trigger}");
        _writer.Execute(sql);
    }

    public void Execute(string sql) => _writer.Execute(sql);

    public IReadOnlyList<string> Actions() =>
        [.. Trail.List().Reverse().Select(r => r.Outcome == "done" ? r.Action : $"{r.Action} {r.Outcome}")];

    public void Dispose()
    {
        _services.Dispose();
        _writer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_name}");
        connection.Open();
        return connection;
    }
}

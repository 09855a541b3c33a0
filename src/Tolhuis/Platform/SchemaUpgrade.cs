// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;

namespace Tolhuis.Platform;

/// <summary>
/// Brings a store to the schema of this program: numbered scripts, in the order of the modules and then of their
/// numbers,
/// each once. Shipped scripts never change (SchemaTests keeps their hashes).
/// </summary>
public static class SchemaUpgrade
{
    /// <exception cref="InvalidOperationException">A script failed; the store is as before that script.</exception>
    public static void Run(string connectionString)
    {
        var result = DeployChanges.To
            .SqliteDatabase(connectionString)
            .WithScripts(Scripts())
            .JournalToSqliteTable("platform_schema")
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"Schema script {result.ErrorScript?.Name} failed.", result.Error);
    }

    /// <summary>
    /// All scripts of the program; the name is <c>NN.Module.file</c>, so that names sort in the order of running.
    /// </summary>
    public static IReadOnlyList<SqlScript> Scripts()
    {
        var assembly = typeof(Modules).Assembly;
        var scripts = new List<SqlScript>();
        for (var i = 0; i < Modules.All.Count; i++)
        {
            var prefix = $"Tolhuis.{Modules.All[i].Name}.Schema.";
            foreach (var resource in assembly.GetManifestResourceNames()
                         .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                         .Order(StringComparer.Ordinal))
            {
                var name = $"{i + 1:D2}.{Modules.All[i].Name}.{resource[prefix.Length..]}";
                scripts.Add(new SqlScript(name, Read(assembly, resource)));
            }
        }

        return scripts;
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

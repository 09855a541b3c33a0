// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.Data.Sqlite;
using Tolhuis.Platform;

namespace Tolhuis.Tests.Platform;

/// <summary>
/// The database of a new store, made once by the scripts of the product and copied for each test: running all scripts
/// is most of what opening a store costs. What the scripts do is proven where a test opens a store without this.
/// </summary>
public static class EmptyStore
{
    private static readonly Lazy<byte[]> Database = new(Make);

    /// <summary>Puts the database in a folder that has none yet; opening the store finds every script done.</summary>
    /// <returns>The folder.</returns>
    public static string In(string folder)
    {
        var database = Path.Combine(folder, "tolhuis.db");
        if (!File.Exists(database))
        {
            Durable.MakeFolder(folder, isPrivate: true);
            File.WriteAllBytes(database, Database.Value);
        }

        return folder;
    }

    private static byte[] Make()
    {
        var folder = Directory.CreateTempSubdirectory("tolhuis-empty-").FullName;
        try
        {
            // Closing the last connection leaves the whole database in its one file.
            Store.Open(folder, TimeProvider.System).Dispose();
            SqliteConnection.ClearAllPools();
            if (new FileInfo(Path.Combine(folder, "tolhuis.db-wal")) is { Exists: true, Length: > 0 })
                throw new InvalidOperationException("The database of an empty store is not in one file.");
            return File.ReadAllBytes(Path.Combine(folder, "tolhuis.db"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;

namespace Tolhuis.Platform;

/// <summary>The store is held by another process.</summary>
public sealed class StoreInUseException(string folder, string holder)
    : Exception($"The store {folder} is in use by {holder}.")
{
    public string Folder { get; } = folder;

    /// <summary>What the holder wrote about itself: process number and, for a server, its address.</summary>
    public string Holder { get; } = holder;
}

/// <summary>
/// The folder of a store: <c>tolhuis.db</c>, <c>archive/</c> (raw messages), <c>documents/</c> (contents by their hash)
/// and <c>store.json</c> (format, demo or real).
/// One process holds it by an exclusive lock on <c>store.lock</c>; a command on a running store goes through its API.
/// </summary>
public sealed class StoreFolder : IDisposable
{
    private const int Format = 1;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly FileStream _lock;

    private StoreFolder(string path, FileStream heldLock, bool isDemo)
    {
        Path = path;
        _lock = heldLock;
        IsDemo = isDemo;
    }

    public string Path { get; }

    /// <summary>
    /// True if the store was made by the demo: only then demo accounts and stated times of receipt exist.
    /// </summary>
    public bool IsDemo { get; }

    public string DatabasePath => System.IO.Path.Combine(Path, "tolhuis.db");

    public string ArchivePath => System.IO.Path.Combine(Path, "archive");

    public string DocumentsPath => System.IO.Path.Combine(Path, "documents");

    /// <summary>
    /// True if others than its owner may look into the folder. A folder that this program did not make keeps its
    /// rights; its files are closed all the same.
    /// </summary>
    public bool IsOpenToOthers => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path) & Others) != 0;

    /// <summary>Opens the folder, or makes it, and takes the lock.</summary>
    /// <param name="holder">What others are told about the holder, e.g. <c>process 4711,
    /// http://localhost:5090</c>.</param>
    /// <exception cref="StoreInUseException">Another process holds the store.</exception>
    /// <exception cref="InvalidDataException">The folder holds a store of a later format.</exception>
    public static StoreFolder Open(string path, bool demo, string holder)
    {
        var full = System.IO.Path.GetFullPath(path);
        Durable.MakeFolder(full, isPrivate: true);
        var heldLock = TakeLock(full, holder);
        try
        {
            var isDemo = ReadOrWriteMark(full, demo);
            var folder = new StoreFolder(full, heldLock, isDemo);
            KeepPrivate(full, folder.DatabasePath);
            return folder;
        }
        catch
        {
            heldLock.Dispose();
            throw;
        }
    }

    public static bool Exists(string path) => File.Exists(System.IO.Path.Combine(path, "store.json"));

    /// <summary>Says of an existing store whether it is a demo, without opening it.</summary>
    public static bool IsDemoStore(string path) =>
        Read(System.IO.Path.Combine(path, "store.json")).Demo;

    public void Dispose() => _lock.Dispose();

    // SQLite gives its log the rights of the database, so the database is there, empty and closed, before SQLite comes.
    // Files of another owner keep their rights: whoever runs the program may be a guest in the folder.
    private static void KeepPrivate(string folder, string database)
    {
        using (var made = File.OpenHandle(database, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
            CloseToOthers(made);
        string[] names = ["store.json", "store.lock.holder", "tolhuis.db-wal", "tolhuis.db-shm"];
        foreach (var path in names.Select(name => System.IO.Path.Combine(folder, name)).Where(File.Exists))
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            CloseToOthers(file);
        }
    }

    private static void CloseToOthers(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        try
        {
            Durable.KeepPrivate(file);
        }
        catch (UnauthorizedAccessException)
        {
        }
    }

    private static FileStream TakeLock(string folder, string holder)
    {
        var file = System.IO.Path.Combine(folder, "store.lock");
        try
        {
            // The lock is the open handle, not the file: after a crash the file stays and the lock is gone.
            var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            CloseToOthers(stream.SafeFileHandle);
            NameHolder(file + ".holder", holder);
            return stream;
        }
        catch (IOException exception) when (!StoreWriter.IsFull(exception))
        {
            var other = File.Exists(file + ".holder") ? File.ReadAllText(file + ".holder") : "another process";
            throw new StoreInUseException(folder, other);
        }
    }

    // Only for people; on a full disk a store must still open, to be read.
    private static void NameHolder(string file, string holder)
    {
        try
        {
            File.WriteAllText(file, holder);
        }
        catch (IOException exception) when (StoreWriter.IsFull(exception))
        {
        }
    }

    private static bool ReadOrWriteMark(string folder, bool demo)
    {
        var file = System.IO.Path.Combine(folder, "store.json");
        if (!File.Exists(file))
        {
            Durable.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(new StoreMark(Format, demo)));
            return demo;
        }

        var mark = Read(file);
        if (mark.Format > Format)
            throw new InvalidDataException(
                $"{file}: format {mark.Format} is newer than this program knows ({Format}).");
        return mark.Demo;
    }

    private static StoreMark Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<StoreMark>(File.ReadAllBytes(file))
                ?? throw new InvalidDataException($"{file} is no mark of a store.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file} is no mark of a store.", exception);
        }
    }

    private sealed record StoreMark(int Format, bool Demo);
}

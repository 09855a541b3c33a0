// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using Tolhuis.Kernel;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>The archive cannot take the file within its stated bound.</summary>
public sealed class ArchiveFullException(long bytes, long bound)
    : Exception($"The archive holds {bytes} bytes; its bound is {bound}.")
{
    public long Bytes { get; } = bytes;

    public long Bound { get; } = bound;
}

/// <summary>
/// Received files as they came: the zip itself is the archive. A file is written under <c>incoming/</c>, synced, and
/// gets its name (day of receipt, own number) in the transaction that acknowledges it.
/// </summary>
internal sealed class Archive
{
    private const int CopyBytes = 128 * 1024;

    private readonly string _folder;
    private readonly string _incoming;
    private long _nextTemporary;
    private string _syncedFolder = "";
    private (long FileId, string Path) _last;

    public Archive(string folder)
    {
        _folder = folder;
        _incoming = Path.Combine(folder, "incoming");
        Durable.MakeFolder(_incoming);
        Durable.MakeFolder(Path.Combine(folder, "files"));
        // Also if they were there: a program that was killed may have made them and not synced them.
        Durable.SyncFolder(folder);
        Durable.SyncFolder(Path.GetDirectoryName(folder)!);
        // What lies here was never acknowledged: its sender has no receipt and sends it again.
        foreach (var left in Directory.EnumerateFiles(_incoming))
            File.Delete(left);
    }

    /// <summary>Copies the stream to disk, synced, and hashes it on the way.</summary>
    /// <exception cref="InvalidDataException">The stream is longer than the bound.</exception>
    /// <exception cref="StoreUnavailableException">It cannot be written or synced. A stream that ends badly throws what
    /// it throws.</exception>
    public async Task<(string Path, byte[] Hash, long Bytes)> Take(Stream stream, long maxBytes, CancellationToken stop)
    {
        var name = Interlocked.Increment(ref _nextTemporary).ToString(CultureInfo.InvariantCulture);
        var path = Path.Combine(_incoming, name);
        var buffer = new byte[CopyBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var handle = OnDisk(() => File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None));
        Durable.KeepPrivate(handle);
        long bytes = 0;
        try
        {
            for (var read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false);
                 read > 0;
                 read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false))
            {
                if (bytes + read > maxBytes)
                    throw new InvalidDataException("The file is longer than its bound.");
                hash.AppendData(buffer, 0, read);
                var at = bytes;
                OnDisk(() => RandomAccess.Write(handle, buffer.AsSpan(0, read), at));
                bytes += read;
            }

            OnDisk(() => Durable.Sync(handle));
            return (path, hash.GetHashAndReset(), bytes);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>
    /// Gives a taken file its lasting name; durable when this returns. Called on the writer's thread.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It cannot be named or synced.</exception>
    public void Keep(string taken, long fileId, long receivedAt) => OnDisk(() => Name(taken, fileId, receivedAt));

    private void Name(string taken, long fileId, long receivedAt)
    {
        var path = PathOf(fileId, receivedAt);
        var folder = Path.GetDirectoryName(path)!;
        if (folder != _syncedFolder)
        {
            Durable.MakeFolder(folder);
            Durable.SyncFolder(Path.GetDirectoryName(folder)!);
            _syncedFolder = folder;
        }

        // The same number again: the transaction of the one before was not committed, and that file has no receipt.
        if (_last.FileId == fileId && _last.Path != path)
            File.Delete(_last.Path);
        _last = (fileId, path);
        File.Move(taken, path, overwrite: true);
        Durable.SyncFolder(folder);
    }

    /// <summary>
    /// At a start: removes a file that got its name while the transaction that acknowledges it was never committed.
    /// </summary>
    public void RemoveUnacknowledged(long fileId)
    {
        var name = fileId.ToString("D10", CultureInfo.InvariantCulture);
        foreach (var day in Directory.EnumerateDirectories(Path.Combine(_folder, "files")))
            File.Delete(Path.Combine(day, name));
    }

    // Only what the disk says is about the store: a sender whose connection breaks says nothing about it.
    private static T OnDisk<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (IOException exception)
        {
            throw StoreWriter.DiskFailure(exception);
        }
    }

    private static void OnDisk(Action work) => OnDisk(() =>
    {
        work();
        return 0;
    });

    public string PathOf(long fileId, long receivedAt) => PathOf(_folder, fileId, receivedAt);

    public static string PathOf(string folder, long fileId, long receivedAt)
    {
        var day = DutchTime.DateOf(receivedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Path.Combine(folder, "files", day, fileId.ToString("D10", CultureInfo.InvariantCulture));
    }
}

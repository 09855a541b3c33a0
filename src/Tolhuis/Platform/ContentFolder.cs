// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;

namespace Tolhuis.Platform;

/// <summary>A content on disk that has no lasting name yet; disposing it removes what has not got one.</summary>
public sealed class TakenContent : IDisposable
{
    internal TakenContent(string path, byte[] hash, long bytes)
    {
        Path = path;
        Hash = hash;
        Bytes = bytes;
    }

    /// <summary>SHA-256 of the content.</summary>
    public byte[] Hash { get; }

    public long Bytes { get; }

    internal string Path { get; }

    internal string Mark => $"{Path}.{Convert.ToHexStringLower(Hash)}";

    private bool IsMarkLeft { get; set; }

    /// <summary>What became of it is not known: the next start finds out.</summary>
    public void LeaveMark() => IsMarkLeft = true;

    /// <summary>The content as it was taken.</summary>
    public byte[] Read() => File.ReadAllBytes(Path);

    public void Dispose()
    {
        File.Delete(Path);
        if (!IsMarkLeft)
            File.Delete(Mark);
    }
}

/// <summary>
/// Contents under their own hash: <c>ab/abcd...</c>, the same content once however often it is kept. No name comes from
/// outside, and only the owner of the program may read them. Ways of a content: <see cref="Take"/> (on disk),
/// <see cref="Sync"/> (safe, and its naming marked), <see cref="Keep"/> (named, on the writer's thread, in the
/// transaction of the row that refers to it). A mark that is left says that a crash may have left a content without a
/// row: <see cref="Unfinished"/>.
/// </summary>
public sealed class ContentFolder
{
    private const int CopyBytes = 128 * 1024;

    private readonly string _folder;
    private readonly string _incoming;
    private readonly HashSet<string> _synced = [];
    private long _nextTemporary;

    /// <summary>Makes nothing yet: a store on a full disk still opens, to be read.</summary>
    public ContentFolder(string folder)
    {
        _folder = folder;
        _incoming = Path.Combine(folder, "incoming");
    }

    /// <summary>
    /// Copies the stream to disk and hashes it on the way.
    /// </summary>
    /// <exception cref="InvalidDataException">The stream is longer than the bound.</exception>
    /// <exception cref="StoreUnavailableException">It cannot be written. A stream that ends badly throws what it
    /// throws.</exception>
    public async Task<TakenContent> Take(Stream stream, long maxBytes, CancellationToken stop)
    {
        OnDisk(MakeFolders);
        var name = Interlocked.Increment(ref _nextTemporary).ToString(CultureInfo.InvariantCulture);
        var path = Path.Combine(_incoming, name);
        var buffer = new byte[CopyBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var handle = OnDisk(() => File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None));
        try
        {
            OnDisk(() => Durable.KeepPrivate(handle));
            long bytes = 0;
            for (var read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false);
                 read > 0;
                 read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false))
            {
                if (bytes + read > maxBytes)
                    throw new InvalidDataException("The content is longer than its bound.");
                hash.AppendData(buffer, 0, read);
                var at = bytes;
                OnDisk(() => RandomAccess.Write(handle, buffer.AsSpan(0, read), at));
                bytes += read;
            }

            return new TakenContent(path, hash.GetHashAndReset(), bytes);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>The content is on disk when this returns, and so is the mark that it may get its name.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be synced.</exception>
    public void Sync(TakenContent content) => OnDisk(() =>
    {
        using (var handle = File.OpenHandle(content.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Durable.Sync(handle);
        File.OpenHandle(content.Mark, FileMode.Create, FileAccess.Write, FileShare.None).Dispose();
        Durable.SyncFolder(_incoming);
    });

    /// <summary>
    /// Gives the content the name of its hash; durable when this returns. On the writer's thread. What lies there
    /// already is replaced by the same, which also mends what a disk has damaged.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It cannot be named or synced.</exception>
    public void Keep(TakenContent content) => OnDisk(() =>
    {
        var path = PathOf(content.Hash);
        var folder = Path.GetDirectoryName(path)!;
        if (_synced.Add(folder))
        {
            Durable.MakeFolder(folder, isPrivate: true);
            // Also if it was there: a program that was killed may have made it and not synced it.
            Durable.SyncFolder(_folder);
        }

        File.Move(content.Path, path, overwrite: true);
        Durable.SyncFolder(folder);
    });

    /// <summary>Takes a content away. On the writer's thread, or before anything is kept.</summary>
    public void Remove(byte[] hash)
    {
        var path = PathOf(hash);
        if (File.Exists(path))
            File.Delete(path);
    }

    /// <summary>
    /// Hashes of what was being kept when the program ended. Call before anything is taken: those without a row are
    /// <see cref="Remove"/>d by whoever has the rows.
    /// </summary>
    public IReadOnlyList<byte[]> Unfinished() => !Directory.Exists(_incoming) ? [] :
    [
        .. Directory.EnumerateFiles(_incoming).Select(path => Path.GetExtension(path).TrimStart('.'))
            .Where(name => name.Length == SHA256.HashSizeInBytes * 2).Select(Convert.FromHexString),
    ];

    /// <summary>Nothing that lies half taken was ever acknowledged: its sender sends it again.</summary>
    public void RemoveUnfinished()
    {
        if (!Directory.Exists(_incoming))
            return;
        foreach (var left in Directory.EnumerateFiles(_incoming))
            File.Delete(left);
    }

    public bool Exists(byte[] hash) => File.Exists(PathOf(hash));

    /// <summary>The content; null if it is not there, not as long as it should be, or not what its hash says.</summary>
    public async Task<byte[]?> Read(byte[] hash, long bytes, CancellationToken stop = default)
    {
        var file = new FileInfo(PathOf(hash));
        if (!file.Exists || file.Length != bytes)
            return null;
        try
        {
            var content = await File.ReadAllBytesAsync(file.FullName, stop).ConfigureAwait(false);
            return SHA256.HashData(content).AsSpan().SequenceEqual(hash) ? content : null;
        }
        catch (IOException)
        {
            // A block that the disk cannot read back, or a file that was taken away a moment ago.
            return null;
        }
    }

    /// <summary>True if the content is there and is what its hash says; in bounded memory, however long.</summary>
    public bool IsWhole(byte[] hash)
    {
        try
        {
            using var stream = File.OpenRead(PathOf(hash));
            return SHA256.HashData(stream).AsSpan().SequenceEqual(hash);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Where a content lies, for whoever must put it back.</summary>
    public string PathOf(byte[] hash)
    {
        var name = Convert.ToHexStringLower(hash);
        return Path.Combine(_folder, name[..2], name);
    }

    private void MakeFolders()
    {
        Durable.MakeFolder(_folder, isPrivate: true);
        Durable.MakeFolder(_incoming, isPrivate: true);
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
}

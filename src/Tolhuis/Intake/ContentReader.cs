// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Intake;

/// <summary>
/// Reads messages back from where they lie, for decisions on what an earlier message said. Keeps the files
/// used last open, at most eight of 64 MB together: neighbours stand in the same file, and notices may take turns
/// between files. Only the decider's thread uses it.
/// </summary>
internal sealed class ContentReader(string archiveFolder)
{
    private const int MaxOpen = 8;
    private const long MaxBytes = 64L << 20;

    // The one used last is in front.
    private readonly LinkedList<(long Id, FileContent Content, long Bytes)> _opened = [];
    private byte[] _buffer = new byte[16 * 1024];

    /// <summary>How often a file was opened.</summary>
    public int Openings { get; private set; }

    /// <param name="receivedAtOf">Instant of receipt of a file by its number.</param>
    /// <returns>The message; the memory is used again by the next reading.</returns>
    /// <exception cref="IOException">The file or the spool is gone.</exception>
    /// <exception cref="InvalidDataException">What lies there is damaged.</exception>
    public ReadOnlyMemory<byte> Read(RawPlace place, Func<long, long> receivedAtOf)
    {
        if (place.FileId == 0)
            return Spool.Read(archiveFolder, place.Entry);
        var (length, problem) = Opened(place.FileId, receivedAtOf).Read((int)place.Entry, ref _buffer);
        Invariant.Holds(problem is null, $"Entry {place.Entry} of received file {place.FileId} can be read again.");
        return _buffer.AsMemory(0, length);
    }

    private FileContent Opened(long fileId, Func<long, long> receivedAtOf)
    {
        for (var node = _opened.First; node is not null; node = node.Next)
        {
            if (node.Value.Id != fileId)
                continue;
            _opened.Remove(node);
            _opened.AddFirst(node);
            return node.Value.Content;
        }

        var bytes = File.ReadAllBytes(Archive.PathOf(archiveFolder, fileId, receivedAtOf(fileId)));
        var (content, _) = FileContent.Open(bytes);
        Invariant.Holds(content is not null, $"Received file {fileId} can be opened again.");
        Openings++;
        _opened.AddFirst((fileId, content!, bytes.Length));
        while (_opened.Count > MaxOpen || _opened.Count > 1 && _opened.Sum(file => file.Bytes) > MaxBytes)
            _opened.RemoveLast();
        return content!;
    }
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using Tolhuis.Kernel;

namespace Tolhuis.Intake;

/// <summary>
/// Reads messages back from where they lie, for decisions on what an earlier message said. Keeps the last file open, at
/// most 14 MB: neighbours stand in the same file. Only the decider's thread uses it.
/// </summary>
internal sealed class ContentReader(string archiveFolder)
{
    private (long Id, FileContent Content)? _opened;
    private byte[] _buffer = new byte[16 * 1024];

    /// <param name="receivedAtOf">Instant of receipt of a file by its number.</param>
    /// <returns>The message; the memory is used again by the next reading.</returns>
    /// <exception cref="IOException">The file or the spool is gone.</exception>
    /// <exception cref="InvalidDataException">What lies there is damaged.</exception>
    public ReadOnlyMemory<byte> Read(RawPlace place, Func<long, long> receivedAtOf)
    {
        if (place.FileId == 0)
            return Spool.Read(archiveFolder, place.Entry);
        if (_opened is not { } opened || opened.Id != place.FileId)
        {
            _opened = null;
            var path = Archive.PathOf(archiveFolder, place.FileId, receivedAtOf(place.FileId));
            var (content, _) = FileContent.Open(File.ReadAllBytes(path));
            Invariant.Holds(content is not null, $"Received file {place.FileId} can be opened again.");
            _opened = opened = (place.FileId, content!);
        }

        var (length, problem) = opened.Content.Read((int)place.Entry, ref _buffer);
        Invariant.Holds(problem is null, $"Entry {place.Entry} of received file {place.FileId} can be read again.");
        return _buffer.AsMemory(0, length);
    }
}

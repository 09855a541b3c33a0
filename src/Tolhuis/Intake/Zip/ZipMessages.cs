// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.IO.Compression;
using System.Runtime.InteropServices;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Zip;

/// <summary>The messages in a zip, by number. One instance per thread.</summary>
internal sealed class ZipMessages
{
    private readonly ZipArchive _archive;

    private ZipMessages(ZipArchive archive) => _archive = archive;

    public int Count => _archive.Entries.Count;

    public static (ZipMessages? Messages, Problem? Problem) Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            MemoryMarshal.TryGetArray(bytes, out var segment);
            var stream = new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false);
            var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return (new ZipMessages(archive), null);
        }
        catch (InvalidDataException)
        {
            return (null, new Problem("intake.file.damaged", Severity.Reject));
        }
    }

    public string EntryName(int entry) => _archive.Entries[entry].FullName;

    public (int Length, Problem? Problem) ReadEntry(int entry, ref byte[] buffer)
    {
        using var stream = _archive.Entries[entry].Open();
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
                return (length, null);
            length += read;
        }
    }
}

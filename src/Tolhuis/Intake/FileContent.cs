// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;
using System.Globalization;
using Tolhuis.Intake.Contract;
using Tolhuis.Intake.Zip;
using Tolhuis.Kernel;

namespace Tolhuis.Intake;

/// <summary>
/// The messages of one received file by their number: entries of a zip, or the one message that the file is. The bytes
/// are in
/// memory while the file is decided (at most 14 MB); every thread reads by a reader of its own.
/// </summary>
internal sealed class FileContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ConcurrentBag<ZipMessages> _readers = [];

    private FileContent(ReadOnlyMemory<byte> bytes, bool isZip, int count)
    {
        _bytes = bytes;
        IsZip = isZip;
        Count = count;
    }

    public bool IsZip { get; }

    public int Count { get; }

    /// <summary>Opens the content; null with a problem if the file as such cannot be read.</summary>
    public static (FileContent? Content, Problem? Problem) Open(ReadOnlyMemory<byte> bytes)
    {
        if (!LooksLikeZip(bytes.Span))
            return (new FileContent(bytes, isZip: false, 1), null);
        var (zip, problem) = ZipMessages.Open(bytes);
        if (zip is null)
            return (null, problem);
        var content = new FileContent(bytes, isZip: true, zip.Count);
        content._readers.Add(zip);
        return (content, null);
    }

    public string EntryName(int entry)
    {
        if (!IsZip)
            return "";
        var reader = Take();
        try
        {
            return reader.EntryName(entry);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    /// <summary>Reads one message into the buffer, which grows if need be.</summary>
    public (int Length, Problem? Problem) Read(int entry, ref byte[] buffer)
    {
        if (!IsZip)
        {
            if (_bytes.Length > IntakeBounds.MessageBytes)
                return (0, TooLarge());
            if (buffer.Length < _bytes.Length)
                buffer = new byte[_bytes.Length];
            _bytes.Span.CopyTo(buffer);
            return (_bytes.Length, null);
        }

        var reader = Take();
        try
        {
            return reader.ReadEntry(entry, ref buffer);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    private Problem TooLarge() => new(
        IntakeProblems.EntryTooLarge, Severity.Reject, "", "",
        ["", Text(_bytes.Length), Text(IntakeBounds.MessageBytes)]);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private ZipMessages Take()
    {
        if (_readers.TryTake(out var reader))
            return reader;
        return ZipMessages.Open(_bytes).Messages
            ?? throw new InvalidDataException("A file that could be opened once cannot be opened again.");
    }

    private static bool LooksLikeZip(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] is 3 or 5 && bytes[3] is 4 or 6;
}

// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Tolhuis.Intake.Contract;
using Tolhuis.Kernel;

namespace Tolhuis.Intake.Zip;

/// <summary>Limits of a zip file. The defaults are those of the interface: 10,000 messages, 14 MB.</summary>
internal sealed record ZipLimits
{
    public static ZipLimits Default { get; } = new();

    public int FileBytes { get; init; } = (int)IntakeBounds.FileBytes;
    public int Messages { get; init; } = 10_000;

    /// <summary>Of one message, unpacked.</summary>
    public int EntryBytes { get; init; } = IntakeBounds.MessageBytes;

    /// <summary>Of all messages together, unpacked, as the directory declares them.</summary>
    public long TotalBytes { get; init; } = 2_000_000_000;

    /// <summary>Unpacked over packed; XML of many equal items reaches a hundred. Not asked below 100 kB.</summary>
    public int Ratio { get; init; } = 500;
    public int NameLength { get; init; } = 200;
}

/// <summary>
/// The messages of a zip file, by number, for any order of reading. Nothing is written to disk and no name becomes a
/// path. A directory entry is no message. One instance per thread; several may share the bytes. Never throws for what a
/// file holds.
/// </summary>
internal sealed class ZipMessages
{
    private const int EndRecordLength = 22;
    private const int LargestComment = 65_535;
    private const int RatioAskedFrom = 100_000;
    private const uint EndRecord = 0x06054B50;

    // Folders are no messages, but a directory of nothing else is an attack.
    private const int FoldersAllowed = 1_000;

    private static readonly byte[] LocalHeader = [0x50, 0x4B, 0x03, 0x04];

    private readonly ZipLimits _limits;
    private readonly List<ZipArchiveEntry> _entries = [];
    private readonly List<Problem?> _problems = [];

    private ZipMessages(ZipLimits limits) => _limits = limits;

    public int Count => _entries.Count;

    /// <summary>
    /// Opens a file in memory; the bytes must not change while it is read. Null with a problem if it is refused.
    /// </summary>
    public static (ZipMessages? Messages, Problem? Problem) Open(ReadOnlyMemory<byte> file, ZipLimits? limits = null)
    {
        var zip = new ZipMessages(limits ?? ZipLimits.Default);
        var problem = zip.CheckFile(file.Span);
        if (problem is not null)
            return (null, problem);
        try
        {
            // Over bytes in memory the archive holds nothing that needs an end: it lives as long as its entries.
            problem = zip.ReadDirectory(new ZipArchive(StreamOver(file), ZipArchiveMode.Read));
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            problem = Refuse(IntakeProblems.FileDamaged);
        }

        return problem is null ? (zip, null) : (null, problem);
    }

    /// <summary>Opens a file on disk; a file above the limit is not read.</summary>
    /// <exception cref="IOException">The disk cannot be read.</exception>
    public static (ZipMessages? Messages, Problem? Problem) Open(string path, ZipLimits? limits = null)
    {
        limits ??= ZipLimits.Default;
        using var stream = File.OpenRead(path);
        // One byte too many is enough for the check to refuse, whatever the file's real length.
        var bytes = new byte[Math.Min(stream.Length, (long)limits.FileBytes + 1)];
        stream.ReadExactly(bytes);
        return Open(bytes, limits);
    }

    /// <summary>
    /// Name of an entry as it stands in the file, also if it is not allowed; at most the limit of characters.
    /// </summary>
    public string EntryName(int index) => Cut(_entries[index].FullName);

    /// <summary>Unpacks one entry into a buffer, which is replaced by a larger one where needed.</summary>
    public (int Length, Problem? Problem) ReadEntry(int index, ref byte[] buffer)
    {
        if (_problems[index] is { } known)
            return (0, known);
        var entry = _entries[index];
        var length = (int)entry.Length;
        if (buffer.Length < length)
            buffer = new byte[Math.Max(length, Math.Min(buffer.Length * 2, _limits.EntryBytes))];
        try
        {
            using var stream = entry.Open();
            var read = stream.ReadAtLeast(buffer.AsSpan(0, length), length, throwOnEndOfStream: false);
            if (read != length || Crc32.HashToUInt32(buffer.AsSpan(0, length)) != entry.Crc32)
                return (0, Refuse(IntakeProblems.EntryDamaged, EntryName(index)));
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            return (0, Refuse(IntakeProblems.EntryDamaged, EntryName(index)));
        }

        return buffer.AsSpan(0, length).StartsWith(LocalHeader)
            ? (0, Refuse(IntakeProblems.EntryNested, EntryName(index)))
            : (length, null);
    }

    private Problem? CheckFile(ReadOnlySpan<byte> file)
    {
        if (file.Length > _limits.FileBytes)
            return Refuse(IntakeProblems.FileTooLarge, Text(_limits.FileBytes));
        if (file.Length < EndRecordLength || !file.StartsWith(LocalHeader.AsSpan(0, 2)))
            return Refuse(IntakeProblems.FileNotZip);
        var announced = EntriesAnnounced(file);
        return announced > _limits.Messages + FoldersAllowed
            ? Refuse(IntakeProblems.FileTooManyEntries, Text(announced), Text(_limits.Messages))
            : null;
    }

    /// <summary>
    /// Number of entries by the end record, so that a huge directory is refused before it is read; 0 without the
    /// record.
    /// </summary>
    private static int EntriesAnnounced(ReadOnlySpan<byte> file)
    {
        var tail = file[Math.Max(0, file.Length - EndRecordLength - LargestComment)..];
        Span<byte> mark = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(mark, EndRecord);
        var at = tail.LastIndexOf(mark);
        return at < 0 || at + EndRecordLength > tail.Length
            ? 0
            : BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 10)..]);
    }

    private Problem? ReadDirectory(ZipArchive archive)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.EndsWith('/'))
                continue;
            if (_entries.Count == _limits.Messages)
                return Refuse(IntakeProblems.FileTooManyEntries, Text(archive.Entries.Count), Text(_limits.Messages));
            _entries.Add(entry);
            var problem = CheckEntry(entry, names);
            _problems.Add(problem);
            if (problem is null)
                total += entry.Length;
        }

        return total > _limits.TotalBytes
            ? Refuse(IntakeProblems.FileExpandsTooFar, Text(total), Text(_limits.TotalBytes))
            : null;
    }

    private Problem? CheckEntry(ZipArchiveEntry entry, HashSet<string> names)
    {
        var name = entry.FullName;
        if (!IsAllowed(name))
            return Refuse(IntakeProblems.EntryName, Cut(name), Text(_limits.NameLength));
        if (!names.Add(name))
            return Refuse(IntakeProblems.EntryNameTwice, Cut(name));
        if (entry.IsEncrypted)
            return Refuse(IntakeProblems.EntryEncrypted, Cut(name));
        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return Refuse(IntakeProblems.EntryNested, Cut(name));
        if (entry.Length < 0 || entry.Length > _limits.EntryBytes)
            return Refuse(IntakeProblems.EntryTooLarge, Cut(name), Text(entry.Length), Text(_limits.EntryBytes));
        if (entry.Length >= RatioAskedFrom && entry.Length / Math.Max(entry.CompressedLength, 1) >= _limits.Ratio)
            return Refuse(IntakeProblems.EntryExpandsTooFar, Cut(name), Text(_limits.Ratio));
        return null;
    }

    private bool IsAllowed(string name)
    {
        if (name.Length == 0 || name.Length > _limits.NameLength || name[0] == '/'
            || name.Contains('\\', StringComparison.Ordinal)
            || name.Contains(':', StringComparison.Ordinal))
            return false;
        foreach (var c in name)
        {
            if (char.IsControl(c))
                return false;
        }

        foreach (var step in name.AsSpan().Split('/'))
        {
            if (name.AsSpan()[step] is ".." or ".")
                return false;
        }

        return true;
    }

    private string Cut(string name) => name.Length <= _limits.NameLength ? name : name[.._limits.NameLength];

    private static MemoryStream StreamOver(ReadOnlyMemory<byte> file) =>
        MemoryMarshal.TryGetArray(file, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(file.ToArray(), writable: false);

    /// <summary>What the framework throws for bytes that are no zip, or no longer one.</summary>
    private static bool IsDamage(Exception fault) =>
        fault is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    private static Problem Refuse(string code, params string[] arguments) =>
        new(code, Severity.Reject, "", "", arguments);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

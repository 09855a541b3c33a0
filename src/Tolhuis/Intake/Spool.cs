// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Buffers.Binary;
using System.IO.Hashing;
using Tolhuis.Platform;

namespace Tolhuis.Intake;

/// <summary>
/// Single messages as received, one after the other in files of at most 64 MB: length, CRC-32, bytes. What is
/// acknowledged is
/// synced before; what lies behind the acknowledged end after a crash was never answered and is overwritten. Place of a
/// message: number of the spool file times 2^32 plus its offset.
/// </summary>
internal sealed class Spool : IDisposable
{
    private const long MaxBytes = 64L << 20;
    private const long FlushBytes = 8L << 20;
    private const int HeaderBytes = 8;

    private readonly string _folder;
    private Microsoft.Win32.SafeHandles.SafeFileHandle? _handle;
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    /// <param name="number">File that is written to.</param>
    /// <param name="length">Acknowledged end of that file.</param>
    public Spool(string archive, int number, long length)
    {
        _folder = Path.Combine(archive, "spool");
        Number = number;
        Length = length;
    }

    public int Number { get; private set; }

    /// <summary>End of what is written; acknowledged once the decider's transaction holds it.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes of all spool files, those before the present one taken as full. For any thread.</summary>
    public long TotalBytes => (Number - 1) * MaxBytes + Length;

    /// <summary>Adds a message to what the next <see cref="Flush"/> writes; returns its place.</summary>
    public long Append(ReadOnlySpan<byte> message)
    {
        if (Length + _filled > MaxBytes)
            Roll();
        else if (_filled >= FlushBytes)
            Flush();
        var place = ((long)Number << 32) + Length + _filled;
        var needed = _filled + HeaderBytes + message.Length;
        if (needed > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(needed, _buffer.Length * 2));
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_filled), message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(_filled + 4), Crc32.HashToUInt32(message));
        message.CopyTo(_buffer.AsSpan(_filled + HeaderBytes));
        _filled = needed;
        return place;
    }

    /// <summary>Everything appended is on disk when this returns.</summary>
    /// <exception cref="StoreUnavailableException">It could not be written or synced; nothing of it may be
    /// acknowledged.</exception>
    public void Flush()
    {
        if (_filled == 0)
            return;
        try
        {
            var handle = _handle ??= OpenFile();
            RandomAccess.Write(handle, _buffer.AsSpan(0, _filled), Length);
            Durable.Sync(handle);
        }
        catch (IOException exception)
        {
            throw StoreWriter.DiskFailure(exception);
        }

        Length += _filled;
        _filled = 0;
    }

    /// <summary>Forgets what was appended since the last flush, and what was flushed behind the given end.</summary>
    public void ReturnTo(int number, long length)
    {
        _filled = 0;
        if (number != Number)
        {
            _handle?.Dispose();
            _handle = null;
        }

        Number = number;
        Length = length;
    }

    /// <summary>Reads one message back.</summary>
    /// <exception cref="InvalidDataException">The place holds no whole message.</exception>
    public static byte[] Read(string archive, long place)
    {
        var path = PathOf(Path.Combine(archive, "spool"), (int)(place >> 32));
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[HeaderBytes];
        var offset = place & 0xFFFF_FFFF;
        if (RandomAccess.Read(handle, header, offset) != HeaderBytes)
            throw new InvalidDataException($"{path}: nothing at {offset}.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length < 0 || offset + HeaderBytes + length > RandomAccess.GetLength(handle))
            throw new InvalidDataException($"{path}: a broken length at {offset}.");
        var message = new byte[length];
        var read = RandomAccess.Read(handle, message, offset + HeaderBytes);
        if (read != length || Crc32.HashToUInt32(message) != BinaryPrimitives.ReadUInt32LittleEndian(header[4..]))
            throw new InvalidDataException($"{path}: the message at {offset} is damaged.");
        return message;
    }

    public void Dispose() => _handle?.Dispose();

    private void Roll()
    {
        Flush();
        _handle?.Dispose();
        _handle = null;
        Number++;
        Length = 0;
    }

    private Microsoft.Win32.SafeHandles.SafeFileHandle OpenFile()
    {
        Durable.MakeFolder(_folder);
        var handle = File.OpenHandle(PathOf(_folder, Number), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        try
        {
            Durable.KeepPrivate(handle);
            Durable.SyncFolder(_folder);
            Durable.SyncFolder(Path.GetDirectoryName(_folder)!);
            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static string PathOf(string folder, int number) =>
        Path.Combine(folder, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:D8}.spool"));
}
